import { hoursOn } from '../../../shared/domain/hours.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { type Instant, localTime } from '../../../shared/domain/when.ts';

// A day as a grid: rooms across, the clock on the wall down. All minutes are those of that clock since the day began.

/** From when to when, in minutes since midnight. */
export interface Stretch {
  from: number;
  to: number;
}

/** A session where it stands on a day. */
interface Placed extends Stretch {
  session: Session;
  column: number;
}

/** A room, or one of several places side by side in a room that holds several sessions at once. */
export interface Column {
  /** Undefined for what has a time and no room. */
  room: Room | undefined;
  /** Which of the room's columns it is, from 1; undefined where it has one alone. */
  nth: number | undefined;
  closed: Stretch[];
}

export interface DayGrid extends Stretch {
  /** Minutes of a row: five, or ten on a day that would else be too long for the page's style. */
  unit: number;
  columns: Column[];
  placed: Placed[];
}

const hour = 60;
const most = { columns: 40, rows: 216, span: 144 };

/** What the clock on the wall shows, in minutes since that day began: over 1,440 after midnight. */
const minutesOn = (day: string, local: string): number =>
  (Date.parse(`${local.slice(0, 16)}:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 60_000;

const clockMinutes = (hours: string): number => {
  const [hour = 0, minute = 0] = hours.split(':').map(Number);
  return hour * 60 + minute;
};

const openOn = (room: Room, day: string): Stretch[] =>
  hoursOn(room.hours, day).map(({ from, to }) => ({ from: clockMinutes(from), to: clockMinutes(to) }));

const blackoutsOn = (room: Room, day: string, zone: string): Stretch[] => {
  const at = (instant: Instant): number => minutesOn(day, localTime(instant, zone));
  return room.blackouts.map(({ start, end }) => ({ from: at(start), to: at(end) }));
};

/** What lies between these stretches, within another. */
const gapsIn = ({ from, to }: Stretch, open: readonly Stretch[]): Stretch[] => {
  const gaps: Stretch[] = [];
  let reached = from;
  for (const span of open.toSorted((a, b) => a.from - b.from)) {
    if (span.from > reached) gaps.push({ from: reached, to: Math.min(span.from, to) });
    reached = Math.max(reached, span.to);
  }
  if (reached < to) gaps.push({ from: reached, to });
  return gaps;
};

const closedOn = (room: Room, { day, zone }: Day, within: Stretch): Stretch[] =>
  [...(room.hours.length > 0 ? gapsIn(within, openOn(room, day)) : []), ...blackoutsOn(room, day, zone)]
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => from < to);

/** A day of a summit, with the zone of its clocks. */
interface Day {
  day: string;
  zone: string;
}

const usual: Stretch = { from: 8 * hour, to: 20 * hour };

// As long as rooms are open or sessions last; whole hours.
const reachOf = (taken: readonly Stretch[], rooms: readonly Room[], { day }: Day): Stretch => {
  const open = rooms.flatMap((room) => openOn(room, day));
  const all = [...taken, ...(open.length > 0 ? open : [usual])];
  const from = Math.floor(Math.min(...all.map((one) => one.from)) / hour) * hour;
  const to = Math.ceil(Math.max(...all.map((one) => one.to)) / hour) * hour;
  return { from: Math.max(0, from), to: Math.min(to, 36 * hour) };
};

/** Puts sessions of one room side by side where they cross: the first place that is free takes each. */
const lanesOf = (sessions: readonly (Stretch & { session: Session })[]) => {
  const until: number[] = [];
  return sessions
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((one) => {
      const free = until.findIndex((end) => end <= one.from);
      const lane = free < 0 ? until.length : free;
      until[lane] = one.to;
      return { ...one, lane };
    });
};

/** Whether a session stands on a board: what was called off has left its place. */
const isOnBoard = ({ state }: Pick<Session, 'state'>): boolean =>
  state !== 'cancelled' && state !== 'withdrawn' && state !== 'rejected' && state !== 'merged';

const stretchesOn = (day: string, sessions: readonly Session[]) =>
  sessions.flatMap((session) =>
    session.local?.start.startsWith(day) && isOnBoard(session)
      ? [{ session, from: minutesOn(day, session.local.start), to: minutesOn(day, session.local.end) }]
      : [],
  );

/** A day of a summit as it is planned: rooms that are closed for good stand there only while something is still in them. */
export const gridOf = (on: Day, rooms: readonly Room[], sessions: readonly Session[]): DayGrid => {
  const taken = stretchesOn(on.day, sessions);
  const used = new Set(taken.map(({ session }) => session.room));
  const shown = rooms.filter(({ state, slug }) => state === 'open' || used.has(slug));
  const reach = reachOf(taken, shown, on);
  const columns: Column[] = [];
  const placed: Placed[] = [];
  for (const room of [...shown, ...(used.has(undefined) ? [undefined] : [])]) {
    const lanes = lanesOf(taken.filter(({ session }) => session.room === room?.slug));
    const several = lanes.reduce((many, { lane }) => Math.max(many, lane + 1), 1);
    for (const { lane, ...one } of lanes) placed.push({ ...one, column: columns.length + lane + 1 });
    const closed = room ? closedOn(room, on, reach) : [];
    for (let nth = 1; nth <= several; nth += 1) columns.push({ room, nth: several > 1 ? nth : undefined, closed });
  }
  const unit = reach.to - reach.from > most.rows * 5 ? 10 : 5;
  return { ...reach, unit, columns: columns.slice(0, most.columns), placed: placed.filter(isShown) };
};

const isShown = ({ column }: Placed): boolean => column <= most.columns;

/** The classes that put a stretch into its column and rows. */
export const placeClass = ({ from: first, unit }: DayGrid, column: number, { from, to }: Stretch): string => {
  const row = Math.max(0, Math.floor((from - first) / unit));
  const span = Math.ceil((to - first) / unit) - row;
  return `c${column} r${Math.min(row + 1, most.rows)} s${Math.min(Math.max(span, 1), most.span)}`;
};

/** Minutes since midnight as the clock shows them: "09:30"; after midnight the clock begins again. */
export const clockAt = (minutes: number): string =>
  [Math.floor(minutes / hour) % 24, minutes % hour].map((part) => String(part).padStart(2, '0')).join(':');
