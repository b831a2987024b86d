import { firstHash, type Head } from '../domain/chain.ts';
import type { Certificate } from '../domain/certificate.ts';
import type { Declaration } from '../domain/declaration.ts';
import { DomainError, invalid } from '../domain/error.ts';
import type { PackagedEntry } from '../domain/package.ts';
import type { PublicKey } from '../domain/public-key.ts';
import type { SignatureEntry } from '../domain/signature-act.ts';
import { signaturesChain } from '../domain/signature.ts';
import type { Summit } from '../domain/summit.ts';
import type { TextVersion } from '../domain/text-version.ts';
import { toInstant } from '../domain/when.ts';
import { type Beside, firstEntries, hashAt } from '../table/chain-page.ts';
import { lastCirculation } from '../table/circulation.ts';
import { allCorrigenda } from '../table/corrigendum.ts';
import { getDeclaration } from '../table/declaration.ts';
import { findHead } from '../table/log.ts';
import { type BuiltPackage, findPackage, notePackage } from '../table/package.ts';
import { listPublicKeys } from '../table/public-key.ts';
import { getSummit } from '../table/summit.ts';
import { getTextVersion, readBody, type VersionBody } from '../table/text-version.ts';
import { certify } from './asked.ts';
import { mustBeHeld } from './freezing.ts';
import { packaged, type PackageParts, signedHead } from './package-parts.ts';
import { readSources, type SourceRecords, sourcesOf } from './package-source.ts';
import type { House } from './perform.ts';
import { drainSignatures } from './signature-chain.ts';
import { zipped } from './zip.ts';

/** What the pages of a package are made from. */
export interface PackagePage extends SourceRecords, Pick<VersionBody, 'hashed' | 'paragraphs' | 'leftOut'> {
  declaration: Declaration;
  version: TextVersion;
  summit: Summit;
}

/** Who writes the pages that people read in a package: the text, and how to check everything. */
export interface PackagePages {
  reading: (page: PackagePage) => string;
  check: (page: PackagePage) => string;
}

/** Which package is wanted; the frozen text with all signatures that there are, when nothing is said. */
export interface Wanted {
  version?: string | undefined;
  /** With so many entries of the chain of signatures. */
  count?: number | undefined;
}

const frozenIn = (declaration: Declaration, wanted: string | undefined): string => {
  mustBeHeld(declaration);
  const { frozen, state } = declaration;
  if (!frozen)
    throw new DomainError(
      'not-frozen',
      `The declaration is ${state}, and its text is not frozen: a package is of a text that does not change any more. It is frozen when it is adopted, opened for signature or issued.`,
    );
  if (wanted !== undefined && wanted !== frozen.version)
    throw new DomainError('not-frozen', `Only version ${frozen.version} is frozen. Leave ?version= out, or give that.`);
  return frozen.version;
};

/** How far the chain goes, or went with fewer entries; what has no signed head yet is signed by whoever builds. */
const headAt = async (
  { table, signer }: Pick<House, 'table' | 'signer'>,
  chain: string,
  { head, count, at }: { head: Head | undefined; count: number; at: Date },
): Promise<Head> => {
  if (head?.count === count) return head;
  const hash = count === 0 ? firstHash(chain) : await hashAt(table, chain, count);
  if (hash === undefined) throw new Error(`The chain ${chain} has no entry ${count}.`);
  return signedHead(signer, { chain, count, hash, at: toInstant(at) });
};

const entryOf = ({ number, hash, entry, beside }: Beside<SignatureEntry>): PackagedEntry => ({
  number,
  hash,
  entry,
  beside: beside.map((body) => {
    if (!body) throw new Error(`What entry ${number} of the chain of signatures says is not there.`);
    return body;
  }),
});

async function* entriesUpTo(
  { table }: Pick<House, 'table'>,
  chain: string,
  count: number,
): AsyncGenerator<PackagedEntry> {
  for await (const one of firstEntries<SignatureEntry>(table, chain, count)) yield entryOf(one);
}

/** Every key that the platform signs or signed with; one that signs for the first time is not on record yet. */
const keysOf = async ({ table, signer }: Pick<House, 'table' | 'signer'>): Promise<PublicKey[]> => {
  const [known, now] = await Promise.all([listPublicKeys(table), signer.publicKeys()]);
  return [...new Map([...known.map(({ key }) => key), ...now].map((key) => [key.kid, key])).values()];
};

