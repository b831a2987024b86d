import { describe, expect, test } from 'vitest';
import { answersLeft, type Asked, decideAnswer, isRepeated } from '../../../shared/domain/answer.ts';
import { AnswerDraft, answers } from '../../../shared/domain/invitation.ts';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import { questionOf } from '../../../shared/domain/question.ts';
import { aSession, aSummit } from '../../builders.ts';
import { anInvitation, aPanelist, aPerson } from '../../records.ts';
import { issues, refusal, wrongFields } from '../../refusal.ts';

const by = { name: 'Jonas Weidt', as: 'office' } as const;
const passage = { at: '2031-03-02T10:00:00Z', by: 'link:ilka' };
const draft = (given: object = {}): AnswerDraft => AnswerDraft().parse({ answer: 'confirm', by, ...given });
const asked = (given: Partial<Asked> = {}): Asked => ({
  invitation: anInvitation(),
  panelist: aPanelist({ state: 'invited' }),
  session: aSession({ state: 'accepted' }),
  person: aPerson(),
  ...given,
});

describe('what can be answered', () => {
  test('follows from where the place stands', () => {
    const left = statesOf('panelist').map((state) => [state, answersLeft(asked({ panelist: aPanelist({ state }) }))]);

    expect(Object.fromEntries(left)).toEqual({
      nominated: [],
      invited: ['confirm', 'decline'],
      confirmed: ['withdraw'],
      declined: [],
      'no-answer': ['confirm', 'decline'],
      withdrawn: [],
      replaced: [],
    });
  });

  test('is no confirmation of a session that is off, and no withdrawing from one that was held', () => {
    const off = aSession({ state: 'cancelled' });
    const held = aSession({ state: 'held' });

    expect(answersLeft(asked({ session: off }))).toEqual(['decline']);
    expect(answersLeft(asked({ session: off, panelist: aPanelist({ state: 'confirmed' }) }))).toEqual(['withdraw']);
    expect(answersLeft(asked({ session: held, panelist: aPanelist({ state: 'confirmed' }) }))).toEqual([]);
  });
});

describe('an answer', () => {
  test('needs who gives it, and leaves consent out unless it is given', () => {
    expect(draft().consent).toBe(false);
    expect(issues(AnswerDraft(), { answer: 'confirm', by: { as: 'bearer' } }).map(({ pointer }) => pointer)).toEqual([
      '/by/name',
    ]);
    expect(issues(AnswerDraft(), {}).map(({ pointer }) => pointer)).toEqual(['/answer', '/by']);
  });

  test('is kept with who gave it, for whom and when', () => {
    const { invitation, panelist } = decideAnswer(asked(), draft({ reason: 'Gladly.' }), passage);

    expect(invitation).toEqual({
      ...anInvitation(),
      due: undefined,
      state: 'answered',
      history: [{ from: 'open', to: 'answered', ...passage }],
      answers: [{ answer: 'confirm', at: passage.at, by, consent: false, reason: 'Gladly.' }],
    });
    expect([panelist.state, panelist.history]).toEqual([
      'confirmed',
      [{ from: 'invited', to: 'confirmed', ...passage }],
    ]);
  });

  test('corrects the print of its place, and the person, one language at a time', () => {
    const person = aPerson({ biography: { en: 'Old.', fr: 'Ancienne.' } });
    const corrections = { name: 'Ilka Verrane-Sol', printedTitle: 'Deputy mayor', biography: { en: 'New.' } };

    const after = decideAnswer(asked({ person }), draft({ corrections }), passage);

    expect([after.panelist.printedName, after.panelist.printedTitle]).toEqual(['Ilka Verrane-Sol', 'Deputy mayor']);
    expect([after.person.name, after.person.biography]).toEqual(['Ilka Verrane-Sol', { en: 'New.', fr: 'Ancienne.' }]);
  });

  test('leaves a name that was printed otherwise on purpose, and what a source reported of the person', () => {
    const reported = aPerson({ origin: 'reported', sources: [] });
    const panelist = aPanelist({ state: 'invited', printedName: 'Dr Verrane' });

    const after = decideAnswer(
      asked({ person: reported, panelist }),
      draft({ corrections: { name: 'I. V.' } }),
      passage,
    );

    expect([after.panelist.printedName, after.person]).toEqual(['Dr Verrane', reported]);
  });

  test.each([
    ['a substitute with a confirmation', { substitute: { name: 'Tomas Quell' } }, '/substitute'],
    ['corrections with a refusal', { answer: 'decline', corrections: {} }, '/corrections'],
    ['a consent with a refusal', { answer: 'decline', consent: true }, '/consent'],
  ])('is wrong with %s', (_, given, pointer) => {
    expect(wrongFields(() => decideAnswer(asked(), draft(given), passage)).map((fault) => fault.pointer)).toEqual([
      pointer,
    ]);
  });

  test('is refused once another was given, and says which', () => {
    const first = decideAnswer(asked(), draft(), passage);
    const now = asked({ ...first, person: aPerson() });

    expect(isRepeated(now, draft())).toBe(true);
    expect(isRepeated(now, draft({ consent: true }))).toBe(false);
    expect(refusal(() => decideAnswer(now, draft({ answer: 'decline' }), passage))).toMatchObject({
      code: 'already-answered',
      also: { state: 'confirmed', answered: { answer: 'confirm', at: passage.at, by } },
    });
  });

  test.each(answers)('%s is refused where the organizer has settled the place', (answer) => {
    const replaced = asked({ panelist: aPanelist({ state: 'replaced' }) });

    expect(refusal(() => decideAnswer(replaced, draft({ answer }), passage))).toMatchObject({
      code: 'wrong-state',
      also: { state: 'replaced' },
    });
  });
});

test('a link shows nothing that is for the organizer alone', () => {
  const substitute = { name: 'Tomas Quell', email: 'tomas@example.org' };
  const given = decideAnswer(asked(), draft({ answer: 'decline', substitute }), passage);

  const shown = questionOf({ ...asked(given), summit: aSummit() }, { until: '2031-03-29T09:00:00Z' });

  expect(JSON.stringify(shown)).not.toMatch(/tomas|river-league|history|link:|sources|mirel/);
  expect(shown.answers).toEqual([{ answer: 'decline', at: passage.at, by, consent: false }]);
});
