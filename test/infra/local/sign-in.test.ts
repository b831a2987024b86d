import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../../../infra/local/accounts.ts';
import { freePort } from '../../../infra/local/engine.ts';
import { keptKeys } from '../../../infra/local/keys.ts';
import { type Running, signInAs, signInAsMachine } from '../../../infra/local/pass.ts';
import { clientsOf, machineSecret, type SignIn, startSignIn } from '../../../infra/local/sign-in.ts';

const file = join(mkdtempSync(join(tmpdir(), 'plenary-sign-in-')), 'sign-in.json');
const returnTo = 'http://localhost:8765/signed-in';
const clients = clientsOf(
  {
    Client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: { CallbackURLs: [returnTo], AllowedOAuthScopes: ['openid', 'email', 'profile'] },
    },
    Machine: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        ClientName: 'registration',
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: ['plenary/api'],
      },
    },
  },
  (value) => value,
);
const [amira] = accounts;

let signIn: SignIn;
let running: Running;
const keys = () => createRemoteJWKSet(new URL(`${signIn.issuer}/.well-known/jwks.json`));

beforeAll(async () => {
  signIn = await startSignIn(await freePort(), await keptKeys(file), clients);
  running = {
    api: 'http://127.0.0.1:1',
    issuer: signIn.issuer,
    clientId: 'Client',
    returnTo,
    machines: { registration: 'Machine' },
  };
});
afterAll(() => signIn.stop());

describe('an access token', () => {
  it("has exactly the claims of Cognito's: no audience, no address", async () => {
    const { access_token: token } = await signInAs(running, 'amira');
    const { payload, protectedHeader } = await jwtVerify(token, keys());
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: expect.any(String) });
    expect(payload).toEqual({
      sub: amira?.sub,
      iss: signIn.issuer,
      version: 2,
      client_id: 'Client',
      origin_jti: expect.any(String),
      token_use: 'access',
      scope: 'openid email profile',
      auth_time: expect.any(Number),
      exp: (payload.iat ?? 0) + 3600,
      iat: expect.any(Number),
      jti: expect.any(String),
      username: amira?.sub,
    });
  });

  it('is renewed by a refresh token, and still tells which sign-in it comes from', async () => {
    const first = await signInAs(running, 'amira');
    const form = { grant_type: 'refresh_token', client_id: 'Client', refresh_token: first.refresh_token };
    const response = await fetch(`${signIn.issuer}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: token } = JSON.parse(await response.text());
    const [before, after] = await Promise.all([first.access_token, token].map((one) => jwtVerify(one, keys())));
    expect(after?.payload).toMatchObject({
      sub: amira?.sub,
      origin_jti: before?.payload.origin_jti,
      auth_time: before?.payload.auth_time,
    });
    expect(after?.payload.jti).not.toBe(before?.payload.jti);
  });
});

describe("a machine's token", () => {
  it("has exactly the claims of Cognito's: it is its own subject, and has no username", async () => {
    const token = await signInAsMachine(running, 'registration', machineSecret);
    const { payload } = await jwtVerify(token, keys());
    expect(payload).toEqual({
      sub: 'Machine',
      token_use: 'access',
      scope: 'plenary/api',
      auth_time: payload.iat,
      iss: signIn.issuer,
      exp: (payload.iat ?? 0) + 3600,
      iat: expect.any(Number),
      version: 2,
      jti: expect.any(String),
      client_id: 'Machine',
    });
  });

  it('is for nobody without the secret, nor for a client of people', async () => {
    await expect(signInAsMachine(running, 'registration', 'guessed')).rejects.toThrow('invalid_client');
    const people = { ...running, machines: { registration: 'Client' } };
    await expect(signInAsMachine(people, 'registration', machineSecret)).rejects.toThrow('Sign-in refused');
  });
});

it('an ID token is where the address is', async () => {
  const { id_token: token } = await signInAs(running, 'amira');
  const { payload } = await jwtVerify(token, keys(), { issuer: signIn.issuer, audience: 'Client' });
  expect(payload).toMatchObject({
    sub: amira?.sub,
    email: 'amira@example.org',
    email_verified: true,
    token_use: 'id',
    'cognito:username': amira?.sub,
  });
});

it('the key survives a restart, and with it every token', async () => {
  const { access_token: token } = await signInAs(running, 'amira');
  const { signing } = await keptKeys(file);
  expect(decodeProtectedHeader(token).kid).toBe(signing.kid);
  const { kty, n = '', e = '', kid, alg } = signing;
  await expect(jwtVerify(token, createLocalJWKSet({ keys: [{ kty, n, e, kid, alg }] }))).resolves.toBeDefined();
});

it('the key set shows nothing private', async () => {
  const { keys: shown } = JSON.parse(await (await fetch(`${signIn.issuer}/.well-known/jwks.json`)).text());
  expect(shown.map((key: object) => Object.keys(key).toSorted())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
});

describe('the sign-in page', () => {
  const authorize = (given: Record<string, string>) => {
    const asked = { client_id: 'Client', response_type: 'code', redirect_uri: returnTo, scope: 'openid', ...given };
    return fetch(`${signIn.issuer}/oauth2/authorize?${new URLSearchParams(asked).toString()}`, { redirect: 'manual' });
  };
  const challenge = { code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' };

  it('shows everybody there is to be', async () => {
    const sent = await authorize(challenge);
    const cookie = sent.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const page = await fetch(new URL(sent.headers.get('location') ?? '', signIn.issuer), { headers: { cookie } });
    const html = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('value="amira">amira, amira@example.org</button>');
    expect(html).toContain('value="jonas">jonas, jonas@example.org</button>');
  });

  it('says so when a sign-in is over', async () => {
    const page = await fetch(`${signIn.issuer}/sign-in/long-gone`);
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('This sign-in is over')]);
  });

  it('gives nothing without a proof key, nor to an address that the stack does not name', async () => {
    const without = await authorize({});
    expect(new URL(without.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await authorize({ ...challenge, redirect_uri: 'http://localhost:1/elsewhere' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
    expect(await elsewhere.text()).toContain('Sign-in refused: redirect_uri did not match');
  });

  it('knows nobody else', async () => {
    await expect(signInAs(running, 'mallory')).rejects.toThrow('Sign-in stopped at /sign-in/');
  });
});
