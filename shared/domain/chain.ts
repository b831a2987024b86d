import { createHash } from 'node:crypto';
import { bodyText, entryText, signedText } from './chain-text.ts';
import { digest } from './digest.ts';
import type { Instant } from './when.ts';

/** What every chain needs of an entry; what else it says is its chain's own. */
export interface Entry {
  /** Sorts by instant; no two entries of a chain have the same. */
  id: string;
  request: string;
  /** What it tells of, each with the digest of a body that lies beside the chain. */
  what: readonly { digest: string }[];
  /** How many items its bodies take. */
  bodies: number;
}

/** An entry in its place. */
export interface Numbered<E extends Entry = Entry> {
  number: number;
  hash: string;
  entry: E;
}

/** How far a chain goes, as the platform signs it. */
export interface Head {
  chain: string;
  count: number;
  /** The hash of the last entry. */
  hash: string;
  /** When it was signed. */
  at: Instant;
  /** The name of the key. */
  key: string;
  /** ECDSA on P-256 over the SHA-256 of `signedText`: r‖s in base64url, as JOSE's ES256 writes it. */
  signature: string;
}

/** A body: a canonical JSON text, salted so that nobody finds out by trying what an erased one said. */
export interface Body {
  salt: string;
  text: string;
}

/** The mark of an erasure: when, and which request did it. The digest stays in the chain. */
export interface Erased {
  at: Instant;
  request: string;
}

/** Which erasure of which entry's bodies: what a deed that erases says of itself, and what a mark is judged by. */
export const erasureOf = ({ request }: Pick<Erased, 'request'>, chain: string, { id }: Pick<Entry, 'id'>): string =>
  `${request} ${chain} ${id}`;

/** The digest of a body: SHA-256 of salt and text, one after the other. */
export const digestOf = (body: Body): string => digest(bodyText(body));

/** What stands in for a hash before the first entry: no entry of one chain fits another. */
export const firstHash = (chain: string): string => digest(chain);

/** The hash of an entry in its place: SHA-256 of the hash before it and of the canonical `[number, entry]`. */
export const hashOf = (before: string, number: number, entry: Entry): string =>
  digest(entryText(before, number, entry));

/** The digest of a head, as a signer takes it. */
export const signedDigest = (head: Omit<Head, 'key' | 'signature'>): Uint8Array =>
  createHash('sha256').update(signedText(head)).digest();

/** Entries put in their places after a head, or at the beginning of a chain. */
export const numbered = <E extends Entry>(
  chain: string,
  head: Pick<Head, 'count' | 'hash'> | undefined,
  entries: readonly E[],
): Numbered<E>[] => {
  let { count, hash } = head ?? { count: 0, hash: firstHash(chain) };
  return entries.map((entry) => {
    count += 1;
    hash = hashOf(hash, count, entry);
    return { number: count, hash, entry };
  });
};
