import type { PageRoute } from '../page.ts';
import { programmeRoutes } from './programme.tsx';
import { sessionRoutes } from './session.tsx';
import { summitRoutes } from './summit.tsx';

/** What a first visit asks for: a summit, its programme and its sessions. */
export const publicRoutes: readonly PageRoute[] = [...summitRoutes, ...programmeRoutes, ...sessionRoutes];
