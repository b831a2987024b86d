import * as z from 'zod';
import { once } from './once.ts';
import { madeSlug, slug } from './record.ts';
import { Session } from './session.ts';
import type { Summit } from './summit.ts';
import { localTime, span, toInstant } from './when.ts';

const Shown = once(() => z.object({ start: z.string(), end: z.string() }));

/** A session that no longer stands as it was placed, though nobody moved it. */
export const Shifted = once(() =>
  z.object({
    session: madeSlug(),
    reference: z.string(),
    state: Session().shape.state,
    room: slug().optional(),
    start: z.string(),
    end: z.string(),
    zone: z.string(),
    was: Shown().meta({ description: 'What the clock on the wall was to show when it was placed.' }),
    is: Shown().meta({ description: 'What it will show by the rules of the zone as they are now.' }),
    why: z.array(z.enum(['clock', 'days'])).meta({
      description: 'The zone has other rules since (clock), or the summit other days (days).',
    }),
  }),
);
export type Shifted = z.output<ReturnType<typeof Shifted>>;

type Card = Pick<Session, 'slug' | 'reference' | 'origin' | 'state' | 'room' | 'start' | 'end' | 'zone' | 'local'>;

const toCome: ReadonlySet<Session['state']> = new Set(['draft', 'submitted', 'waitlisted', 'accepted', 'scheduled']);

const isOutside = ({ from, to }: Pick<Summit, 'from' | 'to'>, first: string, last: string): boolean =>
  (from !== undefined && first < span(from).first) || (to !== undefined && last > span(to).last);

/**
 * What shifted of a summit's sessions that are to come: the instants are what is kept, so a zone whose rules change shows other hours for them; and
 * days that were narrowed leave sessions outside. To place them anew is a deed.
 */
export const shiftedIn = (summit: Pick<Summit, 'from' | 'to'>, sessions: readonly Card[]): Shifted[] =>
  sessions.flatMap(({ slug: session, reference, origin, state, room, start, end, zone, local }) => {
    if (origin !== 'held' || !toCome.has(state) || !start || !end || !zone || !local) return [];
    const is = { start: localTime(start, zone), end: localTime(end, zone) };
    const last = localTime(toInstant(new Date(Date.parse(end) - 1_000)), zone).slice(0, 10);
    const why: Shifted['why'] = [
      ...(is.start !== local.start || is.end !== local.end ? (['clock'] as const) : []),
      ...(isOutside(summit, is.start.slice(0, 10), last) ? (['days'] as const) : []),
    ];
    return why.length > 0 ? [{ session, reference, state, room, start, end, zone, was: local, is, why }] : [];
  });
