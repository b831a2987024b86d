import { type Instant, instantsAt, localTime } from '../domain/when.ts';

const minuteMs = 60_000;

const offsetOf = (at: Instant, zone: string): string => {
  const minute = Math.floor(Date.parse(at) / minuteMs) * minuteMs;
  const ahead = (Date.parse(`${localTime(at, zone)}:00Z`) - minute) / minuteMs;
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `${ahead < 0 ? '-' : '+'}${[hours, minutes].map((part) => String(part).padStart(2, '0')).join(':')}`;
};

/** An instant as the clock on the wall shows it, with its offset: "2031-03-06T10:00:00+01:00". Without a zone, as it is. */
export const withOffset = (at: Instant, zone: string | undefined): string =>
  zone === undefined ? at : `${localTime(at, zone)}${at.slice(16, 19)}${offsetOf(at, zone)}`;

const quarters = Array.from({ length: 96 }, (_, at) =>
  [Math.floor(at / 4), (at % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':'),
);

/** The first instant of a day: midnight, or what the clock shows instead of it where it is put forward just then. */
export const beginningOf = (day: string, zone: string): Instant => {
  for (const quarter of quarters) {
    const [first] = instantsAt(`${day}T${quarter}`, zone);
    if (first !== undefined) return first;
  }
  // A day that was left out of the calendar, as Samoa did once: it begins where the next one does.
  return `${day}T00:00:00Z`;
};

/** The day after. */
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
