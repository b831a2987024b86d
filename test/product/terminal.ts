import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The product as somebody started it in a terminal. */
export interface Started {
  /** Everything that it printed until it was ready. */
  said: string;
  address: string;
  /** Ends it without a word, as a power cut does. */
  kill: () => Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop: () => Promise<void>;
}

/** A port below those that outgoing connections are given: between asking for it and listening on it, nobody takes it by chance. */
const freePort = async (): Promise<number> => {
  const port = randomInt(20_000, 32_000);
  const probe = createServer();
  const isFree = await new Promise<boolean>((done) => {
    probe.once('error', () => done(false)).listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
  return isFree ? port : freePort();
};

/** A folder for the data and two ports, and what one types with them. */
export const aTerminal = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'plenary-product-'));
  const [port, signInPort] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  const environment = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    SIGN_IN_PORT: String(signInPort),
    HOST: '',
  };

  const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    // The whole group, as a terminal does it: npm and what npm started.
    if (child.pid) process.kill(-child.pid, signal);
    await exit;
  };

  return {
    address,
    dataDir,
    /** `npm start`, until it says that it is ready. */
    start: async (): Promise<Started> => {
      const child = spawn('npm', ['start'], {
        cwd: root,
        env: environment,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      const ready = new Promise<void>((resolve, reject) => {
        const hear = (text: Buffer): void => {
          said += text.toString();
          if (said.includes('Ctrl-C stops it')) resolve();
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        child.on('exit', () => reject(new Error(`npm start ended:\n${said}`)));
      });
      await ready;
      return { said, address, kill: () => ended(child, 'SIGKILL'), stop: () => ended(child, 'SIGINT') };
    },
    /** Pastes some lines into another terminal and answers what they print. */
    paste: async (lines: string): Promise<string> => {
      const { stdout } = await run('bash', ['-e', '-c', lines], { cwd: root, env: environment, maxBuffer: 20_000_000 });
      return stdout;
    },
    leave: () => rm(dataDir, { recursive: true, force: true }),
  };
};

/** A product that runs while tests look at it; cut off, it is started again. */
export interface Product {
  terminal: Awaited<ReturnType<typeof aTerminal>>;
  running: Started;
}
