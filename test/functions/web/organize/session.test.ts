import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPlanningHouse, formIn, type PlanningHouse, saidIn, summitAt, workAt } from '../../../planning.ts';

let world: PlanningHouse;
beforeAll(async () => {
  world = await aPlanningHouse();
});
afterAll(() => world.house.close());

const at = `${workAt}/sessions`;
const where = ({ headers }: { headers: Headers }): string | null => headers.get('location');
const record = async (path: string) => (await world.secretariat.get(`${summitAt}/sessions/${path}`)).json;

describe('who may enter', () => {
  test('organizers and schedulers; whoever has no role does not, and whoever has no account signs in first', async () => {
    const statuses = await Promise.all(
      [world.organizer, world.scheduler, world.reviewer, world.stranger].map(async (one) => (await one.get(at)).status),
    );
    expect(statuses).toEqual([200, 200, 403, 403]);
    const out = await world.reader.get(at);
    expect([out.status, where(out)]).toEqual([
      302,
      'https://plenary.example/sign-in?return=%2Fen%2Forganize%2Farvenne-2031%2Fsessions',
    ]);
    expect((await world.scheduler.get(`${at}/new`)).status).toBe(403);
  });
});

describe('the facts of a session', () => {
  test('are filled in, with organizations looked for by name in the form itself', async () => {
    const looked = await world.organizer.fill(`${at}/new`, {
      reference: 'VC 1',
      'title.en': 'Rivers',
      track: 'voices',
      look: 'lead',
      'find.lead': 'port',
    });
    const { fields } = formIn(looked.html, 'reference');
    expect([looked.status, fields.reference, fields['title.en']]).toEqual([200, 'VC 1', 'Rivers']);
    expect(looked.html).toContain('name="lead.new.port-selva"');

    const made = await world.organizer.fill(`${at}/new`, {
      reference: 'VC 1',
      'title.en': 'Rivers',
      'summary.en': 'How cities on one river plan.',
      'objectives.0.text.en': 'Agree on what to measure.',
      track: 'voices',
      expected: '80',
      'languages.spoken.en': 'yes',
      'languages.spoken.other': 'ur',
      'lead.new.port-selva': 'yes',
    });
    expect([made.status, where(made)]).toEqual([303, `${at}/vc-1?done=created`]);
    expect(await record('vc-1')).toMatchObject({
      title: { en: 'Rivers' },
      objectives: [{ id: '1', text: { en: 'Agree on what to measure.' } }],
      languages: { spoken: ['en', 'ur'], interpreted: [] },
      lead: [{ organization: 'port-selva', printed: 'Port Selva' }],
      expected: 80,
    });
  });

  test('say at each field what is wrong, and keep what was typed', async () => {
    const { status, html } = await world.organizer.fill(`${at}/new`, {
      reference: '',
      'title.en': '',
      'summary.en': 'Kept.',
      expected: '0',
    });
    expect(status).toBe(422);
    expect(html).toContain('<title>Problem: New session · Plenary</title>');
    expect([...html.matchAll(/<li><a href="#([^"]+)">/g)].map(([, field]) => field).toSorted()).toEqual([
      'expected',
      'reference',
      'title',
    ]);
    expect(html).toContain('Kept.');
  });

  test('are not overwritten unseen by the second of two organizers', async () => {
    const before = await world.organizer.get(`${at}/vc-1/edit`);
    await world.organizer.fill(`${at}/vc-1/edit`, { 'title.en': 'Rivers and their cities' });
    const { fields } = formIn(before.html, 'reference');

    const second = await world.organizer.fill(`${at}/vc-1/edit`, { ...fields, 'title.en': 'Streams' });
    expect(second.status).toBe(412);
    expect(saidIn(second)).toContain('There now: Rivers and their cities');
    expect(formIn(second.html, 'reference').fields['title.en']).toBe('Streams');
    expect(await record('vc-1')).toMatchObject({ title: { en: 'Rivers and their cities' } });
  });

  test('lose a language that is emptied, and an organization that is taken out', async () => {
    await world.organizer.fill(`${at}/vc-1/edit`, { 'title.fr': 'Rivières', 'lead.new.arvenne': 'yes' });
    await world.organizer.fill(`${at}/vc-1/edit`, { 'title.fr': '', 'lead.0.gone': 'yes', 'summary.en': '' });
    const { title, lead, summary } = await record('vc-1');
    expect({ title, lead, summary }).toEqual({
      title: { en: 'Rivers and their cities' },
      lead: [{ organization: 'arvenne', printed: 'Arvenne' }],
      summary: undefined,
    });
  });
});

