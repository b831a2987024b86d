import type { Numbered } from '../../../shared/domain/paragraph.ts';
import type { Spoken } from '../../../shared/domain/translation.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { readOwn } from '../contract.ts';
import { namedIn, paragraphIn, type Room } from './room.ts';

type Shown = Numbered<Spoken>;

/** A paragraph with the ETag to change it by. */
export interface About {
  paragraph: Shown;
  tag: string;
}

/** The paragraph that a form is about. Errors: `not-found`. */
export const paragraphHere = async (room: Room): Promise<About> => {
  const slug = namedIn(room, 'paragraph');
  const { record: paragraph, tag } = await readOwn<Shown>(
    room.asked,
    `${room.record}/paragraphs/${encodeURIComponent(slug)}`,
  );
  if (paragraph.gone) throw notFound('paragraph');
  return { paragraph, tag };
};

/** What a paragraph is called among the others: its number, or where it stands in the preamble. */
export const nameOf = (
  { words, paragraphs }: Pick<Room, 'words' | 'paragraphs'>,
  one: Pick<Shown, 'slug' | 'number' | 'part' | 'annex'>,
): string => {
  if (one.part === 'preamble') {
    const at = paragraphs.filter(({ part }) => part === 'preamble').findIndex(({ slug }) => slug === one.slug);
    return fill(words.paragraph.preambular, { number: at + 1 });
  }
  return one.part === 'annex'
    ? fill(words.paragraph.annexed, { annex: one.annex ?? 1, number: one.number ?? '' })
    : fill(words.paragraph.numbered, { number: one.number ?? '' });
};

const short = 70;

/** The beginning of what it says, for a list to choose from. */
export const beginningOf = (
  { declaration: { language } }: Room,
  { text, points }: Pick<Shown, 'text' | 'points'>,
): string => {
  const [first] = points;
  const said = text ? inLanguage(text, language) : first ? inLanguage(first.text, language) : '';
  return said.length > short ? `${said.slice(0, short)}…` : said;
};

/** Every paragraph to choose from, as a list in a form. */
export const paragraphOptions = (room: Room, keep: (one: Shown) => boolean = () => true): [string, string][] =>
  room.paragraphs.filter(keep).map((one) => [one.slug, `${nameOf(room, one)} ${beginningOf(room, one)}`]);

/** What a paragraph is called, by its id; the id where it is gone. */
export const nameAt = (room: Room, slug: string): string => {
  const found = paragraphIn(room, slug);
  return found ? nameOf(room, found) : slug;
};
