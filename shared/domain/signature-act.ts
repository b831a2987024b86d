import * as z from 'zod';
import { once } from './once.ts';
import { canonical } from './ordered.ts';
import { withoutSender } from './received.ts';
import type { Signature } from './signature.ts';
import type { Instant } from './when.ts';

/**
 * What is done about a signature: it is given; said not to be theirs, which suspends it until it is upheld or voided; withdrawn. Each act is an entry
 * of the chain of signatures, and none takes another away.
 */
export const signatureActs = ['signed', 'suspended', 'upheld', 'voided', 'withdrawn'] as const;
export type SignatureAct = (typeof signatureActs)[number];

/** One act in the chain of signatures of a declaration. */
export const SignatureEntry = once(() =>
  z.strictObject({
    id: z.string().meta({ description: 'Its name before it had a number.' }),
    request: z.string().meta({ description: 'The id of the request.' }),
    at: z.string().meta({ description: 'When it was recorded.' }),
    act: z.enum(signatureActs),
    what: z.array(
      z.strictObject({
        type: z.literal('signature'),
        of: z.string().meta({ description: 'Where the signature lies.' }),
        digest: z.string().meta({ description: 'SHA-256 of the salt and of the text, in hexadecimal.' }),
      }),
    ),
    bodies: z.int().nonnegative().meta({ description: 'How many items hold the text; part of the hash.' }),
  }),
);
export type SignatureEntry = z.output<ReturnType<typeof SignatureEntry>>;

/** What was done about a signature after it was given, each with its entry in the chain. */
export const Followed = once(() => z.object({ act: z.enum(signatureActs), at: z.string(), entry: z.string() }));
export type Followed = z.output<ReturnType<typeof Followed>>;

/** What of a signature goes into the chain: what is public of it, without what is the table's own and who passed it from state to state. */
export type AttestedSignature = Omit<Signature, 'version' | 'history'>;

/** The text behind an entry, before it is written as canonical JSON: the act, and the signature as it stood after it. */
export interface Attested {
  act: SignatureAct;
  at: Instant;
  /** Why it was withdrawn, upheld or voided; who says that it was not them says so to the organizers. */
  reason?: string | undefined;
  signature: AttestedSignature;
}

/** The canonical text that an entry's digest covers, with its salt. */
export const attestedText = ({ signature, ...act }: Omit<Attested, 'signature'> & { signature: Signature }): string => {
  const { version: _, history: __, ...shown } = withoutSender(signature);
  return canonical({ ...act, signature: shown });
};
