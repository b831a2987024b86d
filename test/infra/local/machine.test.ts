import { execFile } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filesFromEnvironment, houseFromEnvironment } from '../../../functions/runtime.ts';
import { plenaryApp } from '../../../infra/app.ts';
import { build } from '../../../infra/build.mjs';
import { type Engine, startEngine } from '../../../infra/local/engine.ts';
import { type Machine, startMachine } from '../../../infra/local/machine.ts';
import { signInAs } from '../../../infra/local/pass.ts';
import { dumpOf } from '../../door.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'plenary-machine-'));
const template = join(folder, 'cdk.out');
const place = { host: '127.0.0.1', port: 0, signInPort: 0, dataDir: folder };
let engine: Engine;
let machine: Machine;

beforeAll(async () => {
  vi.stubEnv('CDK_VALIDATION', 'false');
  await build(join(folder, 'dist'));
  plenaryApp({ stage: 'dev', bundles: join(folder, 'dist'), outdir: template }).app.synth();
  engine = await startEngine();
  machine = await startMachine(place, template, engine.endpoint);
});
afterAll(async () => {
  await machine.stop();
  await engine.stop();
});

type FunctionOf = {
  readonly Type: string;
  readonly Metadata: Record<string, string>;
  readonly Properties: { Handler: string; readonly Environment: { readonly Variables: Record<string, unknown> } };
};

/** The same template with one thing changed in its function. */
const changed = (change: (properties: FunctionOf['Properties']) => void): string => {
  const copy = mkdtempSync(join(folder, 'changed-'));
  const [file = ''] = readdirSync(template).filter((name) => name.endsWith('.template.json'));
  const read = JSON.parse(readFileSync(join(template, file), 'utf8'));
  const resources = Object.values<FunctionOf>(read.Resources);
  for (const { Metadata, Properties } of resources.filter(({ Type }) => Type === 'AWS::Lambda::Function')) {
    Metadata['aws:asset:path'] = join('..', 'cdk.out', Metadata['aws:asset:path'] ?? '');
    change(Properties);
  }
  writeFileSync(join(copy, file), JSON.stringify(read));
  return copy;
};

describe('the synthesized template on one machine', () => {
  it('answers through the bundle that would be deployed', async () => {
    const response = await fetch(`${machine.running.api}/api/v1/health`);
    expect([response.status, JSON.parse(await response.text())]).toEqual([
      200,
      expect.objectContaining({ status: 'ok' }),
    ]);
  });

  it('signs in to the client of the template', async () => {
    expect(await signInAs(machine.running, 'amira')).toMatchObject({ access_token: expect.any(String) });
  });

  it('gives the seeds the table that the functions have', () => {
    expect(machine.environment).toMatchObject({
      TABLE: expect.stringMatching(/^Table/),
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    });
  });

  it('does not start with a handler that is not there', async () => {
    const wrong = changed((properties) => (properties.Handler = 'index.handlr'));
    await expect(startMachine(place, wrong, engine.endpoint)).rejects.toThrow(
      'its bundle exports no function "handlr"',
    );
  });

  it('does not start with a reference to nothing', async () => {
    const wrong = changed(({ Environment }) => (Environment.Variables.TABLE = { Ref: 'Tabel' }));
    await expect(startMachine(place, wrong, engine.endpoint)).rejects.toThrow('The template refers to Tabel');
  });
});

describe('mail on one machine', () => {
  type Outbox = { count: number; messages: { id: string; to: string[]; subject: string; text: string }[] };
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${machine.running.api}${path}`, { headers });
  const outbox = async (): Promise<Outbox> => JSON.parse(await (await get('/outbox.json')).text());
  const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const found = await look();
      if (found) return found;
      await pause(100);
    }
    throw new Error('It did not come.');
  };
  const invite = async (email: string): Promise<void> => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'infra/local/token.ts', 'amira'], {
      env: { ...process.env, DATA_DIR: folder },
    });
    const response = await fetch(`${machine.running.api}/api/v1/roles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stdout.trim()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'secretariat', email }),
    });
    expect(response.status).toBe(201);
  };
  const items = () => dumpOf({ name: machine.environment.TABLE ?? '', endpoint: engine.endpoint });

  beforeAll(() => writeFileSync(join(folder, 'running.json'), JSON.stringify(machine.running)));

  it('leaves at the bell, once, and shows as a page to this machine only', async () => {
    await invite('ines@example.org');
    const mail = await until(async () => (await outbox()).messages.find(({ to }) => to.includes('ines@example.org')));
    expect(mail.text).toContain(machine.running.api);
    expect((await outbox()).count).toBe(1);

    const [list, message] = [await get('/outbox'), await get(`/outbox/${mail.id}`)];
    expect(await list.text()).toContain(`<a href="/outbox/${mail.id}">${mail.subject}</a>`);
    expect(await message.text()).toContain('<iframe title="The mail as HTML" sandbox="allow-popups');
    expect(message.headers.get('content-security-policy')).toContain("default-src 'none'");
    // A page of somebody else that reaches this machine by a name of its own.
    const { port } = new URL(machine.running.api);
    const [elsewhere] = (await once(
      request(`${machine.running.api}/outbox.json`, { headers: { host: `rebound.example:${port}` } }).end(),
      'response',
    )) as [IncomingMessage];
    expect(elsewhere.statusCode).toBe(404);
  });

  it('that comes back is noted on what was sent, and its address', async () => {
    await invite('bounce@example.org');
    const returned = await until(async () => {
      const all = await items();
      return all.some(({ type }) => type === 'unreachable') ? all : undefined;
    });
    const mails = returned.filter(({ type }) => type === 'outbox').map(({ record }) => record as { returned?: object });
    expect(mails.filter((record) => record.returned)).toMatchObject([{ state: 'sent', returned: { kind: 'bounce' } }]);
  });

  it('and the trail of it is numbered and signed with the key of this machine', async () => {
    await until(async () => !(await items()).some(({ type }) => type === 'pending') || undefined);
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'functions/verify-trail.ts'], {
      env: { ...process.env, ...machine.environment },
    });
    expect(stdout).toMatch(/^platform@\d+=[0-9a-f]{64} {2}nothing is wrong$/m);
  });
});

