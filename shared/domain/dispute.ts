import * as z from 'zod';
import { DomainError } from './error.ts';
import { statesOf } from './lifecycle.ts';
import { once } from './once.ts';
import { slug } from './record.ts';
import { proofs, signingCapacities } from './signature.ts';
import { limits, line, storedText } from './text.ts';
import { dayMs, type Instant, later } from './when.ts';

/** For how many days whoever was told of a signature can say by the link that it was not theirs; after that they tell the organizers. */
export const disputeDays = 180;

/** What a link to dispute a signature opens, and until when. */
export interface DisputeOpening {
  summit: string;
  declaration: string;
  signature: string;
  /** Which act: one that took its place later is not disputed with it. */
  entry: string;
  until: Instant;
}

/** Until when a link opens that is sent now. */
export const disputeUntil = (now: Date): Instant => later(now, disputeDays * dayMs);

/** The refusal of a link whose time is over. */
export const disputeLinkExpired = (until: Instant): DomainError =>
  new DomainError('link-expired', `This link was good until ${until}. Write to the organizers of the summit.`, {
    also: { until },
  });

/** That somebody says it was not them. Who says so is typed by a person: no form has it filled in, so nothing that only sends forms disputes. */
export const DisputeDraft = once(() =>
  z.strictObject({
    name: line(limits.name).meta({ description: 'The name of whoever says so, typed by them.' }),
    words: line(limits.line).optional().meta({ description: 'What they want to say of it.' }),
  }),
);
export type DisputeDraft = z.output<ReturnType<typeof DisputeDraft>>;

/** What whoever holds the link is shown. */
export const DisputeQuestion = once(() =>
  z.object({
    state: z.enum(statesOf('signature')).meta({ description: 'Where the signature stands.' }),
    canDispute: z.boolean(),
    until: z.string().meta({ description: 'Until when the link opens.' }),
    rehearsal: z.boolean(),
    summit: z.object({ slug: slug(), title: storedText() }),
    declaration: z.object({ slug: slug(), title: storedText() }),
    text: z.object({ version: slug(), hash: z.string() }).optional(),
    signature: z.object({
      slug: z.string(),
      organization: slug(),
      printed: z.string(),
      capacity: z.enum(signingCapacities),
      signedBy: z.string().optional(),
      title: z.string().optional(),
      on: z.string().optional(),
      proof: z.enum(proofs).optional(),
      recordedAt: z.string(),
    }),
  }),
);
export type DisputeQuestion = z.output<ReturnType<typeof DisputeQuestion>>;
