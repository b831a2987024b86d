import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { mount } from '../../../shared/http/mount.ts';
import { type Door, route } from '../../../shared/http/route.ts';

/** A door with nothing behind it: the route that is asked touches nothing. */
const aDoorThatLogs = (): { door: Door; logged: Record<string, unknown>[] } => {
  const logged: Record<string, unknown>[] = [];
  const nothing = {} as Door['house'] & ReturnType<Door['trust']>;
  const door: Door = {
    house: nothing,
    trust: () => nothing,
    stamp: () => ({ request: 'r-1', at: new Date(0) }),
    log: (entry) => void logged.push(entry),
  };
  return { door, logged };
};

test('an accident is 500, a problem that says nothing of its cause, and one entry of the log that says all', async () => {
  const { door, logged } = aDoorThatLogs();
  const app = new Hono();
  mount(app, door, '/api/v1', [
    route({
      method: 'GET',
      path: '/cliff',
      may: 'read',
      summary: 'Falls',
      handle: async () => {
        throw new TypeError('the hidden cause');
      },
    }),
  ]);

  const response = await app.request('/api/v1/cliff');

  const text = await response.text();
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    500,
    'application/problem+json',
    'no-store',
  ]);
  expect(JSON.parse(text)).toMatchObject({ status: 500, instance: 'r-1' });
  expect(text).not.toContain('hidden');
  expect(logged).toEqual([
    {
      level: 'error',
      message: 'A request failed',
      request: 'r-1',
      method: 'GET',
      path: '/api/v1/cliff',
      error: expect.stringContaining('the hidden cause'),
    },
  ]);
});
