import * as z from 'zod';
import { type Conflict, OverrideDraft, shownConflict } from './conflict.ts';
import type { Crew } from './crew.ts';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import type { Span } from './ledger.ts';
import { type Doing, passed, statesOf } from './lifecycle.ts';
import { Moment, momentIn } from './moment.ts';
import { isPlaced } from './occupation.ts';
import { once } from './once.ts';
import type { Panelist } from './panelist.ts';
import { madeSlug, slug } from './record.ts';
import { hours, Session, timeFaults } from './session.ts';
import type { Summit } from './summit.ts';
import type { Track } from './track.ts';
import { type Instant, later } from './when.ts';

/** Where and when a session is to be held. */
export const PlacementDraft = once(() =>
  z.strictObject({
    room: slug().optional().meta({ description: 'Left out where it is online, or still to be found.' }),
    start: Moment(),
    minutes: z.int().min(1).max(1_440).optional().meta({ description: 'How long, unless as its track says.' }),
    end: Moment().optional(),
    override: OverrideDraft().optional().meta({ description: 'Why it is placed there whatever stands against it.' }),
  }),
);
export type PlacementDraft = z.output<ReturnType<typeof PlacementDraft>>;

/** A conflict as it is told. */
export const ConflictShown = once(() =>
  z.object({
    kind: z.string(),
    level: z.enum(['block', 'warn']),
    session: z.string(),
    room: z.string().optional(),
    person: z.string().optional(),
    by: z.string().optional().meta({ description: 'The place on the panel or in the crew.' }),
    with: z.object({ summit: z.string(), session: z.string(), reference: z.string() }).optional(),
    conflictsWith: z.string().optional(),
    overlap: z.object({ start: z.string(), end: z.string() }).optional(),
    detail: z.string(),
  }),
);

/** Where and when a session is held, whose time that takes, and what stands against it all the same. */
export const Placement = once(() =>
  z.object({
    session: madeSlug(),
    reference: z.string(),
    state: z.enum(statesOf('session')),
    version: z.int().positive(),
    room: slug().optional(),
    start: z.string().optional(),
    end: z.string().optional(),
    local: Session().shape.local,
    zone: z.string().optional(),
    minutes: z.number().optional(),
    overridden: Session().shape.overridden,
    claimed: z.array(z.object({ person: z.string(), by: z.string(), as: z.string() })),
    held: z.array(ConflictShown()).meta({ description: 'Who is wanted elsewhere at that time, unconfirmed.' }),
    warnings: z.array(ConflictShown()).meta({ description: 'What stands against it and was let through.' }),
  }),
);
export type Placement = z.output<ReturnType<typeof Placement>>;

/** A session with its panel and crew, as far as a placement shows them. */
interface Seated {
  session: Session;
  panel: readonly Pick<Panelist, 'slug' | 'person' | 'role' | 'state'>[];
  crew: readonly Pick<Crew, 'slug' | 'person' | 'as' | 'state'>[];
}

const claimedBy = ({ panel, crew }: Seated): Placement['claimed'] => [
  ...panel.filter(({ state }) => state === 'confirmed').map(({ slug: by, person, role }) => ({ person, by, as: role })),
  ...crew.filter(({ state }) => state === 'assigned').map(({ slug: by, person, as }) => ({ person, by, as })),
];

const msPerMinute = 60_000;

/** What there is to say of a session's place. */
export const placementOf = (
  seated: Seated,
  { conflicts, held }: { conflicts: readonly Conflict[]; held: readonly Conflict[] },
): Placement => {
  const { slug: session, reference, state, version, room, start, end, local, zone, overridden } = seated.session;
  const minutes = start && end ? (Date.parse(end) - Date.parse(start)) / msPerMinute : undefined;
  const place = start && end ? { room, start, end, local, zone, minutes } : { room, zone };
  return {
    session,
    reference,
    state,
    version,
    ...place,
    overridden,
    claimed: isPlaced(seated.session) ? claimedBy(seated) : [],
    held: held.map(shownConflict),
    warnings: conflicts.map(shownConflict),
  };
};

