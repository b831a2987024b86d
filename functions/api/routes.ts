import type { Route } from '../../shared/http/route.ts';
import { routesOfDeclarations } from './declaration-routes.ts';
import { programmeRoutes } from './programme-routes.ts';

/** Every route of the API; the OpenAPI document and the reference page are made from this list. */
export const routes: Route[] = [...programmeRoutes, ...routesOfDeclarations];
