import { DomainError } from '../domain/error.ts';
import type { Action, Table } from './client.ts';
import type { Key } from './key.ts';
import { delay, isLost, isThrottle, unavailable } from './retry.ts';

/** An item as a failed condition shows it, in the SDK's typed form. */
export type OldItem = Record<string, { S?: string; N?: string }> | undefined;

/** What a write does to a record, for the trail: created has no `before`, removed no `after`. */
export interface Trace {
  type: string;
  key: Key;
  before?: object | undefined;
  after?: object | undefined;
}

/** One action of a transaction, with the refusal that its failed condition means, decided from the item that stood in the way. */
export interface Write {
  action: Action;
  refuse: (old: OldItem) => Error;
  /** What only follows from records (links, tallies, cards, receipts) leaves no trace. */
  trace?: Trace;
}

/** Somebody else changed what the decision was made from: read again, and decide again. */
export class Raced extends Error {
  override name = 'Raced';
}

/** The same request was answered in the meantime: its receipt is read again, whatever else stands in the way. */
export class Answered extends Raced {}

/** What a deed may write at once; the rest of DynamoDB's own bound is room for what is written beside every deed. */
export const mostActions = 90;
const mostOfAll = 100;

/** What the items of one transaction may come to, in bytes. */
export const mostBytes = 4_000_000;

// Ten items cannot be too large together, and most deeds have no more: they are not measured.
const bytesOf = (writes: readonly Write[]): number =>
  writes.length <= 10 ? 0 : new TextEncoder().encode(JSON.stringify(writes.map(({ action }) => action))).length;

interface Reason {
  Code?: string;
  Item?: OldItem;
}

const reasonsOf = (error: unknown): Reason[] | undefined =>
  error instanceof Error && error.name === 'TransactionCanceledException'
    ? ((error as Error & { CancellationReasons?: Reason[] }).CancellationReasons ?? [])
    : undefined;

const isDelete = ({ action }: Write): boolean => action.Delete !== undefined;

/**
 * Whether the failed conditions are the mark of our own earlier attempt, whose answer was lost: an item that carries this request's id, or
 * an item that we were deleting and that is gone.
 */
const isOurs = (writes: readonly Write[], reasons: readonly Reason[], request: string): boolean =>
  reasons.some(({ Code, Item }, at) => {
    const write = writes[at];
    return (
      Code === 'ConditionalCheckFailed' &&
      write !== undefined &&
      (Item?.request?.S === request || (isDelete(write) && !Item))
    );
  });

const refusalOf = (writes: readonly Write[], reasons: readonly Reason[]): Error | undefined => {
  const refusals = reasons.flatMap(({ Code, Item }, at) =>
    Code === 'ConditionalCheckFailed' ? [writes[at]?.refuse(Item) ?? new Raced()] : [],
  );
  // What our own other attempt wrote is no refusal of this one; else a named refusal says more than "somebody was faster".
  return (
    refusals.find((refusal) => refusal instanceof Answered) ??
    refusals.find((refusal) => !(refusal instanceof Raced)) ??
    refusals[0]
  );
};

/**
 * Sends a transaction: all of it happens or nothing does. A failed condition becomes the refusal that the write names; a conflict, a throttle or
 * a lost answer is tried again with full jitter for the table's patience, and an own success whose answer was lost is recognized by the
 * request id that every write carries. `beside` is what is written with every deed, such as its entry on the trail. Errors: the writes' own
 * refusals, `too-many-at-once`, `unavailable`.
 */
export const transact = async (
  table: Table,
  own: readonly Write[],
  request: string,
  beside: readonly Write[] = [],
): Promise<void> => {
  const writes = [...own, ...beside];
  if (own.length > mostActions || writes.length > mostOfAll)
    throw new DomainError(
      'too-many-at-once',
      `This touches ${writes.length} records at once and ${mostActions} fit. Split it: send fewer names, organizations or panelists in one request.`,
    );
  const bytes = bytesOf(writes);
  if (bytes > mostBytes)
    throw new DomainError(
      'too-many-at-once',
      `This writes ${(bytes / 1e6).toFixed(1)} MB at once and ${mostBytes / 1e6} fit. Shorten the names and titles, or split it.`,
    );
  if (writes.length === 0) return;
  const { pace } = table;
  const until = pace.now() + pace.patience;
  const token = pace.token();
  let lost = false;
  for (let tries = 0; ; tries += 1) {
    try {
      return await table.sendTransaction(
        writes.map(({ action }) => action),
        token,
      );
    } catch (error) {
      const reasons = reasonsOf(error);
      const refusal = reasons && refusalOf(writes, reasons);
      if (reasons && refusal) {
        if (lost && isOurs(writes, reasons, request)) return;
        throw refusal;
      }
      if (!reasons && !isThrottle(error) && !isLost(error)) throw error;
      if (reasons && !reasons.some(({ Code }) => Code !== undefined && retriable.has(Code))) throw error;
      lost ||= !reasons && isLost(error);
      if (pace.now() >= until) throw unavailable();
      await pace.pause(delay(pace, tries));
    }
  }
};

const retriable = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
