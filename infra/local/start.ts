import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accounts } from './accounts.ts';
import { checkPlace } from './check.ts';
import { startEngine } from './engine.ts';
import { greeting } from './greeting.ts';
import { startMachine } from './machine.ts';
import { CannotStart, type Place, placeOf } from './place.ts';

const root = join(import.meta.dirname, '..', '..');
const stopping = new AbortController();
const closers: (() => unknown)[] = [];

const stop = async (code: number): Promise<void> => {
  if (stopping.signal.aborted) process.exit(code);
  stopping.abort();
  for (const close of closers.toReversed()) await close();
  process.exit(code);
};

/** Runs one of our own programs to its end; with `quiet`, what it says is shown only when it fails. */
const run = async (file: string, environment: Record<string, string>, quiet: boolean): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, file)], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    signal: stopping.signal,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0)
    throw new CannotStart(`${said}${file} failed${quiet ? '' : ', as it says above'}. Nothing is running.`);
};

/** A folder of its own for each data directory, so that two starts never build into each other's hands. */
const synthesize = async ({ dataDir }: Place): Promise<string> => {
  const folder = join(dataDir, 'cdk.out');
  await rm(folder, { recursive: true, force: true });
  // A deployment has CloudFormation's own rules checked too; they take five seconds, and say nothing about one machine.
  const [first] = accounts;
  // The one stage without a name of its own: links and sign-in lead back to this machine.
  const asked = { STAGE: 'dev', CDK_OUTDIR: folder, CDK_VALIDATION: 'false', SECRETARIAT: first?.email ?? '' };
  await run('infra/app.ts', asked, true);
  return folder;
};

const openTable = async ({ dataDir, endpoint }: Place): Promise<string> => {
  if (endpoint) return endpoint;
  const engine = await startEngine({ dataFile: join(dataDir, 'table.db') });
  closers.push(engine.stop);
  void engine.ended.then(() => {
    if (stopping.signal.aborted) return;
    console.error('The table engine has ended. Start again: what was written is kept.');
    void stop(1);
  });
  return engine.endpoint;
};

/** Where the other commands find us. */
const leaveNote = async (dataDir: string, note: unknown): Promise<void> => {
  const file = join(dataDir, 'running.json');
  await writeFile(`${file}.new`, JSON.stringify(note));
  await rename(`${file}.new`, file);
  closers.push(() => rm(file, { force: true }));
};

const start = async (): Promise<void> => {
  const place = placeOf(process.env);
  const { unlock } = await checkPlace(place);
  closers.push(unlock);
  console.log('Building the functions and their stack …');
  const [folder, endpoint] = await Promise.all([synthesize(place), openTable(place)]);
  const machine = await startMachine(place, folder, endpoint);
  closers.push(machine.stop);
  if (existsSync(join(root, 'seeds', 'index.ts'))) await run('seeds/index.ts', machine.environment, false);
  machine.lookNow();
  await leaveNote(place.dataDir, { ...machine.running, environment: machine.environment });
  // Without a word about it, the token would be asked of what runs with the usual folder.
  console.log(greeting(machine.running.api, machine.running.issuer, process.env.DATA_DIR && place.dataDir));
};

/** npm killed without a word would leave us behind, holding the port and the data. */
const endWithNpm = (): void => {
  const npm = process.ppid;
  const watch = () => process.ppid !== npm && void stop(0);
  if (process.env.npm_lifecycle_event === 'start') setInterval(watch, 250).unref();
};

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
endWithNpm();
start().catch((error: unknown) => {
  if (stopping.signal.aborted) return;
  console.error(error instanceof CannotStart ? error.message : error);
  void stop(1);
});
