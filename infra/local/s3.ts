import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Bucket, Kept } from './files.ts';
import { signatureFault } from './request-signature.ts';

/** Answers a request to a bucket, and says whether it was one. */
export type S3 = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const statuses: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  BadDigest: 400,
  NoSuchKey: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
  SignatureDoesNotMatch: 403,
};

const refuse = ({ method }: IncomingMessage, response: ServerResponse, code: string): void => {
  response.writeHead(statuses[code] ?? 500, { 'content-type': 'application/xml', connection: 'close' });
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.end(method === 'HEAD' ? undefined : body);
};

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

const headersOf = ({ type, size, sha256, at }: Kept, query: URLSearchParams): Record<string, string | number> => {
  const disposition = query.get('response-content-disposition');
  return {
    'content-type': type,
    'content-length': size,
    'last-modified': new Date(at).toUTCString(),
    etag: `"${sha256.slice(0, 32)}"`,
    'x-amz-checksum-sha256': base64(sha256),
    'x-amz-checksum-type': 'FULL_OBJECT',
    ...(disposition !== null && { 'content-disposition': disposition }),
  };
};

const putInto = async (bucket: Bucket, key: string, request: IncomingMessage): Promise<Kept | string> => {
  const { 'content-type': type = 'binary/octet-stream', 'if-none-match': match, ...others } = request.headers;
  const said = others['x-amz-checksum-sha256'];
  const sha256 = said === undefined ? undefined : Buffer.from(String(said), 'base64').toString('hex');
  return bucket.put({ key, type, sha256, onlyNew: match === '*' }, request);
};

const show = async (bucket: Bucket, kept: Kept, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
  // A page of another origin may read it, as the bucket's rules say.
  const shared = request.headers.origin === undefined ? {} : { 'access-control-allow-origin': '*' };
  response.writeHead(200, { ...headersOf(kept, query), ...shared });
  if (request.method === 'HEAD') response.end();
  else await pipeline(bucket.read(kept), response);
};

/**
 * S3, as far as the platform asks it: PutObject, HeadObject, GetObject and signed addresses of files. Like S3 it answers only what was signed with the
 * secret and has not expired, so that an address opens one file, for a while.
 */
export const s3Of =
  (buckets: Readonly<Record<string, Bucket>>, secret: string, now = () => new Date()): S3 =>
  async (request, response) => {
    const [, name = '', path = ''] = /^\/([^/?]+)\/([^?]+)/.exec(request.url ?? '') ?? [];
    const bucket = buckets[name];
    if (!bucket) return false;
    const [fault, key] = [signatureFault(request, secret, now()), decodeURIComponent(path)];
    if (fault) refuse(request, response, fault);
    else if (request.method === 'PUT') {
      const kept = await putInto(bucket, key, request);
      if (typeof kept === 'string') refuse(request, response, kept);
      else response.writeHead(200, { 'x-amz-checksum-sha256': base64(kept.sha256) }).end();
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      const kept = await bucket.find(key);
      if (kept) await show(bucket, kept, request, response);
      else refuse(request, response, 'NoSuchKey');
    } else refuse(request, response, 'NotImplemented');
    return true;
  };
