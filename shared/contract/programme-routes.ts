import type { Route } from '../http/route.ts';
import { healthRoutes } from './health.ts';
import { instrumentRoutes } from './instrument.ts';
import { meRoutes } from './me.ts';
import { organizationRoutes } from './organization.ts';
import { panelistRoutes } from './panelist.ts';
import { personRoutes } from './person.ts';
import { roomRoutes } from './room.ts';
import { sessionRoutes } from './session.ts';
import { sittingRoutes } from './sitting.ts';
import { summitRoutes } from './summit.ts';
import { trackRoutes } from './track.ts';

/** The routes that first requests ask for: of a summit and its programme, of the register, and of who asks. */
export const programmeRoutes: Route[] = [
  ...summitRoutes,
  ...trackRoutes,
  ...roomRoutes,
  ...sessionRoutes,
  ...panelistRoutes,
  ...organizationRoutes,
  ...sittingRoutes,
  ...personRoutes,
  ...instrumentRoutes,
  ...meRoutes,
  ...healthRoutes,
];
