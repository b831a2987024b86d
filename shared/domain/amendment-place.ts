import { type Amendment, inserts, saidThere } from './amendment.ts';
import { inOrder, type Paragraph } from './paragraph.ts';

/** Where an amendment stands in today's text: at a paragraph, or between two. */
export interface Place {
  /** The paragraph that it changes; none where it inserts one, or where its paragraph is gone. */
  paragraph: string | null;
  part: Paragraph['part'];
  /** The paragraph after which it stands, within that part; none at its beginning. */
  after: string | null;
}

/** What became of the paragraph that it was made to. */
export type Displacement = 'merged' | 'split' | 'removed';

/** Where an amendment stands, and the paragraphs that its words may be found in, the likeliest first. */
export interface Located {
  place: Place;
  candidates: Paragraph[];
  because?: Displacement | undefined;
}

type Standing = Pick<Paragraph, 'part' | 'order' | 'slug'>;

const isStanding = ({ gone }: Paragraph): boolean => gone === undefined;

/** Where a paragraph went: itself, or the one that it was merged into, however often; undefined when it was taken out. */
const wentTo = (bySlug: ReadonlyMap<string, Paragraph>, slug: string): Paragraph | undefined => {
  const met = new Set<string>();
  let at = bySlug.get(slug);
  while (at?.gone && !met.has(at.slug)) {
    met.add(at.slug);
    at = at.gone.into === undefined ? undefined : bySlug.get(at.gone.into);
  }
  return at?.gone ? undefined : at;
};

const lastBefore = (text: readonly Paragraph[], { part, order, slug }: Standing): string | null =>
  text.filter((one) => one.part === part && inOrder(one, { part, order, slug } as Paragraph) < 0).at(-1)?.slug ?? null;

// What was split off a paragraph stands right behind it. What followed already when the amendment was made was no part of it.
const lastPartOf = (text: readonly Paragraph[], anchor: Paragraph, next: string | undefined): Paragraph => {
  const family = new Set([anchor.slug]);
  let last = anchor;
  for (const one of text.slice(text.indexOf(anchor) + 1)) {
    if (one.slug === next || one.part !== anchor.part || !one.parents?.some((parent) => family.has(parent))) break;
    family.add(one.slug);
    last = one;
  }
  return last;
};

const splitFrom = (text: readonly Paragraph[], slugs: readonly string[]): Paragraph[] => {
  const family = new Set(slugs);
  for (let before = -1; before !== family.size;) {
    before = family.size;
    for (const { slug, parents } of text) if (parents?.some((parent) => family.has(parent))) family.add(slug);
  }
  return text.filter(({ slug }) => family.has(slug) && !slugs.includes(slug));
};

const removedFrom = (amendment: Amendment, text: readonly Paragraph[], gone: Paragraph | undefined): Located => {
  const { slug, part, order } = gone ?? { ...amendment.base, slug: amendment.paragraph };
  return {
    place: { paragraph: null, part, after: lastBefore(text, { part, order, slug }) },
    candidates: [],
    because: 'removed',
  };
};

const besides = (amendment: Amendment, text: readonly Paragraph[], anchor: Paragraph): Located => {
  const { part, slug } = anchor;
  const isMerged = slug !== amendment.paragraph;
  const last = amendment.kind === 'insert-after' ? lastPartOf(text, anchor, amendment.base.next) : anchor;
  const because = isMerged ? 'merged' : last === anchor ? undefined : 'split';
  const after = amendment.kind === 'insert-after' ? last.slug : lastBefore(text, anchor);
  return { place: { paragraph: null, part, after }, candidates: [], because };
};

/** Where a paragraph stands that holds a point by its id: points keep theirs when paragraphs are merged and split. */
const holding = (candidates: readonly Paragraph[], { point }: Amendment): Paragraph[] =>
  point === undefined ? [...candidates] : candidates.filter(({ points }) => points.some(({ id }) => id === point));

/**
 * Where an amendment stands in a text, whatever became of its paragraph: what was merged is found where it went, what was split in its parts, and
 * what was removed where it had stood. `paragraphs` are all of them, those that are gone too. There always is a place.
 */
export const locate = (amendment: Amendment, paragraphs: readonly Paragraph[]): Located => {
  const text = paragraphs.filter(isStanding).toSorted(inOrder);
  const bySlug = new Map(paragraphs.map((paragraph) => [paragraph.slug, paragraph]));
  const anchor = wentTo(bySlug, amendment.paragraph);
  if (inserts(amendment))
    return anchor ? besides(amendment, text, anchor) : removedFrom(amendment, text, bySlug.get(amendment.paragraph));
  const parts = splitFrom(text, [amendment.paragraph, ...(anchor ? [anchor.slug] : [])]);
  const candidates = holding([...(anchor ? [anchor] : []), ...parts], amendment);
  const first = candidates[0];
  if (!first) return removedFrom(amendment, text, anchor ?? bySlug.get(amendment.paragraph));
  const because =
    first.slug === amendment.paragraph ? undefined : anchor?.slug === amendment.paragraph ? 'split' : 'merged';
  return { place: placeOf(text, first), candidates, because };
};

/** The place of a paragraph of the text. */
export const placeOf = (text: readonly Paragraph[], paragraph: Paragraph): Place => ({
  paragraph: paragraph.slug,
  part: paragraph.part,
  after: lastBefore(text, paragraph),
});

/** What the amended words say today in a paragraph. */
export const todayIn = (amendment: Amendment, paragraph: Paragraph): string =>
  saidThere(paragraph, amendment, amendment.language) ?? '';
