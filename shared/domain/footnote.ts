import type { FieldError } from './error.ts';
import type { Paragraph } from './paragraph.ts';
import { inLanguage, type Text } from './text.ts';

/** The mark of a footnote in a text: "[^note-1]". It is one word, whatever a language makes of its signs. */
export const footnoteMark = /\[\^([a-z0-9]+(?:-[a-z0-9]+)*)\]/;

type Said = Pick<Paragraph, 'slug' | 'heading' | 'text' | 'points' | 'footnotes'>;

/** The texts of a paragraph in which marks may stand, in the order of reading. */
const marked = ({ heading, text, points }: Omit<Said, 'slug'>): { pointer: string; words: Text | undefined }[] => [
  { pointer: '/heading', words: heading },
  { pointer: '/text', words: text },
  ...points.map((point, at) => ({ pointer: `/points/${at}/text`, words: point.text })),
];

const marksIn = (words: string): string[] =>
  [...words.matchAll(new RegExp(footnoteMark, 'g'))].map(([, id]) => id ?? '');

/** The ids of the footnotes that a text marks, in the order of their marks. */
export const marksOf = (paragraph: Omit<Said, 'slug'>, language: string): string[] => [
  ...new Set(marked(paragraph).flatMap(({ words }) => (words ? marksIn(inLanguage(words, language)) : []))),
];

/** Numbers the footnotes of a text through, in the order in which their marks stand. One without a mark comes after those that have one. */
export const footnotesNumbered = (paragraphs: readonly Said[], language: string) => {
  const numbers = new Map<string, number>();
  for (const paragraph of paragraphs.filter(({ footnotes }) => footnotes))
    for (const id of [...marksOf(paragraph, language), ...(paragraph.footnotes ?? []).map((note) => note.id)]) {
      const name = `${paragraph.slug}#${id}`;
      const isThere = paragraph.footnotes?.some((note) => note.id === id);
      if (isThere && !numbers.has(name)) numbers.set(name, numbers.size + 1);
    }
  return <F extends { id: string }>(paragraph: string, footnotes: readonly F[]): (F & { number: number })[] =>
    footnotes
      .map((note) => ({ ...note, number: numbers.get(`${paragraph}#${note.id}`) ?? 0 }))
      .sort((a, b) => a.number - b.number);
};

/** Marks without a footnote, and footnotes without a mark or with the name of another. */
export const footnoteFaults = (paragraph: Omit<Said, 'slug'>, language: string): FieldError[] => {
  const notes = paragraph.footnotes ?? [];
  const marks = new Set(marksOf(paragraph, language));
  const missing = marked(paragraph).flatMap(({ pointer, words }) =>
    (words ? marksIn(inLanguage(words, language)) : [])
      .filter((id) => !notes.some((note) => note.id === id))
      .map((id) => ({ pointer, detail: `Give the footnote "${id}" that "[^${id}]" marks, or take the mark out.` })),
  );
  const unmarked = notes.flatMap(({ id }, at) => [
    ...(marks.has(id)
      ? []
      : [{ pointer: `/footnotes/${at}`, detail: `Set the mark "[^${id}]" in the text, or leave the footnote out.` }]),
    ...(notes.findIndex((note) => note.id === id) < at
      ? [{ pointer: `/footnotes/${at}/id`, detail: `Give each footnote an id of its own; "${id}" is there twice.` }]
      : []),
  ]);
  return [...missing, ...unmarked];
};
