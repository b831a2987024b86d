import { describe, expect, test } from 'vitest';
import { assignCrew, CrewDraft } from '../../../shared/domain/crew.ts';
import { readPages } from '../../../shared/table/ledger.ts';
import { aWatchedHost, codeOf, ok } from '../../host.ts';

// Whose time a session takes without a place on its panel.

const at = { summit: 'arvenne-2031', session: 'vc-d-12' };
const assigned = (draft: object, crew: Parameters<typeof assignCrew>[3] = []) =>
  assignCrew(at, 'c1', CrewDraft().parse({ person: 'ilka', ...draft }), crew);
const pointersOf = (draft: object): unknown => {
  try {
    return assigned(draft);
  } catch (error) {
    return (error as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer);
  }
};

describe('a place in a crew', () => {
  test.each([
    ['an interpreter without languages', { as: 'interpreter' }, ['/languages']],
    ['a technician with some', { as: 'technician', languages: [{ from: 'en', to: 'fr' }] }, ['/languages']],
    [
      'out of a language into itself, and a pair named twice',
      {
        as: 'interpreter',
        languages: [
          { from: 'en', to: 'en' },
          { from: 'fr', to: 'en' },
          { from: 'fr', to: 'en' },
        ],
      },
      ['/languages/0/to', '/languages/2'],
    ],
  ])('is not that of %s', (_, draft, pointers) => {
    expect(pointersOf(draft)).toEqual(pointers);
  });

  test('is one for a person and a role, until they are released', () => {
    const first = assigned({ as: 'technician' });
    expect(() => assigned({ as: 'technician' }, [first])).toThrow('already');
    expect(assigned({ as: 'rapporteur' }, [first]).state).toBe('assigned');
    expect(assigned({ as: 'technician' }, [{ ...first, state: 'released' }]).slug).toBe('c1');
  });
});

const host = await aWatchedHost();
const { secretariat, everyone } = host.house;

const claimsOf = async (person: string): Promise<string[]> => {
  const { pages } = await readPages(host.house.table, [{ resource: { person }, day: '2031-04-10' }]);
  return (pages[0]?.claims ?? []).map(
    ({ summit, by, despite }) => `${summit} ${by.length}${despite ? ' despite' : ''}`,
  );
};
const summitIn = (session: string): string => session.split('/')[2] ?? '';

test('a crew is for those who plan; its time is claimed and given back, and refuses others', async () => {
  const { make, pass } = secretariat;
  const session = await host.session();
  const { person, seat } = await host.seat({ session });
  await pass(seat, 'confirmed');
  const draft = { person, as: 'interpreter', languages: [{ from: 'en', to: 'ar' }], note: 'Booth 2' };

  const crew = await make(`${session}/crew`, draft);
  const own = `${session}/crew/${String(crew.slug)}`;

  expect(crew).toMatchObject({ ...draft, state: 'assigned', version: 1 });
  // Two parts in one session are one place.
  expect(await claimsOf(person)).toEqual([`${summitIn(session)} 2`]);
  await pass(seat, 'withdrawn');
  expect(await claimsOf(person)).toEqual([`${summitIn(session)} 1`]);
  expect((await secretariat.get(`${session}/crew?as=interpreter&state=assigned`)).json.items).toMatchObject([draft]);
  expect((await secretariat.get(`${session}/crew?as=technician`)).json.items).toEqual([]);
  const scheduler = await host.house.as('sol', { role: 'scheduler', summit: summitIn(session) });
  const delegate = await host.house.as('linus', { role: 'delegate', organization: 'port-selva' });
  expect([(await scheduler.get(own)).status, (await delegate.get(own)).status]).toEqual([200, 404]);
  expect((await everyone.get(session)).text).not.toContain('Booth 2');

  const other = await host.session();
  const refused = await secretariat.post(`${other}/crew`, { person, as: 'technician' });
  expect([codeOf(refused), refused.json.conflictsWith]).toEqual(['person-taken', `/api/v1${session}`]);
  expect(codeOf(await secretariat.post(`${session}/crew`, draft))).toBe('already-recorded');
  const { seat: invited } = await host.seat({ session: other, person });
  const schedule = `/people/${person}/schedule`;
  const reference = 'A 1';
  expect((await secretariat.get(schedule)).json.items).toMatchObject([
    { as: 'panelist', firm: false, reference, summit: summitIn(other) },
    { as: 'crew', firm: true, reference, summit: summitIn(session) },
  ]);
  // Where else somebody sits is not named to whoever plans another summit; that they are taken then, is.
  const organizer = await host.house.as('oda', { role: 'organizer', summit: summitIn(session) });
  const seen = (await organizer.get(schedule)).json.items ?? [];
  expect(seen.map(({ summit, firm }) => [summit, firm])).toEqual([
    [undefined, false],
    [summitIn(session), true],
  ]);
  expect((await delegate.get(schedule)).status).toBe(404);
  await pass(invited, 'withdrawn');
  await pass(own, 'released');
  expect(await claimsOf(person)).toEqual([]);
  await make(`${other}/crew`, { person, as: 'technician' });
});

