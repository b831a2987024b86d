import type { MailLanguage } from '../domain/language.ts';
import type { PartialDate } from '../domain/when.ts';

// Intl objects cost far more to build than to use (500 date formats: 116 ms, or 1.4 ms from one), so each is built once.
const kept = <T>(build: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    const found = made.get(key) ?? build(key);
    made.set(key, found);
    return found;
  };
};

// British English, as the United Nations writes it: "a, b and c", "7 November 2024"; and Arabic with the digits that its documents have.
const locales: Readonly<Record<string, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' };
const locale = (language: string): string => locales[language] ?? language;

const lists = kept((language) => new Intl.ListFormat(locale(language), { type: 'conjunction' }));
const languages = kept((language) => new Intl.DisplayNames(locale(language), { type: 'language' }));
const regions = kept((language) => new Intl.DisplayNames(locale(language), { type: 'region' }));
const dates = kept((key) => {
  const [language = 'en', length = '10'] = key.split(' ');
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(length === '4' ? {} : { month: 'long' }),
    ...(length === '10' ? { day: 'numeric' } : {}),
  });
});

const plurals = kept((language) => new Intl.PluralRules(locale(language)));

/** Whether a number takes the form of one or that of several: French says "0 signataire", English "0 signatories". */
export const plural = (language: MailLanguage, value: number): 'one' | 'other' =>
  plurals(language).select(value) === 'one' ? 'one' : 'other';

const numbers = kept((language) => new Intl.NumberFormat(locale(language)));

/** A whole number as the language writes it: "149,792,560", "149 792 560". */
export const numeral = (language: MailLanguage, value: number): string => numbers(language).format(value);

/** The names as a list: "the ministers, the banks and the cities". */
export const listed = (language: MailLanguage, names: readonly string[]): string => lists(language).format(names);

/** What stands before each name of a list of `count` and after the last: '', ', ', ' and ', ''. */
export const listSeams = (language: MailLanguage, names: readonly string[]): string[] => {
  const seams = [''];
  for (const { type, value } of lists(language).formatToParts(names))
    if (type === 'element') seams.push('');
    else seams[seams.length - 1] += value;
  return seams;
};

/** The name of a language, by its BCP 47 tag: "French", "français". */
export const languageName = (language: string, tag: string): string => languages(language).of(tag) ?? tag;

/** What Unicode's CLDR calls a country or area, by its code of ISO 3166-1 alpha-2; the code where it knows none. */
export const regionName = (language: MailLanguage, code: string): string => regions(language).of(code) ?? code;

/** A date as far as it is known: "29 October 2018", "October 2018" or "2018". */
export const dated = (language: MailLanguage, date: PartialDate): string =>
  dates(`${language} ${date.length}`).format(new Date(`${date}${'-01-01'.slice(date.length - 4)}`));
