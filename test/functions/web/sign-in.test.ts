import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { api } from '../../../functions/api/app.ts';
import { pages } from '../../../functions/web/app.tsx';
import { accounts } from '../../../infra/local/accounts.ts';
import { freePort } from '../../../infra/local/engine.ts';
import { keptKeys } from '../../../infra/local/keys.ts';
import { type SignIn, startSignIn } from '../../../infra/local/sign-in.ts';
import { keysOf } from '../../../shared/http/caller.ts';
import { providerOf } from '../../../shared/http/provider.ts';
import type { Site } from '../../../shared/http/site.ts';
import { pathHere } from '../../../shared/http/sign-in.ts';
import { aDoor, type Household } from '../../door.ts';
import { aSite, fromHere, home } from '../../pages.ts';

// The whole of it: the pages, and the provider that stands for Cognito on one machine.

const [amira, jonas] = accounts;
const client = 'Pages';
const folder = mkdtempSync(join(tmpdir(), 'plenary-pages-'));

let house: Household;
let provider: SignIn;
let site: Site;
let app: Hono;

beforeAll(async () => {
  house = await aDoor();
  const own = { id: client, isMachine: false, scopes: ['openid', 'email', 'profile'] };
  provider = await startSignIn(await freePort(), await keptKeys(join(folder, 'sign-in.json')), [
    { ...own, returns: [`${home}/sign-in/callback`] },
  ]);
  site = siteOf(provider.issuer, house);
  app = pages(site);
});
afterAll(async () => {
  await provider.stop();
  await house.close();
});
afterEach(() => vi.restoreAllMocks());

function siteOf(issuer: string, of: Household, changes: Partial<Site> = {}): Site {
  const keys = keysOf(issuer);
  return aSite(of, {
    issuer,
    client,
    provider: providerOf(issuer),
    trust: () => ({ issuer, clients: [client], keys }),
    first: 'amira@example.org',
    ...changes,
  });
}

