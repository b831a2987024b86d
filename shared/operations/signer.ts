import type { PublicKey } from '../domain/public-key.ts';

/** Signs for the platform; made in functions/runtime.ts. The private key never leaves its keeper. */
export interface Signer {
  /**
   * Signs a SHA-256 digest (32 bytes) with ECDSA on P-256. Answers the key's name, and r‖s (64 bytes) in base64url as JOSE's ES256 writes it.
   * Errors: `unavailable`, when the keeper of the key cannot be reached.
   */
  sign(digest: Uint8Array): Promise<{ key: string; signature: string }>;
  /** The key that signs now, then those that the same keeper signed with before. */
  publicKeys(): Promise<PublicKey[]>;
}

/** One of the two numbers of an ASN.1 signature, as 32 bytes: without the zero that keeps it positive, with those that were left out. */
const number = (integer: Uint8Array): Buffer => {
  const significant = integer.subarray(integer.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.alloc(32 - significant.length), significant]);
};

/** An ECDSA signature on P-256 as JOSE writes it, from the DER (a sequence of two integers) that a keeper of keys answers. */
export const joseOf = (der: Uint8Array): string => {
  const [lengthOfR = 0] = der.subarray(3);
  const r = der.subarray(4, 4 + lengthOfR);
  const s = der.subarray(4 + lengthOfR + 2);
  return Buffer.concat([number(r), number(s)]).toString('base64url');
};
