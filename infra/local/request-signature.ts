import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Everything but letters, digits and -._~ in hexadecimal, as AWS wants it. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

type Claimed = {
  /** Key id, day, region, service and the end of the scope. */
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  /** Such as `20310301T090000Z`. */
  readonly date: string;
  /** For how many seconds from then. */
  readonly expires: number;
  /** The digest of the body, or a word that none was made. */
  readonly payload: string;
};

/** What a request says of its signature: an address that was signed in its query, a call in a header. */
const claimedBy = ({ headers }: IncomingMessage, query: URLSearchParams): Claimed | undefined => {
  const asked = (name: string): string => query.get(`X-Amz-${name}`) ?? '';
  if (query.has('X-Amz-Signature'))
    return {
      credential: asked('Credential'),
      signedHeaders: asked('SignedHeaders'),
      signature: asked('Signature'),
      date: asked('Date'),
      expires: Number(asked('Expires')),
      payload: 'UNSIGNED-PAYLOAD',
    };
  const [, credential = '', signedHeaders = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const [date, payload] = [String(headers['x-amz-date']), String(headers['x-amz-content-sha256'])];
  return signature ? { credential, signedHeaders, signature, date, expires: 900, payload } : undefined;
};

const canonicalOf = (
  { method = '', headers }: IncomingMessage,
  url: URL,
  { signedHeaders, payload }: Claimed,
): string => {
  const query = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature');
  const pairs = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).toSorted();
  const lines = signedHeaders.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  return [method, url.pathname, pairs.join('&'), lines.join(''), signedHeaders, payload].join('\n');
};

const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Why AWS would refuse a request, by the name of its error; undefined when it was signed with this secret (Signature Version 4), says what was signed,
 * and has not expired.
 */
export const signatureFault = (request: IncomingMessage, secret: string, now: Date): string | undefined => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const claimed = claimedBy(request, url.searchParams);
  if (!claimed) return 'AccessDenied';
  const [, ...scope] = claimed.credential.split('/');
  const digest = createHash('sha256')
    .update(canonicalOf(request, url, claimed))
    .digest('hex');
  const text = ['AWS4-HMAC-SHA256', claimed.date, scope.join('/'), digest].join('\n');
  const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
  const right = hmac(scope.reduce<string | Buffer>(hmac, `AWS4${secret}`), text);
  const given = Buffer.from(claimed.signature, 'hex');
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'SignatureDoesNotMatch';
  const age = (now.getTime() - instantOf(claimed.date)) / 1000;
  return age > -900 && age <= claimed.expires ? undefined : 'AccessDenied';
};
