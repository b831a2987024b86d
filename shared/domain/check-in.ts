import * as z from 'zod';
import type { Commitment } from './commitment.ts';
import { DomainError, refuseAll } from './error.ts';
import { once } from './once.ts';
import { slug } from './record.ts';
import { documentHash } from './sha256.ts';
import { limits, line } from './text.ts';

/** How a commitment stands, as its owner says. */
export const checkInStatuses = ['on-track', 'behind', 'done'] as const;

/** What the owner of a commitment, or an organizer for them, says of it on a day, and what shows it. */
export const CheckInDraft = once(() =>
  z.strictObject({
    on: z.iso
      .date({ message: 'Give a day that exists, such as "2031-12-08".' })
      .optional()
      .meta({ description: 'The day that it speaks of; today when left out.' }),
    status: z.enum(checkInStatuses),
    words: line(2_000),
    by: line(limits.name).optional().meta({ description: 'Who says so, as printed.' }),
    link: z
      .url({ protocol: /^https?$/, message: 'Give a web address that begins with http:// or https://.' })
      .max(1_000)
      .optional()
      .meta({ description: 'Where the evidence can be read.' }),
    document: documentHash('The SHA-256 of the evidence.'),
    slug: slug().optional(),
  }),
);
export type CheckInDraft = z.output<ReturnType<typeof CheckInDraft>>;

/** A check-in as it was made; it never changes. */
export const CheckIn = once(() =>
  z.object({
    ...CheckInDraft().shape,
    slug: slug(),
    version: z.int().positive(),
    summit: slug(),
    declaration: slug(),
    commitment: slug(),
    on: z.string(),
    recordedAt: z.string(),
    enteredBy: z.string(),
  }),
);
export type CheckIn = z.output<ReturnType<typeof CheckIn>>;

/** Checks in on a commitment that is open; to say that it is done needs something that shows it. Errors: `wrong-state`, `invalid`. */
export const checkIn = (
  { slug: commitment, summit, declaration, state }: Commitment,
  address: string,
  draft: CheckInDraft,
  { today, ...made }: { today: string; recordedAt: string; enteredBy: string },
): CheckIn => {
  if (state !== 'open')
    throw new DomainError('wrong-state', `The commitment is ${state}, and nothing is left to check in on.`, {
      also: { state },
    });
  refuseAll([
    ...((draft.on ?? today) > today ? [{ pointer: '/on', detail: 'Give a day that is not in the future.' }] : []),
    ...(draft.status === 'done' && draft.link === undefined && draft.document === undefined
      ? [{ pointer: '/link', detail: 'Give what shows that it is done: a link, or the SHA-256 of a document.' }]
      : []),
  ]);
  return { ...draft, ...made, on: draft.on ?? today, slug: address, version: 1, summit, declaration, commitment };
};
