import type { Decision } from '../../../shared/domain/proposal-decision.ts';
import type { Score } from '../../../shared/domain/review.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { proposalWordsIn } from '../../../shared/words/workspace/proposal.ts';
import type { ProposalWords } from '../../../shared/words/workspace/proposal-en.ts';
import { readList, readOwn } from '../contract.ts';
import type { Asked, Page, Way } from '../page.ts';
import { partAt, workLanguage, workPage } from '../workspace.ts';
import { mayHere, type Planning } from './planned.ts';

/** The words of proposals. */
export const proposalWords = (asked: Pick<Asked, 'language'>): ProposalWords => proposalWordsIn(workLanguage(asked));

/** A proposal as lists show it. */
export type ProposalCard = Pick<
  Session,
  'slug' | 'version' | 'state' | 'reference' | 'title' | 'track' | 'lead' | 'partners' | 'proposed' | 'mergedInto'
> & { score?: Score };

export const readProposals = ({ asked, summit }: Planning, query = ''): Promise<ProposalCard[]> =>
  readList<ProposalCard>(readOwn, asked, `/summits/${summit.slug}/proposals${query}`);

/** What was decided, for those who may know; for others nothing. */
export const readDecisions = async (here: Planning, query = ''): Promise<Decision[]> =>
  mayHere(here, 'decision:read')
    ? readList<Decision>(readOwn, here.asked, `/summits/${here.summit.slug}/decisions${query}`)
    : [];

/** Where proposals stand in the workspace, and what is below them. */
export const proposalsAt = ({ asked, summit }: Pick<Planning, 'asked' | 'summit'>, ...parts: string[]): string =>
  [partAt(asked, summit.slug, 'proposals'), ...parts].join('/');

/** Where decisions stand, beside the proposals. */
export const decisionsAt = ({ asked, summit }: Pick<Planning, 'asked' | 'summit'>, ...parts: string[]): string =>
  [`/${asked.language}/organize/${summit.slug}/decisions`, ...parts].join('/');

export const proposalName = ({ asked }: Pick<Planning, 'asked'>): string => asked.context.req.param('proposal') ?? '';

interface Beneath {
  /** The page's address below the summit's workspace. */
  below: string;
  above?: Pick<Session, 'slug' | 'reference'> | undefined;
  /** It stands below the decisions. */
  isDecision?: boolean;
}

/** A page about what was proposed and decided. */
export const proposalPage = (here: Planning, { below, above, isDecision, ...page }: Page & Beneath): Page => {
  const { asked, summit } = here;
  const words = proposalWords(asked);
  const crumbs: Way[] = [
    ...(below === '/proposals' ? [] : [{ href: proposalsAt(here), label: words.title }]),
    ...(isDecision ? [{ href: decisionsAt(here), label: words.decisions }] : []),
    ...(above ? [{ href: proposalsAt(here, above.slug), label: above.reference }] : []),
  ];
  return workPage(asked, summit, 'proposals', { path: `/organize/${summit.slug}${below}`, crumbs, ...page });
};