describe('the place of a session', () => {
  test('is refused where another is, with its name and the nearest that are free, and taken from those', async () => {
    await world.session('VC 2', {}, 'submitted', 'accepted');
    await world.organizer.fill(`${at}/vc-1/state?to=submitted`);
    await world.organizer.fill(`${at}/vc-1/state?to=accepted`);
    const first = await world.scheduler.fill(`${at}/vc-1/placement`, { room: 'hall', start: '2031-04-10T10:00' });
    expect(where(first)).toBe(`${at}/vc-1?done=placed`);

    const refused = await world.organizer.fill(`${at}/vc-2/placement`, { room: 'hall', start: '2031-04-10T10:00' });
    expect(refused.status).toBe(409);
    expect(saidIn(refused)).toContain('The room "hall" is taken by "VC 1" from Thursday, 10 April 2031 at 10:00');
    expect(refused.html).toContain(`href="${at}/vc-1"`);
    const places = [...refused.html.matchAll(/name="offer" value="([^"]+)"/g)].map(([, place]) => place ?? '');
    expect(places).toHaveLength(3);
    expect(refused.html).toContain('name="override.reason"');

    const { fields } = formIn(refused.html, 'offer');
    await world.organizer.fill(`${at}/vc-2/placement`, { ...fields, offer: places[0] ?? '' });
    expect(await record('vc-2')).toMatchObject({ state: 'scheduled', start: places[0]?.split('|')[1] });
  });

  test('is given all the same by an organizer with a reason, and not by a scheduler', async () => {
    await world.session('VC 3', {}, 'submitted', 'accepted');
    const typed = { room: 'hall', start: '2031-04-10T10:00', 'override.reason': 'Two short readings.' };
    expect((await world.scheduler.fill(`${at}/vc-3/placement`, typed)).status).toBe(403);
    await world.organizer.fill(`${at}/vc-3/placement`, typed);
    expect(saidIn(await world.organizer.get(`${at}/vc-3`))).toContain('Placed all the same: Two short readings.');
    await world.organizer.fill(`${at}/vc-3/placement`, { deed: 'off' });
    expect(await record('vc-3')).toMatchObject({ state: 'accepted' });
  });
});

const verdictsIn = (html: string): string[] =>
  [...html.matchAll(/<li class="(pass|warn|block)">/g)].map(([, verdict]) => verdict ?? '');

describe('a panel', () => {
  test('is judged with every change, keeps a blocking rule only by a waiver, and says so', async () => {
    const [lina, omar] = [await world.person('Lina Okafor'), await world.person('Omar Teixeira')];
    const found = await world.organizer.get(`${at}/vc-1/panelists/new?q=okaf`);
    expect(saidIn(found)).toContain('1 person is called that Lina Okafor');
    expect(found.html).toContain(`href="?person=${lina}"`);

    for (const person of [lina, omar])
      await world.organizer.fill(`${at}/vc-1/panelists/new?person=${person}`, {
        'organizations.new.port-selva': 'yes',
      });
    const desk = await world.organizer.get(`${at}/vc-1`);
    expect(verdictsIn(desk.html).slice(0, 2)).toEqual(['block', 'pass']);

    const waived = await world.organizer.fill(`${at}/vc-1/waivers?rule=one-per-organization`, { reason: 'Two banks.' });
    expect(where(waived)).toBe(`${at}/vc-1?done=waived#checks`);
    expect(saidIn(await world.organizer.get(`${at}/vc-1`))).toContain('Waived: Two banks.');
  });

  test('somebody new is registered from where they are looked for, for the rehearsal', async () => {
    const gone = await world.organizer.fill(`${at}/vc-1/panelists/new?q=Noor+Haddad`, {}, 'register');
    const person = new URL(where(gone) ?? '', 'https://plenary.example').searchParams.get('person') ?? '';
    expect((await world.secretariat.get(`/people/${person}`)).json).toMatchObject({
      name: 'Noor Haddad',
      rehearsal: true,
    });
  });

  test('is put in another order, and everybody is invited whom a mail reaches', async () => {
    const { panel } = (await record('vc-1')) as { panel: { slug: string; printedName: string }[] };
    const moved = await world.organizer.fill(`${at}/vc-1`, { move: 'up' }, `value="${panel[1]?.slug}"`);
    expect(where(moved)).toBe(`${at}/vc-1?done=order#panel`);
    const after = (await record('vc-1')) as { panel: { printedName: string }[] };
    expect(after.panel.map(({ printedName }) => printedName)).toEqual(['Omar Teixeira', 'Lina Okafor']);

    const invited = await world.organizer.fill(`${at}/vc-1`, { invite: 'all' }, 'name="invite"');
    expect(invited.status).toBe(409);
    expect(saidIn(invited)).toContain('Omar Teixeira was not invited:');
  });

  test('somebody is confirmed who said so by phone; into a clash only as one of the two, which is asked', async () => {
    const { panel } = (await record('vc-1')) as { panel: { slug: string; person: string }[] };
    const [omar] = panel;
    const typed = { 'by.name': 'Jonas Weidt', 'by.as': 'office', how: 'phone', at: '2031-03-01T09:00' };
    await world.organizer.fill(`${at}/vc-1/panelists/${omar?.slug}/confirmation`, { ...typed, consent: 'yes' });
    const { slug } = await world.secretariat.make(`${summitAt}/sessions/vc-3/panelists`, {
      person: omar?.person,
      role: 'panelist',
    });
    await world.organizer.fill(`${at}/vc-3/placement`, { room: '', start: '2031-04-10T10:30' });

    const confirmation = `${at}/vc-3/panelists/${String(slug)}/confirmation`;
    const clash = await world.organizer.fill(confirmation, typed);
    expect([clash.status, saidIn(clash).includes('This place holds: withdraw them from VC 1')]).toEqual([409, true]);
    const { fields } = formIn(clash.html, 'holds');
    const undecided = await world.organizer.fill(confirmation, { ...fields, ...typed });
    expect([undecided.status, saidIn(undecided).includes('Choose which of the two holds.')]).toEqual([422, true]);

    const done = await world.organizer.fill(confirmation, { ...fields, ...typed, holds: 'instead' });
    expect(where(done)).toBe(`${at}/vc-3?done=confirmed#panel`);
    const states = await Promise.all(
      ['vc-1', 'vc-3'].map(async (one) => ((await record(one)) as { panel: { state: string }[] }).panel[0]?.state),
    );
    expect(states.includes('confirmed')).toBe(true);
    expect(saidIn(await world.organizer.get(`${at}/vc-1`))).toContain('Withdrawn');
  });

  test('somebody is replaced in one deed, and another withdrawn with a reason', async () => {
    const { panel } = (await record('vc-3')) as { panel: { slug: string }[] };
    const noor = await world.person('Noor Adeyemi');
    const seat = `${at}/vc-3/panelists/${panel[0]?.slug}`;
    const replaced = await world.organizer.fill(`${seat}/replacement?person=${noor}`, { reason: 'Elections at home.' });
    expect(where(replaced)).toBe(`${at}/vc-3?done=replaced&name=Noor+Adeyemi#panel`);
    expect(saidIn(await world.organizer.get(where(replaced)?.replace('#panel', '') ?? ''))).toContain(
      'Noor Adeyemi has the place now.',
    );
    const after = (await record('vc-3')) as { panel: { slug: string; state: string }[] };
    const next = after.panel.find(({ state }) => state === 'nominated')?.slug;
    await world.organizer.fill(`${at}/vc-3/panelists/${next}/withdrawal`, { reason: 'Asked too early.' });
    expect(
      ((await record('vc-3')) as { panel: { state: string }[] }).panel.map(({ state }) => state).toSorted(),
    ).toEqual(['replaced', 'withdrawn']);
  });
});

