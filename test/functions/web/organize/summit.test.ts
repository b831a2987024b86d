import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../../../functions/web/app.tsx';
import type { Held } from '../../../../shared/domain/role.ts';
import { aDoor, type Household, type Json, tokenFor } from '../../../door.ts';
import { aReaderOf, aSite, fromHere, home, type Reader, type Sheet } from '../../../pages.ts';

// The organizer's pages about a summit itself, as a browser of few words meets them: forms that keep what was typed, say what is wrong, and act once.

let house: Household;
let reader: Reader;

/** Somebody who is signed in, with a browser of few words. */
const signedIn = async (name: string): Promise<Reader> => {
  const cookie = `__Host-plenary=${await tokenFor(name)}`;
  return {
    get: (path) => reader.get(path, { cookie }),
    post: (path, form) => reader.post(path, form, { ...fromHere, cookie }),
  };
};

let secretariat: Reader;
let organizer: Reader;
let nobody: Reader;

beforeAll(async () => {
  house = await aDoor();
  reader = aReaderOf(house);
  const { make } = house.secretariat;
  await make('/organizations', { slug: 'arvenne', name: { en: 'Arvenne' }, kind: 'city' });
  await make('/organizations', { slug: 'harbour-ring', name: { en: 'Harbour Ring' }, kind: 'city-network' });
  await make('/organizations', { slug: 'twin-a', name: { en: 'Twin Bridges' }, kind: 'city' });
  await make('/organizations', { slug: 'twin-b', name: { en: 'Twin Bridges' }, kind: 'city' });
  await make('/summits', {
    slug: 'quays',
    title: { en: 'Quays 2031', fr: 'Quais 2031' },
    zone: 'Europe/Paris',
    from: '2031-06-01',
    to: '2031-06-03',
  });
  const held: Held = { role: 'organizer', summit: 'quays' };
  await house.as('noor', held);
  [secretariat, organizer, nobody] = await Promise.all([signedIn('amira'), signedIn('noor'), signedIn('jonas')]);
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const read = async (path: string): Promise<Json> => (await house.secretariat.get(path)).json;
const listed = async (path: string): Promise<Json[]> => (await read(path)).items ?? [];

/** What a page says, without its markup. */
const said = ({ html }: Sheet): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

/** What stands in a hidden or plain field of a form. */
const valueOf = ({ html }: Sheet, name: string): string =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? '';

/** What is wrong, field by field, as the list of faults leads to it. */
const faultsIn = ({ html }: Sheet): [field: string, said: string][] => {
  const [, list = ''] = /<div class="faults"[^>]*>([\s\S]*?)<\/div>/.exec(html) ?? [];
  return [...list.matchAll(/<li>(?:<a href="#([^"]*)">)?([^<]*)/g)].map(([, field = '', words = '']) => [field, words]);
};

const sent = async (response: Response): Promise<Sheet> => ({
  status: response.status,
  headers: response.headers,
  html: await response.text(),
});

const going = ({ status, headers }: Sheet): unknown => [status, headers.get('location')];

describe('a summit from a template', () => {
  const form = {
    template: 'forum',
    'title.en': 'Harbours 2032',
    'title.fr': 'Ports 2032',
    from: '2032-03-10',
    to: '2032-03-12',
    zone: 'Africa/Cairo',
    'place.en': 'Arvenne',
    callUntil: '2031-12-31',
    slug: '',
  };

  test('is there once, however often the form is sent, with its rooms and tracks in the languages of its title', async () => {
    const key = valueOf(await secretariat.get('/en/organize/new'), '_key');
    const [first, second] = [
      await secretariat.post('/en/organize/new', { ...form, _key: key }),
      await secretariat.post('/en/organize/new', { ...form, _key: key }),
    ];

    expect([first, second].map(going)).toEqual([
      [303, '/en/organize/harbours-2032/?done=created'],
      [303, '/en/organize/harbours-2032/?done=created'],
    ]);
    expect(await read('/summits/harbours-2032')).toMatchObject({
      title: { en: 'Harbours 2032', fr: 'Ports 2032' },
      kind: 'meeting',
      rehearsal: false,
      zone: 'Africa/Cairo',
      place: { en: 'Arvenne' },
    });
    const rooms = await listed('/summits/harbours-2032/rooms');
    expect(rooms.map(({ slug, name }) => [slug, name])).toEqual([
      ['plenary-hall', { en: 'Plenary hall', fr: 'Salle plénière' }],
      ['room-a', { en: 'Room A', fr: 'Salle A' }],
      ['room-b', { en: 'Room B', fr: 'Salle B' }],
      ['room-c', { en: 'Room C', fr: 'Salle C' }],
    ]);
    const tracks = await listed('/summits/harbours-2032/tracks');
    expect(tracks.map(({ slug, call }) => [slug, call])).toEqual([
      ['networks', { hard: '2031-12-31T22:00:00Z' }],
      ['plenaries', undefined],
      ['voices-from-cities', { hard: '2031-12-31T22:00:00Z' }],
    ]);
  });

  test('that was cut off is completed by the same form', async () => {
    const sent = { ...form, 'title.en': 'Cut off 2032', 'title.fr': '', _key: 'a-key-of-its-own' };
    const body = { title: { en: 'Cut off 2032' }, kind: 'meeting', rehearsal: false };
    const rest = { from: form.from, to: form.to, zone: form.zone, place: { en: 'Arvenne' } };
    await house.secretariat.post('/summits', { ...body, ...rest }, { 'idempotency-key': 'a-key-of-its-own' });
    expect(await listed('/summits/cut-off-2032/rooms')).toEqual([]);

    expect(going(await secretariat.post('/en/organize/new', sent))).toEqual([
      303,
      '/en/organize/cut-off-2032/?done=created',
    ]);
    expect((await listed('/summits/cut-off-2032/rooms')).length).toBe(4);
    const other = await secretariat.post('/en/organize/new', { ...sent, 'title.en': 'Another' });
    expect([other.status, faultsIn(other).length]).toEqual([422, 1]);
    expect(valueOf(other, 'title.en')).toBe('Another');
  });

  test('says what is wrong at the fields, and keeps what was typed', async () => {
    const empty = { 'title.fr': '', 'title.en': '', zone: '', to: '2032-03-01' };
    const sheet = await secretariat.post('/fr/organize/new', Object.assign({ 'title.fr': '' }, form, empty));

    expect([
      sheet.status,
      faultsIn(sheet)
        .map(([field]) => field)
        .toSorted(),
    ]).toEqual([422, ['title.fr', 'to']]);
    expect(valueOf(sheet, 'place.en')).toBe('Arvenne');
    const unchosen = await secretariat.post('/en/organize/new', { 'title.en': 'Harbours' });
    expect(faultsIn(unchosen)).toEqual([['template', 'Choose what kind of summit it is']]);
  });

  test('is the secretariat’s to create: others are told whom to ask', async () => {
    const [asked, sent] = [await organizer.get('/en/organize/new'), await organizer.post('/en/organize/new', form)];

    expect([asked.status, sent.status]).toEqual([403, 403]);
    expect(said(asked)).toContain('Summits are created by the secretariat of the platform.');
  });
});

describe('who may come in', () => {
  const parts = [
    '',
    'settings',
    'rooms',
    'rooms/new',
    'tracks',
    'tracks/new',
    'participations',
    'desks',
    'roles',
    'mails',
    'rows',
  ];

  test.each(parts)('the page "%s" is for organizers', async (part) => {
    const path = `/en/organize/quays/${part}`;
    const [out, other, own] = [await reader.get(path), await nobody.get(path), await organizer.get(path)];

    expect([out.status, other.status, own.status]).toEqual([302, 403, 200]);
    expect(/undefined|\[object|\{\w+\}/.exec(said(own))).toBeNull();
  });

  test('another language of the pages is led to English', async () => {
    expect(going(await organizer.get('/ar/organize/quays/rooms'))).toEqual([303, '/en/organize/quays/rooms']);
  });
});

describe('a room', () => {
  const form = {
    'name.en': 'Quay hall',
    'name.fr': 'Halle du quai',
    slug: '',
    capacity: '120',
    changeover: '15',
    parallel: '1',
  };

  test('is added with its hours, and changed by who read it last', async () => {
    const hours = {
      'hours.1.from': '09:00',
      'hours.1.to': '18:00',
      'blackouts.0.start': '2031-06-01T12:00',
      'blackouts.0.end': '2031-06-01T13:00',
    };
    const made = await organizer.post('/en/organize/quays/rooms/new', {
      ...form,
      ...hours,
      policy: 'warn',
      _key: 'room-1',
    });

    expect(going(made)).toEqual([303, '/en/organize/quays/rooms?done=added']);
    expect(await read('/summits/quays/rooms/quay-hall')).toMatchObject({
      name: { en: 'Quay hall', fr: 'Halle du quai' },
      capacity: 120,
      policy: 'warn',
      hours: [{ from: '09:00', to: '18:00' }],
      blackouts: [{ start: '2031-06-01T10:00:00Z', end: '2031-06-01T11:00:00Z' }],
    });
  });

  test('that somebody else changed meanwhile shows both, and loses nothing', async () => {
    const path = '/en/organize/quays/rooms/quay-hall';
    const opened = await organizer.get(path);
    await house.secretariat.patch('/summits/quays/rooms/quay-hall', { capacity: 90 }, { 'if-match': '*' });
    const typed = { 'name.en': 'Quay hall', capacity: '140', policy: 'warn', changeover: '15', parallel: '1' };
    const stale = await organizer.post(path, { ...typed, _tag: valueOf(opened, '_tag').replaceAll('&quot;', '"') });

    expect([stale.status, valueOf(stale, 'capacity')]).toEqual([412, '140']);
    expect(said(stale)).toContain('There now: 90');
    const again = await organizer.post(path, { ...typed, _tag: valueOf(stale, '_tag').replaceAll('&quot;', '"') });
    expect(going(again)).toEqual([303, `${path}?done=saved`]);
    expect(await read('/summits/quays/rooms/quay-hall')).toMatchObject({ name: { en: 'Quay hall' }, capacity: 140 });
  });

  test('says what is wrong at the row that it is wrong in', async () => {
    const wrong = {
      ...form,
      'name.en': '',
      'name.fr': '',
      capacity: 'many',
      'hours.0.from': '',
      'hours.1.from': '18:00',
      'hours.1.to': '9',
    };
    const sheet = await organizer.post('/en/organize/quays/rooms/new', wrong);

    expect([
      sheet.status,
      faultsIn(sheet)
        .map(([field]) => field)
        .toSorted(),
    ]).toEqual([422, ['capacity', 'hours.0.to', 'name.en']]);
    expect([valueOf(sheet, 'capacity'), valueOf(sheet, 'hours.0.from')]).toEqual(['many', '18:00']);
  });

  test('is closed once, and says what that does', async () => {
    expect(said(await organizer.get('/en/organize/quays/rooms/quay-hall'))).toContain(
      'No more sessions are placed in it',
    );
    const closed = await organizer.post('/en/organize/quays/rooms/quay-hall/state', { to: 'closed' });
    const again = await organizer.post('/en/organize/quays/rooms/quay-hall/state', { to: 'closed' });

    expect([going(closed), again.status]).toEqual([[303, '/en/organize/quays/rooms/quay-hall?done=passed'], 409]);
    expect(said(again)).toContain('The room is closed and cannot become closed.');
  });
});

describe('a track', () => {
  const form = { 'title.en': 'Voices', minutes: '60', panelSize: '6', oneChair: 'yes' };

  test('has its call and every rule that was chosen', async () => {
    const rules = {
      'rules.panel-size.level': 'block',
      'rules.panel-size.min': '3',
      'rules.panel-size.max': '',
      'rules.regions.level': 'warn',
      'rules.regions.least': '2',
      'rules.regions.by': 'sub-region',
      'rules.tiers.level': 'warn',
      'rules.tiers.of.local': 'yes',
      'rules.gender-balance.level': '',
    };
    const call = { 'call.opens': '', 'call.soft': '2031-04-01T12:00', 'call.hard': '2031-04-08T12:00' };
    await organizer.post('/en/organize/quays/tracks/new', { ...form, ...rules, ...call, _key: 'track-1' });

    expect(await read('/summits/quays/tracks/voices')).toMatchObject({
      title: { en: 'Voices' },
      minutes: 60,
      oneChair: true,
      call: { soft: '2031-04-01T10:00:00Z', hard: '2031-04-08T10:00:00Z' },
      rules: [
        { rule: 'panel-size', min: 3, level: 'block' },
        { rule: 'regions', least: 2, by: 'sub-region', level: 'warn' },
        { rule: 'tiers', of: ['local'], level: 'warn' },
      ],
    });
    const shown = await organizer.get('/en/organize/quays/tracks/voices');
    expect([valueOf(shown, 'call.hard'), valueOf(shown, 'rules.panel-size.min')]).toEqual(['2031-04-08T12:00', '3']);
  });

  test('says at which rule something is wrong, and of an hour that there is none', async () => {
    const wrong = {
      ...form,
      'rules.regions.level': 'warn',
      'rules.regions.least': '',
      'rules.countries.level': 'warn',
      'rules.countries.least': '99',
    };
    const sheet = await organizer.post('/en/organize/quays/tracks/new', wrong);
    expect(faultsIn(sheet).map(([field]) => field)).toEqual(['rules.regions.least', 'rules.countries.least']);

    const gap = await organizer.post('/en/organize/quays/tracks/new', { ...form, 'call.hard': '2031-03-30T02:30' });
    expect(faultsIn(gap)).toEqual([
      ['call.hard', 'Choose another hour: the clock is put forward then, and passes over this one.'],
    ]);
  });
});

describe('who takes part, nominates and holds a role', () => {
  test('an organization is found by its name, and one of several is asked about', async () => {
    const form = { 'capacities.host': 'yes', 'capacities.participating-member': 'yes', how: 'on-site', since: '' };
    const path = '/en/organize/quays/participations/new';
    const made = await organizer.post(path, { ...form, organization: 'ARVENNE', _key: 'part-1' });

    expect(going(made)).toEqual([303, '/en/organize/quays/participations?done=added']);
    expect(await read('/summits/quays/participations/arvenne')).toMatchObject({
      capacities: ['host', 'participating-member'],
      how: 'on-site',
    });
    const several = await organizer.post(path, { ...form, organization: 'Twin Bridges' });
    expect(faultsIn(several)).toEqual([
      [
        'organization',
        'It may be one of several. Type what stands in brackets: Twin Bridges (twin-a); Twin Bridges (twin-b)',
      ],
    ]);
    const removal = await organizer.get('/en/organize/quays/participations/arvenne');
    expect(removal.status).toBe(200);
  });

  test('a desk shows what waits for a decision, and it is decided there', async () => {
    const form = {
      organization: 'harbour-ring',
      quota: '3',
      deadline: '2031-05-01T12:00',
      approval: 'yes',
      session: '',
    };
    expect(going(await organizer.post('/en/organize/quays/desks/new', { ...form, _key: 'desk-1' }))).toEqual([
      303,
      '/en/organize/quays/desks?done=added',
    ]);
    const nomination = await house.secretariat.make('/summits/quays/desks/harbour-ring/nominations', {
      name: 'Sanna Brook',
      email: 'sanna.brook@example.org',
      for: 'harbour-ring',
    });
    const work = said(await organizer.get('/en/organize/'));
    expect(work).toContain('Decide on a nomination of Harbour Ring');
    expect(work).toContain('Quays 2031');

    const at = `/en/organize/quays/desks/harbour-ring`;
    const decided = await organizer.post(`${at}/nominations/${String(nomination.slug)}`, { to: 'accepted' });
    expect(going(decided)).toEqual([303, `${at}?done=decided`]);
    expect(said(await organizer.get(at))).toContain('Accepted');
    expect(said(await organizer.get('/en/organize/quays/'))).not.toContain('Decide on a nomination');
  });

  test('a role is given with what narrows it alone, and ended', async () => {
    const form = { role: 'reviewer', track: 'voices', session: 'RC 7', email: 'tove@example.org', writeIn: 'en' };
    const given = await organizer.post('/en/organize/quays/roles/new', { ...form, _key: 'role-1' });
    expect(going(given)).toEqual([303, '/en/organize/quays/roles?done=added']);

    const [role] = (await listed('/summits/quays/roles')).filter(({ email }) => email === 'tove@example.org');
    expect([role?.role, role?.track, role?.session]).toEqual(['reviewer', 'voices', undefined]);
    const ended = await organizer.post(`/en/organize/quays/roles/${String(role?.slug)}/state`, { to: 'ended' });
    expect(going(ended)).toEqual([303, '/en/organize/quays/roles?done=passed']);
    const wrong = await organizer.post('/en/organize/quays/roles/new', { role: 'rapporteur', session: '', email: '' });
    expect(faultsIn(wrong).map(([field]) => field)).toEqual(['session', 'email']);
  });

  test('its mails say what became of them', async () => {
    const all = await organizer.get('/en/organize/quays/mails');
    const [, id = ''] = /mails\/([^"?]+)"/.exec(all.html) ?? [];
    const one = await organizer.get(`/en/organize/quays/mails/${id}`);

    expect(said(all)).toContain('Invitation to a role');
    expect([one.status, said(one).includes('tove@example.org')]).toEqual([200, true]);
  });
});

describe('the settings', () => {
  const path = '/en/organize/quays/settings';

  test('take a language away and give one, and say what is wrong', async () => {
    const opened = await organizer.get(path);
    const typed = {
      'title.en': 'Quays 2031',
      'title.fr': '',
      'title.es': 'Muelles 2031',
      from: '2031-06-01',
      to: '2031-06-03',
    };
    const carried = { ['_tag']: valueOf(opened, '_tag').replaceAll('&quot;', '"') };
    const wrong = await organizer.post(path, { ...typed, to: '2031-05-01', ...carried });
    expect([wrong.status, faultsIn(wrong).map(([field]) => field)]).toEqual([422, ['to']]);

    expect(going(await organizer.post(path, { ...typed, beside: 'The G20\nCOP21', ...carried }))).toEqual([
      303,
      `${path}?done=saved`,
    ]);
    expect(await read('/summits/quays')).toMatchObject({
      title: { en: 'Quays 2031', es: 'Muelles 2031' },
      beside: ['The G20', 'COP21'],
      zone: 'Europe/Paris',
    });
  });
});

describe('pasted rows', () => {
  const path = '/en/organize/quays/rows?what=rooms';
  const rows = 'slug,name:en,capacity\nroom-a,Room A,80\nroom-b,Room B,many\n';

  test('are previewed row by row, at the cell, and written once that is confirmed', async () => {
    const preview = await organizer.post(path, { rows, do: 'preview', _key: 'rows-1' });
    expect(said(preview)).toMatch(/New: 1 · Wrong: 1/);
    expect(preview.html).toMatch(
      /<tr class="error"><th scope="row">3<\/th>.*?<td>many<span class="fault">Give a number here\./s,
    );
    expect(preview.html).toContain('Write 1 row');
    expect((await listed('/summits/quays/rooms')).map(({ slug }) => slug)).not.toContain('room-a');

    const mended = rows.replace('many', '40');
    const shown = { ['_seen']: valueOf(preview, '_seen'), ['_key']: valueOf(preview, '_key') };
    const unseen = await organizer.post(path, { ...shown, rows: mended, do: 'confirm' });
    expect(said(unseen)).toContain('New: 2');
    const confirmed = { ...shown, rows: mended, do: 'confirm', ['_seen']: valueOf(unseen, '_seen') };
    const [first, second] = [await organizer.post(path, confirmed), await organizer.post(path, confirmed)];
    expect([first, second].map(going)).toEqual([
      [303, '/en/organize/quays/rows?what=rooms&done=written'],
      [303, '/en/organize/quays/rows?what=rooms&done=written'],
    ]);
    expect(await read('/summits/quays/rooms/room-b')).toMatchObject({ capacity: 40 });
  });

  test('come from a file, too, in whatever its program wrote; and what is no table stays in the form', async () => {
    const file = new Blob([Buffer.from('name:en;capacity\nSalle Éole;60\n', 'latin1')], { type: 'text/csv' });
    const form = new FormData();
    form.set('rows', '');
    form.set('file', file, 'rooms.csv');
    form.set('do', 'preview');
    const cookie = `__Host-plenary=${await tokenFor('noor')}`;
    const sheet = await sent(
      await pages(aSite(house)).request(`${home}${path}`, {
        method: 'POST',
        headers: { ...fromHere, cookie },
        body: form,
      }),
    );
    expect(said(sheet)).toContain('Salle Éole');

    const wrong = await organizer.post(path, { rows: 'colour\nred', do: 'preview' });
    expect([wrong.status, faultsIn(wrong).map(([field]) => field)]).toEqual([422, ['rows']]);
    expect(wrong.html).toContain('colour\nred</textarea>');
    expect(faultsIn(await organizer.post(path, { rows: ' ' }))).toEqual([
      ['rows', 'Paste the rows, or choose a file.'],
    ]);
  });

  test('are downloaded in the same columns: pasted back, they are known', async () => {
    for (const what of ['rooms', 'sessions', 'participations']) {
      const table = await organizer.get(`/en/organize/quays/rows/table?what=${what}`);
      expect([what, table.status, table.headers.get('content-type')]).toEqual([what, 200, 'text/csv; charset=utf-8']);
      if (what === 'sessions') continue;
      const back = await organizer.post(`/en/organize/quays/rows?what=${what}`, { rows: table.html, do: 'preview' });
      expect([what, /(Known, nothing to do: \d+)(?! ·)/.test(said(back)), said(back).includes('Wrong:')]).toEqual([
        what,
        true,
        false,
      ]);
    }
  });
});
