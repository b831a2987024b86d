import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadedLater, planningPaths } from '../../../shared/contract/mounted.ts';
import { routesOfPlanning } from '../../../shared/contract/planning-routes.ts';
import { programmeRoutes } from '../../../shared/contract/programme-routes.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { deeds } from '../../../shared/domain/access.ts';
import { needsToken } from '../../../shared/http/openapi-operation.ts';
import { isByLink, type Route } from '../../../shared/http/route.ts';
import { aClient, clientId, type Household, tokenFor } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { beside, tell } from '../../story.ts';
import { addressOf } from '../../world.ts';

// What holds on every route is asked of every route: a new one is asked, too.

const named = ({ method, path }: Route): string => `${method} ${path}`;
const paths = [...new Set(routes.map(({ path }) => path))];
const methodsOf = (path: string): string[] =>
  routes.filter((route) => route.path === path).map(({ method }) => method as string);

let house: Household;
let before: unknown;
beforeAll(async () => {
  house = await aFoundedHouse();
  await tell(house.secretariat, beside);
  before = await house.dump();
});
afterAll(async () => {
  expect(await house.dump()).toEqual(before);
  expect(house.logged).toEqual([]);
  await house.close();
});

const standsAt =
  (paths: readonly string[]) =>
  ({ path }: Pick<Route, 'path'>): boolean =>
    paths.some((one) => (one.endsWith('/*') ? `${path}/`.startsWith(one.slice(0, -1)) : path === one));

test('what is loaded later stands at the addresses that load it, and nothing else does', async () => {
  const groups = await Promise.all(loadedLater.map(async ({ paths, load }) => ({ paths, loaded: await load() })));
  for (const { paths, loaded } of groups) expect(routes.filter(standsAt(paths)).map(named)).toEqual(loaded.map(named));
  const atOnce = routes.filter((route) => !loadedLater.some(({ paths }) => standsAt(paths)(route)));
  expect(atOnce.map(named)).toEqual(programmeRoutes.map(named));
  expect(groups.find(({ paths }) => paths === planningPaths)?.loaded).toBe(routesOfPlanning);
});

test('no address that loads something later answers for another route', () => {
  // A part of an address in braces answers for a word, too.
  const asPattern = (path: string): RegExp =>
    new RegExp(
      `^${path
        .replace(/\/\*$/, '(/.*)?')
        .replace(/\./g, '[.]')
        .replace(/\{\w+\}/g, '[^/]+')}$`,
    );
  for (const { paths } of loadedLater)
    for (const one of paths) {
      const met = routes.filter(({ path }) => asPattern(one).test(path) && !standsAt([one])({ path }));
      expect([one, met.map(named)]).toEqual([one, []]);
    }
});

