import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export type Keys = { readonly signing: JWK & { kid: string }; readonly cookies: string };

const newKeys = async (): Promise<Keys> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(12).toString('base64url'),
    alg: 'RS256',
    use: 'sig',
  };
  return { signing, cookies: randomBytes(24).toString('base64url') };
};

/** The keys of this machine's sign-in, made once and kept, so that a token outlives a restart. */
export const keptKeys = async (file: string): Promise<Keys> => {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept) return JSON.parse(kept);
  const keys = await newKeys();
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return keys;
};
