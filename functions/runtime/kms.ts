import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { PublicKey } from '../../shared/domain/public-key.ts';
import { joseOf, type Signer } from '../../shared/operations/signer.ts';
import { carefully } from './careful.ts';

/** A public key as KMS gives it, with the name that RFC 7638 gives it: anybody who has the key finds the same. */
const publicKeyOf = (spki: Uint8Array): PublicKey => {
  const { x = '', y = '' } = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  });
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
  return { kid, kty: 'EC', crv: 'P-256', x, y, alg: 'ES256', use: 'sig' };
};

/** Signs with a key in KMS, and knows the public halves of the keys that signed before it. Its errors are the SDK's. */
export const kmsSigner = (current: string, earlier: readonly string[]): Signer => {
  const kms = new KMSClient(carefully);
  const known = new Map<string, Promise<PublicKey>>();
  const read = async (KeyId: string): Promise<PublicKey> => {
    const { PublicKey: spki = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    return publicKeyOf(spki);
  };
  // Read once, unless it could not be read.
  const publicKey = (id: string): Promise<PublicKey> => {
    const reading = known.get(id) ?? read(id);
    known.set(id, reading);
    reading.catch(() => known.delete(id));
    return reading;
  };
  const sign = async (digest: Uint8Array) => {
    const signing = new SignCommand({
      KeyId: current,
      Message: digest,
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    });
    const [{ kid }, { Signature: der = new Uint8Array() }] = await Promise.all([publicKey(current), kms.send(signing)]);
    return { key: kid, signature: joseOf(der) };
  };
  return { sign, publicKeys: () => Promise.all([current, ...earlier].map(publicKey)) };
};
