import { shared, summits } from '../../seeds/all.ts';
import { plant, type Planted } from '../../seeds/seed.ts';
import type { House } from '../../shared/operations/perform.ts';
import type { TrailEntry } from '../../shared/domain/trail.ts';
import type { Table } from '../../shared/table/client.ts';
import { aDoor, type Household, type Json } from '../door.ts';
import { offTrail } from '../trail.ts';

/** Plants everything, in the order in which the process does. */
export const plantAll = async (house: House, at: Date): Promise<Record<string, Planted>> => {
  const first = await plant(house, shared, at);
  const rest = await Promise.all(summits.map(async (seed) => [seed.name, await plant(house, seed, at)] as const));
  return { [shared.name]: first, ...Object.fromEntries(rest) };
};

/** A house in which everything is planted. */
export const aPlantedDoor = async (): Promise<Household> => {
  const household = await aDoor();
  await plantAll(household.door.house, household.clock.now);
  return household;
};

/** A port to the table that counts what is written and, from the given write on, fails as if the process had been killed. */
export const aMortal = (table: Table, writes: number): { table: Table; written: () => number } => {
  let written = 0;
  const live = async (write: () => Promise<void>): Promise<void> => {
    if (written >= writes) throw new Error('Killed.');
    written += 1;
    await write();
  };
  return {
    table: {
      ...table,
      sendTransaction: (actions, token) => live(() => table.sendTransaction(actions, token)),
      batchWrite: (puts, deletes) => live(() => table.batchWrite(puts, deletes)),
    },
    written: () => written,
  };
};

const said = (answer: unknown): unknown => (typeof answer === 'string' ? JSON.parse(answer) : answer);

/** What the trail tells, whatever its salts and requests: who did what to which version of which record. */
const told = (items: readonly Json[]): Json => ({
  type: 'told',
  deeds: items
    .flatMap(({ entry }) => (entry === undefined ? [] : [entry as TrailEntry]))
    .map(({ by, deed, what }) => `${by} ${deed} ${what.map(({ of, from, to }) => `${of} ${from} ${to}`).join()}`)
    .sort(),
});

/** A mail names the request that ordered it. */
const undeeded = ({ type, record }: Json): Json =>
  type === 'outbox' ? { record: { ...(record as Json), deed: undefined } } : {};

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * An entry in the chain of signatures is named by the request that made it, and the hashes of the chain follow from that; each house signs with a key
 * of its own, and what it packs follows from all of it.
 */
const unrequested = (value: unknown, field = ''): unknown => {
  if (typeof value === 'string') return value.replace(uuid, 'request');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => unrequested(inner));
  if (field === 'seal') return 'sealed';
  if ('sha256' in value && 'size' in value) return { ...value, sha256: 'a digest', size: 0, file: 'a package' };
  const inner = Object.entries(value).map(([name, one]) => [name, unrequested(one, name)]);
  return { ...Object.fromEntries(inner), ...(field === 'signatures' ? { hash: 'a hash' } : {}) };
};

/** Every item, without which request wrote it. A receipt's answer is bytes; here it counts by what it says. */
export const withoutRequests = (items: readonly Json[]): Json[] => {
  const lasting = offTrail(items).filter(({ type, pk }) => type !== 'told' && pk !== 'KEYS');
  return [
    ...lasting
      .map((item) => ({ ...item, ...undeeded(item), request: undefined, answer: said(item.answer) }))
      .map((item) => unrequested(item) as Json),
    ...items.filter(({ type }) => type === 'told'),
    ...(items.some(({ type }) => type === 'pending') ? [told(items)] : []),
  ];
};