/** A browser of few words: cookies by host, and one step at a time. */
const aBrowser = (over: Hono = app) => {
  const jars = new Map<string, Map<string, string>>();
  const set: string[] = [];
  const step = async (address: string, form?: Record<string, string>, more: Record<string, string> = {}) => {
    const url = new URL(address, home);
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    const headers = { cookie: [...jar].map((pair) => pair.join('=')).join('; '), ...more };
    const asked = { method: form ? 'POST' : 'GET', headers, ...(form ? { body: new URLSearchParams(form) } : {}) };
    const response = await (url.origin === home
      ? over.request(url.href, asked)
      : fetch(url, { ...asked, redirect: 'manual' }));
    for (const line of response.headers.getSetCookie()) {
      if (url.origin === home) set.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0(;|$)/.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const next = response.headers.get('location');
    return { status: response.status, next: next === null ? '' : new URL(next, url).href, html: await response.text() };
  };
  const jar = () => jars.get(new URL(home).host) ?? new Map<string, string>();
  /** Signs in by a click, up to the address that the provider sends the browser back to. */
  const upToReturn = async (name: string, from = '/sign-in?return=/fr/me') => {
    const { next: authorize } = await step(from);
    const { next: choice } = await step(authorize);
    const { next: chosen } = await step(choice, { account: name });
    return (await step(chosen)).next;
  };
  return { step, set, jar, upToReturn };
};

describe('signing in', () => {
  test('asks for a code with PKCE, a state and a nonce that only this browser knows', async () => {
    const browser = aBrowser();

    const { status, next } = await browser.step('/sign-in?return=/en/me');

    const asked = Object.fromEntries(new URL(next).searchParams);
    expect([status, next.split('?')[0]]).toEqual([303, `${provider.issuer}/oauth2/authorize`]);
    expect(asked).toEqual({
      client_id: client,
      response_type: 'code',
      redirect_uri: `${home}/sign-in/callback`,
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(browser.set).toEqual([
      expect.stringMatching(/^__Host-plenary-sign-in=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/),
    ]);
    expect(next).not.toContain(
      JSON.parse(Buffer.from([...browser.jar().values()][0] ?? '', 'base64url').toString()).verifier,
    );
  });

  test('ends in a session, back where it began, and the first of the secretariat holds the role', async () => {
    const browser = aBrowser();

    const { status, next } = await browser.step(await browser.upToReturn('amira'));

    expect([status, next]).toEqual([303, `${home}/fr/me`]);
    expect([...browser.jar().keys()]).toEqual(['__Host-plenary']);
    expect(browser.set.at(-2)).toMatch(
      /^__Host-plenary=[\w.-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/,
    );
    const { html } = await browser.step('/fr/me');
    expect(html).toContain('<h1>Vos rôles</h1>');
    expect(html).toContain('<h2>Secrétariat</h2>');
  });

  test('takes up the roles that wait for the address, and no others', async () => {
    const { secretariat } = house;
    await secretariat.make('/summits', { slug: 'arvenne', title: { en: 'Arvenne' }, zone: 'Europe/Paris' });
    await secretariat.make('/summits/arvenne/roles', { role: 'organizer', email: 'Jonas@example.org' });
    await secretariat.make('/roles', { role: 'secretariat', email: 'somebody-else@example.org' });
    const browser = aBrowser();

    await browser.step(await browser.upToReturn('jonas'));

    const { html } = await browser.step('/en/me');
    expect(html).toContain('Arvenne');
    expect(html.match(/<h2>/g)).toHaveLength(1);
  });

  test('without a verified address takes up nothing', async () => {
    const { secretariat } = house;
    await secretariat.make('/summits', { slug: 'selva', title: { en: 'Selva' }, zone: 'Europe/Paris' });
    await secretariat.make('/summits/selva/roles', { role: 'organizer', email: 'jonas@example.org' });
    const { email } = jonas ?? {};
    const unverified = vi.spyOn(globalThis, 'fetch');
    const { signed, keys } = await forger(provider.issuer);
    unverified.mockImplementation(
      answering({ signed, identity: { email, email_verified: false }, account: jonas?.sub ?? '' }),
    );
    const forged = pages(
      siteOf(provider.issuer, house, {
        trust: () => ({ issuer: provider.issuer, clients: [client], keys }),
        provider: async () => endpoints,
      }),
    );
    const browser = aBrowser(forged);
    const { next } = await browser.step('/sign-in?return=/en/me');
    const state = new URL(next).searchParams.get('state') ?? '';

    const { status } = await browser.step(`/sign-in/callback?code=c&state=${state}`);

    expect([status, [...browser.jar().keys()]]).toEqual([303, ['__Host-plenary']]);
    const { html } = await browser.step('/en/me');
    expect(html).not.toContain('Selva');
  });

  test('asks anew who it is of whoever wants another address', async () => {
    const browser = aBrowser();
    await browser.step(await browser.upToReturn('amira'));

    const { next: same } = await browser.step('/sign-in?return=/en/me');
    const { next: other } = await browser.step('/sign-in?return=/en/me&as=other');

    expect([(await browser.step(same)).next.split('?')[0], (await browser.step(other)).next.split('?')[0]]).toEqual([
      `${home}/sign-in/callback`,
      expect.stringMatching(/\/sign-in\/[\w-]+$/),
    ]);
  });

  test('tells no more than Cognito documents, and all that these pages need', async () => {
    const browser = aBrowser();
    await browser.step(await browser.upToReturn('amira'));

    const access = decodeJwt(browser.jar().get('__Host-plenary') ?? '');
    expect(Object.keys(access).filter((claim) => !accessDocumented.includes(claim))).toEqual([]);
    expect(access).toMatchObject({ token_use: 'access', client_id: client, username: amira?.sub, sub: amira?.sub });
    expect(access).not.toHaveProperty('email');
    expect(access).not.toHaveProperty('aud');
  });
});

// As the developer guide of Amazon Cognito lists them, "Understanding user pool JSON web tokens".
const accessDocumented = [
  'sub', 'device_key', 'cognito:groups', 'iss', 'version', 'client_id', 'origin_jti', 'event_id', 'token_use', 'scope',
  'auth_time', 'exp', 'iat', 'jti', 'username',
]; // prettier-ignore
const identityDocumented = [
  'sub', 'cognito:groups', 'email_verified', 'cognito:preferred_role', 'iss', 'cognito:username', 'nonce', 'origin_jti',
  'cognito:roles', 'aud', 'identities', 'token_use', 'auth_time', 'exp', 'iat', 'jti', 'email', 'at_hash',
]; // prettier-ignore

const endpoints = {
  authorization_endpoint: 'https://sign-in.example/oauth2/authorize',
  token_endpoint: 'https://sign-in.example/oauth2/token',
};

/** Somebody who signs like the issuer whose keys are given with it. */
const forger = async (issuer: string) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] });
  const signed = (claims: Record<string, unknown>) =>
    new SignJWT({ iss: issuer, ...claims })
      .setIssuedAt()
      .setExpirationTime('1h')
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .sign(privateKey);
  return { keys, signed };
};

