import { html, raw } from 'hono/html';
import { directionOf } from '../../shared/words/mail.ts';
import { ownNames, pageLanguages } from '../../shared/words/page/language.ts';
import { iconPath, stylePath } from './asset.ts';
import { mark } from './mark.ts';
import { type Asked, type Page, pageHeaders } from './page.ts';

const Languages = ({ asked: { language, words }, path }: { asked: Asked; path: string }) => (
  <nav aria-label={words.languages}>
    <ul class="languages">
      {pageLanguages.map((other) => (
        <li>
          <a
            href={`/${other}${path}`}
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

const Frame = ({ asked, page }: { asked: Asked; page: Page }) => {
  const { language, words } = asked;
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${page.title} · Plenary`}</title>
        <link rel="stylesheet" href={stylePath} />
        <link rel="icon" href={iconPath} type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href={`/${language}/`} lang="en">
              {raw(mark)}Plenary
            </a>
            {page.path === undefined ? null : <Languages asked={asked} path={page.path} />}
          </div>
        </header>
        {page.rehearsal ? (
          <aside class="rehearsal">
            <div class="wrap">
              <p>{words.rehearsal}</p>
            </div>
          </aside>
        ) : null}
        <main id="main" class="wrap" tabindex={-1}>
          {page.body}
        </main>
        <footer class="foot">
          <div class="wrap">
            <span>{words.tagline}</span>
            <a href="/api" hreflang="en">
              {words.reference}
            </a>
          </div>
        </footer>
      </body>
    </html>
  );
};

/** A page as it is sent. */
export const shown = async (asked: Asked, page: Page): Promise<Response> =>
  new Response(await html`<!doctype html>${(<Frame asked={asked} page={page} />)}`, {
    status: page.status ?? 200,
    headers: pageHeaders(page.formAction),
  });
