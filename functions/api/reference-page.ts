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
import type { Chapter } from './reference-nouns.ts';
import { tablesSection } from './reference-rows.ts';

const entry = (id: string, words: string): Html => markup`<li><a href="#${id}">${words}</a></li>
`;

const chapterEntry = (
  document: OpenApi,
  chapter: Chapter,
): Html => markup`<li><a href="#${idOf(chapter)}">${chapter.title}</a>
<ul>${placedIn(document, chapter).map(({ operation: { operationId } }) => entry(operationId, operationId))}</ul></li>
`;

const contents = (document: OpenApi): Html => markup`<nav aria-label="Contents">
<a class="brand" href="#top">Plenary <span>API</span></a>
<ul>
${entry('tokens', 'Tokens')}${entry('conventions', 'Conventions')}${entry('tables', 'Tables')}${entry('problems', 'Problems')}</ul>
<ul class="chapters">
${allChapters.map(([, chapter]) => chapterEntry(document, chapter))}</ul>
<ul>
${entry('shapes', 'Shared shapes')}</ul>
</nav>
`;

/** What each chapter explains: a schema that several show is explained where it is met first. */
const explanations = (document: OpenApi): Map<Chapter, string[]> => {
  const met = new Set<string>();
  return new Map(
    allChapters.map(([, chapter]) => {
      const own = explainedIn(document, chapter).filter((name) => !met.has(name));
      for (const name of own) met.add(name);
      return [chapter, own];
    }),
  );
};

/** The reference page: the OpenAPI document for people. It needs no script, and loads its stylesheet and nothing else. */
export const referencePage = (document: OpenApi): string => {
  const { schemas } = document.components;
  const explained = explanations(document);
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
<title>Plenary: API reference</title>
<meta name="description" content="The programming interface of Plenary, which takes a city summit from its call for sessions to a declaration that anyone can check.">
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<a class="skip" href="#main">Skip to the reference</a>
${contents(document)}<main id="main">
<h1>API reference</h1>
${introduction()}${tablesSection()}${codesSection(document)}${allChapters.map(([noun, chapter]) => chapterSection(document, chapter, noun, explained.get(chapter) ?? []))}<section class="chapter" id="shapes">
<h2>Shared shapes</h2>
<p class="about">What several records have in common.</p>
${shapes.map((name) => schemaSection(name, schemas))}</section>
</main>
</body>
</html>
`.html;
};
