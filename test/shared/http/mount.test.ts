import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { mount, mountLater } from '../../../shared/http/mount.ts';
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

test('routes that are loaded later are loaded once, by the first request for an address of theirs, and answer like all others', async () => {
  const { door } = aDoorThatLogs();
  const app = new Hono();
  let loads = 0;
  const path = '/quays/{quay}';
  const quay = route({
    method: 'GET',
    path,
    may: 'read',
    summary: 'Reads',
    handle: async ({ at }) => ({ body: { quay: at('quay') } }),
  });
  mountLater(app, door, { base: '/api/v1', paths: ['/quays/*'] }, async () => {
    loads += 1;
    return [quay];
  });
  mount(app, door, '/api/v1', []);

  const nothing = await app.request('/api/v1/ferries/one');
  expect([nothing.status, loads]).toEqual([404, 0]);
  const asked = ['/api/v1/quays/north', '/api/v1/quays/south', '/api/v1/quays/north/below'];
  const answers = await Promise.all(asked.map(async (address) => app.request(address)));
  const posted = await app.request('/api/v1/quays/north', { method: 'POST' });

  expect(loads).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  expect(await answers[1]?.json()).toEqual({ quay: 'south' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
});
