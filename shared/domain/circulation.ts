import * as z from 'zod';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { once } from './once.ts';
import type { Participation } from './participation.ts';
import { recordFields, slug } from './record.ts';
import { limits, line } from './text.ts';
import { type Instant, instant, later, toInstant } from './when.ts';

const hourMs = 60 * 60 * 1_000;

/** How long those who are asked have, in hours, unless something else is said: who gives them less says who waived the rest, and why. */
export const usualHours = 72;

/** The clock decides what has been due for so long: longer than any request lives, so that what came in time has been recorded. */
export const restMs = 60_000;

/** How long a circulation that waits for somebody to be reached is left alone before the clock looks again. */
export const againMs = 10 * 60_000;

const why = () => line(limits.line);

export const CirculationDraft = once(() =>
  z.strictObject({
    hours: z
      .int()
      .min(1)
      .max(24 * 366)
      .optional()
      .meta({ description: `How long they have; ${usualHours} hours when neither this nor a deadline is given.` }),
    deadline: instant().optional().meta({ description: 'Until when they may object, instead of the hours.' }),
    waiver: z
      .strictObject({ by: line(limits.name), reason: why() })
      .optional()
      .meta({ description: `Who waived the ${usualHours} hours, and why: needed where they have less.` }),
    channel: why().optional().meta({
      description: 'The one channel that counts for objections, such as an address; this system when left out.',
    }),
    message: line(2_000).optional().meta({ description: 'What those who are asked are told beside it.' }),
  }),
);
export type CirculationDraft = z.output<ReturnType<typeof CirculationDraft>>;

/** What those who are asked are told of, in this order of time. */
export const noticeKinds = [
  'circulated',
  'extended',
  'suspended',
  'resumed',
  'recalled',
  'adopted',
  'objected',
] as const;

export const Notice = once(() =>
  z.object({
    kind: z.enum(noticeKinds),
    at: z.string(),
    deadline: z.string().optional().meta({ description: 'The deadline from then on; none while it is suspended.' }),
    reason: z.string().optional(),
  }),
);
export type Notice = z.output<ReturnType<typeof Notice>>;

/** A version that went to the participating organizations, with a deadline: adopted unless somebody objects before it. */
export const Circulation = once(() =>
  z.object({
    ...recordFields('circulation'),
    ...CirculationDraft().pick({ waiver: true, channel: true, message: true }).shape,
    summit: slug(),
    declaration: slug(),
    rehearsal: z.boolean(),
    text: z.object({ version: slug(), hash: z.string() }).meta({ description: 'The version that was sent.' }),
    at: z.string(),
    enteredBy: z.string().optional(),
    deadline: z.string().meta({ description: 'Until when objections are heard: this very instant is too late.' }),
    remaining: z
      .int()
      .optional()
      .meta({ description: 'While it is suspended: how much time is kept, in milliseconds.' }),
    asked: z.int().positive().meta({ description: 'How many organizations were asked.' }),
    notices: z.array(Notice()).meta({ description: 'What was told to all of them, the first first.' }),
    heldUp: z.object({ since: z.string(), organizations: z.int().positive() }).optional().meta({
      description: 'Since when it waits, because so many were not reached and nobody has said why it may be.',
    }),
    decided: z
      .object({
        at: z.string(),
        outcome: z.enum(['adopted', 'objected']),
        objections: z.int().min(0),
        how: z
          .enum(['acclamation', 'organ'])
          .optional()
          .meta({ description: 'Where a meeting adopted it before silence did.' }),
      })
      .optional(),
    due: z.string().optional().meta({ description: 'When the clock looks at it next.' }),
    batch: z.string(),
  }),
);
export type Circulation = z.output<ReturnType<typeof Circulation>>;

/** To the second, and never earlier: nobody has less time than was said. */
export const notBefore = (ms: number): Instant => toInstant(new Date(Math.ceil(ms / 1_000) * 1_000));

/** When the clock may decide. */
export const decidableFrom = (deadline: Instant): Instant => later(deadline, restMs);

const deadlineOf = ({ hours, deadline, waiver }: CirculationDraft, at: Date): Instant => {
  const until = deadline ?? notBefore(at.getTime() + (hours ?? usualHours) * hourMs);
  const errors: FieldError[] = [];
  if (hours !== undefined && deadline !== undefined)
    errors.push({ pointer: '/hours', detail: 'Give the hours or the deadline, not both.' });
  if (Date.parse(until) <= at.getTime())
    errors.push({ pointer: '/deadline', detail: 'Give a deadline that is still to come.' });
  else if (Date.parse(until) - at.getTime() < usualHours * hourMs && !waiver)
    errors.push({
      pointer: '/waiver',
      detail: `Say who waived the ${usualHours} hours, and why, or give them at least ${usualHours}.`,
    });
  refuseAll(errors);
  return until;
};

const asks: ReadonlySet<string> = new Set(['host', 'chair', 'convenor', 'participating-member']);

/** Whether an organization is asked: it takes part in a capacity that decides, and has not withdrawn or stayed away. */
export const isAsked = ({ capacities, state }: Pick<Participation, 'capacities' | 'state'>): boolean =>
  (state === 'registered' || state === 'attended') && capacities.some((capacity) => asks.has(capacity));

/** Refuses to circulate to nobody. Errors: `wrong-state`. */
export const mustAsk = (asked: readonly unknown[]): void => {
  if (asked.length === 0)
    throw new DomainError(
      'wrong-state',
      'Nobody would be asked. Register who takes part in the summit as host, chair, convenor or participating member first.',
    );
};

/** The circulation that follows one: "c1" is the first. */
export const circulationAfter = (last: Pick<Circulation, 'slug'> | undefined): string =>
  `c${Number(last?.slug.slice(1) ?? 0) + 1}`;

/** A circulation that begins, before the version is taken that it sends. Errors: `invalid`. */
export const circulate = (
  draft: CirculationDraft,
  about: Pick<Circulation, 'slug' | 'summit' | 'declaration' | 'rehearsal' | 'asked' | 'batch' | 'enteredBy'>,
  now: Date,
): Omit<Circulation, 'text'> => {
  const deadline = deadlineOf(draft, now);
  const { waiver, channel, message } = draft;
  const at = toInstant(now);
  return {
    ...about,
    ...Object.fromEntries(Object.entries({ waiver, channel, message }).filter(([, value]) => value !== undefined)),
    version: 1,
    state: 'open',
    at,
    deadline,
    notices: [{ kind: 'circulated', at, deadline }],
    due: decidableFrom(deadline),
  };
};
