import type { Route } from '../http/route.ts';
import { mailRoutes } from './mail.ts';
import { membershipRoutes } from './membership.ts';
import { noOutcomeRoutes } from './no-outcome.ts';
import { outcomeRoutes } from './outcome.ts';
import { participationRoutes } from './participation.ts';
import { roleRoutes } from './role.ts';
import { trailRoutes } from './trail.ts';

/** The routes of an office's work: who takes part and belongs to whom, what came out, who may do what, what was written and what was done. */
export const routesOfTheOffice: Route[] = [
  ...participationRoutes,
  ...membershipRoutes,
  ...outcomeRoutes,
  ...noOutcomeRoutes,
  ...roleRoutes,
  ...mailRoutes,
  ...trailRoutes,
];