/** Sends a route's request as somebody; a write has a body that is fine as JSON and wrong as anything else. */
const ask = (route: Route, client = house.secretariat, headers: Record<string, string> = {}) =>
  client.request(route.method, addressOf(route), {
    headers: {
      ...(route.method === 'GET' ? {} : { 'if-match': '"999"', 'idempotency-key': 'walk' }),
      ...(['POST', 'PUT', 'PATCH'].includes(route.method) ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(['POST', 'PUT', 'PATCH'].includes(route.method) ? { body: '{}' } : {}),
  });

const reads = routes.filter(({ method }) => method === 'GET');
// What a link opens is asked in invitation.test.ts: here are no links.
const publicReads = reads.filter((route) => route.may === 'read' && !isByLink(route));
const elsewhere = publicReads.filter(({ succeeds }) => succeeds === 303);
const publicAnswers = publicReads.filter((route) => !elsewhere.includes(route));
const writes = routes.filter(({ method }) => method !== 'GET');
const guarded = routes.filter(needsToken);

test('there are routes, each under one method and path, and every one is a deed of the page', () => {
  expect(routes.length).toBeGreaterThan(80);
  expect(new Set(routes.map(named)).size).toBe(routes.length);
  expect(routes.filter(({ may }) => !(may in deeds)).map(named)).toEqual([]);
  expect(writes.filter(({ may }) => may === 'read').map(named)).toEqual([]);
});

describe('a bad token', () => {
  const hour = 3_600;
  const now = Math.floor(Date.now() / 1_000);
  const bad: Record<string, () => Promise<string>> = {
    'is no bearer token': async () => 'Basic YW1pcmE6',
    'is empty': async () => 'Bearer',
    'is no token': async () => 'Bearer not.a.token',
    'has expired': async () => `Bearer ${await tokenFor('amira', { claims: { exp: now - hour } })}`,
    'never expires': async () => `Bearer ${await tokenFor('amira', { claims: { exp: undefined } })}`,
    'comes from another issuer': async () =>
      `Bearer ${await tokenFor('amira', { claims: { iss: 'https://elsewhere.example' } })}`,
    'was issued to another app': async () => `Bearer ${await tokenFor('amira', { claims: { client_id: 'another' } })}`,
    'is an ID token': async () =>
      `Bearer ${await tokenFor('amira', { claims: { token_use: 'id', aud: clientId, client_id: undefined } })}`,
    'is nobody’s': async () => `Bearer ${await tokenFor('amira', { claims: { sub: undefined } })}`,
    'is signed by somebody else': async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return `Bearer ${await tokenFor('amira', { key: privateKey })}`;
    },
    'was changed after it was signed': async () => {
      const [head, , signature] = (await tokenFor('jonas')).split('.');
      const [, claims] = (await tokenFor('amira')).split('.');
      return `Bearer ${head}.${claims}.${signature}`;
    },
    'is not signed at all': async () => {
      const [, claims] = (await tokenFor('amira')).split('.');
      return `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    },
  };

  test.each(Object.keys(bad))('that %s is 401 on every route', async (why) => {
    const authorization = (await bad[why]?.()) ?? '';
    for (const route of routes) {
      const { status, headers, json } = await ask(route, house.everyone, { authorization });
      expect([named(route), status, json.type, headers.get('www-authenticate'), headers.get('cache-control')]).toEqual([
        named(route),
        401,
        '/api#bad-token',
        'Bearer realm="plenary", error="invalid_token"',
        'no-store',
      ]);
    }
  });
});

test('nobody writes without signing in, on any route', async () => {
  for (const route of guarded) {
    const { status, headers, json } = await ask(route, house.everyone);
    expect([named(route), status, json.type, headers.get('www-authenticate')]).toEqual([
      named(route),
      401,
      '/api#sign-in-required',
      'Bearer realm="plenary"',
    ]);
  }
});

test('what a token says of groups gives no role', async () => {
  const { app } = house;
  const token = await tokenFor('noor', { claims: { 'cognito:groups': ['secretariat'] } });
  const { status } = await aClient(app, token).post('/people', { name: 'Nobody' });
  expect(status).toBe(403);
});

describe('every public read', () => {
  test('answers everyone, to be cached and read from any origin', async () => {
    for (const route of publicAnswers) {
      const { status, headers } = await ask(route, house.everyone);
      expect([named(route), status, Object.fromEntries(headers)]).toEqual([
        named(route),
        200,
        {
          'content-type': route.answers?.as ?? 'application/json',
          ...(route.answers?.as === undefined
            ? {}
            : { 'content-disposition': expect.stringMatching(/^attachment; filename="[a-z0-9.-]+"$/) }),
          etag: expect.stringMatching(/^"\d+-[0-9a-f]{16}"$/),
          'cache-control': 'public, s-maxage=30, stale-while-revalidate=20',
          vary: 'Authorization, Cookie',
          'x-content-type-options': 'nosniff',
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'ETag, Link',
        },
      ]);
    }
  });

  test.each(['account', 'cookie'] as const)('is nobody else’s when it comes with an %s', async (kind) => {
    for (const route of publicAnswers) {
      const { status, headers } = await ask(
        route,
        kind === 'account' ? house.account : house.everyone,
        kind === 'cookie' ? { cookie: 'a=b' } : {},
      );
      expect([
        named(route),
        status,
        headers.get('cache-control'),
        headers.get('access-control-allow-origin'),
        headers.get('vary'),
      ]).toEqual([named(route), 200, 'no-store', null, 'Authorization, Cookie']);
    }
  });

  test('is 304 without a body for who has it already, whatever the edge made of the tag', async () => {
    for (const route of publicAnswers) {
      const first = await ask(route, house.everyone);
      const tag = first.headers.get('etag') ?? '';
      for (const known of [tag, `W/${tag}`, `"1-0000", ${tag}`, '*']) {
        const { status, text, headers } = await ask(route, house.everyone, { 'if-none-match': known });
        expect([named(route), status, text, headers.get('etag'), headers.get('content-type')]).toEqual([
          named(route),
          304,
          '',
          tag,
          null,
        ]);
      }
      for (const other of [tag.replace(/-\w+/, ''), tag.replace(/-./, '-'), '"1-0000"', 'nonsense'])
        expect([named(route), other, (await ask(route, house.everyone, { 'if-none-match': other })).status]).toEqual([
          named(route),
          other,
          200,
        ]);
    }
  });

  test('answers HEAD as GET, without the body', async () => {
    for (const route of publicAnswers) {
      const [get, head] = [await ask(route, house.everyone), await house.everyone.request('HEAD', addressOf(route))];
      expect([named(route), head.status, head.text, head.headers.get('etag')]).toEqual([
        named(route),
        200,
        '',
        get.headers.get('etag'),
      ]);
    }
  });

  test('of what lies elsewhere leads there, and is as public as the others', async () => {
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const route of elsewhere)
      for (const method of ['GET', 'HEAD']) {
        const { status, text, headers } = await house.everyone.request(method, addressOf(route));
        expect([named(route), method, status, text, Object.fromEntries(headers)]).toEqual([
          named(route),
          method,
          303,
          '',
          {
            location: expect.stringMatching(/^https:\/\/files\.example\/[^ ]+$/),
            'cache-control': 'public, s-maxage=30',
            vary: 'Authorization, Cookie',
            'access-control-allow-origin': '*',
          },
        ]);
        const mine = await house.account.request(method, addressOf(route));
        expect([named(route), mine.status, mine.headers.get('cache-control')]).toEqual([named(route), 303, 'no-store']);
      }
  });

  test('refuses a query it does not know, by name, and one that is given twice', async () => {
    for (const route of publicReads)
      for (const [query, detail] of [
        ['?colour=red', 'Leave this parameter out; it is not known here.'],
        ['?__proto__=1', 'Leave this parameter out; it is not known here.'],
        ['?colour=red&colour=blue', 'Give it once.'],
      ] as const) {
        const { status, json } = await house.everyone.get(`${addressOf(route)}${query}`);
        expect([named(route), status, json.errors]).toEqual([
          named(route),
          422,
          [{ pointer: `?${query.slice(1).split('=')[0]}`, detail }],
        ]);
      }
  });

  // One Query of the index answers these, and asks nobody whether there is such an organization or person.
  const ofTheIndex = new Set([
    '/organizations/{organization}/members',
    '/organizations/{organization}/sessions',
    '/people/{person}/sessions',
  ]);

  test('of what is not there is 404', async () => {
    for (const route of publicReads.filter(({ path }) => path.includes('{') && !ofTheIndex.has(path))) {
      const { status, json } = await house.everyone.get(route.path.replace(/\{(\w+)\}/g, 'not-there'));
      expect([named(route), status, json.type]).toEqual([named(route), 404, '/api#not-found']);
    }
  });

  test('of the lists of somebody who is not there is empty', async () => {
    for (const path of ofTheIndex) {
      const { status, json } = await house.everyone.get(path.replace(/\{(\w+)\}/g, 'not-there'));
      expect([path, status, json]).toEqual([path, 200, { items: [], next: null }]);
    }
  });
});

describe('every write', () => {
  test('refuses a query', async () => {
    for (const route of writes) {
      const { status, json } = await house.secretariat.request(route.method, `${addressOf(route)}?dry=1`);
      expect([named(route), status, json.errors]).toEqual([
        named(route),
        422,
        [{ pointer: '?dry', detail: 'Leave this parameter out; it is not known here.' }],
      ]);
    }
  });

  const bodies = writes.filter(({ method }) => method !== 'DELETE');
  const send = (route: Route, type: string | undefined, body: string | Uint8Array<ArrayBuffer>) =>
    house.secretariat.request(route.method, addressOf(route), {
      headers: { 'if-match': '*', ...(type === undefined ? {} : { 'content-type': type }) },
      body,
    });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'application/xml', undefined])(
    'with a body of the type %s is 415 and says which type to send',
    async (type) => {
      for (const route of bodies) {
        const { status, json } = await send(route, type, new TextEncoder().encode('{}'));
        expect([named(route), status, json.type, json.accepted]).toEqual([
          named(route),
          415,
          '/api#unsupported-type',
          route.method === 'PATCH' ? ['application/merge-patch+json', 'application/json'] : ['application/json'],
        ]);
      }
    },
  );

  test('with 5 MB is 413', async () => {
    const five = new TextEncoder().encode(JSON.stringify({ title: { en: 'x'.repeat(5_000_000) } }));
    for (const route of bodies) {
      const { status, json } = await send(route, 'application/json', five);
      expect([named(route), status, json.type]).toEqual([named(route), 413, '/api#too-large']);
    }
  });

  test.each([
    ['nothing', ''],
    ['half an object', '{"title":'],
    ['a trailing comma', '{"a":1,}'],
    ['a comment', '{} // fine'],
    ['NaN', '{"a":NaN}'],
    ['two objects', '{}{}'],
    ['HTML', '<p>hello</p>'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['a half character in UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('with %s is 400', async (_, body) => {
    for (const route of bodies) {
      const { status, json } = await send(route, 'application/json; charset=utf-8', body);
      expect([named(route), status, json.type]).toEqual([named(route), 400, '/api#malformed']);
    }
  });

  test.each(['null', '[]', '"text"', '1', 'true'])('with %s instead of an object is 422', async (body) => {
    for (const route of bodies) {
      const { status, json } = await send(route, 'application/json', body);
      expect([named(route), status, json.errors?.map(({ pointer }) => pointer)]).toEqual([named(route), 422, ['']]);
    }
  });

  test('that changes or removes is 428 without If-Match, and 412 with another version, with the tag of today', async () => {
    const changes = writes.filter(({ method, path }) => method !== 'POST' && !path.includes('/contact'));
    for (const route of changes) {
      const address = addressOf(route);
      const given = { PATCH: {}, PUT: route.example?.() }[route.method as string];
      const body = given === undefined ? {} : { body: JSON.stringify(given) };
      const json = { 'content-type': 'application/json' };
      const today = (await house.secretariat.get(address)).headers.get('etag');
      const without = await house.secretariat.request(route.method, address, { headers: json, ...body });
      expect([named(route), without.status, without.json.type]).toEqual([
        named(route),
        428,
        '/api#precondition-required',
      ]);
      for (const stale of ['"999-0123456789abcdef"', 'W/"999"', 'nonsense', '""', '999']) {
        const headers = { ...json, 'if-match': stale };
        const reply = await house.secretariat.request(route.method, address, { headers, ...body });
        expect([named(route), stale, reply.status, reply.json.type, reply.headers.get('etag')]).toEqual([
          named(route),
          stale,
          412,
          '/api#stale',
          today,
        ]);
      }
    }
  });
});

describe('every address', () => {
  test('answers other methods with 405 and what it allows', async () => {
    for (const path of paths) {
      const methods = methodsOf(path);
      const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'].filter(
        (one) => !methods.includes(one),
      )) {
        const { status, headers, json } = await house.secretariat.request(method, addressOf({ path }));
        expect([path, method, status, json.type, headers.get('allow')]).toEqual([
          path,
          method,
          405,
          '/api#method-not-allowed',
          allow,
        ]);
      }
    }
  });

  test('lets a page of another origin ask before it reads', async () => {
    for (const path of paths) {
      const { status, headers, text } = await house.everyone.request('OPTIONS', addressOf({ path }));
      expect([path, status, text, headers.get('access-control-allow-methods')]).toEqual([path, 204, '', 'GET, HEAD']);
    }
  });

  test.each(['/nothing', '/summits/', '/summits/arvenne-2031/chairs', '/api/v2/summits', '/api/v1'])(
    '%s is none: 404 as a problem',
    async (path) => {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const { status, headers, json } = await house.everyone.request(method, path);
        expect([method, status, headers.get('content-type'), json]).toEqual([
          method,
          404,
          'application/problem+json',
          {
            type: '/api#not-found',
            title: 'Not found',
            status: 404,
            detail: 'There is no such address. Check the address; lists show what there is.',
            instance: json.instance,
          },
        ]);
      }
    },
  );

  test.each(['Arvenne', 'arvenne_2031', 'a--b', '-a', 'a'.repeat(200), '%C3%A9', '%E0%A4%A', '..%2Fpeople', 'a%00b'])(
    'with "%s" in it holds nothing',
    async (name) => {
      for (const address of [
        `/summits/${name}`,
        `/summits/${name}/sessions`,
        `/summits/arvenne-2031/sessions/${name}`,
      ]) {
        const { status, json } = await house.everyone.get(address);
        expect([address, status, json.type]).toEqual([address, 404, '/api#not-found']);
      }
    },
  );
});
