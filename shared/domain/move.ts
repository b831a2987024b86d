import * as z from 'zod';
import { type FieldError, invalid } from './error.ts';
import { Moment } from './moment.ts';
import { once } from './once.ts';
import { ConflictShown, PlacementDraft } from './placement.ts';
import { madeSlug } from './record.ts';
import { Session } from './session.ts';
import { line } from './text.ts';

/** How many sessions are moved in one request at most. */
export const mostMoves = 100;

/** A session that is placed, moved or taken off, by itself or together with others of a group. */
export const Move = once(() =>
  z.strictObject({
    session: madeSlug(),
    ...PlacementDraft().shape,
    start: Moment().optional(),
    off: z.literal(true).optional().meta({ description: 'Take it off; then no start is given.' }),
    group: line(60).optional().meta({ description: 'Moves of one group are all made or none is: a swap.' }),
  }),
);
export type Move = z.output<ReturnType<typeof Move>>;

export const Moves = once(() =>
  z.strictObject({
    moves: z
      .array(Move())
      .min(1)
      .refine((moves) => moves.length <= mostMoves, {
        message: `Send at most ${mostMoves} moves at once. Split them: send them in parts, and keep those of a group together.`,
      })
      .meta({ maxItems: mostMoves }),
  }),
);

const fault = (at: number, field: string, detail: string): FieldError => ({ pointer: `/moves/${at}/${field}`, detail });

/** Refuses moves that cannot be meant. Errors: `invalid`, each move that is wrong. */
export const mayMove = (moves: readonly Move[]): void => {
  const errors = moves.flatMap((move, at): FieldError[] => [
    ...(moves.findIndex(({ session }) => session === move.session) < at
      ? [fault(at, 'session', `Move each session once; "${move.session}" is there twice.`)]
      : []),
    ...(move.off === undefined && move.start === undefined
      ? [fault(at, 'start', 'Give a start, or "off": true to take it off.')]
      : []),
    ...(move.off
      ? (['room', 'start', 'end', 'minutes', 'override'] as const)
          .filter((field) => move[field] !== undefined)
          .map((field) => fault(at, field, 'Leave this out: the session is taken off.'))
      : []),
  ]);
  if (errors.length > 0) throw invalid(errors);
};

/** Moves that are made together, in the order in which the first of each comes. */
export const groupsOf = (moves: readonly Move[]): Move[][] => {
  const groups = new Map<string, Move[]>();
  for (const [at, move] of moves.entries()) {
    const name = move.group === undefined ? `alone ${at}` : `group ${move.group}`;
    groups.set(name, [...(groups.get(name) ?? []), move]);
  }
  return [...groups.values()];
};

/** What became of a move. */
export const moveStates = ['placed', 'taken-off', 'unchanged', 'refused'] as const;

/** Where a session is after a move. */
const Moved = once(() =>
  Session()
    .pick({ state: true, version: true, room: true, start: true, end: true, local: true, zone: true })
    .extend({ warnings: z.array(ConflictShown()) }),
);
export type Moved = z.output<ReturnType<typeof Moved>>;

/** The answer to one move. */
export const MoveAnswer = once(() =>
  z.object({
    session: madeSlug(),
    group: z.string().optional(),
    status: z.enum(moveStates),
    placement: Moved().optional(),
    problem: z
      .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
      .loose()
      .optional()
      .meta({ description: 'Why it was refused, as a problem.' }),
  }),
);

/** The answers to all, in the order of the moves. */
export const MoveAnswers = once(() => z.object({ moves: z.array(MoveAnswer()) }));
