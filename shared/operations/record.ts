import type { DomainError } from '../domain/error.ts';
import type { Noun, Passage, StateOf } from '../domain/lifecycle.ts';
import { passed } from '../domain/lifecycle.ts';
import { insert, type Kind, remove, replace } from '../table/item.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';

/** The record that an operation leaves behind. */
interface Stateful {
  version: number;
  state: string;
  history?: Passage[] | undefined;
}

/** What is written beside the record in the same transaction; nothing, for most nouns. */
type Beside<R, F> = (after: R, found: F) => readonly Write[];

/** Creates one record that must be new. Errors: the refusal that `taken` names, when it is not. */
export const create = <R extends object, F>(
  house: House,
  deed: Deed,
  kind: Kind<R>,
  steps: {
    may: Permission<F>;
    read: () => Promise<F>;
    decide: (found: F) => R;
    taken: (record: R) => DomainError;
    beside?: Beside<R, F>;
  },
): Promise<R> =>
  perform(house, deed, {
    may: steps.may,
    read: steps.read,
    decide: (found) => {
      const record = steps.decide(found);
      const taken = () => steps.taken(record);
      return {
        writes: [insert(house.table, kind, record, deed.request, taken), ...(steps.beside?.(record, found) ?? [])],
        answer: record,
        at: kind.key(record),
      };
    },
    again: reading(house, kind),
  });

/** Changes one record from the version that the caller read. Errors: `stale`, `precondition-required`. */
export const change = <R extends { version: number }, F>(
  house: House,
  deed: Deed,
  kind: Kind<R>,
  steps: {
    may: Permission<F>;
    read: () => Promise<F>;
    record: (found: F) => R;
    decide: (found: F) => R | Promise<R>;
    beside?: Beside<R, F>;
  },
): Promise<R> =>
  perform(house, deed, {
    may: steps.may,
    read: steps.read,
    decide: async (found) => {
      madeFrom(deed, steps.record(found));
      const record = await steps.decide(found);
      return {
        writes: [
          replace(house.table, kind, record, deed.request, steps.record(found)),
          ...(steps.beside?.(record, found) ?? []),
        ],
        answer: next(record),
      };
    },
  });

/** Passes one record to its next state. Errors: `wrong-state`. */
export const pass = <N extends Noun, R extends Stateful, F>(
  house: House,
  deed: Deed,
  kind: Kind<R>,
  noun: N,
  to: { to: StateOf<N>; reason?: string | undefined },
  steps: {
    may: Permission<F>;
    read: () => Promise<F>;
    record: (found: F) => R;
    judge?: (found: F) => void;
    beside?: Beside<R, F>;
  },
): Promise<R> =>
  perform(house, deed, {
    may: steps.may,
    read: steps.read,
    decide: (found) => {
      const record = passed(noun, steps.record(found), to.to, passageOf(deed, to.reason));
      steps.judge?.(found);
      return {
        writes: [
          replace(house.table, kind, record, deed.request, steps.record(found)),
          ...(steps.beside?.(record, found) ?? []),
        ],
        answer: next(record),
        at: kind.key(record),
      };
    },
    again: reading(house, kind),
  });

/** Removes one record, from the version that the caller read. Errors: `stale`, `precondition-required`. */
export const discard = <R extends { version: number }, F>(
  house: House,
  deed: Deed,
  kind: Kind<R>,
  steps: {
    may: Permission<F>;
    read: () => Promise<F>;
    record: (found: F) => R;
    judge?: (found: F) => void;
    beside?: (found: F) => readonly Write[] | Promise<readonly Write[]>;
  },
): Promise<void> =>
  perform(house, deed, {
    may: steps.may,
    read: steps.read,
    decide: async (found) => {
      const record = steps.record(found);
      madeFrom(deed, record);
      steps.judge?.(found);
      const beside = (await steps.beside?.(found)) ?? [];
      return { writes: [remove(house.table, kind, record), ...beside], answer: undefined };
    },
  });

/** Reads for a noun whose record is all that its deeds need. */
export const itself = <R>(
  may: Permission<R>,
  get: () => Promise<R>,
): { may: Permission<R>; read: () => Promise<R>; record: (found: R) => R } => ({
  may,
  read: get,
  record: (found) => found,
});
