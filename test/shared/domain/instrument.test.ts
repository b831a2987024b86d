import { expect, test } from 'vitest';
import { InstrumentDraft, listInstrument } from '../../../shared/domain/instrument.ts';
import { wrongFields } from '../../refusal.ts';

const draft = InstrumentDraft().parse({
  name: { en: 'Global Compact for River Cities' },
  clauses: [
    { id: 'c1', label: '1' },
    { id: 'c2', label: '2' },
    { id: 'c1', label: '3' },
  ],
});

test('a clause has an id of its own', () => {
  expect(wrongFields(() => listInstrument(draft))).toEqual([
    { pointer: '/clauses/2/id', detail: 'Give each clause an id of its own; "c1" is there twice.' },
  ]);
});

test('an instrument has the address of its name', () => {
  const clauses = draft.clauses.slice(0, 2);

  expect(listInstrument({ ...draft, clauses })).toEqual({
    ...draft,
    clauses,
    slug: 'global-compact-for-river-cities',
    version: 1,
    state: 'listed',
  });
});
