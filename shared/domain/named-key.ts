import { fromBase64url, toBase64url } from './base64url.ts';
import { inHex, sha256, utf8 } from './web-digest.ts';

/** A public key on P-256 under the name that follows from it: its thumbprint (RFC 7638). Whatever it is called elsewhere does not count. */
export interface NamedKey {
  kid: string;
  x: string;
  y: string;
}

/** What somebody says of the keys that they trust: the keys, or only their fingerprints. */
export interface Trusted {
  keys: readonly NamedKey[];
  /** Thumbprints, in base64url. */
  fingerprints: readonly string[];
}

const p256 = { name: 'ECDSA', namedCurve: 'P-256' };

/** The key of a point. Undefined where it is none of P-256. */
const namedKey = async (x: unknown, y: unknown): Promise<NamedKey | undefined> => {
  if (typeof x !== 'string' || typeof y !== 'string') return undefined;
  if (fromBase64url(x)?.length !== 32 || fromBase64url(y)?.length !== 32) return undefined;
  const kid = toBase64url(await sha256(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y })));
  return { kid, x, y };
};

/** The key of a JSON Web Key; undefined where it is of another kind. */
export const keyOfJwk = async (jwk: unknown): Promise<NamedKey | undefined> => {
  if (typeof jwk !== 'object' || jwk === null) return undefined;
  const { kty, crv, x, y } = jwk as Record<string, unknown>;
  return kty === 'EC' && crv === 'P-256' ? namedKey(x, y) : undefined;
};

/** The keys of a JSON Web Key, or of a set of them; what is of another kind is left out. */
const keysOfJson = async (text: string): Promise<NamedKey[]> => {
  const value = JSON.parse(text) as { keys?: unknown };
  const found = await Promise.all((Array.isArray(value.keys) ? value.keys : [value]).map(keyOfJwk));
  return found.filter((key) => key !== undefined);
};

// SubjectPublicKeyInfo of P-256 has one form: these 27 bytes, then x and y.
const prefix = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';

const keysOfPem = async (text: string): Promise<NamedKey[]> => {
  const blocks = [...text.matchAll(/-----BEGIN PUBLIC KEY-----([\w+/=\s]+)-----END PUBLIC KEY-----/g)];
  const found = blocks.map(async ([, block = '']) => {
    const bytes = Uint8Array.from(atob(block.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
    if (bytes.length !== 91 || inHex(bytes.subarray(0, 27)) !== prefix) return undefined;
    return namedKey(toBase64url(bytes.subarray(27, 59)), toBase64url(bytes.subarray(59)));
  });
  return (await Promise.all(found)).filter((key) => key !== undefined);
};

/** The keys of a file: a JSON Web Key, a set of them, or PEM. None where it holds no public key on P-256. */
export const keysIn = async (text: string): Promise<NamedKey[]> => {
  try {
    return await (text.includes('-----BEGIN') ? keysOfPem(text) : keysOfJson(text));
  } catch {
    return [];
  }
};

/** A fingerprint as somebody types it, in base64url or hexadecimal, as a thumbprint; undefined where it is none. */
export const fingerprintOf = (typed: string): string | undefined => {
  const text = typed.trim();
  if (fromBase64url(text)?.length === 32) return text;
  const hex = text.replaceAll(':', '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  return toBase64url(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
};

/** Whether a key signed a text: ECDSA with SHA-256, r‖s in base64url. */
export const isSignedBy = async ({ x, y }: NamedKey, signature: string, text: string): Promise<boolean> => {
  const bytes = fromBase64url(signature);
  if (bytes?.length !== 64) return false;
  try {
    const key = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x, y }, p256, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes, utf8(text));
  } catch {
    // x and y are no point of the curve.
    return false;
  }
};
