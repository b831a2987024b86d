import { type Context, Hono } from 'hono';
import { DomainError, notFound } from '../../shared/domain/error.ts';
import { isReading, mustBeFromHere } from '../../shared/http/session.ts';
import type { Site } from '../../shared/http/site.ts';
import { stampOf } from '../../shared/http/stamp.ts';
import { isPageLanguage, wantedLanguage } from '../../shared/words/page/language.ts';
import { pageWordsIn } from '../../shared/words/page/words.ts';
import { assetAt } from './asset.ts';
import { disputeRoutes } from './dispute.tsx';
import { frontRoutes, strokeRoute } from './front.tsx';
import { keysOf, keysPath } from './keys.ts';
import { invitationRoutes } from './invitation.tsx';
import { shown } from './layout.tsx';
import { meRoutes } from './me.tsx';
import type { Asked, Page, PageRoute } from './page.ts';
import { signInFor } from './page.ts';
import { brokenPage, refusalPage } from './problem.tsx';
import { roleRoutes } from './role.tsx';
import { signInRoutes } from './sign-in.ts';
import { signingRoutes } from './signing.tsx';
import { builtVerifier, type Script, verifierOf, verifierPath } from './verifier.ts';

/** Every page, and every form of one. */
export const pageRoutes: readonly PageRoute[] = [
  ...frontRoutes,
  ...signInRoutes,
  ...meRoutes,
  ...roleRoutes,
  ...invitationRoutes,
  ...signingRoutes,
  ...disputeRoutes,
  strokeRoute,
];

const askedOf = (site: Site, context: Context): Asked => {
  const request = context.req.raw;
  const [, first] = context.req.path.split('/');
  const language = isPageLanguage(first) ? first : wantedLanguage(request.headers.get('accept-language') ?? undefined);
  const stamp = stampOf(context.env, site.stamp);
  return { site, context, request, stamp, language, words: pageWordsIn(language) };
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

const isWithoutAccount = (error: unknown): boolean => error instanceof DomainError && error.code === 'sign-in-required';

const handled = async (asked: Asked, { method, path, handle }: PageRoute): Promise<Response> => {
  try {
    if (path.startsWith('/{lang}') && !isPageLanguage(asked.context.req.param('lang'))) throw notFound('page');
    // A form does what its page says only when it comes from that page: another site's form carries no leave of the person.
    if (method === 'POST') mustBeFromHere(asked.request, asked.site.site);
    return await answer(asked, await handle(asked));
  } catch (error) {
    if (isWithoutAccount(error) && path.startsWith('/{lang}') && isReading(asked.request))
      return Response.redirect(new URL(signInFor(asked.context.req.path), asked.site.site), 302);
    return failed(asked, error);
  }
};

const otherMethod = (): DomainError =>
  new DomainError('method-not-allowed', 'A page is read, or answered by its form.');

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** The pages as an app that answers a Request: the Lambda entry and the tests are stubs over it. */
export const pages = (site: Site, verifier: Script = builtVerifier): Hono => {
  const app = new Hono();
  const routes = pageRoutes;
  for (const route of routes)
    app.on(route.method, honoPath(route.path), (context) => handled(askedOf(site, context), route));
  app.get(verifierPath, (context) => verifierOf(verifier, context.req.header('if-none-match')));
  app.get('/assets/:file', (context) => assetAt(context.req.path));
  app.get(keysPath, () => keysOf(site));
  for (const path of new Set(routes.map((route) => honoPath(route.path))))
    app.all(path, async (context) => {
      const refused = await failed(askedOf(site, context), otherMethod());
      const methods = routes.filter((route) => honoPath(route.path) === path).map(({ method }) => method);
      refused.headers.set('allow', methods.join(', '));
      return refused;
    });
  app.notFound((context) => failed(askedOf(site, context), notFound('page')));
  app.onError((error, context) => failed(askedOf(site, context), error));
  return app;
};
