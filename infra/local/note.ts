import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Running } from './pass.ts';

/** What a start says of itself to the other commands. */
type Note = Running & { readonly environment: Readonly<Record<string, string>> };

/** What runs with the data of a folder. Throws, saying what to do, when nothing does. */
export const running = async (dataDir: string): Promise<Note> => {
  const noted = await readFile(join(dataDir, 'running.json'), 'utf8').catch(() => undefined);
  if (!noted)
    throw new Error(`Nothing runs with the data in ${dataDir}. Type npm start first, with the same DATA_DIR.`);
  const found: Note = JSON.parse(noted);
  await fetch(`${found.issuer}/.well-known/jwks.json`).catch(() => {
    throw new Error(`Nothing answers at ${found.issuer}. Type npm start first.`);
  });
  return found;
};
