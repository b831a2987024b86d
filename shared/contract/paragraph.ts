import * as z from 'zod';
import { invalid, notFound } from '../domain/error.ts';
import { isLanguage } from '../domain/language.ts';
import { once } from '../domain/once.ts';
import { numbered, Paragraph } from '../domain/paragraph.ts';
import {
  ParagraphChange,
  ParagraphDraft,
  ParagraphMerge,
  ParagraphMove,
  ParagraphSplit,
} from '../domain/paragraph-draft.ts';
import { SourcesChange } from '../domain/source.ts';
import { limits, line } from '../domain/text.ts';
import { apart, standingOf, standings, Translation, TranslationChange, wordingOf } from '../domain/translation.ts';
import { cursorOf, startOf } from '../http/cursor.ts';
import { listQuery } from '../http/paging.ts';
import { type Answer, type Exchange, type Route, route } from '../http/route.ts';
import {
  changeParagraph,
  changeSources,
  insertParagraph,
  mergeParagraphs,
  moveParagraph,
  removeParagraph,
  splitParagraph,
} from '../operations/paragraph.ts';
import { changeTranslation, type InLanguage, inTranslation } from '../operations/translation.ts';
import { type DraftedText, getText } from '../table/declaration.ts';
import { allSeen, answerOf, flag, removed } from './noun.ts';
import { NumberedParagraph, readable, readsDraft } from './text.ts';

const path = '/summits/{summit}/declarations/{declaration}/paragraphs';
const one = `${path}/{paragraph}`;

type Asked = Pick<Exchange, 'house' | 'caller' | 'at'>;

const where = ({ at }: Pick<Asked, 'at'>) => ({ summit: at('summit'), declaration: at('declaration') });

const textAt = ({ house, at }: Asked): Promise<DraftedText> => getText(house.table, at('summit'), at('declaration'));

/** Every paragraph that the caller reads, in order, under its number. Those that are gone come last, for who drafts. */
const paragraphsOf = async (exchange: Asked): Promise<Paragraph[]> => {
  const text = await textAt(exchange);
  const { paragraphs, declaration } = await readable(exchange, text);
  const gone = readsDraft(exchange, text) ? text.paragraphs.filter((paragraph) => paragraph.gone) : [];
  return [...numbered(paragraphs, declaration.language), ...gone] as Paragraph[];
};

/** A list in the order of the text: its pages go by the paragraph that the one before ended with. */
const list = async (
  exchange: Exchange<{ limit: number; cursor?: string | undefined; gone?: boolean | undefined }>,
): Promise<Answer> => {
  const { limit, cursor, gone = false } = exchange.query;
  const mark = JSON.stringify([exchange.path, gone]);
  const start = startOf(mark, cursor);
  const all = (await paragraphsOf(exchange)).filter((paragraph) => Boolean(paragraph.gone) === gone);
  const from = start ? all.findIndex(({ slug }) => slug === start.paragraph) + 1 : 0;
  const page = all.slice(from, from + limit);
  const last = page.at(-1);
  const next = last && from + limit < all.length ? cursorOf(mark, { paragraph: last.slug }) : undefined;
  return { body: { items: allSeen(exchange, 'paragraph', page), next: next ?? null }, next };
};

const read = async (exchange: Asked): Promise<Answer> => {
  const found = (await paragraphsOf(exchange)).find(({ slug }) => slug === exchange.at('paragraph'));
  if (!found) throw notFound('paragraph');
  return answerOf(exchange, 'paragraph', found);
};

/** What a deed made of a paragraph, in its authentic language: its number and its translations follow from the whole text. */
const Drafted = once(() => Paragraph().omit({ batch: true }));
const drafted = { name: 'ParagraphDrafted', schema: Drafted };
const answers = { name: 'Paragraph', schema: NumberedParagraph };

const edited = (exchange: Asked, paragraph: Paragraph): Answer => answerOf(exchange, 'paragraph', paragraph);

const bases = { wording: { text: { en: 'that each quay names one desk' }, opening: 'recommend' } } as const;

/** A paragraph's words in another language, with how they stand against the authentic ones. */
const TranslationShown = once(() =>
  z.object({
    ...Translation().omit({ batch: true }).shape,
    state: z.enum(standings),
    wording: z.string().meta({ description: 'The digest of the authentic words as they are now.' }),
  }),
);

const shown = ({ paragraph, translation, authentic }: InLanguage): Answer => {
  const wording = wordingOf(paragraph, authentic);
  const { batch: _, ...said } = translation;
  const state = translation.version === 0 ? 'missing' : standingOf(translation, wording);
  return { body: { ...said, state, wording }, version: translation.version };
};

/** The language that an address names, in lower case as addresses are. Errors: `invalid`. */
const languageAt = ({ at }: Pick<Asked, 'at'>): string => {
  const [tag = ''] = ((): string[] => {
    try {
      return Intl.getCanonicalLocales(at('language'));
    } catch {
      return [];
    }
  })();
  if (!isLanguage(tag))
    throw invalid([
      { pointer: '', detail: `Use a BCP 47 language tag in the address; "${at('language')}" is not one.` },
    ]);
  return tag;
};

/** Who does not draft reads the version that was given out, which has the translations that were up to date then. */
const readTranslation = async (exchange: Asked): Promise<Answer> => {
  const text = await textAt(exchange);
  const { paragraphs } = await readable(exchange, text);
  const language = languageAt(exchange);
  if (readsDraft(exchange, text)) return shown(inTranslation(text, exchange.at('paragraph'), language));
  const found = paragraphs.find(({ slug }) => slug === exchange.at('paragraph'));
  if (!found) throw notFound('paragraph');
  return shown(inTranslation(fromVersion(text, found), found.slug, language));
};

