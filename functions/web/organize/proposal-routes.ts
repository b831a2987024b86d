import type { PageRoute } from '../page.ts';
import { decisionList } from './decision-list.tsx';
import { askDecisionRelease, decisionProgress, releaseDecisions } from './decision-release.tsx';
import { proposalList } from './proposal-list.tsx';
import { askMerge, mergeProposal } from './proposal-merge.tsx';
import { judgeProposal, proposalDesk } from './proposal-page.tsx';
import { reorderWaiting, waitingList } from './waiting-list.tsx';

const summit = '/{lang}/organize/{summit}';
const one = `${summit}/proposals/{proposal}`;

/** What is proposed, what reviewers say of it, and what is decided. */
export const proposalWorkRoutes: PageRoute[] = [
  { method: 'GET', path: `${summit}/proposals`, may: 'review:read', handle: proposalList },
  { method: 'GET', path: one, may: 'review:read', handle: proposalDesk },
  { method: 'POST', path: one, may: 'review:write', handle: judgeProposal },
  { method: 'GET', path: `${one}/merge`, may: 'decision:write', handle: askMerge },
  { method: 'POST', path: `${one}/merge`, may: 'decision:write', handle: mergeProposal },
  { method: 'GET', path: `${summit}/decisions`, may: 'decision:read', handle: decisionList },
  { method: 'GET', path: `${summit}/decisions/release`, may: 'decision:release', handle: askDecisionRelease },
  { method: 'POST', path: `${summit}/decisions/release`, may: 'decision:release', handle: releaseDecisions },
  { method: 'GET', path: `${summit}/decisions/releases/{release}`, may: 'decision:read', handle: decisionProgress },
  { method: 'GET', path: `${summit}/decisions/waiting/{track}`, may: 'decision:read', handle: waitingList },
  { method: 'POST', path: `${summit}/decisions/waiting/{track}`, may: 'decision:write', handle: reorderWaiting },
];
