import { DomainError } from '../domain/error.ts';
import { accountOf, type Trust } from './caller.ts';
import { cookie, cookieIn, cookieName } from './cookie.ts';

const name = 'plenary';

/** The cookie of somebody who has signed in: their access token, for as long as it is good. */
export const sessionCookie = (token: string, seconds: number, site: string): string =>
  cookie(name, token, seconds, site);

/** Whether a request changes nothing, by its method. */
export const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/**
 * Whether a page of this site sent the request. Browsers say so themselves where the site is trustworthy to them (HTTPS, or one's own machine);
 * elsewhere the origin of a form tells. Who says neither is not taken for a page.
 */
export const isFromHere = (request: Request, site: string | undefined): boolean => {
  const from = request.headers.get('sec-fetch-site');
  if (from !== null) return from === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && site !== undefined && origin === new URL(site).origin;
};

/** Refuses what another site's page would have somebody do. Errors: `forbidden`. */
export const mustBeFromHere = (request: Request, site: string | undefined): void => {
  if (!isFromHere(request, site))
    throw new DomainError(
      'forbidden',
      'This came from a page of another site, or from no page. Nothing was done; open the page here and send it from there.',
    );
};

/** The token in the pages' cookie, whether it is still good or not. */
export const tokenIn = (request: Request, site: string | undefined): string | undefined =>
  cookieIn(request, cookieName(name, site));

/**
 * The account that sends a request, by a bearer token or by the pages' cookie, which is that token. With the cookie a browser writes only from a
 * page of this site. Errors: `bad-token`, `unavailable`, `forbidden`.
 */
export const accountBehind = async (
  request: Request,
  { trust, site }: { trust: () => Trust; site?: string | undefined },
): Promise<string | undefined> => {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return accountOf(authorization, trust);
  const token = tokenIn(request, site);
  if (token === undefined) return undefined;
  if (!isReading(request)) mustBeFromHere(request, site);
  return accountOf(`Bearer ${token}`, trust);
};
