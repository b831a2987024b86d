import type { Availability } from '../../shared/domain/availability.ts';
import type { Crew } from '../../shared/domain/crew.ts';
import type { Claim, Hold, Page, Resource } from '../../shared/domain/ledger.ts';
import type { Panelist } from '../../shared/domain/panelist.ts';
import type { Room } from '../../shared/domain/room.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { Json } from '../door.ts';
import { calendarIn, localName, minuteOf } from './pages.ts';
import { calendarOf, type Part, type Sitting, staysOf, type World } from './summit.ts';

// A whole table, read as the model's world: what lies in the sessions, and what lies in the ledgers.

const recordsIn = <R>(dump: readonly Json[], type: string): R[] =>
  dump.filter((item) => item.type === type).map(({ record }) => record as R);

const over = ['rejected', 'merged', 'withdrawn', 'cancelled'];
const left = ['declined', 'withdrawn', 'replaced'];

const partsOf = (dump: readonly Json[], { summit, slug }: Session): Part[] => [
  ...recordsIn<Panelist>(dump, 'panelist')
    .filter((one) => one.summit === summit && one.session === slug && !left.includes(one.state))
    .map(({ slug: name, person, state }): Part => ({ name, person, as: 'panel', isFirm: state === 'confirmed' })),
  ...recordsIn<Crew>(dump, 'crew')
    .filter((one) => one.summit === summit && one.session === slug && one.state === 'assigned')
    .map(({ slug: name, person }): Part => ({ name, person, as: 'crew', isFirm: true })),
];

/** The world that the sessions of a table come to; `keptFree` is what its rooms want today. */
export const worldIn = (dump: readonly Json[]): World => {
  const rooms = recordsIn<Room>(dump, 'room');
  const sittings = recordsIn<Session>(dump, 'session').map((session): Sitting => {
    const { summit, slug, state, room, start, end } = session;
    const hall = rooms.find((one) => one.summit === summit && one.slug === room);
    return {
      name: localName(summit, slug),
      isCancelled: over.includes(state),
      place:
        start && end
          ? { ...(room ? { room: localName(summit, room) } : {}), from: minuteOf(start), to: minuteOf(end) }
          : undefined,
      keptFree: hall?.changeover ?? 0,
      parts: partsOf(dump, session),
    };
  });
  const halls = rooms.map(({ summit, slug, parallel, changeover, policy, state }) => ({
    name: localName(summit, slug),
    parallel,
    changeover,
    policy,
    isClosed: state === 'closed',
  }));
  const people = recordsIn<Availability>(dump, 'availability').map(({ person: name, parallel, policy }) => ({
    name,
    parallel,
    policy,
  }));
  return { sittings, halls, people, despite: [] };
};

const resourceOf = (pk: string): { resource: Resource; day: string } => {
  const [, kind, ...rest] = pk.split('#');
  const [first = '', second = '', third = ''] = rest;
  return kind === 'ROOM'
    ? { resource: { summit: first, room: second }, day: third }
    : { resource: { person: first }, day: second };
};

/** The pages of every ledger of a table. */
export const pagesIn = (dump: readonly Json[]): Page[] =>
  dump
    .filter(({ type }) => type === 'ledger')
    .map((item) => ({
      ...resourceOf(String(item.pk)),
      version: Number(item.version),
      claims: (item.claims ?? []) as Claim[],
      holds: Object.entries(item)
        .filter(([name]) => name.startsWith('hold '))
        .map(([, hold]) => hold as Hold),
    }));

/** Every minute in which a room holds more sessions than it may, or somebody is in two. */
export const crowdsIn = ({ sittings, halls, people }: World): string[] => {
  const there = new Map<string, Set<string>>();
  for (const stay of sittings.flatMap(staysOf).filter(({ isFirm }) => isFirm))
    for (let minute = stay.from; minute < stay.to; minute += 1) {
      const name = `${stay.resource} at ${minute}`;
      there.set(name, (there.get(name) ?? new Set()).add(stay.of));
    }
  const most = new Map<string, number>([
    ...halls.map(({ name, parallel }) => [`room ${name}`, parallel] as const),
    ...people.map(({ name, parallel }) => [`person ${name}`, parallel] as const),
  ]);
  return [...there]
    .filter(([name, sessions]) => sessions.size > (most.get(name.split(' at ')[0] ?? '') ?? 1))
    .map(([name, sessions]) => `${name}: ${[...sessions].join(', ')}`);
};

/** What the ledgers of a table say that its sessions do not, and the other way round. `despite` is not compared: the table does not say why. */
export const ledgerDifferences = (dump: readonly Json[]): string[] => {
  const lines = (calendar: Map<string, string[]>): Set<string> =>
    new Set(
      [...calendar].flatMap(([day, all]) => all.map((line) => `${day}: ${line.replace(', despite others', '')}`)),
    );
  const [said, is] = [lines(calendarIn(pagesIn(dump))), lines(calendarOf(worldIn(dump)))];
  return [
    ...[...said].filter((line) => !is.has(line)).map((line) => `only in the ledger: ${line}`),
    ...[...is].filter((line) => !said.has(line)).map((line) => `not in the ledger: ${line}`),
  ];
};
