import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accounted, carriagesBy, standingOfLink } from '../../../shared/domain/carriage.ts';
import {
  type Draft,
  type Edit,
  edited,
  inserted,
  merged,
  mergedWith,
  moved,
  removed,
  resourced,
  reworded,
  split,
  standingIn,
} from '../../../shared/domain/edit.ts';
import { inOrder, type Paragraph } from '../../../shared/domain/paragraph.ts';
import { sourceName, sourcesOf } from '../../../shared/domain/source.ts';
import { compareTexts, partsOf } from '../../../shared/domain/text-compared.ts';
import { saidIn } from '../../../shared/domain/words-compared.ts';
import { runs } from '../../counts.ts';
import { aDeclaration, aParagraph, aSource } from '../../builders.ts';
import { wrongFields } from '../../refusal.ts';

// Any sequence of edits, on a pure model of the text.

type Wish = { kind: string; nth: number; other: number; outcome: number; words: string };
const wish = fc.record({
  kind: fc.constantFrom('insert', 'reword', 'split', 'merge', 'move', 'remove', 'add', 'drop'),
  nth: fc.nat(30),
  other: fc.nat(30),
  outcome: fc.integer({ min: 1, max: 6 }),
  words: fc
    .array(fc.constantFrom('rivers', 'quays', 'are', 'lit', 'and', 'counted'), { minLength: 1, maxLength: 6 })
    .map((some) => some.join(' ')),
});

const begin = (): Draft => ({
  declaration: aDeclaration(),
  paragraphs: [1, 2, 3].map((nth) => aParagraph({ slug: `p${nth}`, order: nth, sources: [aSource(String(nth))] })),
});

/** What a drafter wants, as far as it can be done; a refusal changes nothing. */
const edits = (draft: Draft, { kind, nth, other, outcome, words }: Wish, newId: () => string): Edit[] => {
  const doing = { at: '2031-03-01T09:00:00Z', by: 'noor' };
  const by = { doing, newId };
  const standing = standingIn(draft).toSorted(inOrder);
  const at = standing[nth % standing.length];
  const beside = standing[other % standing.length];
  const wording = { opening: 'recommend' as const, text: { en: words }, addressees: [], points: [], footnotes: [] };
  if (kind === 'insert' || !at || !beside)
    return inserted(draft, { ...wording, after: at?.slug, sources: [aSource(String(outcome), 'derived')] }, by);
  if (kind === 'reword') return [reworded(draft, at, wording, by)];
  if (kind === 'split') return split(draft, at, [wording, { ...wording, text: { en: `${words}, too` } }], by);
  if (kind === 'merge') return at === beside ? [] : merged(draft, at, [beside], wording, by);
  if (kind === 'move') return at === beside ? [] : moved(draft, at, { before: beside.slug }, by);
  if (kind === 'remove') return standing.length > 1 ? [removed(at, `No ${words}.`, by)] : [];
  const named = aSource(String(outcome), 'derived');
  const has = sourcesOf(at).some(({ source }) => sourceName(source) === sourceName(named));
  if (kind === 'add') return has ? [] : [resourced(draft, at, { add: [{ source: named }], drop: [] }, by)];
  return has && at.sources.length > 1
    ? [resourced(draft, at, { add: [], drop: [{ source: named, reason: `No ${words}.` }] }, by)]
    : [];
};

const after = (draft: Draft, wishes: readonly Wish[], newId: () => string): Draft =>
  wishes.reduce((text, one) => edited(text, edits(text, one, newId)), draft);

const ids = (): (() => string) => {
  let count = 0;
  return () => `n${(count += 1)}`;
};

const applied = (
  old: readonly Paragraph[],
  compared: ReturnType<typeof compareTexts>,
): [string, Map<string, string>][] => {
  const was = new Map(old.map((one) => [one.slug, partsOf(one, 'en')]));
  return compared.flatMap(({ paragraph, change, parts }): [string, Map<string, string>][] => {
    const said = new Map(was.get(paragraph));
    for (const { pointer, runs: all } of parts) {
      expect(saidIn('old', all)).toBe(said.get(pointer) ?? '');
      const now = saidIn('new', all);
      if (now === '') said.delete(pointer);
      else said.set(pointer, now);
    }
    return change === 'removed' ? [] : [[paragraph, said]];
  });
};

const sorted = (all: readonly [string, Map<string, string>][]): unknown =>
  all.map(([id, parts]) => [id, [...parts].sort(([a], [b]) => (a < b ? -1 : 1))]);

