import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerLine, isMailbox } from '../../../shared/domain/header.ts';
import { runs } from '../../counts.ts';

describe('a line of a header', () => {
  test.each([
    ['A\r\nBcc: x@example.org', 'A Bcc: x@example.org'],
    ['A\nBcc: x@example.org', 'A Bcc: x@example.org'],
    ['A\u0085B\u2028C\u2029D\u000bE\u000cF\u0000G', 'A B C D E F G'],
    ['  Arvenne \t City  ', 'Arvenne City'],
    ['Ar\u202evenne', 'Ar venne'],
    ['مدينة أرفين', 'مدينة أرفين'],
  ])('%j becomes %j', (words, line) => {
    expect(headerLine(words)).toBe(line);
  });

  test('is cut where it is too long, between characters', () => {
    expect(headerLine('🏙'.repeat(300))).toBe(`${'🏙'.repeat(199)}…`);
  });

  test('never begins another one, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
        const line = headerLine(words);
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u);
        expect(Array.from(line).length).toBeLessThanOrEqual(200);
      }),
      runs(100, 2_000),
    );
  });
});

describe('an address', () => {
  test.each(['lina@example.org', 'lina.okafor+desk@mail.example.org', 'o’hara@example.org'.replace('’', "'")])(
    '%s is one',
    (address) => expect(isMailbox(address)).toBe(true),
  );

  test.each([
    'lina@example.org\r\nBcc: x@example.org',
    'lina@example.org, x@example.org',
    'Lina <lina@example.org>',
    'lina@example.org;x@example.org',
    'lina @example.org',
    '"lina"@example.org',
    'lina@example.org\u0000',
    'lina@',
    '@example.org',
    '',
    `${'a'.repeat(250)}@example.org`,
  ])('%j is none', (address) => {
    expect(isMailbox(address)).toBe(false);
  });
});
