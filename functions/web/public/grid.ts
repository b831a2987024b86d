import type { Text } from '../../../shared/domain/text.ts';
import type { Showing } from '../../../shared/documents/programme.ts';
import { groupedBy } from './group.ts';

// A day as the grid of the style has it: forty columns, and rows of five minutes over eighteen hours.
const columns = 40;
const rows = 216;
const longest = 144;
const step = 5;
/** Shorter than this, a title could not be read. */
const shortest = 30;

/** A room of the grid, as often as it holds sessions beside one another. */
export interface Column {
  room: string | undefined;
  name: Text | undefined;
  isOnline: boolean;
}

/** A session in its place. */
export interface Placed {
  showing: Showing;
  place: string;
}

/** A day as a grid. */
export interface Grid {
  columns: Column[];
  /** The hours at its side, each with its place. */
  hours: { label: string; place: string }[];
  placed: Placed[];
}

interface Slot {
  showing: Showing;
  from: number;
  to: number;
}

const minutes = (local: string): number => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

// By the clock on the wall: what begins before midnight and ends after it goes on below.
const slotOf = (showing: Showing): Slot => {
  const { start = '', end = '', local } = showing.card;
  const [from, to] = [local?.start ?? start, local?.end ?? end];
  const later = Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 60_000);
  const begin = Math.floor(minutes(from) / step) * step;
  return { showing, from: begin, to: Math.max(Math.ceil((minutes(to) + later) / step) * step, begin + shortest) };
};

/** Each session in the first of its room's lanes that is free: whatever overlaps stands beside one another. */
const lanesOf = (slots: readonly Slot[]): Slot[][] => {
  const lanes: Slot[][] = [];
  for (const slot of slots.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? 0) <= slot.from);
    if (free) free.push(slot);
    else lanes.push([slot]);
  }
  return lanes;
};

const columnOf = ({ card: { room, roomName, mode } }: Showing): Column => ({
  room,
  name: roomName,
  isOnline: room === undefined && mode === 'online',
});

// What has no room stands last.
const columnName = ({ room, isOnline }: Column): string => (isOnline ? '~~' : (room ?? '~'));

const two = (part: number): string => String(part).padStart(2, '0');

const hoursFrom = (first: number, last: number): Grid['hours'] =>
  Array.from({ length: last - first }, (_, at) => ({
    label: `${two((first + at) % 24)}:00`,
    place: `r${1 + (at * 60) / step}`,
  }));

const roomsOf = (slots: readonly Slot[]): [Column, Slot[]][] => {
  const rooms = groupedBy(slots, ({ showing }) => columnName(columnOf(showing)));
  return [...rooms]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .flatMap(([, theirs]) => (theirs[0] ? [[columnOf(theirs[0].showing), theirs] as [Column, Slot[]]] : []));
};

/** A day's sessions as a grid, in order of time; undefined where they do not fit in one. */
export const gridOf = (showings: readonly Showing[]): Grid | undefined => {
  const slots = showings.map(slotOf);
  if (slots.length === 0) return undefined;
  const first = Math.floor(Math.min(...slots.map(({ from }) => from)) / 60);
  const last = Math.ceil(Math.max(...slots.map(({ to }) => to)) / 60);
  const lanes = roomsOf(slots).flatMap(([column, theirs]) => lanesOf(theirs).map((lane) => ({ column, lane })));
  const isTooLong = slots.some(({ from, to }) => (to - from) / step > longest);
  if (lanes.length > columns || ((last - first) * 60) / step > rows || isTooLong) return undefined;
  const placed = lanes.flatMap(({ lane }, at) =>
    lane.map(({ showing, from, to }) => ({
      showing,
      from,
      place: `c${at + 1} r${1 + (from - first * 60) / step} s${(to - from) / step}`,
    })),
  );
  return {
    columns: lanes.map(({ column }) => column),
    hours: hoursFrom(first, last),
    placed: placed.toSorted((one, other) => one.from - other.from).map(({ showing, place }) => ({ showing, place })),
  };
};
