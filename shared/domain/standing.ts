import type { Passage } from './lifecycle.ts';
import { type Instant, type PartialDate, span } from './when.ts';

/** `asOf` goes by the date of the act (a day), `knownAt` by the date of record (an instant). */
export interface Moment {
  asOf?: string | undefined;
  knownAt?: Instant | undefined;
}

/** An act as far as a moment has to know it. Of one that was made here, the date is the summit's local day, written down when it was made. */
export interface Dated {
  /** The date of the act; absent where no source gives it. */
  on?: PartialDate | undefined;
  /** When it was recorded here. */
  recordedAt?: Instant | undefined;
  /** The date of the withdrawal, where it was withdrawn and the date is known. */
  withdrawnOn?: PartialDate | undefined;
  state?: string | undefined;
  history?: readonly Passage[] | undefined;
}

/** Whether an act was surely done by the day, and recorded by the instant. A date that may lie after the day does not count. */
export const happened = ({ on, recordedAt }: Dated, { asOf, knownAt }: Moment): boolean =>
  (asOf === undefined || (on !== undefined && span(on).last <= asOf)) &&
  (knownAt === undefined || (recordedAt !== undefined && recordedAt <= knownAt));

/** When something was last recorded of these acts: what is known of them today was known then, and it says so for good. */
export const lastRecorded = (acts: readonly Dated[]): Instant | undefined =>
  acts
    .flatMap(({ recordedAt, history = [] }) => [...(recordedAt ? [recordedAt] : []), ...history.map(({ at }) => at)])
    .toSorted()
    .at(-1);

/** The state as it was recorded at an instant: a passage counts from the second on in which it was made. */
const stateAt = ({ state = 'valid', history = [] }: Dated, knownAt: Instant | undefined): string =>
  knownAt === undefined
    ? state
    : (history.findLast(({ at }) => at <= knownAt)?.to ?? (history[0] ? history[0].from : state));

/**
 * Whether an act on a declaration counts at a moment.
 *
 * - Withdrawing is an act with a date of its own, and goes by both: before its day the act stood, as known later too. What may have been withdrawn
 *   by the day does not count.
 * - Suspending and voiding say of the act itself that it was not, or perhaps not, the organization's. They have no day: as known from the
 *   instant of their record on, a suspended or void act counts for no day, and one that was found valid again counts for every day. As known
 *   before, it counts.
 */
export const standing = (act: Dated, moment: Moment = {}): boolean => {
  if (!happened(act, moment)) return false;
  const state = stateAt(act, moment.knownAt);
  if (state !== 'withdrawn') return state === 'valid';
  const { asOf } = moment;
  return asOf !== undefined && act.withdrawnOn !== undefined && asOf < span(act.withdrawnOn).first;
};
