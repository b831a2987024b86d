import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aTerminal, type Started } from './terminal.ts';

// A package as a newcomer gets and checks it on one machine: through the gateway, out of the file store, with the program of this repository.
describe('the package', () => {
  const terminal = aTerminal();
  let running: Started;

  beforeAll(async () => {
    running = await (await terminal).start();
  }, 120_000);
  afterAll(async () => {
    await running.stop();
    await (await terminal).leave();
  }, 60_000);

  test('of a declaration that was opened for signature is downloaded, and valid by the keys at their address', async () => {
    const token = (await (await terminal).paste('npm run -s token -- amira')).trim();
    const declarations = `${running.address}/api/v1/summits/rehearsal/declarations`;
    const post = async (address: string, body: object): Promise<void> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
      expect([response.status, await response.text()]).toEqual([
        expect.toSatisfy((code) => code < 300),
        expect.any(String),
      ]);
    };
    await post(declarations, { slug: 'to-be-packed', title: { en: 'To be packed' }, kind: 'declaration' });
    await post(`${declarations}/to-be-packed/opening`, {});

    const answer = await fetch(`${declarations}/to-be-packed/declaration.zip`);
    expect(answer.status).toBe(200);
    expect(answer.redirected).toBe(true);
    expect(answer.headers.get('content-disposition')).toContain('rehearsal-to-be-packed-v1-0.zip');
    const file = join((await terminal).dataDir, 'declaration.zip');
    await writeFile(file, new Uint8Array(await answer.arrayBuffer()));

    const said = await (
      await terminal
    ).paste(`npm run -s plenary -- verify ${file} --key ${running.address}/.well-known/jwks.json`);
    expect(said).toMatch(/^Valid: /);
    expect(said).toContain('To be packed (rehearsal/to-be-packed, v1)');
    expect(said).toContain('note: This is a rehearsal');
  }, 60_000);
});
