import { describe, expect, test } from 'vitest';
import { firstState, lifecycles, mayPass, type Noun, passed, statesOf } from '../../../shared/domain/lifecycle.ts';
import { refusal } from '../../refusal.ts';

const nouns = Object.keys(lifecycles) as Noun[];
const states = (noun: Noun): string[] => statesOf(noun);
const after = (noun: Noun, state: string): readonly string[] =>
  (lifecycles[noun] as Record<string, readonly string[]>)[state] ?? [];

/** An objection is a consent that nobody ever gave. */
const otherBeginnings: Partial<Record<Noun, string[]>> = { consent: ['refused'] };

const reachable = (noun: Noun): Set<string> => {
  const found = new Set<string>([firstState(noun), ...(otherBeginnings[noun] ?? [])]);
  for (const state of found) for (const next of after(noun, state)) found.add(next);
  return found;
};

describe.each(nouns)('the states of a %s', (noun) => {
  test('are all reached from the first', () => {
    expect([...reachable(noun)].toSorted()).toEqual(states(noun).toSorted());
  });

  test('are left for states of the same table only, and never for themselves', () => {
    const strangers = states(noun).flatMap((state) =>
      after(noun, state).filter((next) => next === state || !states(noun).includes(next)),
    );

    expect(strangers).toEqual([]);
  });

  test('may pass as the table says, and every other passage is refused with the state, the wanted and the allowed ones', () => {
    for (const from of states(noun))
      for (const to of states(noun)) {
        const allowed = after(noun, from);
        if (allowed.includes(to)) expect(() => mayPass(noun, from, to)).not.toThrow();
        else
          expect(refusal(() => mayPass(noun, from, to))).toEqual({
            code: 'wrong-state',
            detail: `The ${noun} is ${from} and cannot become ${to}. ${allowed.length > 0 ? `It can become ${allowed.join(', ')}.` : 'No state follows it.'}`,
            also: { state: from, wanted: to, allowed },
          });
      }
  });
});

test('nothing goes back to where it was, but a text that is drafted anew, a circulation that goes on, an objection that is raised again, a signature that is found good, and a consent', () => {
  const returning = nouns.flatMap((noun) =>
    states(noun)
      .filter((state) => {
        const later = new Set<string>(after(noun, state));
        for (const one of later) for (const next of after(noun, one)) later.add(next);
        return later.has(state);
      })
      .map((state) => `${noun} ${state}`),
  );

  expect(returning).toEqual([
    'consent given',
    'consent withdrawn',
    // Taken off the programme, it waits for another place.
    'session accepted',
    'session scheduled',
    'declaration drafting',
    'declaration circulated',
    'declaration objected',
    'circulation open',
    'circulation suspended',
    'objection open',
    'objection withdrawn',
    'signature valid',
    'signature suspended',
  ]);
});

test.each([
  ['session', 'draft submitted accepted scheduled held concluded'],
  ['session', 'submitted waitlisted accepted'],
  ['session', 'submitted rejected'],
  ['session', 'scheduled withdrawn'],
  ['session', 'accepted cancelled'],
  ['panelist', 'nominated invited confirmed replaced'],
  ['panelist', 'invited declined'],
  ['panelist', 'invited no-answer'],
  ['panelist', 'confirmed withdrawn'],
  ['outcome', 'draft filed'],
  ['declaration', 'drafting circulated adopted open-for-signature closed'],
  ['declaration', 'circulated objected drafting'],
  ['declaration', 'drafting open-for-signature'],
  ['declaration', 'drafting issued'],
  ['signature', 'valid suspended void'],
  ['signature', 'valid withdrawn'],
] as const)('a %s goes through %s', (noun, way) => {
  const steps = way.split(' ');

  for (const [at, to] of steps.slice(1).entries()) expect(() => mayPass(noun, steps[at] ?? '', to)).not.toThrow();
});

test('a passage is remembered, after those before it, and leaves the record it was made from alone', () => {
  const before = Object.freeze({
    state: 'submitted',
    title: 'kept',
    history: [{ from: 'draft', to: 'submitted', at: '2031-01-01T00:00:00Z', by: 'ilka' }],
  });

  const next = passed('session', before, 'waitlisted', { at: '2031-01-02T00:00:00Z', by: 'tomas', reason: 'full' });

  expect(next).toEqual({
    state: 'waitlisted',
    title: 'kept',
    history: [
      { from: 'draft', to: 'submitted', at: '2031-01-01T00:00:00Z', by: 'ilka' },
      { from: 'submitted', to: 'waitlisted', at: '2031-01-02T00:00:00Z', by: 'tomas', reason: 'full' },
    ],
  });
  expect(before.history).toHaveLength(1);
});
