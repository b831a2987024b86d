import { afterAll, describe, expect, test } from 'vitest';
import { digestOf, firstHash, hashOf, type Entry } from '../../../shared/domain/chain.ts';
import { verifyChain } from '../../../shared/domain/verify.ts';
import { readChain } from '../../../shared/table/audit.ts';
import { collections, lists } from '../../../shared/table/key.ts';
import { bodiesOf, type BodyOf, type Content, eraseBodies } from '../../../shared/table/log-body.ts';
import { allChains, entryOf, findHead, pend, sequence, waitingChains, waitingIn } from '../../../shared/table/log.ts';
import { transact, type Write } from '../../../shared/table/transact.ts';
import { aSigner } from '../../signer.ts';
import { aTable } from '../../table.ts';

const at = '2031-03-01T09:00:00Z';
const { sign, keys } = aSigner();

const house = await aTable({ pace: { patience: 20_000 } });
const { table } = house;
afterAll(house.drop);

const aContent = (text: string, concerns: string[] = []): Content => ({
  salt: `salt of ${text.length}`,
  text,
  concerns,
});

const entryFor = (id: string, contents: readonly Content[]): Omit<Entry, 'bodies'> => ({
  id,
  request: id,
  what: contents.map((content) => ({ digest: digestOf(content) })),
});

const writesOf = (chain: string, id: string, contents: readonly Content[] = [aContent(`"${id}"`)]): Write[] =>
  pend(table, chain, entryFor(id, contents), contents);

const leave = (chain: string, id: string, contents?: readonly Content[]): Promise<void> =>
  transact(table, writesOf(chain, id, contents), id);

const entriesOf = async (chain: string) => (await table.all(collections.entriesOf(chain))).map((item) => entryOf(item));

const verdictOf = async (chain: string, erasers: string[] = []) =>
  verifyChain(await readChain(table, chain), { keys, erasures: new Set(erasers) });

describe('an entry', () => {
  test('waits with its body until it is numbered, and is numbered after the one before', async () => {
    await leave('a', '1#one');
    expect((await waitingIn(table, 'a')).map(({ id }) => id)).toEqual(['1#one']);
    expect(await findHead(table, 'a')).toBeUndefined();

    expect(await sequence(table, 'a', sign, at)).toBe(1);
    await leave('a', '2#two');
    expect(await sequence(table, 'a', sign, at)).toBe(1);

    const [one, two] = await entriesOf('a');
    expect(one?.hash).toBe(hashOf(firstHash('a'), 1, one?.entry as Entry));
    expect(two).toEqual({
      number: 2,
      hash: hashOf(one?.hash ?? '', 2, two?.entry as Entry),
      entry: { ...entryFor('2#two', [aContent('"2#two"')]), bodies: 1 },
    });
    expect(await findHead(table, 'a')).toMatchObject({ chain: 'a', count: 2, hash: two?.hash, at, key: keys[0]?.kid });
    expect(await waitingIn(table, 'a')).toEqual([]);
    expect(await bodiesOf(table, 'a', [two?.entry as Entry])).toEqual(
      new Map([['2#two', [{ salt: 'salt of 7', text: '"2#two"' }]]]),
    );
    expect(await verdictOf('a')).toEqual({ chain: 'a', count: 2, hash: two?.hash, erased: 0, waiting: 0, faults: [] });
  });

  test('is chained by nobody twice: what waits nowhere is nothing to do', async () => {
    expect(await sequence(table, 'a', sign, at)).toBe(0);
    expect(await sequence(table, 'never', sign, at)).toBe(0);
    expect(await findHead(table, 'never')).toBeUndefined();
  });

  test('of the same id in the same chain is refused whole', async () => {
    await leave('same', '1#one');

    await expect(leave('same', '1#one')).rejects.toThrow();
    expect(await waitingIn(table, 'same')).toHaveLength(1);
  });

  test('whose signer fails waits on, and nothing is numbered', async () => {
    await leave('unsigned', '1#one');
    const fails = () => Promise.reject(new Error('The key is out of reach.'));

    await expect(sequence(table, 'unsigned', fails, at)).rejects.toThrow('The key is out of reach.');

    expect(await entriesOf('unsigned')).toEqual([]);
    expect(await sequence(table, 'unsigned', sign, at)).toBe(1);
  });

  test('is found by who looks for what waits, in whatever chain', async () => {
    await leave('b', '1#b');
    await leave('c', '1#c');

    expect(await waitingChains(table)).toEqual(expect.arrayContaining(['b', 'c']));
    expect(await allChains(table)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
  });
});

describe('two hundred writers and eight sequencers', () => {
  test('chain every entry once, each after the one before, and wait for nobody', async () => {
    const ids = Array.from({ length: 200 }, (_, nth) => `${String(nth).padStart(3, '0')}#writer`);
    const writers = { writing: true };
    const sequencing = async (): Promise<number> => {
      let done = 0;
      while (writers.writing || (await waitingIn(table, 'race')).length > 0)
        done += await sequence(table, 'race', sign, at);
      return done;
    };
    const sequencers = Array.from({ length: 8 }, sequencing);

    await Promise.all(ids.map((id) => leave('race', id)));
    writers.writing = false;
    const done = await Promise.all(sequencers);

    expect(done.reduce((sum, some) => sum + some)).toBe(200);
    const entries = await entriesOf('race');
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, nth) => nth + 1));
    expect(entries.map(({ entry }) => entry.id).sort()).toEqual(ids);
    expect(await verdictOf('race')).toMatchObject({ count: 200, faults: [] });
  });
});

