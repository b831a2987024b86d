import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionKey } from '../../../shared/table/key.ts';
import { aDoor, type Client, type Household, type Json, type Reply } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Where and when sessions are held, as organizers say it; in Paris, from the 10th to the 31st of March 2031. On the 30th the clock goes forward.

let house: Household;
let scheduler: Client;
beforeAll(async () => {
  house = await aDoor();
  const { make } = house.secretariat;
  const days = { from: '2031-03-10', to: '2031-03-31' };
  await make('/summits', { slug: 'quays', title: { en: 'Quays' }, zone: 'Europe/Paris', ...days });
  await make('/summits', { slug: 'ports', title: { en: 'Ports' }, zone: 'Asia/Kolkata', ...days });
  await make('/summits/quays/tracks', { slug: 'voices', title: { en: 'Voices' }, minutes: 90 });
  await make('/summits/quays/rooms', { slug: 'hall', name: { en: 'Hall' }, changeover: 15, capacity: 80 });
  await make('/summits/quays/rooms', { slug: 'mill', name: { en: 'Mill' }, capacity: 80 });
  await make('/summits/quays/rooms', { slug: 'foyer', name: { en: 'Foyer' }, parallel: 2 });
  await make('/summits/ports/rooms', { slug: 'shed', name: { en: 'Shed' } });
  scheduler = await house.as('sol', { role: 'scheduler', summit: 'quays' });
});
afterAll(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
  await house.close();
});

let sessions = 0;
let people = 0;

const aPerson = async (): Promise<string> =>
  String((await house.secretariat.make('/people', { name: `Person ${(people += 1)}` })).id);

/** An accepted session, with whoever confirmed: its slug. */
const accepted = async ({
  summit = 'quays',
  panel = [],
  more = {},
}: { summit?: string; panel?: readonly string[]; more?: object } = {}): Promise<string> => {
  const { make, pass } = house.secretariat;
  const track = summit === 'quays' ? { track: 'voices' } : {};
  const slug = `s-${(sessions += 1)}`;
  const at = `/summits/${summit}/sessions/${slug}`;
  await make(`/summits/${summit}/sessions`, { reference: `S ${sessions}`, title: { en: slug }, ...track, ...more });
  await pass(at, 'submitted', 'accepted');
  for (const person of panel) {
    const { slug: place } = await make(`${at}/panelists`, { person, role: 'panelist' });
    await pass(`${at}/panelists/${String(place)}`, 'confirmed');
  }
  return slug;
};

const at = (session: string, summit = 'quays'): string => `/summits/${summit}/sessions/${session}/placement`;
const put = (session: string, body: object, by: Client = house.secretariat, query = ''): Promise<Reply> =>
  by.put(`${at(session)}${query}`, body, { 'if-match': '*' });
const placed = async (session: string, body: object): Promise<Json> => {
  const { status, json, text } = await put(session, body);
  if (status !== 200) throw new Error(text);
  return json;
};
const faults = ({ json }: Reply) => json.errors?.map(({ pointer, detail }) => [pointer, detail]);

