import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPlanningHouse, formIn, type PlanningHouse, saidIn, summitAt, workAt } from '../../../planning.ts';

let world: PlanningHouse;
let proposals: Record<'buses' | 'ferries' | 'walls' | 'quays', string>;

beforeAll(async () => {
  world = await aPlanningHouse();
  proposals = {
    buses: await world.proposal('port-selva', 'Night buses'),
    ferries: await world.proposal('arvenne', 'Ferries'),
    walls: await world.proposal('arvenne', 'Sea walls'),
    quays: await world.proposal('port-selva', 'Quays'),
  };
});
afterAll(() => world.house.close());

const where = ({ headers }: { headers: Headers }): string | null => headers.get('location');
const session = async (slug: string) => (await world.secretariat.get(`${summitAt}/sessions/${slug}`)).json;

describe('proposals', () => {
  const at = `${workAt}/proposals`;

  test('are for organizers and reviewers, and decisions for organizers alone', async () => {
    const statuses = async (path: string): Promise<number[]> =>
      Promise.all(
        [world.organizer, world.reviewer, world.scheduler, world.stranger].map(
          async (one) => (await one.get(path)).status,
        ),
      );
    expect(await statuses(at)).toEqual([200, 200, 403, 403]);
    expect(await statuses(`${workAt}/decisions`)).toEqual([200, 403, 403, 403]);
    expect((await world.reviewer.get(`${at}/${proposals.buses}`)).html).not.toContain('name="decision"');
  });

  test('are reviewed with a score and a note, which may be changed, or with a conflict of interest', async () => {
    const one = `${at}/${proposals.buses}`;
    const bare = await world.reviewer.fill(one, { deed: 'review' }, 'name="score"');
    expect([bare.status, saidIn(bare).includes('Give a score from 1 to 5')]).toEqual([422, true]);
    const given = await world.reviewer.fill(one, { deed: 'review', score: '4', remark: 'Clear.' }, 'name="score"');
    expect(where(given)).toBe(`${one}?done=review`);
    await world.reviewer.fill(one, { deed: 'review', score: '5' }, 'name="score"');
    const page = await world.organizer.get(one);
    expect(saidIn(page)).toContain('5 / 5 Clear.');
    expect(saidIn(await world.organizer.get(at))).toContain('Night buses Port Selva Proposed 5 (1)');

    await world.reviewer.fill(one, { deed: 'review', score: '', conflictOfInterest: 'yes' }, 'name="score"');
    expect(saidIn(await world.organizer.get(one))).toContain('Declared a conflict of interest');
  });

  test('two are merged, and the one keeps the texts of both', async () => {
    const one = `${at}/${proposals.ferries}`;
    const merged = await world.organizer.fill(`${one}/merge`, { with: proposals.walls });
    expect(where(merged)).toBe(`${one}?done=merged`);
    expect(await session(proposals.walls)).toMatchObject({ state: 'merged', mergedInto: proposals.ferries });
    expect(saidIn(await world.organizer.get(one))).toContain('As it was proposed by arvenne Sea walls');
  });
});

describe('decisions', () => {
  const at = (slug: string): string => `${workAt}/proposals/${slug}`;
  const stage = (slug: string, typed: Record<string, string>) =>
    world.organizer.fill(at(slug), { deed: 'decide', ...typed }, 'name="decision"');

  test('are staged in private, changed by who saw the last, and taken back', async () => {
    const wrong = await stage(proposals.quays, { decision: 'reject', reference: 'VC 9' });
    expect([wrong.status, saidIn(wrong).includes('an accepted session gets a printed code')]).toEqual([422, true]);
    expect(where(await stage(proposals.quays, { decision: 'reject', reason: 'Too like another.' }))).toBe(
      `${at(proposals.quays)}?done=staged`,
    );
    const before = formIn((await world.organizer.get(at(proposals.quays))).html, 'name="decision"').fields;
    await stage(proposals.quays, { decision: 'waitlist', reference: '' });
    const late = await stage(proposals.quays, { ...before, decision: 'accept' });
    expect([late.status, saidIn(late).includes('Somebody else changed this')]).toEqual([412, true]);
    await world.organizer.fill(at(proposals.quays), { deed: 'back' }, 'name="decision"');
    expect(saidIn(await world.organizer.get(`${workAt}/decisions`))).toContain('No decision is staged.');
    expect((await session(proposals.quays)).state).toBe('submitted');
  });

  test('are released in one act, which says before how many of each there are and who is told', async () => {
    await stage(proposals.buses, { decision: 'accept', reference: 'VC-D 12', note: 'Welcome.' });
    await stage(proposals.ferries, { decision: 'waitlist' });
    await stage(proposals.quays, { decision: 'waitlist' });
    const release = `${workAt}/decisions/release`;
    expect(saidIn(await world.organizer.get(`${release}?track=voices`))).toContain(
      '1 is accepted 2 go on the waiting list 2 organizations are told: Arvenne, Port Selva',
    );
    const released = await world.organizer.fill(`${release}?track=voices`);
    expect(where(released)).toBe(`${workAt}/decisions/releases/d1`);
    const progress = await world.organizer.get(`${workAt}/decisions/releases/d1`);
    expect(progress.html).toContain('<progress value="3" max="3"');
    expect(saidIn(progress)).toContain('3 of 3 are known. All are known, and the letters are on their way.');
    expect(await session(proposals.buses)).toMatchObject({ state: 'accepted', reference: 'VC-D 12' });
    expect(saidIn(await world.organizer.get(release))).toContain('No decision is staged.');
  });

  test('leave a waiting list whose order is changed, by whoever saw the last order', async () => {
    const list = `${workAt}/decisions/waiting/voices`;
    const order = async (): Promise<string[]> =>
      [...(await world.organizer.get(list)).html.matchAll(/proposals\/(p-[a-z0-9]+)/g)].map(([, slug]) => slug ?? '');
    const before = await order();
    const { fields } = formIn((await world.organizer.get(list)).html, 'value="up"');
    expect(where(await world.organizer.fill(list, { move: 'up' }, 'value="up"'))).toBe(`${list}?done=order`);
    expect(await order()).toEqual(before.toReversed());
    const late = await world.organizer.fill(list, { ...fields, move: 'up' }, 'value="up"');
    expect([late.status, saidIn(late).includes('Somebody else changed this')]).toEqual([412, true]);
  });
});

