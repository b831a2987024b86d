import * as z from 'zod';
import type { Declaration } from './declaration.ts';
import { DomainError } from './error.ts';
import { once } from './once.ts';
import { printedName, type Organization } from './organization.ts';
import { originFields } from './origin.ts';
import { Counted, countedAs } from './participation.ts';
import { begun, madeSlug, OrganizationRef, recordFields, slug } from './record.ts';
import { limits, line } from './text.ts';
import { partialDate } from './when.ts';

/** In what capacity an organization acts on a declaration: it signs, or it endorses as an observer. They are two different acts. */
export const signingCapacities = ['signatory', 'observer'] as const;

/** An organization's act on a declaration. Today only reported acts: what is signed here needs a frozen text. */
export const SignatureDraft = once(() =>
  z.strictObject({
    ...OrganizationRef().shape,
    capacity: z.enum(signingCapacities),
    on: partialDate().optional().meta({ description: 'The date of the act, where a source gives it.' }),
    signedBy: line(limits.name).optional(),
    slug: madeSlug().optional().meta({ description: 'Made from the organization and the capacity.' }),
    ...originFields('signature'),
  }),
);
export type SignatureDraft = z.output<ReturnType<typeof SignatureDraft>>;

export const Signature = once(() =>
  z.object({
    ...SignatureDraft().shape,
    ...recordFields('signature'),
    summit: slug(),
    declaration: slug(),
    printed: z.string(),
    counted: Counted(),
    recordedAt: z.string(),
  }),
);
export type Signature = z.output<ReturnType<typeof Signature>>;

/** Records a reported act. One per organization and capacity, by its key. Errors: `invalid`, `not-frozen`. */
export const reportSignature = (
  declaration: Declaration,
  organization: Organization,
  at: string,
  draft: SignatureDraft,
): Signature => {
  if (declaration.origin === 'held' || draft.origin === 'held')
    throw new DomainError(
      'not-frozen',
      'Only a frozen text can be signed, and this one is not frozen. Acts that a source reports are recorded on a reported declaration, with "origin": "reported".',
    );
  const printed = draft.printed ?? printedName(organization);
  return {
    ...begun('signature', draft, `${draft.organization}-${draft.capacity}`),
    summit: declaration.summit,
    declaration: declaration.slug,
    printed,
    counted: countedAs(organization, printed),
    recordedAt: at,
  };
};
