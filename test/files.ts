import { createHash } from 'node:crypto';
import type { Files, KeptFile } from '../shared/operations/files.ts';

/** Files in memory, with what they hold. */
export interface MemoryFiles extends Files {
  /** By name. */
  kept: ReadonlyMap<string, KeptFile & { bytes: Buffer; type: string }>;
}

/** A file store that forgets everything at the end of its test; its addresses lead nowhere. */
export const inMemory = (): MemoryFiles => {
  const kept = new Map<string, KeptFile & { bytes: Buffer; type: string }>();
  const find: Files['find'] = async (name) => {
    const file = kept.get(name);
    return file && { name, size: file.size, sha256: file.sha256 };
  };
  const keep: Files['keep'] = async (name, content, type) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of content instanceof Uint8Array ? [content] : content) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!kept.has(name)) kept.set(name, { name, size: bytes.length, sha256, bytes, type });
    return (await find(name)) ?? { name, size: 0, sha256 };
  };
  return { kept, keep, find, addressOf: async (name, as) => `https://files.example/${name}?as=${as}` };
};
