import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dated, standing } from '../../../shared/domain/standing.ts';
import { runs } from '../../counts.ts';

const passage = (from: string, to: string, at: string) => ({ from, to, at, by: 'amira' });

/** Signed on 2 May, recorded on the 3rd. */
const anAct = (given: Partial<Dated> = {}): Dated => ({
  on: '2031-05-02',
  recordedAt: '2031-05-03T08:00:00Z',
  state: 'valid',
  ...given,
});

// Withdrawn on 10 June by a letter that was entered on the 20th.
const withdrawn = anAct({
  state: 'withdrawn',
  withdrawnOn: '2031-06-10',
  history: [passage('valid', 'withdrawn', '2031-06-20T12:00:00Z')],
});

const disputed = [passage('valid', 'suspended', '2031-05-05T10:00:00Z')];
const suspended = anAct({ state: 'suspended', history: disputed });
const cleared = anAct({ history: [...disputed, passage('suspended', 'valid', '2031-05-09T10:00:00Z')] });
const voided = anAct({
  state: 'void',
  history: [...disputed, passage('suspended', 'void', '2031-05-09T10:00:00Z')],
});

const [before, signed, later] = ['2031-05-01', '2031-05-02', '2031-12-31'];

describe('an act', () => {
  test.each([
    [before, undefined, false],
    [signed, undefined, true],
    [signed, '2031-05-03T07:59:59Z', false],
    [signed, '2031-05-03T08:00:00Z', true],
    [undefined, '2031-05-03T07:59:59Z', false],
    [undefined, undefined, true],
  ])('as of %s, as known at %s: %s', (asOf, knownAt, stands) => {
    expect(standing(anAct(), { asOf, knownAt })).toBe(stands);
  });

  test('without a date counts for no day, and without a date of record at no instant', () => {
    expect(standing(anAct({ on: undefined }), { asOf: later })).toBe(false);
    expect(standing(anAct({ on: undefined }))).toBe(true);
    expect(standing(anAct({ recordedAt: undefined }), { knownAt: '2032-01-01T00:00:00Z' })).toBe(false);
  });

  test.each(['suspended', 'void', 'withdrawn'])('that a source reports as %s does not stand', (state) => {
    expect(
      [{}, { asOf: later }, { knownAt: '2032-01-01T00:00:00Z' }].map((at) => standing(anAct({ state }), at)),
    ).toEqual([false, false, false]);
  });
});

describe('an act that was withdrawn', () => {
  test.each([
    // As it is known today, it stood until the day before its withdrawal.
    ['2031-06-09', undefined, true],
    ['2031-06-10', undefined, false],
    [undefined, undefined, false],
    // Between the letter and its record nobody here knew.
    ['2031-06-15', '2031-06-19T00:00:00Z', true],
    [undefined, '2031-06-20T11:59:59Z', true],
    // From the record on.
    ['2031-06-15', '2031-06-20T12:00:00Z', false],
    ['2031-06-09', '2031-06-20T12:00:00Z', true],
    [undefined, '2031-06-20T12:00:00Z', false],
    [before, '2031-06-20T12:00:00Z', false],
  ])('as of %s, as known at %s: %s', (asOf, knownAt, stands) => {
    expect(standing(withdrawn, { asOf, knownAt })).toBe(stands);
  });

  test('in a month that is all that is known may have been withdrawn on its first day', () => {
    const sometime = { ...withdrawn, withdrawnOn: '2031-06' };

    expect(['2031-05-31', '2031-06-01'].map((asOf) => standing(sometime, { asOf }))).toEqual([true, false]);
  });
});

describe('an act that was disputed', () => {
  test.each([
    ['2031-05-05T09:59:59Z', true],
    ['2031-05-05T10:00:00Z', false],
    [undefined, false],
  ])('as known at %s, while it is suspended, counts for every day or for none: %s', (knownAt, stands) => {
    expect([signed, later, undefined].map((asOf) => standing(suspended, { asOf, knownAt }))).toEqual(
      Array.from({ length: 3 }, () => stands),
    );
  });

  test.each([
    ['2031-05-05T09:59:59Z', true, true],
    ['2031-05-08T00:00:00Z', false, false],
    ['2031-05-09T10:00:00Z', true, false],
    [undefined, true, false],
  ])('as known at %s: found valid %s, found void %s', (knownAt, valid, isVoid) => {
    expect([cleared, voided].map((act) => standing(act, { asOf: '2031-05-06', knownAt }))).toEqual([valid, isVoid]);
    expect([cleared, voided].map((act) => standing(act, { knownAt }))).toEqual([valid, isVoid]);
  });
});

test('what was known at an instant stays so, whatever is recorded after it', () => {
  const at = (day: number): string => `2031-05-${String(day).padStart(2, '0')}T08:00:00Z`;
  const days = fc.integer({ min: 1, max: 28 });
  const asked = fc.record({ asOf: fc.option(days, { nil: undefined }), known: days });
  fc.assert(
    fc.property(days, fc.array(days, { maxLength: 5 }), asked, (first, rest, { asOf, known }) => {
      const instants = [...new Set(rest)].filter((day) => day > first).toSorted((a, b) => a - b);
      const history = instants.map((day, nth) =>
        nth % 2 === 0 ? passage('valid', 'suspended', at(day)) : passage('suspended', 'valid', at(day)),
      );
      const upTo = (end: number): Dated => {
        const told = history.slice(0, end);
        return anAct({ on: `2031-05-01`, recordedAt: at(first), state: told.at(-1)?.to ?? 'valid', history: told });
      };
      const moment = { asOf: asOf === undefined ? undefined : at(asOf).slice(0, 10), knownAt: at(known) };
      const toldThen = upTo(instants.filter((day) => day <= known).length);
      expect(standing(upTo(history.length), moment)).toBe(standing(toldThen, moment));
    }),
    runs(200, 5_000),
  );
});
