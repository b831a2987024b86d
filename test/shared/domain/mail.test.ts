import { describe, expect, test } from 'vitest';
import type { Letter } from '../../../shared/domain/letter.ts';
import {
  claimed,
  failed,
  isDue,
  isSpent,
  kept,
  type Mail,
  mostTries,
  ordered,
  pauseAfter,
  sent,
  troubled,
} from '../../../shared/domain/mail.ts';

const now = new Date('2031-03-01T09:00:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

const letter: Letter = {
  kind: 'panelist-silent',
  to: { person: 'ilka' },
  rehearsal: false,
  summit: 'arvenne-2031',
  session: 'vc-d-12',
  panelist: 'seat-1',
};
const aMail = (given: Partial<Mail> = {}): Mail => ({
  ...ordered('m1', letter, { request: 'request-1', at: now }),
  ...given,
});

test('a mail is due as soon as it was ordered, and names the deed', () => {
  expect(aMail()).toEqual({
    id: 'm1',
    version: 1,
    state: 'pending',
    summit: 'arvenne-2031',
    letter,
    deed: 'request-1',
    at: '2031-03-01T09:00:00Z',
    tries: 0,
    due: '2031-03-01T09:00:00Z',
  });
  expect([after(-1), now, after(1)].map((when) => isDue(aMail(), when))).toEqual([false, true, true]);
});

test('whoever claims it has it for a minute', () => {
  const mail = claimed(aMail(), now);

  expect(mail).toMatchObject({ state: 'claimed', tries: 1, due: '2031-03-01T09:01:00Z' });
  expect([after(59), after(60)].map((when) => isDue(mail, when))).toEqual([false, true]);
});

describe('a mail that was not accepted', () => {
  test('waits longer each time, about a day in all', () => {
    const pauses = Array.from({ length: mostTries }, (_, at) => pauseAfter(at + 1) / 60);

    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240, 240]);
    expect(pauses.slice(0, -1).reduce((sum, pause) => sum + pause, 0) / 60).toBeCloseTo(20.25);
  });

  test('waits out its lease and says what happened', () => {
    const mail = troubled(claimed(aMail(), now), 'Throttled');

    expect(mail).toMatchObject({ state: 'pending', tries: 1, due: '2031-03-01T09:01:00Z', trouble: 'Throttled' });
  });

  test('is given up after its last try', () => {
    const last = claimed(aMail({ tries: mostTries - 1 }), now);

    expect(isSpent(last)).toBe(true);
    expect(troubled(last, 'Throttled')).toMatchObject({ state: 'failed', failure: 'given-up', trouble: 'Throttled' });
  });
});

test.each([
  ['sent', sent(claimed(aMail({ trouble: 'Throttled' }), now), 'ses-1', now)],
  ['kept', kept(aMail(), { subject: 's', text: 't', html: 'h' })],
  ['failed', failed(aMail(), 'no-address')],
] as const)('a mail that is %s waits for nothing any more', (state, mail) => {
  expect([mail.state, mail.due, isDue(mail, after(1e9))]).toEqual([state, undefined, false]);
});