describe('the crew', () => {
  test('takes an interpreter with their languages, and gives them their time back', async () => {
    const ana = await world.person('Ana Ferreira');
    // Whoever may not see the person does not learn that there is one.
    expect((await world.scheduler.get(`${at}/vc-2/crew/new?person=${ana}`)).status).toBe(404);
    const without = await world.organizer.fill(`${at}/vc-2/crew/new?person=${ana}`, { as: 'interpreter' });
    expect([without.status, saidIn(without).includes('Say out of which language')]).toEqual([422, true]);
    await world.organizer.fill(`${at}/vc-2/crew/new?person=${ana}`, {
      as: 'interpreter',
      'languages.0.from': 'en',
      'languages.0.to': 'fr',
    });
    expect(saidIn(await world.organizer.get(`${at}/vc-2`))).toContain('Ana Ferreira Interpreter English to French');
    const released = await world.organizer.fill(`${at}/vc-2`, {}, '/crew/');
    expect(where(released)).toBe(`${at}/vc-2?done=released#crew`);
  });
});

describe('the list', () => {
  const rowsIn = (html: string): string[] =>
    [...html.matchAll(/<td[^>]*><a href="[^"]*sessions\/([a-z0-9-]+)">/g)].map(([, slug]) => slug ?? '');

  test('is narrowed by state, day, words and by what needs something', async () => {
    const narrowed = async (query: string): Promise<string[]> =>
      rowsIn((await world.organizer.get(`${at}?${query}`)).html);
    expect(await narrowed('q=rivers')).toEqual(['vc-1']);
    expect((await narrowed('state=scheduled')).toSorted()).toEqual(['vc-1', 'vc-2', 'vc-3']);
    expect(await narrowed('state=draft')).toEqual([]);
    expect(await narrowed('day=2031-04-11')).toEqual([]);
    expect((await narrowed('needs=yes')).toSorted()).toEqual(['vc-1', 'vc-2', 'vc-3']);
  });

  test('loses nothing of a session that is cancelled, which needs a reason', async () => {
    const bare = await world.organizer.fill(`${at}/vc-2/state?to=cancelled`);
    expect(bare.status).toBe(422);
    await world.organizer.fill(`${at}/vc-2/state?to=cancelled`, { reason: 'The hall is flooded.' });
    expect(saidIn(await world.organizer.get(`${at}/vc-2`))).toContain('The hall is flooded.');
  });
});
