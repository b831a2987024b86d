import type { Route } from '../../shared/http/route.ts';
import { checkRoutes } from './check.ts';

/** The routes of planning: where and when a session is held, what is proposed and decided, and the programme as it is released. */
export const routesOfPlanning: Route[] = [...checkRoutes];
