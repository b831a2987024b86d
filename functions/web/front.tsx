import { wantedLanguage } from '../../shared/words/page/language.ts';
import { type Asked, goTo, type PageRoute, signInFor } from './page.ts';
import { DataLine } from './public/data-line.tsx';
import { allSummits, type SummitCard, SummitList } from './public/summit-list.tsx';

const Front = ({ asked, summits }: { asked: Asked; summits: readonly SummitCard[] }) => {
  const { language, words } = asked;
  return (
    <div class="stack">
      <h1>{words.front.title}</h1>
      <p class="lead">{words.front.lead}</p>
      <p class="row">
        <a class="button chief" href={signInFor(`/${language}/me`)}>
          {words.front.signIn}
        </a>
        <a class="button" href="/api" hreflang="en">
          {words.reference}
        </a>
      </p>
      <p class="note">
        {words.front.link} <a href={`/${language}/invitation`}>{words.front.lost}</a>
      </p>
      <div class="body stack">
        <SummitList asked={asked} summits={summits} />
      </div>
      <DataLine asked={asked} ways={[{ href: '/summits', label: 'JSON' }]} />
    </div>
  );
};

/** The front page, and the way to it in the reader's language: the one address at which it is negotiated. */
export const frontRoutes: PageRoute[] = [
  {
    method: 'GET',
    path: '/',
    may: 'read',
    handle: async ({ request }) => {
      const language = wantedLanguage(request.headers.get('accept-language') ?? undefined);
      const headers = { location: `/${language}/`, vary: 'Accept-Language', 'cache-control': 'no-store' };
      return new Response(null, { status: 302, headers });
    },
  },
  {
    method: 'GET',
    path: '/{lang}/',
    may: 'read',
    handle: async (asked) => ({
      title: asked.words.front.title,
      path: '/',
      part: 'programme',
      open: { description: asked.words.front.lead, record: '/summits' },
      body: <Front asked={asked} summits={await allSummits(asked)} />,
    }),
  },
];

/** The front page without its last stroke. Asked after every other address, for it looks like any. */
export const strokeRoute: PageRoute = {
  method: 'GET',
  path: '/{lang}',
  may: 'read',
  handle: async ({ language }) => goTo(`/${language}/`),
};
