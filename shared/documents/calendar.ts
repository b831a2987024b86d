import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library';
import { type Instant, localTime, toInstant } from '../domain/when.ts';

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

const bytes = (words: string): number => new TextEncoder().encode(words).length;

/** RFC 5545, 3.1: no line is longer than 75 octets, and none is broken within a character; what goes on begins with a space. */
const folded = (line: string): string => {
  const lines = [''];
  let left = 75;
  for (const character of line) {
    const length = bytes(character);
    if (length > left) {
      lines.push('');
      left = 74;
    }
    lines[lines.length - 1] += character;
    left -= length;
  }
  return lines.join('\r\n ');
};

const compact = (time: string): string => time.replace(/[-:]/g, '').slice(0, 15).padEnd(15, '0');
const inUtc = (at: Instant): string => `${compact(at)}Z`;

const offsetAt = (at: Instant, zone: string): number =>
  (Date.parse(`${localTime(at, zone)}:00Z`) - Math.floor(Date.parse(at) / 60_000) * 60_000) / 60_000;

const minutesOf = (offset: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

// An hour that the clock shows twice, when it is put back.
const isTwice = (at: Instant, zone: string): boolean =>
  [-60, -30, 30, 60].some(
    (minutes) => localTime(toInstant(new Date(Date.parse(at) + minutes * 60_000)), zone) === localTime(at, zone),
  );

// The blocks know each zone's rules of today only. Where they show another hour than the zone has at that instant, UTC is the one that is right.
const isToldRight = (at: Instant, zone: string): boolean => {
  const [day = '', time = ''] = localTime(at, zone).split('T');
  return !isTwice(at, zone) && minutesOf(tzlib_get_offset(zone, day, time)) === offsetAt(at, zone);
};

const blockOf = (zone: string): string | undefined => {
  const [block] = tzlib_get_ical_block(zone) as string[];
  // A name of old answers the block of the new one.
  return block?.includes(`TZID:${zone}\r\n`) ? block : undefined;
};

const zoneOf = ({ zone, start, end }: CalendarEvent): string | undefined =>
  zone && blockOf(zone) && isToldRight(start, zone) && isToldRight(end, zone) ? zone : undefined;

const timed = (name: string, at: Instant, zone: string | undefined): string =>
  zone === undefined ? `${name}:${inUtc(at)}` : `${name};TZID=${zone}:${compact(localTime(at, zone))}`;

const eventLines = (event: CalendarEvent, stamp: Instant): string[] => {
  const { uid, sequence, status, start, end, title, description, location, url } = event;
  const zone = zoneOf(event);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${inUtc(stamp)}`,
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

/**
 * An iCalendar file (RFC 5545) of these events, to be added to a calendar: nobody is asked to answer by it. `stamp` is when it was written. The same
 * events and the same stamp are the same file.
 */
export const toCalendar = (events: readonly CalendarEvent[], stamp: Instant): string => {
  const zones = [...new Set(events.flatMap((event) => zoneOf(event) ?? []))];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenary//Plenary//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...zones.flatMap((zone) => blockOf(zone)?.split('\r\n') ?? []),
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
