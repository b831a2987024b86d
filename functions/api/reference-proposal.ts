import { DecisionDraft, stageDecision } from '../../shared/domain/proposal-decision.ts';
import { propose, ProposalDraft, submitProposal } from '../../shared/domain/proposal.ts';
import { giveReview, ReviewDraft, scoreOf } from '../../shared/domain/review.ts';
import { proposalRoutes } from '../../shared/contract/proposal.ts';
import { decisionRoutes } from '../../shared/contract/proposal-decision.ts';
import { summit, track } from './reference-records.ts';
import { reviewRoutes } from '../../shared/contract/review.ts';

// What is proposed in a call, and what is decided about it: what the domain makes of the request examples. All names are invented.

const exampleOf = (ending: string, method = 'POST'): unknown =>
  [...proposalRoutes, ...reviewRoutes, ...decisionRoutes]
    .find((route) => route.method === method && route.path.endsWith(ending))
    ?.example?.();

const at = '2027-01-12T09:00:00Z';
const now = new Date(at);
const by = '6f1c2d3e-0a41-4b52-9c63-1d2e3f405161';
const calling = { ...track, call: { hard: '2027-01-15T12:00:00Z' } };
const draft = ProposalDraft().parse(exampleOf('/proposals'));
const named = {
  ...draft,
  lead: [{ organization: draft.organization, printed: 'Port Selva' }],
  partners: draft.partners.map(({ organization }) => ({ organization, printed: 'Arvenne' })),
};
const begun = propose(summit, calling, 'P-7K3F', named, { at: now, missing: [] });
const session = submitProposal(begun, calling, { at, by }, now);

export const review = giveReview(session, ReviewDraft().parse(exampleOf('/reviews')), by, now);
export const decision = stageDecision(session, DecisionDraft().parse(exampleOf('/decision', 'PUT')), undefined);

const { slug, version, state, reference, title, lead, partners, proposed } = session;

/** A proposal as the list shows it to its reviewers. */
export const proposalCard = {
  slug,
  version,
  state,
  reference,
  title,
  track: session.track,
  lead,
  partners,
  proposed,
  score: scoreOf({ sum: review.score ?? 0, count: 1 }),
};

export const released = {
  slug: 'd1',
  at,
  by,
  track: track.slug,
  decisions: [{ session: slug, decision: decision.decision, state: 'released' }],
};

export const waitingList = {
  track: track.slug,
  version: 2,
  items: [{ place: 1, slug, reference, title, lead, since: at }],
};
