import { DomainError, type FieldError, refuseAll } from './error.ts';
import { type Doing, passed } from './lifecycle.ts';
import type { Received } from './received.ts';
import { dayOf } from './sign.ts';
import type { proofs, Signature } from './signature.ts';
import { span } from './when.ts';

/** Refuses to pass what a source reports: its state is what the source says. Errors: `not-checkable`. */
const mustBeOurs = ({ origin }: Signature): void => {
  if (origin === 'reported')
    throw new DomainError(
      'not-checkable',
      'This act is reported: it was not done here, so nobody withdraws, suspends or decides it here. What a source says of it later is recorded as another source.',
    );
};

/** What is said of a withdrawal. */
export interface Withdrawing {
  reason: string;
  /** The date on what arrived. */
  on?: string | undefined;
  received?: Received | undefined;
}

const withdrawalFaults = (
  signature: Signature,
  { on, received }: Withdrawing,
  day: string,
  now: string,
): FieldError[] => {
  if (on !== undefined && !received)
    return [{ pointer: '/on', detail: 'Leave it out: what is withdrawn here is withdrawn today.' }];
  const pointer = on === undefined ? '/received/at' : '/on';
  // When it arrived is judged by itself.
  if (on !== undefined && span(on).first > now) return [{ pointer, detail: 'Give a day that is not in the future.' }];
  if (signature.on !== undefined && span(day).last < span(signature.on).first)
    return [{ pointer, detail: `Give a day from ${signature.on} on: before, it was not signed.` }];
  return [];
};

/**
 * The signature, withdrawn: the act that was done stays on record, and so does its entry in the chain. Before the day of its withdrawal it counts.
 * Errors: `not-checkable`, `wrong-state`, `invalid`; `further` are found elsewhere.
 */
export const withdraw = (
  signature: Signature,
  withdrawing: Withdrawing,
  { zone, now, proof }: { zone: string; now: Date; proof: Exclude<(typeof proofs)[number], 'reported'> },
  doing: Doing,
  further: readonly FieldError[] = [],
): Signature => {
  mustBeOurs(signature);
  const after = passed('signature', signature, 'withdrawn', doing);
  const { reason, on, received } = withdrawing;
  const day = on ?? dayOf(received?.at ?? now, zone);
  refuseAll([...withdrawalFaults(signature, withdrawing, day, dayOf(now, zone)), ...further]);
  return { ...after, withdrawnOn: day, withdrawal: { reason, proof, ...(received && { received }) } };
};

/** "This was not us": it counts no more until an organizer has decided. Errors: `not-checkable`, `wrong-state`. */
export const suspend = (signature: Signature, doing: Doing): Signature => {
  mustBeOurs(signature);
  return passed('signature', signature, 'suspended', doing);
};

/** An organizer's decision on what was suspended: it was theirs, or it never was. Errors: `not-checkable`, `wrong-state`. */
export const decide = (signature: Signature, to: 'valid' | 'void', doing: Doing): Signature => {
  mustBeOurs(signature);
  return passed('signature', signature, to, doing);
};
