import { DomainError } from './error.ts';
import { dayMs, type Instant, later } from './when.ts';

/** What can be in one place at a time: a room of a summit, or a person wherever they are. */
export type Resource = { summit: string; room: string } | { person: string };

/** A time, half-open: it holds its start, and its end no more, so that two may touch. Instants in UTC, to the second. */
export interface Span {
  start: Instant;
  end: Instant;
}

/** Which session. */
export interface SessionRef {
  summit: string;
  session: string;
  /** Its code, for whoever is told of it. */
  reference: string;
}

/** What a session takes of a resource, and through what: the room itself, a panelist's place, somebody of the crew. */
export interface Occupation extends Span {
  resource: Resource;
  by: string;
  /** A claim refuses others; the hold of somebody who has not confirmed is shown and refuses nothing. */
  firm: boolean;
}

/** A session's claim on a resource, with everything it is claimed through. A room's ends when it can be used again. */
export interface Claim extends SessionRef, Span {
  by: string[];
  /** It was made although it meets others: the resource only warns, or somebody overrode it. */
  despite?: true | undefined;
}

/** The time that somebody who has not confirmed holds. */
export type Hold = SessionRef & Span & { by: string };

/** What is in the ledger of a resource on one UTC day: everything that touches the day, whole. */
export interface Page {
  resource: Resource;
  day: string;
  version: number;
  claims: Claim[];
  holds: Hold[];
}

/** How a resource is guarded: what happens to one claim too many, and how many there may be at once. */
export interface Guard {
  policy: 'block' | 'warn';
  parallel: number;
  /** Minutes that it is kept free after each session. */
  changeover: number;
}

export const usually: Guard = { policy: 'block', parallel: 1, changeover: 0 };

/** What a deed makes of one session: what it occupied, and what it will. */
export interface Change {
  of: SessionRef;
  was: readonly Occupation[];
  is: readonly Occupation[];
}

/** Two sessions that want one resource at the same time. */
export interface Clash {
  of: SessionRef;
  occupation: Occupation;
  with: SessionRef;
  overlap: Span;
  policy: Guard['policy'];
}

/** Whether two times share an instant: those that touch do not, and an empty one shares none. */
export const overlaps = (a: Span, b: Span): boolean =>
  a.start < a.end && b.start < b.end && a.start < b.end && b.start < a.end;

const overlapOf = (a: Span, b: Span): Span => ({
  start: a.start > b.start ? a.start : b.start,
  end: a.end < b.end ? a.end : b.end,
});

/** The UTC days that a time touches. */
export const daysOf = ({ start, end }: Span): string[] => {
  const days: string[] = [];
  for (let at = Date.parse(`${start.slice(0, 10)}T00:00:00Z`); at < Date.parse(end); at += dayMs)
    days.push(new Date(at).toISOString().slice(0, 10));
  return start < end ? days : [];
};

/** A resource's name, the same for the same one. */
export const nameOfResource = (resource: Resource): string =>
  'room' in resource ? `room ${resource.summit} ${resource.room}` : `person ${resource.person}`;

const isOf =
  ({ summit, session }: SessionRef) =>
  (one: SessionRef): boolean =>
    one.summit === summit && one.session === session;

const isSame = (a: Occupation, b: Occupation): boolean =>
  a.by === b.by &&
  a.firm === b.firm &&
  a.start === b.start &&
  a.end === b.end &&
  nameOfResource(a.resource) === nameOfResource(b.resource);

/** A change without what stays as it is. */
export const onlyChanged = ({ of, was, is }: Change): Change => ({
  of,
  was: was.filter((one) => !is.some((other) => isSame(one, other))),
  is: is.filter((one) => !was.some((other) => isSame(one, other))),
});

const minutes = 60_000;

/** The longest that a room is kept free after a session, in minutes. */
export const longestChangeover = 600;

// The last year that can be written ends with itself.
const keptFree = (end: Instant, kept: number): Instant => {
  const at = later(end, kept * minutes);
  return at > end ? at : end;
};

// What a room was kept free for may have been longer when it was claimed than it is now.
const reach = ({ resource, start, end }: Occupation): Span => ({
  start,
  end: 'room' in resource ? keptFree(end, longestChangeover) : end,
});

/** More days of rooms and people than any deed could write; a session that never ends would have more than can be counted. */
const mostPages = 1_000;

/** Refuses what takes up more than any deed could write, before its days are counted up or read. Errors: `too-many-at-once`. */
export const mayTakeUp = (touched: readonly Span[]): void => {
  const days = touched.reduce((sum, { start, end }) => sum + 1 + (Date.parse(end) - Date.parse(start)) / dayMs, 0);
  if (days > mostPages)
    throw new DomainError(
      'too-many-at-once',
      `This takes up ${Math.ceil(days)} days of rooms and people at once. Split it: move fewer sessions, or make them shorter.`,
    );
};

/** Every page that the changes may touch, each once. Errors: `too-many-at-once`. */
export const pagesOf = (changes: readonly Change[]): Pick<Page, 'resource' | 'day'>[] => {
  const touched = changes.flatMap(({ was, is }) => [...was, ...is]);
  mayTakeUp(touched);
  const pages = touched.flatMap((one) => daysOf(reach(one)).map((day) => ({ resource: one.resource, day })));
  return [...new Map(pages.map((page) => [`${nameOfResource(page.resource)} ${page.day}`, page])).values()];
};

