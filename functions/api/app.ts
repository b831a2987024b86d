import { Hono } from 'hono';
import { mountContract } from '../../shared/contract/mounted.ts';
import { mount } from '../../shared/http/mount.ts';
import type { Door } from '../../shared/http/route.ts';
import { type Assets, builtAssets, documentRoute, pageRoutes } from './reference.ts';

/** The API as an app that answers a Request: the Lambda entry and the tests are stubs over it. `assets` are the files that the build describes it in. */
export const api = (door: Door, assets: Assets = builtAssets): Hono => {
  const app = new Hono();
  mountContract(app, door, [documentRoute(assets)]);
  mount(app, door, '/api', pageRoutes(assets));
  app.get('/', (context) => context.redirect('/api'));
  return app;
};
