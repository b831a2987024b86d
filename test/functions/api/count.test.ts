import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Signature } from '../../../shared/domain/signature.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { signatureKind } from '../../../shared/table/declaration.ts';
import { aSignature } from '../../builders.ts';
import { type Client, type Household, type Json } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { aCity } from '../../records.ts';

// Every number has its list: the same acts, at the same moment, as JSON and as a table.

const letter = '/summits/arvenne-2031/declarations/letter-of-the-quays';
const passage = (from: string, to: string, at: string) => ({ from, to, at, by: 'amira' });

const act = (city: string, given: Partial<Signature>): Signature =>
  aSignature({
    slug: `${city}-${given.capacity ?? 'signatory'}`,
    declaration: 'letter-of-the-quays',
    organization: city,
    printed: city.toUpperCase(),
    counted: aCity({ organization: city, printed: city.toUpperCase() }),
    sources: [],
    ...given,
  });

const acts = [
  act('early', { on: '2031-02-01', recordedAt: '2031-02-01T10:00:00Z' }),
  act('late', { on: '2031-02-20', recordedAt: '2031-02-21T10:00:00Z' }),
  act('observing', { on: '2031-02-02', recordedAt: '2031-02-02T10:00:00Z', capacity: 'observer' }),
  act('leaving', {
    on: '2031-02-01',
    recordedAt: '2031-02-01T10:00:00Z',
    state: 'withdrawn',
    withdrawnOn: '2031-02-15',
    history: [passage('valid', 'withdrawn', '2031-02-16T10:00:00Z')],
  }),
  act('disputed', {
    on: '2031-02-03',
    recordedAt: '2031-02-03T10:00:00Z',
    state: 'suspended',
    history: [passage('valid', 'suspended', '2031-02-04T10:00:00Z')],
  }),
];

