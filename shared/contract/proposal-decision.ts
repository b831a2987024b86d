import * as z from 'zod';
import { mayList } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import { Decision, DecisionDraft, type DecisionRelease } from '../domain/proposal-decision.ts';
import { madeSlug, slug } from '../domain/record.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { applyRelease } from '../operations/decision-apply.ts';
import { releaseDecisions } from '../operations/decision-release.ts';
import { removeDecision, setDecision } from '../operations/proposal-decision.ts';
import { collections } from '../table/key.ts';
import { allDecisions, decisionKind, decisionReleaseKind, decisionsOn } from '../table/proposal-decision.ts';
import { getSession } from '../table/session.ts';
import { behind, knowsSummit } from './guard.ts';
import { answerOf, recordSeen, removed, seen } from './noun.ts';

const one = '/summits/{summit}/sessions/{session}/decision';
const list = '/summits/{summit}/decisions';
const answers = { name: 'Decision', schema: Decision };
const named = (id: string) => ({ id, noun: 'decision' });

const of = ({ at }: Pick<Exchange, 'at'>) => ({ summit: at('summit'), session: at('session') });

// Who knows of the session and may not know of decisions is answered the same whether there is one or not.
const sessionOf = async (exchange: Pick<Exchange, 'house' | 'caller' | 'at'>): Promise<object> => {
  const { summit, session } = of(exchange);
  return seen(exchange, 'session', await getSession(exchange.house.table, summit, session));
};

const current = async ({ house, at }: Pick<Exchange, 'house' | 'at'>): Promise<Decision> => {
  const decision = (await decisionsOn(house.table, at('summit'), at('session'))).at(-1);
  if (!decision) throw notFound('decision');
  return decision;
};

const kinds = ['accept', 'waitlist', 'reject'] as const;

/** What was released in one act, with what became of each. */
const Released = once(() =>
  z.object({
    slug: madeSlug(),
    at: z.string(),
    by: z.string(),
    track: slug().optional(),
    decisions: z.array(
      z.object({
        session: madeSlug(),
        decision: z.enum(kinds),
        state: z.enum(statesOf('decision')).meta({
          description: 'Released once everybody may know; dropped where the proposal was withdrawn or merged before.',
        }),
      }),
    ),
  }),
);

const becameOf = async ({ house, at: part }: Pick<Exchange, 'house' | 'at'>, release: DecisionRelease) => {
  const found = new Map((await allDecisions(house.table, part('summit'))).map((each) => [each.slug, each]));
  const { slug: name, at, by, track } = release;
  const decisions = release.decisions.flatMap(({ decision: id, session }) => {
    const decision = found.get(id);
    return decision ? [{ session, decision: decision.decision, state: decision.state }] : [];
  });
  return { slug: name, at, by, ...(track === undefined ? {} : { track }), decisions };
};

export const decisionRoutes: Route[] = [
  route({
    method: 'GET',
    path: one,
    may: 'decision:read',
    named: named('readDecision'),
    summary: 'Reads what was decided about a proposal',
    answers,
    handle: async (exchange) => answerOf(exchange, 'decision', await behind(sessionOf(exchange), current(exchange))),
  }),
  route({
    method: 'PUT',
    path: one,
    may: 'decision:write',
    named: named('setDecision'),
    summary: 'Decides about a proposal, without anybody else knowing',
    answers,
    body: DecisionDraft,
    example: () => ({ decision: 'accept', reference: 'VC-D 12', note: 'We look forward to it.' }),
    handle: async (exchange) => {
      const { house, deed, body } = exchange;
      return answerOf(exchange, 'decision', await setDecision(house, deed, of(exchange), body));
    },
  }),
  route({
    method: 'DELETE',
    path: one,
    may: 'decision:write',
    named: named('removeDecision'),
    summary: 'Takes back a decision that was not released',
    handle: async (exchange) => {
      await removeDecision(exchange.house, exchange.deed, of(exchange));
      return removed;
    },
  }),
  route({
    method: 'GET',
    path: list,
    may: 'decision:read',
    named: named('listDecisions'),
    summary: 'Lists the decisions about proposals',
    answers: { ...answers, list: true },
    query: () =>
      listQuery({
        state: z.enum(statesOf('decision')).optional(),
        decision: z.enum(kinds).optional(),
        track: slug().optional(),
      }),
    handle: async (exchange) => {
      const { state, decision, track } = exchange.query;
      const summit = exchange.at('summit');
      const keep = recordSeen(
        exchange,
        decisionKind,
        (each) =>
          (state ?? each.state) === each.state &&
          (decision ?? each.decision) === each.decision &&
          (track ?? each.track) === each.track,
      );
      const page = await behind(knowsSummit(exchange), listed(exchange, collections.decisionsOf(summit), keep));
      mayList(exchange.caller, 'decision:read', { summit });
      return page;
    },
  }),
  route({
    method: 'POST',
    path: `${list}/release`,
    may: 'decision:release',
    named: named('releaseDecisions'),
    succeeds: 200,
    summary: 'Releases what is decided, of all tracks or of one, in one act',
    answers: { name: 'ReleasedDecisions', schema: Released },
    body: () => z.strictObject({ track: slug().optional() }),
    example: () => ({ track: 'voices' }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      const release = await releaseDecisions(house, deed, { summit: at('summit'), ...body });
      // They are released, whatever keeps this request from making all of them known: the bell and the clock do the rest.
      await Promise.allSettled([applyRelease(house, decisionReleaseKind.key(release), deed.at)]);
      return { body: await becameOf(exchange, release) };
    },
  }),
];
