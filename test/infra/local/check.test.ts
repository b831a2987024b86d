import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  checkDataDir,
  checkEndpoint,
  checkEngine,
  checkNode,
  checkPort,
  lockDataDir,
} from '../../../infra/local/check.ts';
import { addressOf } from '../../../infra/local/gateway.ts';
import { placeOf } from '../../../infra/local/place.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

describe('a start is refused in one line that says what to do', () => {
  it('on an old Node', () => {
    expect(() => checkNode('18.20.0')).toThrow(
      'This is Node 18.20.0. Plenary needs Node 20.19 or newer: https://nodejs.org',
    );
    expect(() => checkNode('20.18.3')).toThrow('Plenary needs Node 20.19');
    expect(() => checkNode('20.19.0')).not.toThrow();
    expect(() => checkNode('24.1.0')).not.toThrow();
  });

  it('where there is no engine for the platform, unless a DynamoDB is named', () => {
    expect(() => checkEngine(undefined, 'plan9', 'mips')).toThrow(
      "There is no built-in table engine for plan9-mips. Start any DynamoDB, for instance AWS's DynamoDB Local, and set " +
        'DYNAMODB_ENDPOINT to its address, as in DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start',
    );
    expect(() => checkEngine('http://127.0.0.1:8000', 'plan9', 'mips')).not.toThrow();
  });

  it('when the named DynamoDB does not answer', async () => {
    await expect(checkEndpoint('http://127.0.0.1:1')).rejects.toThrow('No DynamoDB answers at http://127.0.0.1:1.');
  });

  it.each(['/proc/plenary', join(process.cwd(), 'package.json', 'data')])(
    'when %s cannot be written to',
    async (dataDir) => {
      await expect(checkDataDir(dataDir)).rejects.toThrow(
        /^The data cannot be kept in .* \(E[A-Z]+\)\. Name a folder you may write to, as in DATA_DIR=\/tmp\/plenary npm start$/,
      );
    },
  );

  it('when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    closing.push(() => taken.close());
    const port = Number(new URL(addressOf(taken, '127.0.0.1')).port);
    await expect(checkPort('PORT', '127.0.0.1', port, 0)).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use. Choose another, as in PORT=${port + 10} npm start`,
    );
  });

  it('when another runs with the same data, and no longer once that has ended', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'plenary-lock-'));
    const { unlock } = await lockDataDir(dataDir);
    await expect(lockDataDir(dataDir, 0)).rejects.toThrow(`Plenary runs already with the data in ${dataDir}.`);
    unlock();
    const again = await lockDataDir(dataDir);
    closing.push(again.unlock);
  });
});

describe('a folder to keep data in', () => {
  it('is made when it is not there, and left as it was', async () => {
    const dataDir = join(mkdtempSync(join(tmpdir(), 'plenary-data-')), 'a', 'b');
    await checkDataDir(dataDir);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe('placeOf', () => {
  it('is this machine alone, unless told otherwise', () => {
    expect(placeOf({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      signInPort: 8081,
      dataDir: join(process.cwd(), '.data'),
    });
  });

  it('follows the environment', () => {
    const environment = {
      HOST: '0.0.0.0',
      PORT: '9000',
      DATA_DIR: '/tmp/d',
      DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
    };
    expect(placeOf(environment)).toEqual({
      host: '0.0.0.0',
      port: 9000,
      signInPort: 9001,
      dataDir: '/tmp/d',
      endpoint: 'http://127.0.0.1:8000',
    });
    expect(placeOf({ PORT: '0' })).toMatchObject({ port: 0, signInPort: 0 });
  });

  it.each([{ PORT: 'http' }, { PORT: '-1' }, { PORT: '65535' }, { SIGN_IN_PORT: '1.5' }])(
    'refuses %j',
    (environment) => {
      expect(() => placeOf(environment)).toThrow(
        /^(SIGN_IN_)?PORT would be .*, which is no port\. Choose a number below 65536/,
      );
    },
  );
});

it('npm start shows that line alone and ends with 1', () => {
  const dataDir = join(process.cwd(), 'package.json', 'data');
  const program = ['--import', 'tsx', 'infra/local/start.ts'];
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0' };
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { env, encoding: 'utf8' });
  const line = `The data cannot be kept in ${dataDir} (ENOTDIR). Name a folder you may write to, as in DATA_DIR=/tmp/plenary npm start\n`;
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: line });
});
