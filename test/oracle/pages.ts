import type { Crew } from '../../shared/domain/crew.ts';
import type * as ledger from '../../shared/domain/ledger.ts';
import { isPlaced, occupationsOf, refOf, type Seating } from '../../shared/domain/occupation.ts';
import type { Panelist } from '../../shared/domain/panelist.ts';
import { placeConflicts } from '../../shared/domain/place-conflict.ts';
import { aSession } from '../builders.ts';
import { aRoom } from '../records.ts';
import type { Hall, Meeting, Minute, Sitting, World } from './summit.ts';

// The rules of the ledgers over pages in memory, kept as the table would keep them: read for a deed, judged, and written with the next version.

/** What is compared: the module as it is, or one with a fault in it. */
export type Rules = Pick<typeof ledger, 'booked' | 'onlyChanged' | 'pagesOf'>;

const firstDay = Date.parse('2031-03-09T00:00:00Z');
export const instantOf = (minute: Minute): string =>
  `${new Date(firstDay + minute * 60_000).toISOString().slice(0, 19)}Z`;
export const minuteOf = (instant: string): Minute => (Date.parse(instant) - firstDay) / 60_000;

const session = aSession();

const seatingOf = ({ name, isCancelled, place, parts }: Sitting): Seating => ({
  session: {
    ...session,
    slug: name,
    reference: name.toUpperCase(),
    state: isCancelled ? 'cancelled' : 'accepted',
    ...(place ? { room: place.room, start: instantOf(place.from), end: instantOf(place.to) } : {}),
  },
  panel: parts
    .filter(({ as }) => as === 'panel')
    .map(({ name: slug, person, isFirm }): Pick<Panelist, 'slug' | 'person' | 'state'> => ({
      slug,
      person,
      state: isFirm ? 'confirmed' : 'nominated',
    })),
  crew: parts
    .filter(({ as }) => as === 'crew')
    .map(({ name: slug, person }): Pick<Crew, 'slug' | 'person' | 'state'> => ({ slug, person, state: 'assigned' })),
});

/** What is at the summit that a session is at by default goes by its own name. */
export const localName = (summit: string, name: string): string =>
  summit === session.summit ? name : `${summit}/${name}`;

const nameOf = (resource: ledger.Resource): string =>
  'room' in resource ? `room ${localName(resource.summit, resource.room)}` : `person ${resource.person}`;
const pageName = ({ resource, day }: Pick<ledger.Page, 'resource' | 'day'>): string =>
  `${nameOf(resource)} ${Math.floor(minuteOf(`${day}T00:00:00Z`) / 1_440)}`;

const guardFrom =
  ({ halls, people }: World) =>
  (resource: ledger.Resource): ledger.Guard => {
    const usual = { policy: 'block', parallel: 1, changeover: 0 } as const;
    const hall = halls.find(({ name }) => `room ${name}` === nameOf(resource));
    return hall ?? { ...usual, ...people.find(({ name }) => `person ${name}` === nameOf(resource)) };
  };

export type Pages = ReadonlyMap<string, ledger.Page>;

const isMoved = (was: Seating['session'] | undefined, is: Seating['session']): boolean =>
  isPlaced(is) && (['room', 'start', 'end'] as const).some((field) => was?.[field] !== is[field]);

/** A session before a deed and after it. */
interface Turn {
  was: Seating | undefined;
  is: Seating | undefined;
}

const turnsOf = (before: World, after: World): Turn[] => {
  const of = ({ sittings }: World, wanted: string) => sittings.find(({ name }) => name === wanted);
  return [...new Set([...before.sittings, ...after.sittings].map(({ name }) => name))]
    .map((name) => [of(before, name), of(after, name)] as const)
    .filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is))
    .map(([was, is]) => ({ was: was && seatingOf(was), is: is && seatingOf(is) }));
};

const closedTo = (turns: readonly Turn[], halls: readonly Hall[]): string[] =>
  turns.flatMap(({ was, is }) => {
    if (!is || !isMoved(was?.session, is.session)) return [];
    const hall = halls.find(({ name }) => name === is.session.room);
    const room = hall && aRoom({ slug: hall.name, state: hall.isClosed ? 'closed' : 'open' });
    return placeConflicts(is.session, { room, track: undefined }).map((one) => one.session);
  });

/** What the rules say of a deed that leads from one world to another: whom it meets, and the pages once it is done. */
export const byRules = (
  { booked, onlyChanged, pagesOf }: Rules,
  pages: Pages,
  before: World,
  after: World,
  isOverridden: boolean,
): { isRefused: boolean; meetings: Meeting[]; closed: string[]; pages: Pages } => {
  const turns = turnsOf(before, after);
  const changes = turns
    .flatMap(({ was, is }) => {
      const about = (is ?? was)?.session;
      return about
        ? [onlyChanged({ of: refOf(about), was: was ? occupationsOf(was) : [], is: is ? occupationsOf(is) : [] })]
        : [];
    })
    .filter(({ was, is }) => was.length + is.length > 0);
  const read = pagesOf(changes).map(
    (page): ledger.Page => pages.get(pageName(page)) ?? { ...page, version: 0, claims: [], holds: [] },
  );
  const made = booked(read, changes, guardFrom(after));
  const closed = closedTo(turns, after.halls);
  const isBlocked = closed.length > 0 || made.clashes.some(({ policy }) => policy === 'block');
  const isRefused = isBlocked && !isOverridden;
  const written = made.pages.map((page) => [pageName(page), { ...page, version: page.version + 1 }] as const);
  return {
    isRefused,
    closed,
    meetings: made.clashes.map((clash) => ({
      of: localName(clash.of.summit, clash.of.session),
      by: clash.occupation.by,
      with: localName(clash.with.summit, clash.with.session),
      from: minuteOf(clash.overlap.start),
      to: minuteOf(clash.overlap.end),
    })),
    pages: isRefused ? pages : new Map([...pages, ...written]),
  };
};

/** What lies on the pages, in the words of the model. */
export const calendarIn = (pages: Iterable<ledger.Page>): Map<string, string[]> => {
  const times = ({ start, end }: ledger.Span): string => `${minuteOf(start)}–${minuteOf(end)}`;
  return new Map(
    [...pages]
      .map((page): [string, string[]] => [
        pageName(page),
        [
          ...page.claims.map(
            (claim) =>
              `${localName(claim.summit, claim.session)} claims it ${times(claim)} by ${claim.by.toSorted().join(', ')}${claim.despite ? ', despite others' : ''}`,
          ),
          ...page.holds.map((hold) => `${localName(hold.summit, hold.session)} holds it ${times(hold)} by ${hold.by}`),
        ].sort(),
      ])
      .filter(([, lines]) => lines.length > 0),
  );
};
