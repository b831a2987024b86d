import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** What is known of a file beside its bytes. */
export type Kept = {
  readonly key: string;
  readonly type: string;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly at: string;
};

export type Asked = Pick<Kept, 'key' | 'type'> & {
  /** What the sender says its bytes come to. */
  readonly sha256?: string | undefined;
  /** Refuse it where a file has this key already. */
  readonly onlyNew: boolean;
};

export type Bucket = {
  /** Keeps a file whole or not at all. Answers why it is refused, by S3's name for it. */
  readonly put: (asked: Asked, body: Readable) => Promise<Kept | 'PreconditionFailed' | 'BadDigest'>;
  readonly find: (key: string) => Promise<Kept | undefined>;
  readonly read: (kept: Kept) => Readable;
};

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes everything to the disk and says what it was. */
const written = async (file: string, body: Readable): Promise<Pick<Kept, 'size' | 'sha256'>> => {
  const [handle, hash] = [await open(file, 'w'), createHash('sha256')];
  let size = 0;
  try {
    for await (const piece of body) {
      hash.update(piece);
      size += piece.length;
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest('hex') };
};

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * A bucket as a folder: `content/` has each file under its digest, `keys/` says which key leads to which. A key appears when its content lies on the
 * disk, and at once: whatever ends us in between, there is the whole file or none.
 */
export const openBucket = async (folder: string): Promise<Bucket> => {
  const [contents, keys, drafts] = ['content', 'keys', 'drafts'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  // What an earlier start began and did not finish.
  await rm(drafts, { recursive: true, force: true });
  await Promise.all([contents, keys, drafts].map((one) => mkdir(one, { recursive: true })));
  const fileOf = (key: string): string => join(keys, `${digestOf(key)}.json`);
  const put: Bucket['put'] = async ({ key, type, sha256: said, onlyNew }, body) => {
    const draft = join(drafts, randomUUID());
    try {
      const { size, sha256 } = await written(draft, body);
      if (said !== undefined && said !== sha256) return 'BadDigest';
      await rename(draft, join(contents, sha256));
      const kept: Kept = { key, type, size, sha256, at: new Date().toISOString() };
      await writeFile(draft, JSON.stringify(kept, null, 2), { flush: true });
      await (onlyNew ? link : rename)(draft, fileOf(key));
      return kept;
    } catch (error) {
      if (onlyNew && isThere(error)) return 'PreconditionFailed';
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  };
  const find: Bucket['find'] = async (key) => {
    const file = await readFile(fileOf(key), 'utf8').catch(() => undefined);
    return file === undefined ? undefined : JSON.parse(file);
  };
  return { put, find, read: ({ sha256 }) => createReadStream(join(contents, sha256)) };
};
