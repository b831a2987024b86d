import type { PageRoute } from '../page.ts';
import { organizationRoutes } from './organization.tsx';
import { organizationsRoutes } from './organizations.tsx';
import { personRoutes } from './person.tsx';

/** The register: organizations and people. */
export const registerRoutes: readonly PageRoute[] = [...organizationsRoutes, ...organizationRoutes, ...personRoutes];
