import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { createTable, type Engine, findEngine, startEngine } from '../../../infra/local/engine.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const clientOf = (endpoint: string) => new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials });
const Key = { pk: { S: 'summit' }, sk: { S: 'arvenne-2031' } };

const engines: Engine[] = [];
const open = async (dataFile?: string): Promise<Engine> => {
  const engine = await startEngine(dataFile ? { dataFile } : {});
  engines.push(engine);
  return engine;
};
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

const put = async (endpoint: string) => {
  await createTable(endpoint, 'Plenary');
  await clientOf(endpoint).send(new PutItemCommand({ TableName: 'Plenary', Item: Key }));
};
const get = async (endpoint: string) =>
  (await clientOf(endpoint).send(new GetItemCommand({ TableName: 'Plenary', Key }))).Item;

/** A process that starts an engine on the file, says where it is, and then waits to be killed. */
const holder = async (dataFile: string) => {
  const program = `
    import { startEngine } from './infra/local/engine.ts';
    console.log((await startEngine({ dataFile: ${JSON.stringify(dataFile)} })).endpoint);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  const [endpoint] = await once(createInterface(child.stdout), 'line');
  return { child, endpoint: String(endpoint) };
};

const gone = async (endpoint: string): Promise<true> => {
  try {
    await fetch(endpoint);
  } catch {
    return true;
  }
  return gone(endpoint);
};

describe('the table engine', () => {
  it('answers on a port of its own, in memory', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    expect(one.endpoint).not.toBe(other.endpoint);
    await put(one.endpoint);
    expect(await get(one.endpoint)).toEqual(Key);
  });

  it('keeps its file through a stop', async () => {
    const dataFile = join(mkdtempSync(join(tmpdir(), 'plenary-engine-')), 'table.db');
    const first = await open(dataFile);
    await put(first.endpoint);
    await first.stop();
    await first.ended;
    expect(await get((await open(dataFile)).endpoint)).toEqual(Key);
  });

  it('goes with its parent when that is killed, and the next one finds the data', async () => {
    const dataFile = join(mkdtempSync(join(tmpdir(), 'plenary-engine-')), 'table.db');
    const { child, endpoint } = await holder(dataFile);
    await put(endpoint);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await open(dataFile);
    expect(await get(next.endpoint)).toEqual(Key);
    expect(await gone(endpoint)).toBe(true);
  });

  it('makes a table once, and leaves it alone when it is there', async () => {
    const { endpoint } = await open();
    await put(endpoint);
    await createTable(endpoint, 'Plenary');
    expect(await get(endpoint)).toEqual(Key);
  });

  it('says why it does not start', async () => {
    await expect(startEngine({ dataFile: '/proc/none/table.db' })).rejects.toThrow('unable to open database file');
  });

  it('is not there for every platform', () => {
    expect(findEngine('plan9', 'mips')).toBeUndefined();
  });
});