describe('a session', () => {
  test('is placed by the clock on the wall, as long as its track says, and is scheduled by it', async () => {
    const person = await aPerson();
    const session = await accepted({ panel: [person] });
    const version = ((await house.secretariat.get(at(session))).json.version as number) + 1;
    const reply = await put(session, { room: 'hall', start: '2031-03-10T09:00' }, scheduler);
    const placement = {
      session,
      reference: expect.any(String),
      state: 'scheduled',
      version,
      room: 'hall',
      start: '2031-03-10T08:00:00Z',
      end: '2031-03-10T09:30:00Z',
      local: { start: '2031-03-10T09:00', end: '2031-03-10T10:30' },
      zone: 'Europe/Paris',
      minutes: 90,
      claimed: [{ person, by: expect.any(String), as: 'panelist' }],
      held: [],
      warnings: [],
    };
    expect([reply.status, reply.json]).toEqual([200, placement]);
    const read = await scheduler.get(at(session));
    expect([read.json, read.headers.get('etag')]).toEqual([reply.json, reply.headers.get('etag')]);

    const before = await house.dump();
    const same = await put(session, { room: 'hall', start: '2031-03-10T08:00:00Z', end: '2031-03-10T10:30' });
    expect([same.status, same.json]).toEqual([200, reply.json]);
    expect(await house.dump()).toEqual(before);
  });

  test('is moved from the version that was read, and from no other', async () => {
    const session = await accepted();
    const body = { start: '2031-03-11T09:00' };
    const { secretariat } = house;
    expect((await secretariat.put(at(session), body)).status).toBe(428);
    const etag = String((await secretariat.get(at(session))).headers.get('etag'));
    expect((await secretariat.put(at(session), body, { 'if-match': etag })).status).toBe(200);
    const stale = await secretariat.put(at(session), { start: '2031-03-11T10:00' }, { 'if-match': etag });
    expect([stale.status, stale.headers.get('etag')]).toEqual([
      412,
      (await secretariat.get(at(session))).headers.get('etag'),
    ]);
  });

  test('is taken off, waits again, and leaves its place to others', async () => {
    const [one, other] = [await accepted(), await accepted()];
    const place = { room: 'hall', start: '2031-03-12T09:00' };
    await placed(one, place);
    expect((await scheduler.delete(at(one), { 'if-match': '*' })).status).toBe(204);
    const { json } = await scheduler.get(at(one));
    expect(json).toEqual({ ...json, state: 'accepted', claimed: [], held: [], warnings: [] });
    expect(['room', 'start', 'end', 'local'].filter((field) => field in json)).toEqual([]);
    await placed(other, place);
    const again = await scheduler.delete(at(one), { 'if-match': '*' });
    expect([again.status, again.json.type]).toEqual([409, '/api#wrong-state']);
  });

  test('that was held or is reported stays where it was', async () => {
    const session = await accepted();
    await placed(session, { start: '2031-03-13T09:00' });
    await house.secretariat.pass(`/summits/quays/sessions/${session}`, 'held');
    const sources = [
      { facts: ['title', 'reference', 'lead', 'start', 'end'], citation: 'The Quay Gazette (invented)' },
    ];
    const { slug } = await house.secretariat.make('/summits/quays/sessions', {
      reference: 'R 1',
      title: { en: 'Reported' },
      origin: 'reported',
      sources,
    });
    for (const one of [session, String(slug)]) {
      const reply = await put(one, { start: '2031-03-13T11:00', minutes: 30 });
      expect([reply.status, reply.json.type]).toEqual([409, '/api#wrong-state']);
      expect((await house.secretariat.delete(at(one), { 'if-match': '*' })).status).toBe(409);
    }
  });
});

describe('a time', () => {
  test.each([
    [
      'that the clock passes over',
      { start: '2031-03-30T02:30' },
      '/start',
      'There is no 02:30 on 2031-03-30 in Europe/Paris: the clock passes over that hour. Choose another.',
    ],
    ['that is no time', { start: '2031-02-30T09:00' }, '/start', expect.stringContaining('as "2027-03-10T09:00"')],
    ['before the summit', { start: '2031-03-09T23:00' }, '/start', expect.stringContaining('2031-03-10')],
    ['after it', { start: '2031-03-31T23:00' }, '/end', expect.stringContaining('2031-04-01')],
    [
      'said twice',
      { start: '2031-03-14T09:00', minutes: 30, end: '2031-03-14T10:00' },
      '/minutes',
      'Give the minutes or the end, not both.',
    ],
    [
      'that ends before it starts',
      { start: '2031-03-14T09:00', end: '2031-03-14T09:00' },
      '/end',
      expect.stringContaining('after its start'),
    ],
  ])('%s is refused', async (_, body, pointer, detail) => {
    const session = 's-1';
    expect(faults(await put(session, body))).toEqual([[pointer, detail]]);
  });

  test('that is wrong is told beside a room that is not there, and beside whatever is no field', async () => {
    const both = await put('s-1', { room: 'not-there', start: '2031-03-30T02:30' });
    expect(faults(both)?.map(([pointer]) => pointer)).toEqual(['/start', '/room']);
    const three = await put('s-1', { room: 'not-there', start: 'noon', length: 3 });
    expect(
      faults(three)
        ?.map(([pointer]) => pointer)
        .sort(),
    ).toEqual(['/length', '/room', '/start']);
    expect(faults(await put('s-1', { room: 'not-there', start: '2031-03-14T09:00' }))?.[0]?.[0]).toBe('/room');
  });

  test('in the night that the clock changes lasts as long as it does, over midnight too', async () => {
    const session = await accepted();
    const night = await placed(session, { room: 'mill', start: '2031-03-29T23:30', minutes: 240 });
    expect([night.start, night.end, night.local]).toEqual([
      '2031-03-29T22:30:00Z',
      '2031-03-30T02:30:00Z',
      { start: '2031-03-29T23:30', end: '2031-03-30T04:30' },
    ]);
    const other = await accepted();
    const [meets, touches] = [
      await put(other, { room: 'mill', start: '2031-03-30T03:00', minutes: 30 }),
      await put(other, { room: 'mill', start: '2031-03-30T04:30', minutes: 30 }),
    ];
    expect([meets.status, touches.status]).toEqual([409, 200]);
  });

  test('without a length is refused where nobody says how long', async () => {
    const session = await accepted({ summit: 'ports' });
    const ask = (body: object) => house.secretariat.put(at(session, 'ports'), body, { 'if-match': '*' });
    expect(faults(await ask({ start: '2031-03-10T09:00' }))).toEqual([
      ['/minutes', 'Give the minutes or the end: its track does not say how long.'],
    ]);
    const { json } = await ask({ start: '2031-03-10T09:00', minutes: 45 });
    expect(json).toMatchObject({ start: '2031-03-10T03:30:00Z', end: '2031-03-10T04:15:00Z' });
  });
});

