import { diffComm } from 'node-diff3';
import { inOrder, numbered, type Paragraph } from './paragraph.ts';
import { inLanguage, type Text } from './text.ts';
import { compareWords, type Effort, type WordRun } from './words-compared.ts';

/** What became of one part of a paragraph, by its pointer in it. */
export interface PartCompared {
  pointer: string;
  runs: WordRun[];
}

/** What became of a paragraph between two versions of a text. */
export interface ParagraphCompared {
  paragraph: string;
  change: 'kept' | 'changed' | 'inserted' | 'removed';
  /** Whether it stands elsewhere among those that both versions have. */
  moved: boolean;
  number: { was: number | null; is: number | null };
  /** The paragraphs of the older version that it was split from. */
  splitFrom?: string[];
  /** The paragraph of the newer version that it was merged into. */
  mergedInto?: string;
  parts: PartCompared[];
}

/** A paragraph in one language, part by part: what two of them are compared by. */
export const partsOf = (paragraph: Paragraph, language: string): Map<string, string> => {
  const said = (words: Text): string => inLanguage(words, language);
  const { part, opening, heading, addressees, text, points, footnotes = [] } = paragraph;
  return new Map([
    ['/part', part],
    ...(opening ? [['/opening', opening] as const] : []),
    ...(heading ? [['/heading', said(heading)] as const] : []),
    ...addressees.map((one, at) => [`/addressees/${at}`, said(one)] as const),
    ...(text ? [['/text', said(text)] as const] : []),
    ...(points.length > 0 ? [['/points', points.map(({ id }) => id).join(' ')] as const] : []),
    ...points.flatMap((point) => [
      [`/points/${point.id}`, said(point.text)] as const,
      ...point.addressees.map((one, at) => [`/points/${point.id}/addressees/${at}`, said(one)] as const),
    ]),
    ...footnotes.map((note) => [`/footnotes/${note.id}`, said(note.text)] as const),
  ]);
};

// Words of the form, ids and their order are no prose: they changed as a whole.
const isTerm = (pointer: string): boolean => pointer === '/part' || pointer === '/opening' || pointer === '/points';

const whole = (kind: WordRun['kind'], words: string | undefined): WordRun[] => (words ? [{ kind, words }] : []);

const compareParts = (
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  language: string,
  effort: Effort,
): PartCompared[] =>
  [...new Set([...old.keys(), ...now.keys()])]
    .filter((pointer) => old.get(pointer) !== now.get(pointer))
    .map((pointer) => {
      const [was, is] = [old.get(pointer), now.get(pointer)];
      const runs =
        isTerm(pointer) || was === undefined || is === undefined
          ? [...whole('removed', was), ...whole('inserted', is)]
          : compareWords(was, is, language, effort);
      return { pointer, runs };
    });

interface Side {
  paragraph: Paragraph;
  number: number | null;
}

const sides = (paragraphs: readonly Paragraph[], language: string): Map<string, Side> =>
  new Map(numbered(paragraphs, language).map((one) => [one.slug, { paragraph: one, number: one.number }]));

const newParents = ({ parents = [] }: Paragraph, old: Paragraph | undefined): string[] =>
  parents.filter((parent) => !old?.parents?.includes(parent));

/** How much of two texts is compared word by word; beyond it, whatever lies between the first and the last difference counts as changed. */
const mostEffort = 40_000_000;

/** The ids in the order in which a reader meets them: those of the newer text, and between them those that it has no more. */
const sequence = (old: readonly string[], now: readonly string[]): { ids: string[]; unmoved: Set<string> } => {
  const standing = new Set(now);
  const compared = diffComm([...old], [...now]);
  return {
    ids: compared.flatMap(({ common = [], buffer1 = [], buffer2 = [] }) => [
      ...common,
      ...buffer1.filter((id) => !standing.has(id)),
      ...buffer2,
    ]),
    unmoved: new Set(compared.flatMap(({ common = [] }) => common)),
  };
};

/**
 * Compares two versions of a text in one language: paragraph by paragraph under their ids, and word by word within them. Applying what it says to
 * the older version gives the newer one.
 */
export const compareTexts = (
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  language: string,
): ParagraphCompared[] => {
  const [before, after] = [sides(old, language), sides(now, language)];
  const effort = { left: mostEffort };
  const { ids, unmoved } = sequence(
    old.toSorted(inOrder).map(({ slug }) => slug),
    now.toSorted(inOrder).map(({ slug }) => slug),
  );
  const survivors = new Map(
    [...after.values()].flatMap(({ paragraph }) =>
      newParents(paragraph, before.get(paragraph.slug)?.paragraph)
        .filter((parent) => before.has(parent) && !after.has(parent) && before.has(paragraph.slug))
        .map((parent) => [parent, paragraph.slug] as const),
    ),
  );
  return ids.map((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const said = (side: Side | undefined): Map<string, string> =>
      side ? partsOf(side.paragraph, language) : new Map<string, string>();
    const parts = compareParts(said(was), said(is), language, effort);
    const splitFrom = is && !was ? newParents(is.paragraph, undefined).filter((parent) => before.has(parent)) : [];
    const mergedInto = survivors.get(id);
    return {
      paragraph: id,
      change: was ? (is ? (parts.length > 0 ? 'changed' : 'kept') : 'removed') : 'inserted',
      moved: was !== undefined && is !== undefined && !unmoved.has(id),
      number: { was: was?.number ?? null, is: is?.number ?? null },
      ...(splitFrom.length > 0 ? { splitFrom } : {}),
      ...(mergedInto === undefined ? {} : { mergedInto }),
      parts,
    };
  });
};
