import type { ProgrammeCard } from '../domain/release.ts';
import { factsOf, line, marked, namedIn, paragraphs, type Reader, sessionLink, type Showing } from './programme.ts';
import { codeOf, guidOf } from './programme-id.ts';
import { plain } from './run.ts';
import { wallTime, withOffset } from './zoned.ts';

/** A session with its place in time, as a schedule has it. */
export type Placed = Showing & { card: ProgrammeCard & { start: string; end: string } };

/** A session in the terms of a schedule, which XML and JSON share. */
export interface ScheduleEvent {
  id: number;
  guid: string;
  code: string;
  slug: string;
  url: string;
  date: string;
  start: string;
  duration: string;
  room: string;
  title: string;
  subtitle: string;
  track: string;
  language: string;
  abstract: string;
  description: string;
  persons: { id: number; guid: string; name: string }[];
}

/** What the events of a schedule share. */
export interface Terms {
  reader: Reader;
  summit: string;
  zone: string;
  acronym: string;
  /** Numbers by address, of sessions and of people. */
  ids: ReadonlyMap<string, number>;
  /** What a room is called, by `roomOf`. */
  rooms: ReadonlyMap<string, string>;
}

const hourMs = 3_600_000;
const hoursOf = ({ start, end }: Placed['card']): number => (Date.parse(end) - Date.parse(start)) / hourMs;

const isTimed = (showing: Showing): showing is Placed =>
  showing.card.start !== undefined && showing.card.end !== undefined;

/**
 * Whether a schedule has a place for it. It has no word for what was cancelled: its readers take for it what is missing. Nor has it one for a
 * hundred hours and more.
 */
export const isPlaced = (showing: Showing): showing is Placed =>
  isTimed(showing) && showing.card.state !== 'cancelled' && hoursOf(showing.card) < 100;

/** The slug of its room; without one, what is online stands apart from what has none yet. */
export const roomOf = ({ room, mode }: ProgrammeCard): string => room ?? (mode === 'online' ? 'online' : 'none');

/** The address from which its ids follow: it does not change when the session's page does. */
export const sessionId = ({ site }: Reader, summit: string, session: string): string =>
  `${site}/summits/${summit}/sessions/${session}`;
const personId = ({ site }: Reader, person: string): string => `${site}/people/${person}`;

const two = (part: number): string => String(part).padStart(2, '0');

const durationOf = (card: Placed['card']): string => {
  const minutes = Math.floor(hoursOf(card) * 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** The people of a session whose names are public, each with the address from which their ids follow. */
export const personsOf = (reader: Reader, card: ProgrammeCard): { address: string; name: string }[] =>
  namedIn(card).map((one) => ({ address: personId(reader, one.person ?? one.slug), name: plain(one.printedName) }));

/** A session as an event of a schedule. */
export const eventOf = ({ reader, summit, zone, acronym, ids, rooms }: Terms, showing: Placed): ScheduleEvent => {
  const { card } = showing;
  const address = sessionId(reader, summit, card.slug);
  const idOf = (of: string): number => ids.get(of) ?? 1;
  return {
    id: idOf(address),
    guid: guidOf(address),
    code: codeOf(idOf(address)),
    slug: `${acronym}-session-${card.slug}`,
    url: sessionLink(reader, summit, card.slug),
    date: withOffset(card.start, zone),
    start: wallTime(card.start, zone).slice(11),
    duration: durationOf(card),
    room: rooms.get(roomOf(card)) ?? '',
    title: marked(reader, card.rehearsal, line(reader, card.title)),
    subtitle: plain(card.reference),
    track: line(reader, card.trackTitle),
    language: card.languages?.spoken[0] ?? '',
    abstract: paragraphs(reader, card.summary).join('\n\n'),
    description: factsOf(reader, showing).join('\n'),
    persons: personsOf(reader, card).map((one) => ({
      id: idOf(one.address),
      guid: guidOf(one.address),
      name: one.name,
    })),
  };
};
