import { asking } from '../../shared/http/asking.ts';
import { sessionCookie } from '../../shared/http/session.ts';
import {
  attemptCookie,
  attemptIn,
  finishSignIn,
  noAttempt,
  notSignedIn,
  pathHere,
  type SignedIn,
  signInAddress,
  signOutAddress,
} from '../../shared/http/sign-in.ts';
import { bindRoles } from '../../shared/operations/role.ts';
import { type Asked, goTo, type PageRoute } from './page.ts';

const begin = async ({ site, context }: Asked): Promise<Response> => {
  const { return: wanted, as } = context.req.query();
  const attempt = {
    state: site.secret(),
    nonce: site.secret(),
    verifier: site.secret(),
    next: pathHere(wanted, site.site),
  };
  return goTo(await signInAddress(site, attempt, as === 'other'), attemptCookie(attempt, site.site));
};

// Whoever signs in with a verified address takes up what was given to it.
const takeUp = async ({ site, stamp }: Asked, { account, address }: SignedIn): Promise<void> => {
  if (address === undefined) return;
  const { caller, house, ready } = asking(site.house, account);
  await bindRoles(house, { caller, ready, ...stamp }, { address, first: site.first });
};

const finish = async (asked: Asked): Promise<Response> => {
  const { site, context, request } = asked;
  const attempt = attemptIn(request, site.site);
  const { code, state } = context.req.query();
  // The state shows that this browser began it: nobody is signed in by a link that another sent them.
  if (!attempt || !code || state !== attempt.state) throw notSignedIn();
  const signedIn = await finishSignIn(site, attempt, code);
  await takeUp(asked, signedIn);
  const session = sessionCookie(signedIn.token, signedIn.seconds, site.site);
  return goTo(pathHere(attempt.next, site.site), session, noAttempt(site.site));
};

const signOut = async ({ site }: Asked): Promise<Response> =>
  goTo((await signOutAddress(site)) ?? '/', sessionCookie('', 0, site.site));

/** Signing in and out. The session is the access token: it ends with it, and is not renewed. */
export const signInRoutes: PageRoute[] = [
  { method: 'GET', path: '/sign-in', may: 'read', handle: begin },
  { method: 'GET', path: '/sign-in/callback', may: 'read', handle: finish },
  { method: 'POST', path: '/sign-out', may: 'read', handle: signOut },
];
