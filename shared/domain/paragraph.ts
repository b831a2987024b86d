import * as z from 'zod';
import { once } from './once.ts';
import { slug } from './record.ts';
import { storedText } from './text.ts';

/** The opening word of a paragraph, as a term; words/ says it in each language and form. */
export const openings = [
  'recalling',
  'taking-note-of',
  'take-note-of',
  'underline',
  'recommend',
  'commit-to',
  'call-upon',
] as const;
export type Opening = (typeof openings)[number];

/** Where a paragraph or a sub-point comes from: the link back to a record. */
export const SourceLink = once(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('outcome'),
      session: slug(),
      outcome: slug(),
      version: z.int().positive().meta({ description: 'The version of the outcome that was carried.' }),
      relation: z.enum(['verbatim', 'merged', 'derived']),
    }),
    z.object({
      kind: z.literal('instrument'),
      instrument: slug(),
      clause: slug().optional(),
      namedBy: z.array(slug()).meta({ description: 'The sessions that name it.' }),
    }),
  ]),
);
export type SourceLink = z.output<ReturnType<typeof SourceLink>>;

const Point = once(() =>
  z.object({
    id: slug(),
    text: storedText(),
    addressees: z.array(storedText()).default([]),
    sources: z.array(SourceLink()),
  }),
);
export type Point = z.output<ReturnType<typeof Point>>;

/** A paragraph under its stable id; its number is computed from its place. */
export const Paragraph = once(() =>
  z.object({
    slug: slug().meta({ description: 'The stable id.' }),
    version: z.int().positive(),
    summit: slug(),
    declaration: slug(),
    batch: z.string(),
    order: z.int().min(0),
    part: z.enum(['preamble', 'operative']),
    heading: storedText().optional(),
    opening: z.enum(openings),
    addressees: z.array(storedText()).default([]),
    text: storedText().optional(),
    points: z.array(Point()).default([]),
    sources: z.array(SourceLink()).default([]),
  }),
);
export type Paragraph = z.output<ReturnType<typeof Paragraph>>;

/** Why an outcome is left out where nobody gave a reason. */
export const leftOutBecause = ['not-chosen', 'no-text'] as const;

/** Where an outcome went, seen from the outcome: into a paragraph, or left out with a reason. */
export const Carriage = once(() =>
  z.object({
    version: z.int().positive(),
    summit: slug(),
    session: slug(),
    outcome: slug(),
    declaration: slug(),
    batch: z.string(),
    paragraph: slug().optional(),
    point: slug().optional(),
    reason: z.string().optional(),
    because: z.enum(leftOutBecause).optional(),
  }),
);
export type Carriage = z.output<ReturnType<typeof Carriage>>;

/** The paragraphs in order, each with the number it is printed under: operative ones are numbered through, preambular ones are not. */
export const numbered = (paragraphs: readonly Paragraph[]): (Paragraph & { number: number | null })[] => {
  let number = 0;
  return paragraphs
    .toSorted((a, b) => Number(a.part === 'operative') - Number(b.part === 'operative') || a.order - b.order)
    .map((paragraph) => ({ ...paragraph, number: paragraph.part === 'operative' ? (number += 1) : null }));
};
