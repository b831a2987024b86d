import { type ScanCommandOutput, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Hono } from 'hono';
import { createLocalJWKSet, type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { inject } from 'vitest';
import { api } from '../functions/api/app.ts';
import { accessClaims, identityClaims } from '../infra/local/claims.ts';
import type { Caller } from '../shared/domain/access.ts';
import type { FieldError } from '../shared/domain/error.ts';
import type { Door } from '../shared/http/route.ts';
import type { Deed } from '../shared/operations/perform.ts';
import { recording } from '../shared/operations/public-key.ts';
import type { Held } from '../shared/domain/role.ts';
import type { Table } from '../shared/table/client.ts';
import { heldItem } from '../shared/table/role.ts';
import type { Pace } from '../shared/table/retry.ts';
import { aFaultProxy, type FaultProxy, type Plan } from './fault-proxy.ts';
import { inMemory } from './files.ts';
import { aSigner, type TestSigner } from './signer.ts';
import { aTable, clientAt, type House } from './table.ts';

/** Who signs the tokens of the tests, and which app they are for. */
export const issuer = 'https://sign-in.example/pool';
export const clientId = 'the-secretariats-app';

const { privateKey, publicKey } = await generateKeyPair('RS256');
export const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }] });

interface TokenOptions {
  /** Claims instead of the usual ones; undefined takes one away. */
  claims?: JWTPayload;
  key?: CryptoKey;
  header?: { alg: string; kid: string };
}

const accountOf = (name: string) => ({ name, sub: name, email: `${name}@example.org` });

/** A signed access token with Cognito's claims, good for an hour. */
export const tokenFor = (
  name: string,
  { claims = {}, key = privateKey, header = { alg: 'RS256', kid: 'k1' } }: TokenOptions = {},
): Promise<string> => {
  const now = Math.floor(Date.now() / 1000);
  const grant = { issuer, clientId, scope: 'openid', origin: 'sign-in-1', signedInAt: now };
  const usual = accessClaims(accountOf(name), grant, 'token-1', now);
  const payload = Object.fromEntries(
    Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== undefined),
  );
  return new SignJWT(payload).setProtectedHeader(header).sign(key);
};

/** The ID token of the same sign-in: it tells the account's verified address. */
export const identityOf = (name: string, claims: JWTPayload = {}): Promise<string> =>
  tokenFor(name, {
    claims: { client_id: undefined, username: undefined, aud: clientId, ...identityClaims(accountOf(name)), ...claims },
  });

/** A body of the API, loosely: what a test is about it asserts. */
export type Json = Record<string, unknown> & {
  items?: Json[];
  next?: string | null;
  errors?: FieldError[];
};

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  json: Json;
}

type Head = Record<string, string>;

/** Talks to the API as one caller; addresses are those below /api/v1. */
export interface Client {
  request: (
    method: string,
    path: string,
    init?: { headers?: Head; body?: string | Uint8Array<ArrayBuffer> },
  ) => Promise<Reply>;
  get: (path: string, headers?: Head) => Promise<Reply>;
  post: (path: string, body: unknown, headers?: Head) => Promise<Reply>;
  put: (path: string, body: unknown, headers?: Head) => Promise<Reply>;
  patch: (path: string, body: unknown, headers?: Head) => Promise<Reply>;
  delete: (path: string, headers?: Head) => Promise<Reply>;
  /** Passes a record through several states. */
  pass: (path: string, ...states: string[]) => Promise<void>;
  /** POST that has to succeed; answers what was created. */
  make: (path: string, body: unknown) => Promise<Json>;
}

const isJson = (headers: Headers): boolean => /json/.test(headers.get('content-type') ?? '');

