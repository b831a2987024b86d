import * as z from 'zod';
import { type Caller, isInsider } from './access.ts';
import type { Crew } from './crew.ts';
import { occupationsOf } from './occupation.ts';
import { once } from './once.ts';
import type { Panelist } from './panelist.ts';
import type { Session } from './session.ts';
import { storedText } from './text.ts';

/** A time that a session takes of somebody. Which session is said to whoever may know of it. */
export const Stay = once(() =>
  z.object({
    start: z.string(),
    end: z.string(),
    firm: z.boolean().meta({ description: 'Claimed, and not only held by somebody who has not confirmed.' }),
    as: z.enum(['panelist', 'crew']),
    summit: z.string().optional(),
    session: z.string().optional(),
    reference: z.string().optional(),
    title: storedText().optional(),
  }),
);
export type Stay = z.output<ReturnType<typeof Stay>>;

/** What takes somebody's time, over all days and summits. */
export const Schedule = once(() => z.object({ person: z.string(), items: z.array(Stay()) }));
export type Schedule = z.output<ReturnType<typeof Schedule>>;

/** What somebody has to do with a session: a place on its panel, or in its crew. */
export type Part = { session: Session } & ({ panelist: Panelist } | { crew: Crew });

const stayOf = (part: Part, caller: Caller): Stay[] => {
  const { session } = part;
  const { summit, slug, reference, title } = session;
  const isCrew = 'crew' in part;
  const named = isInsider(caller, 'session', session) ? { summit, session: slug, reference, title } : {};
  return occupationsOf({ session, panel: isCrew ? [] : [part.panelist], crew: isCrew ? [part.crew] : [] })
    .filter(({ resource }) => 'person' in resource)
    .map(({ start, end, firm }) => ({ start, end, firm, as: isCrew ? 'crew' : 'panelist', ...named }));
};

/** What takes somebody's time, in order, as far as the caller may know of it. */
export const scheduleOf = (person: string, parts: readonly Part[], caller: Caller): Schedule => ({
  person,
  items: parts
    .flatMap((part) => stayOf(part, caller))
    .toSorted((a, b) => (a.start === b.start ? 0 : a.start < b.start ? -1 : 1)),
});
