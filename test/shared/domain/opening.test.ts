import { describe, expect, test } from 'vitest';
import { revoke } from '../../../shared/domain/invitation.ts';
import { mayOpen, openUntil } from '../../../shared/domain/opening.ts';
import { anInvitation } from '../../records.ts';
import { refusal } from '../../refusal.ts';

const passage = { at: '2031-03-15T09:01:00Z', by: 'clock' };
const at = (instant: string): Date => new Date(instant);

describe('a link', () => {
  const opening = {
    summit: 'arvenne-2031',
    session: 'vc-d-12',
    panelist: 'seat-1',
    person: 'ilka',
    invitation: 'asked-1',
    until: '2031-03-29T09:00:00Z',
  };

  test('opens for two weeks beyond the time to reply, whenever it was sent', () => {
    expect(openUntil(anInvitation(), at('2031-03-02T00:00:00Z'))).toBe('2031-03-29T09:00:00Z');
    expect(openUntil(anInvitation(), at('2031-04-01T00:00:00Z'))).toBe('2031-04-15T00:00:00Z');
  });

  test('opens its own invitation, unless that was revoked', () => {
    expect(mayOpen(opening, anInvitation())).toEqual(anInvitation());
    for (const other of [undefined, anInvitation({ slug: 'asked-2' }), revoke(anInvitation(), passage)])
      expect(refusal(() => mayOpen(opening, other)).code).toBe('not-found');
  });
});
