import * as z from 'zod';
import { once } from './once.ts';
import { slug } from './record.ts';
import { signatureActs } from './signature-act.ts';
import { proofs, signingCapacities } from './signature.ts';

/** How far a chain goes, as the platform signed it. */
export const SignedHead = once(() =>
  z.strictObject({
    chain: z.string(),
    count: z.int().positive().meta({ description: 'How many entries it had.' }),
    hash: z.string().meta({ description: 'The hash of the last of them.' }),
    at: z.string().meta({ description: 'When it was signed.' }),
    key: z.string().meta({ description: 'The name of the key.' }),
    signature: z
      .string()
      .meta({ description: 'ES256 over the canonical JSON of chain, count, hash and at: r‖s in base64url.' }),
  }),
);

/** An act with everything that shows it in the chain later: its digest is SHA-256 of salt and text, one after the other. */
export const ReceiptAct = once(() =>
  z.strictObject({
    act: z.enum(signatureActs),
    at: z.string().meta({ description: 'When it was recorded.' }),
    entry: z.string().meta({ description: 'The id of its entry in the chain.' }),
    digest: z.string().meta({ description: 'SHA-256 of the salt and of the text, as the entry has it.' }),
    salt: z.string(),
    text: z.string().meta({ description: 'The act and the signature as it stood after it: canonical JSON.' }),
    place: z
      .strictObject({
        number: z.int().positive().meta({ description: 'Which entry of the chain it is.' }),
        hash: z.string().meta({ description: 'SHA-256 of the hash before it and of the entry, in hexadecimal.' }),
      })
      .optional()
      .meta({ description: 'Its place in the chain; absent for the moment that it waits for its number.' }),
  }),
);
export type ReceiptAct = z.output<ReturnType<typeof ReceiptAct>>;

/** What a signer keeps: what was signed, by whom, how, and where that stands in the chain, so that it can be shown to be there still. */
export const SignatureReceipt = once(() =>
  z.strictObject({
    format: z.literal('plenary-signature-receipt/1'),
    says: z
      .record(z.string(), z.string())
      .meta({ description: 'What this signature is, in one sentence, by language.' }),
    rehearsal: z.boolean(),
    summit: slug(),
    declaration: slug(),
    signature: z.string(),
    text: z
      .strictObject({ version: slug(), hash: z.string() })
      .meta({ description: 'Which frozen version was signed, and the SHA-256 of its authentic text.' }),
    organization: slug(),
    printed: z.string(),
    capacity: z.enum(signingCapacities),
    on: z.string().meta({ description: 'The date of the act.' }),
    signedBy: z.string(),
    title: z.string(),
    proof: z.enum(proofs).meta({ description: 'How it came.' }),
    state: z.string().meta({ description: 'How it stands now.' }),
    chain: z.string().meta({ description: 'The name of the chain.' }),
    acts: z
      .array(ReceiptAct())
      .min(1)
      .meta({ description: 'Giving it, and what was done about it since, in that order.' }),
    head: SignedHead().optional().meta({ description: 'How far the chain went when this was asked for.' }),
    check: z
      .strictObject({
        keys: z.string().meta({ description: 'The keys of the platform.' }),
        chain: z.string().meta({ description: 'Every entry of the chain.' }),
        package: z.string().meta({ description: 'Text, signatures and chain together, with how to check them.' }),
      })
      .meta({ description: 'Where to check it: addresses on the site that gave the receipt.' }),
  }),
);
export type SignatureReceipt = z.output<ReturnType<typeof SignatureReceipt>>;
