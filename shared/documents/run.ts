import type { MailLanguage } from '../domain/language.ts';
import type { Text } from '../domain/text.ts';
import { fill, wordsIn } from '../words/dictionary.ts';
import { languageName } from '../words/intl.ts';

/** A stretch of plain words. `language` and `mark` ("[in English:]") are there where it is not in the language of the document. */
export interface Run {
  words: string;
  language?: string;
  mark?: string | undefined;
  /** The number of a footnote that is called here. */
  note?: number;
}

/** Which language a document is asked for, and in what order others serve where a text lacks it. */
export interface Voice {
  language: MailLanguage;
  otherwise: readonly string[];
  /** That the translation is of older words, so that the authentic ones stand in for it. */
  outdated?: boolean;
}

// A text is one line of a document: a line break in it would begin another block in Markdown or forge a paragraph in plain text. The
// domain refuses direction marks and control characters; should any have come another way, they must not reorder a document.
const breaks = / *[\t\n\v\f\r\u0085\u2028\u2029][\t\n\v\f\r\u0085\u2028\u2029 ]*| {2,}/g;
// eslint-disable-next-line no-control-regex -- control characters are what is removed
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What a person wrote, as one line without characters that act. */
export const plain = (text: string): string => text.toWellFormed().replace(breaks, ' ').replace(invisible, '').trim();

const final = new Set(' \u00a0\u202f.;,');

/** Without its final punctuation: the form sets its own. A text of nothing else stays. */
export const unended = (text: string): string => {
  let end = text.length;
  while (end > 0 && final.has(text.charAt(end - 1))) end -= 1;
  return end > 0 ? text.slice(0, end) : text;
};

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

const found = (value: Text, { language, otherwise }: Voice): [tag: string, words: string] | undefined => {
  for (const wanted of [language, ...otherwise]) {
    const tag = [wanted, ...Object.keys(value)].find((key) => value[key] && primary(key) === primary(wanted));
    if (tag) return [tag, value[tag] ?? ''];
  }
  return Object.entries(value)[0];
};

const run = ({ language, outdated }: Voice, tag: string, words: string): Run => {
  if (primary(tag) === language) return { words };
  const { marks } = wordsIn(language);
  const mark = outdated ? marks.outdated : marks.fallback;
  return { words, language: tag, mark: fill(mark, { language: languageName(language, tag) }) };
};

/** The text in the language of the document; where it is missing, in another one and marked so. Undefined where there is none. */
export const said = (
  voice: Voice,
  value: Text | undefined,
  shaped: (words: string, tag: string) => string = (words) => words,
): Run | undefined => {
  const [tag, words] = (value && found(value, voice)) ?? [];
  return tag && words ? run(voice, tag, shaped(plain(words), tag)) : undefined;
};

const footnote = /\[\^([a-z0-9]+(?:-[a-z0-9]+)*)\]/;

/** The same words with the footnotes that they call, by their ids. A mark that stands for none stays as it is. */
export const noted = (runs: readonly Run[], numbers: ReadonlyMap<string, number>): Run[] =>
  numbers.size === 0
    ? [...runs]
    : runs.flatMap((one) =>
        one.words.split(footnote).flatMap((piece, at, pieces): Run[] => {
          const note = at % 2 === 1 ? numbers.get(piece) : undefined;
          if (note !== undefined) return [{ words: '', note }];
          const words = at % 2 === 1 ? `[^${piece}]` : piece;
          if (words === '' && pieces.length > 1) return [];
          return [{ ...one, words, mark: at === 0 ? one.mark : undefined }];
        }),
      );

/** The same for a name, which may well be the same in every language: it keeps its language and has no mark. */
export const called = (voice: Voice, value: Text | undefined): Run | undefined => {
  const name = said(voice, value);
  return name && { ...name, mark: undefined };
};

/** The same for a text with paragraphs of its own: one run for each. */
export const saidAtLength = (voice: Voice, value: Text | undefined): Run[] => {
  const [tag, words] = (value && found(value, voice)) ?? [];
  if (!tag || !words) return [];
  return words
    .split(/[\r\n]+/)
    .map(plain)
    .filter((part) => part !== '')
    .map((part) => run(voice, tag, part));
};

/** A template with runs in its braces, so that each keeps its language. */
export const filled = (template: string, runs: Readonly<Record<string, readonly Run[]>>): Run[] =>
  template
    .split(/\{(\w+)\}/)
    .flatMap((piece, index) => (index % 2 === 1 ? (runs[piece] ?? []) : piece === '' ? [] : [{ words: piece }]));

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The words for a format without markup for direction: a right-to-left stretch is isolated, so that numbers around it keep their place. */
export const isolated = (words: string): string => (rightToLeft.test(words) ? `\u2068${words}\u2069` : words);
