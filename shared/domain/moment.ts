import * as z from 'zod';
import type { FieldError } from './error.ts';
import { once } from './once.ts';
import { type Instant, instant, instantsAt } from './when.ts';

const onTheWall = /^(\d{4}-\d{2}-\d{2})T(([01]\d|2[0-3]):[0-5]\d)(:00)?$/;
const day = once(() => z.iso.date());

// As it is written to be read: without seconds, which no clock on a wall shows.
const wallTime = (given: string): string | undefined => {
  const [, date, hour] = onTheWall.exec(given) ?? [];
  return date !== undefined && day().safeParse(date).success ? `${date}T${hour}` : undefined;
};

/** When: an instant with its offset, or what the clock on the wall shows at the summit. */
export const Moment = once(() =>
  z
    .string()
    .refine((given) => wallTime(given) !== undefined || instant().safeParse(given).success, {
      message:
        'Give the hour that the clock on the wall shows at the summit, as "2027-03-10T09:00", or an instant with its offset, as "2027-03-10T09:00:00+01:00".',
    })
    .meta({
      description: 'What the clock on the wall shows at the summit, or an instant with its offset.',
      examples: ['2027-03-10T09:00', '2027-03-10T09:00:00Z'],
    }),
);

/** The instant of a moment in a zone, or what is wrong with it: the clock may pass over an hour, and another comes twice. */
export const momentIn = (
  given: string,
  zone: string | undefined,
  pointer: string,
): { at: Instant } | { fault: FieldError } => {
  const shown = wallTime(given);
  const fault = (detail: string) => ({ fault: { pointer, detail } });
  if (shown === undefined) return { at: instant().parse(given) };
  if (zone === undefined) return fault('The summit has no time zone: give an instant with its offset.');
  const [first, second] = instantsAt(shown, zone);
  const [date, hour] = shown.split('T');
  if (first === undefined)
    return fault(`There is no ${hour} on ${date} in ${zone}: the clock passes over that hour. Choose another.`);
  if (second === undefined) return { at: first };
  const [earlier, later] = [first, second].toSorted();
  return fault(`${hour} comes twice on ${date} in ${zone}. Give the instant that you mean: ${earlier} or ${later}.`);
};
