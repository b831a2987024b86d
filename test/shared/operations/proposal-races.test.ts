import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../shared/domain/access.ts';
import type { Decision, DecisionDraft } from '../../../shared/domain/proposal-decision.ts';
import { ProposalDraft } from '../../../shared/domain/proposal.ts';
import { ReviewDraft, scoreOf } from '../../../shared/domain/review.ts';
import { type Session, SessionDraft } from '../../../shared/domain/session.ts';
import { applyDecisions, applyRelease } from '../../../shared/operations/decision-apply.ts';
import { releaseDecisions } from '../../../shared/operations/decision-release.ts';
import { removeDecision, setDecision } from '../../../shared/operations/proposal-decision.ts';
import { mergeProposal } from '../../../shared/operations/proposal-merge.ts';
import { createProposal, passProposal } from '../../../shared/operations/proposal.ts';
import { createReview } from '../../../shared/operations/review.ts';
import { createSession } from '../../../shared/operations/session.ts';
import { decisionReleaseKind, decisionsOn, findRegister } from '../../../shared/table/proposal-decision.ts';
import { scoresOf } from '../../../shared/table/review.ts';
import { getSession } from '../../../shared/table/session.ts';
import { aDoor, amira, type Household } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Proposals, decisions and releases at once, through a proxy that makes them conflict as DynamoDB does.

const summit = 'arvenne-2031';
const hard = '2031-03-06T12:00:00Z';
let house: Household;