describe('any sequence of edits', () => {
  test('keeps ids unique, and sources readable both ways', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const { paragraphs } = after(begin(), wishes, ids());

        const names = paragraphs.map(({ slug }) => slug);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toEqual(expect.arrayContaining(['p1', 'p2', 'p3']));
        const { leftOut } = accounted(paragraphs, []);
        const standing = new Set(
          standingIn({ paragraphs }).flatMap((one) => sourcesOf(one).map(({ source }) => sourceName(source))),
        );
        // Every link leads to a paragraph that says how it stands, and every outcome stands somewhere or has its reason.
        for (const link of paragraphs.flatMap(carriagesBy)) {
          const name = `outcome ${link.session}/${link.outcome}`;
          expect(
            standingOfLink(
              paragraphs.find(({ slug }) => slug === link.paragraph),
              { name, point: link.point },
            ),
          ).toBeDefined();
          const why = leftOut.find(({ outcome }) => outcome === link.outcome);
          expect([standing.has(name), why?.reason !== undefined]).toEqual(
            standing.has(name) ? [true, false] : [false, true],
          );
        }
        for (const one of standingIn({ paragraphs })) expect(sourcesOf(one)).not.toEqual([]);
      }),
      runs(300, 1_500),
    );
  });

  test('compares so that applying the comparison to the older version gives the newer one', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 15 }), fc.array(wish, { maxLength: 15 }), (first, then) => {
        const newId = ids();
        const old = after(begin(), first, newId);
        const now = after(old, then, newId);
        const [before, later] = [standingIn(old), standingIn(now)];

        const result = applied(before, compareTexts(before, later, 'en'));

        expect(sorted(result)).toEqual(
          sorted(later.toSorted(inOrder).map((one): [string, Map<string, string>] => [one.slug, partsOf(one, 'en')])),
        );
      }),
      runs(300, 1_500),
    );
  });
});

describe('what is reworded', () => {
  const doing = { at: '2031-03-01T09:00:00Z', by: 'noor' };
  const by = { doing, newId: () => 's9' };
  const point = (id: string, text: string) => ({ id, text: { en: text }, addressees: [], sources: [aSource(id)] });
  const paragraph = aParagraph({
    sources: [aSource('1')],
    points: [point('s2', 'that ferries run'), point('s3', 'that quays are lit')],
  });
  const draft: Draft = { declaration: aDeclaration(), paragraphs: [paragraph] };
  const relationsOf = ({ after: one }: Edit): unknown[] =>
    sourcesOf(one).map(({ source }) => 'relation' in source && source.relation);
  const { opening, text, addressees, points } = paragraph;
  const same = { opening, text, addressees, points, footnotes: [] };

  test('is verbatim no more, and what stands as it was still is', () => {
    const other = reworded(draft, paragraph, { ...same, text: { en: 'that each city names two' } }, by);
    const lit = { ...point('s3', 'that no quay is dark') };
    const inPoint = reworded(draft, paragraph, { ...same, points: [point('s2', 'that ferries run'), lit] }, by);
    const themed = reworded(draft, paragraph, { ...same, theme: 'rivers' }, by);

    expect(relationsOf(other)).toEqual(['derived', 'verbatim', 'verbatim']);
    expect(relationsOf(inPoint)).toEqual(['verbatim', 'verbatim', 'derived']);
    expect(relationsOf(themed)).toEqual(['verbatim', 'verbatim', 'verbatim']);
  });
});

test('a preambular paragraph and an operative one are not merged', () => {
  const preamble = aParagraph({ slug: 'p0', part: 'preamble', opening: 'recalling', sources: [aSource('2')] });
  const operative = aParagraph({ sources: [aSource('1')] });
  const draft = { declaration: aDeclaration(), paragraphs: [preamble, operative] };

  expect(wrongFields(() => mergedWith(draft, operative, [{ paragraph: 'p0', version: 1 }]))).toEqual([
    {
      pointer: '/with/0/paragraph',
      detail: 'Name one of the same part: this paragraph stands in the part "operative", and the other does not.',
    },
  ]);
});

test('a text holds two thousand paragraphs, and one more is refused with what to do', () => {
  const paragraphs = Array.from({ length: 2_000 }, (_, nth) =>
    aParagraph({ slug: `p${nth}`, order: nth, sources: [aSource('1')] }),
  );
  const draft: Draft = { declaration: aDeclaration(), paragraphs };
  const by = { doing: { at: '2031-03-01T09:00:00Z', by: 'noor' }, newId: () => 'p2000' };
  const given = {
    opening: 'recommend' as const,
    text: { en: 'that bridges are lit' },
    addressees: [],
    points: [],
    footnotes: [],
    sources: [aSource('2')],
  };

  expect(inserted({ ...draft, paragraphs: paragraphs.slice(1) }, given, by)).toHaveLength(1);
  expect(wrongFields(() => inserted(draft, given, by))).toEqual([
    { pointer: '', detail: 'Split it into several declarations: a text holds 2000 paragraphs.' },
  ]);
});
