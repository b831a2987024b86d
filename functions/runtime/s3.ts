import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Content, Files, KeptFile } from '../../shared/operations/files.ts';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** How long an address serves, in seconds: enough to follow a redirect. */
const lifetime = 300;

const nothing = (): void => undefined;
/** The SDK would say of each file whose name is taken that it does not send a stream twice. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

interface Spooled {
  path: string;
  size: number;
  digest: Buffer;
}

/** S3 wants to know a file's length and digest before its first byte, so what comes in pieces goes through a file of this machine. */
const spool = async (folder: string, content: Content): Promise<Spooled> => {
  const [path, hash] = [join(folder, 'content'), createHash('sha256')];
  let size = 0;
  const counted = async function* () {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
  };
  await pipeline(counted, createWriteStream(path));
  return { path, size, digest: hash.digest() };
};

/**
 * Keeps files in a bucket. S3 checks what arrives against its SHA-256, keeps that beside the file, and lets only the first under a name be written.
 * Its errors are the SDK's.
 */
export const s3Files = (Bucket: string): Files => {
  const s3 = new S3Client({ logger: silent, requestHandler: { connectionTimeout: 1_000, requestTimeout: 20_000 } });

  const find = async (name: string): Promise<KeptFile | undefined> => {
    try {
      const asked = new HeadObjectCommand({ Bucket, Key: name, ChecksumMode: 'ENABLED' });
      const { ContentLength: size = 0, ChecksumSHA256: digest = '' } = await s3.send(asked);
      return { name, size, sha256: Buffer.from(digest, 'base64').toString('hex') };
    } catch (error) {
      if (nameOf(error) === 'NotFound') return undefined;
      throw error;
    }
  };

  const put = async (name: string, { path, size, digest }: Spooled, ContentType: string): Promise<KeptFile> => {
    const Body = createReadStream(path);
    const asked = new PutObjectCommand({
      Bucket,
      Key: name,
      Body,
      ContentLength: size,
      ContentType,
      ChecksumSHA256: digest.toString('base64'),
      IfNoneMatch: '*',
    });
    try {
      await s3.send(asked);
      return { name, size, sha256: digest.toString('hex') };
    } catch (error) {
      const kept = taken.has(nameOf(error)) ? await find(name) : undefined;
      if (kept) return kept;
      throw error;
    } finally {
      // What is refused is not read to its end.
      Body.destroy();
    }
  };

  const keep: Files['keep'] = async (name, content, type) => {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-file-'));
    try {
      return await put(name, await spool(folder, content), type);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  const addressOf: Files['addressOf'] = (name, as) =>
    getSignedUrl(
      s3,
      new GetObjectCommand({ Bucket, Key: name, ResponseContentDisposition: `attachment; filename="${as}"` }),
      { expiresIn: lifetime },
    );

  return { keep, find, addressOf };
};

/** Somebody else keeps a file under that name, or is just doing so. */
const taken = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);
