import { describe, expect, test } from 'vitest';
import { isKnown, tagOf, versionIn } from '../../../shared/http/tag.ts';
import { refusal } from '../../refusal.ts';

test('a tag is the version and a digest of the bytes', () => {
  expect([tagOf(3, '{}'), tagOf(3, '{ }'), tagOf(4, '{}')]).toEqual([
    '"3-44136fa355b3678a"',
    expect.not.stringMatching('"3-44136fa355b3678a"'),
    '"4-44136fa355b3678a"',
  ]);
});

describe('If-Match', () => {
  test.each([
    [undefined, undefined],
    ['*', '*'],
    [' * ', '*'],
    ['"3-44136fa355b3678a"', 3],
    ['W/"3-44136fa355b3678a"', 3],
    ['"3-0000"', 3],
    ['"3"', 3],
    ['"0-44136fa355b3678a"', 0],
  ])('%s names the version %s', (header, version) => {
    expect(versionIn(header)).toBe(version);
  });

  test.each([
    '3',
    '""',
    '"x"',
    '"3-xyz"',
    '"-1"',
    '"3.5"',
    "'3'",
    'w/"3"',
    '"9999999999999999"',
    '"1", "2"',
    '"3" '.repeat(2),
  ])('%s names no version that a record had', (header) => {
    expect(refusal(() => versionIn(header)).code).toBe('stale');
  });
});

describe('If-None-Match', () => {
  const tag = '"3-44136fa355b3678a"';

  test.each([tag, `W/${tag}`, `"1-0", ${tag}`, `"1-0",W/${tag}`, '*'])('%s knows it', (header) => {
    expect(isKnown(header, tag)).toBe(true);
  });

  test.each([undefined, '', '"3"', '"3-0000"', '"4-44136fa355b3678a"', '3-44136fa355b3678a'])(
    '%s does not',
    (header) => {
      expect(isKnown(header, tag)).toBe(false);
    },
  );
});
