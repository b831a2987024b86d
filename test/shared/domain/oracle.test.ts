import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as ledger from '../../../shared/domain/ledger.ts';
import { runs } from '../../counts.ts';
import { aDeed } from '../../oracle/deed.ts';
import { withFault } from '../../oracle/fault.ts';
import { follow, type Told } from '../../oracle/follow.ts';

// Whatever happens to a summit, the ledgers say of it what somebody would find who looks at every minute.

const stories = fc.array(aDeed, { maxLength: 120, size: 'max' });
const short = fc.array(aDeed, { maxLength: 24, size: 'max' });
const seed = 5;
const nothing = (): Told => ({ done: 0, refused: 0, nothing: 0 });

// A story has some 35 deeds that come to something: with FULL=1, more than 10,000.
test('the ledgers and a look at every minute never differ, in thousands of deeds', () => {
  const told = nothing();
  const { numRuns } = runs(30, 400);
  fc.assert(
    fc.property(stories, (deeds) => {
      expect(follow(ledger, deeds, told)).toBeUndefined();
    }),
    { seed, numRuns },
  );
  expect(told.done + told.refused).toBeGreaterThan(25 * numRuns);
  expect(told.refused).toBeGreaterThan(2 * numRuns);
});

describe('the look at every minute finds', () => {
  const isMet = 'a.start < a.end && b.start < b.end && a.start < b.end && b.start < a.end';

  const faults = [
    ['that those who touch are taken to meet', isMet, 'a.start <= b.end && b.start <= a.end'],
    ['that the changeover is forgotten', 'return at > end ? at : end;', 'return end;'],
    ['that equal times are missed', isMet, `${isMet} && !(a.start === b.start && a.end === b.end)`],
    ['that a day is forgotten', 'at < Date.parse(end); at += dayMs', 'at < Date.parse(start); at += dayMs'],
    ['that a foyer takes one too many', 'there.length >= parallel', 'there.length > parallel'],
    ['that a session is in its own way', 'filter((claim) => !isOf(of)(claim))', 'filter(() => true)'],
    ['that only starts are compared', isMet, 'a.start < a.end && a.start <= b.start && b.start < a.end'],
    ['that an empty time meets whoever is around it', isMet, 'a.start < b.end && b.start < a.end'],
    [
      'that the day on which nothing but the changeover is, is forgotten',
      'end: takenUntil(one, guard) }).includes',
      '}).includes',
    ],
    ['that a hold refuses', '.filter(({ firm }) => firm)', '.filter(() => true)'],
    ['that one who claims twice and leaves once is gone', 'by.length > 0 ?', 'by.length > 1 ?'],
    ['that who meets one of those there meets all', 'there.length >= parallel', 'there.length > 0'],
    [
      'that those who come later are not counted',
      '...near.map(({ start }) => start)',
      '...near.slice(0, 0).map(({ start }) => start)',
    ],
    ['that what met others is not marked', 'return despite ? {', 'return !despite ? {'],
    ['that a place is never left', 'claims = without(claims, { ...change, was });', ''],
    ['that who is nominated no more still holds', 'was.some(({ by }) => by === hold.by)', 'false'],
  ];

  test.each(faults.slice(0, runs(3, faults.length).numRuns))('%s', async (_, good = '', bad = '') => {
    const rules = await withFault(good, bad);
    const { failed, counterexample } = fc.check(
      fc.property(short, (deeds) => follow(rules, deeds, nothing()) === undefined),
      { seed, numRuns: 1_000 },
    );
    expect(failed).toBe(true);
    // And tells it by the few deeds that show it.
    expect(counterexample?.[0].length).toBeLessThan(6);
  });
});