test('a crew stands in what is held on somebody, and is left without words where they are erased', async () => {
  const session = await host.session();
  const person = await host.person();
  const { slug } = await secretariat.make(`${session}/crew`, { person, as: 'technician', note: 'Ilka’s cousin' });

  const { json } = await secretariat.get(`/people/${person}/data`);
  const parts = json.parts as { part: string; held: unknown[] }[];
  expect(parts.find(({ part }) => part === 'crew')?.held).toMatchObject([{ slug, note: 'Ilka’s cousin' }]);
  await ok(secretariat.post(`/people/${person}/erasure`, { names: true, reason: 'Asked for.' }));

  const { text } = await secretariat.get(`${session}/crew/${String(slug)}`);
  expect([text.includes('cousin'), text.includes('assigned')]).toEqual([false, true]);
  // An id that says nothing is still awaited, until an organizer releases it.
  expect(await claimsOf(person)).toHaveLength(1);
  expect(codeOf(await secretariat.post(`${session}/crew`, { person, as: 'rapporteur' }))).toBe('invalid');
});

test('two records of one person who were in two places become one who is: marked, and on record', async () => {
  const { make, pass } = secretariat;
  const session = await host.session();
  const summit = `/summits/${summitIn(session)}`;
  const { start, end } = (await secretariat.get(session)).json;
  await make(`${summit}/sessions`, { reference: 'B 1', title: { en: 'B' }, start, end });
  await make(`${summit}/desks`, { organization: 'river-league', quota: 4, deadline: start });
  const nominate = (email: string, session: string) =>
    make(`${summit}/desks/river-league/nominations`, { name: 'Mira Oss', email, session });
  const one = await nominate('mira@example.org', 'a-1');
  const two = await nominate('oss@example.org', 'b-1');
  await pass(`${summit}/sessions/a-1/panelists/${String(one.panelist)}`, 'confirmed');
  await pass(`${summit}/sessions/b-1/panelists/${String(two.panelist)}`, 'confirmed');
  await make(`${summit}/sessions/b-1/crew`, { person: two.person, as: 'rapporteur' });
  const suggestion = ((await secretariat.get(`${summit}/suggestions`)).json.items ?? [])[0];

  await ok(secretariat.post(`${summit}/suggestions/${String(suggestion?.slug)}/merge`, { keep: one.person }));

  expect(await claimsOf(String(two.person))).toEqual([]);
  expect(await claimsOf(String(one.person))).toEqual([`${summitIn(session)} 1`, `${summitIn(session)} 2 despite`]);
  const seat = (await secretariat.get(`${summit}/sessions/b-1/panelists/${String(two.panelist)}`)).json;
  expect(seat).toMatchObject({
    person: one.person,
    overridden: [{ kind: 'person-taken', reason: 'The same person.' }],
  });
  expect((await secretariat.get(`${summit}/sessions/b-1/crew`)).json.items).toMatchObject([{ person: one.person }]);
});
