import type { Route } from '../http/route.ts';
import { availabilityRoutes } from './availability.ts';
import { checkRoutes } from './check.ts';
import { confirmationRoutes } from './confirmation.ts';
import { crewRoutes } from './crew.ts';
import { placementRoutes } from './placement.ts';
import { proposalRoutes } from './proposal.ts';
import { decisionRoutes } from './proposal-decision.ts';
import { reviewRoutes } from './review.ts';
import { waitingListRoutes } from './waiting-list.ts';
import { scheduleRoutes } from './schedule.ts';
import { programmeFeedRoutes } from './programme.ts';
import { releaseRoutes } from './release.ts';

/** The routes of planning: where and when a session is held, what is proposed and decided, and the programme as it is released. */
export const routesOfPlanning: Route[] = [
  ...placementRoutes,
  ...availabilityRoutes,
  ...scheduleRoutes,
  ...checkRoutes,
  ...confirmationRoutes,
  ...crewRoutes,
  ...proposalRoutes,
  ...reviewRoutes,
  ...decisionRoutes,
  ...waitingListRoutes,
  ...programmeFeedRoutes,
  ...releaseRoutes,
];
