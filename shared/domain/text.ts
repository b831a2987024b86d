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
// Zero-width spaces, invisible operators and tags: text that a machine reads and nobody sees.
const zeroWidth = /[\u200b\u2060-\u2064\u206a-\u206f\ufeff\u00ad\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
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

const checked = (max: number) => (text: string, ctx: z.core.$RefinementCtx) => {
  const fault = characterFault(text);
  if (fault) ctx.addIssue({ code: 'custom', message: fault });
  if (text.length === 0) ctx.addIssue({ code: 'custom', message: 'Write something, or leave the field out.' });
  // Characters are code points, as JSON Schema's maxLength counts them.
  const length = text.length > max ? Array.from(text).length : text.length;
  if (length > max) ctx.addIssue({ code: 'custom', message: `Shorten it to ${max} characters; it has ${length}.` });
};

/** One line or paragraph in one language, trimmed and in Unicode's composed form (NFC). */
export const line = (max: number = limits.line) =>
  z
    .string()
    .overwrite((text) => (text.isWellFormed() ? text.trim().normalize('NFC') : text))
    .superRefine(checked(max))
    .meta({ minLength: 1, maxLength: max });

const byLanguage = <T>(value: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A text as it lies in the table, checked when it came in. */
export const storedText = once(() => z.record(z.string(), z.string()).overwrite(byLanguage));

/** A text in at least one language. */
export const text = (max: number) =>
  z
    .record(z.string(), line(max))
    // A table may give back a map in any order; an ETag is made from the bytes.
    .overwrite(byLanguage)
    .superRefine((value, ctx) => {
      for (const tag of Object.keys(value))
        if (!isLanguage(tag))
          ctx.addIssue({
            code: 'custom',
            path: [tag],
            message: `Use a BCP 47 language tag such as "en" or "pt-BR"; "${tag}" is not one.`,
          });
      if (Object.keys(value).length === 0)
        ctx.addIssue({ code: 'custom', message: 'Give the text in at least one language, such as { "en": "…" }.' });
    })
    .meta({ description: 'A text by language (BCP 47 tags).' });

export const title = once(() => text(limits.title));
export const summary = once(() => text(limits.summary));
export const name = once(() => text(limits.name));

/** The text in the wanted language, else English, else whatever there is. */
export const inLanguage = (value: Text, wanted = 'en'): string =>
  value[wanted] ?? value[wanted.split('-')[0] ?? 'en'] ?? value.en ?? Object.values(value)[0] ?? '';
