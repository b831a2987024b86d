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
import type { Contract } from './contract.ts';

/** What a page is made from: who asks for it, in which language. */
export interface Asked {
  site: Site;
  contract: Contract;
  context: Context;
  request: Request;
  stamp: Stamp;
  language: PageLanguage;
  words: PageWords;
}

/** A way: where it leads, and what it is called. */
export interface Way {
  href: string;
  label: Child;
  /** Whether it leads to the page that it stands on, or to one above that. */
  isHere?: boolean | undefined;
}

/** What makes a page one of the public site: everyone may keep and find it. */
export interface Open {
  /** A sentence or two, for search engines and link previews. Plain text. */
  description: string;
  /** Where the same stands as a record, below /api/v1. */
  record?: string | undefined;
  /** The same for programs that read pages (schema.org). */
  linked?: object | undefined;
}

/** The workspace that a page belongs to, with the ways within it. */
export interface Workspace {
  /** Whose it is: a summit's title, a network's name. */
  name: Child;
  home: string;
  ways: readonly Way[];
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
  /** From which other origin its script may fetch. */
  connect?: string | undefined;
  open?: Open | undefined;
  /** The pages above this one, the first first. */
  crumbs?: readonly Way[] | undefined;
  /** Which part of the site it belongs to. */
  part?: 'programme' | 'declarations' | 'organizations' | 'workspace' | undefined;
  workspace?: Workspace | undefined;
  /** A grid or a table that wants more room than text does. */
  isWide?: boolean | undefined;
  /** What makes the page better where there is script, by the name of its file in browser/. */
  scripts?: readonly string[] | undefined;
  /** The languages that the page stands in, where they are not all. */
  languages?: readonly PageLanguage[] | undefined;
  /** What was just done, said once above the page. */
  done?: Child | undefined;
}

/** A route of the pages: its deed stands on the page that says who may do what. */
export interface PageRoute {
  method: 'GET' | 'POST';
  /** With {names} for its parts; {lang} is one of the languages. */
  path: string;
  may: DeedName;
  handle: (asked: Asked) => Promise<Page | Response>;
}

const policyFor = ({ formAction, connect }: Pick<Page, 'formAction' | 'connect'>): string => {
  const policy = formAction
    ? contentPolicy.replace("form-action 'self'", `form-action 'self' ${formAction}`)
    : contentPolicy;
  return connect === undefined ? policy : `${policy}; connect-src 'self' ${connect}`;
};

/** What every page is sent with: it may load only its own. One that is not of the public site is kept and found by nobody, and tells no other site where it was. */
export const pageHeaders = ({ formAction, connect, open, rehearsal }: Page): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policyFor({ formAction, connect }),
  'x-content-type-options': 'nosniff',
  // A link's token stands in the address. Not "no-referrer": then a browser would not say of a form, either, that it came from here.
  'referrer-policy': open ? 'strict-origin-when-cross-origin' : 'same-origin',
  ...(open ? {} : { 'cache-control': 'no-store' }),
  ...(open && !rehearsal ? {} : { 'x-robots-tag': 'noindex' }),
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
