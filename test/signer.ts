import { createECDH, createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { PublicKey } from '../shared/operations/signer.ts';
import type { Sign } from '../shared/table/log.ts';

// The order of P-256 (FIPS 186-5).
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');

// By Fermat: the order is a prime.
const inverse = (number: bigint): bigint => {
  let [result, base, power] = [1n, number % order, order - 2n];
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % order;
    base = (base * base) % order;
  }
  return result;
};

/** ECDSA over a digest that is there already: node:crypto insists on hashing by itself. */
const signDigest = (digest: Uint8Array, secret: bigint): string => {
  const nonce = createECDH('prime256v1');
  const k = (numberOf(randomBytes(32)) % (order - 1n)) + 1n;
  nonce.setPrivateKey(bytesOf(k));
  const r = numberOf(nonce.getPublicKey().subarray(1, 33)) % order;
  const s = (inverse(k) * (numberOf(digest) + r * secret)) % order;
  return Buffer.concat([bytesOf(r), bytesOf(s)]).toString('base64url');
};

/** A signer with a key of its own, as the platform has one in KMS. */
export const aSigner = (): { keys: PublicKey[]; publicKeys: () => Promise<PublicKey[]>; sign: Sign } => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
  const keys: PublicKey[] = [{ kid, kty: 'EC', crv: 'P-256', x, y, alg: 'ES256', use: 'sig' }];
  const secret = numberOf(Buffer.from(d, 'base64url'));
  return {
    keys,
    publicKeys: async () => keys,
    sign: async (digest) => ({ key: kid, signature: signDigest(digest, secret) }),
  };
};
