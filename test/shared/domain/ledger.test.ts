import { describe, expect, test } from 'vitest';
import {
  booked,
  type Change,
  type Claim,
  daysOf,
  type Guard,
  meeting,
  overlaps,
  type Page,
  pagesOf,
  usually,
} from '../../../shared/domain/ledger.ts';

const at = (hours: string): string => `2031-03-10T${hours}:00Z`;
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });
const nine = span('09:00', '10:00');

describe('half-open times', () => {
  test.each([
    ['equal', span('09:00', '10:00'), true],
    ['touching after', span('10:00', '11:00'), false],
    ['touching before', span('08:00', '09:00'), false],
    ['nested', span('09:15', '09:45'), true],
    ['around', span('08:00', '11:00'), true],
    ['crossing the end', span('09:30', '10:30'), true],
    ['crossing the start', span('08:30', '09:30'), true],
    ['zero-length within', span('09:30', '09:30'), false],
    ['zero-length at the start', span('09:00', '09:00'), false],
    ['apart', span('12:00', '13:00'), false],
    ['over midnight', { start: '2031-03-09T23:00:00Z', end: at('09:01') }, true],
    ['until midnight', { start: '2031-03-09T23:00:00Z', end: '2031-03-10T00:00:00Z' }, false],
  ])('%s', (_, other, meets) => {
    expect(overlaps(nine, other)).toBe(meets);
    expect(overlaps(other, nine)).toBe(meets);
  });

  test.each([
    ['a day', nine, ['2031-03-10']],
    ['over midnight', { start: at('23:00'), end: '2031-03-11T01:00:00Z' }, ['2031-03-10', '2031-03-11']],
    ['until midnight', { start: at('23:00'), end: '2031-03-11T00:00:00Z' }, ['2031-03-10']],
    ['no time at all', span('09:00', '09:00'), []],
  ])('%s touches the UTC days', (_, one, days) => {
    expect(daysOf(one)).toEqual(days);
  });
});

const hall = { summit: 's', room: 'hall' };
const of = (session: string) => ({ summit: 's', session, reference: session.toUpperCase() });
const claim = (session: string, when: { start: string; end: string }): Claim => ({
  ...of(session),
  ...when,
  by: ['room'],
});
const page = (claims: Claim[] = []): Page => ({ resource: hall, day: '2031-03-10', version: 1, claims, holds: [] });
const placed = (session: string, when: { start: string; end: string }): Change => ({
  of: of(session),
  was: [],
  is: [{ ...when, resource: hall, by: 'room', firm: true }],
});

describe('as many at once as there may be', () => {
  const [a, b, c] = [
    claim('a', span('09:00', '11:00')),
    claim('b', span('10:00', '12:00')),
    claim('c', span('11:00', '12:00')),
  ];

  test('one too many meets those that are there at that moment, and no others', () => {
    expect(meeting([a, b, c], span('09:00', '10:00'), 2)).toEqual([]);
    expect(meeting([a, b, c], span('09:00', '12:00'), 2)).toEqual([a, b, c]);
    expect(meeting([a, b, c], span('11:30', '12:00'), 2)).toEqual([b, c]);
    expect(meeting([a, b, c], span('09:00', '09:30'), 1)).toEqual([a]);
  });
});

describe('the pages of a deed', () => {
  const days = (start: string, end: string, of = 'room'): string[] => {
    const resource = of === 'room' ? hall : { person: of };
    return pagesOf([
      {
        of: { summit: 's', session: 'a', reference: 'A' },
        was: [],
        is: [{ start, end, resource, by: of, firm: true }],
      },
    ]).map(({ day }) => day);
  };

  test('are those that a session touches; for a room also those that it may have been kept free on', () => {
    expect(days(at('09:00'), at('10:00'))).toEqual(['2031-03-10']);
    expect(days(at('20:00'), at('21:00'))).toEqual(['2031-03-10', '2031-03-11']);
    expect(days(at('20:00'), at('21:00'), 'ilka')).toEqual(['2031-03-10']);
    expect(days('9999-12-31T22:00:00Z', '9999-12-31T23:00:00Z')).toEqual(['9999-12-31']);
  });

  test('are refused, and not counted up, for a session that never ends', () => {
    expect(() => days('0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z')).toThrow('Split it');
  });
});

describe('a ledger', () => {
  const guarded = (guard: Partial<Guard>) => () => ({ ...usually, ...guard });

  test('takes a claim, with the minutes that a room is kept free after it', () => {
    const { pages, clashes } = booked([page()], [placed('a', nine)], guarded({ changeover: 15 }));
    expect(clashes).toEqual([]);
    expect(pages).toEqual([page([claim('a', span('09:00', '10:15'))])]);
  });

  test('names who is in the way, and how long', () => {
    const { clashes } = booked([page([claim('b', span('09:30', '10:30'))])], [placed('a', nine)], guarded({}));
    expect(clashes).toMatchObject([{ of: of('a'), with: of('b'), overlap: span('09:30', '10:00'), policy: 'block' }]);
  });

  test('lets two change places with each other', () => {
    const swap = (session: string, was: typeof nine, is: typeof nine): Change => ({
      of: of(session),
      was: [{ ...was, resource: hall, by: 'room', firm: true }],
      is: [{ ...is, resource: hall, by: 'room', firm: true }],
    });
    const ten = span('10:00', '11:00');
    const { pages, clashes } = booked(
      [page([claim('a', nine), claim('b', ten)])],
      [swap('a', nine, ten), swap('b', ten, nine)],
      guarded({}),
    );
    expect(clashes).toEqual([]);
    expect(pages).toEqual([page([claim('b', nine), claim('a', ten)])]);
  });

  test('keeps a claim while anything of the session still needs it', () => {
    const person = { person: 'p1' };
    const both: Page = {
      resource: person,
      day: '2031-03-10',
      version: 1,
      claims: [{ ...of('a'), ...nine, by: ['n1', 'c1'] }],
      holds: [],
    };
    const left: Change = { of: of('a'), was: [{ ...nine, resource: person, by: 'n1', firm: true }], is: [] };
    expect(booked([both], [left], guarded({})).pages).toEqual([
      { ...both, claims: [{ ...of('a'), ...nine, by: ['c1'] }] },
    ]);
  });

  test('marks what was placed despite another', () => {
    const { pages } = booked([page([claim('b', nine)])], [placed('a', nine)], guarded({ policy: 'warn' }));
    expect(pages[0]?.claims).toEqual([{ ...claim('a', nine), despite: true }, claim('b', nine)]);
  });
});
