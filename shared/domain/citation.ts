import * as z from 'zod';
import { once } from './once.ts';
import { type Paragraph, SourceLink } from './paragraph.ts';
import { slug } from './record.ts';
import { type Sourced, sourcesOf } from './source.ts';

/** That a paragraph or a point comes from an instrument or from another text's paragraph, kept with what it comes from. */
export const Citation = once(() =>
  z.object({
    version: z.int().positive(),
    summit: slug(),
    declaration: slug(),
    batch: z.string(),
    paragraph: slug(),
    point: slug().optional(),
    source: SourceLink(),
  }),
);
export type Citation = z.output<ReturnType<typeof Citation>>;

type By = Pick<Paragraph, 'summit' | 'declaration' | 'batch' | 'slug'>;

/** The citation by one of a paragraph's sources; undefined where another record keeps that link, or none. */
export const citationBy = (
  { summit, declaration, batch, slug: paragraph }: By,
  { source, point }: Sourced,
): Citation | undefined =>
  source.kind === 'instrument' || source.kind === 'paragraph'
    ? { version: 1, summit, declaration, batch, paragraph, ...(point === undefined ? {} : { point }), source }
    : undefined;

/** Every citation that a paragraph makes, and made once. */
export const citationsBy = (paragraph: Paragraph): Citation[] =>
  [...sourcesOf(paragraph), ...(paragraph.dropped ?? [])].flatMap((one) => citationBy(paragraph, one) ?? []);
