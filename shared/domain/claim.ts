import * as z from 'zod';
import type { Count, DeclarationCounts } from './count.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, recordFields, revised, slug } from './record.ts';
import { limits, line } from './text.ts';
import { partialDate } from './when.ts';

/** What a printed figure counts. */
export const claimed = ['attended', 'adopted', 'signed', 'endorsed', 'people', 'members'] as const;

/** A figure that somebody printed, in their words. */
export const ClaimDraft = once(() =>
  z.strictObject({
    words: line(limits.line).meta({ description: 'The figure as it was printed.' }),
    number: z.number().positive().max(1e12),
    reads: z
      .enum(['exactly', 'over', 'about'])
      .default('exactly')
      .meta({ description: '"over 150" and "some 100" claim less than "150".' }),
    counts: z.enum(claimed),
    capacity: z
      .enum(['signatory', 'observer', 'any'])
      .optional()
      .meta({ description: 'Whose acts it counts; anybody’s when left out, signatories’ for "signed".' }),
    by: line(limits.name).optional(),
    where: z
      .url({ protocol: /^https?$/, message: 'Give a web address that begins with http:// or https://.' })
      .max(1_000)
      .optional(),
    on: partialDate().optional().meta({ description: 'When it was printed, where that is known.' }),
    note: line(1_000).optional(),
    slug: slug().optional(),
    ...originFields('claim'),
  }),
);
export type ClaimDraft = z.output<ReturnType<typeof ClaimDraft>>;

export const Claim = once(() =>
  z.object({
    ...ClaimDraft().shape,
    ...recordFields('claim'),
    about: z.string().meta({ description: 'API path of what it is about.' }),
  }),
);
export type Claim = z.output<ReturnType<typeof Claim>>;

/** Records a claim under its address. Errors: `invalid`. */
export const recordClaim = (about: string, address: string, draft: ClaimDraft): Claim => ({
  ...begun('claim', draft, draft.slug ?? address),
  about,
});

export const reviseClaim = (claim: Claim, draft: ClaimDraft): Claim => revised(ClaimDraft(), claim, draft);

/** What the records have to say about a claim. */
export interface Verdict {
  verdict: 'borne-out' | 'not-borne-out' | 'cannot-be-checked';
  /** What the records count; null where they hold no complete list. */
  recorded: number | null;
  /** For a figure that adds two kinds of act: how many of each. */
  parts?: { signatories: number; observers: number };
  /** What makes the recorded number incomparable, in the words of the count: a basis, a missing figure. */
  caveats: ('mixed-bases' | 'missing-figures' | 'two-different-acts')[];
}

/** What the records hold to check against; each is undefined where no complete list is at hand. */
export interface Records {
  acts?: DeclarationCounts | undefined;
  attendance?: Count | undefined;
  members?: Count | undefined;
}

const unchecked: Verdict = { verdict: 'cannot-be-checked', recorded: null, caveats: [] };

// Figures of people differ by source and year, and "about" says so itself: within a tenth counts as the same.
const tolerance = 0.1;

const bears = (claim: Pick<Claim, 'number' | 'reads' | 'counts'>, recorded: number): boolean => {
  if (claim.reads === 'over') return recorded > claim.number;
  if (claim.reads === 'about' || claim.counts === 'people')
    return Math.abs(recorded - claim.number) <= claim.number * tolerance;
  return recorded === claim.number;
};

const countFor = (claim: Pick<Claim, 'counts' | 'capacity'>, records: Records): Count | undefined => {
  if (claim.counts === 'attended') return records.attendance;
  if (claim.counts === 'members') return records.members;
  const capacity = claim.capacity ?? (claim.counts === 'signed' ? 'signatory' : 'any');
  return { signatory: records.acts?.signatories, observer: records.acts?.observers, any: records.acts?.together }[
    capacity
  ];
};

/** Sets a claim against the records: borne out, not borne out, or not checkable for want of a complete list. */
export const checkClaim = (
  claim: Pick<Claim, 'number' | 'reads' | 'counts' | 'capacity'>,
  records: Records,
): Verdict => {
  const count = countFor(claim, records);
  if (!count) return unchecked;
  const recorded = claim.counts === 'people' ? count.people.total : count.organizations;
  const both =
    count === records.acts?.together &&
    count.organizations > 0 &&
    records.acts.signatories.organizations > 0 &&
    records.acts.observers.organizations > 0;
  return {
    verdict: bears(claim, recorded) ? 'borne-out' : 'not-borne-out',
    recorded,
    ...(both && records.acts ? { parts: partsOf(claim, records.acts) } : {}),
    caveats: [
      ...(both ? (['two-different-acts'] as const) : []),
      ...(claim.counts === 'people' && count.people.mixedBases ? (['mixed-bases'] as const) : []),
      ...(claim.counts === 'people' && count.people.missing.length > 0 ? (['missing-figures'] as const) : []),
    ],
  };
};

const partsOf = (
  { counts }: Pick<Claim, 'counts'>,
  { signatories, observers }: DeclarationCounts,
): { signatories: number; observers: number } =>
  counts === 'people'
    ? { signatories: signatories.people.total, observers: observers.people.total }
    : { signatories: signatories.organizations, observers: observers.organizations };
