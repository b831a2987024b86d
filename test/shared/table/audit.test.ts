import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, type Entry, type Head, hashOf, numbered, signedDigest } from '../../../shared/domain/chain.ts';
import { type Fault, verifyChain } from '../../../shared/domain/verify.ts';
import { readChain } from '../../../shared/table/audit.ts';
import type { Item } from '../../../shared/table/client.ts';
import { chainKey, collections, entryKey } from '../../../shared/table/key.ts';
import { type Content, eraseBodies } from '../../../shared/table/log-body.ts';
import { entryOf, pend, sequence } from '../../../shared/table/log.ts';
import { transact } from '../../../shared/table/transact.ts';
import { aSigner } from '../../signer.ts';
import { aTable } from '../../table.ts';

// Whoever can write in the table itself can do anything to a chain but have it signed.

const at = '2031-03-01T09:00:00Z';
const { sign, keys } = aSigner();
const house = await aTable();
const { table } = house;
afterAll(house.drop);

const put = (item: object) => house.documents.send(new PutCommand({ TableName: house.name, Item: item }));
const remove = (...items: { pk: string; sk: string }[]) =>
  table.batchWrite(
    [],
    items.map(({ pk, sk }) => ({ pk, sk })),
  );

let chain = '';
let chains = 0;

const leave = async (id: string, content: Content = { salt: 'salt', text: `{"of":"${id}"}`, concerns: [] }) => {
  const draft = { id, request: id, what: [{ digest: digestOf(content) }] };
  await transact(table, pend(table, chain, draft, [content]), id);
};

const itemOf = async (number: number): Promise<Item> => (await table.get(entryKey(chain, number))) ?? expect.fail();
const bodies = () => table.all(collections.bodiesOf(chain));
const headItem = async () => (await table.get(chainKey(chain))) ?? expect.fail();
const verdict = async (erasers: string[] = []) =>
  verifyChain(await readChain(table, chain), { keys, erasures: new Set(erasers) });
const faults = async (): Promise<Fault[]> => (await verdict()).faults;

// Five entries, the third of which concerns somebody.
beforeEach(async () => {
  chain = `chain-${(chains += 1)}`;
  for (const id of ['1#a', '2#b']) await leave(id);
  await leave('3#c', { salt: 'salt', text: '{"name":"Ilka"}', concerns: [`ilka-${chains}`] });
  for (const id of ['4#d', '5#e']) await leave(id);
  await sequence(table, chain, sign, at);
});

test('a chain that nobody touched has no fault, also while something waits for its number', async () => {
  await leave('6#f');

  expect(await verdict()).toMatchObject({ chain, count: 5, erased: 0, waiting: 1, faults: [] });
});

