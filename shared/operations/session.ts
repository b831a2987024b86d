import { DomainError, type FieldError } from '../domain/error.ts';
import { type Conflict, type Override, overridden } from '../domain/conflict.ts';
import { passed, type StateOf } from '../domain/lifecycle.ts';
import { overAt } from '../domain/awaited.ts';
import { type Panelist, seatedIn } from '../domain/panelist.ts';
import { mixed } from '../domain/rehearsal.ts';
import {
  draftSession,
  mayInvolve,
  type NamedDraft,
  reviseSession,
  type Session,
  type SessionDraft,
} from '../domain/session.ts';
import type { Summit } from '../domain/summit.ts';
import { toInstant } from '../domain/when.ts';
import { awaitOutcomes } from '../table/awaited.ts';
import { isTold, linkSession, rolesIn, unlinkSession } from '../table/link.ts';
import { getOrganizations } from '../table/organization.ts';
import { renewSitting } from '../table/panelist.ts';
import { findRoom } from '../table/room.ts';
import { codeIsFree } from '../table/reference.ts';
import { getSession, getWholeSession, sessionKind, type WholeSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { insertTally, removeTally, tallyUnchanged } from '../table/tally.ts';
import { findTrack } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import {
  bySlugs,
  instrumentsExist,
  pointed,
  pointedAt,
  printedAs,
  referred,
  type Resolved,
  resolving,
  together,
} from './naming.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, reading } from './perform.ts';
import type * as Check from './check.ts';
import type { Permission } from './permission.ts';
import { type Booking, bookingWrites, type Standing } from './booking.ts';
import { discard } from './record.ts';
import { insert, replace } from '../table/item.ts';

const creating = (summit: string): Permission => ({ deed: 'session:write', of: { summit } });
const changing = ({ table }: House, summit: string, session: string): Permission => ({
  deed: 'session:write',
  of: { summit, session },
  knows: () => [['session', getSession(table, summit, session)]],
});

const taken = ({ summit, slug, reference }: Session): DomainError =>
  new DomainError(
    'reference-taken',
    `The summit already has a session "${reference}" (or one that reads the same in an address). Give this one another code.`,
    {
      conflictsWith: `/api/v1/summits/${summit}/sessions/${slug}`,
    },
  );

/** The fields of a session's draft that name something else. */
export const sessionNames = ['lead', 'partners', 'instruments', 'track', 'room'] as const;
type SessionNames = Pick<SessionDraft, (typeof sessionNames)[number]>;

/** Looks up everything that a draft names, and gives its organizations their printed names; what is not there is told, each at once. */
export const resolved = <D extends SessionNames>(
  { table }: House,
  summit: string,
  draft: D,
): Promise<Resolved<D & Pick<NamedDraft, 'lead' | 'partners'>>> => {
  const refs = [...pointed('lead', draft.lead), ...pointed('partners', draft.partners)];
  const named = async () => {
    const [organizations] = await together([
      getOrganizations(table, refs),
      instrumentsExist(
        table,
        draft.instruments.map((slug, at) => ({ slug, pointer: `/instruments/${at}` })),
      ),
      referred(draft.track, (track) => findTrack(table, summit, track), '/track', 'track'),
      referred(draft.room, (room) => findRoom(table, summit, room), '/room', 'room'),
    ]);
    const [lead, partners] = [printedAs(draft.lead, organizations), printedAs(draft.partners, organizations)];
    return { draft: { ...draft, lead, partners }, organizations: pointedAt(refs, organizations) };
  };
  return resolving(named(), { ...draft, lead: bySlugs(draft.lead), partners: bySlugs(draft.partners) });
};

/** What a session's draft names that is not there, each with its pointer. */
export const unknownToSession = async (
  house: House,
  summit: string,
  draft: SessionNames,
): Promise<readonly FieldError[]> => (await resolved(house, summit, draft)).missing;

/** What it takes to begin a session: nobody has its code, and no other session was given it. Errors: `reference-taken`, or what `taken` says. */
export const beginningWrites = async (
  house: House,
  deed: Deed,
  session: Session,
  refuse?: () => Error,
): Promise<Write[]> => {
  const { writes } = await bookingWrites(house, deed, [{ is: { session, panel: [] } }]);
  const code = codeIsFree(house.table, session);
  return [
    insert(house.table, sessionKind, session, deed.request, refuse ?? (() => taken(session))),
    refuse ? { ...code, refuse } : code,
    insertTally(house.table, session, deed.request),
    ...linkSession(house.table, session, [], deed.request),
    ...writes,
  ];
};

export const createSession = (house: House, deed: Deed, summit: string, draft: SessionDraft): Promise<Session> =>
  perform(house, deed, {
    may: creating(summit),
    read: () => together([getSummit(house.table, summit), resolved(house, summit, draft)]),
    decide: async ([found, { draft: named, organizations, missing }]) => {
      const session = draftSession(found, named, [...missing, ...mixed(found, organizations)]);
      return {
        writes: await beginningWrites(house, deed, session),
        answer: session,
        at: sessionKind.key(session),
      };
    },
    again: reading(house, sessionKind),
  });

/** What has to be written beside a changed session: what the lists of its organizations and people say of it, and that nobody was missed. */
const renewed = ({ table }: House, deed: Deed, session: Session, whole: WholeSession): Write[] => [
  tallyUnchanged(table, session, whole.tally),
  ...linkSession(table, session, whole.linked, deed.request, whole.session),
  ...(isTold(whole.session, session)
    ? []
    : seatedIn(whole.panel).map((panelist) => renewSitting(table, session, panelist))),
];

/** A session as it will be, beside how it was read. */
export interface SessionMove {
  whole: WholeSession;
  session: Session;
  override?: Override | undefined;
}

const stoodAgainst = (
  { session, whole }: SessionMove,
  conflicts: readonly Conflict[],
  deed: Deed,
  override: Override | undefined,
): Session['overridden'] => {
  const isSame = (...fields: ('room' | 'start' | 'end')[]): boolean =>
    fields.every((field) => session[field] === whole.session[field]);
  const before = whole.session.overridden ?? [];
  // In another room at the same time, people are still where they are also wanted elsewhere.
  const kept = isSame('room', 'start', 'end')
    ? before
    : before.filter(({ kind }) => kind === 'person-taken' && isSame('start', 'end'));
  const own = conflicts.filter((one) => one.session === session.slug);
  const all = [...kept, ...overridden(own, override, passageOf(deed))];
  return all.length > 0 ? all : undefined;
};

/** What it takes to change sessions together, and the sessions as they will lie in the table. */
export interface SessionBooking extends Booking {
  answers: Session[];
}

/**
 * What it takes to change sessions together: their ledgers from what they occupied to what they will, and everything that says where they are. An
 * override stays on record with the session. Errors: those of bookingWrites.
 */
export const sessionWrites = async (
  house: House,
  deed: Deed,
  moves: readonly SessionMove[],
  standing: Standing = {},
): Promise<SessionBooking> => {
  const changes = moves.map(({ whole, session, override }) => ({ was: whole, is: { ...whole, session }, override }));
  const booking = await bookingWrites(house, deed, changes, standing);
  const after = moves.map((move) => ({
    ...move,
    session: {
      ...move.session,
      overridden: stoodAgainst(move, booking.conflicts, deed, move.override ?? standing.override),
    },
  }));
  return {
    ...booking,
    writes: [
      ...after.flatMap(({ whole, session }) => [
        replace(house.table, sessionKind, session, deed.request, whole.session),
        ...renewed(house, deed, session, whole),
      ]),
      ...booking.writes,
    ],
    answers: after.map(({ session }) => next(session)),
  };
};

const organizationsOf = ({ organizations }: Panelist): string[] =>
  organizations.map(({ organization }) => organization);

/** Errors: `wrong-state`. */
export const mayHaveNone = (session: Session, whole: WholeSession): void => {
  if (session.noOutcome && whole.outcomes.length > 0)
    throw new DomainError(
      'wrong-state',
      'The session has outcomes, so it cannot say that it has none. Leave "noOutcome" out.',
    );
};

// An objective that an outcome serves stays, or the outcome would serve nothing.
const dropped = ({ session, outcomes }: WholeSession, draft: SessionDraft): FieldError[] => {
  const kept = new Set(draft.objectives.map(({ id }) => id));
  const served = new Set(outcomes.flatMap(({ objectives }) => objectives));
  return session.objectives
    .filter(({ id }) => served.has(id) && !kept.has(id))
    .map(({ id }) => ({ pointer: '/objectives', detail: `Keep the objective "${id}": an outcome serves it.` }));
};

export const changeSession = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  patched: (session: Session) => SessionDraft,
): Promise<Session> =>
  perform(house, deed, {
    may: changing(house, summit, slug),
    read: () => Promise.all([getWholeSession(house.table, summit, slug), getSummit(house.table, summit)]),
    decide: async ([whole, of]: [WholeSession, Summit]) => {
      madeFrom(deed, whole.session);
      const { draft, organizations, missing } = await resolved(house, summit, patched(whole.session));
      const faults = [...missing, ...mixed(of, organizations), ...dropped(whole, draft)];
      const session = reviseSession(whole.session, of, draft, faults);
      mayHaveNone(session, whole);
      mayInvolve([...rolesIn(session).keys(), ...seatedIn(whole.panel).flatMap(organizationsOf)]);
      const { writes, answers } = await sessionWrites(house, deed, [{ whole, session }]);
      return { writes, answer: answers[0] ?? next(session) };
    },
  });

