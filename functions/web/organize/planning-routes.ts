import type { PageRoute } from '../page.ts';
import { proposalWorkRoutes } from './proposal-routes.ts';
import { releaseWorkRoutes } from './release-routes.ts';
import { sessionWorkRoutes } from './session-routes.ts';

/** What organizers do with the programme: its sessions, what is proposed and decided, and its releases. */
export const planningRoutes: PageRoute[] = [...sessionWorkRoutes, ...proposalWorkRoutes, ...releaseWorkRoutes];
