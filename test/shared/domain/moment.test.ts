import { describe, expect, test } from 'vitest';
import { Moment, momentIn } from '../../../shared/domain/moment.ts';
import { shiftedIn } from '../../../shared/domain/shifted.ts';
import { aSession } from '../../builders.ts';

describe('a moment', () => {
  test.each([
    ['2031-03-10T09:00', 'Europe/Paris', '2031-03-10T08:00:00Z'],
    ['2031-03-10T09:00:00', 'Asia/Kolkata', '2031-03-10T03:30:00Z'],
    ['2031-03-10T09:00:00+01:00', 'Asia/Kolkata', '2031-03-10T08:00:00Z'],
    ['2031-03-10T08:00:00Z', undefined, '2031-03-10T08:00:00Z'],
  ])('%s in %s is %s', (given, zone, at) => {
    expect([Moment().safeParse(given).success, momentIn(given, zone, '/start')]).toEqual([true, { at }]);
  });

  test.each([
    [
      '2031-03-30T02:30',
      'Europe/Paris',
      'There is no 02:30 on 2031-03-30 in Europe/Paris: the clock passes over that hour. Choose another.',
    ],
    [
      '2031-10-26T02:30',
      'Europe/Paris',
      '02:30 comes twice on 2031-10-26 in Europe/Paris. Give the instant that you mean: 2031-10-26T00:30:00Z or 2031-10-26T01:30:00Z.',
    ],
    ['2031-03-10T09:00', undefined, 'The summit has no time zone: give an instant with its offset.'],
  ])('%s in %s is refused', (given, zone, detail) => {
    expect(momentIn(given, zone, '/start')).toEqual({ fault: { pointer: '/start', detail } });
  });

  test.each(['2031-02-30T09:00', '2031-03-10T24:00', '2031-03-10 09:00', '2031-03-10', '09:00', ''])(
    '"%s" is none',
    (given) => {
      expect(Moment().safeParse(given).success).toBe(false);
    },
  );
});

test('a session has shifted where its zone shows other hours, or its summit has other days; what is over has not', () => {
  const session = aSession({
    state: 'scheduled',
    start: '2031-03-10T08:00:00Z',
    end: '2031-03-10T23:00:00Z',
    zone: 'Europe/Paris',
    local: { start: '2031-03-10T09:00', end: '2031-03-11T00:00' },
  });
  const summit = { from: '2031-03-10', to: '2031-03-10' };
  const moved = { ...session, local: { start: '2031-03-10T10:00', end: '2031-03-11T01:00' } };
  const why = (given: typeof summit, one: typeof session) => shiftedIn(given, [one]).map((shifted) => shifted.why);
  // What ends at midnight ends on the day before.
  expect(why(summit, session)).toEqual([]);
  expect(why(summit, moved)).toEqual([['clock']]);
  expect(why({ ...summit, from: '2031-03-11' }, session)).toEqual([['days']]);
  expect(why({ ...summit, to: '2031-03-09' }, moved)).toEqual([['clock', 'days']]);
  expect(why(summit, { ...moved, state: 'held' })).toEqual([]);
});
