import { DomainError } from '../domain/error.ts';
import { bytesOf } from './bytes.ts';
import type { Answer } from './route.ts';
import { isReading } from './session.ts';
import { isKnown, tagOf } from './tag.ts';

/** What every page of the product may load: its own, and nothing from elsewhere. */
export const contentPolicy =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/**
 * What an edge may show of what was: 30 seconds, and 20 more while it asks again. With the five for which a container holds the pointer to a release,
 * everyone sees a release within a minute.
 */
export const cached = 'public, s-maxage=30, stale-while-revalidate=20';

const headersOf = ({ document, location, next }: Answer, tag: string, isPublic: boolean, url: URL): Headers => {
  const headers = new Headers({
    'content-type': document?.type ?? 'application/json',
    etag: tag,
    'cache-control': isPublic ? cached : 'no-store',
    vary: 'Authorization, Cookie',
    'x-content-type-options': 'nosniff',
  });
  if (document?.type.startsWith('text/html')) headers.set('content-security-policy', contentPolicy);
  // Names of files are made of slugs: there is nothing in them to escape.
  if (document?.name) headers.set('content-disposition', `attachment; filename="${document.name}"`);
  if (isPublic) {
    headers.set('access-control-allow-origin', '*');
    headers.set('access-control-expose-headers', 'ETag, Link');
  }
  if (location) headers.set('location', location);
  if (next) headers.set('link', `<${following(url, next)}>; rel="next"`);
  return headers;
};

const following = (url: URL, cursor: string): string => {
  const query = new URLSearchParams(url.search);
  query.set('cursor', cursor);
  return `${url.pathname}?${query.toString()}`;
};

/** The most that one response carries, in bytes: a Lambda answers with 6 MB, in which the text is a string of JSON. */
const answerLimit = 6_000_000;

// A character becomes at most six bytes, so that a short text need not be measured.
const carried = (text: string): string => {
  if (text.length * 6 <= answerLimit) return text;
  const size = new TextEncoder().encode(JSON.stringify(text)).length;
  if (size <= answerLimit) return text;
  throw new DomainError(
    'answer-too-large',
    `The answer would be ${(size / 1e6).toFixed(1)} MB, and one response carries ${answerLimit / 1e6} MB. Ask a list for fewer at once (?limit=…), a programme for a day or a track (?day=…), and for the parts of a record at their own addresses.`,
  );
};

/** Whether a request reads as everybody may: without a token and without a cookie. */
export const isPublicRead = (request: Request): boolean =>
  isReading(request) && !request.headers.has('authorization') && !request.headers.has('cookie');

/** Where the answer lies: an address that is good for minutes, so nobody keeps it for longer. */
const elsewhere = (location: string, isPublic: boolean): Response =>
  new Response(null, {
    status: 303,
    headers: {
      location,
      'cache-control': isPublic ? 'public, s-maxage=30' : 'no-store',
      vary: 'Authorization, Cookie',
      ...(isPublic && { 'access-control-allow-origin': '*' }),
    },
  });

/**
 * The answer as a response: bytes, ETag, caching, and 304 for who has it already. Of a secret address nothing is kept anywhere, and no other page
 * is told of it. Errors: `answer-too-large`.
 */
export const respond = (answer: Answer, request: Request, { isSecret = false } = {}): Response => {
  if (answer.status === 204) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  if (answer.status === 303) return elsewhere(answer.location ?? '', isPublicRead(request) && !isSecret);
  const bytes = carried(bytesOf(answer));
  const tag = tagOf(answer.version ?? 0, bytes);
  const isRead = isReading(request);
  const isPublic = isPublicRead(request) && !isSecret;
  const headers = headersOf(answer, tag, isPublic, new URL(request.url));
  if (isSecret) headers.set('referrer-policy', 'no-referrer');
  if (isRead && isKnown(request.headers.get('if-none-match') ?? undefined, tag)) {
    headers.delete('content-type');
    return new Response(null, { status: 304, headers });
  }
  return new Response(bytes, { status: answer.status ?? 200, headers });
};
