import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDataDir } from './check.ts';
import { rotateKey } from './signing.ts';

/** The files of the keys that sign; those with a number signed before. */
const signingFiles = async (dataDir: string): Promise<string[]> => {
  const names = await readdir(dataDir).catch(() => []);
  return names.filter((name) => /^key-\w+\.pem$/.test(name)).map((name) => join(dataDir, name));
};

const main = async (): Promise<void> => {
  const dataDir = process.env.DATA_DIR || '.data';
  const files = await signingFiles(dataDir);
  if (files.length === 0) throw new Error(`There is no key in ${dataDir} yet. The first npm start makes one.`);
  // What runs holds its key in memory.
  const { unlock } = await lockDataDir(dataDir).catch(() => {
    throw new Error(`Plenary runs with the data in ${dataDir}. Stop it first: a start signs with one key to its end.`);
  });
  for (const file of files) await rotateKey(file);
  unlock();
  console.log('The next start signs with a new key. What was signed before verifies as it did.');
};

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