interface Answering {
  signed: (claims: Record<string, unknown>) => Promise<string>;
  identity?: Record<string, unknown>;
  access?: Record<string, unknown>;
  account?: string;
}

/** A token endpoint that gives out what it is told to; the nonce is that of the numbered secrets. */
const answering =
  ({ signed, identity = {}, access = {}, account = 'jonas' }: Answering): typeof fetch =>
  async () =>
    Response.json({
      access_token: await signed({
        sub: account,
        username: account,
        token_use: 'access',
        client_id: client,
        ...access,
      }),
      id_token: await signed({
        sub: account,
        'cognito:username': account,
        token_use: 'id',
        aud: client,
        nonce: 'secret-2-'.padEnd(43, 'x'),
        email: 'jonas@example.org',
        email_verified: true,
        ...identity,
      }),
      expires_in: 3600,
    });

describe('an ID token', () => {
  test('of the provider here has the claims that Cognito documents', async () => {
    const kept: string[] = [];
    const real = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (...asked) => {
      const response = await real(...asked);
      if (response.url.endsWith('/oauth2/token')) kept.push(await response.clone().text());
      return response;
    });
    const browser = aBrowser();
    await browser.step(await browser.upToReturn('amira'));

    const identity = decodeJwt(String(JSON.parse(kept[0] ?? '{}').id_token));
    expect(Object.keys(identity).filter((claim) => !identityDocumented.includes(claim))).toEqual([]);
    expect(identity).toMatchObject({
      sub: amira?.sub,
      aud: client,
      iss: provider.issuer,
      token_use: 'id',
      'cognito:username': amira?.sub,
      email: 'amira@example.org',
      email_verified: true,
      nonce: expect.any(String),
      auth_time: expect.any(Number),
    });
  });

  test.each([
    ['for another client', { identity: { aud: 'another-app' } }],
    ['for another attempt', { identity: { nonce: 'another' } }],
    ['without a nonce', { identity: { nonce: undefined } }],
    ['that is an access token', { identity: { token_use: 'access' } }],
    ['of another issuer', { identity: { iss: 'https://elsewhere.example' } }],
    ['of another account than the access token', { identity: { sub: 'mallory', 'cognito:username': 'mallory' } }],
    ['beside an access token of another client', { access: { client_id: 'another-app' } }],
    ['beside an access token that is none', { access: { token_use: 'id' } }],
  ])('%s signs nobody in', async (_, given) => {
    const { signed, keys } = await forger(provider.issuer);
    vi.spyOn(globalThis, 'fetch').mockImplementation(answering({ signed, ...given }));
    const trust = () => ({ issuer: provider.issuer, clients: [client], keys });
    const browser = aBrowser(pages(siteOf(provider.issuer, house, { trust, provider: async () => endpoints })));
    const { next } = await browser.step('/sign-in');

    const { status, html } = await browser.step(
      `/sign-in/callback?code=c&state=${new URL(next).searchParams.get('state')}`,
    );

    expect([status, browser.jar().has('__Host-plenary')]).toEqual([401, false]);
    expect(html).toContain('You are not signed in');
  });
});

