import { type Caller, mayAsk, nameOf } from '../domain/access.ts';
import { DomainError } from '../domain/error.ts';
import type { Letter } from '../domain/letter.ts';
import type { Doing } from '../domain/lifecycle.ts';
import { peopleIn } from '../domain/trail.ts';
import { toInstant } from '../domain/when.ts';
import { absent } from '../table/absent.ts';
import type { Table } from '../table/client.ts';
import { findRecord, type Kind } from '../table/item.ts';
import type { Key } from '../table/key.ts';
import { putMails } from '../table/outbox.ts';
import { findReceipt, insertReceipt, receiptConcerns, type Receipt, type ReceiptKey } from '../table/receipt.ts';
import { delay, unavailable } from '../table/retry.ts';
import { Raced, transact, type Write } from '../table/transact.ts';
import type { Files } from './files.ts';
import { type Permission, permit } from './permission.ts';
import type { Signer } from './signer.ts';
import { trailOf } from './trail.ts';

/** What every operation is given once, at the door. */
export interface House {
  table: Table;
  newId(): string;
  /** 16 random bytes as text: what a digest is salted with. */
  newSalt(): string;
  /** Signs for the platform. Nothing is loaded or read for it before it signs. */
  signer: Signer;
  /** Keeps files; likewise. */
  files: Files;
}

/** One request to do something: who asks, under which id, at which instant (stamped once), and what it was made from. */
export interface Deed {
  caller: Caller;
  /** Settled once the caller's roles are known; they are read beside the deed's first read. */
  ready?: Promise<unknown> | undefined;
  request: string;
  at: Date;
  /** The version that the change was made from, out of If-Match; `*` accepts any. */
  ifMatch?: number | '*' | undefined;
  /** The Idempotency-Key in its scope. */
  receipt?: ReceiptKey | undefined;
}

/** What a deed comes to: what is written, all or nothing, and what is answered. */
export interface Plan<A> {
  writes: readonly Write[];
  answer: A;
  /** People whom it concerns beyond those that its records name: what is kept of it is theirs to export, and to erase. */
  concerns?: readonly string[];
  /** The mails that follow from it: they are in the outbox if the deed is done, and else they are not. */
  mails?: readonly Letter[];
  /** Where the answered record lies: a receipt keeps it for an answer that is too large to be kept itself. */
  at?: Key;
}

interface Steps<F, A> {
  may: Permission<F>;
  read: () => Promise<F>;
  decide: (found: F) => Plan<A> | Promise<Plan<A>>;
  /** Reads the answer as it stands now, for a receipt whose answer was too large to keep. */
  again?: (at: Key) => Promise<A>;
}

type Settled<F> = { value: F } | { error: unknown };

const settled = async <F>(work: Promise<F>): Promise<Settled<F>> => {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
};

const answered = async <A>(receipt: Receipt, again: ((at: Key) => Promise<A>) | undefined): Promise<A> => {
  if (receipt.answer !== undefined) return receipt.answer as A;
  if (!again || !receipt.at) throw new Error('An answer too large for its receipt needs a way to be read again.');
  return again(receipt.at);
};

/**
 * Does one deed: read, decide, write in one transaction. The receipt of an earlier answer is looked for beside the first read; only who still may
 * do the deed is answered from it, and it goes before everything the domain would decide now, so that a retry is answered the same even when the
 * deed can no longer be done. Whoever was overtaken between reading and writing reads and decides again. Errors: the permission's, the domain's,
 * the writes' own refusals, `key-reused`, `unavailable`.
 */
export const perform = async <F, A>(
  house: House,
  deed: Deed,
  { may, read, decide, again }: Steps<F, A>,
): Promise<A> => {
  mayAsk(deed.caller, may.deed);
  const { table } = house;
  const until = table.pace.now() + table.pace.patience;
  for (let tries = 0; ; tries += 1) {
    const [receipt, found] = await Promise.all([
      deed.receipt && findReceipt(table, deed.receipt, deed.at),
      settled(read()),
      deed.ready,
    ]);
    await permit(deed.caller, may, 'error' in found ? undefined : found.value);
    if (receipt) return answered(receipt, again);
    try {
      if ('error' in found) throw found.error;
      const plan = await decide(found.value);
      const mails = putMails(table, plan.mails ?? [], deed, () => house.newId());
      const trail = trailOf(house, { ...deed, deed: may.deed, concerns: plan.concerns }, [...plan.writes, ...mails]);
      await transact(table, [...plan.writes, ...mails, ...receiptFor(house, deed, plan)], deed.request, trail);
      return plan.answer;
    } catch (error) {
      if (!(error instanceof Raced)) {
        const late = isRefusal(error) && deed.receipt && (await findReceipt(table, deed.receipt, deed.at));
        if (late) return answered(late, again);
        throw error;
      }
      if (table.pace.now() >= until) throw unavailable();
      await table.pace.pause(delay(table.pace, tries));
    }
  }
};

// What refuses a deed may be its own other attempt, done after the receipt was looked for and before the record was read.
const isRefusal = (error: unknown): boolean => error instanceof DomainError && error.code !== 'unavailable';

const receiptFor = ({ table }: House, deed: Deed, { writes, answer, at, concerns = [] }: Plan<unknown>): Write[] => {
  if (!deed.receipt) return [];
  const people = [...new Set([...writes.flatMap(({ trace }) => (trace ? peopleIn(trace) : [])), ...concerns])];
  return [
    insertReceipt(table, deed.receipt, { answer, at }, deed.at, deed.request, people),
    ...receiptConcerns(table, deed.receipt, people, deed.at, deed.request),
  ];
};

/** Reads a record again for a receipt. Errors: `not-found` when it has been removed since. */
export const reading =
  <R extends object>({ table }: House, kind: Kind<R>): ((at: Key) => Promise<R>) =>
  async (at) =>
    (await findRecord(table, kind, at)) ?? absent(kind.type);

/** Refuses a change that was not made from the record's present version. Errors: `precondition-required`, `stale`. */
export const madeFrom = (deed: Deed, record: { version: number }): void => {
  if (deed.ifMatch === undefined)
    throw new DomainError(
      'precondition-required',
      'Send the ETag of the record you read in If-Match, so that nobody’s change is lost.',
    );
  if (deed.ifMatch !== '*' && deed.ifMatch !== record.version)
    throw new DomainError(
      'stale',
      `The record has changed since you read it: it is version ${record.version}. Read it again and repeat your change on it.`,
      {
        also: { version: record.version },
      },
    );
};

/** Who did it and when, for a record's history. */
export const passageOf = (deed: Deed, reason?: string): Doing => ({
  at: toInstant(deed.at),
  by: nameOf(deed.caller),
  reason,
});

/** The record one version on, as it will lie in the table. */
export const next = <R extends { version: number }>(record: R): R => ({ ...record, version: record.version + 1 });
