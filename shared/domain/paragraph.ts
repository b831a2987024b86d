import * as z from 'zod';
import { footnotesNumbered } from './footnote.ts';
import { once } from './once.ts';
import { slug } from './record.ts';
import { bySlug } from './slug.ts';
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
    z.object({
      kind: z.literal('paragraph'),
      summit: slug(),
      declaration: slug(),
      paragraph: slug(),
      version: slug().optional().meta({ description: 'The version of the other text that it was taken from.' }),
      relation: z.enum(['verbatim', 'merged', 'derived']),
    }),
    z.object({
      kind: z.literal('drafters'),
      reason: z.string().meta({ description: 'Why the drafters wrote what no record says.' }),
    }),
    z.object({
      kind: z.literal('amendment'),
      amendment: slug(),
      organization: slug().meta({ description: 'The organization that proposed what was accepted.' }),
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

const Footnote = once(() =>
  z.object({
    id: slug().meta({ description: 'The mark "[^id]" in the text stands where it is called.' }),
    text: storedText(),
  }),
);
export type Footnote = z.output<ReturnType<typeof Footnote>>;

/** That a paragraph is no part of the text any more: its id and its place are remembered, so that whatever names it finds where it went. */
const Gone = once(() =>
  z.object({
    at: z.string(),
    by: z.string(),
    reason: z.string().optional(),
    into: slug().optional().meta({ description: 'The paragraph that it was merged into.' }),
  }),
);

/** A source that was taken from a paragraph or point: it stays readable why. */
const Dropped = once(() =>
  z.object({ source: SourceLink(), point: slug().optional(), reason: z.string(), at: z.string(), by: z.string() }),
);
export type Dropped = z.output<ReturnType<typeof Dropped>>;

/** A paragraph under its stable id; its number is computed from its place. */
export const Paragraph = once(() =>
  z.object({
    slug: slug().meta({ description: 'The stable id.' }),
    version: z.int().positive(),
    summit: slug(),
    declaration: slug(),
    batch: z.string(),
    order: z.number().meta({ description: 'Its place among the others; there is always room between two.' }),
    part: z.enum(['preamble', 'operative', 'annex']),
    heading: storedText().optional(),
    opening: z
      .enum(openings)
      .optional()
      .meta({ description: 'The word it opens with, in each language; without one its text stands by itself.' }),
    addressees: z.array(storedText()).default([]),
    text: storedText().optional(),
    points: z.array(Point()).default([]),
    sources: z.array(SourceLink()).default([]),
    dropped: z
      .array(Dropped())
      .optional()
      .meta({ description: 'What it once came from and comes from no more, with the reason.' }),
    footnotes: z.array(Footnote()).optional(),
    theme: z.string().optional().meta({ description: 'What it is about, for counting what became of it.' }),
    parents: z.array(slug()).optional().meta({ description: 'The paragraphs it was split from or merged of.' }),
    gone: Gone().optional(),
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

const parts: readonly Paragraph['part'][] = ['preamble', 'operative', 'annex'];

/** The order in which a text is read: preamble, operative part, annexes. */
export const inOrder = (a: Paragraph, b: Paragraph): number =>
  parts.indexOf(a.part) - parts.indexOf(b.part) || a.order - b.order || bySlug(a.slug, b.slug);

/** Numbers that follow from where a paragraph stands. They are computed, never kept. */
export type Numbered<P extends Paragraph = Paragraph> = Omit<P, 'footnotes'> & {
  /** Null in the preamble. */
  number: number | null;
  /** Which annex it stands in. */
  annex?: number;
  footnotes?: (Footnote & { number: number })[];
};

/**
 * The paragraphs in order, each with the number it is printed under: operative ones are numbered through, preambular ones are not. A heading begins
 * the next annex, whose paragraphs are numbered on their own; footnotes are numbered through the text in the order of their marks.
 */
export const numbered = <P extends Paragraph>(paragraphs: readonly P[], language = 'en'): Numbered<P>[] => {
  let [number, annex] = [0, 0];
  const all = paragraphs.toSorted(inOrder);
  const notes = footnotesNumbered(all, language);
  return all.map((paragraph) => {
    const { footnotes, ...rest } = paragraph;
    const begins = paragraph.part === 'annex' && (annex === 0 || paragraph.heading !== undefined);
    if (begins) [number, annex] = [0, annex + 1];
    return {
      ...rest,
      number: paragraph.part === 'preamble' ? null : (number += 1),
      ...(paragraph.part === 'annex' ? { annex } : {}),
      ...(footnotes ? { footnotes: notes(paragraph.slug, footnotes) } : {}),
    };
  });
};
