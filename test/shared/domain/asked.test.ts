import { describe, expect, test } from 'vitest';
import { type Asked, noted, type Reach, reachOf } from '../../../shared/domain/asked.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import { anAsked, aCirculation } from '../../records.ts';

const circulation = aCirculation();
const { deadline } = circulation;
const letter: Mail['letter'] = {
  kind: 'circulation-notice',
  to: { person: 'ilka' },
  rehearsal: false,
  summit: 'arvenne-2031',
  declaration: 'arvenne-declaration',
  circulation: 'c1',
  organization: 'port-selva',
  notice: 0,
};
const at = '2031-03-01T09:00:00Z';
const aMail = (given: Partial<Mail> = {}): Mail => ({
  id: 'm1',
  version: 1,
  state: 'sent',
  letter,
  deed: 'request-1',
  at,
  tries: 1,
  sent: { at: '2031-03-01T09:00:05Z', as: 'accepted-1' },
  ...given,
});
const returned = { at: '2031-03-01T10:00:00Z', kind: 'bounce' } as const;
const failed = (failure: Mail['failure']): Mail => aMail({ state: 'failed', sent: undefined, failure });
const pending = aMail({ state: 'pending', sent: undefined });

describe('who was asked', () => {
  test.each([
    ['waits until it is told', [], { state: 'waiting' }, { told: [] }],
    [
      'is reached by a mail that was accepted',
      [aMail()],
      { state: 'reached', since: '2031-03-01T09:00:05Z', by: 'mail' },
    ],
    [
      'is reached by one of several',
      [aMail({ returned }), aMail()],
      { state: 'reached', since: '2031-03-01T09:00:05Z', by: 'mail' },
    ],
    ['waits as long as a mail is tried', [failed('unreachable'), pending], { state: 'waiting' }],
    ['is not reached by what came back', [aMail({ returned })], { state: 'not-reached', because: 'returned' }],
    ['is not reached without an address', [failed('no-address')], { state: 'not-reached', because: 'no-address' }],
    ['is not reached where nobody is known', [], { state: 'not-reached', because: 'no-address' }],
    ['is not reached by what was given up', [failed('given-up')], { state: 'not-reached', because: 'failed' }],
    [
      'is not reached at the deadline',
      [aMail({ sent: { at: deadline, as: 'a' } })],
      { state: 'not-reached', because: 'late' },
    ],
    [
      'is reached in a rehearsal by what is kept here',
      [aMail({ state: 'kept', sent: undefined })],
      { state: 'reached', since: at, by: 'mail' },
    ],
    [
      'is reached otherwise, as an organizer records',
      [aMail({ returned })],
      { state: 'reached', since: '2031-03-02T09:00:00Z', by: 'record' },
      { reachedOtherwise: { at: '2031-03-02T09:00:00Z', reason: 'By telephone.' } },
    ],
  ] as [string, Mail[], Reach, Partial<Asked>?][])('%s', (_, mails, reach, given = {}) => {
    expect(reachOf(anAsked(given), circulation, mails, undefined)).toEqual(reach);
  });

  test('is reached where it objects', () => {
    const reach = reachOf(anAsked(), circulation, [aMail({ returned })], '2031-03-03T09:00:00Z');
    expect(reach).toEqual({ state: 'reached', since: '2031-03-03T09:00:00Z', by: 'answer' });
  });

  test.each([
    ['before it was sent', '2031-02-28T09:00:00Z', '2031-03-02T09:00:00Z'],
    ['in the future', '2031-03-02T10:00:00Z', '2031-03-02T09:00:00Z'],
    ['at the deadline', deadline, '2031-03-09T09:00:00Z'],
  ])('was not reached otherwise %s', (_, when, now) => {
    const draft = { organization: 'port-selva', reason: 'By telephone.', at: when };
    expect(() => noted(anAsked(), draft, circulation, new Date(now))).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    );
  });
});
