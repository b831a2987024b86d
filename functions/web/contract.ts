import { Hono } from 'hono';
import { base, mountContract } from '../../shared/contract/mounted.ts';
import { type Code, codes, DomainError, type FieldError } from '../../shared/domain/error.ts';
import type { Problem } from '../../shared/http/problem.ts';
import { tokenIn } from '../../shared/http/session.ts';
import type { Site } from '../../shared/http/site.ts';
import type { Asked } from './page.ts';

// The pages read and write through the same routes as everybody's programs, within the function: what the contract refuses, no page allows, and what
// it shows nobody, no page shows.

/** Answers a request to the contract. `env` carries the gateway's stamp. */
export type Contract = (request: Request, env: unknown) => Promise<Response>;

export const contractOf = (site: Site): Contract => {
  const app = new Hono();
  mountContract(app, site);
  return async (request, env) => app.fetch(request, env);
};

/** A record as it was read, with the ETag to change it by. */
export interface Read<T> {
  record: T;
  tag: string;
  /** Where the next page of a list begins. */
  next: string | undefined;
}

/** What is asked of the contract. */
export interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with its query. */
  path: string;
  body?: unknown;
  /** The ETag that a change is made from. */
  tag?: string | undefined;
  /** The Idempotency-Key of a form. */
  key?: string | undefined;
}

/** A page of a list. */
export interface List<T> {
  items: T[];
  next?: string | null;
}

const isCode = (code: string): code is Code => code in codes;

/** A problem as the error that it was. */
const refused = (problem: Problem): Error => {
  const { type, title: _title, status: _status, detail, instance, errors, conflictsWith, ...also } = problem;
  const code = type.replace('/api#', '');
  if (!isCode(code)) return new Error(`The contract failed; the log knows why under ${instance}.`);
  const more = {
    ...(errors ? { errors: errors as readonly FieldError[] } : {}),
    ...(conflictsWith ? { conflictsWith } : {}),
    also,
  };
  return new DomainError(code, detail, more);
};

const headersOf = ({ body, method, tag, key }: Asking, token: string | undefined): Headers => {
  const headers = new Headers();
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (body !== undefined)
    headers.set('content-type', method === 'PATCH' ? 'application/merge-patch+json' : 'application/json');
  if (tag) headers.set('if-match', tag);
  if (key) headers.set('idempotency-key', key);
  return headers;
};

// How many deeds a page has done so far.
const done = new WeakMap<Asked['stamp'], number>();

/**
 * What the contract is told of the request that a page answers. A form may do several deeds, and each is a request of its own: by its id a deed knows its
 * own earlier attempt, and takes nobody else's for it.
 */
const envOf = ({ stamp }: Asked, { method }: Asking): object => {
  const before = method === undefined ? 0 : (done.get(stamp) ?? 0);
  if (method !== undefined) done.set(stamp, before + 1);
  const requestId = before === 0 ? stamp.request : `${stamp.request}-${before + 1}`;
  return { event: { requestContext: { requestId, timeEpoch: stamp.at.getTime() } } };
};

const asking = async (asked: Asked, what: Asking, token: string | undefined): Promise<Response> => {
  const { site, contract } = asked;
  const request = new Request(new URL(`${base}${what.path}`, site.site), {
    method: what.method ?? 'GET',
    headers: headersOf(what, token),
    ...(what.body === undefined ? {} : { body: JSON.stringify(what.body) }),
  });
  const response = await contract(request, envOf(asked, what));
  if (response.status >= 400) throw refused((await response.json()) as Problem);
  return response;
};

const readFrom = async <T>(response: Response): Promise<Read<T>> => {
  const text = await response.text();
  const record = (text === '' ? {} : JSON.parse(text)) as T;
  return {
    record,
    tag: response.headers.get('etag') ?? '',
    next: (record as { next?: string | null }).next ?? undefined,
  };
};

/** Reads what everyone may see, whoever asks for the page. Errors: the contract's own. */
export const readOpenly = async <T>(asked: Asked, path: string): Promise<Read<T>> =>
  readFrom<T>(await asking(asked, { path }, undefined));

/** Reads as whoever is signed in. Errors: the contract's own, `sign-in-required` and `bad-token` among them. */
export const readOwn = async <T>(asked: Asked, path: string): Promise<Read<T>> =>
  readFrom<T>(await asking(asked, { path }, tokenIn(asked.request, asked.site.site)));

/** Does a deed as whoever is signed in. Errors: the contract's own. */
export const send = async <T>(asked: Asked, what: Asking): Promise<Read<T> & { location: string | undefined }> => {
  const response = await asking(asked, what, tokenIn(asked.request, asked.site.site));
  const location = response.headers.get('location') ?? undefined;
  return { ...(await readFrom<T>(response)), location };
};

/** Something other than a record, such as a document. */
export const fetchOwn = (asked: Asked, path: string): Promise<Response> =>
  asking(asked, { path }, tokenIn(asked.request, asked.site.site));

type Reader = <T>(asked: Asked, path: string) => Promise<Read<T>>;

/** A whole list, page by page. `path` may have a query. */
export const readList = async <T>(reader: Reader, asked: Asked, path: string): Promise<T[]> => {
  const items: T[] = [];
  const join = path.includes('?') ? '&' : '?';
  for (let cursor = ''; ;) {
    const { record } = await reader<List<T>>(asked, `${path}${join}limit=200${cursor}`);
    items.push(...record.items);
    if (!record.next) return items;
    cursor = `&cursor=${encodeURIComponent(record.next)}`;
  }
};
