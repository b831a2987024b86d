import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { type Caller, everyone } from '../domain/access.ts';
import { DomainError } from '../domain/error.ts';

/** Whose tokens are believed: one issuer, and the apps that it issued them to. */
export interface Trust {
  issuer: string;
  clients: readonly string[];
  /** The issuer's keys; fetched once and kept, so that a warm function asks nobody. */
  keys: JWTVerifyGetKey;
}

/** Keys as Cognito publishes them. */
export const keysOf = (issuer: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { timeoutDuration: 3_000 });

const badToken = (): DomainError =>
  new DomainError('bad-token', 'The token was not accepted: it may have expired. Sign in again and send the new one.');

const accountOf = (claims: JWTPayload, { clients }: Trust): Caller => {
  // Cognito's access tokens carry no audience: the client stands in client_id.
  if (claims.token_use !== 'access' || typeof claims.client_id !== 'string' || !clients.includes(claims.client_id))
    throw badToken();
  if (typeof claims.sub !== 'string') throw badToken();
  const groups = Array.isArray(claims['cognito:groups'])
    ? claims['cognito:groups'].filter((group) => typeof group === 'string')
    : [];
  return { kind: 'account', name: typeof claims.username === 'string' ? claims.username : claims.sub, groups };
};

// The issuer did not answer, or not with its keys: that says nothing about the token.
const isUnreachable = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  (error instanceof TypeError && error.message === 'fetch failed');

/**
 * Who sends a request: everyone without a token, an account with a good one. Errors: `bad-token` for anything else in the header,
 * `unavailable` when the issuer's keys cannot be fetched.
 */
export const callerOf = async (authorization: string | undefined, trust: () => Trust): Promise<Caller> => {
  if (authorization === undefined) return everyone;
  const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization.trim()) ?? [];
  if (!token) throw badToken();
  const trusted = trust();
  try {
    const { payload } = await jwtVerify(token, trusted.keys, {
      issuer: trusted.issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'sub'],
    });
    return accountOf(payload, trusted);
  } catch (error) {
    if (isUnreachable(error))
      throw new DomainError(
        'unavailable',
        'The sign-in service does not answer, so the token cannot be checked. Try again in a few seconds.',
      );
    throw badToken();
  }
};
