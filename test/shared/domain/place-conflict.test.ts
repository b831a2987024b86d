import { describe, expect, test } from 'vitest';
import { RoomDraft } from '../../../shared/domain/room.ts';
import { placeConflicts } from '../../../shared/domain/place-conflict.ts';
import { isWithin, openSpans } from '../../../shared/domain/hours.ts';
import { reachedAt } from '../../../shared/domain/when.ts';
import { aSession } from '../../builders.ts';
import { aRoom, aTrack } from '../../records.ts';

const hours = (from: string, to: string, on?: string) => ({ from, to, ...(on ? { on } : {}) });
const sitting = (start: string, end: string, zone = 'Europe/Paris') =>
  aSession({ state: 'accepted', room: 'quay-hall', start, end, zone });

describe('an hour of the clock on the wall', () => {
  test.each([
    ['an ordinary one', 'Europe/Paris', '2031-03-10T09:00', '2031-03-10T08:00:00Z'],
    [
      'one that the clock passes over is reached when it does',
      'Europe/Paris',
      '2031-03-30T02:30',
      '2031-03-30T01:00:00Z',
    ],
    ['one that comes twice is reached the first time', 'Europe/Paris', '2031-10-26T02:30', '2031-10-26T00:30:00Z'],
    ['in a zone with half hours', 'Asia/Kolkata', '2031-03-10T09:00', '2031-03-10T03:30:00Z'],
    ['a zone whose clock changes by half an hour', 'Australia/Lord_Howe', '2031-10-05T02:15', '2031-10-04T15:30:00Z'],
    ['a midnight that there is not', 'Africa/Cairo', '2031-04-25T00:00', '2031-04-24T22:00:00Z'],
  ])('%s', (_, zone, local, at) => {
    expect(reachedAt(local, zone)).toBe(at);
  });
});

describe('the hours of a room', () => {
  const always = [hours('09:00', '18:00')];
  const untilTwo = [hours('20:00', '24:00'), hours('00:00', '02:00')];
  const night = [hours('00:00', '24:00')];

  test.each([
    ['within them', always, '2031-03-10T08:00:00Z', '2031-03-10T17:00:00Z', true],
    ['too early by a minute', always, '2031-03-10T07:59:00Z', '2031-03-10T09:00:00Z', false],
    ['too late by a minute', always, '2031-03-10T16:00:00Z', '2031-03-10T17:01:00Z', false],
    [
      'over noon, when it is closed',
      [hours('09:00', '12:00'), hours('13:00', '18:00')],
      '2031-03-10T10:30:00Z',
      '2031-03-10T12:30:00Z',
      false,
    ],
    [
      'where two times touch',
      [hours('09:00', '12:00'), hours('12:00', '18:00')],
      '2031-03-10T10:30:00Z',
      '2031-03-10T12:30:00Z',
      true,
    ],
    ['over midnight', untilTwo, '2031-03-10T22:00:00Z', '2031-03-11T00:30:00Z', true],
    ['over midnight and too long', untilTwo, '2031-03-10T22:00:00Z', '2031-03-11T01:30:00Z', false],
    ['until midnight', untilTwo, '2031-03-10T22:00:00Z', '2031-03-10T23:00:00Z', true],
    [
      'on the day that has its own',
      [...always, hours('10:00', '12:00', '2031-03-10')],
      '2031-03-10T08:00:00Z',
      '2031-03-10T09:30:00Z',
      false,
    ],
    [
      'on another day than that',
      [...always, hours('10:00', '12:00', '2031-03-10')],
      '2031-03-11T08:00:00Z',
      '2031-03-11T09:30:00Z',
      true,
    ],
    [
      'on a day without any',
      [hours('10:00', '12:00', '2031-03-10')],
      '2031-03-11T10:00:00Z',
      '2031-03-11T10:30:00Z',
      false,
    ],
    // 02:00 to 03:00 is not there on that night, and is there twice in October.
    ['in the night that is an hour shorter', night, '2031-03-29T23:00:00Z', '2031-03-30T22:00:00Z', true],
    [
      'after the hour that is passed over',
      [hours('02:00', '04:00')],
      '2031-03-30T01:00:00Z',
      '2031-03-30T02:00:00Z',
      true,
    ],
    [
      'before the hour that is passed over',
      [hours('02:00', '04:00')],
      '2031-03-30T00:30:00Z',
      '2031-03-30T01:30:00Z',
      false,
    ],
    ['in the second of two hours', [hours('01:00', '02:30')], '2031-10-26T00:15:00Z', '2031-10-26T01:30:00Z', true],
    ['after the second of two hours', [hours('01:00', '02:30')], '2031-10-26T01:00:00Z', '2031-10-26T01:31:00Z', false],
  ])('%s', (_, open, start, end, is) => {
    expect(isWithin(openSpans(open, 'Europe/Paris', { start, end }), { start, end })).toBe(is);
  });

  test('are refused where they say nothing', () => {
    const wrong = { name: { en: 'R' }, hours: [hours('18:00', '09:00'), hours('09:00', '24:30')], policy: 'maybe' };
    const { error } = RoomDraft().safeParse(wrong);
    expect(error?.issues.map(({ path }) => path.join('/'))).toEqual(['policy', 'hours/0/to', 'hours/1/to']);
  });
});

