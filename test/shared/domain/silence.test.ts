import { describe, expect, test } from 'vitest';
import { everyone, view } from '../../../shared/domain/access.ts';
import { certificateOf } from '../../../shared/domain/certificate.ts';
import { circulationAfter, isAsked } from '../../../shared/domain/circulation.ts';
import { stops } from '../../../shared/domain/objection.ts';
import {
  decided,
  extended,
  heardUntil,
  isDecidable,
  recalled,
  resumed,
  suspended,
} from '../../../shared/domain/silence.ts';
import { anAsked, aCirculation } from '../../records.ts';

const circulation = aCirculation();
const passage = { at: '2031-03-03T09:00:00Z', by: 'amira', reason: 'The annex is missing.' };
const deadline = Date.parse(circulation.deadline);

describe('the time of a circulation', () => {
  test('stops while it is suspended, and goes on with what was left, to the millisecond', () => {
    const stopped = suspended(circulation, new Date(deadline - 1_500), passage);
    expect(stopped).toMatchObject({ state: 'suspended', remaining: 1_500 });
    expect(stopped).not.toHaveProperty('due');
    expect(heardUntil(stopped)).toEqual({ circulation: 'c1', deadline: 'suspended' });
    const going = resumed(stopped, new Date('2031-04-01T00:00:00.200Z'), passage);
    expect(going).toMatchObject({ state: 'open', deadline: '2031-04-01T00:00:02Z', due: '2031-04-01T00:01:02Z' });
    expect(going).not.toHaveProperty('remaining');
    expect(going.notices.map(({ kind }) => kind)).toEqual(['circulated', 'suspended', 'resumed']);
  });

  test.each([
    ['extended', (at: Date) => extended(circulation, { deadline: '2031-03-09T09:00:00Z', reason: 'Late.' }, at)],
    ['suspended', (at: Date) => suspended(circulation, at, passage)],
    ['recalled', (at: Date) => recalled(circulation, at, passage)],
  ])('cannot be %s from the deadline on', (_, act) => {
    expect(act(new Date(deadline - 1)).notices).toHaveLength(2);
    expect(() => act(new Date(deadline))).toThrow(expect.objectContaining({ code: 'silence-over' }));
  });

  test('is over for the clock a minute after the deadline, and not while it is suspended', () => {
    const at = new Date(deadline + 60_000);
    expect(isDecidable(circulation, at)).toBe(true);
    expect(isDecidable(circulation, new Date(deadline + 59_999))).toBe(false);
    expect(isDecidable(aCirculation({ state: 'suspended' }), at)).toBe(false);
  });
});

describe('what is said against a text', () => {
  const came = (ms: number) => new Date(deadline + ms);
  test.each([
    ['a millisecond before the deadline', -1, undefined, true],
    ['at the deadline', 0, undefined, false],
    ['by a mail that arrived before, entered after it', 30_000, '2031-03-04T08:59:59Z', true],
    ['by a mail that arrived at the deadline', 30_000, circulation.deadline, false],
  ])('%s', (_, ms, arrived, stopsIt) => {
    expect(stops(circulation, arrived === undefined ? undefined : { at: arrived }, came(ms))).toBe(stopsIt);
  });

  test('stops nothing that was decided, whenever it arrived; and nothing can be said against what was recalled', () => {
    const adopted = decided(circulation, 0, passage);
    expect(stops(adopted, { at: '2031-03-02T09:00:00Z' }, came(0))).toBe(false);
    const back = recalled(circulation, came(-1), passage);
    expect(() => stops(back, undefined, came(-1))).toThrow(expect.objectContaining({ code: 'silence-over' }));
  });
});

test('the clock decides once', () => {
  const adopted = decided(circulation, 0, passage);
  expect(adopted).toMatchObject({ state: 'adopted', decided: { outcome: 'adopted', objections: 0 } });
  expect(adopted).not.toHaveProperty('due');
  expect(() => decided(adopted, 1, passage)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
  expect(decided(circulation, 2, passage)).toMatchObject({ state: 'objected', decided: { objections: 2 } });
});

test('those are asked who take part in a capacity that decides', () => {
  const asks = (
    capacities: Parameters<typeof isAsked>[0]['capacities'],
    state: 'registered' | 'withdrawn' = 'registered',
  ) => isAsked({ capacities, state });
  expect([
    asks(['host']),
    asks(['observer', 'chair']),
    asks(['observer', 'supporter']),
    asks(['host'], 'withdrawn'),
  ]).toEqual([true, true, false, false]);
});

test('circulations are counted', () => {
  expect([circulationAfter(undefined), circulationAfter({ slug: 'c9' })]).toEqual(['c1', 'c10']);
});

test.each(['objection', 'dissociation', 'amendment', 'signature'])('who sent a withdrawn %s is not public', (noun) => {
  const received = { at: passage.at, how: 'floor', from: 'Jonas Weidt' };
  const record = { summit: circulation.summit, received, withdrawn: { received }, withdrawal: { received } };
  const shown = { received: { at: passage.at, how: 'floor' } };
  expect(view(everyone, noun, record)).toEqual({
    summit: circulation.summit,
    ...shown,
    withdrawn: shown,
    withdrawal: shown,
  });
});

test('a certificate says nothing of mails, and of who sent or entered what', () => {
  const reach = { state: 'not-reached', because: 'returned' } as const;
  const asked = anAsked({ excuse: { at: passage.at, reason: 'Its council agreed.' } });
  const received = { at: passage.at, how: 'floor', from: 'Jonas Weidt' } as const;
  const said = {
    slug: 'port-selva-c1',
    version: 2,
    summit: circulation.summit,
    declaration: circulation.declaration,
    circulation: 'c1',
    organization: 'port-selva',
    printed: 'Port Selva',
    reason: 'Paragraph 3 binds the ports alone.',
    at: passage.at,
    enteredBy: 'amira',
    received,
    withdrawn: { at: passage.at, received },
  };
  const certificate = certificateOf(decided(circulation, 0, passage), [{ asked, reach }], {
    objections: [{ ...said, state: 'withdrawn' }],
    dissociations: [{ ...said, state: 'withdrawn' }],
  });
  const shown = { at: passage.at, how: 'floor' };
  expect(certificate).toMatchObject({
    by: 'silence',
    channel: null,
    notReached: ['port-selva'],
    asked: [{ organization: 'port-selva', reach, excuse: { reason: 'Its council agreed.' } }],
    objections: [{ received: shown, withdrawn: { received: shown } }],
    dissociations: [{ received: shown, withdrawn: { received: shown } }],
  });
  expect(JSON.stringify(certificate)).not.toMatch(/mails|enteredBy|batch|amira|Weidt/);
});