let house: Household;
let client: Client;
beforeAll(async () => {
  house = await aFoundedHouse();
  client = house.everyone;
  await house.table.batchWrite(acts.map((one) => itemOf(signatureKind, one, 'given')));
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const groups = ['signatories', 'observers', 'together'] as const;
const read = async (path: string): Promise<Json> => (await client.get(path)).json;
const listed = async (path: string): Promise<string[]> =>
  ((await read(path)).items ?? []).map(({ organization }) => organization as string);

describe.each([
  ['', ['arvenne', 'early', 'late']],
  ['asOf=2031-02-14', ['early', 'leaving']],
  ['asOf=2031-02-15', ['early']],
  ['asOf=2031-02-15&knownAt=2031-02-15T12:00:00Z', ['early', 'leaving']],
  ['knownAt=2031-02-03T12:00:00Z', ['disputed', 'early', 'leaving']],
  ['asOf=2031-12-31&knownAt=2031-02-21T10:00:00Z', ['early', 'late']],
])('the counts at "%s"', (moment, signatories) => {
  test('count these signatories', async () => {
    const { signatories: count } = (await read(`${letter}/counts?${moment}`)) as Record<string, Json>;
    expect([count?.organizations, await listed(count?.list as string)]).toEqual([signatories.length, signatories]);
  });

  test('have a list and a table each that show exactly what is counted', async () => {
    const counts = (await read(`${letter}/counts?${moment}`)) as Record<string, Json>;
    for (const group of groups) {
      const { organizations, list, csv } = counts[group] ?? {};
      const names = await listed(list as string);
      const { text, status, headers } = await client.get(csv as string);
      const rows = text.trim().split('\r\n').slice(1);
      expect([group, names.length, status]).toEqual([group, organizations, 200]);
      expect(rows.map((row) => row.split(',')[0])).toEqual(names);
      // As they stood then, whatever became of them since.
      const states = ((await read(list as string)).items ?? []).map(({ state }) => state);
      expect(states).toEqual(names.map(() => 'valid'));
      expect(rows.filter((row) => !row.includes(',valid,'))).toEqual([]);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    }
  });
});

test('a count has a line to cite, which leads to the same list later', async () => {
  const { signatories } = (await read(`${letter}/counts?asOf=2031-02-14`)) as Record<string, Json>;

  expect(signatories).toMatchObject({
    list: `/api/v1${letter}/signatures?capacity=signatory&asOf=2031-02-14&knownAt=2031-03-01T09%3A00%3A00Z`,
    csv: `/api/v1${letter}/signatures.csv?capacity=signatory&asOf=2031-02-14&knownAt=2031-03-01T09%3A00%3A00Z`,
    cite: `2 signatories of Letter of the Quays, as of 14 February 2031, as known on 1 March 2031, 09:00:00 UTC: ${String(signatories?.list)}`,
  });
});

test('the line is in the asked language', async () => {
  const lines = ['fr', 'es'].map(async (lang) => {
    const counts = (await read(`${letter}/counts?asOf=2031-02-01&knownAt=2031-02-02T00:00:00Z&lang=${lang}`)) as Record<
      string,
      Json
    >;
    return String(counts.signatories?.cite).replace(/: \/api.*/, '');
  });

  expect(await Promise.all(lines)).toEqual([
    '2 signataires de Letter of the Quays, au 1 février 2031, selon ce qui était connu le 2 février 2031 à 00:00:00 UTC ',
    '2 signatarios de Letter of the Quays, a 1 de febrero de 2031, según lo conocido el 2 de febrero de 2031 a las 00:00:00 UTC',
  ]);
});

test('nothing is cited as known on a day to come', async () => {
  const { status, json } = await client.get(`${letter}/counts?knownAt=2031-03-01T09:00:01Z`);

  expect([status, json.errors]).toEqual([
    422,
    [{ pointer: '?knownAt', detail: expect.stringContaining('not in the future') }],
  ]);
});

test('without a moment the list has every act, with its state', async () => {
  expect(await listed(`${letter}/signatures?capacity=signatory`)).toEqual([
    'arvenne',
    'disputed',
    'early',
    'late',
    'leaving',
  ]);
});

test('the register that changes later changes no count', async () => {
  const before = await read(`${letter}/counts`);
  expect((before.signatories as Json).people).toMatchObject({ total: 412_000, of: 1 });

  await house.secretariat.patch(
    '/organizations/arvenne',
    {
      population: [{ value: 1, year: 2030, basis: 'metropolis', source: 'Another register (invented)' }],
      country: 'BE',
    },
    { 'if-match': '*' },
  );

  expect(await read(`${letter}/counts`)).toEqual(before);
});

test('who takes part is counted with its list, too', async () => {
  const { everyone, byCapacity } = (await read('/summits/arvenne-2031/counts')) as Record<string, Json>;

  const names = await listed(everyone?.list as string);
  expect(names).toContain('arvenne');
  expect(everyone?.organizations).toBe(names.length);
  const { host, observer } = byCapacity as Record<string, Json>;
  expect([await listed(host?.list as string), await listed(observer?.list as string)]).toEqual([['arvenne'], []]);
  expect((await client.get(host?.csv as string)).text).toContain('arvenne,Arvenne,host');
  expect(host?.cite).toBe(
    '1 organization taking part in Arvenne City Summit 2031: /api/v1/summits/arvenne-2031/participations?capacity=host&takesPart=true',
  );
});

describe('a claim', () => {
  const claims = `${letter}/claims`;
  const check = async (body: object): Promise<Json> => {
    const { slug } = await house.secretariat.make(claims, { words: 'so many', ...body });
    return (await read(`${claims}/${String(slug)}`)).check as Json;
  };

  test('is checked against the very count that it is bound to, and shows its list', async () => {
    const checked = await check({
      number: 2,
      counts: 'signed',
      count: { of: 'acts', capacity: 'signatory', asOf: '2031-02-14' },
    });

    expect(checked).toMatchObject({
      verdict: 'borne-out',
      recorded: 2,
      against: { of: 'acts', capacity: 'signatory', asOf: '2031-02-14' },
    });
    expect(await listed(checked.list as string)).toEqual(['early', 'leaving']);
  });

  test('that is not bound goes by today, and its list too', async () => {
    const checked = await check({ number: 40, counts: 'signed' });

    expect(checked).toMatchObject({ verdict: 'not-borne-out', recorded: 3 });
    expect(await listed(checked.list as string)).toHaveLength(3);
  });

  test('of members has no list to be checked against', async () => {
    expect(await check({ number: 40, counts: 'members' })).toMatchObject({ verdict: 'cannot-be-checked', list: null });
  });

  test('on a declaration that is held needs nobody to say that its records are complete', async () => {
    const held = '/summits/arvenne-2031/declarations/arvenne-declaration/claims';
    const { slug } = await house.secretariat.make(held, { words: 'twelve', number: 12, counts: 'signed' });

    expect((await house.secretariat.get(`${held}/${String(slug)}`)).json.check).toMatchObject({
      verdict: 'not-borne-out',
      recorded: 0,
    });
  });

  test('that the text prints names its paragraph, which has to be there', async () => {
    const held = '/summits/arvenne-2031/declarations/arvenne-declaration';
    const { paragraphs } = (await house.secretariat.get(held)).json as { paragraphs?: Json[] };
    const paragraph = paragraphs?.[0]?.slug;
    const body = { words: 'twelve', number: 12, counts: 'signed' };

    expect(await house.secretariat.make(`${held}/claims`, { ...body, paragraph })).toMatchObject({ paragraph });
    const refused = await house.secretariat.post(`${held}/claims`, { ...body, paragraph: 'no-such' });
    expect([refused.status, refused.json.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/paragraph']]);
  });
});
