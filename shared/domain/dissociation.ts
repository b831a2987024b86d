import * as z from 'zod';
import { type Doing, passed } from './lifecycle.ts';
import { statementFields, type Withdrawal, withdrawnAs } from './objection.ts';
import { once } from './once.ts';
import { recordFields } from './record.ts';

/** What an organization says against a text too late to stop it: it is on record beside what was adopted. */
export const Dissociation = once(() => z.object({ ...statementFields(), ...recordFields('dissociation') }));
export type Dissociation = z.output<ReturnType<typeof Dissociation>>;

/** Errors: `wrong-state`. */
export const withdrawDissociation = (
  dissociation: Dissociation,
  { reason, received }: Withdrawal,
  stamped: Date,
  passage: Doing,
): Dissociation => ({
  ...passed('dissociation', dissociation, 'withdrawn', passage),
  withdrawn: withdrawnAs(stamped, reason, received),
});
