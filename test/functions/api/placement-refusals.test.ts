import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDoor, type Household, type Json, type Reply } from '../../door.ts';

// What cannot be placed: each is refused by its code, with a pointer at what is wrong, and changes nothing at all.

let house: Household;
let before: Json[];
beforeAll(async () => {
  house = await aDoor();
  const { make } = house.secretariat;
  const days = { from: '2031-03-10', to: '2031-03-31' };
  await make('/summits', { slug: 'quays', title: { en: 'Quays' }, zone: 'Europe/Paris', ...days });
  await make('/summits', { slug: 'long', title: { en: 'Long' }, zone: 'Europe/Paris' });
  for (const summit of ['/summits/quays', '/summits/long']) {
    await make(`${summit}/rooms`, { slug: 'hall', name: { en: 'Hall' }, hours: [] });
    await make(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' }, minutes: 90 });
    await make(`${summit}/sessions`, { reference: 'A 1', title: { en: 'A' }, track: 'voices' });
    await make(`${summit}/sessions`, { reference: 'A 2', title: { en: 'A' }, track: 'voices' });
  }
  const { id } = await make('/people', { name: 'Ilka Verrane' });
  await make('/summits/long/sessions', {
    reference: 'Online',
    title: { en: 'A' },
    start: '2031-03-10T09:00:00Z',
    end: '9999-03-10T09:00:00Z',
  });
  person = String(id);
  before = await house.dump();
});
afterAll(() => house.close());

let person: string;

const shown = ({ status, json }: Reply) => [status, json.type, json.errors?.map(({ pointer }) => pointer)];
const put = (path: string, body: object) =>
  house.secretariat.put(`/summits/${path}/placement`, body, { 'if-match': '*' });
const patch = (path: string, body: object) => house.secretariat.patch(`/summits/${path}`, body, { 'if-match': '*' });
const one = 'quays/sessions/a-1';
const nine = '2031-03-10T09:00';

const invalid = (...pointers: string[]) => [422, '/api#invalid', pointers];

test.each<[string, () => Promise<Reply>, unknown[]]>([
  [
    'a start in the gap of a clock change',
    () => put(one, { room: 'hall', start: '2031-03-30T02:30' }),
    invalid('/start'),
  ],
  [
    'an end in it',
    () => put(one, { room: 'hall', start: '2031-03-30T01:30', end: '2031-03-30T02:30' }),
    invalid('/end'),
  ],
  ['a start before the summit', () => put(one, { room: 'hall', start: '2031-03-09T09:00' }), invalid('/start')],
  ['an end after it', () => put(one, { room: 'hall', start: '2031-03-31T23:00' }), invalid('/end')],
  [
    'a start that is none, of an unknown room',
    () => put(one, { room: 'nowhere', start: 'at nine' }),
    invalid('/start', '/room'),
  ],
  ['an unknown room', () => put(one, { room: 'nowhere', start: nine }), invalid('/room')],
  [
    'an unknown room of a session that is changed',
    () => patch(one, { room: 'nowhere', start: '2031-03-10T09:00:00Z', end: '2031-03-10T10:00:00Z' }),
    invalid('/room'),
  ],
  ['no time at all', () => put(one, { room: 'hall', start: nine, end: nine }), invalid('/end')],
  [
    'an override without a reason',
    () => put(one, { room: 'hall', start: nine, override: {} }),
    invalid('/override/reason'),
  ],
  ['an unknown session', () => put('quays/sessions/z-9', { start: nine }), [404, '/api#not-found', undefined]],
  [
    'five hundred moves',
    () =>
      house.secretariat.post('/summits/quays/placements', {
        moves: Array.from({ length: 500 }, (_, nth) => ({ session: `s-${nth}`, start: nine })),
      }),
    invalid('/moves'),
  ],
  ['no moves', () => house.secretariat.post('/summits/quays/placements', { moves: [] }), invalid('/moves')],
  [
    'a hundred days in one deed',
    () => put('long/sessions/a-1', { room: 'hall', start: nine, end: '2031-06-18T09:00' }),
    [422, '/api#too-many-at-once', undefined],
  ],
  [
    'more days than there are',
    () => put('long/sessions/a-1', { room: 'hall', start: nine, end: '9999-06-18T09:00' }),
    [422, '/api#too-many-at-once', undefined],
  ],
  [
    'more days of somebody who only holds them',
    () => house.secretariat.post('/summits/long/sessions/online/panelists', { person, role: 'panelist' }),
    [422, '/api#too-many-at-once', undefined],
  ],
  [
    'a rule that names nothing',
    () => patch('quays/tracks/voices', { rules: [{}, { rule: 'no-such-rule', level: 'block' }] }),
    invalid('/rules/0/rule', '/rules/1/rule'),
  ],
  [
    'rooms of a track that there are not',
    () => patch('quays/tracks/voices', { rooms: ['nowhere'] }),
    invalid('/rooms/0'),
  ],
  [
    'a window that ends before it begins',
    () => patch('quays/tracks/voices', { windows: [{ start: '2031-03-10T09:00:00Z', end: '2031-03-10T08:00:00Z' }] }),
    invalid('/windows/0/end'),
  ],
  [
    'hours that end before they begin',
    () => patch('quays/rooms/hall', { hours: [{ from: '18:00', to: '09:00' }] }),
    invalid('/hours/0/to'),
  ],
  [
    'a waiver of a rule that the track does not have',
    () => house.secretariat.post(`/summits/${one}/waivers`, { rule: 'regions', reason: 'Asked for.' }),
    invalid('/rule'),
  ],
  [
    'suggestions of which there are too many',
    () => house.secretariat.put(`/summits/${one}/placement?suggest=500`, { start: nine }, { 'if-match': '*' }),
    invalid('?suggest'),
  ],
])('%s', async (_, ask, answer) => {
  expect(shown(await ask())).toEqual(answer);
  expect(await house.dump()).toEqual(before);
});

/** What became of each move: its problem's code, and where it is wrong. */
const each = async (moves: object[]): Promise<unknown[]> => {
  const { status, json } = await house.secretariat.post('/summits/quays/placements', { moves });
  expect(status).toBe(200);
  return (json.moves as { problem: Json }[]).map(({ problem }) => [
    problem.type,
    problem.errors?.map(({ pointer }) => pointer),
  ]);
};

test('of several moves each says what is wrong with it, and the others of its group are not made', async () => {
  const good = { session: 'a-1', room: 'hall', start: nine, group: 'g' };
  const bad = { session: 'a-2', room: 'nowhere', start: '2031-03-11T09:00', group: 'g' };
  expect(await each([good, bad])).toEqual([
    ['/api#invalid', undefined],
    ['/api#invalid', ['/room']],
  ]);
  expect(await each([good, { ...bad, start: '2031-03-30T02:30' }])).toEqual([
    ['/api#invalid', undefined],
    ['/api#invalid', ['/start', '/room']],
  ]);
  expect(await house.dump()).toEqual(before);
});
