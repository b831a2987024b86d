import { keysIn, type NamedKey, type Trusted } from './named-key.ts';
import type { DeclarationCounts } from './count.ts';
import type { PackageAbout, PackageVerdict } from './package-fault.ts';
import { type Checking, textOf } from './package-reading.ts';
import { type Manifest, packageMembers as members, type PackagedText } from './package.ts';
import { Unreadable, unzipped } from './unzip.ts';
import { checkChain, type FoundChain } from './verify-package-chain.ts';
import { checkManifest } from './verify-package-manifest.ts';
import { checkReceipt } from './verify-package-receipt.ts';
import { checkFrozen } from './verify-package-text.ts';
import { countsText } from './package-count.ts';

/** What a package is checked by, besides itself. */
export interface CheckedBy extends Partial<Trusted> {
  /** What a signer was given, as JSON says it. */
  receipt?: unknown;
}

const opened = (bytes: Uint8Array): Map<string, Uint8Array<ArrayBuffer>> | string => {
  try {
    return unzipped(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
};

const aboutOf = (
  { summit, declaration, version, rehearsal, hash, count, head, at }: Manifest,
  text: PackagedText | undefined,
): PackageAbout => ({ summit, declaration, version, title: text?.title, rehearsal, hash, count, head, at });

const sentences: Record<PackageVerdict['verdict'], string> = {
  valid: 'Valid: everything fits together, and it is signed with a key that you named.',
  wrong: 'Wrong: not everything is as it was made.',
  'not-checked': 'Not checked.',
  'origin-not-shown':
    'Consistent in itself, origin not shown: everything fits together, but only by the keys that lie in the package itself, and those could be anybody’s.',
};

/** The keys to check by: those that were named; those in the package whose fingerprints were named; or, where nothing was, those in the package. */
const keysFor = async (
  { keys = [], fingerprints = [] }: CheckedBy,
  within: readonly NamedKey[],
): Promise<{ keys: NamedKey[]; isNamed: boolean }> => {
  const isNamed = keys.length + fingerprints.length > 0;
  const fitting = within.filter(({ kid }) => !isNamed || fingerprints.includes(kid));
  return { keys: [...keys, ...fitting], isNamed };
};

const verdictOf = ({ faults, isNamed }: Checking): PackageVerdict['verdict'] => {
  if (faults.length > 0) return faults.every(({ code }) => code === 'format-unknown') ? 'not-checked' : 'wrong';
  return isNamed ? 'valid' : 'origin-not-shown';
};

const said = (checking: Checking, known: { about?: PackageAbout; counts?: DeclarationCounts } = {}): PackageVerdict => {
  const verdict = verdictOf(checking);
  const { faults, notes, signers } = checking;
  return { verdict, says: sentences[verdict], ...known, keys: [...signers], faults, notes };
};

const countsOf = ({ standing, last }: FoundChain, { rehearsal }: Manifest): DeclarationCounts => {
  const { signatories, observers, together } = JSON.parse(
    countsText(standing, { rehearsal, ...last }),
  ) as DeclarationCounts;
  return { signatories, observers, together };
};

/**
 * Checks a package offline, everything at once: every member against the signed manifest, the text against its hash and its seal, every entry of the
 * chain of signatures and the chain's signed head, the counts recomputed, the certificate and the sources against the text, and a receipt against the
 * chain. Pure, and the same in a browser and in Node. Without a key from outside the best that it says is "origin-not-shown".
 */
export const verifyPackage = async (bytes: Uint8Array, by: CheckedBy = {}): Promise<PackageVerdict> => {
  const archive = opened(bytes);
  const checking: Checking = {
    members: typeof archive === 'string' ? new Map() : archive,
    keys: [],
    isNamed: false,
    signers: new Set(),
    faults: [],
    notes: [],
  };
  if (typeof archive === 'string') {
    checking.faults.push({ code: 'archive', detail: archive });
    return said(checking);
  }
  const within = await keysIn(textOf(checking, members.keys) ?? '');
  Object.assign(checking, await keysFor(by, within));
  const manifest = await checkManifest(checking);
  if (!manifest || checking.faults.some(({ code }) => code === 'format-unknown')) return said(checking);
  const text = await checkFrozen(checking, manifest);
  const chain = await checkChain(checking, manifest);
  if (by.receipt !== undefined) await checkReceipt(checking, manifest, chain, by.receipt);
  if (manifest.rehearsal) checking.notes.push('This is a rehearsal: nobody in it is real, and nothing was decided.');
  return said(checking, { about: aboutOf(manifest, text), counts: countsOf(chain, manifest) });
};
