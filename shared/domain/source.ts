import * as z from 'zod';
import { once } from './once.ts';
import type { Paragraph, SourceLink } from './paragraph.ts';
import { slug } from './record.ts';
import { limits, line } from './text.ts';

const relation = once(() => z.enum(['verbatim', 'merged', 'derived']).default('derived'));

/** Where a paragraph or a point comes from, as somebody names it. */
export const SourceDraft = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('outcome'),
      session: slug(),
      outcome: slug(),
      version: z.int().positive().optional().meta({ description: 'That of today when left out.' }),
      relation: relation(),
    }),
    z.strictObject({
      kind: z.literal('instrument'),
      instrument: slug(),
      clause: slug().optional(),
      namedBy: z.array(slug()).max(1_000).default([]),
    }),
    z.strictObject({
      kind: z.literal('paragraph'),
      summit: slug(),
      declaration: slug(),
      paragraph: slug(),
      version: slug().optional(),
      relation: relation(),
    }),
    z.strictObject({ kind: z.literal('drafters'), reason: line(limits.line) }),
    z.strictObject({
      kind: z.literal('amendment'),
      amendment: slug().meta({ description: 'Stands there once an amendment was accepted, and is not added by hand.' }),
      organization: slug(),
    }),
  ]),
);
export type SourceDraft = z.output<ReturnType<typeof SourceDraft>>;

/** Sources added to a paragraph or one of its points, and sources taken away, each with the reason. */
export const SourcesChange = once(() =>
  z.strictObject({
    add: z
      .array(z.strictObject({ source: SourceDraft(), point: slug().optional() }))
      .max(100)
      .default([]),
    drop: z
      .array(z.strictObject({ source: SourceDraft(), point: slug().optional(), reason: line(limits.line) }))
      .max(100)
      .default([]),
  }),
);
export type SourcesChange = z.output<ReturnType<typeof SourcesChange>>;

/** What a source names, whatever the relation: a paragraph or point has each once. */
export const sourceName = (source: SourceDraft): string => {
  if (source.kind === 'outcome') return `outcome ${source.session}/${source.outcome}`;
  if (source.kind === 'instrument') return `instrument ${source.instrument}${source.clause ? `/${source.clause}` : ''}`;
  if (source.kind === 'paragraph') return `paragraph ${source.summit}/${source.declaration}/${source.paragraph}`;
  return source.kind === 'drafters' ? `drafters ${source.reason}` : `amendment ${source.amendment}`;
};

/** A source, and of which point it is, where it is not the whole paragraph's. */
export interface Sourced {
  source: SourceLink;
  point?: string | undefined;
}

/** Everything that a paragraph and its points come from. */
export const sourcesOf = ({ sources, points }: Pick<Paragraph, 'sources' | 'points'>): Sourced[] => [
  ...sources.map((source) => ({ source })),
  ...points.flatMap((point) => point.sources.map((source) => ({ source, point: point.id }))),
];

/** The same sources, each once: the first of a name stays. */
export const distinctSources = (sources: readonly SourceLink[]): SourceLink[] => {
  const seen = new Set<string>();
  return sources.filter((source) => {
    const isNew = !seen.has(sourceName(source));
    seen.add(sourceName(source));
    return isNew;
  });
};

/** What was verbatim is so no more once it is reworded, taken apart, or together with others. */
export const related = (source: SourceLink, as: 'merged' | 'derived'): SourceLink =>
  'relation' in source && source.relation === 'verbatim' ? { ...source, relation: as } : source;