// What is announced or took place has a time; where a room is missing, the programme says so.
const mayBegin = ({ state, start }: Session, from: Session['state']): void => {
  if (from === 'scheduled' && state === 'accepted')
    throw new DomainError('wrong-state', 'Take the session off the programme to have it wait: DELETE …/placement.');
  if (state === 'merged')
    throw new DomainError('wrong-state', 'Say which proposal it is merged into: POST …/merge at the one that is kept.');
  if ((state === 'scheduled' || state === 'held') && start === undefined)
    throw new DomainError(
      'wrong-state',
      `The session has no time yet, so it cannot be ${state}. Place it first: PUT …/placement.`,
      { also: { wanted: state } },
    );
};

// Rules are judged where a session is accepted, which no first request asks for.
const mayBeAccepted = async (...given: Parameters<typeof Check.mayBeAccepted>): Promise<Write[]> =>
  (await import('./check.ts')).mayBeAccepted(...given);

// From when it was held on, a session owes its outcomes, or why there are none.
const owes = ({ table }: House, { at, request }: Deed, session: Session): Write[] =>
  session.state === 'held' ? [awaitOutcomes(table, session, overAt(session, toInstant(at)), request)] : [];

export const passSession = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  to: { to: StateOf<'session'>; reason?: string | undefined },
): Promise<Session> =>
  perform(house, deed, {
    may: changing(house, summit, slug),
    read: () => getWholeSession(house.table, summit, slug),
    decide: async (whole) => {
      const session = passed('session', whole.session, to.to, passageOf(deed, to.reason));
      mayBegin(session, whole.session.state);
      const { writes, answers } = await sessionWrites(house, deed, [{ whole, session }]);
      const held = session.state === 'accepted' ? await mayBeAccepted(house, deed, whole, writes) : [];
      return {
        writes: [...writes, ...held, ...owes(house, deed, session)],
        answer: answers[0] ?? next(session),
        at: sessionKind.key(session),
      };
    },
    again: reading(house, sessionKind),
  });

/** Removes a session that is still a draft and that nobody ever had a place in. Errors: `wrong-state`, `in-use`. */
export const removeSession = (house: House, deed: Deed, summit: string, slug: string): Promise<void> =>
  discard(house, deed, sessionKind, {
    may: changing(house, summit, slug),
    read: () => getWholeSession(house.table, summit, slug),
    record: ({ session }) => session,
    judge: ({ session }) => {
      if (session.state !== 'draft' && session.origin === 'held')
        throw new DomainError(
          'wrong-state',
          `The session is ${session.state}. Withdraw or cancel it instead: what was announced stays findable.`,
          { also: { state: session.state } },
        );
    },
    beside: async (whole) => [
      removeTally(house.table, whole.session),
      ...unlinkSession(house.table, whole.session, whole.listed),
      ...(await bookingWrites(house, deed, [{ was: whole }])).writes,
    ],
  });
