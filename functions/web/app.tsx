import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { DomainError, notFound } from '../../shared/domain/error.ts';
import { isReading, mustBeFromHere } from '../../shared/http/session.ts';
import type { Site } from '../../shared/http/site.ts';
import { stampOf } from '../../shared/http/stamp.ts';
import { isPageLanguage, isWorkspaceLanguage, wantedLanguage } from '../../shared/words/page/language.ts';
import { pageWordsIn } from '../../shared/words/page/words.ts';
import { assetAt, built, type Read } from './asset.ts';
import { type Contract, contractOf } from './contract.ts';
import { keptPage } from './kept.tsx';
import { keysOf, keysPath } from './keys.ts';
import type { Asked, Page, PageRoute } from './page.ts';
import { goTo, signInFor } from './page.ts';
import { brokenPage, refusalPage } from './problem.tsx';
import { firstRoutes, laterPages, lastRoutes } from './routes.ts';
import { shown } from './shown.tsx';

/** The pages as they are given their house. */
interface Here {
  site: Site;
  contract: Contract;
}

const askedOf = ({ site, contract }: Here, context: Context): Asked => {
  const request = context.req.raw;
  const [, first] = context.req.path.split('/');
  const language = isPageLanguage(first) ? first : wantedLanguage(request.headers.get('accept-language') ?? undefined);
  const stamp = stampOf(context.env, site.stamp);
  return { site, contract, context, request, stamp, language, words: pageWordsIn(language) };
};

const answer = async (asked: Asked, answered: Page | Response): Promise<Response> =>
  answered instanceof Response ? answered : shown(asked, answered);

const failed = async (asked: Asked, error: unknown): Promise<Response> => {
  if (error instanceof DomainError) return answer(asked, refusalPage(asked, error));
  const { site, context, stamp } = asked;
  site.log({
    level: 'error',
    message: 'A page failed',
    request: stamp.request,
    method: context.req.method,
    // Without the token of a link.
    path: context.req.routePath,
    error: error instanceof Error ? error.stack : String(error),
  });
  return answer(asked, brokenPage(asked));
};

const isWithoutAccount = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'sign-in-required' || error.code === 'bad-token');

/** Whoever reads signs in and comes back; whoever sent a form keeps what they filled in, signs in beside it, and sends it again. */
const signedOut = async (asked: Asked, sent: Request | undefined): Promise<Response> => {
  if (sent) return answer(asked, await keptPage(asked, sent));
  const { pathname, search } = new URL(asked.request.url);
  return Response.redirect(new URL(signInFor(`${pathname}${search}`), asked.site.site), 302);
};

const isOfWorkspace = ({ path }: PageRoute): boolean => /^\/\{lang\}\/(?:organize|desk|rapporteur)\b/.test(path);

/** Workspaces stand in fewer languages than the public pages; whoever comes by another gets English. */
const inWorkspaceLanguage = ({ language, request }: Asked): Response | undefined =>
  isWorkspaceLanguage(language) ? undefined : goTo(new URL(request.url).pathname.replace(/^\/\w+/, '/en'));

const handled = async (asked: Asked, route: PageRoute): Promise<Response> => {
  const { method, path, handle } = route;
  // A body is read once: this is what a form is kept from.
  const sent = isReading(asked.request) ? undefined : asked.request.clone();
  try {
    if (path.startsWith('/{lang}') && !isPageLanguage(asked.context.req.param('lang'))) throw notFound('page');
    // A form does what its page says only when it comes from that page: another site's form carries no leave of the person.
    if (method === 'POST') mustBeFromHere(asked.request, asked.site.site);
    const elsewhere = isOfWorkspace(route) ? inWorkspaceLanguage(asked) : undefined;
    return elsewhere ?? (await answer(asked, await handle(asked)));
  } catch (error) {
    if (isWithoutAccount(error) && path.startsWith('/{lang}')) return signedOut(asked, sent);
    return failed(asked, error);
  }
};

const otherMethod = (): DomainError =>
  new DomainError('method-not-allowed', 'A page is read, or answered by its form.');

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

const mountPages = (app: Hono, here: Here, routes: readonly PageRoute[]): void => {
  for (const route of routes)
    app.on(route.method, honoPath(route.path), (context) => handled(askedOf(here, context), route));
  for (const path of new Set(routes.map((route) => honoPath(route.path))))
    app.all(path, async (context) => {
      const refused = await failed(askedOf(here, context), otherMethod());
      const methods = routes.filter((route) => honoPath(route.path) === path).map(({ method }) => method);
      refused.headers.set('allow', methods.join(', '));
      return refused;
    });
};

const isNowhere = (app: Hono, here: Here): void => {
  app.notFound((context) => failed(askedOf(here, context), notFound('page')));
  app.onError((error, context) => failed(askedOf(here, context), error));
};

const mountLater = (app: Hono, here: Here, { paths, load }: (typeof laterPages)[number]): void => {
  let loading: Promise<Hono> | undefined;
  const loaded = async (): Promise<Hono> => {
    const inner = new Hono();
    mountPages(inner, here, await load());
    isNowhere(inner, here);
    return inner;
  };
  for (const path of paths)
    app.all(honoPath(path), async ({ req, env }) => (await (loading ??= loaded())).fetch(req.raw, env as object));
};

/** The pages as an app that answers a Request: the Lambda entry and the tests are stubs over it. `read` reads what the build wrote beside them. */
export const pages = (site: Site, read: Read = built): Hono => {
  const app = new Hono();
  const here = { site, contract: contractOf(site) };
  // A gateway packs nothing, and on one machine there is nothing in front that would.
  app.use(compress({ encoding: 'gzip' }));
  mountPages(app, here, firstRoutes);
  for (const group of laterPages) mountLater(app, here, group);
  app.get('/assets/:file', (context) => assetAt(context.req.path, context.req.raw.headers, read));
  app.get(keysPath, () => keysOf(site));
  mountPages(app, here, lastRoutes);
  isNowhere(app, here);
  return app;
};
