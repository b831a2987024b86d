import { frontRoutes, strokeRoute } from './front.tsx';
import type { PageRoute } from './page.ts';
import { publicRoutes } from './public/routes.ts';
import { signInRoutes } from './sign-in.ts';

/** What a first visit asks for: loaded with the function. */
export const firstRoutes: readonly PageRoute[] = [...frontRoutes, ...publicRoutes, ...signInRoutes];

/** The front page without its last stroke: asked after every other address, for it looks like any. */
export const lastRoutes: readonly PageRoute[] = [strokeRoute];

/** Pages that are loaded by the first request for an address of theirs, so that no cold start pays for them. `/*` stands for an address and all below it. */
export const laterPages: readonly { paths: readonly string[]; load: () => Promise<readonly PageRoute[]> }[] = [
  {
    paths: ['/{lang}/me', '/{lang}/role/*', '/{lang}/invitation/*', '/{lang}/signing/*', '/{lang}/dispute/*'],
    load: async () => (await import('./link-routes.ts')).linkRoutes,
  },
  {
    paths: ['/{lang}/organize/{summit}/board/*'],
    load: async () => (await import('./board/routes.ts')).boardRoutes,
  },
  {
    paths: ['sessions', 'proposals', 'decisions', 'releases'].map((part) => `/{lang}/organize/{summit}/${part}/*`),
    load: async () => (await import('./organize/planning-routes.ts')).planningRoutes,
  },
  {
    paths: ['/{lang}/organizations/*', '/{lang}/people/*'],
    load: async () => (await import('./public/register-routes.ts')).registerRoutes,
  },
  {
    paths: ['/{lang}/rapporteur/*'],
    load: async () => (await import('./rapporteur/routes.ts')).rapporteurRoutes,
  },
  {
    paths: ['/{lang}/summits/{summit}/declarations/*', '/{lang}/verify'],
    load: async () => (await import('./declaration/routes.ts')).declarationRoutes,
  },
  {
    paths: [
      '/{lang}/organize',
      '/{lang}/organize/',
      '/{lang}/organize/new',
      '/{lang}/organize/{summit}',
      '/{lang}/organize/{summit}/',
      ...['settings', 'rooms', 'tracks', 'participations', 'desks', 'roles', 'mails', 'rows'].map(
        (part) => `/{lang}/organize/{summit}/${part}/*`,
      ),
    ],
    load: async () => (await import('./organize/routes.ts')).summitOrganizing,
  },
  { paths: ['/{lang}/desk/*'], load: async () => (await import('./desk/routes.ts')).deskRoutes },
  { paths: ['/{lang}/glossary'], load: async () => (await import('./glossary.tsx')).glossaryRoutes },
  {
    paths: ['/{lang}/organize/{summit}/declarations/*'],
    load: async () => (await import('./draft/routes.ts')).draftRoutes,
  },
];

/** Every page, and every form of one. */
export const everyPage = async (): Promise<PageRoute[]> => [
  ...firstRoutes,
  ...(await Promise.all(laterPages.map(({ load }) => load()))).flat(),
  ...lastRoutes,
];
