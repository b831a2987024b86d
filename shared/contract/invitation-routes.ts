import type { Route } from '../http/route.ts';
import { deskRoutes } from './desk.ts';
import { invitationRoutes } from './invitation.ts';
import { nominationRoutes } from './nomination.ts';
import { rowsRoutes } from './rows.ts';

/** The routes of asking people onto panels: desks, nominations and invitations; and many records at once, by rows. */
export const routesOfInvitations: Route[] = [...deskRoutes, ...nominationRoutes, ...invitationRoutes, ...rowsRoutes];
