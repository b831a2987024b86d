import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityOf, likenessesOf, sameName } from '../../../shared/domain/identity.ts';
import { runs } from '../../counts.ts';

const real = { name: 'Ílka Verrane', email: 'ilka@example.org', rehearsal: false };

describe('who somebody is', () => {
  test.each([
    ['case, accents and signs of the name', { ...real, name: 'ilka  VERRANE' }],
    ['case and edges of the address', { ...real, email: ' ILKA@Example.org' }],
  ])('does not depend on %s', (_, other) => {
    expect(identityOf(other)).toBe(identityOf(real));
  });

  test.each([
    ['another name at the same address', { ...real, name: 'Tomas Quell' }],
    ['another address of the same name', { ...real, email: 'verrane@example.org' }],
    ['somebody invented', { ...real, rehearsal: true }],
    ['a name in another script', { ...real, name: '伊尔卡' }],
    ['a name of signs alone', { ...real, name: '★' }],
  ])('is another with %s', (_, other) => {
    expect(identityOf(other)).not.toBe(identityOf(real));
  });

  test('is nobody without an address', () => {
    expect(identityOf({ name: 'Ilka Verrane', rehearsal: false })).toBe(undefined);
  });

  test('names of signs alone are compared as they are', () => {
    expect([sameName('★', '★'), sameName('★', '☆'), sameName('Ø. Lind', 'o lind')]).toEqual([true, false, true]);
  });

  test('is alike by name, and by address where there is one; no two parts can be taken for each other', () => {
    expect(likenessesOf(real).map(({ why }) => why)).toEqual(['name', 'address']);
    expect(likenessesOf({ ...real, email: undefined }).map(({ why }) => why)).toEqual(['name']);
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (one, other, third) => {
        const known = identityOf({ name: one, email: other, rehearsal: false });
        expect(known === identityOf({ name: one, email: `${other}${third}`, rehearsal: false })).toBe(
          other.trim().toLowerCase() === `${other}${third}`.trim().toLowerCase(),
        );
      }),
      runs(50, 1_000),
    );
  });
});
