import type { Context } from 'hono';
import type * as z from 'zod';
import { type Caller, type DeedName, mayAsk, nameOf } from '../domain/access.ts';
import { digest } from '../domain/digest.ts';
import { DomainError, type FieldError, invalid, notFound } from '../domain/error.ts';
import { draftOf } from '../domain/record.ts';
import { slugLength, slugPattern } from '../domain/slug.ts';
import type { Deed, House } from '../operations/perform.ts';
import { besides, type Between, type Body, merged, parsed, readBody } from './body.ts';
import { asking } from './asking.ts';
import { addressOf, type Trust } from './caller.ts';
import { accountBehind } from './session.ts';
import type { Stamp } from './stamp.ts';
import { versionIn } from './tag.ts';

/** What an API function is given once, at the door. */
export interface Door {
  house: House;
  trust: () => Trust;
  /** Stands in for the gateway's stamp where there is no gateway. */
  stamp: () => Stamp;
  log: (entry: Record<string, unknown>) => void;
  /** The address whose bearer is the first of the secretariat, as the deployment names it. */
  first?: string | undefined;
  /** Where the pages are reached, whose cookie speaks for an account, too. */
  site?: string | undefined;
}

/** What a handler is given: who asks, what for, and what they sent, checked. */
export interface Exchange<Q = unknown, B = unknown> {
  house: House;
  caller: Caller;
  /** A part of the path by its name in braces: a well-formed slug or id. */
  at: (part: string) => string;
  /** The ending of the path's last part, where the route has such a representation. */
  ending: string | undefined;
  path: string;
  query: Q;
  body: B;
  deed: Deed;
  /** Where the pages are reached, such as "https://plenary.example", for an address that is used elsewhere. */
  site?: string | undefined;
  /** The verified address that an ID token tells of the caller, and the one that the deployment names. */
  identified: (identity: string) => Promise<{ address: string; first: string | undefined }>;
  /** What a record becomes by this request's merge patch, judged by the whole schema. */
  patched: <S extends z.ZodObject>(schema: S) => (record: object) => z.output<S>;
}

/** What a handler answers; route by route no header is set by hand. */
export interface Answer {
  status?: 200 | 201 | 202 | 204 | 303;
  body?: object | undefined;
  /** The record's version, for its ETag. A list has none. */
  version?: number;
  location?: string;
  /** Where the next page begins. */
  next?: string | undefined;
  /** A document instead of a record, with its media type, and a file name where it is to be saved. */
  document?: { type: string; text: string; name?: string };
}

/** Looks up what a body names. Answers a fault for each name that there is nothing for. */
export type Names = (asked: Pick<Exchange, 'house' | 'at'>, body: unknown) => Promise<readonly FieldError[]>;

interface Definition<Q extends z.ZodObject, B extends z.ZodType> {
  /** PUT says the whole of what stands at its address; what is there already it replaces from the version that was read. */
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with {names} for its parts. A part {token} is the secret of a link: who has it may, whoever they are. */
  path: string;
  /** Which deed it is, on the page that says who may do what. */
  may: DeedName;
  summary: string;
  /** Its name in the OpenAPI document and the noun it is listed under, where its address does not say them. */
  named?: { id: string; noun: string };
  /** That a POST changes a record as it was read: it needs If-Match, as a change does. */
  holds?: true;
  /** What a POST answers that creates nothing; or a GET whose answer lies at another address. */
  succeeds?: 200 | 202 | 303;
  /** The name of the record in the OpenAPI document, with its schema. */
  answers?: { name: string; schema: () => z.ZodType; list?: boolean; /** The media type of a document. */ as?: string };
  query?: () => Q;
  body?: () => B;
  /** What a body names that is not there, as far as its fields are right: told beside whatever else it is refused for. */
  names?: Names | undefined;
  /** What is wrong between the fields of a body. */
  between?: Between | undefined;
  example?: () => unknown;
  /** Endings that the last part of the path can have, each another representation. */
  endings?: Record<string, string> | undefined;
  handle: (exchange: Exchange<z.output<Q>, z.output<B>>) => Promise<Answer>;
}

export type Route = Omit<Definition<z.ZodObject, z.ZodType>, 'handle'> & {
  handle: (exchange: Exchange<never, never>) => Promise<Answer>;
};

/** Defines a route; its query and body are typed by their schemas. */
export const route = <Q extends z.ZodObject, B extends z.ZodType>(definition: Definition<Q, B>): Route => definition;

/** Whether an address bears the secret of a link: then nobody keeps its answers, its log or where it was read, and the link says who asks. */
export const isByLink = ({ path }: Pick<Route, 'path'>): boolean => path.includes('{token}');

const absent = (part: string): never => {
  throw new Error(`The path of this route has no part {${part}}.`);
};

// Some addresses are made of a slug and a word, such as "port-selva-signatory".
const nameLength = slugLength + 20;