describe('a place that is taken', () => {
  test('is refused with who is in the way, and with the nearest that satisfy everything', async () => {
    const person = await aPerson();
    const [one, other] = [await accepted({ panel: [person] }), await accepted({ panel: [person] })];
    await placed(one, { room: 'hall', start: '2031-03-15T09:00' });
    const asked = { room: 'hall', start: '2031-03-15T10:00' };
    const before = await house.dump();
    const reply = await put(other, asked, scheduler, '?suggest=3');
    expect(await house.dump()).toEqual(before);
    expect([reply.status, reply.json.type, reply.json.conflictsWith]).toEqual([
      409,
      '/api#room-taken',
      `/api/v1/summits/quays/sessions/${one}`,
    ]);
    // The room is kept free for a quarter of an hour more; the person is not.
    expect((reply.json.conflicts as Json[]).map(({ kind, overlap }) => [kind, overlap])).toEqual([
      ['room-taken', { start: '2031-03-15T09:00:00Z', end: '2031-03-15T09:45:00Z' }],
      ['person-taken', { start: '2031-03-15T09:00:00Z', end: '2031-03-15T09:30:00Z' }],
    ]);
    const suggestions = reply.json.suggestions as { room: string; start: string; end: string; local: Json }[];
    expect(suggestions.map(({ room, local }) => [local.start, room])).toEqual([
      ['2031-03-15T10:30', 'foyer'],
      ['2031-03-15T10:30', 'mill'],
      ['2031-03-15T10:45', 'hall'],
    ]);
    for (const { room, start, end } of suggestions)
      expect((await put(other, { room, start, end }, scheduler)).status).toBe(200);
  });

  test('of a room that takes two at once is free for two', async () => {
    const [one, two, three] = [await accepted(), await accepted(), await accepted()];
    const body = { room: 'foyer', start: '2031-03-16T09:00' };
    expect([(await put(one, body)).status, (await put(two, body)).status, (await put(three, body)).status]).toEqual([
      200, 200, 409,
    ]);
  });

  test('in another summit and zone is "another session" to whoever may not know of it', async () => {
    const person = await aPerson();
    const [here, there] = [await accepted({ panel: [person] }), await accepted({ panel: [person], summit: 'ports' })];
    const far = { room: 'shed', start: '2031-03-17T13:30', minutes: 60 };
    expect((await house.secretariat.put(at(there, 'ports'), far, { 'if-match': '*' })).status).toBe(200);
    const reply = await put(here, { start: '2031-03-17T09:00', minutes: 60 }, scheduler);
    expect([reply.status, reply.json.type]).toEqual([409, '/api#person-taken']);
    expect(reply.json.detail).toContain('by another session from 2031-03-17T08:00:00Z to 2031-03-17T09:00:00Z');
    expect(reply.text).not.toContain(there);
    expect((await put(here, { start: '2031-03-17T09:00', minutes: 60 })).text).toContain(there);
  });

  test('is given all the same by who may, for a reason that stays', async () => {
    const [one, other] = [await accepted(), await accepted()];
    const body = { room: 'mill', start: '2031-03-18T09:00' };
    await placed(one, body);
    const override = { reason: 'They share the room on purpose.' };
    expect((await put(other, { ...body, override }, scheduler)).status).toBe(403);
    const reply = await put(other, { ...body, override });
    const overridden = [
      { kind: 'room-taken', ...override, by: 'amira', at: '2031-03-01T09:00:00Z', detail: expect.any(String) },
    ];
    expect([reply.status, reply.json.overridden, reply.json.warnings]).toEqual([
      200,
      overridden,
      [expect.objectContaining({ kind: 'room-taken', conflictsWith: `/api/v1/summits/quays/sessions/${one}` })],
    ]);
    expect((await scheduler.get(at(other))).json).toEqual(reply.json);
    expect((await house.secretariat.get(`/summits/quays/sessions/${other}`)).json.overridden).toEqual(overridden);
    expect((await house.everyone.get(`/summits/quays/sessions/${other}`)).json.overridden).toBeUndefined();
    expect(
      (await house.dump()).filter(({ claims }) => JSON.stringify(claims ?? '').includes('"despite":true')),
    ).toHaveLength(1);
  });

  test('is not: one that closed, by room or by track; nor hours that are kept or windows that are open', async () => {
    const { make, pass } = house.secretariat;
    await make('/summits/quays/rooms', {
      slug: 'attic',
      name: { en: 'Attic' },
      hours: [{ from: '09:00', to: '18:00' }],
      policy: 'warn',
    });
    await make('/summits/quays/tracks', {
      slug: 'night',
      title: { en: 'Night' },
      windows: [{ start: '2031-03-19T20:00:00+01:00', end: '2031-03-19T23:00:00+01:00' }],
      rooms: ['attic'],
    });
    const session = await accepted({ more: { track: 'night' } });
    const early = await put(session, { room: 'hall', start: '2031-03-19T19:00', minutes: 90 }, scheduler, '?suggest=2');
    expect([early.json.type, (early.json.conflicts as Json[]).map(({ kind }) => kind)]).toEqual([
      '/api#not-placeable',
      ['outside-window', 'other-room'],
    ]);
    // Where the track is held, the room is only open by day: nothing satisfies both.
    expect(early.json.suggestions).toEqual([]);
    const warned = await put(session, { room: 'attic', start: '2031-03-19T20:00', minutes: 90 }, scheduler);
    expect([warned.status, (warned.json.warnings as Json[]).map(({ kind, level }) => [kind, level])]).toEqual([
      200,
      [['outside-hours', 'warn']],
    ]);
    await pass('/summits/quays/rooms/attic', 'closed');
    expect((await put(session, { room: 'attic', start: '2031-03-19T20:30', minutes: 60 })).json.detail).toContain(
      'is closed',
    );
    await pass('/summits/quays/tracks/night', 'closed');
    expect((await put(session, { start: '2031-03-19T20:30', minutes: 60 })).json.detail).toContain(
      'track "night" is closed',
    );
    const wrong = { slug: 'other', title: { en: 'O' }, rooms: ['hall', 'nowhere'] };
    expect(faults(await house.secretariat.post('/summits/quays/tracks', wrong))).toEqual([
      ['/rooms/1', 'There is no room "nowhere". Create it first.'],
    ]);
  });
});

