import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Item, Table } from '../../../shared/table/client.ts';
import { cardOf, listPage } from '../../../shared/table/list.ts';
import { runs } from '../../counts.ts';
import { refusalOf } from '../../refusal.ts';
import { aTable } from '../../table.ts';

const item = (at: number, pk = 'p'): Item => ({
  pk,
  sk: `k${String(at).padStart(3, '0')}`,
  listPk: 'LIST',
  listSk: `l${String(at).padStart(3, '0')}`,
  at,
});

/** A table of sorted items that cuts its pages where the dice say, as 1 MB does. */
const fakeTable = (items: readonly Item[], cuts: readonly number[] = [1]): Pick<Table, 'page'> => {
  let turn = 0;
  return {
    page: async ({ after, limit = 50 }) => {
      const start = after ? items.findIndex(({ sk }) => sk > (after as Item).sk) : 0;
      const rest = start < 0 ? [] : items.slice(start);
      const size = Math.max(0, Math.min(limit, Math.ceil(limit * (cuts[(turn += 1) % cuts.length] ?? 1))));
      const found = rest.slice(0, size);
      const last = found.at(-1) ?? after;
      // DynamoDB may name a next page that turns out to be empty.
      return { items: found, next: found.length === rest.length && turn % 2 === 0 ? undefined : last };
    },
  };
};

/** Every page of a list, one after the other. */
const pagesOf = async <T>(table: Table, limit: number, keep: (item: Item) => T | undefined, index?: 'list') => {
  const pages: T[][] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await listPage(table, { pk: index ? 'LIST' : 'p', limit, after, ...(index && { index }) }, keep);
    pages.push(page.items);
    after = page.next;
  } while (after);
  return pages;
};

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  all.length === 0
    ? [[]]
    : Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

test('pages of every size show everything that is kept, in order, nothing twice and nothing skipped', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 160 }),
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 7 }),
      async (numbers, limit, cuts, every) => {
        const items = numbers.toSorted((a, b) => a - b).map((at) => item(at));
        const keep = ({ at }: Item) => ((at as number) % every === 0 ? (at as number) : undefined);

        const pages = await pagesOf(fakeTable(items, cuts) as Table, limit, keep);

        const kept = items.flatMap((one) => keep(one) ?? []);
        expect(pages).toEqual(chunks(kept, limit));
      },
    ),
    runs(200, 5_000),
  );
});

test('the last full page is the last: no next page without something on it', async () => {
  const table = fakeTable([1, 2, 3, 4].map((at) => item(at))) as Table;

  const page = await listPage(table, { pk: 'p', limit: 4 }, ({ at }) => at);

  expect(page).toEqual({ items: [1, 2, 3, 4], next: undefined });
});

test('the next page begins after the last item shown, by its keys alone', async () => {
  const table = fakeTable([1, 2, 3].map((at) => item(at))) as Table;

  expect((await listPage(table, { pk: 'p', limit: 2 }, ({ at }) => at)).next).toEqual({ pk: 'p', sk: 'k002' });
  expect((await listPage(table, { pk: 'LIST', index: 'list', limit: 2 }, ({ at }) => at)).next).toEqual({
    pk: 'p',
    sk: 'k002',
    listPk: 'LIST',
    listSk: 'l002',
  });
});

test.each([
  ['of another list', { pk: 'q', sk: 'k001' }],
  ['without a key', { pk: 'p' }],
  ['with an empty key', { pk: 'p', sk: '' }],
  ['with a number for a key', { pk: 'p', sk: 7 }],
])('a start %s is refused', async (_, after) => {
  expect(await refusalOf(listPage(fakeTable([]) as Table, { pk: 'p', limit: 2, after }, ({ at }) => at))).toEqual({
    code: 'invalid',
    detail: 'One field needs a change; nothing was written.',
    errors: [{ pointer: '?cursor', detail: 'Use the cursor that this very list gave, or leave it out to begin anew.' }],
  });
});

test('a start outside the prefix of the list is refused', async () => {
  const listing = { pk: 'p', prefix: 'TRACK#', limit: 2, after: { pk: 'p', sk: 'ROOM#quay' } };

  expect((await refusalOf(listPage(fakeTable([]) as Table, listing, ({ at }) => at))).code).toBe('invalid');
});

test('a card is shown with the version of its record', () => {
  const listed = { ...item(1), type: 'summit', version: 4, card: { slug: 'arvenne-2031' } };

  expect(cardOf(listed)).toEqual({ type: 'summit', card: { slug: 'arvenne-2031', version: 4 } });
});

describe('on the engine', async () => {
  const house = await aTable();
  afterAll(house.drop);
  const numbers = Array.from({ length: 130 }, (_, at) => at);
  await house.table.batchWrite(numbers.map((at) => item(at)));

  test.each([1, 7, 49, 50, 51, 129, 130, 200])('pages of %d show everything once', async (limit) => {
    const kept = numbers.filter((at) => at % 3 === 0);

    for (const index of [undefined, 'list'] as const)
      expect(
        await pagesOf(
          house.table,
          limit,
          ({ sk }) => {
            const found = Number(sk.slice(1));
            return found % 3 === 0 ? found : undefined;
          },
          index,
        ),
      ).toEqual(chunks(kept, limit));
  });

  test('a page goes on where it began although its last item was removed meanwhile', async () => {
    await house.table.batchWrite(numbers.map((at) => item(at, 'q')).map(({ pk, sk, at }) => ({ pk, sk, at })));
    const first = await listPage(house.table, { pk: 'q', limit: 10 }, ({ at }) => at);
    await house.table.batchWrite([], [{ pk: 'q', sk: 'k009' }]);

    const second = await listPage(house.table, { pk: 'q', limit: 10, after: first.next }, ({ at }) => at);

    expect(second.items).toEqual(numbers.slice(10, 20));
  });

  test('a short page costs one round trip', async () => {
    const seen: number[] = [];
    const counting: Table = {
      ...house.table,
      page: (question) => {
        seen.push(question.limit ?? 0);
        return house.table.page(question);
      },
    };

    await listPage(counting, { pk: 'p', limit: 20 }, ({ at }) => at);

    expect(seen).toEqual([50]);
  });
});
