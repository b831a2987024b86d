import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { earlierKeys, keptKey, rotateKey, signDigest } from '../../../infra/local/signing.ts';

const pemOf = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

it('a key is made once, kept for nobody else to read, and gives its place to others without being lost', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'plenary-keys-')), 'key-SigningKey.pem');
  const first = await keptKey(file);
  expect(pemOf(await keptKey(file))).toBe(pemOf(first));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = Buffer.from('signed by the first');
  const signature = signDigest(createHash('sha256').update(text).digest(), first);

  for (let times = 0; times < 11; times += 1) await rotateKey(file);

  const earlier = await earlierKeys(file);
  expect(earlier.map((path) => basename(path)).slice(0, 2)).toEqual(['key-SigningKey.11.pem', 'key-SigningKey.10.pem']);
  const keys = await Promise.all([file, ...earlier].map((path) => keptKey(path)));
  expect(new Set(keys.map(pemOf)).size).toBe(12);
  expect(pemOf(keys.at(-1)!)).toBe(pemOf(first));
  expect(verify('sha256', text, createPublicKey(keys.at(-1)!), signature)).toBe(true);
  expect(statSync(earlier[0] ?? '').mode & 0o777).toBe(0o600);
});
