import { raw } from 'hono/html';
import { base } from '../../shared/contract/mounted.ts';
import { pageLanguages } from '../../shared/words/page/language.ts';
import type { Asked, Open, Page } from './page.ts';

// As one line of plain text: what stands in an attribute, a preview shows as it is.
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);

/** JSON within a page: no text of it may end the element. */
const inPage = (linked: object): string => JSON.stringify(linked).replaceAll('<', '\\u003c');

/** What search engines, link previews and programs are told of a page of the public site. */
export const Preview = ({ asked: { site, language }, page, open }: { asked: Asked; page: Page; open: Open }) => {
  const description = inOneLine(open.description);
  const at = (tag: string): string => new URL(`/${tag}${page.path ?? '/'}`, site.site).href;
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Plenary" />
      <meta property="og:title" content={inOneLine(page.title)} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={at(language)} />
      <meta property="og:locale" content={language} />
      <meta name="twitter:card" content="summary" />
      <link rel="canonical" href={at(language)} />
      {pageLanguages.map((other) => (
        <link rel="alternate" hreflang={other} href={at(other)} />
      ))}
      {open.record === undefined ? null : (
        <link rel="alternate" type="application/json" href={`${base}${open.record}`} />
      )}
      {open.linked === undefined ? null : <script type="application/ld+json">{raw(inPage(open.linked))}</script>}
    </>
  );
};
