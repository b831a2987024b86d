import type { Availability } from '../shared/domain/availability.ts';
import type { Crew } from '../shared/domain/crew.ts';
import { type Claim, daysOf, type Hold, meeting, nameOfResource, type Resource } from '../shared/domain/ledger.ts';
import { occupationsOf } from '../shared/domain/occupation.ts';
import type { Panelist } from '../shared/domain/panelist.ts';
import type { Room } from '../shared/domain/room.ts';
import type { Session } from '../shared/domain/session.ts';
import type { Json } from './door.ts';

// What every session occupies is in the ledgers, and nothing else is.

interface Page {
  resource: Resource;
  day: string;
  claims: readonly Claim[];
  holds: readonly Hold[];
}

const recordsOf = <R>(dump: readonly Json[], type: string): R[] =>
  dump.filter((item) => item.type === type).map((item) => item.record as R);

const pageOf = (item: Json): Page => {
  const [, kind, first = '', second = '', third = ''] = String(item.pk).split('#');
  const isRoom = kind === 'ROOM';
  return {
    resource: isRoom ? { summit: first, room: second } : { person: first },
    day: isRoom ? third : second,
    claims: (item.claims ?? []) as Claim[],
    holds: Object.entries(item).flatMap(([name, hold]) => (name.startsWith('hold ') ? [hold as Hold] : [])),
  };
};

// How long a room is kept free after a session has tests of its own: here its claims count by when they begin, and through what.
const lineOf = (
  how: 'claim' | 'hold',
  resource: Resource,
  day: string,
  one: { summit: string; session: string; start: string; end: string; by: string },
): string => {
  const until = 'room' in resource ? '' : ` until ${one.end}`;
  return `${how} of ${nameOfResource(resource)} ${day} for ${one.summit}/${one.session} from ${one.start}${until} by ${one.by}`;
};

const kept = (dump: readonly Json[]): string[] =>
  dump
    .filter(({ type }) => type === 'ledger')
    .map(pageOf)
    .flatMap(({ resource, day, claims, holds }) => [
      ...claims.flatMap((claim) => claim.by.map((by) => lineOf('claim', resource, day, { ...claim, by }))),
      ...holds.map((hold) => lineOf('hold', resource, day, hold)),
    ]);

const due = (dump: readonly Json[]): string[] => {
  const panel = recordsOf<Panelist>(dump, 'panelist');
  const crew = recordsOf<Crew>(dump, 'crew');
  return recordsOf<Session>(dump, 'session').flatMap((session) => {
    const own = <R extends { summit: string; session: string }>(all: readonly R[]): R[] =>
      all.filter((one) => one.summit === session.summit && one.session === session.slug);
    const of = { summit: session.summit, session: session.slug };
    return occupationsOf({ session, panel: own(panel), crew: own(crew) }).flatMap(({ resource, by, firm, ...span }) =>
      daysOf(span).map((day) => lineOf(firm ? 'claim' : 'hold', resource, day, { ...of, ...span, by })),
    );
  });
};

/** What is in the ledgers that nothing occupies, and what is occupied that is in none. */
const strays = (dump: readonly Json[]): string[] => {
  const [is, should] = [kept(dump), due(dump)];
  const [has, wants] = [new Set(is), new Set(should)];
  // The time after a session may reach into a day that the session itself does not.
  const dayless = (line: string): string => line.replace(/ \d{4}-\d\d-\d\d for /, ' for ');
  const known = new Set(should.map(dayless));
  const isAfter = (line: string): boolean => line.startsWith('claim of room ') && known.has(dayless(line));
  return [
    ...should.filter((line) => !has.has(line)).map((line) => `missing: ${line}`),
    ...is.filter((line) => !wants.has(line) && !isAfter(line)).map((line) => `nobody's: ${line}`),
    ...is.filter((line, at) => is.indexOf(line) < at).map((line) => `twice: ${line}`),
  ];
};

/** More at once than there may be, where nobody let it be. */
const crowds = (dump: readonly Json[]): string[] => {
  const rooms = recordsOf<Room>(dump, 'room');
  const people = dump.filter(({ type }) => type === 'availability').map(({ record }) => record as Availability);
  const parallelOf = (resource: Resource): number =>
    'room' in resource
      ? (rooms.find(({ summit, slug }) => summit === resource.summit && slug === resource.room)?.parallel ?? 1)
      : (people.find(({ person }) => person === resource.person)?.parallel ?? 1);
  return dump
    .filter(({ type }) => type === 'ledger')
    .map(pageOf)
    .flatMap(({ resource, day, claims }) => {
      const plain = claims.filter(({ despite }) => !despite);
      return plain.flatMap((claim) => {
        const others = plain.filter((other) => other !== claim);
        const met = meeting(others, claim, parallelOf(resource));
        return met.length > 0 ? [`${nameOfResource(resource)} ${day} is in "${claim.session}" and elsewhere`] : [];
      });
    });
};

/** What does not hold of the ledgers in a dump of the table. */
export const ledgerFaults = (dump: readonly Json[]): string[] => [...strays(dump), ...crowds(dump)];
