import { describe, expect, test } from 'vitest';
import type { DomainError } from '../../../shared/domain/error.ts';
import { Rules } from '../../../shared/domain/rule.ts';
import { waiveRule } from '../../../shared/domain/waiver.ts';
import { parsed } from '../../../shared/http/body.ts';
import { trackKind } from '../../../shared/table/track.ts';
import { itemOf, recordOf } from '../../../shared/table/item.ts';
import { aSession } from '../../builders.ts';
import { aTrack } from '../../records.ts';

const faultsOf = (rules: unknown): unknown => {
  try {
    parsed(Rules(), rules);
    return 'accepted';
  } catch (error) {
    return (error as DomainError).errors;
  }
};

const oneOf =
  'Use one of: "panel-size", "moderator", "regions", "countries", "one-per-organization", "one-lead-per-organization", "tiers", "least-developed", "gender-balance".';

describe('a rule that names nothing', () => {
  test.each<[string, unknown, unknown]>([
    ['is none', [{}], [{ pointer: '/0/rule', detail: oneOf }]],
    ['is not known', [{ rule: 'beauty', level: 'warn' }], [{ pointer: '/0/rule', detail: oneOf }]],
    [
      'has no size',
      [{ rule: 'panel-size', level: 'block' }],
      [{ pointer: '/0', detail: 'Say how many people: give "min", "max" or both.' }],
    ],
    [
      'has a size that nothing has',
      [{ rule: 'panel-size', min: 5, max: 4, level: 'block' }],
      [{ pointer: '/0/max', detail: 'Let "max" be as large as "min".' }],
    ],
    [
      'asks for nothing',
      [{ rule: 'regions', least: 0, level: 'warn' }],
      [{ pointer: '/0/least', detail: 'Use at least 1.' }],
    ],
    [
      'asks for no tier',
      [{ rule: 'tiers', level: 'warn' }],
      [
        {
          pointer: '/0',
          detail: 'Say which tiers: give "least", how many different ones, or name them in "of".',
        },
      ],
    ],
    [
      'does not say what follows',
      [{ rule: 'countries', least: 2 }],
      [{ pointer: '/0/level', detail: 'Use one of: "warn", "block".' }],
    ],
    [
      'is there twice',
      [
        { rule: 'countries', least: 2, level: 'warn' },
        { rule: 'countries', least: 3, level: 'block' },
      ],
      [{ pointer: '/1/rule', detail: 'Name each rule once; "countries" is there twice.' }],
    ],
    [
      'has a field of another',
      [{ rule: 'moderator', least: 1, level: 'warn' }],
      [{ pointer: '/0/least', detail: 'Leave this field out; it is not known here.' }],
    ],
  ])('%s', (_, rules, faults) => {
    expect(faultsOf(rules)).toEqual(faults);
  });

  test('and one that is wrong are told at once', () => {
    expect(faultsOf([{}, { rule: 'regions', least: 0, level: 'never' }])).toHaveLength(3);
  });
});

test('a track of before there were rules has none', () => {
  const { rules: _, ...before } = aTrack();
  const item = { ...itemOf(trackKind, aTrack(), 'r1'), schema: 1, record: before };

  expect(recordOf(trackKind, item).rules).toEqual([]);
});

describe('a waiver', () => {
  const doing = { at: '2031-03-01T09:00:00Z', by: 'mirel' };
  const draft = { rule: 'regions', reason: 'The river has one bank.' } as const;
  const track = aTrack({ rules: [{ rule: 'regions', by: 'region', least: 2, level: 'block' }] });
  const session = aSession({ state: 'submitted', track: 'voices' });

  test('is kept with who gave it and why', () => {
    expect(waiveRule(session, track, draft, doing)).toEqual({ ...session, waivers: [{ ...draft, ...doing }] });
  });

  test.each([
    ['of a rule that the track does not have', session, aTrack(), 'invalid'],
    ['where there is no track', session, undefined, 'invalid'],
    ['given before', waiveRule(session, track, draft, doing), track, 'already-recorded'],
    ['of what is reported', aSession({ origin: 'reported' }), track, 'wrong-state'],
  ])('%s is refused', (_, of, within, code) => {
    expect(() => waiveRule(of, within, draft, doing)).toThrow(expect.objectContaining({ code }));
  });
});
