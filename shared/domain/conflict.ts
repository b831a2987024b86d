import * as z from 'zod';
import { type Code, DomainError } from './error.ts';
import type { Clash, Span } from './ledger.ts';
import type { Doing } from './lifecycle.ts';
import { once } from './once.ts';
import { limits, line } from './text.ts';

/** What stands against a session's being at a place, or in the hands of somebody then. */
export interface Conflict {
  kind:
    | 'room-taken'
    | 'person-taken'
    | 'room-closed'
    | 'track-closed'
    | 'outside-hours'
    | 'blackout'
    | 'outside-window'
    | 'other-room'
    | 'unavailable'
    | 'far-apart'
    | 'held';
  /** `block` refuses unless it is overridden; `warn` is told and refuses nothing. */
  level: 'block' | 'warn';
  /** The session that it is about. */
  session: string;
  room?: string | undefined;
  person?: string | undefined;
  /** Through what the person is claimed: the slug of a panelist, or of somebody of the crew. */
  by?: string | undefined;
  /** The session in the way, for whoever may know of it. */
  with?: { summit: string; session: string; reference: string } | undefined;
  overlap?: Span | undefined;
  detail: string;
}

/** Why a conflict was accepted. */
export interface Override {
  reason: string;
}

/** The same as it is sent. */
export const OverrideDraft = once(() => z.strictObject({ reason: line(limits.line) }));

/** A conflict that was accepted, as it stays on record. */
export const Overridden = once(() =>
  z.object({ kind: z.string(), detail: z.string(), reason: z.string(), by: z.string(), at: z.string() }),
);
export type Overridden = z.output<ReturnType<typeof Overridden>>;

/** What of these conflicts was in the way, once it is overridden. */
export const overridden = (
  conflicts: readonly Conflict[],
  override: Override | undefined,
  { by, at }: Doing,
): Overridden[] =>
  override
    ? conflicts
        .filter(({ level }) => level === 'block')
        .map(({ kind, detail }) => ({ kind, detail, reason: override.reason, by, at }))
    : [];

const between = ({ start, end }: Span): string => `from ${start} to ${end}`;

/** A clash in words. What the caller may not know of is another session, and no more. */
export const conflictOf = (clash: Clash, mayKnow: boolean): Conflict => {
  const { of, occupation, with: other, overlap, policy } = clash;
  const named = mayKnow ? `by "${other.reference}"` : 'by another session';
  const about = { session: of.session, level: policy, overlap, ...(mayKnow ? { with: other } : {}) };
  const { resource, by } = occupation;
  if ('room' in resource)
    return {
      ...about,
      kind: 'room-taken',
      room: resource.room,
      detail: `The room "${resource.room}" is taken ${named} ${between(overlap)}. Choose another room or time.`,
    };
  return {
    ...about,
    kind: 'person-taken',
    person: resource.person,
    by,
    detail: `Somebody of "${of.reference}" (${by}) is taken ${named} ${between(overlap)}. Choose another time, or take them off one of the two.`,
  };
};

const pathOf = ({ with: other }: Conflict): string | undefined =>
  other && `/api/v1/summits/${other.summit}/sessions/${other.session}`;

const codeOf = (conflicts: readonly Conflict[]): Code => {
  const kinds = new Set(conflicts.map(({ kind }) => kind));
  if (kinds.has('room-taken')) return 'room-taken';
  return kinds.has('person-taken') ? 'person-taken' : 'not-placeable';
};

/** A conflict with the address of the session in the way. */
export const shownConflict = (conflict: Conflict): Conflict & { conflictsWith?: string | undefined } => {
  const conflictsWith = pathOf(conflict);
  return { ...conflict, ...(conflictsWith ? { conflictsWith } : {}) };
};

// A panel of many can meet many: each stands in the list.
const mostSaid = 6;

const said = (details: readonly string[]): string => {
  const all = [...new Set(details)];
  const rest = all.length - mostSaid;
  return [...all.slice(0, mostSaid), ...(rest > 0 ? [`There are ${rest} more; "conflicts" names each.`] : [])].join(
    ' ',
  );
};

/** Refuses for what stands in the way, each named. Errors: `room-taken`, `person-taken`, `not-placeable`. */
export const unplaceable = (conflicts: readonly Conflict[], also: Record<string, unknown> = {}): DomainError => {
  const inTheWay = conflicts.filter(({ level }) => level === 'block');
  const conflictsWith = inTheWay.map(pathOf).find((path) => path !== undefined);
  return new DomainError(codeOf(inTheWay), said(inTheWay.map(({ detail }) => detail)), {
    ...(conflictsWith ? { conflictsWith } : {}),
    also: {
      conflicts: conflicts.map(shownConflict),
      ...also,
    },
  });
};
