import { type Amendment, inserts, removesWhole } from './amendment.ts';
import { type Displacement, type Located, locate, type Place, placeOf, todayIn } from './amendment-place.ts';
import type { Paragraph } from './paragraph.ts';
import { type Collision, meetAnywhere, type Merged, mergeWords, type Stretch, stretches } from './three-way.ts';

/** How an open amendment stands in today's text: nothing of it is stored, so that no decision on another one has to touch it. */
export interface Stands {
  as: 'as-proposed' | 'rebased' | 'collides' | 'displaced';
  place: Place;
  because?: Displacement | undefined;
  /** What the paragraph or point, or an inserted paragraph, would say if it were accepted now; nothing where it would be removed. */
  words?: string | undefined;
  /** Which words it and today's text changed differently. */
  collisions?: Collision[] | undefined;
}

/** What it would make of the words that it was made against. */
const proposedWords = ({ words, language }: Amendment): string => words?.[language] ?? '';

// What was merged as it was is taken out as it is.
const without = ({ base }: Amendment, today: string): string | undefined => {
  const [before, after, ...more] = base.words === '' ? [] : today.split(base.words);
  return before === undefined || after === undefined || more.length > 0
    ? undefined
    : [before.trim(), after.trim()].filter((rest) => rest !== '').join(' ');
};

const merging = (amendment: Amendment, today: string, because: Displacement | undefined): Merged => {
  const rest = removesWhole(amendment) && because ? without(amendment, today) : undefined;
  return rest === undefined
    ? mergeWords(amendment.base.words, proposedWords(amendment), today, amendment.language)
    : { words: rest };
};

/** How it stands in a paragraph that it may have gone to. */
const inParagraph = (
  amendment: Amendment,
  text: readonly Paragraph[],
  paragraph: Paragraph,
  { because }: Pick<Located, 'because'>,
): Stands => {
  const today = todayIn(amendment, paragraph);
  const place = placeOf(text, paragraph);
  // What was merged into a paragraph with points cannot be taken out of it again word by word.
  const isEntangled = removesWhole(amendment) && because !== undefined && paragraph.points.length > 0;
  const merged = isEntangled
    ? { collisions: [{ base: amendment.base.words, today, proposed: '' }] }
    : merging(amendment, today, because);
  if ('collisions' in merged)
    return { as: because ? 'displaced' : 'collides', place, because, collisions: merged.collisions };
  const as = because ? 'displaced' : today === amendment.base.words ? 'as-proposed' : 'rebased';
  return { as, place, because, words: merged.words };
};

/** How an amendment stands in a text; `paragraphs` are all of them, those that are gone too. */
export const standsIn = (amendment: Amendment, paragraphs: readonly Paragraph[]): Stands => {
  const { place, candidates, because } = locate(amendment, paragraphs);
  const text = paragraphs.filter(({ gone }) => gone === undefined);
  if (inserts(amendment))
    return { as: because ? 'displaced' : 'as-proposed', place, because, words: proposedWords(amendment) };
  const [likeliest, ...others] = candidates;
  if (!likeliest) return { as: 'displaced', place, because };
  const first = inParagraph(amendment, text, likeliest, { because });
  if (first.words !== undefined) return first;
  // Where its paragraph was split, its words may stand in the other part.
  const elsewhere = others
    .map((paragraph) => ({
      paragraph,
      stands: inParagraph(amendment, text, paragraph, { because: because ?? 'split' }),
    }))
    .find(({ paragraph, stands: { words } }) => words !== undefined && words !== todayIn(amendment, paragraph));
  return elsewhere?.stands ?? first;
};

interface Touching {
  amendment: Amendment;
  stands: Stands;
  /** What it changes of today's words; nothing where it does not fit on them any more. */
  today: Stretch[] | undefined;
  /** What it changes of the words that it was made against. */
  base: Stretch[];
}

const touching = (amendment: Amendment, stands: Stands, paragraph: Paragraph | undefined): Touching => {
  const { language, base } = amendment;
  const today =
    paragraph && stands.words !== undefined
      ? stretches(todayIn(amendment, paragraph), stands.words, language)
      : undefined;
  return { amendment, stands, today, base: stretches(base.words, proposedWords(amendment), language) };
};

// One takes away what the other changes, or both change the same words. Of words that neither fits on, nobody can tell: they are shown as colliding.
const collide = (a: Touching, b: Touching): boolean => {
  const [one, other] = [a.amendment, b.amendment];
  if (removesWhole(one) || removesWhole(other)) return removesWhole(one) !== removesWhole(other);
  if (one.point !== other.point) return false;
  if (a.today && b.today) return meetAnywhere(a.today, b.today);
  return one.base.words === other.base.words ? meetAnywhere(a.base, b.base) : true;
};

/** An open amendment with how it stands, and the other open ones that cannot be accepted beside it. */
export interface Standing {
  amendment: Amendment;
  stands: Stands;
  collidesWith: string[];
}

const inOnePlace = (all: readonly Touching[]): Map<string, Touching[]> => {
  const places = new Map<string, Touching[]>();
  for (const one of all) {
    const at = one.stands.place.paragraph;
    if (at !== null) places.set(at, [...(places.get(at) ?? []), one]);
  }
  return places;
};

/**
 * How the open ones among these amendments stand in a text, and which of them collide: those that change the same words, or take away what another
 * one changes. Paragraphs inserted at one place stand beside each other and do not collide.
 */
export const standings = (
  amendments: readonly Amendment[],
  paragraphs: readonly Paragraph[],
): Map<string, Standing> => {
  const bySlug = new Map(paragraphs.map((paragraph) => [paragraph.slug, paragraph]));
  const open = amendments
    .filter(({ state }) => state === 'proposed')
    .map((amendment) => {
      const stands = standsIn(amendment, paragraphs);
      return touching(amendment, stands, bySlug.get(stands.place.paragraph ?? ''));
    });
  const places = inOnePlace(open);
  return new Map(
    open.map((one) => {
      const beside = places.get(one.stands.place.paragraph ?? '') ?? [];
      const collidesWith = beside.filter((other) => other !== one && collide(one, other));
      const { amendment, stands } = one;
      return [amendment.slug, { amendment, stands, collidesWith: collidesWith.map(({ amendment: { slug } }) => slug) }];
    }),
  );
};
