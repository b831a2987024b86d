import * as z from 'zod';
import { type Caller, may } from './access.ts';
import { digest } from './digest.ts';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { firstState } from './lifecycle.ts';
import { once } from './once.ts';
import { actsFor, partiesOf } from './proposer.ts';
import { madeSlug, recordFields, slug } from './record.ts';
import type { Session } from './session.ts';
import { limits, line } from './text.ts';
import { toInstant } from './when.ts';

/** What a reviewer says of a proposal. */
export const ReviewDraft = once(() =>
  z.strictObject({
    score: z.int().min(1).max(5).optional().meta({ description: 'From 1 to 5, the best.' }),
    note: line(limits.outcome).optional(),
    conflictOfInterest: z
      .boolean()
      .default(false)
      .meta({ description: 'Whoever has one gives no score, and none of theirs counts.' }),
  }),
);
export type ReviewDraft = z.output<ReturnType<typeof ReviewDraft>>;

export const Review = once(() =>
  z.object({
    ...ReviewDraft().shape,
    ...recordFields('review'),
    summit: slug(),
    session: madeSlug(),
    track: slug().optional(),
    by: z.string().meta({ description: 'The account that gave it.' }),
    at: z.string(),
  }),
);
export type Review = z.output<ReturnType<typeof Review>>;

/** The name of an account's review among those of a session: each has one. */
export const reviewOf = (account: string): string => `r-${digest(account).slice(0, 16)}`;

const faults = ({ score, conflictOfInterest }: ReviewDraft): FieldError[] => {
  if (conflictOfInterest && score !== undefined)
    return [{ pointer: '/score', detail: 'Leave the score out: with a conflict of interest none counts.' }];
  if (!conflictOfInterest && score === undefined)
    return [{ pointer: '/score', detail: 'Give a score from 1 to 5, or declare a conflict of interest.' }];
  return [];
};

/** Refuses to judge what the caller has a part in, and what is decided already. Errors: `forbidden`, `wrong-state`. */
export const mayReview = (caller: Caller, session: Session): void => {
  if (actsFor(caller, partiesOf(session), session.summit))
    throw new DomainError(
      'forbidden',
      'You act for an organization that proposes this session or is a partner of it. Leave it to other reviewers.',
    );
  if (session.state !== 'submitted')
    throw new DomainError(
      'wrong-state',
      `The session is ${session.state}. A proposal is reviewed while it is submitted, until a decision about it is released.`,
      { also: { state: session.state } },
    );
};

/** Whether somebody sees what is said of a proposal: reviewers of its track who have no part in it, and organizers. */
export const seesReviews = (caller: Caller, session: Session): boolean => {
  const { summit, slug: named, track } = session;
  if (!may(caller, 'review:read', { summit, session: named, track })) return false;
  return may(caller, 'decision:read', { summit }) || !actsFor(caller, partiesOf(session), summit);
};

/** A reviewer's review of a proposal. Errors: `invalid`. */
export const giveReview = (session: Session, draft: ReviewDraft, by: string, at: Date): Review => {
  refuseAll(faults(draft));
  const { summit, slug: named, track } = session;
  const of = { summit, session: named, track };
  return { ...draft, ...of, slug: reviewOf(by), version: 1, state: firstState('review'), by, at: toInstant(at) };
};

/** The changed review; whoever gave it changes it, and nobody else. Errors: `forbidden`, `wrong-state`, `invalid`. */
export const reviseReview = (review: Review, draft: ReviewDraft, by: string): Review => {
  mustBeOwn(review, by);
  if (review.state !== 'given')
    throw new DomainError('wrong-state', 'The review was withdrawn. What was said stays as it was.');
  refuseAll(faults(draft));
  const { score: _, note: __, ...rest } = review;
  return { ...rest, ...draft };
};

/** Errors: `forbidden`. */
export const mustBeOwn = (review: Review, by: string): void => {
  if (review.by !== by)
    throw new DomainError('forbidden', 'Somebody else gave this review. Change your own, or give one.');
};

/** What the reviews of a session come to: what their scores add up to, and how many there are. */
export interface Tallied {
  sum: number;
  count: number;
}

/** What a review adds: nothing once it is withdrawn, or with a conflict of interest. */
export const tallied = (review: Pick<Review, 'score' | 'state'> | undefined): Tallied =>
  review?.state === 'given' && review.score !== undefined ? { sum: review.score, count: 1 } : { sum: 0, count: 0 };

/** The score of a proposal, as reviewers and organizers see it. */
export const Score = once(() =>
  z.object({
    mean: z.number().nullable().meta({ description: 'The mean, to two places; null while nobody has scored.' }),
    count: z.int().meta({ description: 'How many scored.' }),
  }),
);
export type Score = z.output<ReturnType<typeof Score>>;

export const scoreOf = ({ sum, count }: Tallied): Score => ({
  mean: count === 0 ? null : Math.round((sum / count) * 100) / 100,
  count,
});
