import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  instant,
  instantsAt,
  isZone,
  localTime,
  partialDate,
  span,
  toInstant,
  zone,
} from '../../../shared/domain/when.ts';
import { runs } from '../../counts.ts';
import { issues } from '../../refusal.ts';

describe('a date', () => {
  test.each(['2018-10-29', '2018-10', '2018', '2024-02-29', '2000-02-29'])('%s exists', (date) => {
    expect(issues(partialDate(), date)).toEqual([]);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13',
    '2024-00',
    '2024-1-1',
    '24',
    '2024-10-29T09:00:00Z',
    '29.10.2024',
    '',
  ])('"%s" does not exist or is none, and the answer says how to write one', (date) => {
    expect(issues(partialDate(), date)).toEqual([
      {
        pointer: '',
        detail: 'Give a date that exists, as "2018-10-29", "2018-10" or "2018"; leave it out when it is not known.',
      },
    ]);
  });

  test.each([
    ['2018-10-29', '2018-10-29', '2018-10-29'],
    ['2018-10', '2018-10-01', '2018-10-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2018-12', '2018-12-01', '2018-12-31'],
    ['2018', '2018-01-01', '2018-12-31'],
  ])('%s may mean any day from %s to %s', (date, first, last) => {
    expect(span(date)).toEqual({ first, last });
  });

  test('of a day lies within its month, and its month within its year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = toInstant(date).slice(0, 10);
          const [month, year] = [span(day.slice(0, 7)), span(day.slice(0, 4))];
          expect(partialDate().parse(day)).toBe(day);
          expect([year.first, month.first, day, month.last, year.last]).toEqual(
            [year.first, month.first, day, month.last, year.last].toSorted(),
          );
        },
      ),
      runs(200, 500),
    );
  });
});

describe('an instant', () => {
  test.each([
    ['2024-11-07T09:00:00Z', '2024-11-07T09:00:00Z'],
    ['2024-11-07T11:00:00+02:00', '2024-11-07T09:00:00Z'],
    ['2024-11-07T00:30:00+05:45', '2024-11-06T18:45:00Z'],
    ['2024-11-07T09:00:00.987Z', '2024-11-07T09:00:00Z'],
  ])('%s is kept as %s', (given, kept) => {
    expect(instant().parse(given)).toBe(kept);
  });

  test.each(['2023-02-29T09:00:00Z', '2024-11-07T25:00:00Z', '2024-11-07T09:00:00', '2024-11-07', 'now', ''])(
    '"%s" is refused, and the answer says how to write one',
    (given) => {
      expect(issues(instant(), given)).toEqual([
        {
          pointer: '',
          detail:
            'Give an instant that exists, with its offset, such as "2024-11-07T09:00:00Z" or "2024-11-07T11:00:00+02:00".',
        },
      ]);
    },
  );

  test.each(['9999-12-31T23:30:00-01:00', '0000-01-01T00:30:00+01:00'])(
    '%s is refused, because in UTC its year has no four digits',
    (given) => {
      expect(issues(instant(), given)).toEqual([
        { pointer: '', detail: 'Give an instant of the years 0000 to 9999, in UTC.' },
      ]);
    },
  );

  test('that is kept sorts as it follows', () => {
    const instants = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [a, b] = [one, other].map((date) => instant().parse(date.toISOString())) as [string, string];
        expect(Math.sign(Date.parse(a) - Date.parse(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
      runs(200, 500),
    );
  });
});

describe('a zone', () => {
  test.each(['Europe/Paris', 'Africa/Cairo', 'Asia/Kathmandu', 'UTC'])('%s is one', (name) => {
    expect(isZone(name)).toBe(true);
  });

  test.each(['europe/paris', 'Mars/Olympus', '+02:00', ''])('"%s" is none', (name) => {
    expect(issues(zone(), name)).toEqual([{ pointer: '', detail: 'Use an IANA time zone such as "Africa/Cairo".' }]);
  });
});

describe('the clock on the wall', () => {
  test.each([
    ['before summer time begins', '2024-03-31T00:59:00Z', 'Europe/Paris', '2024-03-31T01:59'],
    ['after summer time begins', '2024-03-31T01:00:00Z', 'Europe/Paris', '2024-03-31T03:00'],
    ['in the first of two equal hours', '2024-10-27T00:30:00Z', 'Europe/Paris', '2024-10-27T02:30'],
    ['in the second of two equal hours', '2024-10-27T01:30:00Z', 'Europe/Paris', '2024-10-27T02:30'],
    ['over midnight', '2024-11-07T22:30:00Z', 'Africa/Cairo', '2024-11-08T00:30'],
    ['at midnight itself', '2024-11-07T22:00:00Z', 'Africa/Cairo', '2024-11-08T00:00'],
    ['at a quarter of an hour', '2024-11-07T09:00:00Z', 'Asia/Kathmandu', '2024-11-07T14:45'],
    ['a day behind', '2024-11-07T09:00:00Z', 'Pacific/Pago_Pago', '2024-11-06T22:00'],
  ])('shows local time %s', (_, at, where, shown) => {
    expect(localTime(at, where)).toBe(shown);
  });
});

describe('the instants of an hour on the wall', () => {
  test.each([
    ['2031-03-10T09:00', 'Europe/Paris', ['2031-03-10T08:00:00Z']],
    ['2031-03-30T02:30', 'Europe/Paris', []],
    ['2031-10-26T02:30', 'Europe/Paris', ['2031-10-26T00:30:00Z', '2031-10-26T01:30:00Z']],
    ['2031-10-26T03:00', 'Europe/Paris', ['2031-10-26T02:00:00Z']],
    ['2031-04-06T01:45', 'Australia/Lord_Howe', ['2031-04-05T14:45:00Z', '2031-04-05T15:15:00Z']],
    ['2031-01-01T00:15', 'Pacific/Kiritimati', ['2030-12-31T10:15:00Z']],
    ['2031-02-30T09:00', 'Europe/Paris', []],
    ['2031-03-10T25:00', 'Europe/Paris', []],
  ])('%s in %s', (local, zone, instants) => {
    expect(instantsAt(local, zone)).toEqual(instants);
  });

  test.each([
    'Europe/Paris',
    'Africa/Cairo',
    'Asia/Kolkata',
    'America/St_Johns',
    'Pacific/Chatham',
    'Africa/Casablanca',
  ])('are those at which the clock of %s shows it, all year', (zone) => {
    for (let at = Date.UTC(2030, 11, 31); at < Date.UTC(2032, 0, 2); at += 15 * 60_000) {
      const instant = toInstant(new Date(at));
      const found = instantsAt(localTime(instant, zone), zone);
      if (!found.includes(instant)) expect([zone, instant, found]).toEqual([zone, instant, [instant]]);
    }
  });
});
