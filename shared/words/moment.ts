import type { MailLanguage } from '../domain/language.ts';
import type { Instant } from '../domain/when.ts';

// Arabic with the digits that clocks and tickets show everywhere.
const locales: Partial<Record<MailLanguage, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

// Built once for each language and zone: building costs far more than using.
const made = new Map<string, Intl.DateTimeFormat>();
const clock = (language: MailLanguage, zone: string): Intl.DateTimeFormat => {
  const key = `${language} ${zone}`;
  const found =
    made.get(key) ??
    new Intl.DateTimeFormat(locales[language] ?? language, {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
  made.set(key, found);
  return found;
};

/** An instant as the clock on the wall shows it in a zone, with the day: "Thursday 6 March 2031 at 10:00". */
export const moment = (language: MailLanguage, at: Instant, zone: string): string =>
  clock(language, zone).format(new Date(at));

/** From one instant to another, the day said once where it is the same: "Thursday 6 March 2031, 10:00 – 11:30". */
export const stretch = (language: MailLanguage, start: Instant, end: Instant, zone: string): string =>
  clock(language, zone).formatRange(new Date(start), new Date(end));
