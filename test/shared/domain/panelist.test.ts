import { describe, expect, test } from 'vitest';
import {
  inPrintedOrder,
  isChair,
  isSeated,
  panelRoles,
  panelRule,
  Panelist,
  revisePanelist,
  seatPanelist,
} from '../../../shared/domain/panelist.ts';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import { aPanelist, aPanelistDraft, aPerson, aTrack } from '../../records.ts';
import { wrongFields } from '../../refusal.ts';

const at = { summit: 'arvenne-2031', session: 'vc-d-12' };

describe('a place on a panel', () => {
  test("is printed under the person's name when nothing else was given", () => {
    const draft = aPanelistDraft({ role: 'moderator' });

    const panelist = seatPanelist(at, 'seat-1', aPerson(), draft);

    expect(panelist).toEqual({
      ...draft,
      ...at,
      slug: 'seat-1',
      version: 1,
      state: 'nominated',
      printedName: 'Ilka Verrane',
      named: false,
    });
    expect(Panelist().parse(panelist)).toEqual(panelist);
  });

  test('keeps the name as it was printed, whatever the person is called later', () => {
    const seated = seatPanelist(at, 'seat-1', aPerson(), aPanelistDraft({ printedName: 'I. Verrane' }));

    const changed = revisePanelist(seated, aPanelistDraft({ slug: 'seat-1', state: 'nominated', role: 'keynote' }));

    expect([seated.printedName, changed.printedName, changed.role]).toEqual(['I. Verrane', 'I. Verrane', 'keynote']);
  });

  test('of somebody who stays unnamed takes no consent to be named', () => {
    const draft = aPanelistDraft({ unnamed: true, consent: { by: 'bearer', on: '2031-03-01' } });

    expect(wrongFields(() => seatPanelist(at, 'seat-1', aPerson(), draft))).toEqual([
      { pointer: '/consent', detail: 'Leave the consent out: somebody who stays unnamed is never printed.' },
    ]);
  });

  test("stays the person's whose it is", () => {
    const draft = aPanelistDraft({ person: 'tomas', slug: 'seat-1', state: 'confirmed' });

    expect(wrongFields(() => revisePanelist(aPanelist(), draft))).toEqual([
      { pointer: '/person', detail: 'Leave the person; replace the panelist to seat another.' },
    ]);
  });

  test('is taken until its bearer declines, withdraws or is replaced', () => {
    expect(statesOf('panelist').filter(isSeated)).toEqual(['nominated', 'invited', 'no-answer', 'confirmed']);
  });
});

describe('the rule of a panel', () => {
  test('is that of its track', () => {
    expect(panelRule(aTrack({ panelSize: 5, oneChair: true }))).toEqual({ size: 5, chairs: 1 });
  });

  test('without a track, or in one that does not care, has as many chairs as there are', () => {
    expect(panelRule(aTrack({ panelSize: 5, oneChair: false }))).toEqual({ size: 5, chairs: undefined });
    expect(panelRule(undefined)).toEqual({ size: 40, chairs: undefined });
  });

  test('has one moderator or chair in mind', () => {
    expect(panelRoles.filter(isChair)).toEqual(['moderator', 'chair']);
  });
});

describe('the printed order', () => {
  test('goes by the given place, then chairs before others, then by when they were seated', () => {
    const panel = [
      aPanelist({ slug: 'd' }),
      aPanelist({ slug: 'b', role: 'chair' }),
      aPanelist({ slug: 'e', order: 2 }),
      aPanelist({ slug: 'a', role: 'panelist', order: 1 }),
      aPanelist({ slug: 'f', role: 'moderator', order: 2 }),
      aPanelist({ slug: 'c' }),
    ];

    expect(inPrintedOrder(panel).map(({ slug }) => slug)).toEqual(['a', 'f', 'e', 'b', 'c', 'd']);
  });
});
