import { Hono } from 'hono';
import { mount, mountLater } from '../../shared/http/mount.ts';
import type { Door } from '../../shared/http/route.ts';
import { type Assets, builtAssets, documentRoute, pageRoutes } from './reference.ts';
import { programmeRoutes } from './programme-routes.ts';

// Where everything about declarations stands, and nothing else: it is half of the API, and few first requests ask for it.
export const declarationPaths = [
  '/summits/{summit}/declarations',
  '/summits/{summit}/declarations/*',
  '/summits/{summit}/counts',
  '/instruments/{instrument}/citations',
  '/organizations/{organization}/claims',
  '/organizations/{organization}/claims/*',
  '/signings/*',
  '/disputes/*',
];

/** The API as an app that answers a Request: the Lambda entry and the tests are stubs over it. `assets` are the files that the build describes it in. */
export const api = (door: Door, assets: Assets = builtAssets): Hono => {
  const app = new Hono();
  mountLater(app, door, { base: '/api/v1', paths: declarationPaths }, async () => {
    const { routesOfDeclarations } = await import('./declaration-routes.ts');
    return routesOfDeclarations;
  });
  mount(app, door, '/api/v1', [...programmeRoutes, documentRoute(assets)]);
  mount(app, door, '/api', pageRoutes(assets));
  app.get('/', (context) => context.redirect('/api'));
  return app;
};
