import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { once } from '../shared/domain/once.ts';
import { keysOf } from '../shared/http/caller.ts';
import { providerOf } from '../shared/http/provider.ts';
import type { Door } from '../shared/http/route.ts';
import type { Site } from '../shared/http/site.ts';
import type { Files } from '../shared/operations/files.ts';
import type { House } from '../shared/operations/perform.ts';
import { recording } from '../shared/operations/public-key.ts';
import type { Signer } from '../shared/operations/signer.ts';
import { documentClient, openTable } from '../shared/table/client.ts';
import type { Pace } from '../shared/table/retry.ts';
import { reached } from './runtime/reached.ts';

/** The only reader of the environment, the clock and randomness. */
export const environment = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing. The stack sets it for each function.`);
  return value;
};

/** What a deployment may leave unsaid. */
const mayBe = (name: string): string | undefined => process.env[name] || undefined;

/** Real time: a deed is tried for three seconds. */
export const realPace: Pace = {
  now: () => Date.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => Math.random(),
  token: () => randomUUID(),
  patience: 3_000,
};

/** An opaque id, 19 characters of a–z and 0–9: the first nine follow the clock, so that what was registered first sorts first. */
export const newId = (): string => {
  const random = BigInt(`0x${randomBytes(7).toString('hex')}`).toString(36);
  return `${Date.now().toString(36).padStart(9, '0')}${random.padStart(10, '0').slice(-10)}`;
};

/** The clock. */
export const now = (): Date => new Date();

/** One line of the log: an object, as the cloud reads it. */
export const log = (entry: Record<string, unknown>): void => {
  console.error(JSON.stringify(entry));
};

/** Signs with the platform's key in KMS. Few requests sign, so nothing of it is loaded or read before the first does. */
export const signerFromEnvironment = (): Signer => {
  const signer = once(async () => {
    const earlier = mayBe('EARLIER_KEYS')?.split(',') ?? [];
    const [key, { kmsSigner }] = [environment('SIGNING_KEY'), await import('./runtime/kms.ts')];
    return kmsSigner(key, earlier);
  });
  return {
    sign: (digest) => reached(async () => (await signer()).sign(digest)),
    publicKeys: () => reached(async () => (await signer()).publicKeys()),
  };
};

/** Keeps files in the bucket of the environment, loaded and read when the first is kept or asked for. */
export const filesFromEnvironment = (): Files => {
  const files = once(async () => {
    const [bucket, { s3Files }] = [environment('FILES'), await import('./runtime/s3.ts')];
    return s3Files(bucket);
  });
  return {
    keep: (...given) => reached(async () => (await files()).keep(...given)),
    find: (name) => reached(async () => (await files()).find(name)),
    addressOf: (...given) => reached(async () => (await files()).addressOf(...given)),
  };
};

/** The table and its ids, who signs and who keeps files, from the environment. */
export const houseFromEnvironment = (): House => {
  const table = openTable(documentClient(), environment('TABLE'), realPace);
  return {
    table,
    newId,
    newSalt: () => randomBytes(16).toString('base64url'),
    signer: recording(table, signerFromEnvironment(), now),
    files: filesFromEnvironment(),
  };
};

/** Everything an API function is given, from its environment. */
export const doorFromEnvironment = (): Door => {
  const issuer = environment('ISSUER');
  const clients = environment('CLIENT_IDS').split(',');
  // Made on first use: most requests carry no token, and the key set brings the whole of fetch with it.
  const keys = once(() => keysOf(issuer));
  return {
    house: houseFromEnvironment(),
    trust: () => ({ issuer, clients, keys: keys() }),
    stamp: () => ({ request: randomUUID(), at: new Date() }),
    log,
    first: mayBe('FIRST_SECRETARIAT'),
    site: mayBe('SITE'),
  };
};

/** Everything the pages are given, from their function's environment. */
export const siteFromEnvironment = (): Site => {
  const issuer = environment('ISSUER');
  return {
    ...doorFromEnvironment(),
    site: environment('SITE'),
    issuer,
    client: environment('CLIENT_ID'),
    provider: providerOf(issuer),
    secret: () => randomBytes(32).toString('base64url'),
  };
};

/** The secret of a link: 128 random bits. */
const linkSecret = (): string => randomBytes(16).toString('base64url');

/** Six random digits. */
const signingCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** What nobody guesses: the secret of a link, and the code that a signatory types. */
export const secrets = { secret: linkSecret, code: signingCode };
