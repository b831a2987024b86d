import type { Compilation } from './compile.ts';
import type { Compiled } from './compile-paragraph.ts';
import type { Declaration } from './declaration.ts';
import type { Carriage, Paragraph } from './paragraph.ts';

/** Gives the compiled paragraphs their ids, which follow from the batch, so that a retry writes the same ones. */
export const identified = (
  declaration: Pick<Declaration, 'summit' | 'slug' | 'batch'>,
  paragraphs: readonly Compiled[],
): Paragraph[] =>
  paragraphs.map((paragraph, index) => ({
    ...paragraph,
    slug: `p${declaration.batch.slice(0, 8)}${index.toString(36).padStart(2, '0')}`,
    version: 1,
    summit: declaration.summit,
    declaration: declaration.slug,
    batch: declaration.batch,
  }));

/** Where each outcome went, to be read from the outcome's side. */
export const carriages = (
  declaration: Pick<Declaration, 'summit' | 'slug' | 'batch'>,
  paragraphs: readonly Paragraph[],
  leftOut: Compilation['leftOut'],
): Carriage[] => {
  const at = { version: 1, summit: declaration.summit, declaration: declaration.slug, batch: declaration.batch };
  return [
    ...paragraphs.flatMap((paragraph) =>
      [
        ...paragraph.sources.map((source) => ({ source, point: undefined as string | undefined })),
        ...paragraph.points.flatMap((point) => point.sources.map((source) => ({ source, point: point.id }))),
      ].flatMap(({ source, point }) =>
        source.kind === 'outcome'
          ? [{ ...at, session: source.session, outcome: source.outcome, paragraph: paragraph.slug, point }]
          : [],
      ),
    ),
    ...leftOut.map(({ outcome: { session, slug: outcome }, ...why }) => ({ ...at, session, outcome, ...why })),
  ];
};
