import { lifecycles, type Noun } from '../../shared/domain/lifecycle.ts';
import { markup } from '../../shared/documents/markup.ts';
import { nameIn, type Schema } from '../../shared/http/openapi-schema.ts';
import type { OpenApi } from '../../shared/http/openapi.ts';
import { anchorOf, beyond, fieldTable, type Html, table } from './reference-fields.ts';
import { type Chapter, chapters, service } from './reference-nouns.ts';
import { givenName, operationArticle, type Placed, shownName } from './reference-operation.ts';

type Schemas = Record<string, Schema>;

/** The anchor of a chapter. */
export const idOf = ({ title }: Chapter): string => title.toLowerCase();

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The operations of a chapter, in the order of the document. */
export const placedIn = ({ paths }: OpenApi, { title }: Chapter): Placed[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation?.tags.includes(title) ? [{ method, path, parameters: item.parameters ?? [], operation }] : [];
    }),
  );

const states = (noun: Noun): Html => {
  const passages = Object.entries(lifecycles[noun] as Record<string, readonly string[]>);
  const state = (name: string, at = 0) => markup`${at > 0 ? ', ' : ''}<code>${name}</code>`;
  const row = ([from, to]: [string, readonly string[]]) => markup`<tr>
<th scope="row">${state(from)}</th><td>${to.length > 0 ? to.map((name, at) => state(name, at)) : 'nothing: it is final'}</td>
</tr>
`;
  return markup`<h3 id="states-${noun}">States</h3>
${table(`States of ${chapters[noun].title.toLowerCase()}`, ['State', 'May become'], passages.map(row))}`;
};

const isCard = (name: string): boolean => name.endsWith('Card');

const namesOf = (operations: readonly Placed[]): string[] => {
  const given = operations.flatMap(({ operation }) => givenName(operation) ?? []);
  const shown = operations.flatMap(({ operation }) => shownName(operation) ?? []);
  // What a list shows is told by what it leaves out, so it comes last.
  return [...new Set([...given, ...shown])].toSorted((a, b) => Number(isCard(a)) - Number(isCard(b)));
};

// Named schemas that are another one's fields with a few more or fewer are told by the difference.
const baseOf = (name: string, schemas: Schemas): string | undefined => {
  const record = name.replace(/(Whole|Card)$/, '');
  const base = record === name ? `${name}Draft` : record;
  return schemas[base] ? base : undefined;
};

const fewer = (name: string, base: string, schemas: Schemas): Html => {
  const left = Object.keys(beyond(schemas[base] ?? {}, schemas[name]).properties ?? {});
  return markup`<p>What a list shows: a <a href="#${anchorOf(base)}">${base}</a> without ${left.map((field, at) => markup`${at > 0 ? ', ' : ''}<code>${field}</code>`)}.</p>`;
};

const more = (name: string, base: string, schemas: Schemas): Html => {
  const rest = beyond(schemas[name] ?? {}, schemas[base]);
  const lacking = Object.keys(beyond(schemas[base] ?? {}, schemas[name]).properties ?? {});
  const but = lacking.length > 0 ? ` but ${lacking.join(' and ')}` : '';
  const link = markup`<a href="#${anchorOf(base)}">${base}</a>${but}`;
  if (Object.keys(rest.properties ?? {}).length === 0) return markup`<p>The fields of ${link}, as they are kept.</p>`;
  return markup`<p>The fields of ${link}, and:</p>
${fieldTable(`Fields of ${name}`, rest, { isGiven: false })}`;
};

/** A named schema on the page. */
export const schemaSection = (name: string, schemas: Schemas): Html => {
  const schema = schemas[name] ?? {};
  const base = baseOf(name, schemas);
  const isDraft = name.endsWith('Draft') || name === 'Group' || name === 'OrganizationRef';
  const table =
    base === undefined
      ? fieldTable(`Fields of ${name}`, schema, { isGiven: isDraft })
      : isCard(name)
        ? fewer(name, base, schemas)
        : more(name, base, schemas);
  return markup`<section class="schema" id="${anchorOf(name)}"><h4>${name}</h4>
${base === undefined && schema.description && schema.properties ? markup`<p>${schema.description}</p>` : ''}${table}</section>
`;
};

const isOwn = (name: string, schemas: Schemas): boolean =>
  !name.endsWith('Transition') && !(name.endsWith('Change') && schemas[name.replace(/Change$/, 'Draft')] !== undefined);

/** The named schemas that a chapter explains. */
export const explainedIn = (document: OpenApi, chapter: Chapter): string[] =>
  namesOf(placedIn(document, chapter)).filter((name) => isOwn(name, document.components.schemas));

/** A chapter on the page: what the noun is, its operations, its states and the fields of its records; `explained` are those to explain here. */
export const chapterSection = (
  document: OpenApi,
  chapter: Chapter,
  noun: Noun | undefined,
  explained: readonly string[],
): Html => {
  const { schemas } = document.components;
  return markup`<section class="chapter" id="${idOf(chapter)}">
<h2>${chapter.title}</h2>
<p class="about">${chapter.about}</p>
${placedIn(document, chapter).map((placed) => operationArticle(placed, schemas))}${noun ? states(noun) : ''}<h3>Fields</h3>
${explained.map((name) => schemaSection(name, schemas))}</section>
`;
};

/** Every name that some schemas refer to or are told by, and what those refer to in turn. */
export const referredFrom = (names: readonly string[], schemas: Schemas): string[] => {
  const found = new Set(names);
  for (const name of found) {
    const base = baseOf(name, schemas);
    if (base) found.add(base);
    for (const [, other = ''] of JSON.stringify(schemas[name] ?? {}).matchAll(/"(#\/components\/schemas\/\w+)"/g))
      found.add(nameIn({ $ref: other }) ?? other);
  }
  return [...found];
};

export const allChapters: readonly [Noun | undefined, Chapter][] = [
  ...(Object.entries(chapters) as [Noun, Chapter][]),
  [undefined, service],
];
