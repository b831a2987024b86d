import * as z from 'zod';
import { freezings } from './declaration.ts';
import { once } from './once.ts';
import { slug } from './record.ts';
import { sha256 } from './sha256.ts';
import { signingCapacities } from './signature.ts';

/**
 * The package: a zip of a frozen text with everything that it takes to check it without us. Each member that is JSON is canonical (RFC 8785), so
 * that the same records give the same bytes; the manifest hashes every member, and the platform signs the manifest.
 */
export const packageFormat = 'plenary-package/1';

/** What the members are called, in the order in which they lie in the archive. */
export const packageMembers = {
  /** Exactly the bytes that were hashed. */
  text: 'text.json',
  /** The same to read. */
  reading: 'text.md',
  seal: 'seal.json',
  /** Only where it was adopted by silence. */
  certificate: 'certificate.json',
  sources: 'sources.json',
  /** Only where there are any. */
  corrigenda: 'corrigenda.json',
  /** One line for each entry of the chain. */
  signatures: 'signatures.jsonl',
  head: 'chain-head.json',
  counts: 'counts.json',
  /** For convenience: whoever checks has the keys from elsewhere. */
  keys: 'keys.json',
  check: 'CHECK.md',
  manifest: 'manifest.json',
  signed: 'manifest.sig.json',
} as const;

/** What is in the package: every other member by its size and its digest. */
export const Manifest = once(() =>
  z.strictObject({
    format: z.string(),
    summit: slug(),
    declaration: slug(),
    version: slug(),
    rehearsal: z.boolean(),
    hash: sha256(),
    /** How far the chain of signatures goes, and its last hash. */
    count: z.int().nonnegative(),
    head: sha256(),
    /** When the head was signed: what the package says is as of then. */
    at: z.string(),
    members: z.array(z.strictObject({ name: z.string(), size: z.int().nonnegative(), sha256: sha256() })),
  }),
);
export type Manifest = z.output<ReturnType<typeof Manifest>>;

/** A signature of the platform: ES256 over the bytes of what it stands beside, r‖s in base64url. */
export const Signed = once(() => z.strictObject({ key: z.string(), signature: z.string() }));
export type Signed = z.output<ReturnType<typeof Signed>>;

/** That the text is fixed: its hash, when and how it came to be, and the platform's signature over the text. */
export const PackagedSeal = once(() =>
  z.strictObject({
    rehearsal: z.boolean(),
    version: slug(),
    hash: sha256(),
    at: z.string(),
    how: z.enum(freezings),
    ...Signed().shape,
  }),
);
export type PackagedSeal = z.output<ReturnType<typeof PackagedSeal>>;

const Erased = () => z.strictObject({ at: z.string(), request: z.string() });

/** An entry in its place, with what lies beside it: for each of its digests the salted text, or the mark that this was erased. */
export const PackagedEntry = once(() =>
  z.strictObject({
    number: z.int().positive(),
    hash: sha256(),
    entry: z.looseObject({
      id: z.string(),
      request: z.string(),
      what: z.array(z.looseObject({ of: z.string(), digest: sha256() })),
      bodies: z.int().nonnegative(),
    }),
    beside: z.array(
      z.union([z.strictObject({ salt: z.string(), text: z.string() }), z.strictObject({ erased: Erased() })]),
    ),
  }),
);
export type PackagedEntry = z.output<ReturnType<typeof PackagedEntry>>;

/** How far the chain goes, as the platform signed it. */
export const PackagedHead = once(() =>
  z.strictObject({
    chain: z.string(),
    count: z.int().nonnegative(),
    hash: sha256(),
    at: z.string(),
    ...Signed().shape,
  }),
);

/** As much of a text as is checked beyond its bytes. */
export const PackagedText = once(() =>
  z.looseObject({
    format: z.literal('plenary-text/1'),
    summit: slug(),
    declaration: slug(),
    version: slug(),
    rehearsal: z.boolean(),
    title: z.string(),
    paragraphs: z.array(z.looseObject({ id: z.string(), points: z.array(z.looseObject({ id: z.string() })) })),
  }),
);
export type PackagedText = z.output<ReturnType<typeof PackagedText>>;

/** As much of the text behind an entry as is checked and counted. */
export const PackagedAct = once(() =>
  z.looseObject({
    act: z.string(),
    signature: z.looseObject({
      slug: z.string(),
      summit: z.string(),
      declaration: z.string(),
      capacity: z.enum(signingCapacities),
      state: z.string(),
      on: z.string().optional(),
      recordedAt: z.string(),
      withdrawnOn: z.string().optional(),
      text: z.looseObject({ version: z.string(), hash: z.string() }).optional(),
      counted: z.looseObject({ organization: z.string(), printed: z.string(), kind: z.string() }),
    }),
  }),
);
export type PackagedAct = z.output<ReturnType<typeof PackagedAct>>;

/** As much of a certificate as is checked. */
export const PackagedCertificate = once(() =>
  z.looseObject({ text: z.looseObject({ version: slug(), hash: sha256() }), by: z.literal('silence') }),
);

/** As much of the sources as is checked: which paragraphs they speak of. */
export const PackagedSources = once(() =>
  z.looseObject({
    paragraphs: z.array(z.looseObject({ id: z.string(), points: z.array(z.looseObject({ id: z.string() })) })),
    outcomes: z.array(z.looseObject({ paragraph: z.string().optional() })),
  }),
);
