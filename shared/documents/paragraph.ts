import type { Form } from '../domain/declaration.ts';
import type { Paragraph, Point } from '../domain/paragraph.ts';
import type { Text } from '../domain/text.ts';
import { after, midSentence, withArticle } from '../words/article.ts';
import { fill, wordsIn } from '../words/dictionary.ts';
import { listSeams } from '../words/intl.ts';
import type { OpeningWords } from '../words/opening.ts';
import { annexNumber } from './annex.ts';
import type { Annex, Note, PrintedParagraph, PrintedPoint, Section } from './document.ts';
import type { Numbered } from './material.ts';
import { noted, type Run, said, unended, type Voice } from './run.ts';
import { citedFrom, type Shelf } from './source.ts';

/** "a" … "z", then "aa", "bb": the way a UN text letters its sub-points past the alphabet. */
const letter = (index: number): string => String.fromCodePoint(97 + (index % 26)).repeat(Math.floor(index / 26) + 1);

const startingWith = (voice: Voice, preposition: string | undefined, run: Run): Run[] => {
  if (!preposition) return [run];
  // An article of another language does not melt into the preposition, and a mark stands between them.
  if (run.mark) return [{ words: `${preposition} ` }, run];
  return [{ words: after(voice.language, preposition, run.words) }];
};

const addressed = (voice: Voice, to: string | undefined, addressees: readonly Text[]): Run[] => {
  const names = addressees.flatMap((addressee) => {
    const run = said(voice, addressee, (words, tag) => midSentence(tag, unended(words)));
    return run ? [run] : [];
  });
  const seams = listSeams(
    voice.language,
    names.map(({ words }) => words),
  );
  return names.flatMap((run, index) => [
    ...(seams[index] ? [{ words: seams[index] }] : []),
    ...startingWith(voice, to, run),
  ]);
};

// One mark is enough where a phrase goes on in the language that it has changed to.
const markedOnce = (phrase: readonly Run[]): Run[] => {
  let current: string | undefined;
  return phrase.map((run) => {
    const repeated = run.language === current;
    if (/\p{L}/u.test(run.words)) current = run.language;
    return repeated && run.mark ? { ...run, mark: undefined } : run;
  });
};

interface Said {
  addressees: readonly Text[];
  text?: Text | undefined;
}

const phrase = (voice: Voice, opening: OpeningWords, part: Paragraph['part'], { addressees, text }: Said): Run[] => {
  const named = addressed(voice, opening.to, addressees);
  const run = said(voice, text, (words, tag) => unended(part === 'preamble' ? withArticle(tag, words) : words));
  const continued = run ? startingWith(voice, named.length === 0 ? opening.of : undefined, run) : [];
  const gap = named.length > 0 && continued.length > 0 ? [{ words: ' ' }] : [];
  return markedOnce([...named, ...gap, ...continued]);
};

/** What a paragraph's print depends on beside itself. */
interface Setting {
  voice: Voice;
  form: Form;
  shelf: Shelf;
}

/** Where the translation is of older words, the authentic ones stand there, and say so. */
const voiceFor = ({ voice }: Setting, { translations = [] }: Pick<Numbered, 'translations'>): Voice =>
  translations.some(({ language, state }) => state === 'stale' && language.split('-')[0] === voice.language)
    ? { ...voice, outdated: true }
    : voice;

/**
 * A paragraph as its form prints it. In the resolution (UN Editorial Manual) the preamble's end in commas, the operative ones in semicolons and
 * the last in a full stop; a communiqué and a letter end each in a full stop. A colon leads to sub-points, and the last of them ends as the
 * paragraph would have.
 */
const printed = (setting: Setting, paragraph: Numbered, isLast: boolean): PrintedParagraph => {
  const { form, shelf } = setting;
  const voice = voiceFor(setting, paragraph);
  const notes = new Map((paragraph.footnotes ?? []).map(({ id, number }) => [id, number]));
  const words = wordsIn(voice.language);
  const opening: OpeningWords = paragraph.opening ? words.openings[form][paragraph.opening] : { words: '' };
  const inSentence = paragraph.part === 'preamble' ? words.comma : words.semicolon;
  const end = form === 'resolution' && !isLast ? inSentence : words.stop;
  const rest = phrase(voice, opening, paragraph.part, paragraph);
  // A chapeau that names something has used up the preposition of its opening word.
  const resumed = rest.length > 0 ? { ...opening, of: undefined } : opening;
  const printPoint = (point: Point, index: number): PrintedPoint => ({
    id: `${paragraph.slug}-${point.id}`,
    label: fill(words.point, { letter: letter(index) }),
    text: noted(phrase(voice, resumed, paragraph.part, point), notes),
    end: index === paragraph.points.length - 1 ? end : words.semicolon,
    from: citedFrom(shelf, point.sources),
  });
  return {
    id: paragraph.slug,
    number: paragraph.number,
    opening: opening.words,
    rest: noted(rest, notes),
    end: paragraph.points.length > 0 ? words.colon : end,
    points: paragraph.points.map(printPoint),
    from: citedFrom(shelf, paragraph.sources),
  };
};

/** The preambular paragraphs. Each ends in a comma in a resolution, because the sentence goes on. */
export const printPreamble = (setting: Setting, paragraphs: readonly Numbered[]): PrintedParagraph[] =>
  paragraphs.filter(({ part }) => part === 'preamble').map((paragraph) => printed(setting, paragraph, false));

const headingOf = ({ voice, form, ...setting }: Setting, paragraph: Numbered): Run | undefined =>
  said(voiceFor({ voice, form, ...setting }, paragraph), paragraph.heading) ??
  (form === 'communique' && paragraph.opening && paragraph.part === 'operative'
    ? { words: wordsIn(voice.language).headings[paragraph.opening] }
    : undefined);

/**
 * The operative paragraphs in their sections. In a communiqué or statement those without a heading stand under one made from their opening
 * word; in the other forms they stand under none.
 */
export const printSections = (setting: Setting, paragraphs: readonly Numbered[]): Section[] => {
  const operative = paragraphs.filter(({ part }) => part === 'operative');
  const sections: Section[] = [];
  operative.forEach((paragraph, index) => {
    const heading = headingOf(setting, paragraph);
    const current = sections.at(-1);
    const print = printed(setting, paragraph, index === operative.length - 1);
    if (current && current.heading?.words === heading?.words) current.paragraphs.push(print);
    else sections.push({ heading, paragraphs: [print] });
  });
  return sections;
};

/** The annexes, each with its paragraphs, which end in full stops. */
export const printAnnexes = (setting: Setting, paragraphs: readonly Numbered[]): Annex[] => {
  const annexes: Annex[] = [];
  for (const paragraph of paragraphs.filter(({ part }) => part === 'annex')) {
    const print = printed(setting, paragraph, true);
    const label = annexNumber(setting.voice, paragraph.annex ?? 1);
    const current = annexes.at(-1);
    if (current?.label === label) current.paragraphs.push(print);
    else annexes.push({ label, heading: headingOf(setting, paragraph), paragraphs: [print] });
  }
  return annexes;
};

/** The footnotes of the text, in the order of their numbers. */
export const printNotes = (setting: Setting, paragraphs: readonly Numbered[]): Note[] =>
  paragraphs
    .flatMap((paragraph) =>
      (paragraph.footnotes ?? []).map(({ number, text }) => {
        const words = said(voiceFor(setting, paragraph), text);
        return { number, text: words ? [words] : [] };
      }),
    )
    .sort((a, b) => a.number - b.number);