describe('several moves', () => {
  const move = (moves: object[], headers = {}, query = ''): Promise<Reply> =>
    scheduler.post(`/summits/quays/placements${query}`, { moves }, headers);
  const told = ({ json }: Reply): unknown[] =>
    (json.moves as Json[]).map(({ session, status, problem }) => [
      session,
      status,
      (problem as Json | undefined)?.type,
    ]);

  test('swap two sessions, take one off, and tell of each what became of it', async () => {
    const [one, two, three, four] = [await accepted(), await accepted(), await accepted(), await accepted()];
    const [first, second] = [
      { room: 'hall', start: '2031-03-20T09:00' },
      { room: 'mill', start: '2031-03-20T09:00' },
    ];
    await placed(one, first);
    await placed(two, second);
    await placed(three, { start: '2031-03-20T09:00' });
    const reply = await move(
      [
        { session: one, ...second, group: 'swap' },
        { session: three, off: true },
        { session: 'nobody', ...first },
        { session: two, ...first, group: 'swap' },
        { session: four, ...first },
        { session: 's-1', start: '2031-03-30T02:30' },
      ],
      {},
      '?suggest=1',
    );
    expect([reply.status, told(reply)]).toEqual([
      200,
      [
        [one, 'placed', undefined],
        [three, 'taken-off', undefined],
        ['nobody', 'refused', '/api#not-found'],
        [two, 'placed', undefined],
        [four, 'refused', '/api#room-taken'],
        ['s-1', 'refused', '/api#invalid'],
      ],
    ]);
    const [moved] = reply.json.moves as Json[];
    expect(moved).toMatchObject({
      group: 'swap',
      placement: { room: 'mill', start: '2031-03-20T08:00:00Z', warnings: [] },
    });
    const refused = (reply.json.moves as Json[])[4]?.problem as Json;
    expect(refused).toMatchObject({
      status: 409,
      conflictsWith: `/api/v1/summits/quays/sessions/${two}`,
      suggestions: [{ room: 'foyer', start: '2031-03-20T08:00:00Z' }],
    });
    expect(
      told(
        await move([
          { session: one, ...second },
          { session: three, off: true },
        ]),
      ),
    ).toEqual([
      [one, 'unchanged', undefined],
      [three, 'unchanged', undefined],
    ]);
  });

  test('of a group are all made or none is', async () => {
    const [one, two] = [await accepted(), await accepted()];
    const before = await house.dump();
    const place = { room: 'hall', start: '2031-03-21T09:00', group: 'both' };
    const reply = await move([
      { session: one, ...place },
      { session: two, ...place, start: '2031-03-21T10:00' },
    ]);
    expect(told(reply)).toEqual([
      [one, 'refused', '/api#room-taken'],
      [two, 'refused', '/api#room-taken'],
    ]);
    const missing = await move([
      { session: one, ...place },
      { session: 'nobody', ...place },
    ]);
    expect((missing.json.moves as Json[]).map(({ problem }) => (problem as Json).detail)).toEqual([
      'Another move of its group was refused, so this one was not made either.',
      expect.stringContaining('no such session'),
    ]);
    expect(await house.dump()).toEqual(before);
  });

  test('that cannot be meant are refused as a whole', async () => {
    const before = await house.dump();
    const start = '2031-03-21T09:00';
    const reply = await move([
      { session: 's-1', start },
      { session: 's-1', start },
      { session: 's-2' },
      { session: 's-3', off: true, start },
    ]);
    expect(faults(reply)?.map(([pointer]) => pointer)).toEqual([
      '/moves/1/session',
      '/moves/2/start',
      '/moves/3/start',
    ]);
    const many = await move(Array.from({ length: 500 }, (_, nth) => ({ session: `s-${nth}`, start })));
    expect([many.status, faults(many)]).toEqual([
      422,
      [['/moves', expect.stringMatching(/at most 100 moves.*in parts/)]],
    ]);
    expect(await house.dump()).toEqual(before);
  });

  test('of a group that would write more than fits are refused, with what to split', async () => {
    const many = Array.from({ length: 46 }, (_, nth) => `many-${nth}`);
    const rows = ['reference,title:en', ...many.map((name) => `${name},Many`)].join('\n');
    await house.secretariat.make('/summits/quays/sessions.csv', { rows, confirm: true });
    const before = await house.dump();
    const reply = await move(
      many.map((session) => ({ session, start: '2031-03-21T14:00', minutes: 30, group: 'all' })),
    );
    const problems = (reply.json.moves as Json[]).map(({ problem }) => problem as Json);
    expect(new Set(problems.map(({ type }) => type))).toEqual(new Set(['/api#too-many-at-once']));
    expect(problems[0]?.detail).toMatch(
      /^Placing "many-0", "many-1", "many-2" and 43 more together would write 92 records at once, and 90 fit\. Move fewer sessions in one group\.$/,
    );
    expect(await house.dump()).toEqual(before);
  });

  test('sent again with the same key are made once, also where the first attempt broke off between two of them', async () => {
    const [one, two] = [await accepted(), await accepted()];
    const moves = [
      { session: one, room: 'hall', start: '2031-03-22T09:00' },
      { session: two, room: 'hall', start: '2031-03-22T11:00' },
    ];
    const key = { 'idempotency-key': 'broken-off' };
    // The process dies after the first of the two.
    const { table } = house.door.house;
    let sent = 0;
    const send = table.sendTransaction.bind(table);
    table.sendTransaction = async (actions, token) => {
      if ((sent += 1) > 1) throw new Error('The process is gone.');
      return send(actions, token);
    };
    const broken = await move(moves, key);
    table.sendTransaction = send;
    expect(broken.status).toBe(500);
    house.logged.length = 0;

    const versionOf = async (session: string) => (await scheduler.get(at(session))).json.version;
    const version = await versionOf(one);
    const reply = await move(moves, key);
    expect(told(reply)).toEqual([
      [one, 'placed', undefined],
      [two, 'placed', undefined],
    ]);
    expect(await versionOf(one)).toBe(version);
    const before = await house.dump();
    expect((await move(moves, key)).text).toBe(reply.text);
    expect(await house.dump()).toEqual(before);
  });
});

