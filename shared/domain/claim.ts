import * as z from 'zod';
import { type Act, type Count, countActs, countOf, type DeclarationAct, type DeclarationCounts } from './count.ts';
import type { FieldError } from './error.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, recordFields, revised, slug } from './record.ts';
import type { Moment } from './standing.ts';
import { limits, line } from './text.ts';
import { instant, partialDate } from './when.ts';

/** What a printed figure counts. */
export const claimed = ['attended', 'adopted', 'signed', 'endorsed', 'people', 'members'] as const;

/** Which count a claim is checked against, and no other: whose acts, as of which day, as known at which instant. */
export const Bound = once(() =>
  z.strictObject({
    of: z
      .enum(['acts', 'attendance', 'members'])
      .meta({ description: 'What is counted: acts on the declaration, who attended, or the members of a network.' }),
    capacity: z.enum(['signatory', 'observer', 'any']).optional(),
    asOf: z.iso
      .date({ message: 'Give a day that exists, such as "2018-12-08".' })
      .optional()
      .meta({ description: 'By the date of the act.' }),
    knownAt: instant().optional().meta({ description: 'By the date of record.' }),
  }),
);
export type Bound = z.output<ReturnType<typeof Bound>>;

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
    count: Bound().optional().meta({
      description: 'The count that it is bound to. Without it, it is checked against what it counts, as of today.',
    }),
    paragraph: slug()
      .optional()
      .meta({ description: 'The paragraph that prints it, where the text of the declaration does.' }),
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

/** What each figure counts, where it is not bound to a count. */
const counting: Record<(typeof claimed)[number], Bound> = {
  attended: { of: 'attendance' },
  members: { of: 'members' },
  signed: { of: 'acts', capacity: 'signatory' },
  endorsed: { of: 'acts', capacity: 'any' },
  adopted: { of: 'acts', capacity: 'any' },
  people: { of: 'acts', capacity: 'any' },
};

type Figure = Pick<Claim, 'number' | 'reads' | 'counts' | 'capacity' | 'count'>;

/** The count that a claim is checked against: the one it is bound to, else the one that follows from what it counts, as of today. */
export const boundTo = ({ counts, capacity, count }: Omit<Figure, 'number' | 'reads'>): Bound => {
  if (count) return count.of === 'acts' ? { ...count, capacity: count.capacity ?? 'any' } : count;
  const usual = counting[counts];
  return usual.of === 'acts' && capacity ? { ...usual, capacity } : usual;
};

const faults = ({ counts, capacity, count, paragraph }: ClaimDraft, isAboutText: boolean): FieldError[] => {
  const errors: FieldError[] = [];
  const refuse = (pointer: string, detail: string): void => void errors.push({ pointer, detail });
  if (paragraph !== undefined && !isAboutText) refuse('/paragraph', 'Leave it out: only a declaration has paragraphs.');
  if (!count) return errors;
  const usual = counting[counts].of;
  if (counts !== 'people' && count.of !== usual)
    refuse('/count/of', `Bind it to "${usual}": that is what "${counts}" counts.`);
  if (capacity !== undefined)
    refuse('/capacity', 'Leave it out here: the count that the claim is bound to names the capacity.');
  if (count.of !== 'acts' && count.capacity !== undefined)
    refuse('/count/capacity', 'Leave it out: only acts on a declaration have these capacities.');
  if (count.of !== 'acts' && count.knownAt !== undefined)
    refuse('/count/knownAt', 'Leave it out: only of acts on a declaration is it kept when they became known.');
  return errors;
};

const isText = (about: string): boolean => about.includes('/declarations/');

/** Records a claim under its address. Errors: `invalid`. */
export const recordClaim = (about: string, address: string, draft: ClaimDraft): Claim => ({
  ...begun('claim', draft, draft.slug ?? address, faults(draft, isText(about))),
  about,
});

/** Errors: `invalid`. */
export const reviseClaim = (claim: Claim, draft: ClaimDraft): Claim =>
  revised(ClaimDraft(), claim, draft, [
    ...faults(draft, isText(claim.about)),
    ...(draft.paragraph === claim.paragraph
      ? []
      : [{ pointer: '/paragraph', detail: 'Leave the paragraph as it is; record what another one prints by itself.' }]),
  ]);

/** What the records have to say about a claim. */
export interface Verdict {
  verdict: 'borne-out' | 'not-borne-out' | 'cannot-be-checked';
  /** What the records count; null where they hold no complete list. */
  recorded: number | null;
  /** For a figure that adds two kinds of act: how many of each. */
  parts?: { signatories: number; observers: number };
  /** What makes the recorded number incomparable, in the words of the count: a basis, a missing figure. */
  caveats: ('mixed-bases' | 'missing-figures' | 'two-different-acts')[];
  /** Which count that is. */
  against: Bound;
}

/** The complete lists that there are to check against; each is undefined where none is at hand. */
export interface Records {
  acts?: readonly DeclarationAct[] | undefined;
  attendance?: readonly Act[] | undefined;
  members?: readonly Act[] | undefined;
}

// Figures of people differ by source and year, and "about" says so itself: within a tenth counts as the same.
const tolerance = 0.1;

const bears = ({ number, reads, counts }: Figure, recorded: number): boolean => {
  if (reads === 'over') return recorded > number;
  if (reads === 'about' || counts === 'people') return Math.abs(recorded - number) <= number * tolerance;
  return recorded === number;
};

interface Found {
  count: Count;
  /** The counts that it adds, where it adds two. */
  adds?: DeclarationCounts | undefined;
}

const found = ({ of, capacity, asOf, knownAt }: Bound, records: Records): Found | undefined => {
  const moment: Moment = { asOf, knownAt };
  if (of !== 'acts') return records[of] && { count: countOf(records[of], moment) };
  if (!records.acts) return undefined;
  const acts = countActs(records.acts, moment);
  if (capacity === 'signatory') return { count: acts.signatories };
  if (capacity === 'observer') return { count: acts.observers };
  const addsTwo = acts.signatories.organizations > 0 && acts.observers.organizations > 0;
  return { count: acts.together, adds: addsTwo ? acts : undefined };
};

/** Sets a claim against the very count it is bound to: borne out, not borne out, or not checkable for want of a complete list. */
export const checkClaim = (claim: Figure, records: Records): Verdict => {
  const against = boundTo(claim);
  const { count, adds } = found(against, records) ?? {};
  if (!count) return { verdict: 'cannot-be-checked', recorded: null, caveats: [], against };
  const isPeople = claim.counts === 'people';
  const figure = ({ people, organizations }: Count): number => (isPeople ? people.total : organizations);
  return {
    verdict: bears(claim, figure(count)) ? 'borne-out' : 'not-borne-out',
    recorded: figure(count),
    ...(adds ? { parts: { signatories: figure(adds.signatories), observers: figure(adds.observers) } } : {}),
    caveats: [
      ...(adds ? (['two-different-acts'] as const) : []),
      ...(isPeople && count.people.mixedBases ? (['mixed-bases'] as const) : []),
      ...(isPeople && count.people.missing.length > 0 ? (['missing-figures'] as const) : []),
    ],
    against,
  };
};
