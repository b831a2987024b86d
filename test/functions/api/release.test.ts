import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDoor, type Client, type Household, type Json } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// One summit, released again and again: each test goes on where the one before it ended.

let house: Household;
let secretariat: Client;
let everyone: Client;
const seats: Record<string, { person: string; seat: string }> = {};

const summit = '/summits/arvenne-2031';
const releases = `${summit}/releases`;
const at = (session: string): string => `${summit}/sessions/${session}`;
const hour = (n: number): { start: string; end: string } => ({
  start: `2031-03-10T${String(n).padStart(2, '0')}:00:00Z`,
  end: `2031-03-10T${String(n + 1).padStart(2, '0')}:00:00Z`,
});
const change = async (path: string, fields: object): Promise<void> => {
  const { status, text } = await secretariat.patch(path, fields, { 'if-match': '*' });
  if (status !== 200) throw new Error(text);
};
const itemsOf = async (path: string, client = everyone): Promise<Json[]> => (await client.get(path)).json.items ?? [];
const slugsOf = async (path: string, client = everyone): Promise<unknown[]> =>
  (await itemsOf(path, client)).map(({ slug, session }) => slug ?? session);

const seat = async (session: string, name: string): Promise<void> => {
  const consent = { by: 'bearer', on: '2031-01-15' };
  const { id } = await secretariat.make('/people', { name, consent });
  const body = { person: id, role: 'panelist', organizations: [{ organization: 'arvenne' }], consent };
  const { slug } = await secretariat.make(`${at(session)}/panelists`, body);
  await secretariat.pass(`${at(session)}/panelists/${String(slug)}`, 'confirmed');
  seats[name] = { person: String(id), seat: `${at(session)}/panelists/${String(slug)}` };
};

beforeAll(async () => {
  house = await aDoor();
  ({ secretariat, everyone } = house);
  const { make, pass } = secretariat;
  await make('/organizations', { slug: 'arvenne', name: { en: 'Arvenne' }, kind: 'city' });
  await make('/summits', { slug: 'arvenne-2031', title: { en: 'Arvenne' }, zone: 'Europe/Paris' });
  for (const room of ['quay-hall', 'loft']) await make(`${summit}/rooms`, { slug: room, name: { en: room } });
  const places = { 'a-1': ['quay-hall', 9], 'a-2': ['loft', 9], 'a-3': ['loft', 11], 'a-4': [undefined, 0] } as const;
  for (const [reference, [room, from]] of Object.entries(places)) {
    const place = room ? { room, ...hour(from) } : {};
    await make(`${summit}/sessions`, {
      reference,
      title: { en: reference },
      lead: [{ organization: 'arvenne' }],
      ...place,
    });
    await pass(at(reference), 'submitted', 'accepted', ...(room ? ['scheduled'] : []));
  }
  await make(`${summit}/sessions`, { reference: 'a-5', title: { en: 'a-5' } });
  await seat('a-1', 'Ilka Verrane');
  await seat('a-2', 'Oda Lind');
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  expect(faultsOf(await house.dump())).toEqual([]);
  await house.close();
});

const secrets = /quay-hall|loft|T09:00|T11:00/;

describe('before the first release', () => {
  test('everyone sees who and what, and nobody but its planners where and when', async () => {
    for (const path of [`${summit}/sessions`, at('a-1'), '/organizations/arvenne/sessions', `${summit}/sessions.csv`])
      expect([path, secrets.test((await everyone.get(path)).text)]).toEqual([path, false]);
    expect(await slugsOf(`${summit}/sessions`)).toEqual(['a-1', 'a-2', 'a-3', 'a-4']);
    expect(await slugsOf(`${summit}/sessions?room=loft`)).toEqual([]);
    expect((await everyone.get(at('a-1'))).json).toMatchObject({
      state: 'scheduled',
      panel: [{ printedName: 'Ilka Verrane' }],
    });
    expect((await secretariat.get(at('a-1'))).json).toMatchObject({
      room: 'quay-hall',
      local: { start: '2031-03-10T10:00' },
    });
    // Nor can it be had from where a page goes on.
    const { next } = (await everyone.get(`${summit}/sessions?limit=1`)).json;
    expect(secrets.test(Buffer.from(String(next), 'base64url').toString())).toBe(false);
    expect(await slugsOf(`${summit}/sessions?limit=1&cursor=${String(next)}`)).toEqual(['a-2']);
    expect(await slugsOf(releases)).toEqual([]);
    expect((await everyone.get(`${summit}/draft`)).status).toBe(401);
    expect((await house.account.get(`${summit}/draft`)).status).toBe(404);
  });
});

