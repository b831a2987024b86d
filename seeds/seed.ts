import { digest } from '../shared/domain/digest.ts';
import { DomainError } from '../shared/domain/error.ts';
import type { Noun } from '../shared/domain/lifecycle.ts';
import type { Instant } from '../shared/domain/when.ts';
import type { Deed, House } from '../shared/operations/perform.ts';
import type { Table } from '../shared/table/client.ts';
import { isPlanted, markPlanted } from '../shared/table/marker.ts';

/** One deed of a seed. */
export interface Step {
  /** Unique within its seed: the Idempotency-Key and every id follow from it. */
  name: string;
  /** What it adds one of, for the report; nothing for a passage to another state. */
  adds?: Noun | 'contact' | 'check-in';
  /** Whether what it would do lies there already. Receipts last a day; this holds for good. */
  isDone: (table: Table) => Promise<boolean>;
  /** When it is played, where a rehearsal has times of its own; when it is planted otherwise. */
  at?: Instant;
  act: (house: House, deed: Deed) => Promise<unknown>;
}

/** A summit, or what summits share. The steps of a wave need nothing of each other; each wave needs the waves before it. */
export interface Seed {
  name: string;
  waves: readonly (readonly Step[])[];
}

/** An id that is the same in every run. As opaque as a random one, because an id outlives a name. */
export const idOf = (seed: string, step: string): string => digest(JSON.stringify([seed, step])).slice(0, 19);

// The same in every run. What a deed makes first has the id of its step; what follows (its mails) is counted.
const idsOf = (seed: string, { name }: Step): (() => string) => {
  let made = 0;
  return () => idOf(seed, made++ === 0 ? name : `${name} ${made}`);
};

const deedOf = (seed: string, { name, at: played }: Step, house: House, at: Date): Deed => ({
  caller: { kind: 'account', name: 'seeds', roles: [{ role: 'secretariat' }] },
  request: house.table.pace.token(),
  at: played === undefined ? at : new Date(played),
  receipt: { caller: 'seeds', method: 'SEED', path: seed, key: name, asked: digest(name) },
});

// Nobody waits for an answer here, so a table that is slow to answer gets more time than a caller would give it.
const patience = 5;
// As many at once as keep a small machine busy without any of them running out of time.
const abreast = 16;

const isUnavailable = (error: unknown): boolean => error instanceof DomainError && error.code === 'unavailable';

const doStep = async (house: House, seed: string, step: Step, at: Date): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      if (await step.isDone(house.table)) return;
      await step.act({ ...house, newId: idsOf(seed, step) }, deedOf(seed, step, house, at));
      return;
    } catch (error) {
      if (tries === patience || !isUnavailable(error)) throw error;
    }
  }
};

const inSlices = (wave: readonly Step[]): Step[][] =>
  Array.from({ length: Math.ceil(wave.length / abreast) }, (_, at) => wave.slice(at * abreast, (at + 1) * abreast));

/** What was done, or that nothing was. */
export type Planted = { already: true } | { already: false; added: Partial<Record<string, number>> };

/**
 * Plants a seed through the operations, so that it obeys their rules. Whoever is killed in the middle plants again and completes it; two who
 * plant at once double nothing: each deed carries an Idempotency-Key, and looks first whether it is done. Errors: the operations' own.
 */
export const plant = async (house: House, { name, waves }: Seed, at: Date): Promise<Planted> => {
  if (await isPlanted(house.table, name)) return { already: true };
  for (const slice of waves.flatMap(inSlices)) {
    // All of it comes to its end before an error ends the planting: nothing goes on behind the back of who waits for it.
    const results = await Promise.allSettled(slice.map((step) => doStep(house, name, step, at)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
  await markPlanted(house.table, name);
  const added: Partial<Record<string, number>> = {};
  for (const { adds } of waves.flat()) if (adds) added[adds] = (added[adds] ?? 0) + 1;
  return { already: false, added };
};
