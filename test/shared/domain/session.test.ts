import { describe, expect, test } from 'vitest';
import { draftSession, reviseSession, Session, SessionDraft } from '../../../shared/domain/session.ts';
import { draftOf } from '../../../shared/domain/record.ts';
import { aSession, aSummit } from '../../builders.ts';
import { aSessionDraft } from '../../records.ts';
import { issues, wrongFields } from '../../refusal.ts';

const summit = aSummit({ from: '2031-05-02', to: '2031-05-04' });
const at = (start: string, end: string) => aSessionDraft({ start, end });

describe('a session that begins', () => {
  test('has the address of its reference code, its summit and the zone it is shown in', () => {
    const draft = aSessionDraft({ lead: [{ organization: 'river-league', printed: 'River League' }] });

    const session = draftSession(summit, draft);

    expect(session).toEqual({
      ...draft,
      slug: 'vc-d-12',
      version: 1,
      state: 'draft',
      summit: 'arvenne-2031',
      rehearsal: false,
      zone: 'Europe/Paris',
    });
    expect(Session().parse(session)).toEqual(session);
  });

  test('gives its objectives the next free numbers, and leaves the given ones', () => {
    const text = { en: 'To agree on one desk.' };

    const session = draftSession(summit, aSessionDraft({ objectives: [{ text }, { id: '1', text }, { text }] }));

    expect(session.objectives.map(({ id }) => id)).toEqual(['2', '1', '3']);
  });

  test('is told every fault at once', () => {
    const draft = aSessionDraft({
      start: '2031-05-03T10:00:00Z',
      end: '2031-05-03T09:00:00Z',
      slug: 'another',
      objectives: [
        { id: 'a', text: { en: 'One.' } },
        { id: 'a', text: { en: 'Two.' } },
      ],
      lead: [
        { organization: 'river-league', printed: 'River League' },
        { organization: 'river-league', printed: 'RL' },
      ],
      instruments: ['compact', 'agenda', 'compact'],
    });

    expect(wrongFields(() => draftSession(summit, draft))).toEqual([
      { pointer: '/end', detail: 'Let it end after its start, 2031-05-03T10:00:00Z.' },
      { pointer: '/objectives/1', detail: 'Name each objective once; "a" is there twice.' },
      { pointer: '/lead/1', detail: 'Name each lead organization once; "river-league" is there twice.' },
      { pointer: '/instruments/2', detail: 'Name each instrument once; "compact" is there twice.' },
      { pointer: '/slug', detail: 'Leave the slug out; it is made here, and is "vc-d-12".' },
    ]);
  });

  test('needs a code that an address can be made from', () => {
    expect(wrongFields(() => draftSession(summit, aSessionDraft({ reference: '第十二' })))).toEqual([
      {
        pointer: '/reference',
        detail: 'Let the code have a Latin letter or a digit: the address is made from it.',
      },
    ]);
  });
});

