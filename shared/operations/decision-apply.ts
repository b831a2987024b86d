import { theClock } from '../domain/access.ts';
import type { Letter } from '../domain/letter.ts';
import { type Doing, passed } from '../domain/lifecycle.ts';
import { type Decision, type DecisionRelease, decidedSession, stillTakes } from '../domain/proposal-decision.ts';
import { proposersOf } from '../domain/proposer.ts';
import type { Session } from '../domain/session.ts';
import { takenIn } from '../domain/waiting-list.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { findRecord, replace, untraced } from '../table/item.ts';
import type { Key } from '../table/key.ts';
import { decisionKind, decisionReleaseKind, findRegister, getDecision, turned } from '../table/proposal-decision.ts';
import { leaveCode } from '../table/reference.ts';
import { findSessions, getWholeSession, type WholeSession } from '../table/session.ts';
import type { Write } from '../table/transact.ts';
import { findWaitingOrder, saveWaitingOrder } from '../table/waiting-list.ts';
import { type Done, seeTo } from './due.ts';
import { type Deed, type House, perform, type Plan } from './perform.ts';
import { recipientsOf } from './recipient.ts';
import { sessionWrites } from './session.ts';

/** Whether there is somebody left to tell. */
type Step = 'more' | 'done';

interface Found {
  decision: Decision;
  whole: WholeSession;
}

const doingOf = ({ at, by }: DecisionRelease, reason?: string): Doing => ({ at, by, reason });

const lettersTo = async ({ table }: House, decision: Decision, organization: string | undefined): Promise<Letter[]> => {
  if (organization === undefined) return [];
  const { summit, session, rehearsal, slug: decided } = decision;
  const addressees = await recipientsOf(table, summit, organization);
  return addressees.map((one) => ({
    ...one,
    kind: 'proposal-decided',
    rehearsal,
    summit,
    session,
    organization,
    decided,
  }));
};

// Who left the list since takes no place on it.
const waitingWrites = async (
  { table }: House,
  deed: Deed,
  { session, place }: Decision,
  { summit, track }: Session,
) => {
  if (track === undefined) return [];
  const before = await findWaitingOrder(table, summit, track);
  const waiting = await findSessions(table, summit, before?.order ?? []);
  const order = (before?.order ?? []).filter((one) => waiting.get(one)?.state === 'waitlisted');
  return [saveWaitingOrder(table, { summit, track }, { before, order: takenIn(order, session, place) }, deed.request)];
};

const untold = (decision: Decision, session: Session): string[] =>
  proposersOf(session).filter((one) => !decision.told?.includes(one));

interface Told {
  after: Decision;
  mails: Letter[];
  step: Step;
}

/** The decision with one more organization told, and the mails to it. */
const telling = async (house: House, decision: Decision, session: Session): Promise<Told> => {
  const [organization, ...later] = untold(decision, session);
  const told = [...(decision.told ?? []), ...(organization === undefined ? [] : [organization])];
  return {
    after: { ...decision, told },
    mails: await lettersTo(house, decision, organization),
    step: later.length > 0 ? 'more' : 'done',
  };
};

const applied = async (house: House, deed: Deed, release: DecisionRelease, found: Found): Promise<Plan<Step>> => {
  const { decision, whole } = found;
  const session = decidedSession(whole.session, decision, doingOf(release));
  const known = { ...passed('decision', decision, 'released', doingOf(release)), release: release.slug };
  const { after, mails, step } = await telling(house, known, session);
  const { writes } = await sessionWrites(house, deed, [{ whole, session }]);
  return {
    writes: [
      ...writes,
      replace(house.table, decisionKind, after, deed.request, decision),
      ...(decision.decision === 'waitlist' ? await waitingWrites(house, deed, decision, session) : []),
    ],
    mails,
    answer: step,
  };
};