describe('releases of the programme', () => {
  const at = `${workAt}/releases`;
  const chosen = (...slugs: string[]): string => `${at}/draft?${slugs.map((slug) => `change=${slug}`).join('&')}`;

  test('say that nothing was planned, then what would be released, and refuse what a rule holds back', async () => {
    await world.session('VC 1', {}, 'submitted', 'accepted');
    await world.session('VC 2', {}, 'submitted', 'accepted');
    expect((await world.scheduler.get(at)).html).not.toContain('name="change"');
    expect((await world.scheduler.get(`${at}/draft?all=yes`)).status).toBe(403);
    for (const name of ['Lina', 'Omar'])
      await world.secretariat.make(`${summitAt}/sessions/vc-1/panelists`, {
        person: await world.person(name),
        role: 'panelist',
        organizations: [{ organization: 'port-selva' }],
      });
    const asked = await world.organizer.get(`${at}/draft?all=yes`);
    expect(saidIn(asked)).toContain('Rules that are in the way');
    const refused = await world.organizer.fill(`${at}/draft?all=yes`);
    expect([refused.status, saidIn(refused).includes('"VC 1"')]).toEqual([409, true]);
  });

  test('publish chosen changes alone; the rest stays in the draft', async () => {
    const none = await world.organizer.get(`${at}/draft`);
    expect([none.status, saidIn(none).includes('Tick at least one change')]).toEqual([200, true]);
    expect(saidIn(await world.organizer.get(chosen('vc-2')))).toContain('The other 2 changes stay in the draft.');
    const released = await world.organizer.fill(chosen('vc-2'), { note: 'The first of many.' });
    expect(where(released)).toBe(`${at}?done=released`);
    const page = saidIn(await world.organizer.get(at));
    expect(page).toContain('Release 1, Saturday, 1 March 2031 at 10:00 The first of many.');
    expect(page).toContain('2 sessions differ.');
  });

  test('take along what would meet otherwise, and say so before', async () => {
    await world.session('VC 3', {}, 'submitted', 'accepted');
    const place = (slug: string, room: string) =>
      world.organizer.fill(`${workAt}/sessions/${slug}/placement`, { room, start: '2031-04-10T10:00' });
    await place('vc-2', 'hall');
    await world.organizer.fill(chosen('vc-2'));
    await place('vc-2', 'lamp');
    await place('vc-3', 'hall');
    const said = saidIn(await world.organizer.get(chosen('vc-3')));
    expect(said).toContain('VC 2: otherwise it would meet VC 3 (two at once in a room).');
    await world.organizer.fill(chosen('vc-3'));
    expect(saidIn(await world.organizer.get(`${at}/r3`))).toContain('Chosen changes alone.');
  });

  test('are compared, any two; and who was overtaken looks again', async () => {
    const said = saidIn(await world.organizer.get(`${at}/compare?from=r3&to=r1`));
    expect(said).toContain('From release 1 to release 3');
    expect(said).toContain('VC 3 : Session VC 3 New');
    const same = await world.organizer.get(`${at}/compare?from=r1&to=r1`);
    expect(saidIn(same)).toContain('Choose an earlier and a later one.');

    await world.secretariat.make(`${summitAt}/sessions/vc-1/waivers`, {
      rule: 'one-per-organization',
      reason: 'So be it.',
    });
    const late = await world.organizer.fill(`${at}/draft?all=yes`, { from: '1' });
    expect([late.status, saidIn(late).includes('Something was released meanwhile.')]).toEqual([409, true]);
    expect(where(await world.organizer.fill(`${at}/draft?all=yes`))).toBe(`${at}?done=released`);
    expect(saidIn(await world.organizer.get(at))).toContain('Nothing has changed since release 4.');
  });
});
