import * as z from 'zod';
import type { Circulation } from './circulation.ts';
import type { Dissociation } from './dissociation.ts';
import { DomainError, invalid } from './error.ts';
import { type Doing, passed } from './lifecycle.ts';
import { once } from './once.ts';
import { Received } from './received.ts';
import { madeSlug, recordFields, slug } from './record.ts';
import { isInTime, isUndecided, silenceOver } from './silence.ts';
import { limits, line } from './text.ts';

export const ObjectionDraft = once(() =>
  z.strictObject({
    organization: slug(),
    reason: line(limits.outcome),
    paragraphs: z
      .array(slug())
      .max(200)
      .optional()
      .meta({ description: 'Which paragraphs it is about, by their ids.' }),
    circulation: slug().optional().meta({
      description: 'To which circulation: refused where that is not the last one. The last one when left out.',
    }),
    received: Received().optional().meta({ description: 'How it arrived, where an organizer enters it.' }),
    as: z.enum(['objection', 'dissociation']).default('objection').meta({
      description: 'An objection stops the adoption; a dissociation is on record beside it, and lets it pass.',
    }),
  }),
);
export type ObjectionDraft = z.output<ReturnType<typeof ObjectionDraft>>;

/** The withdrawal of an objection or a dissociation. */
export const Withdrawal = once(() =>
  z.strictObject({ reason: line(limits.line).optional(), received: Received().optional() }),
);
export type Withdrawal = z.output<ReturnType<typeof Withdrawal>>;

/** What an organization says against a text, whether it came in time to stop it or not. */
export const statementFields = once(() => ({
  ...ObjectionDraft().omit({ circulation: true, as: true }).shape,
  slug: madeSlug(),
  summit: slug(),
  declaration: slug(),
  circulation: slug(),
  printed: z.string(),
  at: z.string().meta({ description: 'When it was stamped here, to the millisecond.' }),
  enteredBy: z.string().optional(),
  withdrawn: z.object({ at: z.string(), reason: z.string().optional(), received: Received().optional() }).optional(),
}));

/** A reasoned objection that came before the deadline: as long as one stands, silence does not adopt. */
export const Objection = once(() => z.object({ ...statementFields(), ...recordFields('objection') }));
export type Objection = z.output<ReturnType<typeof Objection>>;

/** The name of what an organization says about a circulation: one of each kind. */
export const statementSlug = (organization: string, circulation: string): string => `${organization}-${circulation}`;

/**
 * The instant by which something is judged, in milliseconds: what came through an account came when the gateway stamped it; what an organizer
 * enters came when it arrived, as they say. So an e-mail of the last hour stops adoption also if it is entered after the deadline, as long as the
 * clock has not decided; once that is done nothing undoes it, and it is a dissociation whose arrival shows.
 */
export const cameAt = (received: { at: string } | undefined, stamped: Date): number =>
  received ? Date.parse(received.at) : stamped.getTime();

/**
 * Whether something said against a text stops it: it came before the deadline, and nothing has been decided. Else it is a dissociation.
 * Errors: `silence-over` where the circulation was recalled, `invalid` for what arrived before there was anything to object to.
 */
export const stops = (circulation: Circulation, received: { at: string } | undefined, stamped: Date): boolean => {
  if (circulation.state === 'recalled') throw silenceOver(circulation);
  if (received && received.at < circulation.at)
    throw invalid([
      { pointer: '/received/at', detail: `Give an instant from ${circulation.at} on: it was not circulated before.` },
    ]);
  return isInTime(circulation, cameAt(received, stamped));
};

/** Refuses what was already said. Errors: `already-recorded`. */
export const mustBeFirst = (
  before: Pick<Objection, 'slug' | 'state'> | Pick<Dissociation, 'slug' | 'state'> | undefined,
  address: string,
): void => {
  if (before && before.state !== 'withdrawn')
    throw new DomainError(
      'already-recorded',
      'This organization has said so already. Withdraw that first, where its words are to change.',
      { conflictsWith: `${address}/${before.slug}` },
    );
};

/** An objection that was withdrawn in time: silence goes on as if it had not been. Errors: `silence-over`, `wrong-state`. */
export const withdrawObjection = (
  objection: Objection,
  circulation: Circulation,
  { reason, received }: Withdrawal,
  stamped: Date,
  passage: Doing,
): Objection => {
  if (!isUndecided(circulation) || !isInTime(circulation, cameAt(received, stamped))) throw silenceOver(circulation);
  return { ...passed('objection', objection, 'withdrawn', passage), withdrawn: withdrawnAs(stamped, reason, received) };
};

/** What is kept of a withdrawal. */
export const withdrawnAs = (
  stamped: Date,
  reason: string | undefined,
  received: Received | undefined,
): NonNullable<Objection['withdrawn']> => ({
  at: stamped.toISOString(),
  ...(reason === undefined ? {} : { reason }),
  ...(received === undefined ? {} : { received }),
});