// What was withdrawn or merged after it was decided about is not decided about any more, and its code is free again.
const dropped = ({ table }: House, deed: Deed, release: DecisionRelease, { decision, whole }: Found): Plan<Step> => {
  const doing = doingOf(release, `The session is ${whole.session.state}.`);
  const after = { ...passed('decision', decision, 'dropped', doing), release: release.slug };
  const { summit, reference, session } = decision;
  const writes: Write[] = reference === undefined ? [] : leaveCode(table, { summit, reference }, session);
  return { writes: [replace(table, decisionKind, after, deed.request, decision), ...writes], answer: 'done' };
};

const stepOf = async (house: House, deed: Deed, release: DecisionRelease, found: Found): Promise<Plan<Step>> => {
  const { decision, whole } = found;
  if (decision.state === 'staged')
    return stillTakes(whole.session, decision)
      ? applied(house, deed, release, found)
      : dropped(house, deed, release, found);
  if (decision.state !== 'released' || untold(decision, whole.session).length === 0)
    return { writes: [], answer: 'done' };
  const { after, mails, step } = await telling(house, decision, whole.session);
  return { writes: [untraced(replace(house.table, decisionKind, after, deed.request, decision))], mails, answer: step };
};

const ofTheClock = (house: House, now: Date): Deed => ({ caller: theClock, request: house.newId(), at: now });

type Listed = DecisionRelease['decisions'][number];

/** One decision becomes known: its session, its place on the list, and who is told first, in one transaction; then who else is told. */
const apply = async (
  house: House,
  release: DecisionRelease,
  { decision, session }: Listed,
  now: Date,
): Promise<void> => {
  const { table } = house;
  const { summit } = release;
  let step: Step = 'more';
  while (step === 'more') {
    const deed = ofTheClock(house, now);
    step = await perform(house, deed, {
      may: { deed: 'decision:apply', of: { summit, session } },
      read: async (): Promise<Found> => {
        const [found, whole] = await Promise.all([
          getDecision(table, summit, decision),
          getWholeSession(table, summit, session),
        ]);
        return { decision: found, whole };
      },
      decide: (found) => stepOf(house, deed, release, found),
    });
  }
};

const finish = (house: House, key: Key, now: Date): Promise<void> => {
  const { table } = house;
  const deed = ofTheClock(house, now);
  return perform(house, deed, {
    may: { deed: 'decision:apply' },
    read: async () => {
      const release = await findRecord(table, decisionReleaseKind, key);
      return { release, register: release && (await findRegister(table, release.summit)) };
    },
    decide: ({ release, register }) => {
      if (release?.due === undefined) return { writes: [], answer: undefined };
      const { due: _, ...done } = release;
      const pending = (register?.pending ?? []).filter((one) => one !== release.slug);
      return {
        writes: [
          untraced(replace(table, decisionReleaseKind, done, deed.request, release)),
          turned(table, release.summit, { before: register, change: { pending } }, deed.request),
        ],
        answer: undefined,
      };
    },
  });
};

/**
 * Makes known what was released, one decision after the other. Again, late, or beside another it does the same once: each decision and its session
 * are written together, from the state that they were in. One that cannot be done keeps no other from its turn. Errors: what could not be done,
 * together; the clock tries again.
 */
export const applyRelease = async (house: House, key: Key, now: Date): Promise<'applied' | undefined> => {
  const release = await findRecord(house.table, decisionReleaseKind, key);
  if (release?.due === undefined) return undefined;
  const failures: unknown[] = [];
  for (const listed of release.decisions)
    try {
      await apply(house, release, listed, now);
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${release.decisions.length} could not be made known.`);
  await finish(house, key, now);
  return 'applied';
};

/** The clock's round of released decisions: what the bell missed. Errors: what could not be done, together, after everything else was. */
export const applyDecisions = async (house: House, now: Date): Promise<Done<'applied'>> =>
  seeTo(await whatIsDue(house.table, now, { type: decisionReleaseKind.type }), ({ key }: Due) =>
    applyRelease(house, key, now),
  );
