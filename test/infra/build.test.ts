import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { build } from '../../infra/build.mjs';
import { withoutUnused } from '../../infra/unused.mjs';

const folder = mkdtempSync(join(tmpdir(), 'plenary-build-'));
let sizes: Record<string, number>;

beforeAll(async () => {
  sizes = await build(folder);
});

it('bundles every function into a folder of its own', async () => {
  const functions = readdirSync('functions').filter((name) => existsSync(join('functions', name, 'index.ts')));
  expect(Object.keys(sizes)).toEqual(functions);
  const source = readFileSync(join(folder, 'api', 'index.mjs'), 'utf8');
  expect(source).toMatch(/export\s*\{[^}]*\bas handler\b/);
});

it('keeps what few requests need in files beside the index, which no cold start loads', async () => {
  const read = (file: string): string => readFileSync(join(folder, 'api', file), 'utf8');
  const loaded = (file: string, met = new Set<string>()): Set<string> => {
    if (met.has(file)) return met;
    met.add(file);
    for (const [, next = ''] of read(file).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) loaded(next, met);
    return met;
  };
  const atOnce = loaded('index.mjs');
  const size = [...atOnce].reduce((sum, file) => sum + statSync(join(folder, 'api', file)).size, 0);
  expect(size).toBe(sizes.api);
  const apart = [
    'CSV_QUOTE_NOT_CLOSED',
    'is about the same, and says something else',
    'TrentService',
    'x-amz-expected-bucket-owner',
    'unexpected EOF',
  ];
  for (const words of apart) {
    const holding = readdirSync(join(folder, 'api')).filter(
      (file) => file.endsWith('.mjs') && read(file).includes(words),
    );
    expect([words, holding.length, holding.filter((file) => atOnce.has(file))]).toEqual([words, 1, []]);
  }
  const later = [...read('index.mjs').matchAll(/import\("\.\/(\w+)-routes-\w+\.mjs"\)/g)].map(([, group]) => group);
  expect(later.toSorted()).toEqual(['data', 'declaration', 'invitation', 'office', 'planning']);
});

it('gives the means to send mail to those who do', () => {
  const carries = (name: string) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.mjs'))
      .some((file) => /outbound-emails/.test(readFileSync(join(folder, name, file), 'utf8')));
  expect(Object.keys(sizes).filter(carries)).toEqual(['clock', 'stream']);
});

it('keeps maps outside what is deployed', () => {
  expect(readdirSync(join(folder, 'maps'))).toContain('api.mjs.map');
  expect(readdirSync(join(folder, 'api')).filter((file) => file.endsWith('.map'))).toEqual([]);
});

it('touches nothing when nothing changed, and takes away what does not belong', async () => {
  const bundled = join(folder, 'api', 'index.mjs');
  const before = statSync(bundled).mtimeMs;
  writeFileSync(join(folder, 'api', 'stray.txt'), 'left by an older build');
  await build(folder);
  expect(statSync(bundled).mtimeMs).toBe(before);
  expect(readdirSync(join(folder, 'api'))).not.toContain('stray.txt');
});

it('leaves out what a Lambda never uses, and the client still finds its credentials', async () => {
  const contents = `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { z } from 'zod';
    export const credentials = () => new DynamoDBClient({}).config.credentials();
    export const languages = Object.keys(z.locales);`;
  const outfile = join(folder, 'probe.mjs');
  const stdin = { contents, resolveDir: process.cwd() };
  const mainFields = ['module', 'main'];
  const banner = { js: "process.env.AWS_REGION = 'eu-central-1';" };
  await bundle({
    stdin,
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields,
    banner,
    plugins: [withoutUnused],
  });
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' });
  const probe = await import(pathToFileURL(outfile).href);
  expect(await probe.credentials()).toMatchObject({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' });
  expect(probe.languages).toEqual(['en']);
  expect(readFileSync(outfile, 'utf8')).not.toContain('AssumeRoleWithWebIdentity');
});
