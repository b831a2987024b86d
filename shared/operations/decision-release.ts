import { nameOf } from '../domain/access.ts';
import { mustKeepRules } from '../domain/check.ts';
import { type Decision, type DecisionRelease, releaseOf, stillTakes } from '../domain/proposal-decision.ts';
import { toInstant } from '../domain/when.ts';
import { insert, unchanged } from '../table/item.ts';
import { allDecisions, decisionReleaseKind, findRegister, type Register, turned } from '../table/proposal-decision.ts';
import { findSessions, getWholeSession, sessionKind, type WholeSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { tallyUnchanged } from '../table/tally.ts';
import { Raced, type Write } from '../table/transact.ts';
import { judgeSessions } from './check.ts';
import { type Deed, type House, perform, type Plan, reading } from './perform.ts';
import { beingReleased } from './proposal-decision.ts';

/** How many accepted sessions one release can hold to what they were judged by. Of more, what fits beside the release is held. */
const mostHeld = 30;
const mostConditions = 80;

/** How many panels are read at once. */
const atOnce = 8;

interface Found {
  register: Register | undefined;
  decisions: Decision[];
}

const wholesOf = async ({ table }: House, summit: string, slugs: readonly string[]): Promise<WholeSession[]> => {
  const wholes: WholeSession[] = [];
  for (let at = 0; at < slugs.length; at += atOnce)
    wholes.push(
      ...(await Promise.all(slugs.slice(at, at + atOnce).map((slug) => getWholeSession(table, summit, slug)))),
    );
  return wholes;
};

const held = ({ table }: House, wholes: readonly WholeSession[]): Write[] =>
  wholes.length > mostHeld
    ? []
    : wholes.flatMap(({ session, tally }) => [
        unchanged(table, sessionKind, session),
        tallyUnchanged(table, session, tally),
      ]);

const keyOf = ({ action }: Write): string => JSON.stringify(action.ConditionCheck?.Key);

// The whole release stands or falls with the rules of every panel that it accepts.
const judged = async (house: House, deed: Deed, summit: string, staged: readonly Decision[]): Promise<Write[]> => {
  const accepted = staged.filter(({ decision }) => decision === 'accept');
  const sessions = await findSessions(
    house.table,
    summit,
    accepted.map(({ session }) => session),
  );
  const stand = accepted.filter((one) => {
    const session = sessions.get(one.session);
    return session !== undefined && stillTakes(session, one);
  });
  const wholes = await wholesOf(
    house,
    summit,
    stand.map(({ session }) => session),
  );
  const judgements = await judgeSessions(house, deed, wholes, { together: true });
  mustKeepRules(judgements);
  const writes = [...held(house, wholes), ...judgements.flatMap((one) => one.held)];
  return [...new Map(writes.map((write) => [keyOf(write), write])).values()].slice(0, mostConditions);
};

const released = async (
  house: House,
  deed: Deed,
  { summit, track }: { summit: string; track?: string | undefined },
  { register, decisions }: Found,
): Promise<Plan<DecisionRelease>> => {
  const { table } = house;
  const covered = await beingReleased(house, summit, register);
  const staged = decisions.filter(
    (one) => one.state === 'staged' && (track ?? one.track) === one.track && !covered.has(one.slug),
  );
  const number = (register?.last ?? 0) + 1;
  const by = { at: toInstant(deed.at), by: nameOf(deed.caller) };
  const release = releaseOf(staged, { summit, number, track, ...by });
  const conditions = await judged(house, deed, summit, staged);
  const change = { last: number, pending: [...(register?.pending ?? []), release.slug] };
  return {
    writes: [
      insert(table, decisionReleaseKind, release, deed.request, () => new Raced()),
      turned(table, summit, { before: register, change }, deed.request),
      ...conditions,
    ],
    answer: release,
    at: decisionReleaseKind.key(release),
  };
};

/**
 * Releases what is staged, of a summit or of one track, in one act: which decisions, as they are now. From there they become known one after the
 * other. Two releases at once release each decision once. Errors: `not-found`, `wrong-state` for nothing, `rules-broken` for all, `too-many-at-once`.
 */
export const releaseDecisions = (
  house: House,
  deed: Deed,
  of: { summit: string; track?: string | undefined },
): Promise<DecisionRelease> =>
  perform(house, deed, {
    may: { deed: 'decision:release', of: { summit: of.summit } },
    read: async (): Promise<Found> => {
      // The register before what it guards: what is staged after it was read is seen by its version.
      const [register] = await Promise.all([findRegister(house.table, of.summit), getSummit(house.table, of.summit)]);
      return { register, decisions: await allDecisions(house.table, of.summit) };
    },
    decide: (found) => released(house, deed, of, found),
    again: reading(house, decisionReleaseKind),
  });
