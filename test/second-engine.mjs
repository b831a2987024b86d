// Runs the tests that speak to a table once more on AWS's own DynamoDB Local, which refuses what the embedded engine lets pass.
// It needs Java 17. Without it this says so and passes, unless REQUIRE_ALL=1 wants everything.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// The package that ships the engine; fetched when it is wanted, because nothing else needs its 56 MB.
const archive = 'amplify-dynamodb-simulator@2.9.30';
const home = join(import.meta.dirname, '../node_modules/.cache/second-engine');
const engine = join(home, 'package/emulator');
const tests = [
  'test/infra/local/tap.test.ts',
  'test/shared/table',
  'test/shared/operations',
  'test/functions',
  'test/seeds',
  'test/product',
];

const fetchEngine = () => {
  if (existsSync(join(engine, 'DynamoDBLocal.jar'))) return;
  mkdirSync(home, { recursive: true });
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', archive, '--json', '--pack-destination', home], { encoding: 'utf8' }),
  );
  execFileSync('tar', ['-xzf', join(home, packed.filename), '-C', home]);
};

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const answers = async (endpoint) => {
  for (let tries = 0; tries < 200; tries += 1) {
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
const port = await freePort();
const endpoint = `http://127.0.0.1:${port}`;
const child = spawn(
  'java',
  [
    '-Xmx1g',
    `-Djava.library.path=${engine}/DynamoDBLocal_lib`,
    '-jar',
    'DynamoDBLocal.jar',
    '-port',
    String(port),
    '-inMemory',
    '-sharedDb',
    '-disableTelemetry',
  ],
  {
    cwd: engine,
    stdio: 'ignore',
  },
);
process.on('exit', () => child.kill());
if (!(await answers(endpoint))) throw new Error('DynamoDB Local did not start.');
const run = spawn('npx', ['vitest', 'run', ...tests.filter((folder) => existsSync(folder))], {
  stdio: 'inherit',
  env: { ...process.env, DYNAMODB_ENDPOINT: endpoint },
});
run.on('exit', (code) => process.exit(code ?? 1));
