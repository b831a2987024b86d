import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDoor, type Client, type Household, type Json, type Reply } from '../../door.ts';

const summit = '/summits/arvenne-2031';
const programme = `${summit}/programme`;
const cited = (...facts: string[]) => [{ facts, citation: 'Programme page (invented)', retrieved: '2030-06-01' }];

let house: Household;
let everyone: Client;
let ilka: string;
let hidden: string;

const release = async (slug = 'arvenne-2031', given: object = {}): Promise<void> => {
  house.clock.move(60);
  await house.secretariat.make(`/summits/${slug}/releases`, given);
};

const session = async (of: string, reference: string, given: object = {}): Promise<string> => {
  const { secretariat } = house;
  const made = await secretariat.make(`${of}/sessions`, { reference, title: { en: `Session ${reference}` }, ...given });
  const address = `${of}/sessions/${String(made.slug)}`;
  await secretariat.pass(address, 'submitted', 'accepted');
  return address;
};

const change = async (path: string, body: object): Promise<void> => {
  const { status, text } = await house.secretariat.patch(path, body, { 'if-match': '*' });
  if (status !== 200) throw new Error(text);
};

const events = ({ text }: Reply): Record<string, unknown>[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    status: event.getFirstPropertyValue('status'),
    start: new ICAL.Event(event).startDate.toJSDate().toISOString(),
  }));

const slugs = ({ json }: Reply): unknown[] => (json.items ?? []).map(({ slug }) => slug);

const at = (hour: string, day = '10'): { start: string; end: string } => ({
  start: `2031-03-${day}T${hour}:00:00Z`,
  end: `2031-03-${day}T${hour}:45:00Z`,
});