describe('the time of a session', () => {
  test.each([
    ['begins on the first day at midnight', '2031-05-01T22:00:00Z', '2031-05-01T23:00:00Z'],
    ['ends on the last day', '2031-05-04T20:00:00Z', '2031-05-04T21:30:00Z'],
    ['ends at the midnight that ends the last day', '2031-05-04T20:00:00Z', '2031-05-04T22:00:00Z'],
    ['goes over midnight', '2031-05-02T21:00:00Z', '2031-05-02T23:00:00Z'],
  ])('is within its summit when it %s', (_, start, end) => {
    expect(draftSession(summit, at(start, end))).toMatchObject({ start, end });
  });

  test('before the summit, by its own clock, is refused', () => {
    expect(wrongFields(() => draftSession(summit, at('2031-05-01T21:59:59Z', '2031-05-01T23:00:00Z')))).toEqual([
      {
        pointer: '/start',
        detail:
          "Let it start within the summit's days from 2031-05-02 to 2031-05-04 (Europe/Paris); there it would start on 2031-05-01.",
      },
    ]);
  });

  test('after the summit, by its own clock, is refused', () => {
    expect(wrongFields(() => draftSession(summit, at('2031-05-04T20:00:00Z', '2031-05-04T22:00:01Z')))).toEqual([
      {
        pointer: '/end',
        detail:
          "Let it end within the summit's days from 2031-05-02 to 2031-05-04 (Europe/Paris); there it would end on 2031-05-05.",
      },
    ]);
  });

  test('in a summit dated to the month is any day of it', () => {
    const may = aSummit({ from: '2031-05', to: '2031-05' });

    expect(() => draftSession(may, at('2031-05-31T18:00:00Z', '2031-05-31T22:00:00Z'))).not.toThrow();
    expect(wrongFields(() => draftSession(may, at('2031-06-01T08:00:00Z', '2031-06-01T09:00:00Z')))).toHaveLength(1);
  });

  test('that is no time is refused', () => {
    expect(wrongFields(() => draftSession(summit, at('2031-05-03T10:00:00Z', '2031-05-03T10:00:00Z')))).toEqual([
      { pointer: '/end', detail: 'Let it end after its start, 2031-05-03T10:00:00Z.' },
    ]);
  });

  test('is compared as an instant, whatever offsets were sent', () => {
    const draft = at('2031-05-03T12:00:00+05:00', '2031-05-03T09:30:00+02:00');

    expect(draftSession(summit, draft)).toMatchObject({ start: '2031-05-03T07:00:00Z', end: '2031-05-03T07:30:00Z' });
  });

  test.each([
    ['a start without an end', { start: '2031-05-03T10:00:00Z' }, '/end', 'Give the end too, or leave the start out.'],
    ['an end without a start', { end: '2031-05-03T10:00:00Z' }, '/start', 'Give the start too, or leave the end out.'],
  ])('needs both ends: %s is refused', (_, given, pointer, detail) => {
    expect(wrongFields(() => draftSession(summit, aSessionDraft(given)))).toEqual([{ pointer, detail }]);
  });

  test('may be left open', () => {
    expect(draftSession(summit, aSessionDraft())).not.toHaveProperty('start');
  });
});

describe('a session that changes', () => {
  const session = aSession({
    zone: 'Europe/Paris',
    objectives: [
      { id: '1', text: { en: 'One.' } },
      { id: '2', text: { en: 'Two.' } },
    ],
  });
  const draft = { ...SessionDraft().parse(draftOf(SessionDraft(), session)), lead: [], partners: [] };

  test('keeps the ids of its objectives, so that outcomes still name them, and gives a new one a free number', () => {
    const objectives = [{ id: '2', text: { en: 'Two, better said.' } }, { text: { en: 'Three.' } }];

    expect(reviseSession(session, summit, { ...draft, objectives }).objectives).toEqual([
      { id: '2', text: { en: 'Two, better said.' } },
      { id: '1', text: { en: 'Three.' } },
    ]);
  });

  test('keeps its code, because it is found by that', () => {
    expect(wrongFields(() => reviseSession(session, summit, { ...draft, reference: 'VC-D 13' }))).toEqual([
      {
        pointer: '/reference',
        detail: 'Leave the code "VC-D 12": it is found by that, and codes last as addresses do.',
      },
    ]);
  });

  test('may spell its code differently where the address stays', () => {
    expect(reviseSession(session, summit, { ...draft, reference: 'VC–D 12' })).toEqual({
      ...session,
      reference: 'VC–D 12',
    });
  });
});

test('the bounds of a draft are those that the contract names', () => {
  const fields = {
    reference: 'x'.repeat(61),
    title: { en: 'x'.repeat(501) },
    summary: { en: 'x'.repeat(8_001) },
    objectives: Array.from({ length: 51 }, () => ({ text: { en: 'x' } })),
    languages: { spoken: ['xx'], interpreted: [] },
    mode: 'by post',
    start: '2031-02-30T10:00:00Z',
    votes: 3,
  };

  const found = issues(SessionDraft(), fields).map(({ pointer }) => pointer);

  expect(found).toEqual([
    '/reference',
    '/title/en',
    '/summary/en',
    '/objectives',
    '/start',
    '/mode',
    '/languages/spoken/0',
    '',
  ]);
});
