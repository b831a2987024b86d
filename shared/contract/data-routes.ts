import type { Route } from '../http/route.ts';
import { consentRoutes } from './consent.ts';
import { dataRoutes } from './data.ts';
import { suggestionRoutes } from './suggestion.ts';

/** The routes of what is held on people: their consents, their data and its erasure, and who may be the same person. */
export const routesOfData: Route[] = [...consentRoutes, ...dataRoutes, ...suggestionRoutes];
