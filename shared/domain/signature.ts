import * as z from 'zod';
import type { Declaration } from './declaration.ts';
import { once } from './once.ts';
import { Followed } from './signature-act.ts';
import { printedName, type Organization } from './organization.ts';
import { originFields } from './origin.ts';
import { Received } from './received.ts';
import { Counted, countedAs } from './participation.ts';
import { begun, madeSlug, OrganizationRef, recordFields, slug } from './record.ts';
import { documentHash } from './sha256.ts';
import { limits, line } from './text.ts';
import { partialDate } from './when.ts';

/** In what capacity an organization acts on a declaration: it signs, or it endorses as an observer. They are two different acts. */
export const signingCapacities = ['signatory', 'observer'] as const;

/** Why this person may bind this organization. */
export const Mandate = once(() =>
  z.strictObject({
    by: z.enum(['office', 'delegation']).meta({ description: 'By the office they hold, or by delegation.' }),
    decidedBy: line(limits.name).optional().meta({ description: 'Which body decided it, such as a city council.' }),
    decidedOn: partialDate().optional(),
    from: partialDate().optional(),
    until: partialDate().optional(),
    document: documentHash('The SHA-256 of the decision.'),
  }),
);
export type Mandate = z.output<ReturnType<typeof Mandate>>;

/** What a signatory does not agree to, in their words; it may name paragraphs by their ids. */
export const Reservation = once(() =>
  z.strictObject({ text: line(limits.outcome), paragraphs: z.array(slug()).max(100).default([]) }),
);
export type Reservation = z.output<ReturnType<typeof Reservation>>;

/** How an act came: through an account, a signing link, on paper, by e-mail, from the floor; or a source reports it. */
export const proofs = ['account', 'link', 'paper', 'email', 'floor', 'reported'] as const;

/** An organization's act on a declaration: it signs or endorses the frozen text, or a source reports that it did. */
export const SignatureDraft = once(() =>
  z.strictObject({
    ...OrganizationRef().shape,
    capacity: z.enum(signingCapacities),
    on: partialDate().optional().meta({ description: 'The date of the act, where a source gives it.' }),
    signedBy: line(limits.name).optional().meta({ description: 'Through whom it acts, as printed.' }),
    title: line(limits.name).optional().meta({ description: 'Their title, as printed.' }),
    mandate: Mandate().optional().meta({ description: 'Needed for an act that is done here.' }),
    reservation: Reservation().optional(),
    received: Received().optional().meta({ description: 'How it arrived, where an organizer enters it for them.' }),
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
    proof: z.enum(proofs).optional().meta({ description: 'How it came.' }),
    text: z
      .object({ version: slug(), hash: z.string() })
      .optional()
      .meta({ description: 'Which frozen version it is given to.' }),
    entry: z.string().optional().meta({ description: 'The id of its entry in the chain of signatures.' }),
    followed: z
      .array(Followed())
      .optional()
      .meta({ description: 'What was done about it since, each with its entry in the chain.' }),
    withdrawnOn: partialDate().optional().meta({ description: 'The date of its withdrawal.' }),
    withdrawal: z
      .object({ reason: z.string(), proof: z.enum(proofs), received: Received().optional() })
      .optional()
      .meta({ description: 'Why it was withdrawn, and how that came.' }),
  }),
);
export type Signature = z.output<ReturnType<typeof Signature>>;

/** Records a reported act. One per organization and capacity, by its key. Errors: `invalid`, also on a declaration that was made here. */
export const reportSignature = (
  declaration: Declaration,
  organization: Organization,
  at: string,
  draft: SignatureDraft,
): Signature => {
  const faults =
    declaration.origin === 'held'
      ? [{ pointer: '/origin', detail: 'Leave it out: this declaration was made here, and is signed here.' }]
      : [];
  const printed = draft.printed ?? printedName(organization);
  return {
    ...begun('signature', draft, `${draft.organization}-${draft.capacity}`, faults),
    summit: declaration.summit,
    declaration: declaration.slug,
    printed,
    counted: countedAs(organization, printed),
    recordedAt: at,
    proof: 'reported',
  };
};

/** The chain of a declaration's signatures: every act on it, in the order in which it was numbered. */
export const signaturesChain = (summit: string, declaration: string): string => `signatures:${summit}/${declaration}`;
