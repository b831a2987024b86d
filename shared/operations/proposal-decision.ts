import { DomainError, notFound } from '../domain/error.ts';
import { type Decision, type DecisionDraft, stageDecision } from '../domain/proposal-decision.ts';
import type { Session } from '../domain/session.ts';
import { slugOf } from '../domain/slug.ts';
import { insert, remove, replace } from '../table/item.ts';
import {
  decisionKind,
  decisionsOn,
  findRegister,
  getDecisionRelease,
  type Register,
  turned,
} from '../table/proposal-decision.ts';
import { leaveCode, takeCode } from '../table/reference.ts';
import { getSession } from '../table/session.ts';
import { Raced, type Write } from '../table/transact.ts';
import { type Deed, type House, madeFrom, next, perform, type Plan } from './perform.ts';
import type { Permission } from './permission.ts';
import type { Of } from './review.ts';

interface Found {
  session: Session;
  decisions: Decision[];
  register: Register | undefined;
}

const deciding = ({ table }: House, { summit, session }: Of): Permission => ({
  deed: 'decision:write',
  of: { summit },
  knows: () => [['session', getSession(table, summit, session)]],
});

const find = async ({ table }: House, { summit, session: slug }: Of): Promise<Found> => {
  const [session, decisions, register] = await Promise.all([
    getSession(table, summit, slug),
    decisionsOn(table, summit, slug),
    findRegister(table, summit),
  ]);
  return { session, decisions, register };
};

/** The sessions of releases that are being worked off: what was decided about them was released, and stays. */
export const beingReleased = async (
  { table }: House,
  summit: string,
  register: Register | undefined,
): Promise<Set<string>> => {
  const releases = await Promise.all((register?.pending ?? []).map((one) => getDecisionRelease(table, summit, one)));
  return new Set(releases.flatMap(({ decisions }) => decisions.map(({ decision }) => decision)));
};

const stillStaged = async (house: House, { summit }: Of, decision: Decision, register: Register | undefined) => {
  if (decision.state !== 'staged')
    throw new DomainError('wrong-state', `The decision was ${decision.state}. It stays as it was.`);
  if ((await beingReleased(house, summit, register)).has(decision.slug))
    throw new DomainError('wrong-state', 'The decision is being released. It stays as it is.');
};

interface Codes {
  before?: Decision | undefined;
  after?: Decision | undefined;
}

// The same code in another spelling is the same.
const codeWrites = ({ table }: House, deed: Deed, { summit, session }: Of, { before, after }: Codes): Write[] => {
  const [was, is] = [before?.reference, after?.reference];
  if (was !== undefined && is !== undefined && slugOf(was) === slugOf(is)) return [];
  return [
    ...(was === undefined ? [] : leaveCode(table, { summit, reference: was }, session)),
    ...(is === undefined ? [] : takeCode(table, { summit, reference: is }, session, deed.request)),
  ];
};

const staged = async (
  house: House,
  deed: Deed,
  of: Of,
  found: Found,
  draft: DecisionDraft,
): Promise<Plan<Decision>> => {
  const { table } = house;
  const { session, register } = found;
  const current = found.decisions.at(-1);
  // Who was put on the waiting list is decided on anew, from nothing.
  const before = current?.state === 'staged' ? current : undefined;
  if (before) {
    madeFrom(deed, before);
    await stillStaged(house, of, before, register);
  }
  const after = stageDecision(session, draft, current);
  return {
    writes: [
      before
        ? replace(table, decisionKind, after, deed.request, before)
        : insert(table, decisionKind, after, deed.request, () => new Raced()),
      ...codeWrites(house, deed, of, { before, after }),
      turned(table, of.summit, { before: register }, deed.request),
    ],
    answer: before ? next(after) : after,
  };
};

/**
 * Decides about a proposal, for the time being: the session and its version stay as they are, and organizers alone know. A printed code is kept for
 * it from then on. Errors: `not-found`, `stale`, `precondition-required`, `wrong-state`, `reference-taken`, `invalid`.
 */
export const setDecision = (house: House, deed: Deed, of: Of, draft: DecisionDraft): Promise<Decision> =>
  perform(house, deed, {
    may: deciding(house, of),
    read: () => find(house, of),
    decide: (found) => staged(house, deed, of, found, draft),
  });

/** Takes a staged decision back. Errors: `not-found`, `stale`, `precondition-required`, `wrong-state`. */
export const removeDecision = (house: House, deed: Deed, of: Of): Promise<void> =>
  perform(house, deed, {
    may: deciding(house, of),
    read: () => find(house, of),
    decide: async ({ decisions, register }) => {
      const current = decisions.at(-1);
      if (!current) throw notFound('decision');
      madeFrom(deed, current);
      await stillStaged(house, of, current, register);
      return {
        writes: [
          remove(house.table, decisionKind, current),
          ...codeWrites(house, deed, of, { before: current }),
          turned(house.table, of.summit, { before: register }, deed.request),
        ],
        answer: undefined,
      };
    },
  });
