import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../../../functions/web/app.tsx';
import { aDoor, type Household, type Json, tokenFor } from '../../../door.ts';
import { aReader, aSite, type Reader, type Sheet } from '../../../pages.ts';

// Sessions get their rooms and times, without script: two days in Paris, two rooms, and somebody who cannot be in both.

let house: Household;
let reader: Reader;
let cookie: string;
beforeAll(async () => {
  house = await aDoor();
  const { make, pass } = house.secretariat;
  await make('/summits', {
    slug: 'quays',
    title: { en: 'Quays' },
    zone: 'Europe/Paris',
    from: '2031-03-10',
    to: '2031-03-11',
  });
  await make('/summits/quays/tracks', { slug: 'voices', title: { en: 'Voices' }, minutes: 90 });
  const hours = [{ from: '09:00', to: '18:00' }];
  await make('/summits/quays/rooms', { slug: 'hall', name: { en: 'Hall', fr: 'Halle' }, hours });
  await make('/summits/quays/rooms', { slug: 'mill', name: { en: 'Mill' }, hours });
  const { id } = await make('/people', { name: 'Ilka Verrane' });
  for (const [nth, panel] of [true, true, false, false].entries()) {
    const reference = `Q ${nth + 1}`;
    const at = `/summits/quays/sessions/q-${nth + 1}`;
    await make('/summits/quays/sessions', { reference, title: { en: `Quay <b>${nth + 1}</b>` }, track: 'voices' });
    await pass(at, 'submitted', 'accepted');
    if (!panel) continue;
    const { slug } = await make(`${at}/panelists`, { person: id, role: 'panelist' });
    await pass(`${at}/panelists/${String(slug)}`, 'confirmed');
  }
  await house.as('sol', { role: 'scheduler', summit: 'quays' });
  await house.as('dara', { role: 'delegate', organization: 'nobody' });
  cookie = `__Host-plenary=${await tokenFor('sol')}`;
  reader = aReader(pages(aSite(house)));
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const board = '/en/organize/quays/board';
const get = (path: string, who = cookie): Promise<Sheet> => reader.get(path, { cookie: who });
const post = (session: string, form: Record<string, string>, who = cookie): Promise<Sheet> =>
  reader.post(`${board}/${session}`, form, { 'sec-fetch-site': 'same-origin', cookie: who });
const placeOf = async (session: string): Promise<Json> => {
  const { json } = await house.secretariat.get(`/summits/quays/sessions/${session}/placement`);
  return { room: json.room, at: (json.local as Json | undefined)?.start };
};
const tagOf = async (session: string): Promise<string> =>
  /name="_tag" value="([^"]+)"/.exec((await get(`${board}/${session}`)).html)?.[1]?.replaceAll('&quot;', '"') ?? '';
const said = ({ html }: Sheet): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
const chips = ({ html }: Sheet): string[] =>
  [...html.matchAll(/data-session="([^"]+)" data-name="[^"]*" data-place="([^"]+)"/g)].map(
    ([, session, place]) => `${session}: ${place}`,
  );

