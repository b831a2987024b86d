import * as z from 'zod';
import { invalid } from '../domain/error.ts';
import { language } from '../domain/language.ts';
import { once } from '../domain/once.ts';
import { slug } from '../domain/record.ts';
import { TextVersion } from '../domain/text-version.ts';
import { type FormLanguage, formLanguages } from '../domain/declaration.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Answer, type Exchange, type Route, route } from '../http/route.ts';
import { saveVersion } from '../operations/saved-version.ts';
import { getDeclaration } from '../table/declaration.ts';
import { collections } from '../table/key.ts';
import { getTextVersion, readBody, textVersionKind, type VersionBody } from '../table/text-version.ts';
import { documentOf, endings } from './document.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind } from './guard.ts';
import { answerOf, recordSeen, seen } from './noun.ts';
import { Carried, NumberedParagraph, textShown } from './text.ts';

const path = '/summits/{summit}/declarations/{declaration}/versions';
const one = `${path}/{version}`;

type Asked = Pick<Exchange, 'house' | 'caller' | 'at'>;

const Shown = once(() => TextVersion().omit({ pieces: true }).extend({ by: z.string().optional() }));

const Whole = once(() =>
  z.object({
    ...Shown().shape,
    placed: z.int(),
    leftOut: z.int(),
    text: z.array(NumberedParagraph()).meta({ description: 'The paragraphs as they stood then.' }),
    leftOutOutcomes: z.array(Carried()),
  }),
);

/** A version that the caller may see, guarded by its declaration. Errors: `not-found`, the same as for one that is not there. */
const versionAt = async (exchange: Asked, name: string): Promise<TextVersion> => {
  const { house, at } = exchange;
  const version = await behind(
    knowsDeclaration(exchange),
    getTextVersion(house.table, at('summit'), at('declaration'), name),
  );
  seen(exchange, textVersionKind.type, version);
  return version;
};

interface Read {
  version: TextVersion;
  body: VersionBody;
}

const bodyAt = async (exchange: Asked, name = exchange.at('version')): Promise<Read> => {
  const version = await versionAt(exchange, name);
  return { version, body: await readBody(exchange.house.table, version) };
};

const read = async (exchange: Exchange<{ lang?: FormLanguage | undefined }>): Promise<Answer> => {
  const { house, at } = exchange;
  const [{ version, body }, declaration] = await Promise.all([
    bodyAt(exchange),
    getDeclaration(house.table, at('summit'), at('declaration')),
  ]);
  const whole = { declaration, paragraphs: body.paragraphs, leftOut: body.leftOut, claims: [] };
  if (exchange.ending) return documentOf(exchange, whole, []);
  const { paragraphs: text, ...shown } = textShown(exchange, whole) as { paragraphs: object[] };
  return { body: { ...seen(exchange, textVersionKind.type, version), ...shown, text }, version: version.version };
};

const PartCompared = once(() =>
  z.object({
    pointer: z.string().meta({ description: 'Which part of the paragraph: /text, /points/s1, /footnotes/note-1 …' }),
    runs: z.array(z.object({ kind: z.enum(['kept', 'removed', 'inserted']), words: z.string() })),
  }),
);

const Compared = once(() =>
  z.object({
    from: z.string().nullable(),
    to: z.string(),
    language: z.string(),
    paragraphs: z.array(
      z.object({
        paragraph: z.string(),
        change: z.enum(['kept', 'changed', 'inserted', 'removed']),
        moved: z.boolean(),
        number: z.object({ was: z.int().nullable(), is: z.int().nullable() }),
        splitFrom: z.array(z.string()).optional(),
        mergedInto: z.string().optional(),
        parts: z.array(PartCompared()),
      }),
    ),
  }),
);

/** The first has none before it, and is compared with nothing. */
const versionBefore = (version: string): string | undefined => {
  const count = Number(version.slice(1));
  return count > 1 ? `v${count - 1}` : undefined;
};

const compare = async (
  exchange: Exchange<{ from?: string | undefined; lang?: string | undefined }>,
): Promise<Answer> => {
  const { lang } = exchange.query;
  const to = exchange.at('version');
  const from = exchange.query.from ?? versionBefore(to);
  if (from === to)
    throw invalid([{ pointer: '?from', detail: 'Name another version than the one that it is compared with.' }]);
  // Loaded when somebody compares: few requests do.
  const [old, now, { compareTexts }] = await Promise.all([
    from === undefined ? undefined : bodyAt(exchange, from),
    bodyAt(exchange, to),
    import('../domain/text-compared.ts'),
  ]);
  const wanted = lang ?? now.version.language;
  return {
    body: {
      from: from ?? null,
      to,
      language: wanted,
      paragraphs: compareTexts(old?.body.paragraphs ?? [], now.body.paragraphs, wanted),
    },
  };
};

export const versionRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'read',
    named: { id: 'listTextVersions', noun: 'declaration' },
    summary: 'Lists the versions of a text',
    answers: { name: 'TextVersion', schema: Shown, list: true },
    query: () => listQuery({}),
    handle: (exchange) =>
      behind(
        knowsDeclaration(exchange),
        listed(
          exchange,
          collections.versionsOf(exchange.at('summit'), exchange.at('declaration')),
          recordSeen(exchange, textVersionKind),
        ),
      ),
  }),
  route({
    method: 'POST',
    path,
    may: 'text:write',
    named: { id: 'saveTextVersion', noun: 'declaration' },
    summary: 'Keeps a version of the text as it is drafted now',
    answers: { name: 'TextVersion', schema: Shown },
    body: () => z.strictObject({}),
    example: () => ({}),
    handle: async (exchange) => {
      const { house, deed, at, path: here } = exchange;
      const version = await saveVersion(house, deed, { summit: at('summit'), declaration: at('declaration') });
      return {
        ...answerOf(exchange, textVersionKind.type, version),
        status: 201,
        location: `${here}/${version.slug}`,
      };
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'read',
    named: { id: 'readTextVersion', noun: 'declaration' },
    summary: 'Reads a version: its paragraphs, sources and translations as they were',
    answers: { name: 'TextVersionWhole', schema: Whole },
    query: () =>
      z.strictObject({ lang: z.enum(formLanguages).optional().meta({ description: 'The language of a document.' }) }),
    endings: { md: endings.md, txt: endings.txt },
    handle: read,
  }),
  route({
    method: 'GET',
    path: `${one}/text`,
    may: 'read',
    named: { id: 'readHashedText', noun: 'declaration' },
    summary: 'Reads exactly what was hashed: the canonical JSON (RFC 8785) of the authentic text',
    answers: { name: 'HashedText', schema: () => z.string(), as: 'application/json' },
    handle: async (exchange) => {
      const { version, body } = await bodyAt(exchange);
      const name = `${version.declaration}-${version.slug}.json`;
      return { document: { type: 'application/json', text: body.hashed, name }, version: version.version };
    },
  }),
  route({
    method: 'GET',
    path: `${one}/comparison`,
    may: 'read',
    named: { id: 'compareTextVersions', noun: 'declaration' },
    summary: 'Compares a version with an older one, word by word',
    answers: { name: 'TextCompared', schema: Compared },
    query: () =>
      z.strictObject({
        from: slug()
          .optional()
          .meta({ description: 'The version that it is compared with; the one before when left out.' }),
        lang: language().optional().meta({ description: 'The authentic language when left out.' }),
      }),
    handle: compare,
  }),
];
