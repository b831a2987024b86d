import type { MailLanguage } from '../domain/language.ts';
import type { PartialDate } from '../domain/when.ts';
import { dated } from './intl.ts';

const locales: Partial<Record<MailLanguage, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

const parts = {
  weekday: { weekday: 'long' },
  short: { day: 'numeric', month: 'short' },
  whole: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Part = keyof typeof parts;

// Built once for each language and shape: building costs far more than using.
const made = new Map<string, Intl.DateTimeFormat>();
const formatOf = (language: MailLanguage, part: Part): Intl.DateTimeFormat => {
  const key = `${language} ${part}`;
  const format =
    made.get(key) ?? new Intl.DateTimeFormat(locales[language] ?? language, { timeZone: 'UTC', ...parts[part] });
  made.set(key, format);
  return format;
};

// A day is no instant: it is the same day wherever it is read.
const noonOf = (date: PartialDate): Date => new Date(`${date}${'-01-01'.slice(date.length - 4)}T12:00:00Z`);
const shapeOf = (date: PartialDate): Part => (date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year');

/** A day in one of its shapes: "Thursday", "7 Nov", "Thursday 7 November 2024". */
export const dayAs = (language: MailLanguage, part: 'weekday' | 'short' | 'whole', day: string): string =>
  formatOf(language, part).format(noonOf(day));

/** From one date to another, as far as they are known, and what they share said once: "29–30 October 2018". */
export const datesIn = (language: MailLanguage, from: PartialDate, to: PartialDate | undefined): string => {
  if (to === undefined || to === from) return dated(language, from);
  if (shapeOf(from) !== shapeOf(to)) return `${dated(language, from)} – ${dated(language, to)}`;
  return formatOf(language, shapeOf(from)).formatRange(noonOf(from), noonOf(to));
};