beforeAll(async () => {
  // What a container holds for some seconds it holds until the next release: how long a test takes is no matter.
  house = await aDoor({ pace: { now: () => 0 } });
  ({ everyone } = house);
  const { secretariat } = house;
  for (const slug of ['arvenne', 'tarn-port'])
    await secretariat.make('/organizations', { slug, name: { en: slug }, kind: 'city', country: 'FR' });
  const consent = { by: 'bearer', on: '2031-01-15' };
  ilka = String((await secretariat.make('/people', { name: 'Ilka Verrane', consent })).id);
  hidden = String((await secretariat.make('/people', { name: 'Tomas Quell' })).id);
  const days = { from: '2031-03-10', to: '2031-03-11' };
  await secretariat.make('/summits', {
    slug: 'arvenne-2031',
    title: { en: 'Arvenne 2031' },
    zone: 'Europe/Paris',
    ...days,
  });
  await secretariat.make('/summits', {
    slug: 'coast-2031',
    title: { en: 'Coast 2031' },
    zone: 'Asia/Kolkata',
    ...days,
  });
  await secretariat.make(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' } });
  await secretariat.make(`${summit}/rooms`, { slug: 'quay-hall', name: { en: 'Quay Hall' } });
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

describe('before the first release', () => {
  test('the programme says that there is none, and every feed of it is empty', async () => {
    await session(summit, 'AA 1', {
      ...at('08'),
      track: 'voices',
      room: 'quay-hall',
      lead: [{ organization: 'arvenne' }],
      languages: { spoken: ['en'], interpreted: ['fr'] },
    });
    const read = await everyone.get(programme);
    const feeds = await Promise.all(
      ['ics', 'xml', 'frab.json', 'jsonld', 'csv'].map((ending) => everyone.get(`${programme}.${ending}`)),
    );

    expect([read.status, read.json]).toEqual([
      200,
      { summit: 'arvenne-2031', release: null, zone: 'Europe/Paris', days: [], undated: 0, items: [], next: null },
    ]);
    expect(feeds.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(feeds.filter(({ text }) => /AA 1|aa-1/.test(text))).toEqual([]);
  });

  test('a session that is public has an empty calendar, and one that is not is not there', async () => {
    await house.secretariat.make(`${summit}/sessions`, { reference: 'Draft 1', title: { en: 'D' } });
    const [known, unknown, absent] = await Promise.all(
      ['aa-1', 'draft-1', 'not-there'].map((slug) => everyone.get(`${summit}/sessions/${slug}/programme.ics`)),
    );

    expect([known?.status, known && events(known)]).toEqual([200, []]);
    expect([unknown?.status, unknown?.json.detail]).toEqual([404, absent?.json.detail]);
  });
});

describe('a released programme', () => {
  beforeAll(async () => {
    const { secretariat } = house;
    const seat = await secretariat.make(`${summit}/sessions/aa-1/panelists`, {
      person: ilka,
      role: 'moderator',
      organizations: [{ organization: 'tarn-port' }],
      consent: { by: 'bearer', on: '2031-01-15' },
    });
    await secretariat.pass(`${summit}/sessions/aa-1/panelists/${String(seat.slug)}`, 'confirmed');
    await secretariat.make(`${summit}/sessions/aa-1/panelists`, { person: hidden, role: 'panelist' });
    // The first ends after midnight in Paris.
    await session(summit, 'BB 2', { start: '2031-03-10T22:30:00Z', end: '2031-03-11T00:30:00Z' });
    await session(summit, 'CC 3', { ...at('09', '11'), partners: [{ organization: 'arvenne' }] });
    await session(summit, 'DD 4');
    await release('arvenne-2031', { note: 'The first of all.' });
    await session('/summits/coast-2031', 'EE 5', { ...at('05'), lead: [{ organization: 'arvenne' }] });
    await release('coast-2031');
  });

  test('has days with their counts, and sessions in order of time; one over midnight stands on the day it starts', async () => {
    const { json } = await everyone.get(programme);

    expect(json).toMatchObject({
      release: { slug: 'r1', number: 1, note: 'The first of all.' },
      zone: 'Europe/Paris',
      days: [
        { day: '2031-03-10', sessions: 2 },
        { day: '2031-03-11', sessions: 1 },
      ],
      undated: 1,
      items: [
        {
          slug: 'aa-1',
          roomName: { en: 'Quay Hall' },
          panel: [{ printedName: 'Ilka Verrane' }, { toBeConfirmed: true }],
        },
        { slug: 'bb-2', local: { start: '2031-03-10T23:30', end: '2031-03-11T01:30' } },
        { slug: 'cc-3' },
        { slug: 'dd-4' },
      ],
      next: null,
    });
    expect(JSON.stringify(json)).not.toMatch(/Tomas|amira/);
  });

  test('answers a day with one Query, and 304 to who has it', async () => {
    const day = `${programme}?day=2031-03-10`;
    const first = await everyone.get(day);
    house.proxy.forget();
    const again = await everyone.get(day, { 'if-none-match': first.headers.get('etag') ?? '' });

    expect([slugs(first), first.headers.get('cache-control')]).toEqual([
      ['aa-1', 'bb-2'],
      expect.stringMatching(/^public, s-maxage=/),
    ]);
    expect([again.status, again.text, { ...house.proxy.counts }]).toEqual([304, '', { Query: 1 }]);
  });

  test.each([
    ['track=voices', ['aa-1']],
    ['room=quay-hall', ['aa-1']],
    ['organization=arvenne', ['aa-1', 'cc-3']],
    ['organization=tarn-port', ['aa-1']],
    ['language=fr', ['aa-1']],
    ['day=undated', ['dd-4']],
    ['day=2031-03-12', []],
    ['release=r1&day=2031-03-11', ['cc-3']],
  ])('can be narrowed down: ?%s', async (query, found) => {
    expect(slugs(await everyone.get(`${programme}?${query}`))).toEqual(found);
  });

  test('refuses what it does not know', async () => {
    const replies = await Promise.all(
      [
        `${programme}?colour=red`,
        `${programme}?day=2031-02-30`,
        `${programme}.ics?limit=1`,
        `${programme}?release=r9`,
        '/summits/not-there/programme',
        '/summits/not-there/programme.ics',
      ].map((path) => everyone.get(path)),
    );

    expect(replies.map(({ status, json }) => [status, json.errors?.map(({ pointer }) => pointer)])).toEqual([
      [422, ['?colour']],
      [422, ['?day']],
      [422, ['?limit']],
      [404, undefined],
      [404, undefined],
      [404, undefined],
    ]);
  });

  test('has a calendar for each track, room, session, organization and person, of what is public', async () => {
    const read = (path: string) => everyone.get(`${path}/programme.ics`);
    const uids = async (path: string) => events(await read(path)).map(({ uid }) => String(uid).split('.programme@')[0]);

    expect({
      track: await uids(`${summit}/tracks/voices`),
      room: await uids(`${summit}/rooms/quay-hall`),
      session: await uids(`${summit}/sessions/cc-3`),
      organization: await uids('/organizations/arvenne'),
      panel: await uids('/organizations/tarn-port'),
      person: await uids(`/people/${ilka}`),
    }).toEqual({
      track: ['aa-1.arvenne-2031'],
      room: ['aa-1.arvenne-2031'],
      session: ['cc-3.arvenne-2031'],
      organization: ['aa-1.arvenne-2031', 'cc-3.arvenne-2031', 'ee-5.coast-2031'],
      panel: ['aa-1.arvenne-2031'],
      person: ['aa-1.arvenne-2031'],
    });
    const gone = await Promise.all(
      [`/people/${hidden}`, `${summit}/tracks/none`, '/organizations/none', `${summit}/rooms/none`].map(read),
    );
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  test('is read page by page in the release in which it was begun, whatever is released in between', async () => {
    const before = await everyone.get(`${programme}.ics`);
    const first = await everyone.get(`${programme}?limit=3`);
    const bb = `${summit}/sessions/bb-2`;
    await change(bb, at('10', '11'));
    await house.secretariat.pass(`${summit}/sessions/cc-3`, 'cancelled');
    await release();
    const rest = await everyone.get(`${programme}?limit=3&cursor=${String(first.json.next)}`);
    const now = await everyone.get(`${programme}.ics`);

    expect([slugs(first), slugs(rest), (rest.json.release as Json).slug, rest.json.next]).toEqual([
      ['aa-1', 'bb-2', 'cc-3'],
      ['dd-4'],
      'r1',
      null,
    ]);
    expect(events(now)).toEqual([
      {
        uid: 'aa-1.arvenne-2031.programme@plenary.invalid',
        sequence: 2,
        status: 'CONFIRMED',
        start: '2031-03-10T08:00:00.000Z',
      },
      {
        uid: 'cc-3.arvenne-2031.programme@plenary.invalid',
        sequence: 2,
        status: 'CANCELLED',
        start: '2031-03-11T09:00:00.000Z',
      },
      {
        uid: 'bb-2.arvenne-2031.programme@plenary.invalid',
        sequence: 2,
        status: 'CONFIRMED',
        start: '2031-03-11T10:00:00.000Z',
      },
    ]);
    expect(new Set(events(before).map(({ uid }) => uid))).toEqual(new Set(events(now).map(({ uid }) => uid)));
    expect(now.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  test('says in JSON-LD what was cancelled and what was moved, and keeps every earlier release', async () => {
    const status = async (query = ''): Promise<unknown[]> =>
      ((await everyone.get(`${programme}.jsonld${query}`)).json.subEvent as Json[]).map(
        ({ identifier, eventStatus, previousStartDate }) => [
          identifier,
          String(eventStatus).split('/').at(-1),
          previousStartDate,
        ],
      );

    expect(await status()).toEqual([
      ['AA 1', 'EventScheduled', undefined],
      ['CC 3', 'EventCancelled', undefined],
      ['BB 2', 'EventRescheduled', '2031-03-10T23:30:00+01:00'],
      ['DD 4', 'EventScheduled', undefined],
    ]);
    expect((await status('?release=r1')).map((one) => (one as unknown[])[1])).toEqual(
      Array.from({ length: 4 }, () => 'EventScheduled'),
    );
  });

  test.each([
    ['ics', 'text/calendar; charset=utf-8', 'X-WR-CALNAME:Arvenne 2031'],
    ['xml', 'application/xml; charset=utf-8', '<subtitle>AA 1</subtitle>'],
    ['frab.json', 'application/json', '"acronym":"arvenne_2031"'],
    ['jsonld', 'application/ld+json', '"@context":"https://schema.org"'],
    ['csv', 'text/csv; charset=utf-8', 'AA 1,Session AA 1,'],
  ])('is there as .%s', async (ending, type, said) => {
    const { headers, text } = await everyone.get(`${programme}.${ending}`);

    expect([headers.get('content-type'), text.includes(said)]).toEqual([type, true]);
  });
});

describe('a programme that a source reports', () => {
  beforeAll(async () => {
    const { secretariat } = house;
    const origin = 'reported';
    await secretariat.make('/summits', {
      slug: 'shore-2024',
      title: { en: 'Shore 2024' },
      zone: 'Africa/Cairo',
      origin,
      sources: cited('title', 'zone', 'kind'),
    });
    const told = { origin, state: 'scheduled', sources: cited('reference', 'title', 'start', 'end') };
    await secretariat.make('/summits/shore-2024/sessions', {
      reference: 'S 1',
      title: { en: 'S' },
      start: '2024-11-07T09:00:00Z',
      end: '2024-11-07T10:30:00Z',
      ...told,
    });
    await secretariat.make('/summits/shore-2024/sessions', { reference: 'S 2', title: { en: 'T' }, ...told });
  });

  test('is what is public of its sessions, and says by whom', async () => {
    const { json } = await everyone.get('/summits/shore-2024/programme');
    const calendar = await everyone.get('/summits/shore-2024/programme.ics');
    const one = await everyone.get('/summits/shore-2024/sessions/s-1/programme.ics');

    expect(json).toMatchObject({
      release: null,
      days: [{ day: '2024-11-07', sessions: 1 }],
      undated: 1,
      items: [
        { slug: 's-1', state: 'scheduled', reportedBy: ['Programme page (invented)'] },
        { slug: 's-2', reportedBy: ['Programme page (invented)'] },
      ],
    });
    expect([events(calendar).length, events(one).length]).toEqual([1, 1]);
    expect(calendar.text).toMatch(
      /Reported by Programme page[\s\S]*DTSTAMP|DTSTAMP:20300601T000000Z[\s\S]*Reported by Programme/,
    );
    expect(calendar.text).toContain('so not in this calendar: 1');
  });
});
