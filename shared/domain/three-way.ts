import { diff3Merge, diffIndices } from 'node-diff3';
import { wordsOf } from './words-compared.ts';

/** Words that two changed, each in another way. */
export interface Collision {
  /** What both began from. */
  base: string;
  /** What it says today. */
  today: string;
  /** What is proposed instead. */
  proposed: string;
}

/** What became of a change that was made from other words: the words with both changes, or where the two cannot both be. */
export type Merged = { words: string } | { collisions: Collision[] };

/** A stretch of words that a change takes away, and what it puts there. */
export interface Stretch {
  from: number;
  to: number;
  by: string;
}

// How many pairs of words may be looked at: whoever writes one word a thousand times over must not keep a merge busy for minutes.
const mostPairs = 4_000_000;

const isTooMuch = (a: readonly string[], b: readonly string[]): boolean => a.length * b.length > mostPairs;

interface Block {
  ok?: string[];
  conflict?: { a: string[]; o: string[]; b: string[] };
}

const collided = (blocks: readonly Block[]): Collision[] =>
  blocks.flatMap(({ conflict }) =>
    conflict ? [{ base: conflict.o.join(''), today: conflict.a.join(''), proposed: conflict.b.join('') }] : [],
  );

/**
 * Applies to today's words a change that was made from older ones, word by word. What only one of the two changed is taken from that one; where both
 * changed the same words in different ways, they collide. Texts too long to be compared collide as a whole.
 */
export const mergeWords = (base: string, proposed: string, today: string, language: string): Merged => {
  if (today === base || today === proposed) return { words: proposed };
  if (proposed === base) return { words: today };
  const [o, a, b] = [wordsOf(base, language), wordsOf(today, language), wordsOf(proposed, language)];
  if (isTooMuch(o, a) || isTooMuch(o, b)) return { collisions: [{ base, today, proposed }] };
  const blocks = diff3Merge(a, o, b, { excludeFalseConflicts: true }) as Block[];
  const collisions = collided(blocks);
  return collisions.length > 0 ? { collisions } : { words: blocks.flatMap(({ ok }) => ok ?? []).join('') };
};

/** Which of the words a change touches, counted in words from the beginning. */
export const stretches = (from: string, to: string, language: string): Stretch[] => {
  if (from === to) return [];
  const [a, b] = [wordsOf(from, language), wordsOf(to, language)];
  if (isTooMuch(a, b)) return [{ from: 0, to: a.length, by: to }];
  return diffIndices(a, b).map(({ buffer1: [start, length], buffer2Content }) => ({
    from: start,
    to: start + length,
    by: buffer2Content.join(''),
  }));
};

const meets = (a: Stretch, b: Stretch): boolean =>
  a.from <= b.to && b.from <= a.to && !(a.from === b.from && a.to === b.to && a.by === b.by);

/** Whether two changes of the same words touch one another: they overlap, or meet, and do not say the same. */
export const meetAnywhere = (a: readonly Stretch[], b: readonly Stretch[]): boolean =>
  a.some((one) => b.some((other) => meets(one, other)));
