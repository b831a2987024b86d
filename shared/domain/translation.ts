import * as z from 'zod';
import { digest } from './digest.ts';
import { type FieldError, refuseAll } from './error.ts';
import { footnoteFaults } from './footnote.ts';
import { once } from './once.ts';
import { canonical } from './ordered.ts';
import type { Paragraph } from './paragraph.ts';
import { slug } from './record.ts';
import { limits, line, type Text } from './text.ts';

/** How far the translation of a paragraph is, as whoever made it says. That it is missing or stale follows from the authentic words. */
export const translationStates = ['draft', 'reviewed'] as const;

const addressees = once(() =>
  z
    .array(line(limits.name).nullable())
    .max(50)
    .default([])
    .meta({ description: 'In the order of the authentic ones; null where one is not translated.' }),
);

const words = once(() => ({
  heading: line(limits.name).optional(),
  text: line(limits.summary).optional(),
  addressees: addressees(),
  points: z
    .array(z.strictObject({ id: slug(), text: line(limits.outcome).optional(), addressees: addressees() }))
    .max(200)
    .default([]),
  footnotes: z
    .array(z.strictObject({ id: slug(), text: line(limits.outcome) }))
    .max(50)
    .default([]),
}));

const digestOf = once(() =>
  z.string().regex(/^[0-9a-f]{64}$/, { message: 'Give the digest of the authentic words, as reading them told it.' }),
);

/** A paragraph's words in another language. */
export const TranslationChange = once(() =>
  z.strictObject({
    ...words(),
    state: z.enum(translationStates).optional(),
    wording: digestOf().optional().meta({
      description:
        'The digest of the authentic words that it was made from, as reading them told it; without it, the words as they are now.',
    }),
  }),
);
export type TranslationChange = z.output<ReturnType<typeof TranslationChange>>;

/** It lies apart from its paragraph, so that whoever translates and whoever drafts never meet. */
export const Translation = once(() =>
  z.object({
    ...words(),
    state: z.enum(translationStates),
    of: z.string().meta({ description: 'The digest of the authentic words that it was made from.' }),
    from: z
      .array(z.object({ part: z.string(), words: z.string() }))
      .optional()
      .meta({
        description:
          'Those words themselves, by the part of the paragraph: "text", "points/s1" …; so that what changed since can be shown.',
      }),
    version: z.int().min(0),
    summit: slug(),
    declaration: slug(),
    batch: z.string(),
    paragraph: slug(),
    language: z.string(),
  }),
);
export type Translation = z.output<ReturnType<typeof Translation>>;

/** How a language stands in a paragraph. */
export const standings = ['missing', 'draft', 'reviewed', 'stale'] as const;
export interface Standing {
  language: string;
  state: (typeof standings)[number];
}

/** A paragraph in all its languages: where a translation is stale, its words are left out and its state says so. */
export type Spoken = Paragraph & { translations: Standing[] };

type Worded = Pick<Paragraph, 'heading' | 'text' | 'addressees' | 'points' | 'footnotes'>;

/** A paragraph's words, each as `of` makes it. */
const mapped = <P extends Worded>(paragraph: P, change: (words: Text, part: string) => Text): P => ({
  ...paragraph,
  ...(paragraph.heading ? { heading: change(paragraph.heading, 'heading') } : {}),
  ...(paragraph.text ? { text: change(paragraph.text, 'text') } : {}),
  addressees: paragraph.addressees.map((one, at) => change(one, `addressees/${at}`)),
  points: paragraph.points.map((point) => ({
    ...point,
    text: change(point.text, `points/${point.id}`),
    addressees: point.addressees.map((one, at) => change(one, `points/${point.id}/addressees/${at}`)),
  })),
  ...(paragraph.footnotes
    ? { footnotes: paragraph.footnotes.map((note) => ({ ...note, text: change(note.text, `footnotes/${note.id}`) })) }
    : {}),
});

// A name that the authentic language lacks stands there in the languages that it has: none of them translates it.
const authentic = (words: Text, language: string): Text =>
  words[language] === undefined ? words : { [language]: words[language] };