describe('files and keys on one machine', () => {
  type Keys = { keys: { kid: string; until?: string }[] };
  const keys = async (): Promise<Keys['keys']> =>
    ((await (await fetch(`${machine.running.api}/.well-known/jwks.json`)).json()) as Keys).keys;
  const atHand = () => {
    for (const [name, value] of Object.entries(machine.environment)) vi.stubEnv(name, value);
    return { files: filesFromEnvironment(), signer: houseFromEnvironment().signer };
  };
  const command = (name: string, environment: Record<string, string>, ...args: string[]) =>
    run(process.execPath, ['--import', 'tsx', name, ...args], { env: { ...process.env, ...environment } });

  it('outlast a start; the key gives its place to another, and what it signed verifies as before', async () => {
    const digest = createHash('sha256').update('signed before').digest();
    const before = atHand();
    const kept = await before.files.keep('packages/one.zip', Buffer.from('hello'), 'application/zip');
    const address = await before.files.addressOf('packages/one.zip', 'one.zip');
    expect(await (await fetch(address)).text()).toBe('hello');
    const old = await before.signer.sign(digest);
    expect(await keys()).toMatchObject([{ kid: old.key }]);

    await machine.stop();
    const { stdout } = await command('infra/local/rotate-key.ts', { DATA_DIR: folder });
    expect(stdout).toBe('The next start signs with a new key. What was signed before verifies as it did.\n');
    machine = await startMachine(place, template, engine.endpoint);

    const after = atHand();
    expect(await after.files.find('packages/one.zip')).toEqual(kept);
    const anew = await after.signer.sign(digest);
    expect(anew.key).not.toBe(old.key);
    const served = await keys();
    expect(served).toMatchObject([{ kid: old.key, until: expect.any(String) }, { kid: anew.key }]);
    for (const { key: name, signature } of [old, anew]) {
      const key = createPublicKey({ key: { ...served.find(({ kid }) => kid === name) }, format: 'jwk' });
      const bytes = Buffer.from(signature, 'base64url');
      expect(verify('sha256', Buffer.from('signed before'), { key, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
    }
  });

  it('verify a trail that was signed by an earlier key, which the auditor may bring instead', async () => {
    const audit = (environment: Record<string, string>, ...args: string[]) =>
      command('functions/verify-trail.ts', { ...machine.environment, ...environment }, ...args);
    const brought = join(folder, 'jwks.json');
    writeFileSync(brought, JSON.stringify({ keys: await keys() }));

    expect((await audit({})).stdout).toMatch(/nothing is wrong/);
    await expect(audit({ EARLIER_KEYS: '' })).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/unsigned/),
    });
    expect((await audit({ EARLIER_KEYS: '' }, '--keys', brought)).stdout).toMatch(/nothing is wrong/);
    const unreachable = { SIGNING_KEY: 'NotThere' };
    const { stdout, stderr } = await audit(unreachable, '--keys', brought);
    expect([stdout, stderr]).toEqual([
      expect.stringMatching(/nothing is wrong/),
      expect.stringMatching(/^Only the keys of .*jwks\.json count: /m),
    ]);
    writeFileSync(brought, '{"keys":[]}');
    await expect(audit({}, '--keys', brought)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/jwks\.json holds no keys/),
    });
  });

  it('are not changed before there are any', async () => {
    await expect(command('infra/local/rotate-key.ts', { DATA_DIR: join(folder, 'nowhere') })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no key in .*nowhere yet\. The first npm start makes one\.$/m),
    });
  });
});

describe('npm run token', () => {
  const token = (dataDir: string, ...names: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'infra/local/token.ts', ...names], {
      env: { ...process.env, DATA_DIR: dataDir },
    });

  it('prints the token and nothing else', async () => {
    writeFileSync(join(folder, 'running.json'), JSON.stringify(machine.running));
    const { stdout, stderr } = await token(folder, 'amira');
    expect([stdout, stderr]).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/), '']);
  });

  it.each([
    [[], 'Say for whom, as in npm run token -- amira. There are amira, ruben, linnea, jonas.\n'],
    [['mallory'], 'There is no account mallory. There are amira, ruben, linnea, jonas.\n'],
    [['amira'], 'Nothing runs with the data in nowhere. Type npm start first, with the same DATA_DIR.\n'],
  ])('%j fails in one line', async (names, stderr) => {
    await expect(token('nowhere', ...names)).rejects.toMatchObject({ code: 1, stdout: '', stderr });
  });
});
