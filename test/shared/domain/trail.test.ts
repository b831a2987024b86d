import { describe, expect, test } from 'vitest';
import { digest } from '../../../shared/domain/digest.ts';
import { chainFor, difference, peopleIn, readBody, whoHas } from '../../../shared/domain/trail.ts';
import { aSession, aSummit } from '../../builders.ts';
import { aClaim, aContact, anOrganization, aPanelist, aPerson, aRoom } from '../../records.ts';

describe('the chain of a deed', () => {
  test.each([
    ['a summit', [{ type: 'summit', after: aSummit() }], 'summit:arvenne-2031'],
    ['what belongs to a summit', [{ type: 'room', before: aRoom() }], 'summit:arvenne-2031'],
    ['a claim about a declaration', [{ type: 'claim', after: aClaim() }], 'summit:arvenne-2031'],
    [
      'a claim about an organization',
      [{ type: 'claim', after: aClaim({ about: '/api/v1/organizations/a' }) }],
      'platform',
    ],
    ['an organization', [{ type: 'organization', after: anOrganization() }], 'platform'],
    [
      'somebody, with their place in one summit',
      [
        { type: 'person', after: aPerson() },
        { type: 'panelist', after: aPanelist() },
      ],
      'summit:arvenne-2031',
    ],
    [
      'places in two summits',
      [
        { type: 'panelist', after: aPanelist() },
        { type: 'panelist', after: aPanelist({ summit: 'belmora-2032' }) },
      ],
      'platform',
    ],
  ])('on %s', (_, changed, chain) => {
    expect(chainFor(changed)).toBe(chain);
  });
});

test('a record holds the data of whom it is about, before and after', () => {
  expect(peopleIn({ type: 'person', after: aPerson() })).toEqual(['ilka']);
  expect(peopleIn({ type: 'contact', before: aContact(), after: aContact() })).toEqual(['ilka']);
  expect(peopleIn({ type: 'panelist', before: aPanelist(), after: aPanelist({ person: 'jonas' }) })).toEqual([
    'ilka',
    'jonas',
  ]);
  expect(peopleIn({ type: 'session', after: aSession() })).toEqual([]);
  const role = { email: 'edda@example.org', account: 'edda' };
  expect(peopleIn({ type: 'role', before: role, after: { account: 'edda' } })).toEqual([whoHas(digest(role.email))]);
  expect(peopleIn({ type: 'role', after: { account: 'nightly-export' } })).toEqual([]);
});

describe('what changed', () => {
  test('is the fields that differ, as they were and as they are', () => {
    const before = aRoom({ capacity: 120, name: { en: 'Quay Hall', fr: 'Salle du Quai' } });
    const { capacity: _, ...after } = aRoom({
      version: 2,
      name: { fr: 'Salle du Quai', en: 'Quay Hall' },
      parallel: 2,
    });

    expect(difference({ type: 'room', before, after })).toEqual({
      before: { capacity: 120, parallel: 1 },
      after: { parallel: 2 },
    });
  });

  test('of a new or a removed record is all of it, without the version', () => {
    const { version: _, ...fields } = aRoom();

    expect(difference({ type: 'room', after: aRoom() })).toEqual({ after: fields });
    expect(difference({ type: 'room', before: aRoom({ version: 7 }) })).toEqual({ before: fields });
  });

  test('is nothing where a change changes nothing', () => {
    expect(difference({ type: 'room', before: aRoom(), after: aRoom({ version: 2 }) })).toEqual({
      before: {},
      after: {},
    });
  });

  test('is read as it lies, or as erased', () => {
    expect(readBody({ salt: 's', text: '{"after":{"capacity":120}}' })).toEqual({
      salt: 's',
      after: { capacity: 120 },
    });
    expect(readBody({ erased: { at: '2031-03-01T09:00:00Z', request: 'r' } })).toEqual({
      erased: '2031-03-01T09:00:00Z',
    });
    expect(readBody(undefined)).toEqual({});
  });
});
