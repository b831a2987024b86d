import { markup } from '../../shared/documents/markup.ts';
import type { OpenApi } from '../../shared/http/openapi.ts';
import {
  allChapters,
  chapterSection,
  explainedIn,
  idOf,
  placedIn,
  referredFrom,
  schemaSection,
} from './reference-chapter.ts';
import { codesSection } from './reference-codes.ts';
import type { Html } from './reference-fields.ts';
import { introduction } from './reference-intro.ts';
import { type Chapter, negotiated } from './reference-nouns.ts';
import { tablesSection } from './reference-rows.ts';

const entry = (id: string, words: string): Html => markup`<li><a href="#${id}">${words}</a></li>
`;

const chapterEntry = (
  document: OpenApi,
  chapter: Chapter,
): Html => markup`<li><a href="#${idOf(chapter)}">${chapter.title}</a>
<ul>${placedIn(document, chapter).map(({ operation: { operationId } }) => entry(operationId, operationId))}</ul></li>
`;

/** A page of the reference: at which address, and which chapters it has. */
export interface Part {
  path: string;
  file: string;
  title: string;
  chapters: typeof allChapters;
}

const isNegotiated = ([noun]: (typeof allChapters)[number]): boolean => noun !== undefined && negotiated.has(noun);

/** The reference in two pages, each whole by itself: together they would be long on a slow line. */
export const parts: readonly [Part, Part] = [
  {
    path: '/api',
    file: 'reference.html',
    title: 'API reference',
    chapters: allChapters.filter((chapter) => !isNegotiated(chapter)),
  },
  {
    path: '/api/declarations',
    file: 'reference-declarations.html',
    title: 'API reference: declarations',
    chapters: allChapters.filter(isNegotiated),
  },
];

const others = (part: Part): Html[] =>
  parts
    .filter((other) => other !== part)
    .map(
      ({ path, title }) => markup`<li><a href="${path}">${title}</a></li>
`,
    );

const general = (part: Part): Html[] =>
  part === parts[0]
    ? [
        entry('tokens', 'Tokens'),
        entry('conventions', 'Conventions'),
        entry('tables', 'Tables'),
        entry('problems', 'Problems'),
      ]
    : [];

const contents = (document: OpenApi, part: Part): Html => markup`<nav aria-label="Contents">
<a class="brand" href="#top">Plenary <span>API</span></a>
<ul>
${general(part)}${others(part)}</ul>
<ul class="chapters">
${part.chapters.map(([, chapter]) => chapterEntry(document, chapter))}</ul>
<ul>
${entry('shapes', 'Shared shapes')}</ul>
</nav>
`;

/** What each chapter explains: a schema that several show is explained where it is met first. */
const explanations = (document: OpenApi, { chapters }: Part): Map<Chapter, string[]> => {
  const met = new Set<string>();
  return new Map(
    chapters.map(([, chapter]) => {
      const own = explainedIn(document, chapter).filter((name) => !met.has(name));
      for (const name of own) met.add(name);
      return [chapter, own];
    }),
  );
};

/** A page of the reference: the OpenAPI document for people. It needs no script, and loads its stylesheet and nothing else. */
export const referencePage = (document: OpenApi, part: Part): string => {
  const { schemas } = document.components;
  const explained = explanations(document, part);
  const known = [...explained.values()].flat();
  const shapes = referredFrom(known, schemas)
    .filter((name) => !known.includes(name))
    .toSorted();
  return markup`<!doctype html>
<html lang="en" id="top">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Plenary: ${part.title}</title>
<meta name="description" content="The programming interface of Plenary, which takes a city summit from its call for sessions to a declaration that anyone can check.">
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<a class="skip" href="#main">Skip to the reference</a>
${contents(document, part)}<main id="main">
<h1>${part.title}</h1>
${part === parts[0] ? [introduction(), tablesSection(), codesSection(document)] : []}${part.chapters.map(([noun, chapter]) => chapterSection(document, chapter, noun, explained.get(chapter) ?? []))}<section class="chapter" id="shapes">
<h2>Shared shapes</h2>
<p class="about">What several records have in common.</p>
${shapes.map((name) => schemaSection(name, schemas))}</section>
</main>
</body>
</html>
`.html;
};
