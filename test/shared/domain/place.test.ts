import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, type Paragraph } from '../../../shared/domain/paragraph.ts';
import { placed } from '../../../shared/domain/place.ts';
import { aParagraph } from '../../builders.ts';

const names = (paragraphs: readonly Paragraph[]): string[] => paragraphs.toSorted(inOrder).map(({ slug }) => slug);

const put = (paragraphs: readonly Paragraph[], slug: string, place: Parameters<typeof placed>[1]): Paragraph[] => {
  const found = placed(paragraphs, place);
  if (!found) throw new Error('There is no such neighbour.');
  const moved = new Map(found.pushed.map(({ paragraph, order }) => [paragraph.slug, order]));
  return [
    ...paragraphs.map((one) => ({ ...one, order: moved.get(one.slug) ?? one.order })),
    aParagraph({ slug, part: found.part, order: found.order }),
  ];
};

describe('the place of a paragraph', () => {
  const text = ['a', 'b', 'c'].map((slug, order) => aParagraph({ slug, order }));

  test('is the middle between its neighbours, and nobody moves', () => {
    expect(placed(text, { after: 'a' })).toEqual({ part: 'operative', order: 0.5, pushed: [] });
    expect(placed(text, { before: 'a' })).toEqual({ part: 'operative', order: -1, pushed: [] });
    expect(placed(text, { after: 'c' })).toEqual({ part: 'operative', order: 3, pushed: [] });
    expect(placed(text, { part: 'annex' })).toEqual({ part: 'annex', order: 0, pushed: [] });
  });

  test('beside nobody is none', () => {
    expect(placed(text, { after: 'gone' })).toBeUndefined();
  });

  test('between two that were put at the same place is made by moving the one that follows', () => {
    const tied = [...text, aParagraph({ slug: 'x', order: 0.5 }), aParagraph({ slug: 'y', order: 0.5 })];

    expect(names(tied)).toEqual(['a', 'x', 'y', 'b', 'c']);
    expect(names(put(tied, 'between', { after: 'x' }))).toEqual(['a', 'x', 'between', 'y', 'b', 'c']);
    expect(placed(tied, { after: 'x' })?.pushed.map(({ paragraph }) => paragraph.slug)).toEqual(['y']);
  });

  test('is where it was wanted, however often and wherever something is put', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 150 }), fc.boolean(), (wishes, same) => {
        let all: Paragraph[] = [aParagraph({ slug: 'p', order: 0 }), aParagraph({ slug: 'q', order: 0 })];
        let expected = ['p', 'q'];
        wishes.forEach(([nth, isBefore], at) => {
          // Always at the same place is what exhausts it.
          const index = same ? 0 : nth % expected.length;
          const beside = expected[index] ?? '';
          const slug = `n${at}`;
          all = put(all, slug, isBefore && !same ? { before: beside } : { after: beside });
          expected = expected.toSpliced(isBefore && !same ? index : index + 1, 0, slug);
          expect(names(all)).toEqual(expected);
        });
      }),
      { numRuns: 100 },
    );
  });
});