describe('what somebody says of their time', () => {
  const say = (person: string, body: object) =>
    house.secretariat.put(`/people/${person}/availability`, body, { 'if-match': '*' });

  test('warns, lets through what it allows, and goes with everything that is held on them', async () => {
    const person = await aPerson();
    const address = `/people/${person}/availability`;
    expect((await house.secretariat.get(address)).json).toEqual({
      person,
      version: 0,
      policy: 'block',
      parallel: 1,
      free: [],
      minutesBetween: 0,
    });
    expect((await scheduler.get(address)).status).toBe(404);
    const said = {
      free: [{ start: '2031-03-23T08:00:00Z', end: '2031-03-23T12:00:00Z' }],
      minutesBetween: 20,
      policy: 'warn',
    };
    expect((await say(person, said)).json).toMatchObject({ ...said, version: 1 });

    const [one, two, three] = [
      await accepted({ panel: [person] }),
      await accepted({ panel: [person] }),
      await accepted({ panel: [person] }),
    ];
    await placed(one, { room: 'hall', start: '2031-03-23T09:00' });
    const next = await placed(two, { room: 'mill', start: '2031-03-23T10:40' });
    expect((next.warnings as Json[]).map(({ kind, detail }) => [kind, detail])).toEqual([
      ['far-apart', expect.stringContaining('has 10 minutes between it and "')],
    ]);
    expect((await placed(two, { room: 'hall', start: '2031-03-23T10:45' })).warnings).toEqual([]);
    const both = await placed(three, { room: 'foyer', start: '2031-03-23T12:00' });
    expect((both.warnings as Json[]).map(({ kind }) => kind)).toEqual(['person-taken', 'unavailable']);
    // Taken back, it lets no other through.
    await say(person, { ...said, policy: 'block' });
    expect((await put(three, { room: 'foyer', start: '2031-03-23T12:10' })).json.type).toBe('/api#person-taken');

    const parts = (await house.secretariat.get(`/people/${person}/data`)).json.parts as {
      part: string;
      held: Json[];
    }[];
    expect(parts.find(({ part }) => part === 'availability')?.held).toMatchObject([{ minutesBetween: 20 }]);
    await house.secretariat.make(`/people/${person}/erasure`, { names: true, reason: 'Asked for.' });
    expect((await house.dump()).filter(({ type }) => type === 'availability')).toEqual([]);
  });
});

