import { type Context, Hono } from 'hono';
import { DomainError, notFound } from '../domain/error.ts';
import { bytesOf } from './bytes.ts';
import { refusal, unexpected } from './problem.ts';
import { isPublicRead, respond } from './respond.ts';
import { type Door, isByLink, type Route, run } from './route.ts';
import { type Stamp, stampOf } from './stamp.ts';
import { tagOf } from './tag.ts';

const honoPath = (base: string, path: string): string => `${base}${path.replace(/\{(\w+)\}/g, ':$1')}`;

const crash = (door: Door, error: unknown, context: Context, { request }: Stamp, path = context.req.path): Response => {
  door.log({
    level: 'error',
    message: 'A request failed',
    request,
    method: context.req.method,
    path,
    error: error instanceof Error ? error.stack : String(error),
  });
  return new Response(JSON.stringify(unexpected(request)), {
    status: 500,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
};

/** A stale change is told the ETag that would have been current, by reading the same address. */
const currentTag = async (
  door: Door,
  read: Route | undefined,
  context: Context,
  stamp: Stamp,
): Promise<Record<string, string>> => {
  if (!read) return {};
  try {
    const { answer } = await run(door, read, context, stamp);
    return answer.version === undefined ? {} : { etag: tagOf(answer.version, bytesOf(answer)) };
  } catch (error) {
    // Removed in between: then there is no tag to tell.
    if (error instanceof DomainError) return {};
    throw error;
  }
};

const handler =
  (door: Door, route: Route, read: Route | undefined) =>
  async (context: Context): Promise<Response> => {
    const stamp = stampOf(context.env, door.stamp);
    const isSecret = isByLink(route);
    try {
      const { answer } = await run(door, route, context, stamp);
      return respond(answer, context.req.raw, { isSecret });
    } catch (error) {
      if (!(error instanceof DomainError)) return crash(door, error, context, stamp, isSecret ? route.path : undefined);
      // A page of another origin may read why a public read was refused, too.
      const open: Record<string, string> = isSecret
        ? { 'referrer-policy': 'no-referrer' }
        : isPublicRead(context.req.raw)
          ? { 'access-control-allow-origin': '*' }
          : {};
      const tag = error.code === 'stale' ? await currentTag(door, read, context, stamp) : {};
      return refusal(error, stamp.request, { ...open, ...tag });
    }
  };

const otherMethod = (door: Door, context: Context, methods: readonly string[]): Response => {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (context.req.method === 'OPTIONS') return preflight(allow);
  const error = new DomainError('method-not-allowed', `This address answers ${methods.join(', ')}.`);
  return refusal(error, stampOf(context.env, door.stamp).request, { allow });
};

// Public reads are for any origin; writing from a page of another origin is not.
const preflight = (allow: string): Response =>
  new Response(null, {
    status: 204,
    headers: {
      allow,
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'If-None-Match',
      'access-control-max-age': '86400',
    },
  });

// One entry of the router for each path: a cold start pays for every entry.
const dispatch =
  (door: Door, there: readonly Route[]) =>
  (context: Context): Response | Promise<Response> => {
    const read = there.find(({ method }) => method === 'GET');
    const wanted = context.req.method === 'HEAD' ? 'GET' : context.req.method;
    const route = there.find(({ method }) => method === wanted);
    if (route) return handler(door, route, read)(context);
    return otherMethod(
      door,
      context,
      there.map(({ method }) => method),
    );
  };

/** Mounts every route under its path; what a path does not answer is 405 with its methods, and what is no path is 404, both as problems. */
export const mount = (app: Hono, door: Door, base: string, routes: readonly Route[]): void => {
  const byPath = new Map<string, Route[]>();
  for (const route of routes) byPath.set(route.path, [...(byPath.get(route.path) ?? []), route]);
  for (const [path, there] of byPath) app.all(honoPath(base, path), dispatch(door, there));
  app.notFound((context) => refusal(notFound('address'), stampOf(context.env, door.stamp).request));
  app.onError((error, context) => crash(door, error, context, stampOf(context.env, door.stamp)));
};

/**
 * Mounts routes that are loaded by the first request for an address of theirs, so that no cold start pays for them. `paths` are the addresses that
 * all of them stand at, `/*` standing for an address and all below it; there no other routes are mounted.
 */
export const mountLater = (
  app: Hono,
  door: Door,
  { base, paths }: { base: string; paths: readonly string[] },
  load: () => Promise<readonly Route[]>,
): void => {
  let loading: Promise<Hono> | undefined;
  const loaded = async (): Promise<Hono> => {
    const inner = new Hono();
    mount(inner, door, base, await load());
    return inner;
  };
  for (const path of paths)
    app.all(honoPath(base, path), async ({ req, env }) => (await (loading ??= loaded())).fetch(req.raw, env));
};
