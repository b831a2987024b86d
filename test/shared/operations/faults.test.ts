import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runs } from '../../counts.ts';
import { aDoor, type Household, type Json, type Reply } from '../../door.ts';
import type { Fault, Plan } from '../../fault-proxy.ts';
import { faultsOf } from '../../invariants.ts';
import { aSteadySigner } from '../../signer.ts';
import { foundation, sequel, take } from '../../story.ts';

const story = [...foundation, ...sequel];

// A deed keeps trying for as long as these tests let it, and hardly waits in between.
const stubborn = { patience: 20_000, pause: (ms: number) => pause(ms / 20) };

// The secretariat's own role lies there from the beginning.
const typesOf = (items: readonly Json[]): unknown[] => items.map(({ type }) => type).filter((type) => type !== 'held');

const shown = ({ status, text, headers }: Reply) => ({ status, text, etag: headers.get('etag') });

// What the house does of its own, such as numbering what waits, has a request that nobody named: each house another.
const ofItsOwn = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const named = (items: readonly Json[]): Json[] =>
  items.map((item) => (ofItsOwn.test(String(item.request)) ? { ...item, request: 'its own' } : item));

/** The story told in a house where nothing goes wrong and in one where it does, side by side. */
const sideBySide = async (plan: Plan, told: (calm: Household, stormy: Household) => Promise<void>): Promise<void> => {
  const signer = aSteadySigner();
  const [calm, stormy] = [await aDoor({ signer }), await aDoor({ plan, pace: stubborn, signer })];
  try {
    await told(calm, stormy);
    const end = await stormy.dump();
    expect(named(end)).toEqual(named(await calm.dump()));
    expect(faultsOf(end)).toEqual([]);
    expect(stormy.logged).toEqual([]);
  } finally {
    await Promise.all([calm.close(), stormy.close()]);
  }
};

/** Does a deed in both houses. */
const both = async (calm: Household, stormy: Household, at: number, key?: number): Promise<void> => {
  const step = story[at];
  if (!step) throw new Error(`The story has no step ${at}.`);
  const expected = await take(calm.secretariat, step, key);
  const found = await take(stormy.secretariat, step, key);
  expect([step.path, shown(found)]).toEqual([step.path, shown(expected)]);
};

const inTurn: Fault[][] = [
  ['throttle', 'conflict', 'cut-before', 'cut-after'],
  ['cut-after', 'conflict', 'throttle'],
  ['cut-after', 'cut-after', 'cut-after'],
];

test.each(inTurn.slice(0, runs(1, 3).numRuns))(
  'every deed has one effect, though its transaction suffers %s %s %s …',
  async (...faults: Fault[]) => {
    await sideBySide({ hideTokens: true }, async (calm, stormy) => {
      for (const at of story.keys()) {
        const before = calm.proxy.counts.TransactWriteItems;
        for (const fault of faults) stormy.proxy.next(fault);
        await both(calm, stormy, at, at);
        // What had nothing to write leaves its faults to the next deed.
        if (calm.proxy.counts.TransactWriteItems === before) continue;
        expect([at, stormy.proxy.counts.TransactWriteItems]).toEqual([
          at,
          Number(calm.proxy.counts.TransactWriteItems) + faults.length * (at + 1),
        ]);
      }
    });
  },
  60_000,
);

test('without an Idempotency-Key, too, a deed whose answer was lost is recognized as done', async () => {
  await sideBySide({ hideTokens: true }, async (calm, stormy) => {
    for (const at of story.keys()) {
      stormy.proxy.next('cut-after');
      await both(calm, stormy, at);
    }
  });
}, 60_000);

test.each(Array.from({ length: runs(1, 8).numRuns }, (_, seed) => seed + 1))(
  'a story told through a network that throttles, cuts and halves at random ends as it would have (seed %i)',
  async (seed) => {
    const plan = { seed, throttle: 0.1, cutBefore: 0.1, cutAfter: 0.1, partial: 0.3, hideTokens: true };
    await sideBySide(plan, async (calm, stormy) => {
      for (const at of story.keys()) await both(calm, stormy, at, at);
      expect(stormy.proxy.struck['cut-after']).toBeGreaterThan(5);
    });
  },
  60_000,
);

test('a table that never answers is 503 with Retry-After, and a later retry with the same key acts', async () => {
  const house = await aDoor({ pace: { patience: 50 } });
  try {
    for (const _ of Array.from({ length: 40 })) house.proxy.next('throttle');
    const key = { 'idempotency-key': 'k' };
    const body = { name: 'Ilka Verrane' };
    const refused = await house.secretariat.post('/people', body, key);
    expect([refused.status, refused.headers.get('retry-after'), refused.json.type]).toEqual([
      503,
      '3',
      '/api#unavailable',
    ]);
    expect(typesOf(await house.dump())).toEqual([]);
    let accepted = await house.secretariat.post('/people', body, key);
    while (accepted.status === 503) accepted = await house.secretariat.post('/people', body, key);
    expect([accepted.status, accepted.json.name]).toEqual([201, 'Ilka Verrane']);
    expect(typesOf(await house.dump())).toEqual(['body', 'pending', 'person', 'receipt']);
  } finally {
    await house.close();
  }
});

test('a deed that was done although its answer never came is answered by the receipt', async () => {
  const house = await aDoor({ plan: { hideTokens: true }, pace: { patience: 0 } });
  try {
    const key = { 'idempotency-key': 'k' };
    house.proxy.next('cut-after');
    const lost = await house.secretariat.post('/people', { name: 'Ilka Verrane' }, key);
    const found = await house.secretariat.post('/people', { name: 'Ilka Verrane' }, key);
    expect([lost.status, found.status, found.headers.get('location')]).toEqual([503, 201, '/api/v1/people/n01']);
    expect(typesOf(await house.dump())).toEqual(['body', 'pending', 'person', 'receipt']);
  } finally {
    await house.close();
  }
});
