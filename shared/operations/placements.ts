import { type Conflict, shownConflict, unplaceable } from '../domain/conflict.ts';
import { type Code, DomainError, type FieldError, invalid, notFound, refuseAll } from '../domain/error.ts';
import { groupsOf, mayMove, type Move, type Moved, type moveStates } from '../domain/move.ts';
import { hasPlace, isThere, placedAt, type PlacementDraft, takenOff } from '../domain/placement.ts';
import type { Session } from '../domain/session.ts';
import type { Summit } from '../domain/summit.ts';
import type { Track } from '../domain/track.ts';
import { keepAnswer, keptAnswer } from '../table/kept-answer.ts';
import { answerKey } from '../table/key.ts';
import type { ReceiptKey } from '../table/receipt.ts';
import { getWholeSession, type WholeSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { type Deed, type House, passageOf, perform, type Plan } from './perform.ts';
import { mayFit, refusalWith, tracksFor, unknownToPlacement } from './placement.ts';
import { type SessionMove, sessionWrites } from './session.ts';

/** Why a move was refused, as plain data: it is kept with the answer. */
export interface Refused {
  code: Code;
  detail: string;
  errors?: readonly FieldError[] | undefined;
  conflictsWith?: string | undefined;
  also?: Readonly<Record<string, unknown>> | undefined;
}

/** What became of a move. */
export interface MoveAnswer {
  session: string;
  group?: string | undefined;
  status: (typeof moveStates)[number];
  placement?: Moved | undefined;
  refused?: Refused | undefined;
}

interface Asked {
  moves: readonly Move[];
  suggest: number;
}

/** As long as one request may write, in milliseconds: its answer has to come within 25 seconds. */
const patience = 18_000;

/** That a group was refused: each of its sessions with its own reason, as far as it has one. */
class GroupRefused extends DomainError {
  readonly of: ReadonlyMap<string, DomainError>;
  constructor(of: ReadonlyMap<string, DomainError>) {
    const [first] = of.values();
    super(first?.code ?? 'not-placeable', first?.message ?? '');
    this.name = 'GroupRefused';
    this.of = of;
  }
}

const plain = ({ code, message: detail, errors, conflictsWith, also }: DomainError): Refused => ({
  code,
  detail,
  errors,
  conflictsWith,
  also,
});

const draftOf = ({ room, start = '', minutes, end, override }: Move): PlacementDraft => ({
  room,
  start,
  minutes,
  end,
  override,
});

interface Beside {
  summit: Summit;
  tracks: readonly Track[];
}

/** A move as far as it can be decided without the ledgers. */
interface Planned extends SessionMove {
  move: Move;
  isChange: boolean;
}

/** A move with what there is of what it names. */
interface Found {
  move: Move;
  whole: WholeSession | undefined;
  /** A room that is not there. */
  missing: readonly FieldError[];
}

// What a start is refused for is told beside a room that is not there.
const placed = ({ session }: WholeSession, { move, missing }: Found, { summit, tracks }: Beside, deed: Deed) => {
  const track = tracks.find(({ slug }) => slug === session.track);
  const there = (): Session => placedAt(session, draftOf(move), { summit, track }, passageOf(deed));
  try {
    there();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    throw invalid([...(error.errors ?? []), ...missing]);
  }
  refuseAll(missing);
  return there();
};

const planned = (found: Found, beside: Beside, deed: Deed): Planned => {
  const { move, whole } = found;
  if (!whole) throw notFound('session');
  const session = move.off ? takenOff(whole.session, passageOf(deed)) : placed(whole, found, beside, deed);
  const isChange = move.off ? hasPlace(whole.session) : !isThere(whole.session, session);
  return { move, whole, session, override: move.override, isChange };
};

const allPlanned = (found: readonly Found[], beside: Beside, deed: Deed): Planned[] => {
  const refused = new Map<string, DomainError>();
  const plans = found.flatMap((one) => {
    try {
      return planned(one, beside, deed);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.set(one.move.session, error);
      return [];
    }
  });
  if (refused.size > 0) throw new GroupRefused(refused);
  return plans;
};

// Each session that something stands against hears of that, with places of its own.
const groupRefusal =
  (house: House, deed: Deed, plans: readonly Planned[], { summit }: Beside, suggest: number) =>
  async (conflicts: readonly Conflict[]): Promise<Error> => {
    const refused = new Map<string, DomainError>();
    for (const plan of plans) {
      const own = conflicts.filter(({ session }) => session === plan.session.slug);
      const isRefused = own.some(({ level }) => level === 'block') && !plan.override;
      if (isRefused) refused.set(plan.session.slug, await refusalWith(house, deed, plan, summit, suggest)(own));
    }
    return refused.size > 0 ? new GroupRefused(refused) : unplaceable(conflicts);
  };

const movedOf = (session: Session, conflicts: readonly Conflict[]): Moved => {
  const { state, version, room, start, end, local, zone } = session;
  const own = conflicts.filter((one) => one.session === session.slug);
  return { state, version, room, start, end, local, zone, warnings: own.map(shownConflict) };
};

const answersOf = (
  plans: readonly Planned[],
  answers: readonly Session[],
  conflicts: readonly Conflict[],
): MoveAnswer[] =>
  plans.map(({ move: { session, group, off }, whole, isChange }) => ({
    session,
    group,
    status: !isChange ? 'unchanged' : off ? 'taken-off' : 'placed',
    placement: movedOf(answers.find(({ slug }) => slug === session) ?? whole.session, conflicts),
  }));

const wholeOf = async (house: House, summit: string, { session }: Move): Promise<WholeSession | undefined> => {
  try {
    return await getWholeSession(house.table, summit, session);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
};

const foundFor =
  (house: House, summit: string) =>
  async (move: Move): Promise<Found> => {
    const [whole, missing] = await Promise.all([wholeOf(house, summit, move), unknownToPlacement(house, summit, move)]);
    return { move, whole, missing };
  };

const may = (summit: string) => ({ deed: 'placement:write', of: { summit } }) as const;

/** The moves of one group, in one transaction. Errors: GroupRefused, and what is about all of them. */
const moveGroup = (house: House, deed: Deed, moves: readonly Move[], summit: Summit, suggest: number) =>
  perform(house, deed, {
    may: may(summit.slug),
    read: () =>
      Promise.all([
        Promise.all(moves.map(foundFor(house, summit.slug))),
        tracksFor(
          house,
          summit.slug,
          moves.filter(({ off }) => !off),
        ),
      ]),
    decide: async ([found, tracks]): Promise<Plan<MoveAnswer[]>> => {
      const beside = { summit, tracks };
      const plans = allPlanned(found, beside, deed);
      const changes = plans.filter(({ isChange }) => isChange);
      const refusal = groupRefusal(house, deed, changes, beside, suggest);
      const { writes, answers, conflicts } = await sessionWrites(house, deed, changes, { refusal });
      // The receipt and a long answer are written along.
      mayFit(
        writes.length + (deed.receipt ? 2 : 0),
        changes.map(({ session }) => session),
      );
      const answer = answersOf(plans, answers, conflicts);
      const kept = deed.receipt ? await keepAnswer(house.table, answer, deed.at, deed.request) : [];
      return { writes: [...writes, ...kept], answer, at: answerKey(deed.request) };
    },
    again: (at) => keptAnswer<MoveAnswer[]>(house.table, at),
  });

const together = 'Another move of its group was refused, so this one was not made either.';

const refusedAll = (moves: readonly Move[], error: unknown): MoveAnswer[] => {
  const reasonOf = (session: string): Refused => {
    if (error instanceof GroupRefused) {
      const own = error.of.get(session);
      return own ? plain(own) : { code: error.code, detail: together };
    }
    if (error instanceof DomainError && error.code !== 'unavailable') return plain(error);
    throw error;
  };
  return moves.map(({ session, group }) => ({ session, group, status: 'refused', refused: reasonOf(session) }));
};

// A receipt of its own for each group: what was done before a request broke off is known when it is sent again.
const receiptFor = (receipt: ReceiptKey | undefined, nth: number): ReceiptKey | undefined =>
  receipt && { ...receipt, path: `${receipt.path}#${nth}` };

const late = (done: number, all: number): DomainError =>
  new DomainError(
    'unavailable',
    `The time was over when ${done} of ${all} groups were moved. Send the same again, with the same Idempotency-Key: what is done is known, and the rest follows.`,
  );

const eachMoved = async (
  house: House,
  deed: Deed,
  summit: Summit,
  { moves, suggest }: Asked,
): Promise<MoveAnswer[]> => {
  const until = house.table.pace.now() + patience;
  const groups = groupsOf(moves);
  const answers = new Map<string, MoveAnswer>();
  // One after the other: what one leaves free, the next may take.
  for (const [nth, group] of groups.entries()) {
    if (house.table.pace.now() >= until) throw late(nth, groups.length);
    const own: Deed = { ...deed, request: `${deed.request}.${nth}`, receipt: receiptFor(deed.receipt, nth) };
    const done = await moveGroup(house, own, group, summit, suggest).catch((error: unknown) =>
      refusedAll(group, error),
    );
    for (const answer of done) answers.set(answer.session, answer);
  }
  return moves.flatMap(({ session }) => answers.get(session) ?? []);
};

/**
 * Places, moves and takes off many sessions, one group after the other: moves of one group all or nothing, each with its own answer. Sent again with
 * its Idempotency-Key it acts once, also where it broke off between two groups. Errors: `not-found` of the summit, `invalid` for moves that cannot be
 * meant, `unavailable` where time was over; what refuses a move is that move's answer.
 */
export const moveSessions = (house: House, deed: Deed, summit: string, asked: Asked): Promise<MoveAnswer[]> =>
  perform(house, deed, {
    may: may(summit),
    read: () => getSummit(house.table, summit),
    decide: async (of): Promise<Plan<MoveAnswer[]>> => {
      mayMove(asked.moves);
      const answer = await eachMoved(house, deed, of, asked);
      const kept = deed.receipt ? await keepAnswer(house.table, answer, deed.at, deed.request) : [];
      return { writes: kept, answer, at: answerKey(deed.request) };
    },
    again: (at) => keptAnswer<MoveAnswer[]>(house.table, at),
  });
