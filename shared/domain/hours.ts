import * as z from 'zod';
import type { Span } from './ledger.ts';
import { once } from './once.ts';
import { limits, line } from './text.ts';
import { dayMs, type Instant, instant, instantsAt, localTime, reachedAt } from './when.ts';

const hour = (pattern: RegExp, example: string) =>
  z
    .string()
    .regex(pattern, { message: `Give the hour of the clock on the wall, such as "${example}".` })
    .meta({ examples: [example] });

/** When something is open by the clock on the wall: each day, or on the one that is named. */
export const Hours = once(() =>
  z
    .strictObject({
      on: z.iso
        .date({ message: 'Give a day that exists, such as "2027-03-10".' })
        .optional()
        .meta({ description: 'The day that these hours are for, instead of those of each day.' }),
      from: hour(/^([01]\d|2[0-3]):[0-5]\d$/, '09:00'),
      to: hour(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '18:00'),
    })
    .refine(({ from, to }) => from < to, {
      path: ['to'],
      message: 'Let it close after it opens; what comes after midnight are hours of the next day.',
    }),
);
export type Hours = z.output<ReturnType<typeof Hours>>;

/** From one instant to another. */
export const Period = once(() =>
  z
    .strictObject({ start: instant(), end: instant() })
    .refine(({ start, end }) => start < end, { path: ['end'], message: 'Let it end after its start.' }),
);

/** When something cannot be used, and why. */
export const Blackout = once(() =>
  z
    .strictObject({ start: instant(), end: instant(), why: line(limits.line).optional() })
    .refine(({ start, end }) => start < end, { path: ['end'], message: 'Let it end after its start.' }),
);
export type Blackout = z.output<ReturnType<typeof Blackout>>;

/** The day after another. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);

/** The days that the calendar on the wall shows during a time. */
export const localDays = ({ start, end }: Span, zone: string): string[] => {
  const days: string[] = [];
  const last = localTime(end, zone);
  for (let day = localTime(start, zone).slice(0, 10); day <= last.slice(0, 10); day = dayAfter(day)) days.push(day);
  // What ends at midnight ends on the day before.
  return last.endsWith('T00:00') && days.length > 1 ? days.slice(0, -1) : days;
};

/** The hours of a day: those that are for it, or else those of each day. */
export const hoursOn = (hours: readonly Hours[], day: string): Hours[] => {
  const own = hours.filter(({ on }) => on === day);
  return own.length > 0 ? own : hours.filter(({ on }) => on === undefined);
};

// An hour that comes twice is over when it has come for the second time.
const closing = (day: string, to: string, zone: string): Instant =>
  to === '24:00'
    ? reachedAt(`${dayAfter(day)}T00:00`, zone)
    : (instantsAt(`${day}T${to}`, zone).toSorted().at(-1) ?? reachedAt(`${day}T${to}`, zone));

/** Times in their order, those that touch or cross as one. */
export const joined = (spans: readonly Span[]): Span[] => {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)))) {
    const last = all.at(-1);
    if (!last || last.end < span.start) all.push({ ...span });
    else if (last.end < span.end) last.end = span.end;
  }
  return all;
};

/** When something with these hours is open on the days of a time. Hours on which the clock changes last as long as they do. */
export const openSpans = (hours: readonly Hours[], zone: string, within: Span): Span[] =>
  joined(
    localDays(within, zone)
      .flatMap((day) =>
        hoursOn(hours, day).map(({ from, to }) => ({
          start: reachedAt(`${day}T${from}`, zone),
          end: closing(day, to, zone),
        })),
      )
      .filter(({ start, end }) => start < end),
  );

/** Whether a time lies within one of others, which are joined. */
export const isWithin = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((span) => span.start <= start && end <= span.end);
