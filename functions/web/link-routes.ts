import { disputeRoutes } from './dispute.tsx';
import { invitationRoutes } from './invitation.tsx';
import { meRoutes } from './me.tsx';
import type { PageRoute } from './page.ts';
import { roleRoutes } from './role.tsx';
import { signingRoutes } from './signing.tsx';

/** What the links in mails lead to, and what an account may do. */
export const linkRoutes: PageRoute[] = [
  ...meRoutes,
  ...roleRoutes,
  ...invitationRoutes,
  ...signingRoutes,
  ...disputeRoutes,
];
