import * as z from 'zod';
import { outcomeRefPattern } from './declaration.ts';
import { type FieldError, refuseAll } from './error.ts';
import { type Doing, firstState, passed, type StateOf } from './lifecycle.ts';
import { once } from './once.ts';
import { NamedOrganization, OrganizationRef, recordFields, slug } from './record.ts';
import type { Signature } from './signature.ts';
import { limits, line, text } from './text.ts';
import { span } from './when.ts';

const day = () => z.iso.date({ message: 'Give a day that exists, such as "2031-12-08".' });

/** When a commitment is due: on a day, or so many months after its owner joined by signing. */
export const Due = once(() =>
  z.strictObject({
    on: day().optional().meta({ description: 'A day.' }),
    months: z.int().min(1).max(600).optional().meta({ description: 'So many months after joining.' }),
    after: z.literal('joining').optional().meta({ description: 'The day of the owner’s signature.' }),
  }),
);
export type Due = z.output<ReturnType<typeof Due>>;

/** What an organization undertakes. */
export const CommitmentDraft = once(() =>
  z.strictObject({
    owner: OrganizationRef(),
    text: text(limits.outcome),
    measure: line(limits.line).meta({ description: 'By what it is measured.' }),
    due: Due().meta({
      description:
        'Either { "on": "2032-06-30" } or { "months": 12, "after": "joining" }, which begins when the owner signs.',
    }),
    paragraph: slug().optional().meta({ description: 'The paragraph that it comes from.' }),
    outcome: z
      .string()
      .max(90)
      .regex(outcomeRefPattern, { message: 'Name an outcome as session/number, such as "vc-d-12/3".' })
      .optional()
      .meta({ description: 'The outcome that it comes from.' }),
    slug: slug().optional(),
  }),
);
export type CommitmentDraft = z.output<ReturnType<typeof CommitmentDraft>>;

export const Commitment = once(() =>
  z.object({
    ...CommitmentDraft().shape,
    ...recordFields('commitment'),
    summit: slug(),
    declaration: slug(),
    owner: NamedOrganization(),
  }),
);
export type Commitment = z.output<ReturnType<typeof Commitment>>;

const dueFaults = ({ on, months, after }: Due): FieldError[] => {
  if (on !== undefined && months === undefined && after === undefined) return [];
  if (on === undefined && months !== undefined && after !== undefined) return [];
  return [
    {
      pointer: '/due',
      detail:
        'Give either a day, { "on": "2032-06-30" }, or a time after joining, { "months": 12, "after": "joining" }.',
    },
  ];
};

/** Records a commitment under its address. Errors: `invalid`. */
export const undertake = (
  of: { summit: string; declaration: string },
  address: string,
  draft: CommitmentDraft & { owner: NamedOrganization },
): Commitment => {
  refuseAll(dueFaults(draft.due));
  return { ...draft, ...of, slug: draft.slug ?? address, version: 1, state: firstState('commitment') };
};

/** The same day so many months on; the last of the month, where that month has no such day: 31 January and a month are 28 or 29 February. */
export const monthsAfter = (from: string, months: number): string => {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const on = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())));
  return on.toISOString().slice(0, 10);
};

/** When an organization joined: the day of the first of its signatures that stand, surely by then. Undefined before, and once it has withdrawn. */
export const joinedOn = (
  organization: string,
  signatures: readonly Pick<Signature, 'organization' | 'state' | 'on'>[],
): string | undefined =>
  signatures
    .flatMap((one) => (one.organization === organization && one.state === 'valid' && one.on ? [span(one.on).last] : []))
    .toSorted()
    .at(0);

/** The day on which a commitment is due; undefined while its owner has not joined, and it does not run yet. */
export const dueOn = (
  { due, owner }: Pick<Commitment, 'due' | 'owner'>,
  signatures: readonly Pick<Signature, 'organization' | 'state' | 'on'>[],
): string | undefined => {
  if (due.on !== undefined) return due.on;
  const joined = joinedOn(owner.organization, signatures);
  return joined === undefined || due.months === undefined ? undefined : monthsAfter(joined, due.months);
};

/** Whether an open commitment is past its day: on that day itself it is not. */
export const isOverdue = ({ state }: Pick<Commitment, 'state'>, due: string | undefined, today: string): boolean =>
  state === 'open' && due !== undefined && due < today;

/** A commitment met, or abandoned for a reason. Errors: `wrong-state`, `invalid`. */
export const passCommitment = (commitment: Commitment, to: StateOf<'commitment'>, doing: Doing): Commitment => {
  const after = passed('commitment', commitment, to, doing);
  if (to === 'abandoned' && doing.reason === undefined)
    refuseAll([{ pointer: '/reason', detail: 'Say why it is abandoned.' }]);
  return after;
};
