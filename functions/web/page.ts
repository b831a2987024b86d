import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { DeedName } from '../../shared/domain/access.ts';
import { DomainError } from '../../shared/domain/error.ts';
import type { Stamp } from '../../shared/http/stamp.ts';
import { contentPolicy } from '../../shared/http/respond.ts';
import { accountBehind } from '../../shared/http/session.ts';
import type { Site } from '../../shared/http/site.ts';
import type { PageLanguage } from '../../shared/words/page/language.ts';
import type { PageWords } from '../../shared/words/page/en.ts';

/** What a page is made from: who asks for it, in which language. */
export interface Asked {
  site: Site;
  context: Context;
  request: Request;
  stamp: Stamp;
  language: PageLanguage;
  words: PageWords;
}

/** A page as it is to be shown. */
export interface Page {
  title: string;
  /** What stands in the main part, its heading with it. */
  body: Child;
  status?: number | undefined;
  /** Of a summit that is played through with invented people. */
  rehearsal?: boolean | undefined;
  /** The page's address below the language, for the same in another; a page that answers a form has none. */
  path?: string | undefined;
  /** Where a form of the page may lead besides this site. */
  formAction?: string | undefined;
}

/** A route of the pages: its deed stands on the page that says who may do what. */
export interface PageRoute {
  method: 'GET' | 'POST';
  /** With {names} for its parts; {lang} is one of the languages. */
  path: string;
  may: DeedName;
  handle: (asked: Asked) => Promise<Page | Response>;
}

/** What every page is sent with: it may load only its own, tells no other site where it was, and is kept and found by nobody. */
export const pageHeaders = (formAction?: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': formAction
    ? contentPolicy.replace("form-action 'self'", `form-action 'self' ${formAction}`)
    : contentPolicy,
  'x-content-type-options': 'nosniff',
  // A link's token stands in the address. Not "no-referrer": then a browser would not say of a form, either, that it came from here.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
});

/** Sends the browser on by GET, whatever it asked with. */
export const goTo = (address: string, ...cookies: string[]): Response => {
  const headers = new Headers({ location: address, 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  for (const one of cookies) headers.append('set-cookie', one);
  return new Response(null, { status: 303, headers });
};

/** The account that is signed in here; nobody when the sign-in has run out. */
export const accountHere = async ({ request, site }: Asked): Promise<string | undefined> => {
  try {
    return await accountBehind(request, site);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'bad-token') return undefined;
    throw error;
  }
};

/** Where somebody signs in who is to come back to this address. */
export const signInFor = (path: string, afresh = false): string =>
  `/sign-in?${new URLSearchParams({ return: path, ...(afresh ? { as: 'other' } : {}) }).toString()}`;
