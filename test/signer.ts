import { createHash, generateKeyPairSync } from 'node:crypto';
import { signDigest } from '../infra/local/signing.ts';
import type { PublicKey } from '../shared/domain/public-key.ts';
import { joseOf } from '../shared/operations/signer.ts';
import type { Sign } from '../shared/table/log.ts';

/** Who signs for a house of the tests. */
export interface TestSigner {
  keys: PublicKey[];
  publicKeys: () => Promise<PublicKey[]>;
  sign: Sign;
}

/** A signer with a key of its own, as the platform has one in KMS. */
export const aSigner = (): TestSigner => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
  const keys: PublicKey[] = [{ kid, kty: 'EC', crv: 'P-256', x, y, alg: 'ES256', use: 'sig' }];
  return {
    keys,
    publicKeys: async () => keys,
    sign: async (digest) => ({ key: kid, signature: joseOf(signDigest(digest, privateKey)) }),
  };
};

/** One who signs the same with the same words, so that two houses in which the same was done are the same. */
export const aSteadySigner = (): TestSigner => {
  const signer = aSigner();
  const signed = new Map<string, ReturnType<Sign>>();
  return {
    ...signer,
    sign: (digest) => {
      const of = Buffer.from(digest).toString('hex');
      const signature = signed.get(of) ?? signer.sign(digest);
      signed.set(of, signature);
      return signature;
    },
  };
};
