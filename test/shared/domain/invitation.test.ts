import { describe, expect, test } from 'vitest';
import {
  answered,
  close,
  dueOf,
  lapse,
  prolonged,
  reminded,
  remindersOf,
  replyTime,
  revoke,
  workFor,
} from '../../../shared/domain/invitation.ts';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import { aSession } from '../../builders.ts';
import { anInvitation, aPanelist } from '../../records.ts';
import { refusal, wrongFields } from '../../refusal.ts';

const passage = { at: '2031-03-15T09:01:00Z', by: 'clock' };
const invited = aPanelist({ state: 'invited' });
const ahead = aSession({ state: 'accepted' });
const at = (instant: string): Date => new Date(instant);

describe('reminders', () => {
  test.each([
    [
      'in two weeks: after one, and two days before the end',
      '2031-03-15T09:00:00Z',
      ['2031-03-08T09:00:00Z', '2031-03-13T09:00:00Z'],
    ],
    [
      'in five days: half-way, and three quarters of the way',
      '2031-03-06T09:00:00Z',
      ['2031-03-03T21:00:00Z', '2031-03-05T03:00:00Z'],
    ],
    ['in a day: one', '2031-03-02T09:00:00Z', ['2031-03-01T21:00:00Z']],
    ['in the afternoon: none', '2031-03-01T18:00:00Z', []],
  ])('for a reply %s', (_, replyBy, times) => {
    expect(remindersOf('2031-03-01T09:00:00Z', replyBy)).toEqual(times);
  });

  test('come one after the other, and then the end, a minute after it', () => {
    const first = reminded(anInvitation(), '2031-03-08T09:00:30Z');
    const second = reminded(first, '2031-03-13T09:00:10Z');

    expect([anInvitation(), first, second].map(dueOf)).toEqual([
      '2031-03-08T09:00:00Z',
      '2031-03-13T09:00:00Z',
      '2031-03-15T09:01:00Z',
    ]);
    expect([first.due, second.due]).toEqual(['2031-03-13T09:00:00Z', '2031-03-15T09:01:00Z']);
  });

  test('that are both overdue are one, and there are never more than two', () => {
    const late = reminded(anInvitation(), '2031-03-14T00:00:00Z');
    const twice = reminded(reminded(anInvitation(), '2031-03-08T09:00:00Z'), '2031-03-13T09:00:00Z');

    expect(late.due).toBe('2031-03-15T09:01:00Z');
    expect(prolonged(twice, '2031-04-20T09:00:00Z').due).toBe('2031-04-20T09:01:00Z');
  });
});

describe('the time to reply', () => {
  const now = at('2031-03-01T09:00:00Z');
  const session = aSession({ state: 'accepted', start: '2031-03-10T08:00:00Z', end: '2031-03-10T09:30:00Z' });

  test('is two weeks, or until the session begins', () => {
    expect(replyTime(ahead, {}, now)).toBe('2031-03-15T09:00:00Z');
    expect(replyTime(session, {}, now)).toBe('2031-03-10T08:00:00Z');
    expect(replyTime(session, { replyBy: '2031-03-05T00:00:00Z' }, now)).toBe('2031-03-05T00:00:00Z');
  });

  test.each([
    ['2031-03-01T09:00:00Z', 'Give a time that is still to come.'],
    ['2031-03-10T08:00:01Z', 'Give a time before the session begins, 2031-03-10T08:00:00Z.'],
  ])('is not %s', (replyBy, detail) => {
    expect(wrongFields(() => replyTime(session, { replyBy }, now))).toEqual([{ pointer: '/replyBy', detail }]);
  });

  test('is over once the session has begun, or is settled', () => {
    expect(refusal(() => replyTime(session, {}, at('2031-03-10T08:00:00Z'))).code).toBe('wrong-state');
    const open = statesOf('session').filter((state) => {
      try {
        return replyTime(aSession({ state }), {}, now) !== '';
      } catch {
        return false;
      }
    });
    expect(open).toEqual(['draft', 'submitted', 'waitlisted', 'accepted', 'scheduled']);
  });
});

describe('the clock', () => {
  const due = (instant: string, invitation = anInvitation(), panelist = invited, session = ahead) =>
    workFor(invitation, panelist, session, at(instant));
  const twice = reminded(reminded(anInvitation(), '2031-03-08T09:00:00Z'), '2031-03-13T09:00:00Z');

  test('reminds when it is time, and decides a minute after the end', () => {
    expect([
      due('2031-03-08T08:59:59Z'),
      due('2031-03-08T09:00:00Z'),
      due('2031-03-15T09:00:59Z', twice),
      due('2031-03-15T09:01:00Z', twice),
    ]).toEqual([undefined, 'remind', undefined, 'lapse']);
  });

  test('that is late decides at once, without a reminder of what is over', () => {
    expect(due('2031-03-20T00:00:00Z')).toBe('lapse');
  });

  test('has nothing to ask of who has a place otherwise, or whose session is off', () => {
    expect(due('2031-03-08T09:00:00Z', anInvitation(), aPanelist({ state: 'confirmed' }))).toBe('close');
    expect(due('2031-03-08T09:00:00Z', anInvitation(), invited, aSession({ state: 'cancelled' }))).toBe('close');
  });

  test.each([
    [
      'answered',
      answered(anInvitation(), { answer: 'confirm', by: { name: 'A', as: 'bearer' }, consent: true }, passage),
    ],
    ['lapsed', lapse(anInvitation(), passage)],
    ['closed', close(anInvitation(), passage)],
    ['revoked', revoke(anInvitation(), passage)],
  ])('has nothing to do for one that is %s', (state, invitation) => {
    expect([invitation.state, invitation.due, due('2031-05-01T00:00:00Z', invitation)]).toEqual([
      state,
      undefined,
      undefined,
    ]);
  });
});
