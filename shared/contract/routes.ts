import type { Route } from '../http/route.ts';
import { routesOfData } from './data-routes.ts';
import { routesOfDeclarations } from './declaration-routes.ts';
import { routesOfInvitations } from './invitation-routes.ts';
import { routesOfTheOffice } from './office-routes.ts';
import { routesOfPlanning } from './planning-routes.ts';
import { programmeRoutes } from './programme-routes.ts';

/** Every route of the API; the OpenAPI document and the reference page are made from this list. */
export const routes: Route[] = [
  ...programmeRoutes,
  ...routesOfPlanning,
  ...routesOfInvitations,
  ...routesOfTheOffice,
  ...routesOfData,
  ...routesOfDeclarations,
];
