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

/** What Cognito's ID tokens say beyond the standard. */
export const identityClaims = (account: Account) => ({
  sub: account.sub,
  'cognito:username': account.sub,
  token_use: 'id',
  email: account.email,
  email_verified: true,
});
