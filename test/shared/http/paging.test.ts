import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cursorOf } from '../../../shared/http/cursor.ts';
import { lists } from '../../../shared/table/key.ts';
import { aDoor, type Household, type Json } from '../../door.ts';

let house: Household;
const count = 120;
const summit = '/summits/arvenne-2031';

beforeAll(async () => {
  house = await aDoor();
  const { make } = house.secretariat;
  await make('/summits', { slug: 'arvenne-2031', title: { en: 'A' }, zone: 'Europe/Paris' });
  await make('/summits', { slug: 'belmora-2032', title: { en: 'B' }, zone: 'Europe/Paris' });
  for (const wave of Array.from({ length: count / 10 }, (_, at) => at))
    await Promise.all(
      Array.from({ length: 10 }, async (_, at) => {
        const number = wave * 10 + at;
        await make('/organizations', {
          slug: `city-${number}`,
          name: { en: `Tarn ${number}` },
          kind: number % 3 ? 'city' : 'ngo',
        });
        await make(`${summit}/tracks`, { slug: `track-${number}`, title: { en: 'T' } });
      }),
    );
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

/** Follows a list from page to page by what its Link header says. */
const followed = async (first: string): Promise<Json[][]> => {
  const pages: Json[][] = [];
  let path: string | undefined = first;
  while (path) {
    const { status, json, headers }: Awaited<ReturnType<typeof house.everyone.get>> = await house.everyone.get(path);
    expect(status).toBe(200);
    pages.push(json.items ?? []);
    const [, next] = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '') ?? [];
    expect(next === undefined).toBe(json.next === null);
    path = next;
  }
  return pages;
};

const slugs = (pages: readonly Json[][]): unknown[] => pages.flat().map(({ slug }) => slug);

describe.each([
  ['an index', '/organizations', ''],
  ['a collection', `${summit}/tracks`, ''],
  ['a search by name', '/organizations', 'name=tarn'],
])('%s', (_, path, query) => {
  test.each([7, 50, 119, 120, 200])('in pages of %i shows everything once, and no empty page', async (limit) => {
    const pages = await followed(`${path}?limit=${limit}&${query}`);
    expect(pages.map(({ length }) => length)).toEqual(
      Array.from({ length: Math.ceil(count / limit) }, (__, at) => Math.min(limit, count - at * limit)),
    );
    expect(new Set(slugs(pages)).size).toBe(count);
  });

  test('has fifty to a page when nobody says how many', async () => {
    expect((await followed(`${path}?${query}`)).map(({ length }) => length)).toEqual([50, 50, 20]);
  });
});

test('a filter that passes a third fills its pages all the same, and keeps to its order', async () => {
  const pages = await followed('/organizations?kind=ngo&limit=15');
  expect(pages.map(({ length }) => length)).toEqual([15, 15, 10]);
  expect(slugs(pages)).toEqual(slugs(pages).toSorted());
});

test('what is added or removed meanwhile shows nothing twice and skips nothing that stayed', async () => {
  const { make } = house.secretariat;
  await make('/summits/belmora-2032/rooms', { slug: 'b', name: { en: 'B' } });
  await make('/summits/belmora-2032/rooms', { slug: 'd', name: { en: 'D' } });
  await make('/summits/belmora-2032/rooms', { slug: 'f', name: { en: 'F' } });
  const first = await house.everyone.get('/summits/belmora-2032/rooms?limit=2');
  await make('/summits/belmora-2032/rooms', { slug: 'a', name: { en: 'A' } });
  await make('/summits/belmora-2032/rooms', { slug: 'e', name: { en: 'E' } });
  const second = await house.everyone.get(`/summits/belmora-2032/rooms?limit=2&cursor=${first.json.next}`);
  expect(slugs([first.json.items ?? [], second.json.items ?? []])).toEqual(['b', 'd', 'e', 'f']);
});

describe('a limit', () => {
  test.each(['0', '201', '1000', '-1', '1.5', '1e2', ' 5', 'ten', '', '٣'])('of "%s" is refused', async (limit) => {
    const { status, json } = await house.everyone.get(`/organizations?limit=${encodeURIComponent(limit)}`);
    expect([status, json.errors]).toEqual([
      422,
      [
        {
          pointer: '?limit',
          detail: expect.stringMatching(/^(Give a whole number from 1 to 200|Use at (least 1|most 200))\.$/),
        },
      ],
    ]);
  });
});

describe('a cursor', () => {
  const refusal = async (path: string): Promise<unknown> => {
    const { status, json } = await house.everyone.get(path);
    return [status, json.type, json.errors?.map(({ pointer }) => pointer)];
  };
  const refused = [422, '/api#invalid', ['?cursor']];
  const cursorFrom = async (path: string): Promise<string> =>
    encodeURIComponent((await house.everyone.get(path)).json.next ?? 'none');

  test('of another list, of other filters or of another reader is refused', async () => {
    const cursor = await cursorFrom('/organizations?limit=2');
    expect(await refusal(`${summit}/tracks?cursor=${cursor}`)).toEqual(refused);
    expect(await refusal(`/summits?cursor=${cursor}`)).toEqual(refused);
    expect(await refusal(`/organizations?kind=city&cursor=${cursor}`)).toEqual(refused);
    expect(await refusal(`/organizations?name=tarn&cursor=${cursor}`)).toEqual(refused);
    expect((await house.secretariat.get(`/organizations?cursor=${cursor}`)).status).toBe(422);
    expect((await house.everyone.get(`/organizations?limit=5&cursor=${cursor}`)).status).toBe(200);
  });

  test('of another summit is refused', async () => {
    const cursor = await cursorFrom(`${summit}/tracks?limit=2`);
    expect(await refusal(`/summits/belmora-2032/tracks?cursor=${cursor}`)).toEqual(refused);
  });

  test.each([
    'x',
    '',
    'null',
    'e30',
    Buffer.from('[]').toString('base64url'),
    'a'.repeat(3_000),
    '%00',
    '%F0%9F%8E%89',
  ])('that is "%s" is refused', async (cursor) => {
    expect(await refusal(`/organizations?cursor=${cursor}`)).toEqual(refused);
  });

  // Whoever knows how a cursor is made can make one: it must not lead anywhere that the list does not.
  const forged = (path: string, from: Record<string, unknown>, filters: [string, string][] = []): string =>
    `/api/v1${path}?${[...filters, ['cursor', cursorOf(JSON.stringify([`/api/v1${path}`, filters, 'everyone']), from)]]
      .map(([name, value]) => `${name}=${value}`)
      .join('&')}`;
  const inIndex = { pk: 'ORGANIZATION#city-1', sk: 'ORGANIZATION', listPk: lists.organizations, listSk: 'city-1' };

  test('that is made well is followed', async () => {
    const { status, json } = await house.everyone.get(forged('/organizations', inIndex));
    expect([status, json.items?.[0]?.slug]).toEqual([200, 'city-10']);
  });

  test.each([
    ['another list of the index', '/organizations', { ...inIndex, listPk: 'PEOPLE' }, []],
    ['keys that are empty', '/organizations', { ...inIndex, sk: '' }, []],
    ['keys that are no texts', '/organizations', { ...inIndex, listSk: 7 }, []],
    ['keys that are missing', '/organizations', { pk: 'ORGANIZATION#a', sk: 'ORGANIZATION' }, []],
    ['no keys', '/organizations', {}, []],
    ['another collection', `${summit}/tracks`, { pk: 'PRIVATE#n01', sk: 'CONTACT' }, []],
    ['the same collection, elsewhere', `${summit}/tracks`, { pk: 'SUMMIT#arvenne-2031', sk: 'ROOM#a' }, []],
    ['a name of another search', '/organizations', { pk: 'NAME#ta', sk: 'tazo#a' }, [['name', 'tarn']]],
    ['keys as long as no key is', '/organizations', { ...inIndex, listSk: 'a'.repeat(1_200) }, []],
  ] as [string, string, Record<string, unknown>, [string, string][]][])(
    'that leads to %s is refused',
    async (_, path, from, filters) => {
      expect(await refusal(forged(path, from, filters))).toEqual(refused);
    },
  );
});
