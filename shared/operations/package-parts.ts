import { createHash } from 'node:crypto';
import type { Certificate } from '../domain/certificate.ts';
import { signedDigest, type Head } from '../domain/chain.ts';
import { canonical } from '../domain/ordered.ts';
import { countsText, lineOf, noteActs, type Standing } from '../domain/package-count.ts';
import {
  type Manifest,
  type PackagedEntry,
  type PackagedSeal,
  packageFormat,
  packageMembers as members,
} from '../domain/package.ts';
import type { PublicKey } from '../domain/public-key.ts';
import type { TextVersion } from '../domain/text-version.ts';
import type { Signer } from './signer.ts';
import type { ZipMember } from './zip.ts';

/** Everything that a package is made from. */
export interface PackageParts {
  rehearsal: boolean;
  /** A frozen version. */
  version: TextVersion;
  /** Exactly what was hashed. */
  hashed: string;
  /** The same to read, and how to check the package by hand. */
  reading: string;
  check: string;
  sources: object;
  certificate?: Certificate | undefined;
  corrigenda: readonly object[];
  /** How far the chain goes that is packed; signed already. */
  head: Head;
  /** Its entries up to there, read as they are packed. */
  entries: AsyncIterable<PackagedEntry>;
  /** Every key of the platform. */
  keys: readonly PublicKey[];
}

/** A head of a chain that the platform signs now. Errors: the signer's. */
export const signedHead = async (
  signer: Pick<Signer, 'sign'>,
  head: Omit<Head, 'key' | 'signature'>,
): Promise<Head> => ({
  ...head,
  ...(await signer.sign(signedDigest(head))),
});

const sealOf = ({ rehearsal, version: { slug, hash, frozen } }: PackageParts): PackagedSeal => {
  if (!frozen) throw new Error('Only a frozen version is packed.');
  return { rehearsal, version: slug, hash, at: frozen.at, how: frozen.how, ...frozen.seal };
};

/** What lies before the chain, as canonical texts. */
const before = (parts: PackageParts): [name: string, text: string][] => [
  [members.text, parts.hashed],
  [members.reading, parts.reading],
  [members.seal, canonical(sealOf(parts))],
  ...(parts.certificate ? [[members.certificate, canonical(parts.certificate)] as [string, string]] : []),
  [members.sources, canonical(parts.sources)],
  ...(parts.corrigenda.length > 0
    ? [
        [members.corrigenda, canonical({ rehearsal: parts.rehearsal, corrigenda: parts.corrigenda })] as [
          string,
          string,
        ],
      ]
    : []),
];

const after = ({ rehearsal, head, keys, check }: PackageParts, standing: Standing): [name: string, text: string][] => [
  [members.head, canonical(head)],
  [members.counts, countsText(standing, { rehearsal, count: head.count, hash: head.hash })],
  [members.keys, canonical({ keys })],
  [members.check, check],
];

const utf8 = (text: string): Buffer => Buffer.from(text);

/** The lines of the chain, one after the other; on the way it is noted how the signatures stand. */
async function* linesOf({ entries }: PackageParts, standing: Standing): AsyncGenerator<Uint8Array> {
  for await (const one of entries) {
    noteActs(standing, one);
    yield utf8(lineOf(one));
  }
}

async function* whole(text: string): AsyncGenerator<Uint8Array> {
  yield utf8(text);
}

const manifestOf = ({ rehearsal, version, head }: PackageParts, packed: Manifest['members']): Manifest => ({
  format: packageFormat,
  summit: version.summit,
  declaration: version.declaration,
  version: version.slug,
  rehearsal,
  hash: version.hash,
  count: head.count,
  head: head.hash,
  at: head.at,
  members: packed.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
});

/**
 * The members of a package in their order, the signed manifest last. Of the chain only the entry that is being packed is held, and for every
 * signature what a count needs of it. Errors: the signer's.
 */
export async function* packaged(parts: PackageParts, signer: Pick<Signer, 'sign'>): AsyncGenerator<ZipMember> {
  const packed: Manifest['members'] = [];
  async function* noted(name: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of content) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
    packed.push({ name, size, sha256: hash.digest('hex') });
  }
  const member = (name: string, content: AsyncIterable<Uint8Array>): ZipMember => ({
    name,
    content: noted(name, content),
  });
  const standing: Standing = new Map();
  for (const [name, text] of before(parts)) yield member(name, whole(text));
  yield member(members.signatures, linesOf(parts, standing));
  for (const [name, text] of after(parts, standing)) yield member(name, whole(text));
  const manifest = canonical(manifestOf(parts, packed));
  const signed = await signer.sign(createHash('sha256').update(manifest).digest());
  yield { name: members.manifest, content: whole(manifest) };
  yield { name: members.signed, content: whole(canonical(signed)) };
}
