import { randomBytes, randomUUID } from 'node:crypto';
import { once } from '../shared/domain/once.ts';
import { keysOf } from '../shared/http/caller.ts';
import type { Door } from '../shared/http/route.ts';
import type { House } from '../shared/operations/perform.ts';
import { documentClient, openTable } from '../shared/table/client.ts';
import type { Pace } from '../shared/table/retry.ts';

/** The only reader of the environment, the clock and randomness. */
const environment = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing. The stack sets it for each function.`);
  return value;
};

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

const log = (entry: Record<string, unknown>): void => {
  console.error(JSON.stringify(entry));
};

/** The table and its ids, from the environment. */
export const houseFromEnvironment = (): House => ({
  table: openTable(documentClient(), environment('TABLE'), realPace),
  newId,
  newSalt: () => randomBytes(16).toString('base64url'),
});

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
  };
};
