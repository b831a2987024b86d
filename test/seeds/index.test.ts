import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBucket } from '../../infra/local/files.ts';
import { openMailbox } from '../../infra/local/mail.ts';
import { s3Of } from '../../infra/local/s3.ts';
import { type Services, startServices } from '../../infra/local/services.ts';
import { keptKey, kmsOf } from '../../infra/local/signing.ts';
import { aTable, type House } from '../table.ts';

let house: House;
let folder: string;
let services: Services;
beforeAll(async () => {
  house = await aTable();
  folder = await mkdtemp(join(tmpdir(), 'plenary-seeds-'));
  const kms = kmsOf({ seal: await keptKey(join(folder, 'key.pem')) });
  const s3 = s3Of({ files: await openBucket(join(folder, 'files')) }, 'local');
  // The rehearsal is sealed and packed, and sends no mail: one that arrived would be refused.
  services = await startServices(
    await openMailbox(join(folder, 'mail'), () => Promise.reject(new Error('Mail'))),
    kms,
    s3,
  );
});
afterAll(async () => {
  await services.stop();
  await rm(folder, { recursive: true });
  await house.drop();
});

const root = join(import.meta.dirname, '..', '..');

/** Runs the seeds as `npm start` does. */
const run = async (environment: Record<string, string>): Promise<{ code: number | null; said: string }> => {
  const { TABLE: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'seeds/index.ts'], {
    cwd: root,
    env: {
      ...inherited,
      NODE_NO_WARNINGS: '1',
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: house.endpoint,
      ...services.environment,
      SIGNING_KEY: 'seal',
      FILES: 'files',
      ...environment,
    },
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, said: out + err };
};

describe('the process that seeds', () => {
  test('says what it seeded, then that it is already there', async () => {
    const first = await run({ TABLE: house.name });
    const second = await run({ TABLE: house.name });

    expect(first.code).toBe(0);
    expect(first.said.split('\n').toSorted().filter(Boolean)).toEqual([
      '  marrakech-2018  seeded 1 summit, 4 organizations, 4 participations, 1 declaration, 7 claims',
      '  register        seeded 47 organizations, 7 instruments, 11 memberships, 9 claims',
      '  rehearsal       seeded 1 summit, 9 organizations, 6 people, 1 track, 1 room, 9 participations, 6 contacts, 2 sessions, 8 panelists, 1 release, 12 outcomes, 1 declaration, 2 circulations, 1 objection, 1 amendment, 6 signatures, 1 delivery, 1 commitment, 1 check-in, 2 assessments',
      '  rehearsal-2031  seeded 1 summit, 3 organizations, 3 people, 1 track, 3 rooms, 2 memberships, 2 contacts, 2 roles, 3 sessions, 1 desk, 3 panelists, 1 release, 1 nomination, 1 invitation',
      '  u20-2018        seeded 1 summit, 36 participations, 2 declarations, 54 signatures, 3 claims',
      '  wuf12           seeded 1 summit, 4 organizations, 5 people, 1 track, 1 room, 1 session, 5 panelists',
    ]);
    expect(second).toEqual({
      code: 0,
      said: expect.stringMatching(/^( {2}[\w-]+ +already there\n){6}$/) as string,
    });
  });

  test('ends with an error when it has no table', async () => {
    const { code, said } = await run({});

    expect(code).toBe(1);
    expect(said).toContain('The environment variable TABLE is missing.');
  });

  test('ends with an error when the table is not there, and says of what', async () => {
    const { code, said } = await run({ TABLE: 'plenary-nowhere' });

    expect(code).toBe(1);
    expect(said).toMatch(/^ {2}register {8}could not be seeded: /);
  });
});
