import { nameOf } from '../domain/access.ts';
import { DomainError } from '../domain/error.ts';
import { passed, type StateOf } from '../domain/lifecycle.ts';
import { giveReview, mayReview, mustBeOwn, type Review, type ReviewDraft, reviseReview } from '../domain/review.ts';
import type { Session } from '../domain/session.ts';
import { insert, replace, unchanged } from '../table/item.ts';
import { addScore, getReview, reviewKind } from '../table/review.ts';
import { getSession, sessionKind } from '../table/session.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, type Plan, reading } from './perform.ts';
import type { Permission } from './permission.ts';

/** Which session's. */
export interface Of {
  summit: string;
  session: string;
}

interface Found {
  session: Session;
  review: Review;
}

const permission = <F extends { session: Session }>({ table }: House, { summit, session }: Of): Permission<F> => ({
  deed: 'review:write',
  of: (found) => ({ summit, session, track: found?.session.track }),
  knows: () => [['session', getSession(table, summit, session)]],
});

const taken = ({ summit, session, slug }: Review): DomainError =>
  new DomainError('already-recorded', 'You have reviewed this proposal. Change your review instead.', {
    conflictsWith: `/api/v1/summits/${summit}/sessions/${session}/reviews/${slug}`,
  });

/**
 * Gives a review of a proposal: one for each reviewer, while the session is as it was read.
 * Errors: `not-found`, `forbidden` to who has a part in it, `wrong-state`, `already-recorded`, `invalid`.
 */
export const createReview = (house: House, deed: Deed, of: Of, draft: ReviewDraft): Promise<Review> => {
  const { table } = house;
  return perform(house, deed, {
    may: permission<Pick<Found, 'session'>>(house, of),
    read: async () => ({ session: await getSession(table, of.summit, of.session) }),
    decide: ({ session }) => {
      mayReview(deed.caller, session);
      const review = giveReview(session, draft, nameOf(deed.caller), deed.at);
      return {
        writes: [
          insert(table, reviewKind, review, deed.request, () => taken(review)),
          addScore(table, review, { after: review }, deed.request),
          unchanged(table, sessionKind, session),
        ],
        answer: review,
        at: reviewKind.key(review),
      };
    },
    again: reading(house, reviewKind),
  });
};

const renewed = ({ table }: House, deed: Deed, { session, review }: Found, after: Review): Plan<Review> => ({
  writes: [
    replace(table, reviewKind, after, deed.request, review),
    addScore(table, review, { before: review, after }, deed.request),
    unchanged(table, sessionKind, session),
  ],
  answer: next(after),
  at: reviewKind.key(after),
});

const find = async ({ table }: House, of: Of, slug: string): Promise<Found> => {
  const [session, review] = await Promise.all([
    getSession(table, of.summit, of.session),
    getReview(table, of.summit, of.session, slug),
  ]);
  return { session, review };
};

/** Changes one's own review. Errors: `not-found`, `stale`, `precondition-required`, `forbidden`, `wrong-state`, `invalid`. */
export const changeReview = (
  house: House,
  deed: Deed,
  of: Of,
  slug: string,
  patched: (review: Review) => ReviewDraft,
): Promise<Review> =>
  perform(house, deed, {
    may: permission<Found>(house, of),
    read: () => find(house, of, slug),
    decide: (found) => {
      madeFrom(deed, found.review);
      mayReview(deed.caller, found.session);
      return renewed(house, deed, found, reviseReview(found.review, patched(found.review), nameOf(deed.caller)));
    },
  });

/** Withdraws one's own review: its score counts no more. Errors: `not-found`, `wrong-state`, `forbidden`. */
export const passReview = (
  house: House,
  deed: Deed,
  of: Of,
  slug: string,
  { to, reason }: { to: StateOf<'review'>; reason?: string | undefined },
): Promise<Review> =>
  perform(house, deed, {
    may: permission<Found>(house, of),
    read: () => find(house, of, slug),
    decide: (found) => {
      const after = passed('review', found.review, to, passageOf(deed, reason));
      mustBeOwn(found.review, nameOf(deed.caller));
      mayReview(deed.caller, found.session);
      return renewed(house, deed, found, after);
    },
    again: reading(house, reviewKind),
  });
