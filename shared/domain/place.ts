import { DomainError } from './error.ts';
import { inOrder, type Paragraph } from './paragraph.ts';

/** Where a paragraph is put: before or after another one, or at the end of a part. */
export interface Place {
  part?: Paragraph['part'] | undefined;
  before?: string | undefined;
  after?: string | undefined;
}

/** The order that a paragraph gets, and that of the few others that make room for it. */
export interface Placed {
  part: Paragraph['part'];
  order: number;
  pushed: { paragraph: Paragraph; order: number }[];
}

// Two real numbers nearer than this have no room between them that is worth keeping.
const nearest = 1e-9;
// What room is made: enough to insert twenty times at the same place before it is made again.
const roomy = 1e-3;
/** How many paragraphs at most are moved up to make room for one. */
const mostPushed = 40;

const between = (low: number | undefined, high: number | undefined): number | undefined => {
  if (low === undefined) return high === undefined ? 0 : high - 1;
  if (high === undefined) return low + 1;
  return high - low > nearest ? low + (high - low) / 2 : undefined;
};

/** The step by which so many fit between two orders; where nothing follows, a whole one. */
const stepFor = (low: number, high: number | undefined, many: number): number =>
  high === undefined ? 1 : (high - low) / (many + 1);

/** Spreads whatever follows as far as is needed: the fewest that give room, else those that give most. */
const pushing = (low: number, following: readonly Paragraph[]): { step: number; many: number } => {
  let best = { step: 0, many: 0 };
  for (let many = 1; many <= Math.min(mostPushed, following.length); many += 1) {
    const step = stepFor(low, following[many]?.order, many + 1);
    if (step > best.step) best = { step, many };
    if (step >= roomy) return best;
  }
  if (best.step <= nearest)
    throw new DomainError(
      'too-many-at-once',
      'There is no room here: put the paragraph at another place, and move it later.',
    );
  return best;
};

/**
 * The place behind `previous` and before whatever follows it: the middle between the two. Where they stand at the same place, or too near, the few
 * that follow are spread; nobody else's place changes.
 */
const behind = (previous: Paragraph | undefined, following: readonly Paragraph[]): Omit<Placed, 'part'> => {
  const middle = between(previous?.order, following[0]?.order);
  if (middle !== undefined) return { order: middle, pushed: [] };
  const low = previous?.order ?? 0;
  const { step, many } = pushing(low, following);
  return {
    order: low + step,
    pushed: following.slice(0, many).map((paragraph, at) => ({ paragraph, order: low + step * (at + 2) })),
  };
};

/**
 * Puts a paragraph among the others; `paragraphs` is the standing text without it. Undefined where the neighbour that is named does not stand in it.
 * Errors: `too-many-at-once`.
 */
export const placed = (paragraphs: readonly Paragraph[], { part, before, after }: Place): Placed | undefined => {
  const neighbour = before ?? after;
  const beside = neighbour === undefined ? undefined : paragraphs.find(({ slug }) => slug === neighbour);
  if (neighbour !== undefined && !beside) return undefined;
  const where = beside?.part ?? part ?? 'operative';
  const there = paragraphs.filter((one) => one.part === where).toSorted(inOrder);
  const at = beside ? there.indexOf(beside) + (before === undefined ? 1 : 0) : there.length;
  return { part: where, ...behind(there[at - 1], there.slice(at)) };
};
