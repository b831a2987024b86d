import { expect, test } from 'vitest';
import { numbered } from '../../../shared/domain/paragraph.ts';
import { aParagraph } from '../../builders.ts';

test('operative paragraphs are numbered through, and the preamble comes first without numbers', () => {
  const paragraphs = [
    aParagraph({ slug: 'p4', order: 4 }),
    aParagraph({ slug: 'p1', order: 3, part: 'preamble', opening: 'recalling' }),
    aParagraph({ slug: 'p3', order: 2 }),
    aParagraph({ slug: 'p0', order: 0, part: 'preamble', opening: 'recalling' }),
  ];

  expect(numbered(paragraphs).map(({ slug, number }) => [slug, number])).toEqual([
    ['p0', null],
    ['p1', null],
    ['p3', 1],
    ['p4', 2],
  ]);
});
