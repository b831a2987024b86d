import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, gateway, matchRoute } from '../../../infra/local/gateway.ts';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
  vi.restoreAllMocks();
});

/** A gateway before one function, which is the given one. */
const before = async (invoke: (event: unknown) => Promise<unknown>, seconds?: number): Promise<string> => {
  const routes = [{ key: '$default', target: 'api' }];
  const server = gateway({ routes, functions: { api: { invoke, stop: async () => {} } }, seconds }).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return addressOf(server, '127.0.0.1');
};

/** What the function is given for a request. */
const eventFor = async (path: string, init: RequestInit = {}) => {
  const invoke = vi.fn(async (_event: unknown) => ({ statusCode: 204 }));
  const address = await before(invoke);
  await fetch(`${address}${path}`, init);
  return { address, event: invoke.mock.calls[0]?.[0] };
};

describe('the event', () => {
  it('is the one of payload format 2.0', async () => {
    const { address, event } = await eventFor('/api/v1/summits?state=open&day=1&day=2', {
      headers: { 'User-Agent': 'test', Cookie: 'a=1; b=2', 'X-Thing': 'Yes' },
    });
    const host = new URL(address).host;
    expect(event).toEqual({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/api/v1/summits',
      rawQueryString: 'state=open&day=1&day=2',
      cookies: ['a=1', 'b=2'],
      headers: expect.objectContaining({
        host,
        'user-agent': 'test',
        'x-thing': 'Yes',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': new URL(address).port,
      }),
      queryStringParameters: { state: 'open', day: '1,2' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: host,
        domainPrefix: 'local',
        http: {
          method: 'GET',
          path: '/api/v1/summits',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        routeKey: '$default',
        stage: '$default',
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      isBase64Encoded: false,
    });
    expect(event).not.toHaveProperty('headers.cookie');
  });

  it('carries text as text and anything else in base64', async () => {
    const post = (type: string, body: string) =>
      eventFor('/', { method: 'POST', headers: { 'Content-Type': type }, body });
    expect((await post('application/json; charset=utf-8', '{"é":1}')).event).toMatchObject({
      body: '{"é":1}',
      isBase64Encoded: false,
    });
    expect((await post('application/merge-patch+json', '{}')).event).toMatchObject({
      body: 'e30=',
      isBase64Encoded: true,
    });
  });

  it('decodes the path, as an HTTP API does, and leaves the query string', async () => {
    const { event } = await eventFor('/api/v1/organizations/gen%C3%A8ve?name=gen%C3%A8ve');
    expect(event).toMatchObject({
      rawPath: '/api/v1/organizations/genève',
      rawQueryString: 'name=gen%C3%A8ve',
      queryStringParameters: { name: 'genève' },
    });
  });

  it('joins headers that come twice by a comma', async () => {
    const invoke = vi.fn(async (_event: unknown) => ({ statusCode: 204 }));
    const asked = request(await before(invoke), { headers: { 'X-Many': ['one', 'two'] } }).end();
    await once(asked, 'response');
    expect(invoke.mock.calls[0]?.[0]).toMatchObject({ headers: { 'x-many': 'one,two' } });
  });
});

describe('the answer', () => {
  it('has the status, headers, cookies and bytes of the function', async () => {
    const address = await before(async () => ({
      statusCode: 201,
      headers: { location: '/api/v1/summits/arvenne-2031' },
      cookies: ['a=1', 'b=2'],
      body: Buffer.from([0, 255]).toString('base64'),
      isBase64Encoded: true,
    }));
    const response = await fetch(address);
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('/api/v1/summits/arvenne-2031');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255]);
  });

  it('is JSON with status 200 when the function names no status', async () => {
    const response = await fetch(await before(async () => ({ hello: 'you' })));
    expect([response.status, await response.json()]).toEqual([200, { hello: 'you' }]);
  });
});

describe('what the gateway refuses by itself', () => {
  const refusal = async (response: Promise<Response>) => [(await response).status, await (await response).json()];

  it('a body over 10 MB, and nothing below', async () => {
    const address = await before(async () => ({ statusCode: 204 }));
    const post = (length: number) => fetch(address, { method: 'POST', body: Buffer.alloc(length) });
    expect((await post(10 * 1024 * 1024)).status).toBe(204);
    expect(await refusal(post(10 * 1024 * 1024 + 1))).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('a path that cannot be decoded', async () => {
    const address = await before(async () => ({ statusCode: 204 }));
    expect(await refusal(fetch(`${address}/%zz`))).toEqual([400, { message: 'Bad Request' }]);
  });

  it('to wait longer than an HTTP API does', async () => {
    const address = await before(() => new Promise(() => {}), 0.02);
    expect(await refusal(fetch(address))).toEqual([503, { message: 'Service Unavailable' }]);
  });

  it('to show what went wrong inside', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const address = await before(async () => Promise.reject(new Error('the secret reason')));
    expect(await refusal(fetch(address))).toEqual([500, { message: 'Internal Server Error' }]);
    expect(said).toHaveBeenCalledWith('the secret reason');
  });
});

describe('matchRoute', () => {
  const routes = ['$default', 'ANY /api/{proxy+}', 'GET /api/{version}/health', 'POST /api'].map((key) => ({
    key,
    target: key,
  }));
  it.each([
    ['GET', '/', '$default', undefined],
    ['GET', '/api', '$default', undefined],
    ['POST', '/api', 'POST /api', undefined],
    ['GET', '/api/v1/health', 'GET /api/{version}/health', { version: 'v1' }],
    ['PUT', '/api/v1/health', 'ANY /api/{proxy+}', { proxy: 'v1/health' }],
    ['GET', '/api/v1.x/(a)', 'ANY /api/{proxy+}', { proxy: 'v1.x/(a)' }],
  ])('%s %s goes to %s', (method, path, key, parameters) => {
    const found = matchRoute(routes, method, path);
    expect([found?.routeKey, found?.pathParameters]).toEqual([key, parameters]);
  });

  it('finds nothing where no route leads', () => {
    expect(matchRoute([{ key: 'GET /api', target: 'api' }], 'GET', '/')).toBeUndefined();
  });
});