/** The digest of a paragraph's authentic words: a translation remembers which ones it was made from. */
export const wordingOf = (paragraph: Worded, language: string): string => {
  const { heading, text, addressees: to, points, footnotes } = mapped(paragraph, (said) => authentic(said, language));
  return digest(
    canonical({
      heading,
      text,
      addressees: to,
      points: points.map(({ id, text: said, addressees: named }) => ({ id, text: said, addressees: named })),
      footnotes: footnotes ?? [],
    }),
  );
};

/** The authentic words of a paragraph, by the part that says them. */
export const authenticWords = (paragraph: Worded, language: string): Record<string, string> => {
  const found: Record<string, string> = {};
  mapped(paragraph, (words, part) => {
    const said = words[language];
    if (said !== undefined) found[part] = said;
    return words;
  });
  return found;
};

const partsOf = (paragraph: Worded, language: string): NonNullable<Translation['from']> =>
  Object.entries(authenticWords(paragraph, language)).map(([part, words]) => ({ part, words }));

/** What a translation says, by the part of the paragraph that it says it for. */
const saidIn = (
  one: Pick<Translation, 'heading' | 'text' | 'addressees' | 'points' | 'footnotes'>,
): Map<string, string> =>
  new Map(
    [
      ['heading', one.heading] as const,
      ['text', one.text] as const,
      ...one.addressees.map((to, at) => [`addressees/${at}`, to] as const),
      ...one.points.flatMap((point) => [
        [`points/${point.id}`, point.text] as const,
        ...point.addressees.map((to, at) => [`points/${point.id}/addressees/${at}`, to] as const),
      ]),
      ...one.footnotes.map((note) => [`footnotes/${note.id}`, note.text] as const),
    ].flatMap(([part, said]) => (said ? [[part, said] as const] : [])),
  );

const languagesOf = (paragraph: Worded, language: string): string[] => {
  const found = new Set<string>();
  mapped(paragraph, (said) => {
    if (said[language] !== undefined) for (const tag of Object.keys(said)) found.add(tag);
    return said;
  });
  return [...found].filter((tag) => tag !== language).sort();
};

const translationIn = (paragraph: Paragraph, language: string, authenticIn: string): Translation => {
  const said = (text: Text | undefined): string | undefined => text?.[authenticIn] && text[language];
  const named = (all: readonly Text[]): (string | null)[] =>
    all.some((one) => said(one)) ? all.map((one) => said(one) ?? null) : [];
  return {
    state: 'draft',
    of: wordingOf(paragraph, authenticIn),
    from: partsOf(paragraph, authenticIn),
    version: 1,
    summit: paragraph.summit,
    declaration: paragraph.declaration,
    batch: paragraph.batch,
    paragraph: paragraph.slug,
    language,
    heading: said(paragraph.heading),
    text: said(paragraph.text),
    addressees: named(paragraph.addressees),
    points: paragraph.points.flatMap((point) => {
      const [text, to] = [said(point.text), named(point.addressees)];
      return text || to.length > 0 ? [{ id: point.id, text, addressees: to }] : [];
    }),
    footnotes: (paragraph.footnotes ?? []).flatMap((note) => {
      const text = said(note.text);
      return text ? [{ id: note.id, text }] : [];
    }),
  };
};

/**
 * Parts a paragraph that has every language in it, as it is compiled and as it was kept once: the authentic words stay, and what the others say are
 * drafts of translations.
 */
export const apart = (
  paragraph: Paragraph,
  language: string,
): { paragraph: Paragraph; translations: readonly Translation[] } => {
  const others = languagesOf(paragraph, language);
  if (others.length === 0) return { paragraph, translations: [] };
  return {
    paragraph: mapped(paragraph, (said) => authentic(said, language)),
    translations: others.map((other) => translationIn(paragraph, other, language)),
  };
};

/** How a translation stands against the words that it was made from: a change in those makes it stale, and touches nothing else. */
export const standingOf = (
  { of: made, state }: Pick<Translation, 'of' | 'state'>,
  wording: string,
): Standing['state'] => (made === wording ? state : 'stale');

