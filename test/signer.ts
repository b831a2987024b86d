import { createHash, generateKeyPairSync } from 'node:crypto';
import { signDigest } from '../infra/local/signing.ts';
import type { PublicKey } from '../shared/domain/public-key.ts';
import { joseOf } from '../shared/operations/signer.ts';
import type { Sign } from '../shared/table/log.ts';

/** A signer with a key of its own, as the platform has one in KMS. */
export const aSigner = (): { keys: PublicKey[]; publicKeys: () => Promise<PublicKey[]>; sign: Sign } => {
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
