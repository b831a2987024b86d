import * as z from 'zod';
import { isLanguage } from './language.ts';
import { once } from './once.ts';

/**
 * Words that people wrote, by language: `{ "en": "…", "fr": "…" }` with BCP 47 tags. Markup is kept as it was typed and never rendered.
 */
export type Text = Record<string, string>;

/** Limits in characters, per language. */
export const limits = { title: 500, summary: 8_000, outcome: 4_000, name: 200, line: 500 } as const;

/** A record's texts together, as UTF-8 bytes of JSON: no item may near the table's 400 KB. */
export const recordBytes = 200_000;

const bidi = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/u;
// Zero-width spaces, invisible operators, tags and filler letters: text that a machine reads and nobody sees.
const zeroWidth =
  /[\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\u200b\u2060-\u2064\u206a-\u206f\ufeff\u00ad\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
// ZWNJ and ZWJ are spelling in these scripts (RFC 5892, appendix A), and a disguise anywhere else.
// The letter before decides, whatever marks stand between: looked for from the joiner backwards, so that a long text costs no more.
const joinerOutside =
  /[\u200c\u200d](?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}]\p{M}*[\u200c\u200d])/u;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;

const show = (found: RegExpExecArray): string =>
  `U+${found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** What is wrong with the characters of a text, in words that say what to do; undefined when nothing is. */
export const characterFault = (text: string): string | undefined => {
  if (!text.isWellFormed()) return 'Remove the half character (a lone surrogate): the text cannot be stored as it is.';
  const hidden = control.exec(text);
  if (hidden) return `Remove the control character ${show(hidden)}.`;
  const direction = bidi.exec(text);
  if (direction)
    return `Remove the invisible direction mark ${show(direction)}: pages set the direction by the language.`;
  const invisible = zeroWidth.exec(text) ?? joinerOutside.exec(text);
  if (invisible) return `Remove the invisible character ${show(invisible)}.`;
  return undefined;
};

type Payload<T> = z.core.ParsePayload<T>;

const complain = <T>({ value, issues }: Payload<T>, message: string, path: PropertyKey[] = []): void => {
  // Without `continue`, the first fault of a line would hide what is wrong with the whole text.
  issues.push({ code: 'custom', message, path, input: value, continue: true });
};

const tidied = (text: string): string => (text.isWellFormed() ? text.trim().normalize('NFC') : text);

const checkLine = (payload: Payload<string>, max: number): void => {
  const fault = characterFault(payload.value);
  if (fault) complain(payload, fault);
  if (payload.value.length === 0) complain(payload, 'Write something, or leave the field out.');
  // Characters are code points, as JSON Schema's maxLength counts them.
  const length = payload.value.length > max ? Array.from(payload.value).length : payload.value.length;
  if (length > max) complain(payload, `Shorten it to ${max} characters; it has ${length}.`);
};

/** Builds a schema once for each limit, because most fields share a few. */
const forEach = <S>(build: (max: number) => S): ((max: number) => S) => {
  const built = new Map<number, S>();
  return (max) => built.get(max) ?? built.set(max, build(max)).get(max)!;
};

const lineOf = forEach((max) =>
  z
    .string()
    .check(
      z.overwrite(tidied),
      z.check<string>((payload) => checkLine(payload, max)),
    )
    .meta({ minLength: 1, maxLength: max }),
);

/** One line or paragraph in one language, trimmed and in Unicode's composed form (NFC). */
export const line = (max: number = limits.line) => lineOf(max);

/** A text as it lies in the table, checked when it came in. */
export const storedText = once(() => z.record(z.string(), z.string()));

const checkLanguages = (payload: Payload<Text>): void => {
  const tags = Object.keys(payload.value);
  for (const tag of tags)
    if (!isLanguage(tag))
      complain(payload, `Use a BCP 47 language tag such as "en" or "pt-BR"; "${tag}" is not one.`, [tag]);
  if (tags.length === 0) complain(payload, 'Give the text in at least one language, such as { "en": "…" }.');
};

/** A text in at least one language. */
export const text = forEach((max) =>
  z
    .record(z.string(), line(max))
    .check(z.check<Text>(checkLanguages))
    .meta({ description: 'A text by language (BCP 47 tags).' }),
);

export const title = once(() => text(limits.title));
export const summary = once(() => text(limits.summary));
export const name = once(() => text(limits.name));

/** The text in the wanted language, else English, else the first that there is by its tag. */
export const inLanguage = (value: Text, wanted = 'en'): string =>
  value[wanted] ?? value[wanted.split('-')[0] ?? 'en'] ?? value.en ?? value[Object.keys(value).sort()[0] ?? ''] ?? '';