/** A paragraph with its translations: those that are up to date speak, and every one says how it stands. */
export const spoken = (paragraph: Paragraph, translations: readonly Translation[], language: string): Spoken => {
  const wording = translations.length > 0 ? wordingOf(paragraph, language) : '';
  const all = translations.toSorted((a, b) => (a.language < b.language ? -1 : 1));
  const current = all.filter((one) => standingOf(one, wording) !== 'stale');
  const said = current.map((one) => [one.language, saidIn(one)] as const);
  const joined = mapped(paragraph, (words, part) =>
    words[language] === undefined
      ? words
      : {
          ...words,
          ...Object.fromEntries(
            said.flatMap(([tag, parts]) => {
              const found = parts.get(part);
              return found === undefined ? [] : [[tag, found] as const];
            }),
          ),
        },
  );
  return {
    ...joined,
    translations: all.map((one) => ({ language: one.language, state: standingOf(one, wording) })),
  };
};

/** A text that was kept, with its translations as they are now: one that is of other words than those that were kept is stale, and says nothing. */
export const translatedSince = (
  paragraphs: readonly Paragraph[],
  translations: readonly Translation[],
  language: string,
): Spoken[] =>
  paragraphs.map((one) =>
    spoken(
      apart(one, language).paragraph,
      translations.filter(({ paragraph }) => paragraph === one.slug),
      language,
    ),
  );

/** A language that nobody has translated a paragraph into yet. */
export const untranslated = (paragraph: Paragraph, language: string): Translation => ({
  state: 'draft',
  of: '',
  version: 0,
  summit: paragraph.summit,
  declaration: paragraph.declaration,
  batch: paragraph.batch,
  paragraph: paragraph.slug,
  language,
  addressees: [],
  points: [],
  footnotes: [],
});

const faults = (paragraph: Paragraph, change: TranslationChange, language: string): FieldError[] => {
  const ids = new Set(paragraph.points.map(({ id }) => id));
  const notes = new Set((paragraph.footnotes ?? []).map(({ id }) => id));
  const absent = (pointer: string, what: string): FieldError => ({
    pointer,
    detail: `Leave it out: the paragraph has no ${what} to translate.`,
  });
  const said: Paragraph = {
    ...paragraph,
    ...(change.heading === undefined ? { heading: undefined } : { heading: { [language]: change.heading } }),
    text: change.text === undefined ? undefined : { [language]: change.text },
    points: change.points.map((point) => ({
      ...point,
      text: { [language]: point.text ?? '' },
      addressees: [],
      sources: [],
    })),
    footnotes: change.footnotes.map((note) => ({ ...note, text: { [language]: note.text } })),
  };
  return [
    ...(change.heading !== undefined && !paragraph.heading ? [absent('/heading', 'heading')] : []),
    ...(change.text !== undefined && !paragraph.text ? [absent('/text', 'text of its own')] : []),
    ...(change.addressees.length > paragraph.addressees.length ? [absent('/addressees', 'more addressees')] : []),
    ...change.points.flatMap(({ id }, at) => (ids.has(id) ? [] : [absent(`/points/${at}/id`, `point "${id}"`)])),
    ...change.footnotes.flatMap(({ id }, at) =>
      notes.has(id) ? [] : [absent(`/footnotes/${at}/id`, `footnote "${id}"`)],
    ),
    ...footnoteFaults(said, language),
  ];
};

const sameWords = (a: TranslationChange | Translation, b: TranslationChange | Translation): boolean => {
  const only = ({ heading, text, addressees: to, points, footnotes }: TranslationChange | Translation): string =>
    canonical({ heading, text, to, points, footnotes });
  return only(a) === only(b);
};

/**
 * Changes a translation. Its words are of the authentic words as they are now, unless it says of which; only saying how far it is leaves it as stale
 * as it was. Errors: `invalid`.
 */
export const translated = (
  paragraph: Paragraph,
  before: Translation,
  change: TranslationChange,
  authenticIn: string,
): Translation => {
  const errors = faults(paragraph, change, before.language);
  refuseAll(errors);
  const isReworded = !sameWords(before, change);
  const { state, wording, ...said } = change;
  const now = wordingOf(paragraph, authenticIn);
  const of = wording ?? (isReworded ? now : before.of);
  return {
    ...before,
    heading: undefined,
    text: undefined,
    ...said,
    of,
    from: of === now ? partsOf(paragraph, authenticIn) : of === before.of ? before.from : undefined,
    state: state ?? (isReworded ? 'draft' : before.state),
  };
};