describe('a place', () => {
  const room = aRoom({ slug: 'quay-hall', hours: [hours('09:00', '18:00')] });
  const judged = (session = sitting('2031-03-10T17:00:00Z', '2031-03-10T18:00:00Z'), ground = {}) =>
    placeConflicts(session, { room, track: undefined, ...ground });

  test('outside the hours of its room says which they are', () => {
    expect(judged()).toEqual([
      {
        session: 'vc-d-12',
        kind: 'outside-hours',
        level: 'block',
        room: 'quay-hall',
        detail:
          'The room "quay-hall" is open on 2031-03-10 from 09:00 to 18:00, and this is from 2031-03-10 18:00 to 2031-03-10 19:00 (Europe/Paris). Choose another time or room.',
      },
    ]);
  });

  test('is only warned of where the room only warns', () => {
    expect(judged(undefined, { room: { ...room, policy: 'warn' } })).toMatchObject([{ level: 'warn' }]);
  });

  test('meets a blackout that it crosses, and none that it touches', () => {
    const blackouts = [
      { start: '2031-03-10T17:30:00Z', end: '2031-03-10T20:00:00Z', why: 'The lamps are changed.' },
      { start: '2031-03-10T18:00:00Z', end: '2031-03-10T19:00:00Z' },
    ];
    expect(judged(undefined, { room: { ...room, hours: [], blackouts } })).toMatchObject([
      {
        kind: 'blackout',
        overlap: { start: '2031-03-10T17:30:00Z', end: '2031-03-10T18:00:00Z' },
        detail: expect.stringContaining('The lamps are changed.'),
      },
    ]);
  });

  test('is within one of the windows of its track, which may touch, and in one of its rooms', () => {
    const windows = [
      { start: '2031-03-10T16:00:00Z', end: '2031-03-10T17:30:00Z' },
      { start: '2031-03-10T17:30:00Z', end: '2031-03-10T18:00:00Z' },
    ];
    const open = { room: undefined, track: aTrack({ windows, rooms: ['quay-hall'] }) };
    expect(judged(undefined, open)).toEqual([]);
    expect(judged(sitting('2031-03-10T17:00:00Z', '2031-03-10T18:00:01Z'), open)).toMatchObject([
      { kind: 'outside-window', level: 'block' },
    ]);
    expect(judged(undefined, { ...open, track: aTrack({ rooms: ['mill'] }) })).toMatchObject([
      { kind: 'other-room', detail: expect.stringContaining('held in "mill"') },
    ]);
  });

  test('takes nothing more once its room or its track is closed', () => {
    const shut = { room: { ...room, state: 'closed' as const, hours: [] }, track: aTrack({ state: 'closed' }) };
    expect(judged(undefined, shut).map(({ kind, level }) => [kind, level])).toEqual([
      ['room-closed', 'block'],
      ['track-closed', 'block'],
    ]);
  });
});
