import { describe, expect, test } from 'vitest';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import {
  draftOutcome,
  mayDraftOutcome,
  mayFileOutcome,
  Outcome,
  outcomeRef,
  reviseOutcome,
} from '../../../shared/domain/outcome.ts';
import { aSession, anOutcome } from '../../builders.ts';
import { anOutcomeDraft } from '../../records.ts';
import { refusal, wrongFields } from '../../refusal.ts';

const panel = new Set(['seat-1']);
const session = aSession({ objectives: [{ id: '1', text: { en: 'One desk in each city.' } }] });
const allowed = <S extends string>(states: readonly S[], may: (state: S) => void): S[] =>
  states.filter((state) => {
    try {
      may(state);
      return true;
    } catch {
      return false;
    }
  });

describe('an outcome that begins', () => {
  test('has its number for an address, its session and its summit', () => {
    const draft = anOutcomeDraft({ voicedBy: ['seat-1'], objectives: ['1'] });

    const outcome = draftOutcome(session, panel, 3, draft);

    expect(outcome).toEqual({
      ...draft,
      slug: '3',
      version: 1,
      state: 'draft',
      summit: 'arvenne-2031',
      session: 'vc-d-12',
    });
    expect(Outcome().parse(outcome)).toEqual(outcome);
    expect(outcomeRef(outcome)).toBe('vc-d-12/3');
  });

  test('is told every fault at once', () => {
    const draft = anOutcomeDraft({ type: 'ask', voicedBy: ['seat-1', 'seat-9'], objectives: ['7'] });

    expect(wrongFields(() => draftOutcome(session, panel, 1, draft))).toEqual([
      { pointer: '/addressee', detail: 'Say whom the ask addresses: the text will call upon them.' },
      { pointer: '/objectives/0', detail: 'Name an objective of this session; "7" is none.' },
      {
        pointer: '/voicedBy/1',
        detail: `Name a panelist of this session, by the panelist's slug; "seat-9" is none.`,
      },
    ]);
  });

  test('is one of at most 200', () => {
    expect(draftOutcome(session, panel, 200, anOutcomeDraft()).slug).toBe('200');
    expect(refusal(() => draftOutcome(session, panel, 201, anOutcomeDraft()))).toEqual({
      code: 'outcomes-full',
      detail: 'The session has had 200 outcomes, as many as it can hold. Change one of them instead.',
    });
  });

  test('is refused by a session that says it has none', () => {
    const silent = aSession({ noOutcome: { en: 'None, because the time ran out.' } });

    expect(refusal(() => draftOutcome(silent, panel, 1, anOutcomeDraft()))).toEqual({
      code: 'wrong-state',
      detail: 'The session says that it has no outcome, and why. Remove "noOutcome" from the session first.',
    });
  });
});

describe('when an outcome may be', () => {
  test('drafted: from the acceptance of its session on', () => {
    expect(allowed(statesOf('session'), (state) => mayDraftOutcome(aSession({ state })))).toEqual([
      'accepted',
      'scheduled',
      'held',
      'concluded',
    ]);
    expect(refusal(() => mayDraftOutcome(aSession({ state: 'submitted' })))).toEqual({
      code: 'wrong-state',
      detail: 'The session is submitted; its outcomes can be drafted once it is accepted.',
      also: { state: 'submitted', allowed: ['accepted', 'scheduled', 'held', 'concluded'] },
    });
  });

  test('filed: after its session took place', () => {
    expect(allowed(statesOf('session'), (state) => mayFileOutcome(aSession({ state })))).toEqual(['held', 'concluded']);
    expect(refusal(() => mayFileOutcome(aSession({ state: 'scheduled' })))).toEqual({
      code: 'wrong-state',
      detail: 'The session is scheduled; its outcomes can be filed once it was held.',
      also: { state: 'scheduled', allowed: ['held', 'concluded'] },
    });
  });

  test('is not asked of a session that a source reports', () => {
    const reported = aSession({ origin: 'reported', state: 'draft' });

    expect(() => mayDraftOutcome(reported)).not.toThrow();
    expect(() => mayFileOutcome(reported)).not.toThrow();
  });
});

describe('an outcome that changes', () => {
  const draft = anOutcomeDraft({ slug: '1', state: 'draft', text: { en: 'that each city names two desks' } });

  test('takes what the draft says while it is a draft', () => {
    const before = anOutcome({ state: 'draft' });

    expect(reviseOutcome(before, session, panel, draft)).toEqual({
      ...draft,
      version: 1,
      state: 'draft',
      summit: 'arvenne-2031',
      session: 'vc-d-12',
    });
  });

  test('stays as it was once it is filed, because declarations cite it', () => {
    expect(refusal(() => reviseOutcome(anOutcome(), session, panel, { ...draft, state: 'filed' }))).toEqual({
      code: 'wrong-state',
      detail:
        'The outcome is filed and stays as it was filed: declarations cite it. File another one that says it better.',
      also: { state: 'filed' },
    });
  });
});