/** Until when an occupation keeps its resource from others. */
export const takenUntil = ({ end }: Span, { changeover }: Guard): Instant => keptFree(end, changeover);

const touches = (page: Page, occupation: Occupation): boolean =>
  nameOfResource(page.resource) === nameOfResource(occupation.resource);

const without = (claims: readonly Claim[], { of, was }: Change): Claim[] =>
  claims.flatMap((claim) => {
    if (!isOf(of)(claim)) return [claim];
    const by = claim.by.filter((name) => !was.some((one) => one.by === name));
    return by.length > 0 ? [{ ...claim, by }] : [];
  });

const plus = (claims: readonly Claim[], of: SessionRef, { by, ...span }: Span & { by: string }): Claim[] => {
  const own = claims.find(isOf(of));
  // Whoever has two parts in one session is in one place.
  const claim: Claim = { ...of, start: span.start, end: span.end, by: [...new Set([...(own?.by ?? []), by])] };
  return [...claims.filter((one) => one !== own), claim];
};

const byStart = (a: Claim, b: Claim): number =>
  a.start < b.start ? -1 : a.start > b.start ? 1 : a.session < b.session ? -1 : Number(a.session > b.session);

/** The page once the changes are made; the same page where they do not touch it. */
const turned = (page: Page, changes: readonly Change[], guard: Guard): Page => {
  let { claims, holds } = page;
  for (const change of changes) {
    const was = change.was.filter((one) => touches(page, one));
    const is = change.is.filter(
      (one) => touches(page, one) && daysOf({ ...one, end: takenUntil(one, guard) }).includes(page.day),
    );
    if (was.length + is.length === 0) continue;
    claims = without(claims, { ...change, was });
    holds = holds.filter((hold) => !(isOf(change.of)(hold) && was.some(({ by }) => by === hold.by)));
    for (const { start, end, by, firm } of is) {
      if (firm) claims = plus(claims, change.of, { start, end: takenUntil({ start, end }, guard), by });
      else holds = [...holds, { ...change.of, start, end, by }];
    }
  }
  return { ...page, claims: claims.toSorted(byStart), holds };
};

/** Those of the others that a claim meets where there are as many at once as there may be, or more. */
export const meeting = (others: readonly Claim[], mine: Span, parallel: number): Claim[] => {
  const near = others.filter((other) => overlaps(other, mine));
  const moments = [mine.start, ...near.map(({ start }) => start).filter((start) => start > mine.start)];
  const full = moments.map((at) => near.filter(({ start, end }) => start <= at && at < end));
  const met = new Set(full.filter((there) => there.length >= parallel).flat());
  return near.filter((other) => met.has(other));
};

const clashesOf = (pages: readonly Page[], { of, is }: Change, guardOf: (resource: Resource) => Guard): Clash[] =>
  is
    .filter(({ firm }) => firm)
    .flatMap((occupation) => {
      const guard = guardOf(occupation.resource);
      const mine = { start: occupation.start, end: takenUntil(occupation, guard) };
      const claims = pages.filter((page) => touches(page, occupation)).flatMap(({ claims }) => claims);
      const others = claims.filter((claim) => !isOf(of)(claim));
      // What goes over midnight stands on two pages, and is met once.
      const once = new Map(others.map((other) => [`${other.summit} ${other.session} ${other.start}`, other]));
      return meeting([...once.values()], mine, guard.parallel).map((other) => ({
        of,
        occupation,
        with: { summit: other.summit, session: other.session, reference: other.reference },
        overlap: overlapOf(mine, other),
        policy: guard.policy,
      }));
    });

const marked = (page: Page, clashes: readonly Clash[]): Page => ({
  ...page,
  claims: page.claims.map((claim) => {
    const despite = clashes.some(
      ({ of, occupation }) => isOf(of)(claim) && nameOfResource(occupation.resource) === nameOfResource(page.resource),
    );
    return despite ? { ...claim, despite: true } : claim;
  }),
});

/**
 * What becomes of the pages of every touched resource when several sessions change together, and where what they claim meets what others claim.
 * `pages` has every day that anything in the changes touches; those that do not change are left out of the answer. Whether a clash is let through is
 * its caller's to decide: the claims in the answer are made in any case.
 */
export const booked = (
  pages: readonly Page[],
  changes: readonly Change[],
  guardOf: (resource: Resource) => Guard,
): { pages: Page[]; clashes: Clash[] } => {
  const turnedPages = pages.map((page) => ({ before: page, after: turned(page, changes, guardOf(page.resource)) }));
  const after = turnedPages.map((one) => one.after);
  const clashes = changes.flatMap((change) => clashesOf(after, change, guardOf));
  const said = ({ claims, holds }: Page): string => JSON.stringify([claims, holds]);
  return {
    pages: turnedPages
      .map((one) => ({ before: one.before, after: marked(one.after, clashes) }))
      .filter((one) => said(one.before) !== said(one.after))
      .map((one) => one.after),
    clashes,
  };
};
