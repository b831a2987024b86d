import * as z from 'zod';
import { once } from './once.ts';

/** A day that may be known only to the month or the year: "2018-10-29", "2018-10" or "2018". An unknown date is left out, never filled in. */
export type PartialDate = string;

/** An instant, RFC 3339 in UTC with seconds: "2024-11-07T09:00:00Z". */
export type Instant = string;

const day = once(() => z.iso.date());
const isDay = (value: string): boolean => day().safeParse(value).success;

export const isPartialDate = (value: string): boolean =>
  /^\d{4}$/.test(value) || (/^\d{4}-\d{2}$/.test(value) && isDay(`${value}-01`)) || isDay(value);

export const partialDate = once(() =>
  z
    .string()
    .refine(isPartialDate, {
      message: 'Give a date that exists, as "2018-10-29", "2018-10" or "2018"; leave it out when it is not known.',
    })
    .meta({ description: 'A day, a month or a year.' }),
);

/** Accepts any RFC 3339 instant with its offset and keeps it in UTC. */
export const instant = once(() =>
  z.iso
    .datetime({
      offset: true,
      message:
        'Give an instant that exists, with its offset, such as "2024-11-07T09:00:00Z" or "2024-11-07T11:00:00+02:00".',
    })
    .overwrite((value) => (Number.isNaN(Date.parse(value)) ? value : toInstant(new Date(value))))
    .refine((value) => !/^[+-]/.test(value), { message: 'Give an instant of the years 0000 to 9999, in UTC.' }),
);

/** To the second: what is finer is cut off. */
export const toInstant = (date: Date): Instant => `${date.toISOString().slice(0, 19)}Z`;

/** A day of the clock, in milliseconds. */
export const dayMs = 24 * 60 * 60 * 1_000;

/** The instant so many milliseconds after another. */
export const later = (from: Instant | Date, ms: number): Instant => toInstant(new Date(new Date(from).getTime() + ms));

/** Whether an instant has been reached; one that is not set never is. */
export const hasCome = (at: Instant | undefined, now: Date): boolean =>
  at !== undefined && Date.parse(at) <= now.getTime();

/** The first and the last day that a partial date may mean. */
export const span = (date: PartialDate): { first: string; last: string } => {
  if (date.length === 10) return { first: date, last: date };
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` };
  const [year, month] = date.split('-').map(Number) as [number, number];
  return {
    first: `${date}-01`,
    last: `${date}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`,
  };
};

export const isZone = (zone: string): boolean => {
  try {
    return /^[A-Z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const zone = once(() =>
  z
    .string()
    .refine(isZone, { message: 'Use an IANA time zone such as "Africa/Cairo".' })
    .meta({ description: 'IANA time zone.' }),
);

const clocks = new Map<string, Intl.DateTimeFormat>();
const clock = (zone: string): Intl.DateTimeFormat => {
  const kept = clocks.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
};

/** What the clock on the wall shows in a zone: "2024-11-07T11:00". */
export const localTime = (at: Instant, zone: string): string => {
  const part = Object.fromEntries(
    clock(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
};

/** The instants at which the clock on the wall shows this: none where it passes over the hour, two where the hour comes twice. */
export const instantsAt = (local: string, zone: string): Instant[] => {
  const shown = Date.parse(`${local}:00Z`);
  if (Number.isNaN(shown)) return [];
  const ahead = (at: number): number => Date.parse(`${localTime(toInstant(new Date(at)), zone)}:00Z`) - at;
  const possible = [shown - dayMs, shown + dayMs].map((near) => toInstant(new Date(shown - ahead(near))));
  return [...new Set(possible)].filter((at) => localTime(at, zone) === local);
};

const minuteMs = 60_000;

/**
 * From which instant on the clock on the wall has come to an hour: the first of two where it comes twice, and where the clock passes over it, the
 * instant at which it does.
 */
export const reachedAt = (local: string, zone: string): Instant => {
  const [first] = instantsAt(local, zone);
  if (first !== undefined) return first;
  const near = Date.parse(`${local}:00Z`) - dayMs;
  const at = (minutes: number): Instant => toInstant(new Date(near + minutes * minuteMs));
  let [before, after] = [0, (2 * dayMs) / minuteMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localTime(at(middle), zone) < local) before = middle;
    else after = middle;
  }
  return at(after);
};
