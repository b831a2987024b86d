import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import * as z from 'zod';
import { DomainError } from '../domain/error.ts';
import { once } from '../domain/once.ts';
import { accountOf, addressOf } from './caller.ts';
import { cookie, cookieIn, cookieName } from './cookie.ts';
import { asked } from './provider.ts';
import type { Site } from './site.ts';

/** A sign-in under way: what only this browser knows of it, and where it goes on afterwards. */
export interface Attempt {
  state: string;
  nonce: string;
  /** The secret of PKCE (RFC 7636): whoever redeems the code shows that they asked for it. */
  verifier: string;
  next: string;
}

const name = 'plenary-sign-in';

/** How long somebody may take, in seconds. */
const patience = 600;

/** The cookie that keeps a sign-in under way in the browser that began it. */
export const attemptCookie = (attempt: Attempt, site: string): string =>
  cookie(name, Buffer.from(JSON.stringify(attempt)).toString('base64url'), patience, site);

/** Takes that cookie away. */
export const noAttempt = (site: string): string => cookie(name, '', 0, site);

const Attempt = once(() =>
  z.object({ state: z.string().min(20), nonce: z.string().min(20), verifier: z.string().min(43), next: z.string() }),
);

/** The sign-in that this browser has under way. */
export const attemptIn = (request: Request, site: string): Attempt | undefined => {
  try {
    const kept = cookieIn(request, cookieName(name, site)) ?? '';
    return Attempt().parse(JSON.parse(Buffer.from(kept, 'base64url').toString()));
  } catch {
    return undefined;
  }
};

/** A way on that stays on this site: a path, or the front page instead of anything else. */
export const pathHere = (wanted: string | undefined, site: string): string => {
  if (!wanted?.startsWith('/') || wanted.length > 500 || !URL.canParse(wanted, site)) return '/';
  const { origin, pathname, search } = new URL(wanted, site);
  // "//elsewhere.example" and "/\elsewhere.example" are addresses of other sites to a browser.
  return origin === new URL(site).origin && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
};

const returnOf = (site: string): string => `${site}/sign-in/callback`;

/** Where the browser is sent to sign in; `afresh` asks who it is even of somebody whom the service remembers. */
export const signInAddress = async (site: Site, attempt: Attempt, afresh: boolean): Promise<string> => {
  const { authorization_endpoint: at } = await site.provider();
  const address = new URL(at);
  address.search = new URLSearchParams({
    client_id: site.client,
    response_type: 'code',
    redirect_uri: returnOf(site.site),
    scope: 'openid email profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
    ...(afresh ? { prompt: 'login' } : {}),
  }).toString();
  return address.href;
};

/** Where the browser is sent so that the service, too, forgets who it was; undefined where there is no such place. */
export const signOutAddress = async (site: Site): Promise<string | undefined> => {
  const { end_session_endpoint: at } = await site.provider();
  if (!at) return undefined;
  const address = new URL(at);
  // Cognito's name for it, and OpenID Connect's.
  const back = { logout_uri: `${site.site}/`, post_logout_redirect_uri: `${site.site}/` };
  address.search = new URLSearchParams({ client_id: site.client, ...back }).toString();
  return address.href;
};

const Tokens = once(() =>
  z.object({ access_token: z.string(), id_token: z.string(), expires_in: z.number().positive() }),
);

/** Somebody who has signed in. */
export interface SignedIn {
  token: string;
  seconds: number;
  account: string;
  /** Undefined where the service has not verified one. */
  address: string | undefined;
}

/** What a failed sign-in comes to, whatever the reason: they start again. */
export const notSignedIn = (): DomainError =>
  new DomainError('sign-in-required', 'The sign-in was not finished: it took too long, or it was begun elsewhere.');

const redeemed = async (
  site: Site,
  { verifier }: Attempt,
  code: string,
): Promise<z.output<ReturnType<typeof Tokens>>> => {
  const { token_endpoint: at } = await site.provider();
  const form = {
    grant_type: 'authorization_code',
    client_id: site.client,
    redirect_uri: returnOf(site.site),
    code,
    code_verifier: verifier,
  };
  const response = await asked(at, { method: 'POST', body: new URLSearchParams(form) });
  const tokens = Tokens().safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !tokens.success) throw notSignedIn();
  return tokens.data;
};

// The token was made for these pages, and for this very attempt.
const identified = async (site: Site, token: string, { nonce }: Attempt): Promise<JWTPayload> => {
  const { keys } = site.trust();
  // Most visits sign nobody in: what checks a token is loaded by the first that does.
  const { jwtVerify } = await import('jose');
  const { payload } = await jwtVerify(token, keys, {
    issuer: site.issuer,
    audience: site.client,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'sub', 'nonce'],
  }).catch(() => {
    throw notSignedIn();
  });
  if (payload.nonce !== nonce || payload.token_use !== 'id') throw notSignedIn();
  return payload;
};

/** Finishes a sign-in with the code that the service sent the browser back with. Errors: `sign-in-required`, `unavailable`. */
export const finishSignIn = async (site: Site, attempt: Attempt, code: string): Promise<SignedIn> => {
  const { access_token: token, id_token: identity, expires_in: seconds } = await redeemed(site, attempt, code);
  // It fetches the keys, and says so when they cannot be had.
  const account = await accountOf(`Bearer ${token}`, site.trust);
  const { email_verified: isVerified } = await identified(site, identity, attempt);
  if (account === undefined) throw notSignedIn();
  const address = String(isVerified) === 'true' ? await addressOf(identity, account, site.trust) : undefined;
  return { token, seconds, account, address };
};
