import type { Conflict } from './conflict.ts';
import {
  type Change,
  overlaps,
  nameOfResource,
  type Occupation,
  type Page,
  type SessionRef,
  type Span,
} from './ledger.ts';

type Other = SessionRef & Span;

const othersOn = (
  pages: readonly Page[],
  of: SessionRef,
  occupation: Occupation,
  what: 'claims' | 'holds',
): Other[] => {
  const name = nameOfResource(occupation.resource);
  const all = pages
    .filter(({ resource }) => nameOfResource(resource) === name)
    .flatMap((page): readonly Other[] => page[what])
    .filter((other) => !(other.summit === of.summit && other.session === of.session) && overlaps(other, occupation));
  // What goes over midnight stands on two pages.
  return [...new Map(all.map((other) => [`${other.summit} ${other.session}`, other])).values()];
};

const between = (a: Span, b: Span): Span => ({
  start: a.start > b.start ? a.start : b.start,
  end: a.end < b.end ? a.end : b.end,
});

/**
 * Where people are wanted twice at a time without having confirmed both: somebody of the session who is asked for by another, and somebody whom it
 * asks for and who is taken by another. Shown, and refused to nobody.
 */
export const heldConflicts = (
  pages: readonly Page[],
  { of, is }: Pick<Change, 'of' | 'is'>,
  mayKnow: (session: SessionRef) => boolean,
): Conflict[] =>
  is.flatMap((occupation) => {
    const { resource, by, firm } = occupation;
    if (!('person' in resource)) return [];
    return othersOn(pages, of, occupation, firm ? 'holds' : 'claims').map((other): Conflict => {
      const known = mayKnow(other);
      const named = known ? `"${other.reference}"` : 'another session';
      const { summit, session, reference } = other;
      return {
        kind: 'held',
        level: 'warn',
        session: of.session,
        person: resource.person,
        by,
        ...(known ? { with: { summit, session, reference } } : {}),
        overlap: between(occupation, other),
        detail: firm
          ? `Somebody of "${of.reference}" (${by}) is asked for by ${named} at the same time, and has not confirmed there.`
          : `Somebody whom "${of.reference}" asks for (${by}) is taken by ${named} at the same time: they can confirm one of the two.`,
      };
    });
  });
