import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import type { Hono } from 'hono';
import { pages } from '../functions/web/app.tsx';
import type { Read } from '../functions/web/asset.ts';
import { bundleForBrowsers } from '../infra/build.mjs';
import { addressOf, gateway } from '../infra/local/gateway.ts';
import type { Site } from '../shared/http/site.ts';
import { clientId, type Household, issuer } from './door.ts';

/** Where the pages of the tests are reached. */
export const home = 'https://plenary.example';

/** What a browser says of a form that one of our pages sent. */
export const fromHere = { 'sec-fetch-site': 'same-origin' };

let scripts: Promise<string> | undefined;

const bundled = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-scripts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await bundleForBrowsers(folder, 'web');
  return join(folder, 'web');
};

/** Reads the scripts of the pages as the build would have written them: made once for each process of tests. */
export const builtForBrowsers: Read = async (file) => readFile(join(await (scripts ??= bundled()), file));

/** What the pages are given, over a house; secrets are numbered. */
export const aSite = ({ door }: Pick<Household, 'door'>, changes: Partial<Site> = {}): Site => {
  let secrets = 0;
  return {
    ...door,
    site: home,
    issuer,
    client: clientId,
    provider: async () => ({
      authorization_endpoint: 'https://sign-in.example/oauth2/authorize',
      token_endpoint: 'https://sign-in.example/oauth2/token',
      end_session_endpoint: 'https://sign-in.example/logout',
    }),
    secret: () => `secret-${(secrets += 1)}-`.padEnd(43, 'x'),
    ...changes,
  };
};

/** A page as it was answered. */
export interface Sheet {
  status: number;
  headers: Headers;
  html: string;
}

/** Somebody with a browser of few words. */
export interface Reader {
  get: (path: string, headers?: Record<string, string>) => Promise<Sheet>;
  post: (path: string, form: Record<string, string>, headers?: Record<string, string>) => Promise<Sheet>;
}

export const aReader = (app: Hono): Reader => {
  const read = async (response: Response | Promise<Response>): Promise<Sheet> => {
    const { status, headers, ...rest } = await response;
    return { status, headers, html: await (await response).text(), ...rest };
  };
  return {
    get: (path, headers = {}) => read(app.request(`${home}${path}`, { headers })),
    post: (path, form, headers = fromHere) =>
      read(app.request(`${home}${path}`, { method: 'POST', headers, body: new URLSearchParams(form) })),
  };
};

/** The pages over a house, and a reader of them. */
export const aReaderOf = (house: Pick<Household, 'door'>): Reader => aReader(pages(aSite(house)));

/** A request as its gateway stamped it, at another time. */
const stampedAt = (event: unknown, now: Date | undefined): unknown => {
  const { requestContext, ...rest } = event as { requestContext: object };
  return now ? { ...rest, requestContext: { ...requestContext, timeEpoch: now.getTime() } } : event;
};

/** The pages where a browser reaches them: behind the gateway of one machine, which hands on what AWS's would. It may go by a clock that can be moved. */
export const serving = async (
  made: (site: string) => Hono,
  now: () => Date | undefined = () => undefined,
): Promise<{ site: string; stop: () => Promise<void> }> => {
  let answer: ReturnType<typeof handle> | undefined;
  const invoke = async (event: unknown) => answer?.(stampedAt(event, now()) as never);
  const web = { invoke, stop: async () => {} };
  const server = gateway({ routes: [{ key: '$default', target: 'web' }], functions: { web } }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const site = addressOf(server, '127.0.0.1');
  answer = handle(made(site));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { site, stop };
};
