import { describe, expect, test } from 'vitest';
import { type Consent, ConsentDraft, isNamed, isWithheld, stated, withdrawn } from '../../../shared/domain/consent.ts';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import { sourcesWithout } from '../../../shared/domain/origin.ts';
import { issues, refusal } from '../../refusal.ts';

const given = { by: 'bearer', on: '2031-01-15', how: 'By mail.' } as const;
const doing = { at: '2031-03-01T09:00:00Z', by: 'amira' };
const about = { person: 'ilka', to: { summit: 'arvenne-2031', session: 'a-1', panelist: 'seat-1' } };
const first: Consent = stated(undefined, about, 'given', given, doing);

describe('what somebody says about being named', () => {
  test('is a record of its own, by the place that it is about', () => {
    expect(first).toEqual({
      ...given,
      person: 'ilka',
      summit: 'arvenne-2031',
      session: 'a-1',
      slug: 'seat-1',
      state: 'given',
      version: 1,
    });
  });

  test('said again is renewed by who says it last, and no passage', () => {
    const again = stated(first, about, 'given', { by: 'office', office: 'Office', on: '2031-02' }, doing);

    const { how: _, ...rest } = first;
    expect(again).toEqual({ ...rest, by: 'office', office: 'Office', on: '2031-02' });
  });

  test('refused after a consent withdraws it, and given again stands', () => {
    const refused = stated(first, about, 'refused', given, doing);
    const back = stated(refused, about, 'given', given, doing);

    expect([refused.state, back.state, back.history?.length]).toEqual(['withdrawn', 'given', 2]);
    expect(stated(undefined, about, 'refused', given, doing).state).toBe('refused');
    expect(refusal(() => withdrawn(refused, doing)).code).toBe('wrong-state');
  });

  test('names what it is about and who says so', () => {
    expect(issues(ConsentDraft(), { of: 'everything', by: 'clerk' }).map(({ pointer }) => pointer)).toEqual([
      '/by',
      '/of',
    ]);
  });
});

describe('whether a name may be shown', () => {
  const states = [undefined, ...statesOf('consent')];
  const by = (origin: 'held' | 'reported', more: { unnamed?: boolean; withheld?: boolean } = {}) =>
    states
      .filter((state) => isNamed({ origin, ...more }, { consent: state && { state }, withheld: more.withheld }))
      .map((state) => state ?? 'nothing said');

  test('held here: with a consent that stands; reported: unless somebody is against it', () => {
    expect(by('held')).toEqual(['given']);
    expect(by('reported')).toEqual(['nothing said', 'given']);
  });

  test('never of who is at risk, nor of who does not want to be named anywhere', () => {
    for (const origin of ['held', 'reported'] as const)
      expect([by(origin, { unnamed: true }), by(origin, { withheld: true })]).toEqual([[], []]);
  });

  test('a refusal of the name, or an objection to what was reported, counts everywhere; that of a place does not', () => {
    const withheld = (slug: string) => states.filter((state) => state && isWithheld([{ slug, state }]));
    expect([withheld('name'), withheld('reported'), withheld('seat-1')]).toEqual([
      ['withdrawn', 'refused'],
      ['withdrawn', 'refused'],
      [],
    ]);
  });
});

describe('sources without the name', () => {
  const source = { facts: ['role', 'printedName'], citation: 'Gazette', how: 'printed' as const };

  test('say what else they give, and nothing that they print', () => {
    expect(sourcesWithout([{ ...source, says: 'Ilka spoke.', note: 'Ilka.' }], 'Ilka Verrane')).toEqual([
      { ...source, facts: ['role'] },
    ]);
  });

  test.each([
    ['of a citation', { citation: 'Interview with Ílka VERRANE' }],
    ['of an address', { url: 'https://gazette.example/2031/ilka-verrane' }],
    ['of nothing else', { facts: ['printedName', 'person'] }],
  ])('are left out because %s', (_, more) => {
    expect(sourcesWithout([{ ...source, ...more }], 'Ilka Verrane')).toEqual([]);
  });
});
