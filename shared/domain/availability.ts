import * as z from 'zod';
import type { Conflict } from './conflict.ts';
import { isWithin, joined, Period } from './hours.ts';
import { type Guard, type Occupation, type SessionRef, usually } from './ledger.ts';
import { once } from './once.ts';
import { limits, line } from './text.ts';

/** The longest way between two rooms that can be asked for, in minutes. */
export const longestWay = 600;

/** When a person can be placed, and how: what they, or their office, said. */
export const AvailabilityDraft = once(() =>
  z.strictObject({
    policy: z
      .enum(['block', 'warn'])
      .default('block')
      .meta({ description: 'Whether a second place at the same time is refused, or only told.' }),
    parallel: z.int().min(1).max(100).default(1).meta({ description: 'How many sessions at once.' }),
    free: z.array(Period()).max(200).default([]).meta({ description: 'When they can come; none is always.' }),
    minutesBetween: z
      .int()
      .min(0)
      .max(longestWay)
      .default(0)
      .meta({ description: 'Minutes that they need from one room to another.' }),
    note: line(limits.line).optional(),
  }),
);
export type AvailabilityDraft = z.output<ReturnType<typeof AvailabilityDraft>>;

/** It is for organizers and schedulers alone. */
export const Availability = once(() =>
  z.object({ ...AvailabilityDraft().shape, person: z.string(), version: z.int().min(0) }),
);
export type Availability = z.output<ReturnType<typeof Availability>>;

/** How a person's time is guarded. */
export const guardOfPerson = (said: Pick<Availability, 'policy' | 'parallel'> | undefined): Guard =>
  said ? { ...usually, policy: said.policy, parallel: said.parallel } : usually;

/** Whether what they said lets more happen than is usual. */
export const isLoose = ({ policy, parallel }: Availability): boolean => policy === 'warn' || parallel > 1;

/** That somebody is placed at a time that they did not give: told, and refused to nobody. */
export const unavailable = (of: SessionRef, { by, start, end }: Occupation, said: Availability): Conflict[] =>
  said.free.length === 0 || isWithin(joined(said.free), { start, end })
    ? []
    : [
        {
          kind: 'unavailable',
          level: 'warn',
          session: of.session,
          person: said.person,
          by,
          detail: `Somebody of "${of.reference}" (${by}) is not free from ${start} to ${end}. Ask them, or choose another time.`,
        },
      ];
