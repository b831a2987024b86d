import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPage } from '../../../shared/documents/package-check.ts';
import type { PackagedEntry } from '../../../shared/domain/package.ts';
import { unzipped } from '../../../shared/domain/unzip.ts';
import { needs } from '../../needs.ts';
import { aPackage, chained, usual } from '../../package.ts';
import { aSigner } from '../../signer.ts';

const has = (program: string, argument: string): boolean => spawnSync(program, [argument]).status === 0;
const withTools = needs(has('openssl', 'version') && has('jq', '--version'), 'openssl and jq');

const signer = aSigner();
const erased = chained(usual).map((one, at) =>
  at === 4 ? { ...one, beside: [{ erased: { at: '2031-04-01T00:00:00Z', request: 'r' } }] } : one,
);
const good = await aPackage(signer, { entries: erased });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Unpacks a package and follows its page, as a reader would who trusts these keys; answers what was printed. */
const followed = async (
  name: string,
  {
    bytes = good,
    change = () => undefined,
    keys = signer.keys,
  }: { bytes?: Uint8Array; change?: (at: string) => unknown; keys?: object[] } = {},
): Promise<{ code: number; lines: string[] }> => {
  const at = join(folder, name, 'package');
  await mkdir(at, { recursive: true });
  await writeFile(join(folder, name, 'jwks.json'), JSON.stringify({ keys }));
  const members = unzipped(bytes);
  for (const [member, bytes] of members) await writeFile(join(at, member), bytes);
  await change(at);
  const page = Buffer.from(members.get('CHECK.md') ?? []).toString();
  const script = [...page.matchAll(/```sh\n([^]*?)\n```/g)].map(([, block]) => block).join('\n');
  const run = promisify(execFile)('sh', ['-eu', '-c', script], { cwd: at });
  const { code, stdout } = await run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, stdout: error.stdout }),
  );
  return { code, lines: stdout.trimEnd().split('\n') };
};

describe('the page in a package', () => {
  withTools('checks everything with openssl and jq, as it says', async () => {
    const { code, lines } = await followed('good');
    expect(lines.filter((line) => !line.endsWith(': OK'))).toEqual([
      'entries of the chain: 8, of which 1 say nothing any more because that was erased',
    ]);
    expect(code).toBe(0);
    expect(lines).toEqual(
      expect.arrayContaining([
        'manifest.sig.json: OK',
        'text.json: OK',
        'seal.json: OK',
        'the last hash in the head: OK',
        'chain-head.json: OK',
        'organizations that sign, and that endorse: OK',
      ]),
    );
  });

  withTools('stops where something is wrong', async () => {
    const last = async (...given: Parameters<typeof followed>) => (await followed(...given)).lines.at(-1);
    const other = await last('other', { keys: aSigner().keys });
    expect(other).toMatch(/^manifest\.sig\.json: WRONG, signed with/);
    const text = await last('text', { change: (at) => writeFile(join(at, 'text.json'), '{}') });
    expect(text).toBe('text.json: WRONG');
    // By whoever has the key: the manifest fits.
    const [first, ...others] = chained(usual);
    const said = { ...first?.beside[0], salt: 'another' } as { salt: string; text: string };
    const made = (one: object) => aPackage(signer, { entries: [{ ...(first as PackagedEntry), ...one }, ...others] });
    expect(await last('body', { bytes: await made({ beside: [said] }) })).toBe('what is said of entry 1: WRONG');
    const entry = { ...first?.entry, request: 'another' };
    expect(await last('entry', { bytes: await made({ entry }) })).toBe('the hash of entry 1: WRONG');
    const more = await last('more', { change: (at) => writeFile(join(at, 'more.txt'), 'x') });
    expect(more).toBe('no other members: WRONG');
  });

  test('says first that a rehearsal is one, and lets no title mark anything up', () => {
    const page = checkPage({ summit: 's', declaration: 'd', version: 'v1', title: '`<b>x', rehearsal: true });
    expect(page).toMatch(/^> \*\*Rehearsal\.\*\*/);
    expect(page).toContain('“\\`\\<b\\>x”');
  });
});
