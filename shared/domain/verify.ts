import { createPublicKey, verify } from 'node:crypto';
import { signedText } from './chain-text.ts';
import { type Entry, type Erased, erasureOf, firstHash, hashOf, type Head, type Numbered } from './chain.ts';

/** A public key of the platform on P-256, as a JSON Web Key with its name. */
export interface VerifyingKey {
  kid: string;
  kty: string;
  crv: string;
  x: string;
  y: string;
}

/** What lies beside a chain for one digest of an entry: the digest of the body that is there, or the mark that it was erased. */
export type Beside = { digest: string } | { erased: Erased };

/** Everything that a chain is judged by. */
export interface ChainFound {
  chain: string;
  head: Head | undefined;
  /** In the order of their numbers. */
  entries: readonly Numbered[];
  /** By entry id: what lies beside it, in the order of the entry's digests; a gap where nothing lies. */
  beside: ReadonlyMap<string, readonly (Beside | undefined)[]>;
  /** What waits for its number: its bodies lie here already. */
  waiting: readonly Entry[];
}

export const faultKinds = {
  missing: 'the entry is not there',
  altered: 'the entry is not the one that was chained',
  truncated: 'the chain ends before its head says so',
  unsigned: 'the head is not signed by a key of the platform',
  'head-altered': 'the head does not name the last entry',
  'body-missing': 'what changed is neither there nor marked as erased',
  'body-altered': 'what changed is not what was chained',
  'erased-by-none': 'what changed is marked as erased, and no deed on any chain says that it erased this',
  stray: 'there is a body that no entry names',
  'rolled-back': 'the entry of this number had another hash',
  gone: 'there is a summit, and no trail of it',
} as const;

/** One thing that is wrong with a chain, and with which entry. */
export interface Fault {
  kind: keyof typeof faultKinds;
  number?: number;
  id?: string;
}

/** What a chain comes to: how much of it there is, and what is wrong. */
export interface Verdict {
  chain: string;
  count: number;
  hash: string;
  erased: number;
  waiting: number;
  faults: Fault[];
}

/** A head that somebody kept: that many entries, and the hash of the last. */
export type Kept = Pick<Head, 'chain' | 'count' | 'hash'>;

const isSigned = (head: Head, keys: readonly VerifyingKey[]): boolean => {
  const jwk = keys.find(({ kid }) => kid === head.key);
  if (!jwk) return false;
  const { kty, crv, x, y } = jwk;
  const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  const signature = Buffer.from(head.signature, 'base64url');
  return verify('sha256', Buffer.from(signedText(head)), { key, dsaEncoding: 'ieee-p1363' }, signature);
};

const entryFaults = (chain: string, entries: readonly Numbered[]): { faults: Fault[]; last: number; hash: string } => {
  const faults: Fault[] = [];
  let [last, hash] = [0, firstHash(chain)];
  for (const { number, hash: is, entry } of entries) {
    for (let gap = last + 1; gap < number; gap += 1) faults.push({ kind: 'missing', number: gap });
    // After a gap nobody can say what this hash should be; the next one follows from it again.
    const known = number === last + 1;
    if (known && hashOf(hash, number, entry) !== is) faults.push({ kind: 'altered', number, id: entry.id });
    [last, hash] = [number, is];
  }
  return { faults, last, hash };
};

const headFaults = (
  { chain, head, entries }: ChainFound,
  last: number,
  hash: string,
  keys: readonly VerifyingKey[],
): Fault[] => {
  if (!head) return entries.length > 0 ? [{ kind: 'unsigned' }] : [];
  if (head.chain !== chain || !isSigned(head, keys)) return [{ kind: 'unsigned', number: head.count }];
  if (head.count > last) return [{ kind: 'truncated', number: last }];
  return head.count < last || head.hash !== hash ? [{ kind: 'head-altered', number: head.count }] : [];
};

/** What is wrong with the bodies of an entry; one that waits has no number yet. */
const bodyFaults = (
  chain: string,
  { number, entry }: { number?: number; entry: Entry },
  beside: readonly (Beside | undefined)[],
  erasures: ReadonlySet<string>,
): Fault[] =>
  entry.what.flatMap((change, at): Fault[] => {
    const there = beside[at];
    const named = { ...(number !== undefined && { number }), id: entry.id };
    if (!there) return [{ kind: 'body-missing', ...named }];
    if ('erased' in there)
      return erasures.has(erasureOf(there.erased, chain, entry)) ? [] : [{ kind: 'erased-by-none', ...named }];
    return there.digest === change.digest ? [] : [{ kind: 'body-altered', ...named }];
  });

const strays = ({ entries, beside, waiting }: ChainFound): Fault[] => {
  const known = new Set([...entries.map(({ entry }) => entry), ...waiting].map(({ id }) => id));
  return [...beside.keys()].filter((id) => !known.has(id)).map((id) => ({ kind: 'stray' as const, id }));
};

/** A table restored to an earlier day verifies by itself; who kept a later head knows. */
const rolledBack = ({ chain, entries }: ChainFound, kept: readonly Kept[]): Fault[] =>
  kept
    .filter((head) => head.chain === chain && head.count > 0)
    .filter(({ count, hash }) => entries.find(({ number }) => number === count)?.hash !== hash)
    .map(({ count }) => ({ kind: 'rolled-back', number: count }));

/** What a chain is judged against. */
export interface Against {
  keys: readonly VerifyingKey[];
  /** What deeds on any chain say they erased, as `erasureOf` writes it: a mark that none of them speaks of was set by somebody else. */
  erasures: ReadonlySet<string>;
  kept?: readonly Kept[];
}

/**
 * Judges a chain: every number is there, every hash follows from the one before, every body has its digest or was erased by a deed that is on
 * record, and the head is signed and counts them all. An altered entry names itself, or the one after it when its own hash was made anew; what
 * follows is judged by itself.
 */
export const verifyChain = (found: ChainFound, { keys, erasures, kept = [] }: Against): Verdict => {
  const { faults, last, hash } = entryFaults(found.chain, found.entries);
  const done = new Set(found.entries.map(({ entry }) => entry.id));
  const waiting = found.waiting.filter(({ id }) => !done.has(id));
  const all = [...found.entries, ...waiting.map((entry) => ({ entry }))].map((one) => ({
    one,
    beside: found.beside.get(one.entry.id) ?? [],
  }));
  const erased = all.flatMap(({ beside }) => beside).filter((there) => there && 'erased' in there).length;
  return {
    chain: found.chain,
    count: found.entries.length,
    hash,
    erased,
    waiting: waiting.length,
    faults: [
      ...faults,
      ...headFaults(found, last, hash, keys),
      ...rolledBack(found, kept),
      ...all.flatMap(({ one, beside }) => bodyFaults(found.chain, one, beside, erasures)),
      ...strays(found),
    ],
  };
};
