import { Hono } from 'hono';
import { mount } from '../../shared/http/mount.ts';
import type { Door } from '../../shared/http/route.ts';
import { routes } from './routes.ts';

/** The API as an app that answers a Request: the Lambda entry and the tests are stubs over it. */
export const api = (door: Door): Hono => {
  const app = new Hono();
  mount(app, door, '/api/v1', routes);
  return app;
};
