import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { link, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The order of P-256. */
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  for (let [square, left] = [base % order, exponent]; left > 0n; left >>= 1n, square = (square * square) % order)
    if (left & 1n) result = (result * square) % order;
  return result;
};

/** An ASN.1 integer: positive, without needless zeros. */
const integer = (number: bigint): Buffer => {
  const bytes = bytesOf(number);
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  const positive = (significant[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), significant]) : significant;
  return Buffer.concat([Buffer.from([2, positive.length]), positive]);
};

/** ECDSA over a digest, in DER. Node signs only what it digests itself; KMS is given the digest. */
export const signDigest = (digest: Uint8Array, key: KeyObject): Buffer => {
  const secret = numberOf(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'));
  const once = createECDH('prime256v1');
  once.setPrivateKey(bytesOf((numberOf(randomBytes(40)) % (order - 1n)) + 1n));
  const r = numberOf(once.getPublicKey().subarray(1, 33)) % order;
  const s = (power(numberOf(once.getPrivateKey()), order - 2n) * (numberOf(digest) + r * secret)) % order;
  const body = Buffer.concat([integer(r), integer(s)]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
};

const makeKey = async (file: string): Promise<KeyObject> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(`${file}.new`, pem, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return privateKey;
};

/** The key of a file, made once and kept. */
export const keptKey = async (file: string): Promise<KeyObject> => {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  return kept ? createPrivateKey(kept) : makeKey(file);
};

const numberIn = (name: string): number => Number(/\.(\d+)\.pem$/.exec(name)?.[1]);

/** The files of the keys that a file held before, the newest first. */
export const earlierKeys = async (file: string): Promise<string[]> => {
  const begins = `${basename(file, '.pem')}.`;
  const names = (await readdir(dirname(file))).filter((name) => name.startsWith(begins) && numberIn(name) > 0);
  return names.toSorted((a, b) => numberIn(b) - numberIn(a)).map((name) => join(dirname(file), name));
};

/** Puts a new key into the place of a file's. The one before lies beside it from now on, numbered: what it signed can be checked as before. */
export const rotateKey = async (file: string): Promise<void> => {
  const [newest = ''] = await earlierKeys(file);
  const number = (numberIn(newest) || 0) + 1;
  await link(file, join(dirname(file), `${basename(file, '.pem')}.${number}.pem`));
  await makeKey(file);
};

type Asked = {
  readonly KeyId?: string;
  readonly Message?: string;
  readonly MessageType?: string;
  readonly SigningAlgorithm?: string;
};
/** What a service answers; its errors go by their names. */
export type Answer = { readonly status: number; readonly error?: string; readonly body: object };

const refused = (error: string, message: string): Answer => ({ status: 400, error, body: { message } });

export type Kms = (operation: string, asked: Asked) => Answer;

/** KMS, as far as the platform asks it: the public half of a key, and signatures over digests. */
export const kmsOf =
  (keys: Readonly<Record<string, KeyObject>>): Kms =>
  (operation, { KeyId = '', Message = '', MessageType, SigningAlgorithm }) => {
    const key = keys[KeyId];
    if (!key) return refused('NotFoundException', `Key '${KeyId}' does not exist.`);
    const about = { KeyId, KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', SigningAlgorithms: ['ECDSA_SHA_256'] };
    if (operation === 'GetPublicKey') {
      const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
      return { status: 200, body: { ...about, PublicKey: spki.toString('base64') } };
    }
    const digest = Buffer.from(Message, 'base64');
    if (
      operation !== 'Sign' ||
      MessageType !== 'DIGEST' ||
      SigningAlgorithm !== 'ECDSA_SHA_256' ||
      digest.length !== 32
    )
      return refused(
        'ValidationException',
        `${operation} of ${digest.length} bytes as ${MessageType}, ${SigningAlgorithm}.`,
      );
    return { status: 200, body: { KeyId, SigningAlgorithm, Signature: signDigest(digest, key).toString('base64') } };
  };
