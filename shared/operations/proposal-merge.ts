import { DomainError, invalid } from '../domain/error.ts';
import { seatedIn } from '../domain/panelist.ts';
import { mergeProposals } from '../domain/proposal-merge.ts';
import { mayInvolve, type Session } from '../domain/session.ts';
import { rolesIn } from '../table/link.ts';
import { getSession, getWholeSession, sessionKind, type WholeSession } from '../table/session.ts';
import { type Deed, type House, next, passageOf, perform, type Plan, reading } from './perform.ts';
import type { Permission } from './permission.ts';
import { sessionWrites } from './session.ts';

const merging = ({ table }: House, summit: string, session: string): Permission => ({
  deed: 'decision:write',
  of: { summit },
  knows: () => [['session', getSession(table, summit, session)]],
});

// Who was asked to sit on one panel was not asked to sit on another.
const mustBeEmpty = ({ session, panel, crew }: WholeSession): void => {
  const seated = seatedIn(panel).length + crew.filter(({ state }) => state === 'assigned').length;
  if (seated > 0)
    throw new DomainError(
      'wrong-state',
      `The session "${session.reference}" has ${seated} on its panel or in its crew, who are not moved to another. Withdraw them there first, and ask them anew.`,
    );
};

const merged = async (
  house: House,
  deed: Deed,
  [kept, other]: readonly [WholeSession, WholeSession],
): Promise<Plan<Session>> => {
  const after = mergeProposals(kept.session, other.session, passageOf(deed));
  mustBeEmpty(other);
  mayInvolve([
    ...rolesIn(after.kept).keys(),
    ...seatedIn(kept.panel).flatMap(({ organizations }) => organizations.map(({ organization }) => organization)),
  ]);
  const { writes, answers } = await sessionWrites(house, deed, [
    { whole: kept, session: after.kept },
    { whole: other, session: after.other },
  ]);
  return { writes, answer: answers[0] ?? next(after.kept), at: sessionKind.key(after.kept) };
};

/**
 * Merges another proposal into this one, in one transaction over both as they were read: whoever withdraws one of them at the same time, or merges
 * them the other way round, comes first or finds it done. Errors: `not-found`, `invalid`, `wrong-state`, `too-many-at-once`.
 */
export const mergeProposal = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  draft: { with: string },
): Promise<Session> =>
  perform(house, deed, {
    may: merging(house, summit, slug),
    read: async () => {
      const whole = getWholeSession(house.table, summit, slug);
      if (draft.with === slug) {
        await whole;
        throw invalid([{ pointer: '/with', detail: 'Name another proposal: this is the one that is kept.' }]);
      }
      const other = getWholeSession(house.table, summit, draft.with).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'not-found') return undefined;
        throw error;
      });
      return Promise.all([whole, other]);
    },
    decide: ([kept, other]) => {
      if (!other) throw invalid([{ pointer: '/with', detail: `There is no session "${draft.with}" at this summit.` }]);
      return merged(house, deed, [kept, other]);
    },
    again: reading(house, sessionKind),
  });
