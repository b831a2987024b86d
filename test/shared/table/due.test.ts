import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Item } from '../../../shared/table/client.ts';
import { duePlace, whatIsDue } from '../../../shared/table/due.ts';
import { aTable, type House } from '../../table.ts';

let house: House;
beforeAll(async () => {
  house = await aTable();
});
afterAll(() => house.drop());

const now = new Date('2031-03-01T09:00:00Z');

const waits = (id: string, at: string, type = 'outbox'): Item => ({
  pk: `THING#${id}`,
  sk: 'THING',
  type,
  schema: 1,
  version: 1,
  card: {},
  ...duePlace(at, id),
});

const items = [
  waits('late', '2031-02-01T09:00:00Z'),
  waits('now', '2031-03-01T09:00:00Z'),
  waits('soon', '2031-03-01T09:00:01Z'),
  waits('other', '2031-02-28T09:00:00Z', 'invitation'),
  ...Array.from({ length: 20 }, (_, at) => waits(`many-${at}`, `2031-02-10T09:00:${String(at).padStart(2, '0')}Z`)),
];

beforeEach(() => house.table.batchWrite(items));

test('what is due is read in order of time: to the very second, and nothing that is not', async () => {
  const due = await whatIsDue(house.table, now);

  expect(due.map(({ key }) => key.pk.slice(6))).toEqual([
    'late',
    ...Array.from({ length: 20 }, (_, at) => `many-${at}`),
    'other',
    'now',
  ]);
  expect(due[0]).toEqual({ type: 'outbox', key: { pk: 'THING#late', sk: 'THING' }, at: '2031-02-01T09:00:00Z' });
});

test('one type is read past whatever else is due, however much that is', async () => {
  const due = await whatIsDue(house.table, now, { type: 'invitation', most: 2 });

  expect(due.map(({ key }) => key.pk)).toEqual(['THING#other']);
});

test('one reading takes so many of each shard, the oldest first', async () => {
  const due = await whatIsDue(house.table, now, { type: 'outbox', most: 2 });

  expect(due.length).toBeLessThanOrEqual(8);
  expect(due[0]?.key.pk).toBe('THING#late');
});

test('what is due is spread over the index', () => {
  const places = Array.from(
    { length: 40 },
    (_, at) => duePlace('2031-03-01T09:00:00Z', `0m7k2c9xq3b5d8f1g${at}`).listPk,
  );

  expect(new Set(places)).toEqual(new Set(['DUE#0', 'DUE#1', 'DUE#2', 'DUE#3']));
});
