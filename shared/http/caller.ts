import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { DomainError } from '../domain/error.ts';

/** Whose tokens are believed: one issuer, and the apps that it issued them to. */
export interface Trust {
  issuer: string;
  clients: readonly string[];
  /** The issuer's keys; fetched once and kept, so that a warm function asks nobody. */
  keys: JWTVerifyGetKey;
}

// Most requests carry no token: what checks one is loaded by the first that does.
const jose = () => import('jose');

/** Keys as Cognito publishes them. */
export const keysOf = (issuer: string): JWTVerifyGetKey => {
  let keys: JWTVerifyGetKey | undefined;
  return async (...asked) => {
    const { createRemoteJWKSet } = await jose();
    keys ??= createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { timeoutDuration: 3_000 });
    return keys(...asked);
  };
};

const badToken = (): DomainError =>
  new DomainError('bad-token', 'The token was not accepted: it may have expired. Sign in again and send the new one.');

const nameIn = (claims: JWTPayload, { clients }: Trust): string => {
  // Cognito's access tokens carry no audience: the client stands in client_id.
  if (claims.token_use !== 'access' || typeof claims.client_id !== 'string' || !clients.includes(claims.client_id))
    throw badToken();
  if (typeof claims.sub !== 'string') throw badToken();
  return typeof claims.username === 'string' ? claims.username : claims.sub;
};

const verified = async (token: string, trusted: Trust): Promise<JWTPayload> => {
  const { jwtVerify } = await jose();
  const { payload } = await jwtVerify(token, trusted.keys, {
    issuer: trusted.issuer,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'sub'],
  });
  return payload;
};

const believing = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (isUnreachable(error))
      throw new DomainError(
        'unavailable',
        'The sign-in service does not answer, so the token cannot be checked. Try again in a few seconds.',
      );
    throw badToken();
  }
};

const addressIn = (claims: JWTPayload, account: string, { clients }: Trust): string => {
  const audience = typeof claims.aud === 'string' ? claims.aud : '';
  const isTheirs = claims['cognito:username'] === account || claims.sub === account;
  // Cognito says whether an address is verified as a truth value, or, out of another provider's attributes, as a word.
  const isVerified = claims.email_verified === true || claims.email_verified === 'true';
  if (claims.token_use !== 'id' || !clients.includes(audience) || !isTheirs) throw badToken();
  if (!isVerified || typeof claims.email !== 'string') throw badToken();
  return claims.email;
};

/**
 * The verified address that an ID token tells of an account: access tokens carry none.
 * Errors: `bad-token` for another account's, for an address that is not verified, and for anything that is no ID token; `unavailable`.
 */
export const addressOf = (identity: string, account: string, trust: () => Trust): Promise<string> => {
  const trusted = trust();
  return believing(async () => addressIn(await verified(identity, trusted), account, trusted));
};

// The issuer did not answer, or not with its keys: that says nothing about the token.
const unreachable = new Set<unknown>(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);
const isUnreachable = (error: unknown): boolean =>
  (error instanceof Error && 'code' in error && unreachable.has(error.code)) ||
  (error instanceof TypeError && error.message === 'fetch failed');

/**
 * The account that sends a request, by its name: nobody without a token. A person's name is the subject of their sign-in, a machine's its client
 * id. Errors: `bad-token` for anything else in the header, `unavailable` when the issuer's keys cannot be fetched.
 */
export const accountOf = async (authorization: string | undefined, trust: () => Trust): Promise<string | undefined> => {
  if (authorization === undefined) return undefined;
  const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization.trim()) ?? [];
  if (!token) throw badToken();
  const trusted = trust();
  return believing(async () => nameIn(await verified(token, trusted), trusted));
};
