import * as z from 'zod';
import { may, mayList } from '../domain/access.ts';
import { Check, isJudged, verdictOf, verdicts } from '../domain/check.ts';
import { notFound } from '../domain/error.ts';
import { once } from '../domain/once.ts';
import { slug } from '../domain/record.ts';
import { Session } from '../domain/session.ts';
import { WaiverDraft } from '../domain/waiver.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { type Judgement, judgeSession, judgeSessions } from '../operations/check.ts';
import { waive } from '../operations/waiver.ts';
import type { Item } from '../table/client.ts';
import { lists } from '../table/key.ts';
import { cardOf } from '../table/list.ts';
import { getWholeSession } from '../table/session.ts';
import { behind, knowsSummit } from './guard.ts';
import { answerOf, seen } from './noun.ts';

/** What is said of one session by the rules of its track, its room and its crew. */
export const SessionChecks = once(() =>
  z.object({
    session: slug(),
    reference: z.string(),
    track: slug().optional(),
    judged: z.boolean().meta({ description: 'False of what is reported, over or off: it has no checks.' }),
    verdict: z.enum(verdicts).meta({ description: 'The gravest of those that are not waived.' }),
    checks: z.array(Check()),
  }),
);

export const checksShown = ({ session, checks }: Pick<Judgement, 'session' | 'checks'>) => ({
  session: session.slug,
  reference: session.reference,
  ...(session.track ? { track: session.track } : {}),
  judged: isJudged(session),
  verdict: verdictOf(checks),
  checks,
});

const answers = { name: 'SessionChecks', schema: SessionChecks };

const maySee = ({ caller }: Pick<Exchange, 'caller'>, { summit, track, slug: session }: Session): boolean =>
  may(caller, 'check:read', { summit, track, session });

const filters = () => ({
  track: slug().optional(),
  verdict: z.enum(verdicts).exclude(['pass']).optional(),
});
type Listed = Exchange<z.output<ReturnType<typeof listQuery<ReturnType<typeof filters>>>>>;

/** Judges the sessions of a page together, as they stand: the index says only which there are. */
const judging = (exchange: Listed) => {
  const { house, deed, at, query } = exchange;
  const judgements = new Map<string, Judgement>();
  const cardIn = (item: Item) => cardOf(item).card as unknown as Session;
  const isAsked = (session: Session): boolean =>
    isJudged(session) && (query.track ?? session.track) === session.track && maySee(exchange, session);
  return {
    ahead: async (items: readonly Item[]): Promise<void> => {
      const asked = items.map(cardIn).filter(isAsked);
      const read = await Promise.allSettled(asked.map((one) => getWholeSession(house.table, at('summit'), one.slug)));
      const wholes = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      for (const one of await judgeSessions(house, deed, wholes)) judgements.set(one.session.slug, one);
    },
    keep: (item: Item): object | undefined => {
      const found = judgements.get(cardIn(item).slug);
      if (!found || found.checks.every(({ verdict }) => verdict === 'pass')) return undefined;
      const shown = checksShown(found);
      return (query.verdict ?? shown.verdict) === shown.verdict ? shown : undefined;
    },
  };
};

export const checkRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/summits/{summit}/sessions/{session}/checks',
    may: 'check:read',
    named: { id: 'readSessionChecks', noun: 'session' },
    summary: 'Judges a session by the rules of its track, its room and its crew, as they stand',
    answers,
    handle: async (exchange) => {
      const { house, deed, at } = exchange;
      const whole = await getWholeSession(house.table, at('summit'), at('session'));
      seen(exchange, 'session', whole.session);
      if (!maySee(exchange, whole.session)) throw notFound('session');
      return { body: checksShown(await judgeSession(house, deed, whole)) };
    },
  }),
  route({
    method: 'GET',
    path: '/summits/{summit}/checks',
    may: 'check:read',
    named: { id: 'listChecks', noun: 'session' },
    summary: 'Lists the sessions that are still to be held and of which not everything is as it should be',
    answers: { ...answers, list: true },
    query: () => listQuery(filters()),
    handle: async (exchange) => {
      const { at, caller } = exchange;
      const judged = judging(exchange);
      const page = listed(exchange, { pk: lists.sessionsOf(at('summit')), index: 'list' }, judged.keep, judged.ahead);
      const answer = await behind(knowsSummit(exchange), page);
      mayList(caller, 'check:read', { summit: at('summit') });
      return answer;
    },
  }),
  route({
    method: 'POST',
    path: '/summits/{summit}/sessions/{session}/waivers',
    may: 'waiver:write',
    named: { id: 'waiveRule', noun: 'session' },
    succeeds: 200,
    summary: 'Waives a rule of the track for one session, with a reason',
    answers: { name: 'Session', schema: Session },
    body: WaiverDraft,
    example: () => ({ rule: 'regions', reason: 'The minister of the basin speaks for four countries.' }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return answerOf(exchange, 'session', await waive(house, deed, at('summit'), at('session'), body));
    },
  }),
];