const placeable: ReadonlySet<Session['state']> = new Set(['draft', 'submitted', 'waitlisted', 'accepted', 'scheduled']);

/** Refuses to place what is reported, took place or will not take place. Errors: `wrong-state`. */
export const mayBePlaced = ({ origin, state }: Pick<Session, 'origin' | 'state'>): void => {
  if (origin === 'reported')
    throw new DomainError(
      'wrong-state',
      'The session is reported: where and when it was held is a fact with a source. Change it there: PATCH the session.',
    );
  if (!placeable.has(state))
    throw new DomainError('wrong-state', `The session is ${state}, so it stays where it is.`, {
      also: { state, allowed: [...placeable] },
    });
};

const endOf = (
  draft: PlacementDraft,
  start: Instant | undefined,
  { summit, session, track }: { summit: Summit; session: Session; track: Track | undefined },
): { at?: Instant; fault?: FieldError } => {
  if (draft.end !== undefined && draft.minutes !== undefined)
    return { fault: { pointer: '/minutes', detail: 'Give the minutes or the end, not both.' } };
  if (draft.end !== undefined) return momentIn(draft.end, summit.zone, '/end');
  const lasted =
    session.start && session.end ? (Date.parse(session.end) - Date.parse(session.start)) / msPerMinute : undefined;
  const minutes = draft.minutes ?? track?.minutes ?? lasted;
  if (minutes === undefined)
    return { fault: { pointer: '/minutes', detail: 'Give the minutes or the end: its track does not say how long.' } };
  return start === undefined ? {} : { at: later(start, minutes * msPerMinute) };
};

const spanOf = (
  draft: PlacementDraft,
  where: { summit: Summit; session: Session; track: Track | undefined },
): { span?: Span; faults: FieldError[] } => {
  const begins = momentIn(draft.start, where.summit.zone, '/start');
  const start = 'at' in begins ? begins.at : undefined;
  const ends = endOf(draft, start, where);
  const faults = [...('fault' in begins ? [begins.fault] : []), ...(ends.fault ? [ends.fault] : [])];
  if (start === undefined || ends.at === undefined || faults.length > 0) return { faults };
  const span = { start, end: ends.at };
  return { span, faults: timeFaults(where.summit, span) };
};

/** The session at its place; one that was accepted is scheduled by it. Errors: `wrong-state`, `invalid`. */
export const placedAt = (
  session: Session,
  draft: PlacementDraft,
  where: { summit: Summit; track: Track | undefined },
  passage: Doing,
): Session => {
  mayBePlaced(session);
  const { span, faults } = spanOf(draft, { ...where, session });
  refuseAll(faults);
  const there = { ...session, room: draft.room, ...span, ...hours(where.summit, span ?? {}) };
  return session.state === 'accepted' ? passed('session', there, 'scheduled', passage) : there;
};

/** Whether a session is where and when it is to be, by the clock on the wall too. */
export const isThere = (session: Session, there: Session): boolean =>
  (['room', 'start', 'end', 'state'] as const).every((field) => session[field] === there[field]) &&
  session.local?.start === there.local?.start &&
  session.local?.end === there.local?.end;

/** The session without a place; one that was scheduled waits for another. Errors: `wrong-state`. */
export const takenOff = (session: Session, passage: Doing): Session => {
  mayBePlaced(session);
  const off = { ...session, room: undefined, start: undefined, end: undefined, local: undefined };
  return session.state === 'scheduled' ? passed('session', off, 'accepted', passage) : off;
};

/** Whether there is a place to be taken off. */
export const hasPlace = ({ room, start }: Pick<Session, 'room' | 'start'>): boolean =>
  room !== undefined || start !== undefined;
