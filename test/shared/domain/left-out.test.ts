import { describe, expect, test } from 'vitest';
import { leaveOut } from '../../../shared/domain/left-out.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import type { Paragraph } from '../../../shared/domain/paragraph.ts';
import { refusal } from '../../refusal.ts';

const declaration = { summit: 'arvenne', slug: 'appeal', batch: 'b1' };
const outcome = (slug: string): Outcome =>
  ({
    summit: 'arvenne',
    session: 'a-1',
    slug,
    state: 'filed',
    type: 'ask',
    text: { en: 'to act' },
  }) as unknown as Outcome;
const filed = new Map(['1', '2'].map((slug) => [`a-1/${slug}`, outcome(slug)]));
const paragraph = {
  slug: 'p1',
  sources: [{ kind: 'outcome', session: 'a-1', outcome: '1', version: 1, relation: 'verbatim' }],
  points: [],
} as unknown as Paragraph;

describe('an outcome that a text does not carry', () => {
  test('has a reason, to be read from its side', () => {
    const left = leaveOut({ declaration, paragraphs: [] }, { outcomes: ['a-1/2'], reason: 'Said elsewhere.' }, filed);

    expect(left).toEqual([
      {
        version: 1,
        summit: 'arvenne',
        declaration: 'appeal',
        batch: 'b1',
        session: 'a-1',
        outcome: '2',
        reason: 'Said elsewhere.',
      },
    ]);
  });

  test('is filed, is named once, and stands nowhere in the text', () => {
    const refused = refusal(() =>
      leaveOut(
        { declaration, paragraphs: [paragraph] },
        { outcomes: ['a-1/1', 'a-1/2', 'a-1/2', 'a-1/9'], reason: 'No.' },
        filed,
      ),
    );

    expect(refused).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/outcomes/0' }, { pointer: '/outcomes/2' }, { pointer: '/outcomes/3' }],
    });
  });

  test('of a paragraph that is gone, may be left out', () => {
    const gone = { ...paragraph, gone: { at: '2031-03-01T09:00:00Z', by: 'amira', reason: 'Cut.' } };

    expect(leaveOut({ declaration, paragraphs: [gone] }, { outcomes: ['a-1/1'], reason: 'No.' }, filed)).toHaveLength(
      1,
    );
  });
});
