import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { build as bundle } from 'esbuild';
import { api } from '../../functions/api/app.ts';
import { newId } from '../../functions/runtime.ts';
import { build, bundling } from '../../infra/build.mjs';
import { everyone, view } from '../../shared/domain/access.ts';
import type { House } from '../../shared/operations/perform.ts';
import type { Table } from '../../shared/table/client.ts';
import { getWholeSession } from '../../shared/table/session.ts';
import { inMemory } from '../files.ts';
import { aSigner } from '../signer.ts';
import { inTurns, median, type Ratio, reported, timed } from './measure.ts';
import { aSiteOf, pageRatios } from './pages.ts';
import { placementRatios } from './placement.ts';
import { releaseRatios } from './release.ts';
import { signingRatios } from './signing.ts';
import { weighed, weights } from './weights.ts';
import { aStage, sessionPath, type Stage } from './stage.ts';

const run = promisify(execFile);

/** A session page's data (one Query, parsed, and what the public may see of it) against that Query by itself. */
const sessionData = async ({ table, documents }: Stage): Promise<Ratio> => {
  const ours = async () => {
    const { session, panel, outcomes } = await getWholeSession(table, 'bench', 'vc-d-12');
    return [
      view(everyone, 'session', session),
      panel.map((one) => view(everyone, 'panelist', one)),
      outcomes.map((one) => view(everyone, 'outcome', one)),
    ];
  };
  const query = new QueryCommand({
    TableName: 'bench',
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk < :sk',
    ExpressionAttributeValues: { ':pk': 'SESSION#bench#vc-d-12', ':sk': 'WENT' },
  });
  const bare = () => documents.send(query);
  for (let warm = 0; warm < 200; warm += 1) await Promise.all([ours(), bare()]);
  const [mine = 0, its = 0] = await inTurns(600, [() => timed(ours), () => timed(bare)]);
  return { what: "a session page's data, against its Query by itself", ours: mine, bare: its, budget: 1.25 };
};

const houseOn = (table: Table): House => ({
  table,
  newId,
  newSalt: () => newId(),
  signer: aSigner(),
  files: inMemory(),
});

/** The same through the whole API, for the record: no budget but the house's one round trip. */
const sessionAnswer = async ({ table }: Stage): Promise<number> => {
  const app = api({
    house: houseOn(table),
    trust: () => ({ issuer: '', clients: [], keys: () => Promise.reject(new Error('nobody signs in here')) }),
    stamp: () => ({ request: 'bench', at: new Date(0) }),
    log: () => undefined,
  });
  const taken: number[] = [];
  for (let round = 0; round < 400; round += 1) taken.push(await timed(() => Promise.resolve(app.request(sessionPath))));
  return median(taken.slice(100));
};

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** A bare function's bundle, as esbuild makes it: with everything that it imports, or with what no Lambda uses left out as ours is. */
const bareBundle = async (
  outfile: string,
  plugins: typeof bundling.plugins | [],
): Promise<{ file: string; size: number }> => {
  const built = await bundle({
    ...bundling,
    plugins: [...plugins],
    entryPoints: ['test/bench/bare.ts'],
    outfile,
    write: true,
    metafile: true,
  });
  return { file: outfile, size: Object.values(built.metafile.outputs)[0]?.bytes ?? 0 };
};

/** The api bundle with every route mounted, from nothing to its first answer, against a bare Hono and document-client function. */
const coldStart = async ({ environment }: Stage): Promise<Ratio[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-bench-'));
  const sizes = await build(join(folder, 'dist'));
  const [plain, lean] = await Promise.all([
    bareBundle(join(folder, 'plain.mjs'), []),
    bareBundle(join(folder, 'lean.mjs'), bundling.plugins),
  ]);
  const cold = (file: string) => async () => {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'cold.mjs'), file, sessionPath], {
      env: { ...environment, PATH: process.env.PATH },
    });
    return Number(stdout);
  };
  const taken = await inTurns(31, [cold(join(folder, 'dist/api/index.mjs')), cold(plain.file), cold(lean.file)]);
  await rm(folder, { recursive: true });
  const [ours, ...bare] = taken as [number, number, number];
  const what = `the api's cold start with every route (${kilobytes(sizes.api ?? 0)}), against a bare function`;
  return [
    { what: `${what} (${kilobytes(plain.size)})`, ours, bare: bare[0], budget: 1.25 },
    { what: `${what} that leaves out the same as ours (${kilobytes(lean.size)})`, ours, bare: bare[1] },
  ];
};

const stage = await aStage();
try {
  const web = await aSiteOf(houseOn(stage.table));
  const ratios = [
    ...(await pageRatios(houseOn(stage.table), web)),
    await sessionData(stage),
    ...(await coldStart(stage)),
    ...(await signingRatios(houseOn(stage.table))),
    ...(await placementRatios(houseOn(stage.table), stage)),
    ...(await releaseRatios(houseOn(stage.table), stage)),
  ];
  const within = [reported(ratios), weighed(await weights(web))].every(Boolean);
  console.log(`     a session through the whole API, warm: ${(await sessionAnswer(stage)).toFixed(2)} ms`);
  process.exitCode = within ? 0 : 1;
} finally {
  await stage.stop();
}
