import * as z from 'zod';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, madeSlug, recordFields, revised, slug } from './record.ts';
import { limits, line } from './text.ts';
import { partialDate } from './when.ts';

/** One organization in another: a city in a network, a network that is another's section. */
export const MembershipDraft = once(() =>
  z.strictObject({
    in: slug().meta({ description: 'The organization it belongs to.' }),
    as: z.enum(['member', 'founder', 'board', 'section', 'partner']),
    status: line(limits.name).optional().meta({ description: 'A status as the other names it, such as "honorary".' }),
    from: partialDate().optional(),
    to: partialDate().optional(),
    note: line(limits.line).optional(),
    slug: madeSlug().optional().meta({ description: 'Made from the other organization and the capacity.' }),
    ...originFields('membership'),
  }),
);
export type MembershipDraft = z.output<ReturnType<typeof MembershipDraft>>;

export const Membership = once(() =>
  z.object({
    ...MembershipDraft().shape,
    ...recordFields('membership'),
    organization: slug(),
    printed: z.string(),
    inPrinted: z.string(),
  }),
);
export type Membership = z.output<ReturnType<typeof Membership>>;

/** Records a membership; the two names are kept as they were when it was recorded. Errors: `invalid`. */
export const recordMembership = (
  organization: { slug: string; printed: string },
  network: { printed: string },
  draft: MembershipDraft,
): Membership => ({
  ...begun('membership', draft, `${draft.in}-${draft.as}`),
  organization: organization.slug,
  printed: organization.printed,
  inPrinted: network.printed,
});

/** The changed membership; whose it is, in what and as what, stays. Errors: `invalid`. */
export const reviseMembership = (membership: Membership, draft: MembershipDraft): Membership => {
  const faults = (['in', 'as'] as const)
    .filter((field) => draft[field] !== membership[field])
    .map((field) => ({
      pointer: `/${field}`,
      detail: `Leave it "${membership[field]}"; record the other membership by itself.`,
    }));
  return revised(MembershipDraft(), membership, draft, faults);
};
