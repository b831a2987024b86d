import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library';
import { type Instant, localTime, toInstant } from '../domain/when.ts';
import { isSteady, offsetAt, wallTime } from './zoned.ts';

/** One entry of a calendar. */
export interface CalendarEvent {
  /** Stays the same for as long as it is the same sitting: "vc-d-12.arvenne-2031@plenary.example". */
  uid: string;
  /** Rises with every change, so that a calendar knows which of two files is newer. */
  sequence: number;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  start: Instant;
  end: Instant;
  /** IANA; without one the times are written in UTC. */
  zone?: string | undefined;
  title: string;
  description?: string | undefined;
  location?: string | undefined;
  url?: string | undefined;
  /** When this was last said of it, where that is another instant than the file's. */
  stamp?: Instant | undefined;
}

/** What a calendar that people subscribe to says of itself. */
export interface CalendarFrame {
  name: string;
  description?: string | undefined;
  /** The zone that is told where no event needs one: a calendar without any component is none (RFC 5545, 3.6). */
  zone?: string | undefined;
}

/** RFC 5545, 3.3.11; a control character has no place in a calendar at all. */
const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** How many octets a character takes in UTF-8. */
const octets = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** Where a line may go on: never within a character, and with one octet less, because what goes on begins with a space. */
const pieces = (line: string): string[] => {
  // What is ASCII is cut by its length: most lines of most calendars are.
  if (/^[\u0020-\u007e]*$/.test(line)) return [line.slice(0, 75), ...(line.slice(75).match(/.{1,74}/g) ?? [])];
  const [found, left] = [[''], { octets: 75 }];
  for (const character of line) {
    const length = octets(character);
    if (length > left.octets) {
      found.push('');
      left.octets = 74;
    }
    found[found.length - 1] += character;
    left.octets -= length;
  }
  return found;
};

/** RFC 5545, 3.1: no line is longer than 75 octets. */
const folded = (line: string): string => pieces(line).join('\r\n ');

const compact = (time: string): string => time.replace(/[-:]/g, '').slice(0, 15).padEnd(15, '0');
const inUtc = (at: Instant): string => `${compact(at)}Z`;

const minutesOf = (offset: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

// An hour that the clock shows twice, when it is put back.
const isTwice = (at: Instant, zone: string): boolean =>
  [-60, -30, 30, 60].some(
    (minutes) => localTime(toInstant(new Date(Date.parse(at) + minutes * 60_000)), zone) === localTime(at, zone),
  );

const told = (at: Instant, zone: string): number => {
  const [day = '', time = ''] = localTime(at, zone).split('T');
  return minutesOf(tzlib_get_offset(zone, day, time));
};

// Looking an offset up in a block costs far more than comparing two: on a day on which the clock stays as it is, once will do.
const toldRight = new Map<string, boolean>();
const keptDays = 2_000;

const isDayToldRight = (at: Instant, zone: string): boolean => {
  const key = `${zone} ${at.slice(0, 10)}`;
  const known = toldRight.get(key);
  if (known !== undefined) return known;
  const ends = ['00:00:00Z', '23:59:59Z'].map((time) => `${at.slice(0, 10)}T${time}`);
  const isRight = ends.every((end) => told(end, zone) === offsetAt(end, zone));
  if (toldRight.size >= keptDays) toldRight.clear();
  toldRight.set(key, isRight);
  return isRight;
};

// The blocks know each zone's rules of today only. Where they show another hour than the zone has at that instant, UTC is the one that is right.
const isToldRight = (at: Instant, zone: string): boolean =>
  (isSteady(at, zone) && isDayToldRight(at, zone)) || (!isTwice(at, zone) && told(at, zone) === offsetAt(at, zone));

const blocks = new Map<string, string | undefined>();

const blockOf = (zone: string): string | undefined => {
  if (!blocks.has(zone)) {
    const [block] = tzlib_get_ical_block(zone) as string[];
    // A name of old answers the block of the new one.
    blocks.set(zone, block?.includes(`TZID:${zone}\r\n`) ? block : undefined);
  }
  return blocks.get(zone);
};

const zoneOf = ({ zone, start, end }: CalendarEvent): string | undefined =>
  zone && blockOf(zone) && isToldRight(start, zone) && isToldRight(end, zone) ? zone : undefined;

const timed = (name: string, at: Instant, zone: string | undefined): string =>
  zone === undefined ? `${name}:${inUtc(at)}` : `${name};TZID=${zone}:${compact(wallTime(at, zone))}`;

const eventLines = (event: CalendarEvent, zone: string | undefined, stamp: Instant): string[] => {
  const { uid, sequence, status, start, end, title, description, location, url } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${inUtc(event.stamp ?? stamp)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${status}`,
    timed('DTSTART', start, zone),
    timed('DTEND', end, zone),
    `SUMMARY:${escaped(title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    // A URI is written as it is; a line break in one would begin another property.
    ...(url && !/\s/.test(url) ? [`URL:${url}`] : []),
    'END:VEVENT',
  ];
};

// The names by which calendar programs know what a calendar is called: that of RFC 7986, and the older one.
const frameLines = ({ name, description }: CalendarFrame): string[] => [
  `NAME:${escaped(name)}`,
  `X-WR-CALNAME:${escaped(name)}`,
  ...(description ? [`DESCRIPTION:${escaped(description)}`, `X-WR-CALDESC:${escaped(description)}`] : []),
  'REFRESH-INTERVAL;VALUE=DURATION:PT5M',
  'X-PUBLISHED-TTL:PT5M',
];

// What an empty calendar tells instead of an event.
const emptyZone = ({ zone }: CalendarFrame): string => (zone && blockOf(zone) ? zone : 'Etc/UTC');

/**
 * An iCalendar file (RFC 5545) of these events, to be added to a calendar: nobody is asked to answer by it. `stamp` is when it was written. The same
 * events and the same stamp are the same file. A `frame` makes it a calendar to subscribe to, with a name of its own; it may have no events.
 */
export const toCalendar = (events: readonly CalendarEvent[], stamp: Instant, frame?: CalendarFrame): string => {
  const placed = events.map((event) => ({ event, zone: zoneOf(event) }));
  const zones = new Set(placed.flatMap(({ zone }) => zone ?? []));
  if (frame && events.length === 0) zones.add(emptyZone(frame));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenary//Plenary//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(frame ? frameLines(frame) : []),
    ...[...zones].flatMap((zone) => blockOf(zone)?.split('\r\n') ?? []),
    ...placed.flatMap(({ event, zone }) => eventLines(event, zone, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
