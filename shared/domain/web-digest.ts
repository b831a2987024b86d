/** Text as UTF-8. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** SHA-256 by Web Crypto, which a browser has as Node has it: for what is checked in both. A text is taken as UTF-8. */
export const sha256 = async (content: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', typeof content === 'string' ? utf8(content) : content));

/** Bytes in lower-case hexadecimal. */
export const inHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in lower-case hexadecimal. */
export const webDigest = async (content: string | Uint8Array<ArrayBuffer>): Promise<string> =>
  inHex(await sha256(content));
