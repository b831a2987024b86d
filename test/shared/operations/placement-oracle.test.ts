import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runs } from '../../counts.ts';
import { aDoor, type Household, type Json } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';
import { aDeed, aWorld, editOf, isOverridden, type OneDeed } from '../../oracle/deed.ts';
import { atOf, engineOf } from '../../oracle/engine.ts';
import { calendarIn } from '../../oracle/pages.ts';
import { pagesIn } from '../../oracle/reading.ts';
import { calendarOf, judged, type Meeting, type World } from '../../oracle/summit.ts';

// The random deeds of the oracle as real operations, on a network that conflicts, throttles, cuts and halves; the model is told the same.

let house: Household;
beforeAll(async () => {
  const faults = { throttle: 0.04, cutBefore: 0.03, cutAfter: 0.04, partial: 0.1, slow: 0.02 };
  house = await aDoor({
    plan: { seed: 5, conflicts: true, hold: 1, hideTokens: true, ...faults },
    pace: { patience: 30_000, pause: (ms) => pause(ms / 20) },
  });
});
afterAll(() => house.close());

let worlds = 0;
/** The model's world, made for real under a name of its own. */
const aRealWorld = async (engine: ReturnType<typeof engineOf>): Promise<World> => {
  const summit = `world-${(worlds += 1)}`;
  const world = aWorld((name) => `${summit}/${name}`);
  const { stage } = engine;
  await stage.summit(summit, 'UTC');
  for (const { name, parallel, changeover, policy } of world.halls)
    await stage.room(summit, name.split('/')[1] ?? '', { parallel, changeover, policy });
  for (const one of world.people) one.name = await stage.person(one.name);
  for (const one of world.sittings) await stage.session(summit, atOf(one).session);
  return world;
};

/** What no operation does: a room is not opened again, a session lasts, and nobody is put in a crew whatever stands against it. */
const asDone = (deed: OneDeed): OneDeed => {
  if (deed.do === 'place')
    return { ...deed, moves: deed.moves.map((move) => ({ ...move, minutes: Math.max(1, move.minutes) })) };
  if (deed.do === 'assign') return { ...deed, override: false };
  if (deed.do !== 'hall') return deed;
  const { isClosed: _, ...change } = deed.change;
  return { ...deed, change };
};

/** In words; who was refused has no name yet. */
const lines = ({ sittings }: World, meetings: readonly Meeting[]): string[] => {
  const known = new Set(['room', ...sittings.flatMap(({ parts }) => parts.map(({ name }) => name))]);
  const nameOf = (by: string): string => (known.has(by) ? by : 'somebody new');
  return meetings.map((one) => `${one.of} (${nameOf(one.by)}) meets ${one.with} from ${one.from} to ${one.to}`).sort();
};

const calendarsOf = (dump: readonly Json[], { halls: [hall], people }: World): Map<string, string[]> => {
  const [summit = ''] = hall?.name.split('/') ?? [];
  const isOurs = (day: string): boolean =>
    day.startsWith(`room ${summit}/`) || people.some(({ name }) => day.startsWith(`person ${name} `));
  return new Map([...calendarIn(pagesIn(dump))].filter(([day]) => isOurs(day)));
};

const told = { done: 0, refused: 0 };

const follow = async (deeds: readonly OneDeed[]): Promise<void> => {
  const engine = engineOf(house);
  let world = await aRealWorld(engine);
  for (const [at, given] of deeds.entries()) {
    const deed = asDone(given);
    const edit = editOf(world, deed, `${atOf(world.sittings[0] as never).summit}/x${at}`);
    if (!edit) continue;
    const after = structuredClone(world);
    edit(after);
    const verdict = judged(world, after, isOverridden(deed));
    if (at % 3 === 0) house.proxy.next('conflict');
    const found = await engine.do(world, after, deed);
    // Of several moves each that is refused says what is in its own way.
    const refused = new Set(verdict.blocked);
    const inTheWay = verdict.isRefused
      ? lines(
          world,
          verdict.meetings.filter(({ of }) => refused.has(of)),
        )
      : undefined;
    expect([at, deed.do, found && lines(world, found)]).toEqual([at, deed.do, inTheWay]);
    told[verdict.isRefused ? 'refused' : 'done'] += 1;
    // The operations gave names to whoever is new.
    if (!verdict.isRefused) world = judged(world, after, isOverridden(deed)).world;
  }
  expect(calendarsOf(await house.dump(), world)).toEqual(calendarOf(world));
};

test('the operations and a look at every minute never differ, whatever the network does', async () => {
  const { numRuns } = runs(1, 5);
  const stories = fc.array(aDeed, { minLength: 70, maxLength: 80, size: 'max' });
  // It is the rules' oracle that shrinks: what differs here and not there is told as it is.
  await fc.assert(fc.asyncProperty(stories, follow), { seed: 11, numRuns, endOnFailure: true });
  expect(told.done + told.refused).toBeGreaterThan(numRuns * 50);
  expect(told.refused).toBeGreaterThan(numRuns);
  expect(
    Math.min(...(['conflict', 'throttle', 'cut-before', 'cut-after'] as const).map((one) => house.proxy.struck[one])),
  ).toBeGreaterThan(numRuns);
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
});
