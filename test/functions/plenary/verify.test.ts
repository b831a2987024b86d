import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../../infra/build.mjs';
import { aPackage, chained, receiptFor, usual } from '../../package.ts';
import { aSigner } from '../../signer.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-verify-'));
const signer = aSigner();
const kid = signer.keys[0]?.kid ?? '';
const keys = JSON.stringify({ keys: signer.keys });
const server = createServer((request, response) =>
  response.writeHead(request.url === '/.well-known/jwks.json' ? 200 : 404).end(keys),
);

beforeAll(async () => {
  await buildProgram(folder);
  const file = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  file('good.zip', await aPackage(signer));
  file('other.zip', await aPackage(aSigner()));
  file('without.zip', await aPackage(signer, { entries: chained(usual.slice(1)) }));
  file('text.txt', 'no package');
  file('jwks.json', keys);
  file('receipt.json', JSON.stringify(receiptFor(chained(usual), 1)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Runs the built program as somebody does in their shell. */
const plenary = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'plenary', 'plenary.mjs'), ...args], { cwd: folder });
    let [out, err] = ['', ''];
    child.stdout.on('data', (some) => (out += some));
    child.stderr.on('data', (some) => (err += some));
    child.on('close', (code) => done({ code, out, err }));
  });

describe('plenary verify', () => {
  test('answers 0 for a package that is valid, by a file, an address or a fingerprint', async () => {
    const { port } = server.address() as AddressInfo;
    for (const key of ['jwks.json', `http://127.0.0.1:${port}/.well-known/jwks.json`, kid]) {
      const { code, out, err } = await plenary('verify', 'good.zip', '--key', key, '--receipt', 'receipt.json');
      expect([key, code, err]).toEqual([key, 0, '']);
      expect(out).toMatch(/^Valid: .*\n {2}text {8}Letter of the Quays \(arvenne-2031\/letter-of-the-quays, v2\)/);
      expect(out).toContain('5 signed and 1 endorsed; 6,026 people, on the figures of 6');
      expect(out).toContain('note: The signature of City 1 Ærø is in the chain as its receipt says: entry 1.');
    }
  });

  test('answers 1 for another key, for a signature taken out, and for what is no package', async () => {
    const other = await plenary('verify', 'other.zip', '--key', 'jwks.json');
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('(other-key)')]);
    const dashed = Buffer.alloc(32, 0xf8).toString('base64url');
    expect(dashed).toMatch(/^-/);
    const another = await plenary('verify', 'good.zip', '--key', dashed);
    expect([another.code, another.out]).toEqual([1, expect.stringContaining('(other-key)')]);
    const without = await plenary('verify', 'without.zip', '--key', kid, '--receipt', 'receipt.json');
    expect([without.code, without.out]).toEqual([1, expect.stringContaining('(receipt-gone)')]);
    const text = await plenary('verify', 'text.txt', '--key', kid);
    expect([text.code, text.out]).toEqual([1, expect.stringContaining('It is not a zip archive')]);
  });

  test('answers 2 where it cannot check, and says why', async () => {
    const { port } = server.address() as AddressInfo;
    const failing: [args: string[], says: RegExp][] = [
      [['verify'], /^plenary verify FILE/],
      [[], /^plenary verify FILE/],
      [['verify', 'good.zip', '--keys', kid], /Unknown option '--keys'/],
      [['verify', 'missing.zip'], /missing\.zip cannot be read \(ENOENT\)/],
      [['verify', 'good.zip', '--key', 'missing.json'], /missing\.json cannot be read/],
      [['verify', 'good.zip', '--key', 'text.txt'], /"no package" is no key/],
      [['verify', 'good.zip', '--key', `http://127.0.0.1:${port}/none`], /answered 404/],
      [['verify', 'good.zip', '--key', 'http://127.0.0.1:1/jwks.json'], /127\.0\.0\.1:1\/jwks\.json cannot be reached/],
      [['verify', 'good.zip', '--key', 'http://keys.example.org/jwks.json'], /from an https address/],
    ];
    for (const [args, says] of failing) {
      const { code, out, err } = await plenary(...args);
      expect([args, code]).toEqual([args, 2]);
      expect(out + err).toMatch(says);
    }
  });

  test('answers 3, and never "valid", where no key was named', async () => {
    const { code, out } = await plenary('verify', 'good.zip');
    expect([code, out]).toEqual([3, expect.stringMatching(/^Consistent in itself, origin not shown/)]);
    expect(out.toLowerCase()).not.toContain('valid');
  });

  test('says everything as JSON', async () => {
    const { code, out } = await plenary('verify', 'good.zip', '--key', kid, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'valid', about: { count: 8 }, keys: [kid], faults: [] });
  });
});
