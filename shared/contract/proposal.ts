import * as z from 'zod';
import { type Caller, may, mayList, view } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import { ProposalDraft } from '../domain/proposal.ts';
import { proposersOf } from '../domain/proposer.ts';
import { madeSlug, slug } from '../domain/record.ts';
import { Score, scoreOf, seesReviews } from '../domain/review.ts';
import { Session } from '../domain/session.ts';
import { bySlug } from '../domain/slug.ts';
import { salvaged } from '../http/body.ts';
import { listQuery, sliced } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import {
  changeProposal,
  createProposal,
  getProposal,
  passProposal,
  proposalNames,
  unknownToProposal,
} from '../operations/proposal.ts';
import { mergeProposal } from '../operations/proposal-merge.ts';
import { lists } from '../table/key.ts';
import { cardOf } from '../table/list.ts';
import { scoresOf } from '../table/review.ts';
import { behind, knowsSummit } from './guard.ts';
import { answerOf, createdAt, transitionOf } from './noun.ts';

const list = '/summits/{summit}/proposals';
const one = `${list}/{proposal}`;
const answers = { name: 'Session', schema: Session };
const named = (id: string) => ({ id, noun: 'session' });

/** A proposal as the list shows it; its score is for reviewers and organizers. */
const ProposalCard = once(() =>
  Session()
    .pick({
      slug: true,
      version: true,
      state: true,
      reference: true,
      title: true,
      track: true,
      lead: true,
      partners: true,
    })
    .extend({
      proposed: Session().shape.proposed,
      mergedInto: madeSlug().optional(),
      score: Score().optional(),
    }),
);
const shownFields = once(() => new Set(Object.keys(ProposalCard().shape)));

const cardsIn = async ({
  house,
  at,
  query,
  caller,
}: Exchange<{ track?: string | undefined; state?: string | undefined }>) => {
  const items = await house.table.all({ pk: lists.sessionsOf(at('summit')), index: 'list' });
  return items
    .map((item) => cardOf(item).card as unknown as Session)
    .filter(
      (card) =>
        card.proposed !== undefined &&
        (query.track ?? card.track) === card.track &&
        (query.state ?? card.state) === card.state &&
        view(caller, 'session', card) !== undefined,
    )
    .toSorted((a, b) => bySlug(a.reference, b.reference));
};

const isShown = ([field]: [string, unknown]): boolean => shownFields().has(field);

// Who plans the programme sees the session, and has nothing to do with proposals.
const isReader = (caller: Caller, session: Session): boolean =>
  proposersOf(session).some((organization) => {
    const { summit, slug: proposal, track } = session;
    return may(caller, 'proposal:read', { summit, session: proposal, track, organization });
  });

// Scores are read for the page alone, and for those who see them.
const withScores = async ({ house, at, caller }: Exchange, cards: readonly Session[]): Promise<object[]> => {
  const scored = cards.filter((card) => seesReviews(caller, card)).map((card) => card.slug);
  const score = await scoresOf(house.table, at('summit'), scored);
  return cards.map((card) => ({
    ...Object.fromEntries(Object.entries(view(caller, 'session', card) ?? {}).filter(isShown)),
    ...(scored.includes(card.slug) ? { score: scoreOf(score(card.slug)) } : {}),
  }));
};

const example = {
  organization: 'port-selva',
  track: 'voices',
  title: { en: 'Night buses on both banks' },
  summary: { en: 'What it takes to run one line in two cities.' },
  objectives: [{ text: { en: 'Agree on one ticket.' } }],
  languages: { spoken: ['en', 'pt'], interpreted: ['fr'] },
  partners: [{ organization: 'arvenne' }],
};

export const proposalRoutes: Route[] = [
  route({
    method: 'GET',
    path: list,
    may: 'proposal:read',
    named: named('listProposals'),
    summary: 'Lists the proposals by their reference',
    answers: { name: 'ProposalCard', schema: ProposalCard, list: true },
    query: () => listQuery({ track: slug().optional(), state: z.enum(statesOf('session')).optional() }),
    handle: async (exchange) => {
      const page = sliced(exchange, () => cardsIn(exchange), {
        keyOf: ({ reference }) => reference,
        show: (card) => card,
      });
      const answer = await behind(knowsSummit(exchange), page);
      mayList(exchange.caller, 'proposal:read', { summit: exchange.at('summit') });
      const { items, next } = answer.body as { items: Session[]; next: string | null };
      return { ...answer, body: { items: await withScores(exchange, items), next } };
    },
  }),
  route({
    method: 'POST',
    path: list,
    may: 'proposal:write',
    named: named('createProposal'),
    summary: 'Begins a proposal in the call of a track',
    answers,
    body: ProposalDraft,
    names: ({ house, at }, body) =>
      unknownToProposal(house, at('summit'), salvaged(ProposalDraft(), body, proposalNames)),
    example: () => example,
    handle: async (exchange) => {
      const { house, deed, at, body, path } = exchange;
      const session = await createProposal(house, deed, at('summit'), body);
      return createdAt(exchange, 'session', session, `${path}/${session.slug}`);
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'proposal:read',
    named: named('readProposal'),
    summary: 'Reads a proposal',
    answers,
    handle: async (exchange) => {
      const { house, at, caller } = exchange;
      const session = await getProposal(house.table, at('summit'), at('proposal'));
      if (!isReader(caller, session)) throw notFound('session');
      return answerOf(exchange, 'session', session);
    },
  }),
  route({
    method: 'PATCH',
    path: one,
    may: 'proposal:write',
    named: named('changeProposal'),
    summary: 'Changes a proposal, until the call is over',
    answers,
    body: ProposalDraft,
    names: ({ house, at }, body) =>
      unknownToProposal(house, at('summit'), salvaged(ProposalDraft(), body, proposalNames)),
    example: () => ({ title: { en: 'Night buses and ferries on both banks' } }),
    handle: async (exchange) => {
      const { house, deed, at } = exchange;
      const patched = exchange.patched(ProposalDraft());
      return answerOf(exchange, 'session', await changeProposal(house, deed, at('summit'), at('proposal'), patched));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/transitions`,
    may: 'proposal:write',
    named: named('passProposal'),
    summary: 'Submits a proposal, or withdraws it',
    answers,
    body: () => transitionOf('session'),
    example: () => ({ to: 'submitted' }),
    succeeds: 200,
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return answerOf(exchange, 'session', await passProposal(house, deed, at('summit'), at('proposal'), body));
    },
  }),
  route({
    method: 'POST',
    path: '/summits/{summit}/sessions/{session}/merge',
    may: 'decision:write',
    named: named('mergeProposals'),
    summary: 'Merges another proposal into this one: both texts are kept, and both organizations credited',
    answers,
    body: () =>
      z.strictObject({ with: madeSlug().meta({ description: 'The session that becomes part of this one.' }) }),
    example: () => ({ with: 'p-7k3f' }),
    succeeds: 200,
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return answerOf(exchange, 'session', await mergeProposal(house, deed, at('summit'), at('session'), body));
    },
  }),
];