// 128 bits in base64url.
export const tokenPattern = /^[A-Za-z0-9_-]{22}$/;

const keyPattern = /^[\x21-\x7e]{1,255}$/;

const receiptOf = (request: Request, caller: Caller, path: string, body: Body | undefined): Deed['receipt'] => {
  const key = request.headers.get('idempotency-key');
  if (key === null || request.method !== 'POST') return undefined;
  if (!keyPattern.test(key))
    throw invalid([{ pointer: 'Idempotency-Key', detail: 'Use 1 to 255 visible ASCII characters, such as a UUID.' }]);
  return { caller: nameOf(caller), method: request.method, path, key, asked: digest(body?.bytes ?? '') };
};

/** The parts of the path. What cannot be a name is not looked for: it is not there. The ending of the last part names a representation. */
const partsOf = (
  context: Context,
  { endings, path }: Route,
): { at: Record<string, string>; ending: string | undefined } => {
  const at = { ...(context.req.param() as Record<string, string>) };
  const last = /\{(\w+)\}$/.exec(path)?.[1];
  const [, name, ending] = (last && /^(.+)\.([a-z]+)$/.exec(at[last] ?? '')) || [];
  if (last && name && ending && endings && ending in endings) return { at: named({ ...at, [last]: name }), ending };
  return { at: named(at), ending: undefined };
};

const named = (at: Record<string, string>): Record<string, string> => {
  for (const [part, value] of Object.entries(at))
    if (!(part === 'token' ? tokenPattern : slugPattern).test(value) || value.length > nameLength)
      throw notFound(part === 'token' ? 'invitation' : 'address');
  return at;
};

const queryOf = (context: Context, schema: z.ZodObject | undefined): unknown => {
  const given = context.req.queries();
  const twice = Object.entries(given).filter(([, values]) => values.length > 1);
  if (twice.length > 0) throw invalid(twice.map(([name]) => ({ pointer: `?${name}`, detail: 'Give it once.' })));
  const single = Object.fromEntries(Object.entries(given).map(([name, [value]]) => [name, value]));
  if (!schema) {
    const unknown = Object.keys(single);
    if (unknown.length > 0)
      throw invalid(
        unknown.map((name) => ({ pointer: `?${name}`, detail: 'Leave this parameter out; it is not known here.' })),
      );
    return {};
  }
  try {
    return parsed(schema, single);
  } catch (error) {
    if (error instanceof DomainError && error.errors)
      throw invalid(
        error.errors.map(({ pointer, detail }) => ({
          pointer: `?${pointer.slice(1)}`,
          detail: detail.replace('this field', 'this parameter'),
        })),
      );
    throw error;
  }
};

const bodyOf = async (context: Context, { method, body }: Route): Promise<Body | undefined> => {
  if ((method === 'POST' || method === 'PUT') && body) return readBody(context.req.raw);
  if (method === 'PATCH') return readBody(context.req.raw, ['application/merge-patch+json', 'application/json']);
  return undefined;
};

const isPatch = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks everything about a request that a schema or a header can say, and hands it to the route's handler. */
export const run = async (
  door: Door,
  definition: Route,
  context: Context,
  stamp: Stamp,
): Promise<{ answer: Answer; exchange: Exchange }> => {
  const request = context.req.raw;
  const account = await accountBehind(request, door);
  const { caller, house, ready } = asking(door.house, account);
  const { at, ending } = partsOf(context, definition);
  if (!isByLink(definition)) mayAsk(caller, definition.may);
  const query = queryOf(context, definition.query?.());
  const body = await bodyOf(context, definition);
  if (definition.method === 'PATCH' && !isPatch(body?.value))
    throw invalid([{ pointer: '', detail: 'Send an object with the fields to change.' }]);
  const { path } = context.req;
  const exchange: Exchange = {
    house,
    caller,
    at: (part) => at[part] ?? absent(part),
    ending,
    path,
    query,
    body: undefined,
    site: door.site,
    deed: {
      caller,
      ready,
      request: stamp.request,
      at: stamp.at,
      ifMatch:
        ['PUT', 'PATCH', 'DELETE'].includes(definition.method) || definition.holds
          ? versionIn(request.headers.get('if-match') ?? undefined)
          : undefined,
      receipt: receiptOf(request, caller, path, body),
    },
    identified: async (identity) => ({
      address: await addressOf(identity, nameOf(caller), door.trust),
      first: door.first,
    }),
    patched: (schema) => (record) => parsed(schema, merged(draftOf(schema, record), body?.value), definition.between),
  };
  try {
    if (definition.method !== 'PATCH' && definition.body)
      exchange.body = parsed(definition.body(), body?.value, definition.between);
    return { answer: await definition.handle(exchange as Exchange<never, never>), exchange };
  } catch (error) {
    if (!definition.names || !(error instanceof DomainError) || error.code !== 'invalid') throw error;
    throw besides(error, await definition.names(exchange, body?.value));
  }
};
