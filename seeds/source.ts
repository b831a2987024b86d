import type * as z from 'zod';
import type { Source } from '../shared/domain/origin.ts';

type Cited = z.input<ReturnType<typeof Source>>;

/** A page or paper, ready to be cited for facts. */
export type Shelf = (facts: readonly string[], more?: Pick<Cited, 'says' | 'how' | 'note'>) => Cited[];

export const source =
  (citation: string, url?: string): Shelf =>
  (facts, more = {}) => [{ facts: [...facts], citation, ...(url ? { url } : {}), ...more }];

const shared = 'Several pages give this record’s facts together; which prints which was not kept.';

/** Several pages that together give some facts. */
export const together =
  (...shelves: readonly Shelf[]): Shelf =>
  (facts, more = {}) =>
    shelves.flatMap((cite) => cite(facts, { ...more, note: more.note ? `${more.note} ${shared}` : shared }));

// How a record stands here, which no source says.
const ours = new Set(['slug', 'state', 'order']);

/** A reported record every fact of which is in one source. */
export const reported = <Draft extends object>(
  cite: Shelf,
  draft: Draft,
  more?: Pick<Cited, 'says' | 'how' | 'note'>,
): Draft & { origin: 'reported'; sources: Cited[] } => ({
  ...draft,
  origin: 'reported',
  sources: cite(
    Object.keys(draft).filter((field) => !ours.has(field)),
    more,
  ),
});
