import * as z from 'zod';
import { Confirmation, InsteadOf } from './confirmation.ts';
import { OverrideDraft } from './conflict.ts';
import type { ConsentGiven } from './consent.ts';
import { type FieldError, refuseAll } from './error.ts';
import { once } from './once.ts';
import { type Panelist, PanelistDraft } from './panelist.ts';
import { arrivalFaults } from './received.ts';
import { limits, line } from './text.ts';

/** A confirmation as an organizer enters it. */
export const ConfirmationDraft = once(() =>
  Confirmation().extend({
    consent: z
      .boolean()
      .optional()
      .meta({ description: 'What they said about being named; left out where nothing was said.' }),
    insteadOf: InsteadOf(),
    override: OverrideDraft().optional().meta({ description: 'To let them be in two places, with the reason.' }),
  }),
);
export type ConfirmationDraft = z.output<ReturnType<typeof ConfirmationDraft>>;

/** Who takes a place over from somebody: as that one had it, unless it is said otherwise. */
export const ReplacementDraft = once(() =>
  PanelistDraft()
    .partial({ role: true })
    .extend({
      confirmed: ConfirmationDraft().optional().meta({ description: 'Where they have confirmed already.' }),
      reason: line(limits.line).optional(),
    }),
);
export type ReplacementDraft = z.output<ReturnType<typeof ReplacementDraft>>;

/** What is kept of a confirmation with the place. */
export const confirmationOf = ({ by, how, at, document }: ConfirmationDraft): Confirmation => ({
  by,
  how,
  at,
  ...(document ? { document } : {}),
});

/** What was said with it about being named; nothing, where nothing was. */
export const consentIn = ({
  by,
  how,
  at,
  consent,
}: ConfirmationDraft): (ConsentGiven & { state: 'given' | 'refused' }) | undefined =>
  consent === undefined
    ? undefined
    : {
        state: consent ? 'given' : 'refused',
        by: by.as,
        ...(by.as === 'office' ? { office: by.name } : {}),
        on: at.slice(0, 10),
        how: `by ${how}`,
      };

/** Refuses what is wrong with a confirmation; `within` is the pointer of the draft that it stands in. Errors: `invalid`. */
export const mustBeConfirmation = (
  draft: ConfirmationDraft,
  { unnamed }: Pick<Panelist, 'unnamed'>,
  now: Date,
  within = '',
): void => {
  const faults: FieldError[] = arrivalFaults(draft, now, within);
  if (draft.consent && unnamed)
    faults.push({ pointer: `${within}/consent`, detail: 'Leave the consent out: this place stays unnamed.' });
  if (draft.override && draft.insteadOf.length > 0)
    faults.push({
      pointer: `${within}/override`,
      detail: 'Leave the override out: they take this place instead of the other.',
    });
  refuseAll(faults);
};
