import { fingerprintOf, keysIn } from './named-key.ts';
import type { PackageVerdict } from './package-fault.ts';
import { verifyPackage } from './verify-package.ts';

/** What a reader gives beside a package, as they have it: text. */
export interface Given {
  /** Each a key (a JSON Web Key, a set of them, PEM) or a fingerprint. */
  keys?: readonly string[];
  /** A signer's receipt, as JSON text. */
  receipt?: string | undefined;
}

const notAKey = (given: string): PackageVerdict => ({
  verdict: 'not-checked',
  says: 'Not checked: what was given as a key is none.',
  keys: [],
  faults: [
    {
      code: 'keys-unreadable',
      detail: `${JSON.stringify(given.slice(0, 60))} is no key. Give a public key on P-256 as a JSON Web Key, a set of them or PEM; or a fingerprint: the thumbprint of the key by RFC 7638, in base64url or hexadecimal.`,
    },
  ],
  notes: [],
});

const parsed = (receipt: string): unknown => {
  try {
    return JSON.parse(receipt);
  } catch {
    return null;
  }
};

/** Checks a package by what a reader gives. With a key that is none it is not checked at all: nobody takes a slip for a check without a key. */
export const verifyGiven = async (bytes: Uint8Array, { keys = [], receipt }: Given = {}): Promise<PackageVerdict> => {
  const named = await Promise.all(
    keys.map(async (text) => {
      const fingerprint = fingerprintOf(text);
      return fingerprint ? { fingerprint, keys: [] } : { keys: await keysIn(text) };
    }),
  );
  const slip = named.findIndex((one) => !one.fingerprint && one.keys.length === 0);
  if (slip >= 0) return notAKey(keys[slip] ?? '');
  return verifyPackage(bytes, {
    keys: named.flatMap((one) => one.keys),
    fingerprints: named.flatMap(({ fingerprint }) => fingerprint ?? []),
    ...(receipt === undefined ? {} : { receipt: parsed(receipt) }),
  });
};
