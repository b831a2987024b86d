import { theClock } from '../domain/access.ts';
import { askAt, isAwaited } from '../domain/awaited.ts';
import type { AwaitedLetter } from '../domain/letter.ts';
import type { Session } from '../domain/session.ts';
import { hasCome } from '../domain/when.ts';
import { askedOnceMore, type Awaited, findAwaited, noLongerAwaited, outcomesAwaited } from '../table/awaited.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { getWholeSession } from '../table/session.ts';
import { type Done, seeTo } from './due.ts';
import { whoOwes } from './hearing.ts';
import { type Deed, type House, perform, type Plan } from './perform.ts';

type Work = 'asked' | 'settled';

const lettersAbout = async (house: House, session: Session, { times }: Awaited): Promise<AwaitedLetter[]> =>
  (await whoOwes(house.table, session)).map((hearer) => ({
    ...hearer,
    kind: 'outcomes-awaited',
    rehearsal: session.rehearsal,
    summit: session.summit,
    session: session.slug,
    which: times === 0 ? 'first' : 'second',
  }));

// Decided from what lies in the table now: whoever was here before has left nothing to do.
const decide = async (house: House, deed: Deed, awaited: Awaited | undefined): Promise<Plan<Work | undefined>> => {
  const { table } = house;
  if (!awaited || !hasCome(askAt(awaited.over, awaited.times), deed.at)) return { writes: [], answer: undefined };
  const { session, outcomes } = await getWholeSession(table, awaited.summit, awaited.session);
  if (!isAwaited(session, outcomes)) return { writes: [noLongerAwaited(table, awaited)], answer: 'settled' };
  return {
    writes: [askedOnceMore(table, awaited, deed.request)],
    mails: await lettersAbout(house, session, awaited),
    answer: 'asked',
  };
};

const see = (house: House, { key }: Due, now: Date): Promise<Work | undefined> => {
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  return perform(house, deed, {
    may: { deed: 'outcome:await', of: {} },
    read: () => findAwaited(house.table, key),
    decide: (awaited) => decide(house, deed, awaited),
  });
};

/**
 * The clock's round of sessions that were held and of which nothing was filed: asks whoever is to file it, at most twice. Running late, twice or beside
 * another asks nobody more often. Errors: what could not be done, together, after everything else was.
 */
export const askForOutcomes = async (house: House, now: Date): Promise<Done<Work>> =>
  seeTo(await whatIsDue(house.table, now, outcomesAwaited), (due) => see(house, due, now));
