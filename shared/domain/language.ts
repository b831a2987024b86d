import * as z from 'zod';
import { once } from './once.ts';

/** The languages in which mails and the pages they lead to are written: those of the United Nations. */
export const mailLanguages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

const names = once(() => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }));
// The six of the UN are known without asking, because most texts are in them and the first look-up costs a cold start.
const known = new Map<string, boolean>(mailLanguages.map((tag) => [tag, true]));

const look = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag && names().of(tag) !== undefined;
  } catch {
    return false;
  }
};

/** Whether the tag is a well-formed BCP 47 tag in its canonical spelling ("pt-BR", not "pt-br") of a language that Unicode's CLDR knows. */
export const isLanguage = (tag: string): boolean => {
  // RFC 5646, 4.4.1: no tag in use is longer.
  if (tag.length > 35) return false;
  const seen = known.get(tag);
  if (seen !== undefined) return seen;
  const answer = look(tag);
  // Bounded, because tags come from callers.
  if (known.size < 1_000) known.set(tag, answer);
  return answer;
};

/** The language of mails nearest to a BCP 47 tag: "fr-CA" is served by "fr", and what is none of the six by English. */
export const mailLanguageOf = (tag: string | undefined): MailLanguage =>
  mailLanguages.find((language) => language === tag?.split('-')[0]) ?? 'en';

export const language = once(() =>
  z
    .string()
    .refine(isLanguage, { message: 'Use a BCP 47 language tag such as "en" or "pt-BR".' })
    .meta({ description: 'BCP 47 tag.' }),
);
