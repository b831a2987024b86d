// Runs the tests that speak to a table once more on AWS's own DynamoDB Local, which refuses what the embedded engine lets pass.
// What is tried many times is tried a few times here: the engine either takes a request or refuses it. It needs Java 17. Without it this says so and passes, unless REQUIRE_ALL=1 wants everything.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// The package that ships the engine; fetched when it is wanted, because nothing else needs its 56 MB.
const archive = 'amplify-dynamodb-simulator@2.9.30';
const home = join(import.meta.dirname, '../node_modules/.cache/second-engine');
const engine = join(home, 'package/emulator');

// Whatever reads or writes a table. What is not here asks a table for nothing that something here does not ask it for: the pages, which read and write
// through the contract and read little beside it, what is refused before a table is asked, networks that fail on the way there, hundreds of the same
// (rows, moves), what a planted summit says (a start plants them all), and how much memory a package takes.
const folders = [
  'test/shared/table',
  'test/shared/operations',
  ...['api', 'clock', 'feedback', 'plenary', 'stream', 'web/board/board', 'web/public'].map(
    (part) => `test/functions/${part}`,
  ),
  'test/infra/local/tap',
];
const elsewhere = [
  'test/shared/operations/faults',
  'test/shared/operations/package-memory',
  'test/functions/api/bad-input',
  'test/functions/api/placement-refusals',
  'test/shared/operations/placement-oracle',
  'test/shared/operations/placement-races',
  'test/shared/operations/rows',
  'test/functions/api/reference',
  'test/functions/api/routes',
  'test/functions/api/visibility',
];
const root = join(import.meta.dirname, '..');
const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file}`)
  .filter((file) => /\.test\.tsx?$/.test(file) && folders.some((folder) => file.startsWith(folder)))
  .filter((file) => !elsewhere.some((one) => file.startsWith(`${one}.`)))
  .toSorted();
// The product signs its trail with a key of its own, so it has a table to itself.
const starts = ['test/product/product.test.ts'];

const fetchEngine = () => {
  if (existsSync(join(engine, 'DynamoDBLocal.jar'))) return;
  mkdirSync(home, { recursive: true });
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', archive, '--json', '--pack-destination', home], { encoding: 'utf8' }),
  );
  execFileSync('tar', ['-xzf', join(home, packed.filename), '-C', home]);
};

/** A port below those that outgoing connections are given: between asking for it and listening on it, nobody takes it by chance. */
const freePort = async () => {
  const port = randomInt(20_000, 32_000);
  const probe = createServer();
  const isFree = await new Promise((done) => {
    probe.once('error', () => done(false)).listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
  return isFree ? port : freePort();
};

// A minute and a half: two of them start beside each other, on a machine that may be slow.
const answers = async (endpoint, child) => {
  for (let tries = 0; tries < 900 && child.exitCode === null; tries += 1) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return true;
    await pause(100);
  }
  return false;
};

const withoutJava = () => {
  const required = process.env.REQUIRE_ALL === '1';
  console.log(
    `The second engine was not run: it needs Java 17 or newer.${required ? ' REQUIRE_ALL=1 allows no skip.' : ''}`,
  );
  process.exit(required ? 1 : 0);
};

if (spawnSync('java', ['-version']).status !== 0) withoutJava();
fetchEngine();

/** Runs some tests on an engine of their own; answers how they ended. */
const runOn = async (some) => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const flags = [`-Djava.library.path=${engine}/DynamoDBLocal_lib`, '-jar', 'DynamoDBLocal.jar'];
  const options = ['-port', String(port), '-inMemory', '-sharedDb', '-disableTelemetry'];
  const child = spawn('java', ['-Xmx1g', ...flags, ...options], { cwd: engine, stdio: 'ignore' });
  const end = () => child.kill();
  process.on('exit', end);
  try {
    if (!(await answers(endpoint, child))) throw new Error('DynamoDB Local did not start.');
    const env = { ...process.env, DYNAMODB_ENDPOINT: endpoint, BRIEF: '1' };
    const [code] = await once(spawn('npx', ['vitest', 'run', ...some], { stdio: 'inherit', env }), 'exit');
    return code ?? 1;
  } finally {
    end();
    process.off('exit', end);
  }
};

// A start waits a lot, so it shares the time of the others.
const codes = await Promise.all([runOn(tests), runOn(starts)]);
process.exit(Math.max(...codes));
