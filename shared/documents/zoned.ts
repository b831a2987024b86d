import { dayMs, type Instant, instantsAt, localTime, toInstant } from '../domain/when.ts';

const minuteMs = 60_000;

const minute = (at: Instant): number => Math.floor(Date.parse(at) / minuteMs) * minuteMs;

const exactOffset = (at: Instant, zone: string): number =>
  (Date.parse(`${localTime(at, zone)}:00Z`) - minute(at)) / minuteMs;

// Asking for the clock of a zone costs far more than adding to it: on a day on which nothing changes, once will do.
const steady = new Map<string, number | undefined>();
const keptDays = 2_000;

const steadyOffset = (at: Instant, zone: string): number | undefined => {
  const key = `${zone} ${at.slice(0, 10)}`;
  if (steady.has(key)) return steady.get(key);
  const midnight = Date.parse(`${at.slice(0, 10)}T00:00:00Z`);
  // Some hours before and after, so that no hour of the day is one that comes twice.
  const [first, last] = [midnight - dayMs / 8, midnight + dayMs + dayMs / 8].map((end) =>
    exactOffset(toInstant(new Date(end)), zone),
  );
  if (steady.size >= keptDays) steady.clear();
  steady.set(key, first === last ? first : undefined);
  return steady.get(key);
};

/** Whether the clock of a zone changes neither on the day (UTC) of this instant nor near it. */
export const isSteady = (at: Instant, zone: string): boolean => steadyOffset(at, zone) !== undefined;

/** How many minutes the clock of a zone is ahead of UTC. */
export const offsetAt = (at: Instant, zone: string): number => steadyOffset(at, zone) ?? exactOffset(at, zone);

/** What `localTime` answers, for whoever asks for thousands. */
export const wallTime = (at: Instant, zone: string): string =>
  toInstant(new Date(minute(at) + offsetAt(at, zone) * minuteMs)).slice(0, 16);

const two = (part: number): string => String(part).padStart(2, '0');

/** An instant as the clock on the wall shows it, with its offset: "2031-03-06T10:00:00+01:00". Without a zone, as it is. */
export const withOffset = (at: Instant, zone: string | undefined): string => {
  if (zone === undefined) return at;
  const ahead = offsetAt(at, zone);
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return `${wallTime(at, zone)}${at.slice(16, 19)}${offset}`;
};

const quarters = Array.from({ length: 96 }, (_, at) => `${two(Math.floor(at / 4))}:${two((at % 4) * 15)}`);

/** The first instant of a day: midnight, or what the clock shows instead of it where it is put forward just then. */
export const beginningOf = (day: string, zone: string): Instant => {
  for (const quarter of quarters) {
    const [first] = instantsAt(`${day}T${quarter}`, zone);
    if (first !== undefined) return first;
  }
  // A day that was left out of the calendar, as Samoa did once.
  return `${day}T00:00:00Z`;
};

/** The day after. */
export const nextDay = (day: string): string =>
  toInstant(new Date(Date.parse(`${day}T12:00:00Z`) + dayMs)).slice(0, 10);
