import type { Route } from '../../shared/http/route.ts';
import { claimRoutes } from './claim.ts';
import { countRoutes } from './count.ts';
import { declarationRoutes } from './declaration.ts';
import { freezingRoutes } from './freezing.ts';
import { signatureRoutes } from './signature.ts';

/** The routes of a declaration: its text, how it is negotiated and signed, what was claimed of it, and what follows. */
export const routesOfDeclarations: Route[] = [
  ...declarationRoutes,
  ...freezingRoutes,
  ...signatureRoutes,
  ...claimRoutes,
  ...countRoutes,
];
