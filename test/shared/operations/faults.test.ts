import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { once } from '../../../shared/domain/once.ts';
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

const signer = aSteadySigner();

/** The story as it goes where nothing goes wrong: what each deed was answered, how many transactions it took until then, and what lies there at the end. */
interface Calm {
  deeds: CalmDeed[];
  end: Json[];
}
interface CalmDeed {
  answered: unknown;
  transactions: number;
  wrote: boolean;
}

const transactionsOf = ({ proxy }: Household): number => proxy.counts.TransactWriteItems ?? 0;

const toldCalmly = async (isKeyed: boolean): Promise<Calm> => {
  const house = await aDoor({ signer });
  const deeds: CalmDeed[] = [];
  for (const [at, step] of story.entries()) {
    const before = transactionsOf(house);
    const answered = shown(await take(house.secretariat, step, isKeyed ? at : undefined));
    deeds.push({ answered, transactions: transactionsOf(house), wrote: transactionsOf(house) > before });
  }
  const end = named(await house.dump());
  await house.close();
  return { deeds, end };
};
const calm = { keyed: once(() => toldCalmly(true)), unkeyed: once(() => toldCalmly(false)) };

interface Storm {
  how?: keyof typeof calm;
  /** Before each deed. */
  upset?: (house: Household) => void;
  /** After each deed. */
  each?: (house: Household, at: number, deed: CalmDeed) => void;
  end?: (house: Household) => void;
}

/** Tells the story where things go wrong: each deed is answered as where nothing does, and all ends as it does there. */
const tellInAStorm = async (plan: Plan, { how = 'keyed', upset, each, end }: Storm): Promise<void> => {
  const expected = await calm[how]();
  const house = await aDoor({ plan, pace: stubborn, signer });
  try {
    for (const [at, step] of story.entries()) {
      upset?.(house);
      const answered = shown(await take(house.secretariat, step, how === 'keyed' ? at : undefined));
      const deed = expected.deeds[at] as CalmDeed;
      expect([step.path, answered]).toEqual([step.path, deed.answered]);
      each?.(house, at, deed);
    }
    const found = await house.dump();
    expect(named(found)).toEqual(expected.end);
    expect(faultsOf(found)).toEqual([]);
    expect(house.logged).toEqual([]);
    end?.(house);
  } finally {
    await house.close();
  }
};

const inTurn: Fault[][] = [
  ['throttle', 'conflict', 'cut-before', 'cut-after'],
  ['cut-after', 'cut-after', 'conflict', 'throttle', 'cut-after'],
];

test.each(inTurn.slice(0, runs(1, inTurn.length).numRuns))(
  'every deed has one effect, though its transaction suffers %s %s %s …',
  async (...faults: Fault[]) => {
    await tellInAStorm(
      { hideTokens: true },
      {
        upset: ({ proxy }) => {
          for (const fault of faults) proxy.next(fault);
        },
        each: (house, at, { wrote, transactions }) => {
          // What had nothing to write leaves its faults to the next deed.
          if (wrote) expect([at, transactionsOf(house)]).toEqual([at, transactions + faults.length * (at + 1)]);
        },
      },
    );
  },
);

test('without an Idempotency-Key, too, a deed whose answer was lost is recognized as done', async () => {
  await tellInAStorm({ hideTokens: true }, { how: 'unkeyed', upset: ({ proxy }) => proxy.next('cut-after') });
});

// Each network of chance is another one; what may go wrong at which deed is tried above, one by one.
test.each(Array.from({ length: runs(1, 2).numRuns }, (_, seed) => seed + 1))(
  'a story told through a network that throttles, cuts and halves at random ends as it would have (seed %i)',
  async (seed) => {
    await tellInAStorm(
      { seed, throttle: 0.1, cutBefore: 0.1, cutAfter: 0.1, partial: 0.3, hideTokens: true },
      { end: ({ proxy }) => expect(proxy.struck['cut-after']).toBeGreaterThan(5) },
    );
  },
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
