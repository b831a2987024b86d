import type { Route } from '../http/route.ts';
import { amendmentRoutes } from './amendment.ts';
import { assessmentRoutes } from './assessment.ts';
import { circulationRoutes } from './circulation.ts';
import { claimRoutes } from './claim.ts';
import { commitmentRoutes } from './commitment.ts';
import { corrigendumRoutes } from './corrigendum.ts';
import { countRoutes } from './count.ts';
import { declarationRoutes } from './declaration.ts';
import { deliveryRoutes } from './delivery.ts';
import { freezingRoutes } from './freezing.ts';
import { objectionRoutes } from './objection.ts';
import { citationRoutes, instrumentCitationRoutes } from './citation.ts';
import { paragraphRoutes } from './paragraph.ts';
import { packageRoutes } from './package.ts';
import { signatureActRoutes } from './signature-acts.ts';
import { signatureChainRoutes } from './signature-chain.ts';
import { signatureRoutes } from './signature.ts';
import { signingRoutes } from './signing.ts';
import { versionRoutes } from './version.ts';

/** The routes of a declaration: its text, how it is negotiated and signed, what was claimed of it, and what follows. */
export const routesOfDeclarations: Route[] = [
  ...declarationRoutes,
  ...paragraphRoutes,
  ...versionRoutes,
  ...citationRoutes,
  ...instrumentCitationRoutes,
  ...circulationRoutes,
  ...objectionRoutes,
  ...amendmentRoutes,
  ...freezingRoutes,
  ...corrigendumRoutes,
  ...signatureRoutes,
  ...signatureActRoutes,
  ...signatureChainRoutes,
  ...signingRoutes,
  ...claimRoutes,
  ...countRoutes,
  ...packageRoutes,
  ...deliveryRoutes,
  ...assessmentRoutes,
  ...commitmentRoutes,
];
