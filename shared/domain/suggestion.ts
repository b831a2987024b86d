import * as z from 'zod';
import { likenesses } from './identity.ts';
import { firstState } from './lifecycle.ts';
import { once } from './once.ts';
import { madeSlug, recordFields, slug } from './record.ts';
import { bySlug } from './slug.ts';

/** That two people may be one, for an organizer to judge. */
export const Suggestion = once(() =>
  z.object({
    ...recordFields('suggestion'),
    slug: madeSlug(),
    summit: slug(),
    people: z.array(z.string()).meta({ description: 'The ids of the two.' }),
    why: z.array(z.enum(likenesses)).meta({ description: 'What is the same of both.' }),
    kept: z.string().optional().meta({ description: 'Who remained, of those that were merged.' }),
  }),
);
export type Suggestion = z.output<ReturnType<typeof Suggestion>>;

/** The name of a pair, whichever of the two comes first. */
export const pairOf = (one: string, other: string): [string, string] =>
  bySlug(one, other) < 0 ? [one, other] : [other, one];

/** Suggests that two people are one. */
export const suggest = (summit: string, one: string, other: string, why: Suggestion['why']): Suggestion => {
  const people = pairOf(one, other);
  return { slug: people.join('-'), summit, people, why, version: 1, state: firstState('suggestion') };
};

/** Whom an organizer keeps. */
export const MergeDraft = once(() =>
  z.strictObject({ keep: z.string().max(40).meta({ description: 'The id of the one that remains.' }) }),
);
export type MergeDraft = z.output<ReturnType<typeof MergeDraft>>;