test('what somebody holds who has not confirmed is shown, and refuses nothing', async () => {
  const person = await aPerson();
  const [one, other] = [await accepted({ panel: [person] }), await accepted()];
  const { slug } = await house.secretariat.make(`/summits/quays/sessions/${other}/panelists`, {
    person,
    role: 'panelist',
  });
  await placed(other, { start: '2031-03-24T09:00' });
  const { held, warnings } = await placed(one, { start: '2031-03-24T09:30' });
  expect([held, warnings]).toEqual([
    [expect.objectContaining({ kind: 'held', person, with: expect.objectContaining({ session: other }) })],
    [],
  ]);
  expect((await scheduler.get(at(other))).json.held).toMatchObject([
    { kind: 'held', by: slug, with: { session: one } },
  ]);
});

test('sessions that shifted by themselves are listed, and are placed anew by a deed', async () => {
  const session = await accepted();
  await placed(session, { start: '2031-03-31T09:00', minutes: 60 });
  const { table } = house.house;
  const item = await table.get(sessionKey('quays', session));
  const local = { start: '2031-03-31T10:00', end: '2031-03-31T11:00' };
  const was = (one: unknown) => ({ ...(one as Json), local });
  await table.batchWrite([
    { ...item, pk: String(item?.pk), sk: String(item?.sk), record: was(item?.record), card: was(item?.card) },
  ]);
  const shifted = async () => (await scheduler.get('/summits/quays/shifted')).json.items;
  const is = { start: '2031-03-31T09:00', end: '2031-03-31T10:00' };
  expect(await shifted()).toMatchObject([{ session, was: local, is, why: ['clock'], zone: 'Europe/Paris' }]);
  await placed(session, { start: '2031-03-31T10:00', minutes: 60 });
  expect(await shifted()).toEqual([]);
  // Days that are narrowed leave it where it is, and say so.
  await house.secretariat.patch('/summits/quays', { to: '2031-03-30' }, { 'if-match': '*' });
  expect(await shifted()).toMatchObject([{ session, why: ['days'] }]);
  expect((await house.everyone.get('/summits/quays/shifted')).status).toBe(401);
});
