import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../../shared/contract/package-file.ts';
import { keysIn } from '../../../shared/domain/named-key.ts';
import type { PackageVerdict } from '../../../shared/domain/package-fault.ts';
import { unzipped } from '../../../shared/domain/unzip.ts';
import { verifyPackage } from '../../../shared/domain/verify-package.ts';
import { packageOf } from '../../../shared/operations/package.ts';
import { firstEntries } from '../../../shared/table/chain-page.ts';
import type { Table } from '../../../shared/table/client.ts';
import { aRound } from '../../circle.ts';
import type { Household, Json, Reply } from '../../door.ts';
import type { MemoryFiles } from '../../files.ts';
import { aCity, aSigning, aSigningHouse, aText, delegateOf } from '../../signatories.ts';

let house: Household;
beforeAll(async () => {
  house = await aSigningHouse({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  for (let nth = 1; nth <= 12; nth += 1) await aCity(house, `city-${nth}`, { country: 'PT' });
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const filesOf = ({ door }: Pick<Household, 'door'>): MemoryFiles => door.house.files as MemoryFiles;

const sign = async (text: string, organization: string, more: Json = {}): Promise<void> => {
  const delegate = await delegateOf(house, organization);
  await delegate.make(`${text}/signatures`, aSigning(organization, more));
};

/** The bytes behind a redirect. */
const behind = ({ door }: Pick<Household, 'door'>, { status, headers, text }: Reply): Buffer => {
  if (status !== 303) throw new Error(`Answered ${status}: ${text}`);
  const [, name = ''] = /^https:\/\/files\.example\/(.*)\?as=/.exec(headers.get('location') ?? '') ?? [];
  const file = filesOf({ door }).kept.get(name);
  if (!file) throw new Error(`There is no file ${name}.`);
  return file.bytes;
};

const download = async (text: string, query = ''): Promise<Buffer> =>
  behind(house, await house.everyone.get(`${text}/declaration.zip${query}`));

const checked = async (bytes: Uint8Array, receipt?: unknown): Promise<PackageVerdict> => {
  const keys = await keysIn(JSON.stringify({ keys: await house.door.house.signer.publicKeys() }));
  return verifyPackage(bytes, { keys, ...(receipt === undefined ? {} : { receipt }) });
};

const member = (bytes: Uint8Array, name: string): string => Buffer.from(unzipped(bytes).get(name) ?? []).toString();

describe('the package of a declaration', () => {
  test('is valid, and holds what the API says', async () => {
    const text = await aText(house);
    await sign(text, 'arvenne');
    await sign(text, 'port-selva', { capacity: 'observer' });
    await sign(text, 'city-1', { reservation: { text: 'Not the ferries.', paragraphs: [] } });
    const bytes = await download(text);
    const { verdict, faults, about, counts } = await checked(bytes);
    expect([verdict, faults]).toEqual(['valid', []]);
    const { frozen } = (await house.everyone.get(text)).json as { frozen: Json };
    expect(about).toMatchObject({ title: 'Arvenne Declaration', version: 'v1', hash: frozen.hash, count: 3 });
    expect([counts?.signatories.organizations, counts?.observers.organizations]).toEqual([2, 1]);
    expect(counts?.together.people.total).toBe(412_000);
    expect([...unzipped(bytes).keys()]).toEqual([
      'text.json',
      'text.md',
      'seal.json',
      'sources.json',
      'signatures.jsonl',
      'chain-head.json',
      'counts.json',
      'keys.json',
      'CHECK.md',
      'manifest.json',
      'manifest.sig.json',
    ]);
    expect(member(bytes, 'text.md')).toContain('ferries run at night');
    expect(JSON.parse(member(bytes, 'sources.json'))).toMatchObject({
      outcomes: [
        {
          session: 'rc-7',
          reference: 'RC 7',
          outcome: '1',
          text: { en: 'that each quay names one desk' },
          relation: 'verbatim',
        },
        { outcome: '2' },
      ],
    });
  });

  test('is built once for as many signatures as there are; one of before is answered as it was', async () => {
    const text = await aText(house);
    const before = filesOf(house).kept.size;
    await sign(text, 'city-1');
    const first = await download(text);
    expect((await house.everyone.request('HEAD', `${text}/declaration.zip`)).status).toBe(303);
    expect(await download(text)).toEqual(first);
    expect(filesOf(house).kept.size).toBe(before + 1);

    await sign(text, 'city-2');
    const second = await download(text);
    expect((await checked(second)).about?.count).toBe(2);
    expect(await download(text, '?version=v1&count=1')).toEqual(first);
    const none = await checked(behind(house, await house.account.get(`${text}/declaration.zip?count=0`)));
    expect([none.verdict, none.about?.count]).toEqual(['valid', 0]);
  });

  test('of before, which nobody had built, is built with the signatures of then for who is signed in', async () => {
    const text = await aText(house);
    for (const city of ['city-1', 'city-2', 'city-3']) await sign(text, city);
    expect((await house.everyone.get(`${text}/declaration.zip?count=2`)).status).toBe(404);
    const built = behind(house, await house.account.get(`${text}/declaration.zip?count=2`));
    expect(await download(text, '?count=2')).toEqual(built);
    const { verdict, about, counts } = await checked(built);
    expect([verdict, about?.count, counts?.signatories.organizations]).toEqual(['valid', 2, 2]);
  });

  test('counts a withdrawn signature no more, and shows both acts', async () => {
    const text = await aText(house);
    await sign(text, 'city-1');
    await sign(text, 'city-2');
    const delegate = await delegateOf(house, 'city-1');
    await delegate.make(`${text}/signatures/city-1-signatory/withdrawal`, { reason: 'The council decided otherwise.' });
    const { verdict, about, counts } = await checked(await download(text));
    expect([verdict, about?.count, counts?.signatories.organizations]).toEqual(['valid', 3, 1]);
  });

  test('has the signature of a receipt that a signer was given', async () => {
    const text = await aText(house);
    await sign(text, 'city-1');
    await sign(text, 'city-2');
    const bytes = await download(text);
    const delegate = await delegateOf(house, 'city-1');
    const receipt = (await delegate.get(`${text}/signatures/city-1-signatory/receipt`)).json;
    const { verdict, faults, notes } = await checked(bytes, receipt);
    expect([verdict, faults]).toEqual(['valid', []]);
    expect(notes).toContain('The signature of city-1 is in the chain as its receipt says: entry 1.');
  });

  test('is answered by a redirect that nobody keeps for longer than its address is good', async () => {
    const text = await aText(house);
    const { status, headers } = await house.everyone.get(`${text}/declaration.zip`);
    expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([303, 'public, s-maxage=30', null]);
    expect(headers.get('location')).toMatch(/\?as=arvenne-2031-text-\d+-v1-0\.zip$/);
    const signed = await house.secretariat.get(`${text}/declaration.zip`);
    expect(signed.headers.get('cache-control')).toBe('no-store');
  });

  test('is refused where there is none, and why is said', async () => {
    const drafted = await aText(house, false);
    const { status, json } = await house.secretariat.get(`${drafted}/declaration.zip`);
    expect([status, json.type]).toEqual([409, '/api#not-frozen']);
    expect((await house.everyone.get(`${drafted}/declaration.zip`)).status).toBe(404);
    await house.secretariat.make('/summits/arvenne-2031/declarations', {
      slug: 'as-reported',
      title: { en: 'Letter' },
      kind: 'open-letter',
      origin: 'reported',
      sources: [{ facts: ['title', 'kind', 'language'], citation: 'The Quay Gazette (invented)' }],
    });
    const reported = await house.everyone.get('/summits/arvenne-2031/declarations/as-reported/declaration.zip');
    expect([reported.status, reported.json.type]).toEqual([409, '/api#not-checkable']);
    const text = await aText(house);
    for (const query of ['?count=1', '?count=x', '?version=v1&count=-1', '?size=1'])
      expect([query, (await house.everyone.get(`${text}/declaration.zip${query}`)).status]).toEqual([query, 422]);
    const other = await house.everyone.get(`${text}/declaration.zip?version=v2`);
    expect([other.status, other.json.type]).toEqual([409, '/api#not-frozen']);
  });
});

describe('building', () => {
  test('by many at once comes to one package', async () => {
    const text = await aText(house);
    await sign(text, 'city-1');
    const { size } = filesOf(house).kept;
    const replies = await Promise.all(Array.from({ length: 6 }, () => house.everyone.get(`${text}/declaration.zip`)));
    expect(new Set(replies.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(filesOf(house).kept.size).toBe(size + 1);
    expect((await checked(behind(house, replies[0] as Reply))).verdict).toBe('valid');
    const items = (await house.dump()).filter(
      ({ type, pk }) => type === 'package' && String(pk).endsWith(`#${text.split('/').at(-1)}`),
    );
    expect(items.length).toBe(1);
  });

  test('while others sign packs the first signatures, whole', async () => {
    const text = await aText(house);
    const cities = Array.from({ length: 12 }, (_, nth) => `city-${nth + 1}`);
    const signing = cities.map((city) => sign(text, city));
    const packing = cities.slice(0, 4).map(async () => checked(await download(text)));
    const [verdicts] = await Promise.all([Promise.all(packing), Promise.all(signing)]);
    for (const { verdict, faults, about, counts } of verdicts) {
      expect([verdict, faults]).toEqual(['valid', []]);
      expect(counts?.signatories.organizations).toBe(about?.count);
    }
    expect((await checked(await download(text))).counts?.signatories.organizations).toBe(12);
  });

  test('that breaks off is done by whoever asks next', async () => {
    const text = await aText(house);
    await sign(text, 'city-1');
    const of = { summit: 'arvenne-2031', declaration: text.split('/').at(-1) ?? '' };
    const inner = house.door.house;
    const broken = {
      ...inner,
      files: {
        ...inner.files,
        keep: async (...[, content]: Parameters<MemoryFiles['keep']>) => {
          for await (const _ of content as AsyncIterable<Uint8Array>) throw new Error('Killed.');
          throw new Error('There was nothing.');
        },
      },
    };
    const at = house.clock.now;
    await expect(packageOf(broken, of, {}, { at, pages })).rejects.toThrow('Killed.');
    // Kept, and not noted any more.
    const unnoted = {
      ...inner,
      table: { ...inner.table, sendTransaction: () => Promise.reject(new Error('Killed after.')) } as Table,
    };
    await expect(packageOf(unnoted, of, {}, { at, pages })).rejects.toThrow('Killed after.');
    const bytes = await download(text);
    expect((await checked(bytes)).verdict).toBe('valid');
    const built = await packageOf(inner, of, {}, { at, pages });
    expect(built).toMatchObject({ version: 'v1', count: 1, size: bytes.length });
  });

  test('reads the chain page by page', async () => {
    const asked: number[] = [];
    const entry = { id: 'e', request: 'r', what: [], bodies: 0 };
    const table = {
      page: async ({ limit = 0, after }: { limit?: number; after?: { number: number } }) => {
        asked.push(limit);
        const from = after?.number ?? 0;
        const items = Array.from({ length: limit }, (_, nth) => ({ number: from + nth + 1, hash: 'h', entry }));
        return { items, next: { number: from + limit } };
      },
      batchGet: async () => [],
    } as unknown as Table;
    let count = 0;
    for await (const { number } of firstEntries(table, 'c', 250)) expect(number).toBe((count += 1));
    expect([count, asked]).toEqual([250, [100, 100, 50]]);
  });
});

describe('what was adopted by silence', () => {
  test('has its certificate in the package', async () => {
    const rounds = await aRound();
    const circle = await rounds.sent(3);
    await rounds.reachAll(circle);
    rounds.house.clock.move(73 * 60 * 60);
    await rounds.decide();
    const bytes = behind(rounds.house, await rounds.house.everyone.get(`${circle.text}/declaration.zip`));
    const keys = await keysIn(JSON.stringify({ keys: await rounds.house.door.house.signer.publicKeys() }));
    const { verdict, faults } = await verifyPackage(bytes, { keys });
    expect([verdict, faults]).toEqual(['valid', []]);
    expect(JSON.parse(member(bytes, 'certificate.json'))).toMatchObject({
      format: 'plenary-certificate/1',
      by: 'silence',
      state: 'adopted',
    });
    await rounds.house.close();
  });
});
