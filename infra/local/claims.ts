import type { Account } from './accounts.ts';

export type Grant = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** The sign-in that this token descends from, through however many refreshes. */
  readonly origin: string;
  readonly signedInAt: number;
};

export const lifetime = 3600;

/** Exactly the claims of Cognito's access tokens: no audience and no address. A pool signed into by address calls the subject also username. */
export const accessClaims = (account: Account, grant: Grant, jti: string, now: number) => ({
  sub: account.sub,
  iss: grant.issuer,
  version: 2,
  client_id: grant.clientId,
  origin_jti: grant.origin,
  token_use: 'access',
  scope: grant.scope,
  auth_time: grant.signedInAt,
  exp: now + lifetime,
  iat: now,
  jti,
  username: account.sub,
});

/** The claims of a program that signed in by itself: it is its own subject, and nobody's username. */
export const machineClaims = (
  { issuer, clientId, scope }: Omit<Grant, 'origin' | 'signedInAt'>,
  jti: string,
  now: number,
) => ({
  sub: clientId,
  token_use: 'access',
  scope,
  auth_time: now,
  iss: issuer,
  exp: now + lifetime,
  iat: now,
  version: 2,
  jti,
  client_id: clientId,
});

/** What Cognito's ID tokens say beyond the standard. */
export const identityClaims = (account: Account) => ({
  sub: account.sub,
  'cognito:username': account.sub,
  token_use: 'id',
  email: account.email,
  email_verified: true,
});
