import { sayNone } from '../domain/outcome.ts';
import type { Session } from '../domain/session.ts';
import type { Text } from '../domain/text.ts';
import { getSession, getWholeSession, sessionKind } from '../table/session.ts';
import { type Deed, type House, next, perform, reading } from './perform.ts';
import { mayHaveNone, sessionWrites } from './session.ts';

/**
 * Says that a session produced nothing, and why; without a reason that is taken back, and outcomes can be drafted again. Errors: `wrong-state` while it
 * has outcomes, or is not accepted.
 */
export const sayNoOutcome = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  because: Text | undefined,
): Promise<Session> =>
  perform(house, deed, {
    may: {
      deed: 'outcome:write',
      of: { summit, session: slug },
      knows: () => [['session', getSession(house.table, summit, slug)]],
    },
    read: () => getWholeSession(house.table, summit, slug),
    decide: async (whole) => {
      const session = sayNone(whole.session, because);
      mayHaveNone(session, whole);
      const { writes, answers } = await sessionWrites(house, deed, [{ whole, session }]);
      return { writes, answer: answers[0] ?? next(session), at: sessionKind.key(session) };
    },
    again: reading(house, sessionKind),
  });
