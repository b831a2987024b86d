import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findEngine, noEngine } from './engine.ts';
import { CannotStart, type Place } from './place.ts';

export const checkNode = (version: string = process.versions.node): void => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new CannotStart(`This is Node ${version}. Plenary needs Node 20.19 or newer: https://nodejs.org`);
  }
};

export const checkEngine = (
  endpoint: string | undefined,
  platform: string = process.platform,
  arch: string = process.arch,
): void => {
  if (!endpoint && !findEngine(platform, arch)) throw new CannotStart(noEngine(platform, arch));
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Node's own recursive mkdir never returns under a file system that refuses folders, such as /proc. */
const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || existsSync(dirname(path))) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
};

export const checkDataDir = async (dataDir: string): Promise<void> => {
  const probe = join(dataDir, '.writable');
  try {
    await makeFolder(dataDir);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new CannotStart(
      `The data cannot be kept in ${dataDir} (${codeOf(error)}). Name a folder you may write to, as in DATA_DIR=/tmp/plenary npm start`,
    );
  }
};

const listens = async (server: Server): Promise<boolean> =>
  once(server, 'listening').then(
    () => true,
    () => false,
  );

/** Whoever was killed a moment ago may still be leaving. */
const before = async <T>(deadline: number, attempt: () => Promise<T | undefined>): Promise<T | undefined> => {
  for (let waited = 0; waited < deadline; waited += 100) {
    const done = await attempt();
    if (done) return done;
    await pause(100);
  }
  return attempt();
};

const patience = 1500;

export const checkPort = async (name: string, host: string, port: number, milliseconds = patience): Promise<void> => {
  const free = await before(milliseconds, async () => {
    const probe = createServer().listen(port, host);
    const was = await listens(probe);
    probe.close();
    return was || undefined;
  });
  if (!free) {
    throw new CannotStart(`Port ${port} on ${host} is in use. Choose another, as in ${name}=${port + 10} npm start`);
  }
};

/**
 * Keeps a second start away from the same data. The lock is a name in the kernel that goes with its process, however that ends.
 * Only Linux has such names; elsewhere the table is a DynamoDB of one's own, which takes several writers.
 */
export const lockDataDir = async (
  dataDir: string,
  milliseconds = patience,
): Promise<{ readonly unlock: () => void }> => {
  if (process.platform !== 'linux') return { unlock: () => {} };
  const name = `\0plenary-${createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 32)}`;
  const lock = await before(milliseconds, async () => {
    const server = createServer().listen(name);
    return (await listens(server)) ? server : undefined;
  });
  if (lock) return { unlock: () => void lock.unref().close() };
  throw new CannotStart(
    `Plenary runs already with the data in ${dataDir}. Stop it, or give this one a folder of its own, as in DATA_DIR=.data2 npm start`,
  );
};

export const checkEndpoint = async (endpoint: string): Promise<void> => {
  try {
    await (await fetch(endpoint)).arrayBuffer();
  } catch {
    throw new CannotStart(
      `No DynamoDB answers at ${endpoint}. Start it first, or unset DYNAMODB_ENDPOINT for the built-in one.`,
    );
  }
};

/** Everything that can be known before anything is started, each failure in one line. What it returns keeps others out. */
export const checkPlace = async ({ host, port, signInPort, dataDir, endpoint }: Place) => {
  checkNode();
  checkEngine(endpoint);
  if (endpoint) await checkEndpoint(endpoint);
  await checkDataDir(dataDir);
  const lock = await lockDataDir(dataDir);
  await checkPort('PORT', host, port);
  await checkPort('SIGN_IN_PORT', '127.0.0.1', signInPort);
  return lock;
};