describe('whoever', () => {
  test('changes who did something is found at that entry', async () => {
    const item = await itemOf(2);
    await put({ ...item, entry: { ...(item.entry as Entry), by: 'somebody-else' } });

    expect(await faults()).toEqual([{ kind: 'altered', number: 2, id: '2#b' }]);
  });

  test('changes an entry and makes its hash anew is found at the next', async () => {
    const [before, item] = [await itemOf(1), await itemOf(2)];
    const entry = { ...(item.entry as Entry), by: 'somebody-else' };
    await put({ ...item, entry, hash: hashOf(String(before.hash), 2, entry) });

    expect(await faults()).toEqual([{ kind: 'altered', number: 3, id: '3#c' }]);
  });

  test('makes the whole chain anew is found at its head, also with a signature of their own', async () => {
    const entries = (await table.all(collections.entriesOf(chain))).map((item) => entryOf(item).entry);
    const forged = numbered(
      chain,
      undefined,
      entries.map((entry) => ({ ...entry, by: 'somebody-else' })),
    );
    const items = await Promise.all(forged.map(({ number }) => itemOf(number)));
    for (const [nth, one] of forged.entries()) await put({ ...items[nth], ...one });
    expect(await faults()).toEqual([{ kind: 'head-altered', number: 5 }]);

    const item = await headItem();
    const reached = { chain, count: 5, hash: forged[4]?.hash ?? '', at };
    await put({ ...item, head: { ...(item.head as Head), ...reached } });
    expect(await faults()).toEqual([{ kind: 'unsigned', number: 5 }]);

    await put({ ...item, head: { ...reached, ...(await aSigner().sign(signedDigest(reached))) } });
    expect(await faults()).toEqual([{ kind: 'unsigned', number: 5 }]);

    const theirs = await aSigner().sign(signedDigest(reached));
    await put({ ...item, head: { ...reached, ...theirs, key: keys[0]?.kid } });
    expect(await faults()).toEqual([{ kind: 'unsigned', number: 5 }]);
  });

  test('removes an entry from the middle is found at its number', async () => {
    await remove(await itemOf(3));

    expect(await faults()).toEqual([
      { kind: 'missing', number: 3 },
      { kind: 'stray', id: '3#c' },
    ]);
  });

  test('removes an entry with its body is found at its number', async () => {
    const its = (await bodies()).filter(({ sk }) => sk.includes('3#c'));
    await remove(await itemOf(3), ...its);

    expect(await faults()).toEqual([{ kind: 'missing', number: 3 }]);
  });

  test('cuts off the end is found by the signed count', async () => {
    const its = (await bodies()).filter(({ sk }) => sk.includes('5#e') || sk.includes('4#d'));
    await remove(await itemOf(4), await itemOf(5), ...its);

    expect(await faults()).toEqual([{ kind: 'truncated', number: 3 }]);
  });

  test('cuts off the end and lowers the count is found by the signature', async () => {
    await remove(await itemOf(5));
    const item = await headItem();
    const fourth = await itemOf(4);
    await put({ ...item, head: { ...(item.head as Head), count: 4, hash: fourth.hash } });

    expect(await faults()).toEqual([
      { kind: 'unsigned', number: 4 },
      { kind: 'stray', id: '5#e' },
    ]);
  });

  test('removes the head is found', async () => {
    await remove(await headItem());

    expect(await faults()).toEqual([{ kind: 'unsigned' }]);
  });

  test('adds an entry past the head is found, also when it follows from the last', async () => {
    const last = await itemOf(5);
    const entry: Entry = { id: '6#x', request: '6#x', what: [], bodies: 0 };
    await put({ ...last, ...entryKey(chain, 6), number: 6, entry, hash: hashOf(String(last.hash), 6, entry) });

    expect(await faults()).toEqual([{ kind: 'head-altered', number: 5 }]);
  });

  test('exchanges two entries is found at both and what follows them', async () => {
    const [two, three] = [await itemOf(2), await itemOf(3)];
    await put({ ...two, entry: three.entry });
    await put({ ...three, entry: two.entry });

    expect(await faults()).toEqual([
      { kind: 'altered', number: 2, id: '3#c' },
      { kind: 'altered', number: 3, id: '2#b' },
    ]);
  });

  test('puts an entry of another chain in is found', async () => {
    const other = await itemOf(1);
    const mine = chain;
    chain = 'elsewhere';
    await leave('1#a');
    await sequence(table, chain, sign, at);
    const foreign = await itemOf(1);
    chain = mine;
    await put({ ...foreign, pk: other.pk });

    expect(await faults()).toEqual([
      { kind: 'altered', number: 1, id: '1#a' },
      { kind: 'altered', number: 2, id: '2#b' },
    ]);
  });

  test('changes what was, or its salt, is found at that entry', async () => {
    const item = (await bodies()).find(({ sk }) => sk.includes('2#b'));
    const pieces = (text: string, salt: string) => [{ of: 0, salt, text }];
    for (const changed of [pieces('{"of":"another"}', 'salt'), pieces('{"of":"2#b"}', 'other'), []]) {
      await put({ ...item, pieces: changed });
      expect(await faults()).toEqual([
        { kind: changed.length > 0 ? 'body-altered' : 'body-missing', number: 2, id: '2#b' },
      ]);
    }
    await put({ ...item, pieces: pieces('{"of":"2#b"}', 'salt') });
    expect(await faults()).toEqual([]);
  });

  test('removes what was is found at that entry', async () => {
    await remove(...(await bodies()).filter(({ sk }) => sk.includes('2#b')));

    expect(await faults()).toEqual([{ kind: 'body-missing', number: 2, id: '2#b' }]);
  });

  test('removes what was from under an entry that waits is found before it has a number', async () => {
    await leave('6#f');
    await remove(...(await bodies()).filter(({ sk }) => sk.includes('6#f')));

    expect(await faults()).toEqual([{ kind: 'body-missing', id: '6#f' }]);
  });

  test('erases by a deed is found to have done so, and nothing is wrong; without a deed something is', async () => {
    await eraseBodies(table, `ilka-${chains}`, { at, request: 'erasure' }, () => []);

    expect(await verdict([`erasure ${chain} 3#c`])).toMatchObject({ erased: 1, faults: [] });
    expect(await faults()).toEqual([{ kind: 'erased-by-none', number: 3, id: '3#c' }]);
    // Nor does a deed that erased something else.
    expect((await verdict([`erasure ${chain} 2#b`])).faults).toEqual([
      { kind: 'erased-by-none', number: 3, id: '3#c' },
    ]);
  });
});

test('a chain whose head was removed goes no further: nobody chains over what is there', async () => {
  await remove(await headItem());
  await leave('6#f');
  const hasty = house.through(house.endpoint, { patience: 100 });

  await expect(sequence(hasty, chain, sign, at)).rejects.toThrow('could not be reached');

  expect((await itemOf(1)).entry).toMatchObject({ id: '1#a' });
});

test('whoever restores a chain of an earlier day is found by who kept a later head', async () => {
  const [kept, head] = [await itemOf(5), await headItem()];
  const earlier = await table.all({ pk: head.pk });
  await leave('6#f');
  await sequence(table, chain, sign, at);
  const later = { chain, count: 6, hash: String((await itemOf(6)).hash) };
  await remove(await itemOf(6), ...(await bodies()).filter(({ sk }) => sk.includes('6#f')));
  await table.batchWrite(earlier);

  const found = await readChain(table, chain);
  const against = { keys, erasures: new Set<string>() };
  expect(verifyChain(found, against).faults).toEqual([]);
  expect(verifyChain(found, { ...against, kept: [{ chain, count: 5, hash: String(kept.hash) }] }).faults).toEqual([]);
  expect(verifyChain(found, { ...against, kept: [later] }).faults).toEqual([{ kind: 'rolled-back', number: 6 }]);
});

test('a chain that is written on while it is read has no fault', async () => {
  const writer = { writing: true };
  const write = async () => {
    for (let nth = 6; writer.writing; nth += 1) {
      await leave(`${String(nth).padStart(3, '0')}#x`);
      await sequence(table, chain, sign, at);
    }
  };
  const written = write();
  for (let time = 0; time < 10; time += 1) expect(await faults()).toEqual([]);
  writer.writing = false;
  await written;
});
