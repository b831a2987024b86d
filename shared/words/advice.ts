import type { Form, FormLanguage } from '../domain/declaration.ts';
import type { Opening, Paragraph } from '../domain/paragraph.ts';
import { fill, wordsIn } from './dictionary.ts';

// How the United Nations words a resolution (UN Editorial Manual): a preambular paragraph opens with a participle or an adjective and ends in a comma, an
// operative one opens with a verb in the present indicative and ends in a semicolon, the last in a full stop. It is advice: a text says what it says.

export const adviceKinds = ['participle', 'verb', 'opening-twice', 'continues', 'ending', 'no-opening'] as const;

/** What could be better about how a paragraph is worded. */
export interface Advice {
  kind: (typeof adviceKinds)[number];
  /** Which words it is about. */
  words: string;
  /** Of which point, where it is about one of them; the first is 0. */
  point?: number;
}

/** What advice goes by: words as they were typed, and where they stand. */
export interface Worded {
  form: Form;
  language: FormLanguage;
  part: Paragraph['part'];
  opening?: Opening | undefined;
  hasAddressees: boolean;
  text?: string | undefined;
  points: readonly string[];
  /** Whether it is the last operative paragraph. */
  isLast: boolean;
}

const participles: Record<FormLanguage, RegExp> = {
  en: /^(?:(?:also |further |deeply |fully )?\p{L}{2,}ing|aware|mindful|convinced|concerned|alarmed|determined|guided|encouraged)(?: |$)/iu,
  fr: /^(?:\p{L}{2,}ant|conscients?|soucieux|convaincus?|préoccupés?|résolus?|animés?)(?: |$)/iu,
  es: /^(?:\p{L}{2,}(?:ando|iendo|yendo)|conscientes?|convencid[oa]s?|preocupad[oa]s?|alarmad[oa]s?|decidid[oa]s?)(?: |$)/iu,
};

// How what is said goes on after the opening word.
const continuing: Record<FormLanguage, Partial<Record<Opening, readonly string[]>>> = {
  en: { recommend: ['that'], underline: ['that', 'the'], 'call-upon': ['to'] },
  fr: {
    recommend: ['que', 'qu’', "qu'", 'de', 'd’', "d'"],
    underline: ['que', 'qu’', "qu'", 'le', 'la', 'l’', "l'", 'les'],
    'call-upon': ['à', 'de', 'd’', "d'"],
  },
  es: { recommend: ['que'], underline: ['que', 'el', 'la', 'los', 'las'], 'call-upon': ['a', 'que'] },
};

const folded = (words: string): string => words.trim().toLocaleLowerCase();

const isParticiple = (language: FormLanguage, words: string): boolean => participles[language].test(words.trim());

const verbs: readonly Opening[] = ['take-note-of', 'underline', 'recommend', 'commit-to', 'call-upon'];

const opensWith = (words: string, opening: string): boolean =>
  folded(words) === folded(opening) || folded(words).startsWith(`${folded(opening)} `);

/** What the paragraph begins with, beside or within its text, against where it stands. */
const ofOpening = ({ form, language, part, opening }: Worded, words: string): Advice[] => {
  const { openings } = wordsIn(language);
  const own = opening && openings[form][opening].words;
  if (own !== undefined && opensWith(words, own)) return [{ kind: 'opening-twice', words: own }];
  if (form !== 'resolution' || part === 'annex') return [];
  const begun = words.trim().split(/\s+/).slice(0, 2).join(' ');
  if (part === 'operative' && isParticiple(language, words)) return [{ kind: 'verb', words: begun }];
  const verb = verbs.map((one) => openings.resolution[one].words).find((one) => opensWith(words, one));
  return part === 'preamble' && verb !== undefined ? [{ kind: 'participle', words: verb }] : [];
};

const ofContinuing = ({ language, part, opening, hasAddressees }: Worded, words: string): Advice[] => {
  const wanted = (opening && continuing[language][opening]) ?? [];
  if (part !== 'operative' || wanted.length === 0 || (opening === 'call-upon' && !hasAddressees)) return [];
  const isAsWanted = wanted.some((one) => folded(words).startsWith(/[’']$/.test(one) ? one : `${one} `));
  return isAsWanted ? [] : [{ kind: 'continues', words: wanted[0] ?? '' }];
};

/** What a paragraph without points ends in. */
export const endingOf = ({
  form,
  language,
  part,
  isLast,
}: Pick<Worded, 'form' | 'language' | 'part' | 'isLast'>): string => {
  const { comma, semicolon, stop } = wordsIn(language);
  if (form !== 'resolution' || part === 'annex' || (isLast && part === 'operative')) return stop;
  return part === 'preamble' ? comma : semicolon;
};

// The text's own mark gives way to the form's.
const ofEnding = (worded: Worded, words: string, end: string): Advice[] => {
  const [typed] = /[.,;:]$/.exec(words.trim()) ?? [];
  return typed === undefined || typed === end.trim() ? [] : [{ kind: 'ending', words: end.trim() }];
};

const ofPoint = (worded: Worded, words: string, point: number): Advice[] => {
  const isLastPoint = point === worded.points.length - 1;
  const end = isLastPoint ? endingOf(worded) : wordsIn(worded.language).semicolon;
  const said = worded.text === undefined ? [...ofOpening(worded, words), ...ofContinuing(worded, words)] : [];
  return [...said, ...ofEnding(worded, words, end)].map((one) => ({ ...one, point }));
};

/** What could be better about how a paragraph is worded; nothing that would keep it from being saved. Pure. */
export const adviceOn = (worded: Worded): Advice[] => {
  const { text, points, form, part, opening, language } = worded;
  const end = points.length > 0 ? wordsIn(language).colon : endingOf(worded);
  const missing: Advice[] =
    opening === undefined && part !== 'annex' && form !== 'letter' ? [{ kind: 'no-opening', words: '' }] : [];
  const own =
    text === undefined
      ? []
      : [...ofOpening(worded, text), ...ofContinuing(worded, text), ...ofEnding(worded, text, end)];
  return [...missing, ...own, ...points.flatMap((one, at) => ofPoint(worded, one, at))];
};

/** Advice in words, by templates that each kind has: "{words}" and "{point}" are filled in. */
export const advised = (advice: Advice, templates: Record<Advice['kind'], string>): string =>
  fill(templates[advice.kind], { words: advice.words });