/** The certificate of what was adopted by silence, with what was known of it when the head was signed. */
const certificateOf = async (
  { table }: Pick<House, 'table'>,
  { summit, declaration, frozen, slug }: TextVersion,
  until: string,
): Promise<Certificate | undefined> => {
  if (frozen?.how !== 'silence') return undefined;
  const circulation = await lastCirculation(table, summit, declaration);
  if (circulation?.text.version !== slug)
    throw new Error(`Version ${slug} was adopted by silence, and not circulated last.`);
  const certificate = await certify(table, { summit, declaration, circulation: circulation.slug });
  return { ...certificate, dissociations: certificate.dissociations.filter(({ at }) => at <= until) };
};

/** Reads everything that a package is made from, except for the entries, which are read as they are packed. */
const partsOf = async (
  house: House,
  declaration: Declaration,
  version: TextVersion,
  head: Head,
  pages: PackagePages,
): Promise<PackageParts> => {
  const { table } = house;
  const { summit, rehearsal } = declaration;
  const of = [table, summit, declaration.slug] as const;
  const [body, titled, corrigenda, certificate, keys] = await Promise.all([
    readBody(table, version),
    getSummit(table, summit),
    allCorrigenda(...of),
    certificateOf(house, version, head.at),
    keysOf(house),
  ]);
  const records = await readSources(table, { summit, ...body });
  const page: PackagePage = { declaration, version, summit: titled, ...body, ...records };
  return {
    rehearsal,
    version,
    hashed: body.hashed,
    reading: pages.reading(page),
    check: pages.check(page),
    sources: sourcesOf(rehearsal, body, records),
    certificate,
    corrigenda: corrigenda
      .filter(({ at, text }) => at <= head.at && text.version === version.slug)
      .map(({ enteredBy: _, history: __, ...one }) => one),
    head,
    entries: entriesUpTo(house, head.chain, head.count),
    keys,
  };
};

/** What a package is called in the file store: by the last hash of its chain, too, so that another chain's is never taken for it. */
const fileOf = ({ summit, declaration, slug }: TextVersion, { count, hash }: Head): string =>
  `packages/${summit}/${declaration}/${slug}-${count}-${hash.slice(0, 12)}.zip`;

const build = async (
  house: House,
  declaration: Declaration,
  { version, count, head: known, at }: { version: string; count: number; head: Head | undefined; at: Date },
  pages: PackagePages,
): Promise<BuiltPackage> => {
  const { summit, slug } = declaration;
  const [text, head] = await Promise.all([
    getTextVersion(house.table, summit, slug, version),
    headAt(house, signaturesChain(summit, slug), { head: known, count, at }),
  ]);
  const parts = await partsOf(house, declaration, text, head, pages);
  const file = fileOf(text, head);
  const { size, sha256 } = await house.files.keep(file, zipped(packaged(parts, house.signer)), 'application/zip');
  const built = { summit, declaration: slug, version, count, file, size, sha256, at: toInstant(at) };
  return notePackage(house.table, built);
};

/**
 * The package of a frozen declaration: everything that waits in the chain of signatures gets its number first. It is built once for each version and
 * each length of the chain, and kept; whoever asks at the same time, or after somebody broke off, is answered the one that was kept first.
 * Errors: `not-found`, `not-checkable`, `not-frozen`, `invalid` for more signatures than there are, `unavailable`; `not-found`, too,
 * for an earlier one that was not kept, where only those are wanted.
 */
export const packageOf = async (
  house: House,
  { summit, declaration: slug }: { summit: string; declaration: string },
  { version: wanted, count: asked }: Wanted,
  {
    at,
    pages,
    onlyKept = false,
  }: { at: Date; pages: PackagePages; /** Of before, only what was built then. */ onlyKept?: boolean },
): Promise<BuiltPackage> => {
  const declaration = await getDeclaration(house.table, summit, slug);
  const version = frozenIn(declaration, wanted);
  await drainSignatures(house, summit, slug, at);
  const head = await findHead(house.table, signaturesChain(summit, slug));
  const all = head?.count ?? 0;
  const count = asked ?? all;
  if (count > all)
    throw invalid([{ pointer: '?count', detail: `Give at most ${all}: so many entries the chain has.` }]);
  const found = await findPackage(house.table, { summit, declaration: slug, version, count });
  if (!found && onlyKept && count < all)
    throw new DomainError(
      'not-found',
      `No package with ${count} of the ${all} entries was kept. Leave ?count= out for the newest; an earlier one is built for who is signed in.`,
    );
  return found ?? build(house, declaration, { version, count, head, at }, pages);
};