export const aClient = (app: Hono, token?: string): Client => {
  const request: Client['request'] = async (method, path, { headers = {}, body } = {}) => {
    const signed: Head = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await app.request(path.startsWith('/api') ? path : `/api/v1${path}`, {
      method,
      headers: { ...signed, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const json = (text !== '' && isJson(response.headers) ? JSON.parse(text) : {}) as Json;
    return { status: response.status, headers: response.headers, text, json };
  };
  const send =
    (method: string, type: string): Client['post'] =>
    (path, body, headers = {}) =>
      request(method, path, { headers: { 'content-type': type, ...headers }, body: JSON.stringify(body) });
  const post = send('POST', 'application/json');
  const make: Client['make'] = async (path, body) => {
    const { status, json, text } = await post(path, body);
    if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${text}`);
    return json;
  };
  return {
    request,
    post,
    make,
    get: (path, headers = {}) => request('GET', path, { headers }),
    put: send('PUT', 'application/json'),
    patch: send('PATCH', 'application/merge-patch+json'),
    delete: (path, headers = {}) => request('DELETE', path, { headers }),
    pass: async (path, ...states) => {
      for (const to of states) await make(`${path}/transitions`, { to });
    },
  };
};

/** Every item of a table, in key order: two readings are equal when nothing was written in between. */
export const dumpOf = async ({ name, endpoint }: Pick<House, 'name' | 'endpoint'>): Promise<Json[]> => {
  const client = clientAt(endpoint);
  const documents = DynamoDBDocumentClient.from(client);
  const items: Json[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page: ScanCommandOutput = await documents.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(after ? { ExclusiveStartKey: after } : {}) }),
    );
    items.push(...((page.Items ?? []) as Json[]));
    after = page.LastEvaluatedKey;
  } while (after);
  client.destroy();
  const key = ({ pk, sk }: Json): string => `${String(pk)} ${String(sk)}`;
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** A clock that stands until it is moved. */
export interface Clock {
  now: Date;
  move: (seconds: number) => void;
}

const aClock = (from: string): Clock => {
  const clock: Clock = {
    now: new Date(from),
    move: (seconds) => void (clock.now = new Date(clock.now.getTime() + seconds * 1_000)),
  };
  return clock;
};

/** What was done in a house, and how many names it has given. */
export interface Past {
  items: readonly Json[];
  ids: number;
  requests: number;
  signer: TestSigner;
}

/** A house with its door, on a table of its own. */
export interface Household {
  door: Door;
  app: Hono;
  table: Table;
  house: House;
  proxy: FaultProxy;
  clock: Clock;
  /** What was logged: nothing, unless something broke. */
  logged: Record<string, unknown>[];
  /** A deed of the secretariat, for an operation called directly; each is a request of its own. */
  deed: (given?: Partial<Deed>) => Deed;
  secretariat: Client;
  /** Somebody with an account and no role. */
  account: Client;
  everyone: Client;
  /** Another account, by its name and the roles that it is given. */
  as: (name: string, ...roles: Held[]) => Promise<Client>;
  dump: () => Promise<Json[]>;
  /** What was done here so far, for another house to begin with. Files are not among it. */
  past: () => Promise<Past>;
  close: () => Promise<void>;
}

export const amira: Caller = { kind: 'account', name: 'amira', roles: [{ role: 'secretariat' }] };

/**
 * A door whose house speaks to its table through a fault proxy (one that does no harm, unless a plan says so). Ids are n01, n02, … and requests
 * request-1, request-2, … in the order in which they are asked for; the clock stands at 1 March 2031. It may begin with another house's past.
 */
export const aDoor = async ({
  plan = {},
  pace = {},
  past,
  signer = past?.signer ?? aSigner(),
}: { plan?: Plan; pace?: Partial<Pace>; past?: Past; signer?: TestSigner } = {}): Promise<Household> => {
  const proxy = await aFaultProxy(inject('engine'), plan);
  // Longer than the product's patience: a slow machine decides nothing.
  const house = await aTable({ via: proxy, pace: { patience: 20_000, ...pace } });
  const clock = aClock('2031-03-01T09:00:00Z');
  const logged: Record<string, unknown>[] = [];
  let [ids, requests] = [past?.ids ?? 0, past?.requests ?? 0];
  const { table } = house;
  const door: Door = {
    house: {
      table,
      newId: () => `n${String((ids += 1)).padStart(2, '0')}`,
      // Always the same, so that two tables in which the same was done are the same.
      newSalt: () => 'the salt of the tests',
      signer: recording(table, signer, () => clock.now),
      files: inMemory(),
    },
    trust: () => ({ issuer, clients: [clientId], keys }),
    stamp: () => ({ request: `request-${(requests += 1)}`, at: clock.now }),
    log: (entry) => void logged.push(entry),
  };
  const app = api(door);
  const hold = (name: string, roles: readonly Held[]): Promise<void> =>
    house.table.batchWrite(roles.map((held, at) => heldItem(name, `given-${at}`, held, `given-${at}`)));
  if (past) await house.fill(past.items);
  else await hold('amira', [{ role: 'secretariat' }]);
  return {
    door,
    app,
    table,
    house,
    proxy,
    clock,
    logged,
    deed: (given = {}) => ({ caller: amira, ...door.stamp(), ...given }),
    secretariat: aClient(app, await tokenFor('amira')),
    account: aClient(app, await tokenFor('jonas')),
    everyone: aClient(app),
    as: async (name, ...roles) => {
      await hold(name, roles);
      return aClient(app, await tokenFor(name));
    },
    dump: () => dumpOf(house),
    past: async () => ({ items: await dumpOf(house), ids, requests, signer }),
    close: async () => {
      await house.drop();
      await proxy.stop();
    },
  };
};
