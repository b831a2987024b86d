import { mayDo } from '../domain/access.ts';
import { DomainError } from '../domain/error.ts';
import { Review, ReviewDraft, seesReviews } from '../domain/review.ts';
import type { Session } from '../domain/session.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { changeReview, createReview, passReview } from '../operations/review.ts';
import { collections } from '../table/key.ts';
import { getReview, reviewKind } from '../table/review.ts';
import { getSession } from '../table/session.ts';
import { behind } from './guard.ts';
import { answerOf, createdAt, recordSeen, seen, transitionOf } from './noun.ts';

const list = '/summits/{summit}/sessions/{session}/reviews';
const one = `${list}/{review}`;
const answers = { name: 'Review', schema: Review };

type Asked = Pick<Exchange, 'house' | 'caller' | 'at'>;

const of = ({ at }: Pick<Exchange, 'at'>) => ({ summit: at('summit'), session: at('session') });

const sessionOf = async (exchange: Asked): Promise<Session> => {
  const { summit, session } = of(exchange);
  const found = await getSession(exchange.house.table, summit, session);
  seen(exchange, 'session', found);
  return found;
};

const apart = (): DomainError =>
  new DomainError(
    'forbidden',
    'You act for an organization that has a part in this proposal: its reviews are for others.',
  );

export const reviewRoutes: Route[] = [
  route({
    method: 'GET',
    path: list,
    may: 'review:read',
    summary: 'Lists the reviews of a proposal',
    answers: { ...answers, list: true },
    query: () => listQuery({}),
    handle: async (exchange) => {
      const session = sessionOf(exchange);
      const { summit, session: slug } = of(exchange);
      const page = listed(exchange, collections.reviewsOf(summit, slug), recordSeen(exchange, reviewKind));
      const answer = await behind(session, page);
      const { track } = await session;
      mayDo(exchange.caller, 'review:read', { summit, session: slug, track });
      if (!seesReviews(exchange.caller, await session)) throw apart();
      return answer;
    },
  }),
  route({
    method: 'POST',
    path: list,
    may: 'review:write',
    summary: 'Gives one’s review of a proposal',
    answers,
    body: ReviewDraft,
    example: () => ({ score: 4, note: 'Clear objectives; two of the speakers are still to be found.' }),
    handle: async (exchange) => {
      const { house, deed, body, path } = exchange;
      const review = await createReview(house, deed, of(exchange), body);
      return createdAt(exchange, 'review', review, `${path}/${review.slug}`);
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'review:read',
    summary: 'Reads a review',
    answers,
    handle: async (exchange) => {
      const { summit, session } = of(exchange);
      const found = sessionOf(exchange);
      const review = await behind(found, getReview(exchange.house.table, summit, session, exchange.at('review')));
      const answer = answerOf(exchange, 'review', review);
      if (!seesReviews(exchange.caller, await found)) throw apart();
      return answer;
    },
  }),
  route({
    method: 'PATCH',
    path: one,
    may: 'review:write',
    summary: 'Changes one’s own review',
    answers,
    body: ReviewDraft,
    example: () => ({ score: 5 }),
    handle: async (exchange) => {
      const { house, deed, at } = exchange;
      const patched = exchange.patched(ReviewDraft());
      return answerOf(exchange, 'review', await changeReview(house, deed, of(exchange), at('review'), patched));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/transitions`,
    may: 'review:write',
    summary: 'Withdraws one’s own review',
    answers,
    body: () => transitionOf('review'),
    example: () => ({ to: 'withdrawn' }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return answerOf(exchange, 'review', await passReview(house, deed, of(exchange), at('review'), body));
    },
  }),
];