const fromVersion = (text: DraftedText, found: Paragraph): DraftedText => {
  const { paragraph, translations } = apart(found, text.declaration.language);
  return { ...text, paragraphs: [paragraph], translations: [...translations], within: [] };
};

export const paragraphRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'read',
    named: { id: 'listParagraphs', noun: 'declaration' },
    summary: 'Lists the paragraphs of a text in their order',
    answers: { ...answers, list: true },
    query: () => listQuery({ gone: flag() }),
    handle: list,
  }),
  route({
    method: 'POST',
    path,
    may: 'text:write',
    named: { id: 'insertParagraph', noun: 'declaration' },
    summary: 'Inserts a paragraph',
    answers: drafted,
    body: ParagraphDraft,
    example: () => ({ ...bases.wording, sources: [{ kind: 'drafters', reason: 'Asked for in the plenary.' }] }),
    handle: async (exchange) => {
      const paragraph = await insertParagraph(exchange.house, exchange.deed, where(exchange), exchange.body);
      return { ...edited(exchange, paragraph), status: 201, location: `${exchange.path}/${paragraph.slug}` };
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'read',
    named: { id: 'readParagraph', noun: 'declaration' },
    summary: 'Reads a paragraph with its sources and how far it is translated',
    answers,
    handle: read,
  }),
  route({
    method: 'PATCH',
    path: one,
    may: 'text:write',
    named: { id: 'changeParagraph', noun: 'declaration' },
    summary: 'Changes what a paragraph says in the authentic language',
    answers: drafted,
    body: ParagraphChange,
    example: () => ({ text: { en: 'that each quay names one desk by spring' } }),
    handle: async (exchange) => {
      const { house, deed, at } = exchange;
      const patched = exchange.patched(ParagraphChange());
      return edited(exchange, await changeParagraph(house, deed, where(exchange), at('paragraph'), patched));
    },
  }),
  route({
    method: 'DELETE',
    path: one,
    may: 'text:write',
    named: { id: 'removeParagraph', noun: 'declaration' },
    summary: 'Takes a paragraph out of the text, with a reason',
    query: () =>
      z.strictObject({ reason: line(limits.line).optional().meta({ description: 'Why it is taken out; needed.' }) }),
    handle: async (exchange) => {
      const { house, deed, at, query } = exchange;
      await removeParagraph(house, deed, where(exchange), at('paragraph'), query.reason);
      return removed;
    },
  }),
  route({
    method: 'POST',
    path: `${one}/split`,
    may: 'text:write',
    holds: true,
    named: { id: 'splitParagraph', noun: 'declaration' },
    succeeds: 200,
    summary: 'Splits a paragraph into several: the first part keeps its id',
    answers: drafted,
    body: ParagraphSplit,
    example: () => ({ parts: [bases.wording, { ...bases.wording, text: { en: 'that ferries run at night' } }] }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return edited(exchange, await splitParagraph(house, deed, where(exchange), at('paragraph'), body));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/merge`,
    may: 'text:write',
    holds: true,
    named: { id: 'mergeParagraphs', noun: 'declaration' },
    succeeds: 200,
    summary: 'Merges other paragraphs into this one',
    answers: drafted,
    body: ParagraphMerge,
    example: () => ({ with: [{ paragraph: 'p2', version: 1 }] }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return edited(exchange, await mergeParagraphs(house, deed, where(exchange), at('paragraph'), body));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/move`,
    may: 'text:write',
    holds: true,
    named: { id: 'moveParagraph', noun: 'declaration' },
    succeeds: 200,
    summary: 'Moves a paragraph to another place in the text',
    answers: drafted,
    body: ParagraphMove,
    example: () => ({ after: 'p2' }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return edited(exchange, await moveParagraph(house, deed, where(exchange), at('paragraph'), body));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/sources`,
    may: 'text:write',
    holds: true,
    named: { id: 'changeSources', noun: 'declaration' },
    succeeds: 200,
    summary: 'Adds sources to a paragraph, and drops others with a reason',
    answers: drafted,
    body: SourcesChange,
    example: () => ({ add: [{ source: { kind: 'outcome', session: 'rc-7', outcome: '2' } }] }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return edited(exchange, await changeSources(house, deed, where(exchange), at('paragraph'), body));
    },
  }),
  route({
    method: 'GET',
    path: `${one}/translations/{language}`,
    may: 'read',
    named: { id: 'readTranslation', noun: 'declaration' },
    summary: 'Reads a paragraph in another language: missing, draft, reviewed or stale',
    answers: { name: 'ParagraphTranslation', schema: TranslationShown },
    handle: readTranslation,
  }),
  route({
    method: 'PATCH',
    path: `${one}/translations/{language}`,
    may: 'text:translate',
    named: { id: 'changeTranslation', noun: 'declaration' },
    summary: 'Changes a paragraph in another language, also once the text is frozen; no other is touched',
    answers: { name: 'ParagraphTranslation', schema: TranslationShown },
    body: TranslationChange,
    example: () => ({ text: 'que chaque quai désigne un guichet', state: 'draft' }),
    handle: async (exchange) => {
      const { house, deed, at } = exchange;
      const patched = exchange.patched(TranslationChange());
      const named = { paragraph: at('paragraph'), language: languageAt(exchange) };
      // Only who says how far it is says so of new words: they are a draft, whatever the old ones were.
      const said = (before: Translation) => patched({ ...before, state: undefined });
      return shown(await changeTranslation(house, deed, where(exchange), named, said));
    },
  }),
];
