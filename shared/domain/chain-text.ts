import type { Body, Entry, Head } from './chain.ts';
import { canonical } from './ordered.ts';

/** What is hashed of a body: salt and text, one after the other. */
export const bodyText = ({ salt, text }: Body): string => salt + text;

/** What is hashed of an entry in its place: the hash before it and the canonical `[number, entry]`. */
export const entryText = (before: string, number: number, entry: Entry): string => before + canonical([number, entry]);

/** The text that the platform signs; the digest that goes to the signer is its SHA-256. */
export const signedText = ({ chain, count, hash, at }: Omit<Head, 'key' | 'signature'>): string =>
  canonical({ chain, count, hash, at });
