import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../../shared/domain/pasted.ts';
import { inTheMorning } from '../../builders.ts';
import { aDoor, type Household, type Json } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Rows out of a spreadsheet: answered one by one, written when that is confirmed, and the same again change nothing.

let house: Household;
beforeAll(async () => {
  house = await aDoor();
  const { make } = house.secretariat;
  await make('/organizations', { slug: 'arvenne', name: { en: 'Arvenne', fr: 'Arvenne-sur-Mer' }, kind: 'city' });
  await make('/organizations', { slug: 'port-selva', name: { en: 'Port Selva, D.C.' }, kind: 'city' });
  await make('/organizations', { slug: 'twin-a', name: { en: 'Twin Bridges' }, kind: 'city' });
  await make('/organizations', { slug: 'twin-b', name: { en: 'Twin Bridges' }, kind: 'city' });
  await make('/instruments', { slug: 'river-charter', name: { en: 'Charter of River Cities' } });
});
afterAll(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
  await house.close();
});

let summits = 0;
let summit = '';
beforeEach(async () => {
  summit = `/summits/quays-${(summits += 1)}`;
  const { make } = house.secretariat;
  await make('/summits', {
    slug: summit.slice('/summits/'.length),
    title: { en: 'Quays' },
    zone: 'Europe/Paris',
    from: '2031-03-01',
    to: '2031-12-31',
  });
  await make(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices', fr: 'Voix' } });
  await make(`${summit}/rooms`, { slug: 'quay-hall', name: { en: 'Quay Hall', fr: 'Halle du quai' }, capacity: 120 });
});

const lines = (...rows: string[]): string => rows.join('\n');
const paste = async (list: 'rooms' | 'sessions', rows: string, confirm = false): Promise<Json> =>
  (await house.secretariat.post(`${summit}/${list}.csv`, { rows, confirm })).json;
const read = async (path: string): Promise<Json> => (await house.secretariat.get(`${summit}${path}`)).json;

/** What each row says, with what it says besides. */
const said = ({ rows }: Json): unknown[] =>
  (rows as Row[]).map(({ line, says, errors = [], ...rest }) => [
    line,
    says,
    ...errors.map(({ column = '', detail }) => `${column}: ${detail}`),
    ...(Object.keys(rest).length > 0 ? [rest] : []),
  ]);

const summary = ({ confirmed, written, counts, detail }: Json): unknown => ({
  confirmed,
  written,
  detail,
  ...Object.fromEntries(Object.entries(counts as object).filter(([, count]) => count > 0)),
});

describe('rows of rooms', () => {
  const rows = lines('Slug\tName:EN\tname : fr\tpodiumSeats', 'ferry\tFerry Room\tSalle du bac\t6', '\tQuay Hall\t\t');

  test('are answered one by one, and not written before that is confirmed', async () => {
    const before = await house.dump();
    const answer = await paste('rooms', rows);
    expect(said(answer)).toEqual([
      [2, 'new', { slug: 'ferry' }],
      [3, 'known', { slug: 'quay-hall' }],
    ]);
    expect(answer.columns).toEqual(['slug', 'name:en', 'name:fr', 'podium seats']);
    expect(summary(answer)).toEqual({
      confirmed: false,
      written: 0,
      new: 1,
      known: 1,
      detail: 'Nothing is written yet: 1 row would be. Send the same with "confirm": true.',
    });
    expect(await house.dump()).toEqual(before);
  });

  test('are written once that is confirmed; the same again are known and change nothing', async () => {
    const first = await paste('rooms', rows, true);
    expect(summary(first)).toEqual({ confirmed: true, written: 1, new: 1, known: 1, detail: '1 row was written.' });
    expect(await read('/rooms/ferry')).toMatchObject({
      version: 1,
      name: { en: 'Ferry Room', fr: 'Salle du bac' },
      podiumSeats: 6,
      changeover: 0,
      parallel: 1,
      policy: 'block',
      hours: [],
      blackouts: [],
    });
    const before = await house.dump();
    const again = await paste('rooms', rows, true);
    expect(summary(again)).toEqual({
      confirmed: true,
      written: 0,
      known: 2,
      detail: 'Nothing was written: no row says anything new.',
    });
    expect(await house.dump()).toEqual(before);
  });

  test('change what they say otherwise, and nothing that they leave empty or out', async () => {
    const changing = lines('slug,name:en,capacity,booths', 'quay-hall,,140,', 'quay-hall,,140,');
    const preview = await paste('rooms', changing);
    expect(said(preview)).toEqual([
      [2, 'changed', { slug: 'quay-hall', changes: ['capacity'] }],
      [3, 'known', { slug: 'quay-hall' }],
    ]);
    await paste('rooms', changing, true);
    expect(await read('/rooms/quay-hall')).toMatchObject({
      version: 2,
      capacity: 140,
      name: { en: 'Quay Hall', fr: 'Halle du quai' },
    });
    expect(said(await paste('rooms', changing, true))).toEqual([
      [2, 'known', { slug: 'quay-hall' }],
      [3, 'known', { slug: 'quay-hall' }],
    ]);
  });

  test('that are wrong say in which line and column, and keep no other from being written', async () => {
    const rows = lines(
      'slug,name:en,capacity,parallel',
      'ferry,Ferry Room,many,0',
      'mill,Mill,12,1',
      'Not A Slug,Name,,',
      ',,30,',
      'short,Short',
      'long,Long,1,1,and more',
      'fine,Fine,1,1,',
      ',河,,',
    );
    const answer = await paste('rooms', rows, true);
    expect(said(answer)).toEqual([
      [2, 'wrong', 'capacity: Give a number here.', 'parallel: Use at least 1.'],
      [3, 'new', { slug: 'mill' }],
      [4, 'wrong', 'slug: Use lower-case letters, digits and single hyphens, such as "vc-d-12".'],
      [5, 'wrong', 'name:en: Give the slug of a room, or a name.'],
      [6, 'wrong', ': The row has 2 cells and the first line 4. Give every cell, empty ones too.'],
      [7, 'wrong', ': The row has 5 cells and the first line 4. Give every cell, empty ones too.'],
      [8, 'new', { slug: 'fine' }],
      [9, 'wrong', 'slug: Give a slug: none can be made from the name, which has no Latin letters or digits.'],
    ]);
    expect(summary(answer)).toEqual({
      confirmed: true,
      written: 2,
      new: 2,
      wrong: 6,
      detail: '2 rows were written. 6 rows cannot be written; each says why.',
    });
    expect((await read('/rooms')).items?.map(({ slug }) => slug)).toEqual(['fine', 'mill', 'quay-hall']);
  });

  test('that are in each other’s way, or in another’s, clash', async () => {
    await house.secretariat.make(`${summit}/rooms`, { slug: 'old-mill', name: { en: 'New Mill' } });
    await house.secretariat.make(`${summit}/rooms`, { slug: 'new-mill', name: { en: 'New Mill' } });
    const rows = lines('slug,name:en,capacity', 'ferry,Ferry,1', 'ferry,Ferry,2', ',Old mill,', ',New mill,');
    const clashing = [
      [2, 'new', { slug: 'ferry' }],
      [3, 'clash', ': Line 2 is about the same, and says something else. Keep one of the two.'],
      [
        4,
        'clash',
        ': The room "old-mill" is called otherwise. Give its slug to change it, or another slug.',
        { conflictsWith: `/api/v1${summit}/rooms/old-mill` },
      ],
      [5, 'clash', ': Several rooms are called so: new-mill, old-mill. Give the slug of one.'],
    ];
    expect(said(await paste('rooms', rows))).toEqual(clashing);
    expect(said(await paste('rooms', rows, true))).toEqual(clashing);
    expect(await read('/rooms/ferry')).toMatchObject({ capacity: 1, version: 1 });
  });
});

describe('rows of sessions', () => {
  const rows = lines(
    'reference;title:en;title:ar;track;room;start;end;mode;spoken;interpreted;lead;partners;instruments',
    'VC-D 12;Cities that take people in;مدن;voix;Quay hall;2031-03-10 09:00;2031-03-10 10:30;hybrid;en, fr;ar;ARVENNE SUR MER;"port-selva; twin-a";river-charter',
    'VC-D 13;Open end;;;;2031-03-10T09:00:00+09:00;2031-03-10 3:30;;;;"Port Selva, D.C.";;',
  );

  test('are written with local hours, and with whatever they name, by slug or name', async () => {
    expect(said(await paste('sessions', rows, true))).toEqual([
      [2, 'new', { slug: 'vc-d-12' }],
      [3, 'new', { slug: 'vc-d-13' }],
    ]);
    expect(await read('/sessions/vc-d-12')).toMatchObject({
      reference: 'VC-D 12',
      title: { en: 'Cities that take people in', ar: 'مدن' },
      track: 'voices',
      room: 'quay-hall',
      start: '2031-03-10T08:00:00Z',
      end: '2031-03-10T09:30:00Z',
      mode: 'hybrid',
      languages: { spoken: ['en', 'fr'], interpreted: ['ar'] },
      lead: [{ organization: 'arvenne', printed: 'Arvenne' }],
      partners: [
        { organization: 'port-selva', printed: 'Port Selva, D.C.' },
        { organization: 'twin-a', printed: 'Twin Bridges' },
      ],
      instruments: ['river-charter'],
      state: 'draft',
    });
    expect(await read('/sessions/vc-d-13')).toMatchObject({
      start: '2031-03-10T00:00:00Z',
      end: '2031-03-10T02:30:00Z',
      lead: [{ organization: 'port-selva' }],
    });
    const before = await house.dump();
    expect(summary(await paste('sessions', rows, true))).toMatchObject({ written: 0, known: 2 });
    expect(await house.dump()).toEqual(before);
  });

  test('that name what there is not are told what there is', async () => {
    const rows = lines(
      'reference,title:en,track,room,lead,partners,instruments,start,end',
      'A 1,A,quays,attic,Arvene,"twin bridges, port-silva",nothing,,',
      ',A,,,,,,,',
      'A 2,,,,,,,2031-03-30 02:30,2031-10-26 02:30',
      'A 3,A,,,,,,10/03/2031 09:00,2031-02-30 09:00',
      'A 4,A,,,,,,2031-03-10 10:00,2031-03-10 09:00',
      'A 5,A,,,,,nothing,2031-03-10 10:00,',
      '–,A,,,,,,,',
    );
    const asked =
      'Write the local hour as "2031-03-10 09:00", or an instant with its offset, as "2031-03-10T09:00:00+01:00".';
    expect(said(await paste('sessions', rows))).toEqual([
      [
        2,
        'wrong',
        'track: There is no track of this slug or name. There are: voices.',
        'room: There is no room of this slug or name. There are: quay-hall.',
        'lead: There is no organization of this slug or name. Near it: arvenne.',
        'partners: Several organizations are called so: twin-a, twin-b. Write the slug of one.',
      ],
      [3, 'wrong', 'reference: Give the reference code, such as "VC-D 12": it says which session the row is about.'],
      [
        4,
        'wrong',
        'start: There is no such hour in Europe/Paris: no such day, or the clock passes over it.',
        'end: That hour comes twice in Europe/Paris: write it with its offset, as 2031-10-26T00:30:00Z or 2031-10-26T01:30:00Z.',
      ],
      [
        5,
        'wrong',
        `start: ${asked}`,
        'end: There is no such hour in Europe/Paris: no such day, or the clock passes over it.',
      ],
      [6, 'wrong', 'end: Let it end after its start, 2031-03-10T09:00:00Z.'],
      [
        7,
        'wrong',
        'end: Give the end too, or leave the start out.',
        'instruments: There is no instrument "nothing". List it first at /api/v1/instruments.',
      ],
      [8, 'wrong', 'reference: Let the code have a Latin letter or a digit: the address is made from it.'],
    ]);
  });

  test('are changed from the version as it was read, with every other field as it is', async () => {
    const { make, patch } = house.secretariat;
    await paste('sessions', rows, true);
    await make(`${summit}/sessions/vc-d-12/transitions`, { to: 'submitted' });
    await patch(`${summit}/sessions/vc-d-12`, { objectives: [{ text: { en: 'Agree.' } }] }, { 'if-match': '*' });
    const changing = lines('reference,title:fr,partners', 'vc-d-12,Des villes,"twin-a, arvenne"');
    const answer = await paste('sessions', changing, true);
    expect(said(answer)).toEqual([[2, 'changed', { slug: 'vc-d-12', changes: ['reference', 'title:fr', 'partners'] }]]);
    expect(await read('/sessions/vc-d-12')).toMatchObject({
      version: 4,
      state: 'submitted',
      reference: 'vc-d-12',
      title: { en: 'Cities that take people in', ar: 'مدن', fr: 'Des villes' },
      objectives: [{ id: '1', text: { en: 'Agree.' } }],
      partners: [{ organization: 'twin-a' }, { organization: 'arvenne' }],
    });
  });

  test('clash with what is placed already, and with each other: the first has the room', async () => {
    const { make } = house.secretariat;
    await make(`${summit}/rooms`, { slug: 'row-hall', name: { en: 'Row Hall' }, changeover: 10 });
    const hours = { start: '2031-04-10T09:00:00Z', end: '2031-04-10T10:00:00Z' };
    await make(`${summit}/sessions`, { reference: 'P 1', title: { en: 'P' }, room: 'row-hall', ...hours });
    const rows = lines(
      'reference,title:en,room,start,end',
      'P 2,Taken,row-hall,2031-04-10T10:05:00Z,2031-04-10T11:00:00Z',
      'P 3,First,row-hall,2031-04-11T09:00:00Z,2031-04-11T10:00:00Z',
      'P 4,Second,row-hall,2031-04-11T09:30:00Z,2031-04-11T10:30:00Z',
      'P 5,Elsewhere,quay-hall,2031-04-11T09:30:00Z,2031-04-11T10:30:00Z',
    );
    const clashing = async (confirm?: true) =>
      ((await paste('sessions', rows, confirm)).rows as Row[]).map(({ says, conflictsWith }) => [says, conflictsWith]);
    const at = (session: string) => `/api/v1${summit}/sessions/${session}`;
    const told = [
      ['clash', at('p-1')],
      ['new', undefined],
      ['clash', at('p-3')],
      ['new', undefined],
    ];
    expect(await clashing()).toEqual(told);
    // Written one beside the other, whichever is first has it.
    const written = await clashing(true);
    expect(written.map(([says]) => says).toSorted()).toEqual(['clash', 'clash', 'new', 'new']);
    expect(written[0]).toEqual(told[0]);
  });

  test('clash with what the summit’s own rules refuse', async () => {
    const { make, pass } = house.secretariat;
    await make(`${summit}/sessions`, { reference: 'A 1', title: { en: 'A' }, ...inTheMorning });
    await pass(`${summit}/sessions/a-1`, 'submitted', 'accepted', 'scheduled', 'held');
    await make(`${summit}/sessions/a-1/outcomes`, { type: 'practice', text: { en: 'ferries' } });
    const before = await house.dump();
    const rows = lines('reference,no outcome:en', 'A 1,"None, because it was cut short."');
    const clashing = [
      [
        2,
        'clash',
        ': The session has outcomes, so it cannot say that it has none. Leave "noOutcome" out.',
        { slug: 'a-1' },
      ],
    ];
    expect(said(await paste('sessions', rows))).toEqual(clashing);
    expect(said(await paste('sessions', rows, true))).toEqual(clashing);
    expect(await house.dump()).toEqual(before);
  });
});

describe('a table', () => {
  const refused = async (rows: unknown): Promise<unknown> => {
    const before = await house.dump();
    const { status, json } = await house.secretariat.post(`${summit}/rooms.csv`, { rows, confirm: true });
    expect(await house.dump()).toEqual(before);
    return [status, json.type, ...(json.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`)];
  };

  test('of other columns is refused, each by its name', async () => {
    expect(await refused(lines('slug,Colour,name,name:qq,name:en,name:EN,slug:fr', 'a,,,,,,'))).toEqual([
      422,
      '/api#invalid',
      '/rows: There is no column "Colour". There are: slug, name:en, capacity, podium seats, booths, changeover, parallel.',
      '/rows: Say after a colon which language "name" is in, such as "name:en".',
      '/rows: Say after a colon which language "name:qq" is in, such as "name:en".',
      '/rows: Let the column "name:en" be there once.',
      '/rows: There is no column "slug:fr". There are: slug, name:en, capacity, podium seats, booths, changeover, parallel.',
    ]);
  });

  test.each([
    ['without rows', 'slug,name:en\n', '/rows: Paste at least one row below the line that names the columns.'],
    ['of blanks', '  \n', '/rows: Paste at least one row below the line that names the columns.'],
    [
      'of more rows than fit',
      `slug,name:en\n${'a,A\n'.repeat(501)}`,
      '/rows: Paste at most 500 rows at once; 501 are here. Send them in parts, each under the line that names the columns.',
    ],
    [
      'of more columns than there are',
      `slug${','.repeat(200)}\na\n`,
      '/rows: Keep to the columns that are known here: the first line has 201 cells.',
    ],
    ['with an open quotation mark', 'slug\n"a', '/rows: Close the quotation mark that line 2 opens, or take it away.'],
  ])('%s is refused', async (_, rows, detail) => {
    expect(await refused(rows)).toEqual([422, '/api#invalid', detail]);
  });

  test('is for who may write what is in it', async () => {
    const organizer = await house.as('olla', { role: 'organizer', summit: summit.slice('/summits/'.length) });
    const other = await house.as('otto', { role: 'organizer', summit: 'elsewhere' });
    const statuses = [];
    for (const client of [house.everyone, house.account, other, organizer])
      for (const list of ['rooms', 'sessions'])
        statuses.push((await client.post(`${summit}/${list}.csv`, { rows: 'reference\na 1\n' })).status);
    expect(statuses).toEqual([401, 401, 403, 403, 403, 403, 422, 200]);
  });
});