test('shows the days, the rooms and what waits for a place, to who plans alone', async () => {
  const sheet = await get(board);

  expect([sheet.status, chips(sheet)]).toEqual([
    200,
    ['q-1: not placed', 'q-2: not placed', 'q-3: not placed', 'q-4: not placed'],
  ]);
  expect(sheet.html.match(/data-room="[^"]+" *>?[^<]*/g)).toEqual(['data-room="hall">Hall', 'data-room="mill">Mill']);
  expect(sheet.html).toContain('Monday 10 March');
  expect(sheet.html).toContain('Quay &lt;b&gt;1');
  expect((await get(board, `__Host-plenary=${await tokenFor('dara')}`)).status).toBe(403);
  expect((await reader.get(board)).status).toBe(302);
  expect((await get('/ar/organize/quays/board')).headers.get('location')).toBe('/en/organize/quays/board');
});

describe('by the form alone', () => {
  test('a session is placed, moved and taken off', async () => {
    const form = { room: 'hall', day: '2031-03-10', start: '09:00', minutes: '90', _tag: await tagOf('q-1') };
    const placed = await post('q-1', form);
    expect([placed.status, placed.headers.get('location')]).toEqual([303, `${board}?day=2031-03-10&moved=q-1`]);
    expect(await placeOf('q-1')).toEqual({ room: 'hall', at: '2031-03-10T09:00' });

    const shown = await get(`${board}?day=2031-03-10&moved=q-1`);
    expect(said(shown)).toContain('Q 1 now stands in Hall, Monday 10 March, 09:00–10:30.');
    expect(chips(shown)[0]).toBe('q-1: Hall, 09:00–10:30');
    expect(shown.html).toContain('class="place c1 r1 s18"');

    await post('q-3', { ...form, start: '14:00', _tag: await tagOf('q-3') });
    const off = await post('q-3', { off: 'yes', _tag: await tagOf('q-3') });
    expect([off.status, off.headers.get('location')]).toEqual([303, `${board}?off=q-3`]);
    expect(await placeOf('q-3')).toEqual({ room: undefined, at: undefined });
  });

  test('a double booking is refused by the name of what is in the way, and the nearest place can be taken', async () => {
    const form = { room: 'mill', day: '2031-03-10', start: '09:30', minutes: '90', _tag: await tagOf('q-2') };
    const refused = await post('q-2', form);

    expect(refused.status).toBe(409);
    expect(said(refused)).toContain('Q 2 was not placed in Mill, Monday 10 March, 09:30');
    expect(said(refused)).toContain('Ilka Verrane is taken by Q 1: Monday 10 March, 09:30–10:30.');
    expect(refused.html).toContain('<option value="mill" selected="">Mill</option>');
    expect(await placeOf('q-2')).toEqual({ room: undefined, at: undefined });

    const nearest = [...refused.html.matchAll(/name="place" value="([^"]+)">([^<]+)/g)];
    expect(nearest.map(([, , label]) => label)[0]).toBe('Mill, Monday 10 March, 10:30–12:00');
    const taken = await post('q-2', {
      place: nearest[0]?.[1] ?? '',
      minutes: '90',
      _tag: await tagOf('q-2'),
    });
    expect(taken.headers.get('location')).toBe(`${board}?day=2031-03-10&moved=q-2`);
    expect(await placeOf('q-2')).toEqual({ room: 'mill', at: '2031-03-10T10:30' });
  });

  test('two sessions change places, or neither does', async () => {
    const room = await post('q-2', {
      room: 'hall',
      day: '2031-03-10',
      start: '09:00',
      minutes: '90',
      _tag: await tagOf('q-2'),
    });
    expect(said(room)).toContain('Hall is taken by Q 1: Monday 10 March, 09:00–10:30.');
    expect(said(room)).toContain('Swap with Q 1');

    const swapped = await post('q-2', { swap: 'q-1', _tag: await tagOf('q-2') });
    expect(swapped.headers.get('location')).toBe(`${board}?moved=q-2`);
    expect([await placeOf('q-1'), await placeOf('q-2')]).toEqual([
      { room: 'mill', at: '2031-03-10T10:30' },
      { room: 'hall', at: '2031-03-10T09:00' },
    ]);
  });

  test('who may override says why, and it stays visible; a scheduler is not asked', async () => {
    const form = { room: 'hall', day: '2031-03-10', start: '09:00', minutes: '90', deed: 'override' };
    const amira = `__Host-plenary=${await tokenFor('amira')}`;
    const plain = await post('q-3', { ...form, deed: '', _tag: await tagOf('q-3') });
    expect(said(plain)).not.toContain('Place it there all the same');

    const without = await post('q-3', { ...form, _tag: await tagOf('q-3') }, amira);
    expect([without.status, said(without)]).toEqual([
      422,
      expect.stringContaining('Give the reason why it is placed there all the same'),
    ]);
    const given = { ...form, 'override.reason': 'A joint opening.', _tag: await tagOf('q-3') };
    expect((await post('q-3', given)).status).toBe(403);
    const done = await post('q-3', given, amira);
    expect(done.headers.get('location')).toBe(`${board}?day=2031-03-10&moved=q-3`);
    expect(said(await get(`${board}/q-3`))).toContain('Reason: A joint opening.');
    expect(said(await get(board))).toContain('Placed in spite of a conflict');
  });

  test('what somebody else moved meanwhile is not overwritten', async () => {
    const tag = await tagOf('q-4');
    const form = { room: 'mill', day: '2031-03-11', start: '11:00', minutes: '60', _tag: tag };
    await post('q-4', form);
    const late = await post('q-4', { ...form, start: '12:00' });

    expect([late.status, said(late)]).toEqual([
      412,
      expect.stringContaining('It now stands in Mill, Tuesday 11 March, 11:00–12:00. Nothing was overwritten.'),
    ]);
    expect(late.html).toContain('value="12:00"');
    expect(await placeOf('q-4')).toEqual({ room: 'mill', at: '2031-03-11T11:00' });
  });

  test('what is wrong with a time stands at its field', async () => {
    const wrong = await post('q-4', { room: 'mill', day: '2031-03-12', start: '11:00', _tag: await tagOf('q-4') });

    expect([wrong.status, /id="start-fault">([^<]*)/.exec(wrong.html)?.[1]]).toEqual([
      422,
      expect.stringContaining('there it would end on 2031-03-12'),
    ]);
    expect((await get(`${board}/q-9`)).status).toBe(404);
  });
});

test('who has the board open is told when something was changed, and nothing else', async () => {
  const { headers } = await get(board);
  const known = { cookie, 'if-none-match': headers.get('etag') ?? '' };
  expect((await reader.get(board, known)).status).toBe(304);

  await post('q-4', { off: 'yes', _tag: await tagOf('q-4') });

  expect((await reader.get(board, known)).status).toBe(200);
});
