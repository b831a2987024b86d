import { raw } from 'hono/html';
import { directionOf } from '../../shared/words/direction.ts';
import { ownNames, type PageLanguage, pageLanguages } from '../../shared/words/page/language.ts';
import { iconPath, preloadedFonts, scriptPath, stylePath } from './asset.ts';
import { mark } from './mark.ts';
import type { Asked, Page, Way, Workspace } from './page.ts';
import { Preview } from './preview.tsx';

interface LanguagesProps {
  asked: Asked;
  path: string;
  languages?: readonly PageLanguage[] | undefined;
}

/** The query stays with the page: a filtered programme is the same in another language. */
const Languages = ({ asked: { language, words, request }, path, languages = pageLanguages }: LanguagesProps) => (
  <nav aria-label={words.languages}>
    <ul class="languages">
      {languages.map((other) => (
        <li>
          <a
            href={`/${other}${path}${request.method === 'GET' ? new URL(request.url).search : ''}`}
            hreflang={other}
            lang={other}
            dir={directionOf(other)}
            aria-current={other === language ? 'true' : undefined}
          >
            {ownNames[other]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Parts = ({ asked: { language, words }, part }: { asked: Asked; part: Page['part'] }) => (
  <nav class="nav" aria-label={words.site.label}>
    <ul>
      {(
        [
          ['programme', `/${language}/`, words.site.summits],
          ['organizations', `/${language}/organizations`, words.site.organizations],
          ['workspace', `/${language}/organize/`, words.site.workspace],
        ] as const
      ).map(([name, href, label]) => (
        <li>
          <a href={href} aria-current={part === name ? 'true' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Crumbs = ({ label, crumbs }: { label: string; crumbs: readonly Way[] }) => (
  <nav aria-label={label}>
    <ol class="crumbs">
      {crumbs.map((crumb) => (
        <li>
          <a href={crumb.href}>{crumb.label}</a>
        </li>
      ))}
    </ol>
  </nav>
);

const Ways = ({ label, workspace: { name, home, ways } }: { label: string; workspace: Workspace }) => (
  <nav class="rail" aria-label={label}>
    <p class="heading">
      <a href={home}>{name}</a>
    </p>
    <ul>
      {ways.map((way) => (
        <li>
          <a href={way.href} aria-current={way.isHere ? 'page' : undefined}>
            {way.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Main = ({ asked: { words }, page }: { asked: Asked; page: Page }) => (
  <main id="main" class={page.workspace ? 'stack' : page.isWide ? 'wrap wide' : 'wrap'} tabindex={-1}>
    {page.crumbs && page.crumbs.length > 0 ? <Crumbs label={words.site.crumbs} crumbs={page.crumbs} /> : null}
    {page.done === undefined ? null : (
      <div class="said" role="status">
        {page.done}
      </div>
    )}
    {page.body}
  </main>
);

const Footer = ({ asked: { language, words } }: { asked: Asked }) => (
  <footer class="foot">
    <div class="wrap">
      <span>{words.tagline}</span>
      <ul>
        <li>
          <a href={`/${language}/verify`}>{words.site.verify}</a>
        </li>
        <li>
          <a href={`/${language}/glossary`}>{words.site.glossary}</a>
        </li>
        <li>
          <a href="/api" hreflang="en">
            {words.reference}
          </a>
        </li>
      </ul>
    </div>
  </footer>
);

const Head = ({ asked, page }: { asked: Asked; page: Page }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    {page.open && !page.rehearsal ? null : <meta name="robots" content="noindex" />}
    <title>{`${page.title} · Plenary`}</title>
    {page.open ? <Preview asked={asked} page={page} open={page.open} /> : null}
    {preloadedFonts(asked.language).map((href) => (
      <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="" />
    ))}
    <link rel="stylesheet" href={stylePath} />
    <link rel="icon" href={iconPath} type="image/svg+xml" />
    {page.scripts?.map((name) => (
      <script type="module" src={scriptPath(name)}></script>
    ))}
  </head>
);

/** What stands around every page. */
export const Frame = ({ asked, page }: { asked: Asked; page: Page }) => {
  const { language, words } = asked;
  return (
    <html lang={language} dir={directionOf(language)}>
      <Head asked={asked} page={page} />
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href={`/${language}/`} lang="en">
              {raw(mark)}Plenary
            </a>
            <Parts asked={asked} part={page.part} />
            {page.path === undefined ? null : <Languages asked={asked} path={page.path} languages={page.languages} />}
          </div>
        </header>
        {page.rehearsal ? (
          <aside class="rehearsal" aria-label={words.site.rehearsal}>
            <div class="wrap">
              <p>{words.rehearsal}</p>
            </div>
          </aside>
        ) : null}
        {page.workspace ? (
          <div class="wrap wide workspace">
            <Ways label={words.site.workspace} workspace={page.workspace} />
            <Main asked={asked} page={page} />
          </div>
        ) : (
          <Main asked={asked} page={page} />
        )}
        <Footer asked={asked} />
      </body>
    </html>
  );
};