describe('the first release', () => {
  test('has everything that was accepted, and is what everyone sees from then on', async () => {
    const preview = (await secretariat.get(`${summit}/draft`)).json;
    expect(preview).toMatchObject({ from: 0, alongside: [], broken: [] });

    const made = await secretariat.post(releases, { note: 'The programme.', from: 0 });

    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1${releases}/r1`]);
    expect(made.json).toMatchObject({
      number: 1,
      slug: 'r1',
      by: 'amira',
      changed: true,
      sessions: 4,
      days: { '2031-03-10': 3, undated: 1 },
      counts: { new: 4, moved: 0, cancelled: 0, 'panel-changed': 0, changed: 0 },
    });
    const { by, batch, ...shown } = (await everyone.get(`${releases}/r1`)).json;
    expect([by, batch, shown.note]).toEqual([undefined, undefined, 'The programme.']);
    expect((await everyone.get(at('a-1'))).json).toMatchObject({
      released: 'r1',
      room: 'quay-hall',
      local: { start: '2031-03-10T10:00', end: '2031-03-10T11:00' },
      panel: [{ printedName: 'Ilka Verrane', state: 'confirmed' }],
      outcomes: [],
    });
    expect(await slugsOf(`${summit}/sessions?day=2031-03-10&room=loft`)).toEqual(['a-2', 'a-3']);
    expect(await itemsOf(`/people/${seats['Oda Lind']?.person}/sessions`)).toMatchObject([
      { session: 'a-2', ...hour(9) },
    ]);
    expect(await itemsOf('/organizations/arvenne/sessions')).toMatchObject([
      { session: 'a-1', as: 'lead', released: 'r1', ...hour(9) },
      {},
      {},
      {},
    ]);
    expect(await slugsOf(`${releases}/r1/sessions?limit=2`)).toEqual(['a-1', 'a-2']);
    const { next } = (await everyone.get(`${releases}/r1/sessions?limit=2`)).json;
    expect(await slugsOf(`${releases}/r1/sessions?limit=2&cursor=${String(next)}`)).toEqual(['a-3', 'a-4']);
  });

  test('a day of it is told apart by its tag, and may be kept by an edge', async () => {
    const first = await everyone.get(`${releases}/r1/sessions?day=2031-03-10`);
    expect(first.headers.get('cache-control')).toMatch(/s-maxage=30/);
    const again = await everyone.get(`${releases}/r1/sessions?day=2031-03-10`, {
      'if-none-match': String(first.headers.get('etag')),
    });
    expect(again.status).toBe(304);
    expect((await everyone.get(`${releases}/r1/sessions?day=2031-02-30`)).status).toBe(422);
  });

  test('of the same draft a second time changes nothing, and says so', async () => {
    const before = await house.dump();

    const again = await secretariat.post(releases, { note: 'Once more.' });

    expect([again.status, again.json.changed, again.json.detail]).toEqual([
      200,
      false,
      'Nothing has changed since release 1.',
    ]);
    expect(await house.dump()).toEqual(before);
  });
});

describe('what is drafted', () => {
  test('is nobody’s to see but its planners’, and is told to them as the difference', async () => {
    // The two sessions of nine o'clock change places, by way of the afternoon; the third gets a title; one more is accepted.
    await change(at('a-1'), { room: 'loft', ...hour(15) });
    await change(at('a-2'), { room: 'quay-hall' });
    await change(at('a-1'), hour(9));
    await change(at('a-3'), { title: { en: 'Third' } });
    await change(seats['Ilka Verrane']?.seat ?? '', { printedTitle: 'Mayor' });
    await secretariat.pass(at('a-5'), 'submitted', 'accepted');

    expect((await everyone.get(at('a-1'))).json).toMatchObject({
      room: 'quay-hall',
      panel: [{ slug: expect.any(String) as string }],
    });
    expect((await everyone.get(at('a-1'))).text).not.toMatch(/Mayor|loft/);
    expect((await everyone.get(seats['Ilka Verrane']?.seat ?? '')).text).not.toMatch(/Mayor/);
    expect((await everyone.get(at('a-5'))).status).toBe(404);
    expect((await everyone.get(`${at('a-5')}/panelists`)).status).toBe(404);
    expect(await slugsOf(`${summit}/sessions`)).toEqual(['a-1', 'a-2', 'a-3', 'a-4']);
    expect(await slugsOf(`${summit}/sessions`, secretariat)).toContain('a-5');

    const { changes } = (await secretariat.get(`${summit}/draft`)).json as { changes: Json[] };
    expect(changes.map(({ session, kinds }) => [session, kinds])).toEqual([
      ['a-1', ['moved', 'panel-changed']],
      ['a-2', ['moved']],
      ['a-3', ['changed']],
      ['a-5', ['new']],
    ]);
  });

  test('can be released in part: a swap stays whole, and says so', async () => {
    const preview = (await secretariat.get(`${summit}/draft?changes=a-1,a-4`)).json;
    const along = [{ session: 'a-2', with: ['a-1'], why: 'room' }];
    expect(preview).toMatchObject({
      alongside: along,
      unchanged: ['a-4'],
      changes: [{ session: 'a-1' }, { session: 'a-2' }],
    });

    const made = (await secretariat.post(releases, { changes: ['a-1', 'a-4'], note: 'Rooms.' })).json;

    expect(made).toMatchObject({ slug: 'r2', alongside: along, chosen: ['a-1'], unchanged: ['a-4'], sessions: 4 });
    expect((await everyone.get(at('a-2'))).json).toMatchObject({ room: 'quay-hall', released: 'r2' });
    expect((await everyone.get(at('a-3'))).json).toMatchObject({ title: { en: 'a-3' } });
    expect((await everyone.get(at('a-5'))).status).toBe(404);
  });

  test('a cancellation alone goes out at once', async () => {
    await secretariat.pass(at('a-2'), 'cancelled');
    expect((await everyone.get(at('a-2'))).json).toMatchObject({ state: 'scheduled' });

    const made = await secretariat.post(releases, { changes: ['a-2'], note: 'A-2 is off.' });

    expect(made.json).toMatchObject({ slug: 'r3', counts: { cancelled: 1, new: 0, changed: 0 } });
    expect((await everyone.get(at('a-2'))).json).toMatchObject({ state: 'cancelled', room: 'quay-hall', ...hour(9) });
    expect(await slugsOf(`${releases}/r3/sessions?day=2031-03-10`)).toEqual(['a-1', 'a-2', 'a-3']);
    expect((await everyone.get(at('a-5'))).status).toBe(404);
  });

  test.each([
    ['a session that there is none of', { changes: ['a-1', 'z-9'] }, 422, 'invalid'],
    ['after a release that is not the last', { from: 1 }, 409, 'wrong-state'],
    ['nobody in particular', { changes: [] }, 422, 'invalid'],
  ])('is not released: %s', async (_, body, status, code) => {
    const before = await house.dump();
    const refused = await secretariat.post(releases, body);
    expect([refused.status, String(refused.json.type)]).toEqual([status, expect.stringContaining(code)]);
    expect(await house.dump()).toEqual(before);
  });
});

describe('any two releases', () => {
  test('can be compared, the later with the earlier', async () => {
    const between = async (path: string): Promise<unknown> => {
      const { from, to, changes } = (await everyone.get(path)).json as { from: unknown; to: unknown; changes: Json[] };
      return [from, to, changes.map(({ session, kinds }) => [session, kinds])];
    };
    expect(await between(`${releases}/r3/changes`)).toEqual(['r2', 'r3', [['a-2', ['cancelled']]]]);
    expect(await between(`${releases}/r3/changes?from=r1`)).toEqual([
      'r1',
      'r3',
      [
        ['a-1', ['moved', 'panel-changed']],
        ['a-2', ['cancelled']],
      ],
    ]);
    expect((await everyone.get(`${releases}/r1/changes?from=r3`)).status).toBe(422);
    expect((await everyone.get(`${releases}/r9`)).status).toBe(404);
    expect(await slugsOf(releases)).toEqual(['r1', 'r2', 'r3']);
  });
});

describe('a name that has to go', () => {
  test('goes from every release at once, and they say so', async () => {
    const { person = '' } = seats['Ilka Verrane'] ?? {};
    await secretariat.make(`/people/${person}/consents`, { of: 'name', by: 'bearer', state: 'refused' });

    for (const path of [at('a-1'), `${releases}/r1/sessions`, `${releases}/r3/changes?from=r1`])
      expect([path, /Ilka|Mayor/.test((await everyone.get(path)).text)]).toEqual([path, false]);
    const why = { at: '2031-03-01T09:00:00Z', why: 'consent', cards: 1 };
    expect((await everyone.get(`${releases}/r1`)).json).toMatchObject({ rewritten: [why] });
    // The draft says no more of it than the releases do.
    const { changes } = (await secretariat.get(`${summit}/draft`)).json as { changes: Json[] };
    expect(changes.map(({ session }) => session)).toEqual(['a-3', 'a-5']);
  });

  test('goes where its place is to be unnamed', async () => {
    await change(seats['Oda Lind']?.seat ?? '', { unnamed: true });

    expect((await everyone.get(`${releases}/r1/sessions`)).text).not.toMatch(/Oda/);
    expect((await everyone.get(`${releases}/r2`)).json).toMatchObject({ rewritten: [{ cards: 1 }, { cards: 1 }] });
  });
});

describe('a rule that blocks', () => {
  test('keeps back what breaks it and nothing else, until it is waived', async () => {
    const rules = [{ rule: 'panel-size', min: 3, level: 'block' }];
    await secretariat.make(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' }, rules });
    await change(at('a-3'), { track: 'voices' });
    const broken = [{ session: 'a-3', rule: 'panel-size' }];
    expect((await secretariat.get(`${summit}/draft`)).json).toMatchObject({ broken });
    const before = await house.dump();

    const refused = await secretariat.post(releases, {});

    expect([refused.status, refused.json]).toEqual([
      409,
      expect.objectContaining({ type: '/api#rules-broken', broken: [expect.objectContaining(broken[0])] }),
    ]);
    expect(await house.dump()).toEqual(before);
    expect((await secretariat.post(releases, { changes: ['a-5'] })).json).toMatchObject({
      slug: 'r4',
      counts: { new: 1 },
    });
    await secretariat.make(`${at('a-3')}/waivers`, { rule: 'panel-size', reason: 'A talk by one.' });
    expect((await secretariat.post(releases, {})).json).toMatchObject({ slug: 'r5', counts: { changed: 1 } });
    expect((await everyone.get(at('a-3'))).json).toMatchObject({ title: { en: 'Third' }, track: 'voices' });
    expect((await everyone.get(at('a-3'))).text).not.toMatch(/waive|talk by one/);
  });
});