beforeAll(async () => {
  house = await aDoor({ plan: { seed: 7, conflicts: true }, pace: { patience: 15_000 } });
  const { secretariat } = house;
  for (const slug of ['port-selva', 'belmora']) {
    await secretariat.make('/organizations', { slug, name: { en: slug }, kind: 'city' });
    await secretariat.make(`/people`, { name: `The office of ${slug}` });
  }
  await secretariat.make('/summits', { slug: summit, title: { en: 'Arvenne City Summit' }, zone: 'Europe/Paris' });
  await secretariat.make(`/summits/${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' }, call: { hard } });
  const of = `/summits/${summit}/participations`;
  await secretariat.make(of, { organization: 'port-selva', capacities: ['observer'], focalPoint: 'n01' });
  await secretariat.make(of, { organization: 'belmora', capacities: ['observer'], focalPoint: 'n02' });
});
afterAll(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  await house.close();
});

const speaker = (organization: string): Caller => ({
  kind: 'account',
  name: `delegate-of-${organization}`,
  roles: [{ role: 'delegate', organization }],
});

type Outcome = { done: string } | { refused: string };

const outcomeOf = async (deed: Promise<unknown>): Promise<Outcome> =>
  deed.then(
    () => ({ done: 'done' }),
    (error: Error & { code?: string }) => ({ refused: error.code ?? error.message }),
  );

const tried = (deeds: readonly Promise<unknown>[]): Promise<Outcome[]> => Promise.all(deeds.map(outcomeOf));
const doneIn = (outcomes: readonly Outcome[]): number => outcomes.filter((one) => 'done' in one).length;

const proposed = async (organization = 'port-selva'): Promise<string> => {
  const draft = ProposalDraft().parse({ organization, track: 'voices', title: { en: 'T' } });
  return (await createProposal(house.door.house, house.deed(), summit, draft)).slug;
};
const submit = (slug: string, given: object = {}): Promise<Session> =>
  passProposal(house.door.house, house.deed(given), summit, slug, { to: 'submitted' });
const submitted = async (organization?: string): Promise<string> => {
  const slug = await proposed(organization);
  await submit(slug);
  return slug;
};
const decide = (session: string, draft: DecisionDraft, ifMatch?: '*'): Promise<Decision> =>
  setDecision(house.door.house, house.deed(ifMatch ? { ifMatch } : {}), { summit, session }, draft);
const release = () => releaseDecisions(house.door.house, house.deed(), { summit });
const stateOf = async (slug: string): Promise<Session['state']> => (await getSession(house.table, summit, slug)).state;
const merge = (kept: string, other: string): Promise<Session> =>
  mergeProposal(house.door.house, house.deed(), summit, kept, { with: other });
const withdraw = (slug: string, organization = 'port-selva'): Promise<Session> =>
  passProposal(house.door.house, house.deed({ caller: speaker(organization) }), summit, slug, { to: 'withdrawn' });

/** How often each session was told of, as the outbox has it. */
const told = async (slugs: readonly string[]): Promise<number[]> => {
  const items = await house.dump();
  const letters = items
    .filter(({ type }) => type === 'outbox')
    .map(({ record }) => (record as { letter: { session?: string } }).letter);
  return slugs.map((slug) => letters.filter(({ session }) => session === slug).length);
};

describe('submitting at the hard deadline', () => {
  test('is decided by the instant of each request, whoever is written first', async () => {
    const slugs = await Promise.all(Array.from({ length: 6 }, () => proposed()));
    const stamp = (late: boolean): Date => new Date(Date.parse(hard) - (late ? 0 : 1));

    const outcomes = await tried(slugs.map((slug, nth) => submit(slug, { at: stamp(nth % 2 === 0) })));

    expect(outcomes).toEqual(slugs.map((_, nth) => (nth % 2 === 0 ? { refused: 'call-closed' } : { done: 'done' })));
  });
});

describe('one printed code for two sessions', () => {
  test('is given once, whether a session begins with it or is accepted under it', async () => {
    for (const [nth, code] of ['RC 1', 'RC 2'].entries()) {
      const [one, two] = [await submitted(), await submitted()];
      const begin = (): Promise<unknown> =>
        createSession(
          house.door.house,
          house.deed(),
          summit,
          SessionDraft().parse({ reference: code.replace(' ', '-'), title: { en: 'S' } }),
        );
      const accept = (slug: string): Promise<unknown> => decide(slug, { decision: 'accept', reference: code });
      const deeds = nth % 2 === 0 ? [begin(), accept(one), accept(two)] : [accept(one), accept(two), begin()];

      const outcomes = await tried(deeds);

      expect([code, doneIn(outcomes)]).toEqual([code, 1]);
      expect(outcomes.filter((each) => 'refused' in each)).toEqual([
        { refused: 'reference-taken' },
        { refused: 'reference-taken' },
      ]);
      for (const session of [one, two])
        await outcomeOf(removeDecision(house.door.house, house.deed({ ifMatch: '*' }), { summit, session }));
    }
  });
});

describe('releases', () => {
  test('two at once, beside two clocks, release each decision once, and everybody is told once', async () => {
    const slugs = [await submitted(), await submitted('belmora'), await submitted(), await submitted('belmora')];
    for (const [nth, slug] of slugs.entries())
      await decide(slug, { decision: (['accept', 'waitlist', 'reject', 'waitlist'] as const)[nth] ?? 'reject' });

    const outcomes = await tried([release(), release()]);
    const clock = (): Promise<unknown> => applyDecisions(house.door.house, house.clock.now);
    await Promise.all([clock(), clock(), clock()]);
    await clock();

    expect(doneIn(outcomes)).toBe(1);
    expect(await Promise.all(slugs.map(stateOf))).toEqual(['accepted', 'waitlisted', 'rejected', 'waitlisted']);
    expect(await told(slugs)).toEqual([1, 1, 1, 1]);
    expect((await findRegister(house.table, summit))?.pending).toEqual([]);
  });

  test('that are killed in between are finished by the clock, from where they stood', async () => {
    const slugs = [await submitted(), await submitted(), await submitted()];
    for (const slug of slugs) await decide(slug, { decision: 'accept', reference: `K ${slugs.indexOf(slug)}` });
    const { door } = house;
    const released = await release();
    let left = 1;
    const sendTransaction: typeof house.table.sendTransaction = async (...sent) => {
      if (left === 0) throw new Error('Killed.');
      left -= 1;
      return house.table.sendTransaction(...sent);
    };
    const dying = { ...door.house, table: { ...house.table, sendTransaction } };
    await applyRelease(dying, decisionReleaseKind.key(released), house.clock.now).catch(() => undefined);
    const between = await Promise.all(slugs.map(stateOf));
    const staged = await outcomeOf(decide(released.decisions.at(-1)?.session ?? '', { decision: 'reject' }, '*'));

    await applyDecisions(door.house, house.clock.now);
    await applyDecisions(door.house, house.clock.now);

    expect(between.toSorted()).toEqual(['accepted', 'submitted', 'submitted']);
    expect(staged).toEqual({ refused: 'wrong-state' });
    expect(await Promise.all(slugs.map(stateOf))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await told(slugs)).toEqual([1, 1, 1]);
  });

  test('and a change of what they release: the change is in it, or refused', async () => {
    for (const before of [0, 6]) {
      const slug = await submitted();
      await decide(slug, { decision: 'accept' });

      const [changed] = await Promise.all([
        new Promise((resolve) => setTimeout(resolve, before)).then(() =>
          outcomeOf(decide(slug, { decision: 'reject' }, '*')),
        ),
        release(),
      ]);
      await applyDecisions(house.door.house, house.clock.now);

      expect([before, await stateOf(slug)]).toEqual([before, 'done' in changed ? 'rejected' : 'accepted']);
      expect((await decisionsOn(house.table, summit, slug)).map(({ state }) => state)).toEqual(['released']);
    }
  });
});

describe('merging', () => {
  test('in both orders at once is done in one of them', async () => {
    const [one, two] = [await submitted(), await submitted('belmora')];

    const outcomes = await tried([merge(one, two), merge(two, one)]);

    expect(doneIn(outcomes)).toBe(1);
    expect((await Promise.all([stateOf(one), stateOf(two)])).toSorted()).toEqual(['merged', 'submitted']);
  });

  test('into two others at once is done once, and says into which', async () => {
    const [one, two, three] = [await submitted(), await submitted(), await submitted('belmora')];

    const outcomes = await tried([merge(one, three), merge(two, three), merge(one, three)]);

    expect(doneIn(outcomes)).toBe(1);
    const { mergedInto } = await getSession(house.table, summit, three);
    const texts = await Promise.all(
      [one, two].map(async (slug) => (await getSession(house.table, summit, slug)).texts),
    );
    expect(texts.map((kept) => kept?.length)).toEqual([one, two].map((slug) => (slug === mergedInto ? 2 : undefined)));
  });

  test('and a withdrawal never both succeed', async () => {
    for (const gone of ['kept', 'other'] as const) {
      const [kept, other] = [await submitted('belmora'), await submitted()];
      const whose = gone === 'kept' ? 'belmora' : 'port-selva';

      const outcomes = await tried([merge(kept, other), withdraw(gone === 'kept' ? kept : other, whose)]);

      expect([gone, doneIn(outcomes)]).toEqual([gone, 1]);
      const withdrawn = 'done' in (outcomes[1] ?? {});
      const after = [await stateOf(kept), await stateOf(other)];
      const merged = ['submitted', 'merged'];
      const alone = gone === 'kept' ? ['withdrawn', 'submitted'] : ['submitted', 'withdrawn'];
      expect(after).toEqual(withdrawn ? alone : merged);
    }
  });
});

describe('reviews at once', () => {
  test('are all counted, and one reviewer’s is counted once', async () => {
    const session = await submitted();
    const reviewer = (nth: number): Caller => ({ ...amira, name: `reviewer-${nth}` }) as Caller;
    const review = (nth: number): Promise<unknown> =>
      createReview(
        house.door.house,
        house.deed({ caller: reviewer(nth) }),
        { summit, session },
        ReviewDraft().parse({ score: (nth % 5) + 1 }),
      );

    const outcomes = await tried([0, 1, 2, 3, 4, 0, 1, 2].map(review));

    expect(doneIn(outcomes)).toBe(5);
    expect(scoreOf((await scoresOf(house.table, summit, [session]))(session))).toEqual({ mean: 3, count: 5 });
  });
});
