import type { Route } from '../../shared/http/route.ts';
import { consentRoutes } from './consent.ts';
import { dataRoutes } from './data.ts';
import { deskRoutes } from './desk.ts';
import { healthRoutes } from './health.ts';
import { instrumentRoutes } from './instrument.ts';
import { invitationRoutes } from './invitation.ts';
import { mailRoutes } from './mail.ts';
import { meRoutes } from './me.ts';
import { membershipRoutes } from './membership.ts';
import { nominationRoutes } from './nomination.ts';
import { organizationRoutes } from './organization.ts';
import { outcomeRoutes } from './outcome.ts';
import { panelistRoutes } from './panelist.ts';
import { participationRoutes } from './participation.ts';
import { personRoutes } from './person.ts';
import { roleRoutes } from './role.ts';
import { roomRoutes } from './room.ts';
import { rowsRoutes } from './rows.ts';
import { sessionRoutes } from './session.ts';
import { sittingRoutes } from './sitting.ts';
import { suggestionRoutes } from './suggestion.ts';
import { summitRoutes } from './summit.ts';
import { trackRoutes } from './track.ts';
import { trailRoutes } from './trail.ts';

/** The routes of a summit and its programme, of the register, and of who may do what. */
export const programmeRoutes: Route[] = [
  ...summitRoutes,
  ...participationRoutes,
  ...trackRoutes,
  ...roomRoutes,
  ...sessionRoutes,
  ...rowsRoutes,
  ...panelistRoutes,
  ...invitationRoutes,
  ...deskRoutes,
  ...nominationRoutes,
  ...suggestionRoutes,
  ...outcomeRoutes,
  ...organizationRoutes,
  ...membershipRoutes,
  ...sittingRoutes,
  ...personRoutes,
  ...consentRoutes,
  ...dataRoutes,
  ...instrumentRoutes,
  ...roleRoutes,
  ...mailRoutes,
  ...trailRoutes,
  ...meRoutes,
  ...healthRoutes,
];
