import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import { accountOf, addressOf, keysOf, type Trust } from '../../../shared/http/caller.ts';
import { refusalOf } from '../../refusal.ts';

const { privateKey, publicKey } = await generateKeyPair('RS256');
const published = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }] });

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

/** An issuer that publishes what it is told to; `asked` counts how often. */
const anIssuer = async (
  status: number,
  body: string,
): Promise<{ trust: () => Trust; issuer: string; asked: () => number }> => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const trust: Trust = { issuer, clients: ['app'], keys: keysOf(issuer) };
  return { trust: () => trust, issuer, asked: () => asked };
};

const tokenOf = (issuer: string, claims: Record<string, unknown> = {}, kid = 'k1'): Promise<string> =>
  new SignJWT({ sub: 's-1', client_id: 'app', token_use: 'access', username: 'amira', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(issuer)
    .setExpirationTime('1h')
    .sign(privateKey);

test('without a token there is no account, and no key is fetched', async () => {
  const { trust, asked } = await anIssuer(200, published);
  expect([await accountOf(undefined, trust), asked()]).toEqual([undefined, 0]);
});

test('a good token names an account, and nothing of what it says of groups counts; the keys are fetched once', async () => {
  const { trust, issuer, asked } = await anIssuer(200, published);
  const token = await tokenOf(issuer, { 'cognito:groups': ['secretariat', 7] });
  const accounts = [await accountOf(`Bearer ${token}`, trust), await accountOf(`bearer ${token}`, trust)];
  expect([accounts, asked()]).toEqual([['amira', 'amira'], 1]);
});

test('an account without a user name goes by its subject', async () => {
  const { trust, issuer } = await anIssuer(200, published);
  const account = await accountOf(`Bearer ${await tokenOf(issuer, { username: undefined })}`, trust);
  expect(account).toBe('s-1');
});

test('a token whose key the issuer does not publish is a bad one', async () => {
  const { trust, issuer } = await anIssuer(200, published);
  const refused = await refusalOf(accountOf(`Bearer ${await tokenOf(issuer, {}, 'k2')}`, trust));
  expect(refused).toEqual({
    code: 'bad-token',
    detail: 'The token was not accepted: it may have expired. Sign in again and send the new one.',
  });
});

describe('the address of an account', () => {
  const identity = (issuer: string, claims: Record<string, unknown> = {}): Promise<string> =>
    tokenOf(issuer, {
      token_use: 'id',
      aud: 'app',
      client_id: undefined,
      username: undefined,
      'cognito:username': 's-1',
      email: 'amira@example.org',
      email_verified: true,
      ...claims,
    });

  test.each([[true], ['true']])('is the verified one of the ID token (%s)', async (verified) => {
    const { trust, issuer } = await anIssuer(200, published);
    expect(await addressOf(await identity(issuer, { email_verified: verified }), 's-1', trust)).toBe(
      'amira@example.org',
    );
  });

  test.each([
    ['is not verified', { email_verified: false }],
    ['is said to be verified by nobody', { email_verified: undefined }],
    ['is missing', { email: undefined }],
    ['is somebody else’s', { sub: 's-2', 'cognito:username': 's-2' }],
    ['was told to another app', { aud: 'another' }],
    ['comes with an access token', { token_use: 'access' }],
  ])('that %s is not believed', async (_, claims) => {
    const { trust, issuer } = await anIssuer(200, published);
    expect(await refusalOf(addressOf(await identity(issuer, claims), 's-1', trust))).toMatchObject({
      code: 'bad-token',
    });
  });
});

describe('when the issuer', () => {
  const unavailable = {
    code: 'unavailable',
    detail: 'The sign-in service does not answer, so the token cannot be checked. Try again in a few seconds.',
  };

  test.each([
    ['fails', 500, 'oops'],
    ['is not found', 404, '{}'],
    ['answers something else', 200, '<html>'],
    ['publishes no keys', 200, '{"nothing":1}'],
  ])('%s, the token is neither good nor bad', async (_, status, body) => {
    const { trust, issuer } = await anIssuer(status, body);
    expect(await refusalOf(accountOf(`Bearer ${await tokenOf(issuer)}`, trust))).toEqual(unavailable);
  });

  test('is gone, too', async () => {
    const { trust, issuer } = await anIssuer(200, published);
    const token = await tokenOf(issuer);
    for (const server of servers.splice(0)) {
      server.close();
      await once(server, 'close');
    }
    expect(await refusalOf(accountOf(`Bearer ${token}`, trust))).toEqual(unavailable);
  });
});