describe('coming back', () => {
  test.each([
    ['with another state', (back: URL) => back.searchParams.set('state', 'x'.repeat(43))],
    ['without a state', (back: URL) => back.searchParams.delete('state')],
    ['without a code', (back: URL) => back.searchParams.delete('code')],
    ['with a code that is none', (back: URL) => back.searchParams.set('code', 'made-up')],
    ['refused by the provider', (back: URL) => (back.search = '?error=access_denied')],
  ])('%s signs nobody in', async (_, change) => {
    const browser = aBrowser();
    const back = new URL(await browser.upToReturn('jonas'));
    change(back);

    const { status } = await browser.step(back.href);

    expect([status, browser.jar().has('__Host-plenary')]).toEqual([401, false]);
  });

  test('in another browser, or a second time, signs nobody in', async () => {
    const browser = aBrowser();
    const back = await browser.upToReturn('jonas');
    const other = aBrowser();

    expect((await other.step(back)).status).toBe(401);
    expect((await browser.step(back)).status).toBe(303);
    expect((await browser.step(back)).status).toBe(401);
    expect(other.set).toEqual([]);
  });

  test('with a cookie that somebody made up is a new start, in the reader’s language', async () => {
    const cookie = `__Host-plenary-sign-in=${Buffer.from('{"state":1}').toString('base64url')}`;

    const { status, html } = await aBrowser().step('/sign-in/callback?code=c&state=1', undefined, {
      cookie,
      'accept-language': 'ru',
    });

    expect([status, html.includes('<h1>Вы не вошли</h1>')]).toEqual([401, true]);
  });

  test.each([
    ['/en/me', '/en/me'],
    ['/fr/role/n1?x=1', '/fr/role/n1?x=1'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example', '/'],
    ['/\t/elsewhere.example', '/'],
    ['/.//elsewhere.example', '/'],
    ['https://elsewhere.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['en/me', '/'],
    ['', '/'],
    [undefined, '/'],
    [`/${'x'.repeat(500)}`, '/'],
    ['/en/me\r\nSet-Cookie: a=b', '/en/meSet-Cookie:%20a=b'],
  ])('to %j leads to %s', (wanted, path) => {
    expect(pathHere(wanted, home)).toBe(path);
  });
});

describe('the sign-in service', () => {
  const aSilentOne = async (
    answer: (path: string) => [number, string],
  ): Promise<{ server: Server; issuer: string }> => {
    const server = createServer((request, response) => {
      const [status, text] = answer(request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
    return { server, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  };

  test.each([
    ['that breaks', 500, '{}'],
    ['that says nothing of use', 200, '{"authorization_endpoint":"nowhere"}'],
    ['that speaks no JSON', 200, '<html>'],
  ])('%s is asked again at the next try', async (_, status, text) => {
    let asked = 0;
    const { server, issuer } = await aSilentOne(() => {
      asked += 1;
      return [status, text];
    });
    const broken = aBrowser(pages(siteOf(issuer, house)));

    const [first, second] = [await broken.step('/sign-in'), await broken.step('/sign-in')];

    expect([first.status, second.status, asked]).toEqual([503, 503, 2]);
    expect(broken.set).toEqual([]);
    server.close();
  });

  test('that nobody can reach is told so', async () => {
    const { status, html } = await aBrowser(pages(siteOf('http://127.0.0.1:9', house))).step('/sign-in');

    expect(status).toBe(503);
    expect(html).toContain('Please try again in a moment');
  });
});

describe('signing out', () => {
  test('takes the cookie away, and leads through the service where it lets people out', async () => {
    const browser = aBrowser();
    await browser.step(await browser.upToReturn('jonas'));

    const out = await browser.step('/sign-out', {}, fromHere);
    const elsewhere = await aBrowser(pages(aSite(house))).step('/sign-out', {}, fromHere);

    expect([out.status, out.next, [...browser.jar().keys()]]).toEqual([303, `${home}/`, []]);
    expect(elsewhere.next).toBe(
      'https://sign-in.example/logout?' +
        new URLSearchParams({
          client_id: 'the-secretariats-app',
          logout_uri: `${home}/`,
          post_logout_redirect_uri: `${home}/`,
        }).toString(),
    );
  });
});

describe('the session', () => {
  test('is taken by the API, too: for reading, and for writing from a page of this site only', async () => {
    const browser = aBrowser();
    await browser.step(await browser.upToReturn('amira'));
    const cookie = `__Host-plenary=${browser.jar().get('__Host-plenary')}`;
    const over = api(site);
    const read = await over.request('/api/v1/me', { headers: { cookie } });
    const write = (headers: Record<string, string>) =>
      over.request('/api/v1/summits', {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ title: { en: 'Made by a page' }, zone: 'Europe/Paris' }),
      });

    expect([read.status, read.headers.get('cache-control'), read.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'no-store',
      null,
    ]);
    expect(await read.json()).toMatchObject({ account: amira?.sub });
    expect((await write({})).status).toBe(403);
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await write({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });

  test('on plain HTTP, as on one machine, has neither prefix nor Secure; on HTTPS that cookie is nobody’s', async () => {
    const plain = aBrowser(pages({ ...site, site: 'http://127.0.0.1:8080' }));
    const { next } = await plain.step('/sign-in');

    expect(new URL(next).searchParams.get('redirect_uri')).toBe('http://127.0.0.1:8080/sign-in/callback');
    expect(plain.set).toEqual([
      expect.stringMatching(/^plenary-sign-in=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/),
    ]);
    const browser = aBrowser();
    await browser.step(await browser.upToReturn('amira'));
    const token = browser.jar().get('__Host-plenary');
    const read = await api(site).request('/api/v1/me', { headers: { cookie: `plenary=${token}` } });
    expect(read.status).toBe(401);
  });
});