describe('a body', () => {
  test('too long for one item lies in several, and is read as one', async () => {
    const long = 'Zażółć gęślą jaźń 🜨 '.repeat(30_000);
    const contents = [aContent('"short"'), aContent(long), aContent('"last"')];
    await leave('long', '1#long', contents);
    await sequence(table, 'long', sign, at);

    const [only] = await entriesOf('long');
    expect(only?.entry.bodies).toBeGreaterThan(2);
    const lying = (await bodiesOf(table, 'long', [only?.entry as Entry])).get('1#long');
    expect(lying).toEqual(contents.map(({ salt, text }) => ({ salt, text })));
    expect((await verdictOf('long')).faults).toEqual([]);
  });

  test('shares its item with those that concern the same people, and with no other', () => {
    const many = Array.from({ length: 90 }, (_, nth) => aContent(`"${nth}"`, nth % 2 ? ['ilka'] : []));

    expect(writesOf('shared', '1#many', many)).toHaveLength(3);
  });

  test('that concerns somebody is found by them, and erased from every chain: the chains verify as before', async () => {
    await leave('d', '1#ilka', [aContent('{"name":"Ilka"}', ['ilka']), aContent('{"room":"Quay Hall"}')]);
    await leave('e', '2#both', [aContent('{"names":["Ilka","Jonas"]}', ['jonas', 'ilka'])]);
    await sequence(table, 'd', sign, at);
    const said: unknown[] = [];
    const witness = (bodies: readonly BodyOf[]): Write[] => {
      said.push(...bodies);
      return [];
    };
    expect(await eraseBodies(table, 'ilka', { at, request: 'erasure' }, witness)).toBe(2);
    expect(said).toEqual(
      expect.arrayContaining([
        { chain: 'd', id: '1#ilka' },
        { chain: 'e', id: '2#both' },
      ]),
    );
    await sequence(table, 'e', sign, at);

    for (const person of ['ilka', 'jonas'])
      expect(await table.all({ pk: lists.dataOf(person), index: 'list' })).toEqual([]);
    const [first] = await entriesOf('d');
    expect((await bodiesOf(table, 'd', [first?.entry as Entry])).get('1#ilka')).toEqual([
      { erased: { at, request: 'erasure' } },
      { salt: 'salt of 20', text: '{"room":"Quay Hall"}' },
    ]);
    expect(JSON.stringify(await table.all({ pk: 'CHAIN#d' }))).not.toContain('Ilka');
    expect(await verdictOf('d', ['erasure d 1#ilka'])).toMatchObject({ erased: 1, faults: [] });
    expect(await verdictOf('e', ['erasure e 2#both'])).toMatchObject({ erased: 1, faults: [] });
    expect(await eraseBodies(table, 'ilka', { at, request: 'again' }, witness)).toBe(0);
  });

  test('that is never to be kept is not kept for a moment, and verifies as erased', async () => {
    const never = { ...aContent('{"name":"Ilka"}', ['ilka']), erased: { at, request: '1#never' } };

    const writes = writesOf('never-kept', '1#never', [never]);

    expect(JSON.stringify(writes)).not.toContain('Ilka');
    await transact(table, writes, '1#never');
    await sequence(table, 'never-kept', sign, at);
    expect(await verdictOf('never-kept', ['1#never never-kept 1#never'])).toMatchObject({ erased: 1, faults: [] });
  });
});
