import type { MailLanguage } from '../domain/language.ts';
import type { Moment } from '../domain/standing.ts';
import { fill, wordsIn } from './dictionary.ts';
import type { Dictionary } from './en.ts';
import { dated, numeral, plural } from './intl.ts';

/** A number as somebody may cite it: what it counts, of what, at which moment, and where the list behind it stands. */
export interface Cited {
  what: {
    [K in keyof Dictionary['cited']]: Dictionary['cited'][K] extends string ? never : K;
  }[keyof Dictionary['cited']];
  number: number;
  title: string;
  moment: Moment;
  address: string;
}

const line = (language: MailLanguage, said: string, { asOf, knownAt }: Moment, address: string): string => {
  const { cited } = wordsIn(language);
  const parts = [
    said,
    ...(asOf ? [fill(cited.asOf, { day: dated(language, asOf) })] : []),
    ...(knownAt
      ? [fill(cited.knownAt, { day: dated(language, knownAt.slice(0, 10)), time: knownAt.slice(11, 19) })]
      : []),
  ];
  return fill(cited.line, { what: parts.join(', '), address });
};

/** "24 signatories of the Arvenne Declaration, as of 8 December 2031, as known on 9 December 2031, 10:00:00 UTC: https://…" */
export const cite = (language: MailLanguage, { what, number, title, moment, address }: Cited): string => {
  const forms = wordsIn(language).cited[what];
  return line(
    language,
    fill(forms[plural(language, number)], { number: numeral(language, number), title }),
    moment,
    address,
  );
};

/** What is said where nothing has been assessed yet: no number. */
export const citeNothing = (
  language: MailLanguage,
  { title, moment, address }: Omit<Cited, 'what' | 'number'>,
): string => line(language, fill(wordsIn(language).cited.unassessed, { title }), moment, address);
