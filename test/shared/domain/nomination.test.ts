import { describe, expect, test } from 'vitest';
import { DeskDraft, openDesk } from '../../../shared/domain/desk.ts';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import {
  answerOf,
  isLive,
  nominate,
  Nomination,
  NominationDraft,
  sessionFaults,
} from '../../../shared/domain/nomination.ts';
import { pairOf, suggest, Suggestion } from '../../../shared/domain/suggestion.ts';
import { aPanelist } from '../../records.ts';

const aDesk = (given: object = {}) =>
  openDesk(
    { slug: 'arvenne-2031', rehearsal: false },
    DeskDraft().parse({ organization: 'river-league', quota: 7, deadline: '2031-02-01T12:00:00Z', ...given }),
  );
const aDraft = (given: object = {}) => NominationDraft().parse({ name: 'Sanna Brook', ...given });

describe('a nomination', () => {
  test('is for the network itself unless it says for whom, and sits where the desk is', () => {
    const desk = aDesk({ session: 'vc-d-12' });
    const nomination = nominate(desk, 'n1', aDraft(), { person: 'sanna' });

    expect(nomination).toEqual({
      slug: 'n1',
      version: 1,
      state: 'accepted',
      summit: 'arvenne-2031',
      desk: 'river-league-vc-d-12',
      session: 'vc-d-12',
      organization: 'river-league',
      for: 'river-league',
      name: 'Sanna Brook',
      role: 'panelist',
      person: 'sanna',
      rehearsal: false,
    });
    expect(Nomination().parse(nomination)).toEqual(nomination);
  });

  test('waits where an organizer decides', () => {
    expect(nominate(aDesk({ approval: true }), 'n1', aDraft(), { person: 'sanna' }).state).toBe('proposed');
  });

  test('uses quota while it waits or is accepted, and in no other state', () => {
    expect(statesOf('nomination').filter((state) => isLive({ state }))).toEqual(['proposed', 'accepted']);
  });

  test('names no other session than its desk’s', () => {
    const faults = (desk: object, session?: string) =>
      sessionFaults(aDesk(desk), aDraft({ session })).map(({ pointer }) => pointer);
    expect([
      faults({ session: 'vc-d-12' }, 'vc-d-13'),
      faults({ session: 'vc-d-12' }, 'vc-d-12'),
      faults({}, 'vc-d-13'),
    ]).toEqual([['/session'], [], []]);
  });

  test('tells what became of the place: where it stands, since when, and why', () => {
    const history = [
      { from: 'nominated', to: 'invited', at: '2031-01-01T00:00:00Z', by: 'amira' },
      { from: 'invited', to: 'declined', at: '2031-01-02T00:00:00Z', by: 'sanna', reason: 'On leave.' },
    ];
    expect([answerOf(aPanelist({ state: 'nominated' })), answerOf(aPanelist({ state: 'declined', history }))]).toEqual([
      { state: 'nominated' },
      { state: 'declined', since: '2031-01-02T00:00:00Z', reason: 'On leave.' },
    ]);
  });
});

test('a suggestion has one name, whichever of the two comes first', () => {
  const suggestion = suggest('arvenne-2031', 'n2', 'n1', ['address']);
  expect(suggestion).toEqual({
    slug: 'n1-n2',
    version: 1,
    state: 'open',
    summit: 'arvenne-2031',
    people: ['n1', 'n2'],
    why: ['address'],
  });
  expect(Suggestion().parse(suggestion)).toEqual(suggestion);
  expect(pairOf('n1', 'n2')).toEqual(pairOf('n2', 'n1'));
});
