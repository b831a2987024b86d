import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export { createTable } from './table.ts';

export type Engine = {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
  /** Settles when the engine has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
};

/**
 * The engine lives exactly as long as the pipe it was given: when we close it, or die without a word (kill -9 included), the
 * shell reads its end and ends the engine. So no orphan is left to hold the data file.
 */
const livesWithItsParent = `exec 3<&0
"$0" "$@" 3<&- & engine=$!
(cat <&3 >/dev/null; kill "$engine" 2>/dev/null) &
wait "$engine"`;

/** The engine's binary for this machine; undefined where none is published or installed. */
export const findEngine = (platform: string = process.platform, arch: string = process.arch): string | undefined => {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${platform}-${arch}/dynoxide`);
  } catch {
    return undefined;
  }
};

export const noEngine = (platform: string, arch: string): string =>
  `There is no built-in table engine for ${platform}-${arch}. Start any DynamoDB, for instance AWS's DynamoDB Local, and set ` +
  `DYNAMODB_ENDPOINT to its address, as in DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start`;

/** A port nobody listens on at this moment. */
export const freePort = async (host = '127.0.0.1'): Promise<number> => {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

const answers = async (endpoint: string, engine: ChildProcess): Promise<boolean> => {
  while (engine.exitCode === null && engine.signalCode === null) {
    const answered = await fetch(endpoint).then(
      (response) => response.arrayBuffer().then(() => true),
      () => pause(10, false),
    );
    if (answered) return true;
  }
  return false;
};

const engineOf = (endpoint: string, child: ChildProcess): Engine => {
  const ended = once(child, 'exit').then(() => {});
  const stop = async () => {
    child.stdin?.end();
    await ended;
  };
  return { endpoint, stop, ended };
};

/**
 * Starts the embedded DynamoDB on a free port of 127.0.0.1. Without `dataFile` it keeps everything in memory.
 * Throws when this platform has no engine, or when the engine refuses the file.
 */
export const startEngine = async ({ dataFile }: { dataFile?: string } = {}, tries = 3): Promise<Engine> => {
  const binary = findEngine();
  if (!binary) throw new Error(noEngine(process.platform, process.arch));
  const port = await freePort();
  const kept = dataFile ? ['--db-path', dataFile] : [];
  // Its own session, so that Ctrl-C reaches us first and the functions can finish before their table goes.
  const child = spawn('/bin/sh', ['-c', livesWithItsParent, binary, 'serve', '--port', String(port), ...kept], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const endpoint = `http://127.0.0.1:${port}`;
  if (await answers(endpoint, child)) return engineOf(endpoint, child);
  // Between our look and its start somebody else may have taken the port.
  if (said.includes('already in use') && tries > 1) return startEngine({ dataFile }, tries - 1);
  throw new Error(`The table engine did not start: ${said.trim()}`);
};
