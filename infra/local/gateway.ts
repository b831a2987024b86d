import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { decodedPath, eventOf, type Matched, send } from './event.ts';
import type { LocalFunction } from './function.ts';
import { ofType, type Resources } from './template.ts';

/** A route's key, as `$default` or `ANY /api/{proxy+}`, and the function it leads to. */
export type Route = { readonly key: string; readonly target: string };

/** The template's routes, followed through their integrations to a function's name. */
export const routesOf = (resources: Resources, resolve: (value: unknown) => unknown): Route[] =>
  ofType(resources, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const integration = String(resolve(Properties.Target)).replace('integrations/', '');
    return {
      key: String(Properties.RouteKey),
      target: String(resolve(resources[integration]?.Properties.IntegrationUri)),
    };
  });

const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${escaped(path)
      .replace(/\{(\w+)\\\+\}/g, '(?<$1>.+)')
      .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
  );

/** Exact paths before named segments, these before greedy ones, `$default` last. */
const weight = ({ key }: Route): number =>
  key === '$default' ? 3 : key.includes('+}') ? 2 : key.includes('{') ? 1 : 0;

export const matchRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): (Matched & { target: string }) | undefined => {
  for (const { key, target } of routes.toSorted((a, b) => weight(a) - weight(b) || b.key.length - a.key.length)) {
    if (key === '$default') return { routeKey: key, target };
    const [verb, template = ''] = key.split(' ');
    const found = verb === 'ANY' || verb === method ? patternOf(template).exec(path) : null;
    if (found) return { routeKey: key, target, ...(found.groups && { pathParameters: { ...found.groups } }) };
  }
  return undefined;
};

const megabyte = 1024 * 1024;

/** Reads the whole body, but keeps at most what an HTTP API takes. Undefined when there was more. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= 10 * megabyte) chunks.push(chunk);
  }
  return length <= 10 * megabyte ? Buffer.concat(chunks) : undefined;
};

const refuse = (response: ServerResponse, statusCode: number, message: string): void =>
  send(response, { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) });

const tooLate = Symbol('too late');

const within = async (seconds: number, work: Promise<unknown>): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<symbol>((done) => (timer = setTimeout(done, seconds * 1000, tooLate)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

export type GatewayOptions = {
  readonly routes: readonly Route[];
  readonly functions: Readonly<Record<string, LocalFunction>>;
  /** Answers some requests itself, and says whether it did. */
  readonly aside?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** After which an HTTP API gives up. */
  readonly seconds?: number;
};

/** An HTTP API on this machine: what it refuses by itself, it refuses with AWS's statuses and bodies. */
export const gateway = ({ routes, functions, aside, seconds = 30 }: GatewayOptions): Server => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (await aside?.(request, response)) return;
    const body = await bodyOf(request);
    if (!body) return refuse(response, 413, 'Request Entity Too Large');
    const path = decodedPath(request.url ?? '/');
    if (path === undefined) return refuse(response, 400, 'Bad Request');
    const matched = matchRoute(routes, request.method ?? 'GET', path);
    const called = matched && functions[matched.target];
    if (!called) return refuse(response, 404, 'Not Found');
    const answer = await within(seconds, called.invoke(eventOf(request, path, body, matched, new Date())));
    if (answer === tooLate) return refuse(response, 503, 'Service Unavailable');
    send(response, answer);
  };
  // The limit of an HTTP API on all of a request's headers together.
  return createServer({ maxHeaderSize: 10_240 }, (request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Internal Server Error');
    });
  });
};

/** Where a person on this machine reaches what listens on `host`. */
export const addressOf = (server: Server, host: string): string => {
  const address = server.address();
  return addressAt(host, typeof address === 'object' && address ? address.port : 0);
};

export const addressAt = (host: string, port: number): string => {
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
};
