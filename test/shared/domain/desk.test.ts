import { describe, expect, test } from 'vitest';
import { Desk, DeskDraft, openDesk, quotaUsed, reviseDesk, takesNominations } from '../../../shared/domain/desk.ts';
import { refusal, wrongFields } from '../../refusal.ts';

const summit = { slug: 'arvenne-2031', rehearsal: false };
const draftOf = (given: object = {}): DeskDraft =>
  DeskDraft().parse({ organization: 'river-league', quota: 7, deadline: '2031-02-01T12:00:00+01:00', ...given });

describe('a desk', () => {
  test('bears the names of its network and of its session', () => {
    const desk = openDesk(summit, draftOf({ session: 'vc-d-12' }));

    expect(desk).toEqual({
      slug: 'river-league-vc-d-12',
      version: 1,
      state: 'open',
      summit: 'arvenne-2031',
      rehearsal: false,
      organization: 'river-league',
      session: 'vc-d-12',
      quota: 7,
      deadline: '2031-02-01T11:00:00Z',
      approval: false,
    });
    expect(Desk().parse(desk)).toEqual(desk);
    expect([openDesk(summit, draftOf()).slug, openDesk(summit, draftOf({ slug: 'league' })).slug]).toEqual([
      'river-league',
      'league',
    ]);
  });

  test('needs a slug where both names together are too long for one', () => {
    const long = draftOf({ organization: 'a'.repeat(60), session: 'b'.repeat(60) });
    expect(wrongFields(() => openDesk(summit, long)).map(({ pointer }) => pointer)).toEqual(['/slug']);
  });

  test.each([0, 1_001, 1.5])('has no quota of %s', (quota) => {
    expect(DeskDraft().safeParse({ ...draftOf(), quota }).success).toBe(false);
  });

  test('stays its network’s and its session’s; what it allows may change', () => {
    const desk = openDesk(summit, draftOf());
    expect(reviseDesk(desk, { ...draftOf({ slug: desk.slug, quota: 9, approval: true }) })).toEqual({
      ...desk,
      quota: 9,
      approval: true,
    });
    const other = draftOf({ slug: 'other', organization: 'hill-alliance', session: 'vc-d-12' });
    expect(wrongFields(() => reviseDesk(desk, other)).map(({ pointer }) => pointer)).toEqual([
      '/organization',
      '/session',
      '/slug',
    ]);
  });

  test('takes nominations up to its deadline, and not at it', () => {
    const desk = openDesk(summit, draftOf());
    expect(() => takesNominations(desk, new Date('2031-02-01T10:59:59.999Z'))).not.toThrow();
    expect(refusal(() => takesNominations(desk, new Date('2031-02-01T11:00:00Z')))).toEqual({
      code: 'desk-closed',
      detail: 'The desk took nominations until 2031-02-01T11:00:00Z. An organizer of the summit can move that.',
    });
    expect(refusal(() => takesNominations({ ...desk, state: 'closed' }, new Date(0))).code).toBe('desk-closed');
  });

  test('says what its quota counts: people for a summit, places for a session', () => {
    const said = ['vc-d-12', undefined].map((session) => quotaUsed(openDesk(summit, draftOf({ session })), 7));
    expect(said.map(({ message }) => message.split('.')[0])).toEqual([
      '7 of 7 places are used',
      '7 of 7 people are used',
    ]);
  });
});
