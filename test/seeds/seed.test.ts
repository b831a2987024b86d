import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shared, summits } from '../../seeds/all.ts';
import { ordered } from '../../shared/domain/ordered.ts';
import type { House } from '../../shared/operations/perform.ts';
import { runs } from '../counts.ts';
import { aDoor, type Household, type Json } from '../door.ts';
import { aMortal, plantAll, withoutRequests } from './planting.ts';
import { inside } from './reading.ts';

const day = 24 * 60 * 60;
const shares = runs(2, 3).numRuns;
const opened: Household[] = [];
const anEmptyDoor = async (): Promise<Household> => {
  const household = await aDoor();
  opened.push(household);
  return household;
};

let undisturbed: Json[];
let writes: number;
beforeAll(async () => {
  const { door, table, clock, dump } = await anEmptyDoor();
  const counted = aMortal(table, Infinity);
  await plantAll({ ...door.house, table: counted.table }, clock.now);
  undisturbed = withoutRequests(await dump());
  writes = counted.written();
});
afterAll(() => Promise.all(opened.map(({ close }) => close())));

const killedAfter = async ({ door, table, clock }: Household, count: number): Promise<void> => {
  const house: House = { ...door.house, table: aMortal(table, count).table };
  await expect(plantAll(house, clock.now)).rejects.toThrow('Killed.');
};

// Instants, and what follows from them: the batch of a compilation, because it cites outcomes with their history.
const undated = (items: readonly Json[]): string => {
  const lasting = withoutRequests(items).filter(({ type }) => type !== 'receipt');
  const batches = lasting
    .filter(({ type }) => type === 'declaration')
    .map((item) => String(inside(item, 'record.batch')));
  const anyBatch = new RegExp(batches.flatMap((batch) => [batch, batch.slice(0, 8)]).join('|'), 'g');
  const text = JSON.stringify(ordered(lasting), undefined, 1);
  return text.replaceAll(/2031-03-0\dT09:00:00Z/g, 'then').replaceAll(anyBatch, 'batch');
};

describe('planting', () => {
  test('names each step once', () => {
    for (const { waves } of [shared, ...summits]) {
      const names = waves.flat().map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test('a second time changes nothing, not by a version', async () => {
    const { door, clock, dump } = await anEmptyDoor();
    await plantAll(door.house, clock.now);
    const before = await dump();
    clock.move(40 * day);

    const again = await plantAll(door.house, clock.now);

    expect(Object.values(again)).toEqual(Object.values(again).map(() => ({ already: true })));
    expect(await dump()).toEqual(before);
  });

  test.each(Array.from({ length: shares }, (_, share) => share))(
    `killed after any share of the writes (%i in ${shares}), then planted again, ends as if nothing had happened`,
    async (share) => {
      const household = await anEmptyDoor();
      await killedAfter(household, Math.floor((writes * share) / shares) + 1);

      await plantAll(household.door.house, household.clock.now);

      expect(withoutRequests(await household.dump())).toEqual(undisturbed);
    },
  );

  test('killed, and completed when the receipts have long lapsed, doubles nothing', async () => {
    const household = await anEmptyDoor();
    await killedAfter(household, writes - 20);
    household.clock.move(3 * day);

    await plantAll(household.door.house, household.clock.now);

    const ended = await household.dump();
    expect(undated(ended)).toEqual(undated(undisturbed));
  });

  test('twice at once doubles nothing', async () => {
    const { door, clock, dump } = await anEmptyDoor();

    await Promise.all([plantAll(door.house, clock.now), plantAll(door.house, clock.now)]);

    expect(withoutRequests(await dump())).toEqual(undisturbed);
  });
});
