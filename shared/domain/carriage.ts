import type { Compilation } from './compile.ts';
import type { Compiled } from './compile-paragraph.ts';
import type { Declaration } from './declaration.ts';
import type { Carriage, Paragraph, SourceLink } from './paragraph.ts';
import { bySlug } from './slug.ts';
import { sourceName, type Sourced, sourcesOf } from './source.ts';

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

type By = Pick<Paragraph, 'summit' | 'declaration' | 'batch' | 'slug'>;

/** That an outcome went to a paragraph or a point, to be read from the outcome's side; undefined for a source of another kind. */
export const carriageBy = ({ slug, ...at }: By, { source, point }: Sourced): Carriage | undefined =>
  source.kind === 'outcome'
    ? {
        version: 1,
        summit: at.summit,
        session: source.session,
        outcome: source.outcome,
        declaration: at.declaration,
        batch: at.batch,
        paragraph: slug,
        ...(point === undefined ? {} : { point }),
      }
    : undefined;

/** Every outcome that a paragraph comes from, and came from once. */
export const carriagesBy = (paragraph: Paragraph): Carriage[] =>
  [...sourcesOf(paragraph), ...(paragraph.dropped ?? [])].flatMap((one) => carriageBy(paragraph, one) ?? []);

/** Where each outcome went as a text is compiled, to be read from the outcome's side. */
export const carriages = (
  declaration: Pick<Declaration, 'summit' | 'slug' | 'batch'>,
  paragraphs: readonly Paragraph[],
  leftOut: Compilation['leftOut'],
): Carriage[] => {
  const at = { version: 1, summit: declaration.summit, declaration: declaration.slug, batch: declaration.batch };
  return [
    ...paragraphs.flatMap(carriagesBy),
    ...leftOut.map(({ outcome: { session, slug: outcome }, ...why }) => ({ ...at, session, outcome, ...why })),
  ];
};

/** How a link stands that was once made from a record to a paragraph: it does, or it does no more, and why. */
export type LinkStanding =
  | { stands: true; source: SourceLink; point?: string | undefined }
  | { stands: false; reason?: string | undefined; into?: string | undefined };

/**
 * How a link stands, by what the paragraph says of itself today. Undefined where the paragraph never had it: whoever was to make it did not come
 * so far.
 */
export const standingOfLink = (
  paragraph: Paragraph | undefined,
  { name, point }: { name: string; point?: string | undefined },
): LinkStanding | undefined => {
  if (!paragraph) return undefined;
  const isIt = (one: Sourced): boolean => one.point === point && sourceName(one.source) === name;
  const found = sourcesOf(paragraph).find(isIt);
  if (found && !paragraph.gone) return { stands: true, ...found };
  if (found) return { stands: false, reason: paragraph.gone?.reason, into: paragraph.gone?.into };
  const dropped = paragraph.dropped?.findLast(isIt);
  // A point's source may have become the whole paragraph's, as in a merger.
  if (!dropped) return point === undefined ? undefined : standingOfLink(paragraph, { name });
  return { stands: false, reason: dropped.reason };
};

const refOf = ({ session, outcome }: Pick<Carriage, 'session' | 'outcome'>): string => `${session}/${outcome}`;

const byOutcome = (a: Carriage, b: Carriage): number =>
  bySlug(a.session, b.session) || Number(a.outcome) - Number(b.outcome);

/** What a paragraph once came from and comes from no more, each with its reason and when; what was merged into another stands there. */
const lost = (paragraph: Paragraph): { carriage: Carriage; at: string }[] => {
  const { gone, dropped = [] } = paragraph;
  const one = (sourced: Sourced, reason: string, at: string): { carriage: Carriage; at: string }[] => {
    const carriage = carriageBy(paragraph, sourced);
    return carriage ? [{ carriage: { ...carriage, reason }, at }] : [];
  };
  return [
    ...dropped.flatMap(({ source, point, reason, at }) => one({ source, point }, reason, at)),
    ...(gone && gone.into === undefined
      ? sourcesOf(paragraph).flatMap((sourced) => one(sourced, gone.reason ?? '', gone.at))
      : []),
  ];
};

/**
 * What became of the outcomes that a text knows: how many stand in it, and which stand nowhere in it, each with the last reason that was given.
 * `compiled` is what was left out from the beginning.
 */
export const accounted = (
  paragraphs: readonly Paragraph[],
  compiled: readonly Carriage[],
): { placed: number; leftOut: Carriage[] } => {
  const placed = new Set(
    paragraphs
      .filter(({ gone }) => !gone)
      .flatMap((paragraph) => sourcesOf(paragraph).flatMap((one) => carriageBy(paragraph, one) ?? []))
      .map(refOf),
  );
  const leftOut = new Map(compiled.map((carriage) => [refOf(carriage), carriage]));
  const reasons = paragraphs.flatMap(lost).sort((a, b) => bySlug(a.at, b.at));
  for (const { carriage } of reasons) leftOut.set(refOf(carriage), carriage);
  return {
    placed: placed.size,
    leftOut: [...leftOut.values()].filter((carriage) => !placed.has(refOf(carriage))).sort(byOutcome),
  };
};
