import { type Caller, type DeedName, isInsider, nameOf } from '../domain/access.ts';
import { digestOf, type Erased, type Numbered } from '../domain/chain.ts';
import { digest } from '../domain/digest.ts';
import { canonical } from '../domain/ordered.ts';
import {
  type Change,
  chainFor,
  type Changed,
  difference,
  erasureEntry,
  peopleIn,
  platformChain,
  readBody,
  type ReadEntry,
  type ReadHead,
  type TrailEntry,
} from '../domain/trail.ts';
import { toInstant } from '../domain/when.ts';
import type { Table } from '../table/client.ts';
import { addressOf } from '../table/key.ts';
import { bodiesOf, type Content } from '../table/log-body.ts';
import { countWaiting, findHead, pend, sequence, waitingChains } from '../table/log.ts';
import type { Trace, Write } from '../table/transact.ts';
import type { Signer } from './signer.ts';

/** What of a house the trail needs. */
interface Salting {
  table: Table;
  newSalt: () => string;
}

/** Who did what, when, for the trail; `concerns` are people whom it concerns beyond those that the records name. */
export interface Doing {
  caller: Caller;
  deed: DeedName;
  request: string;
  at: Date;
  concerns?: readonly string[] | undefined;
}

const versionOf = (record: { version?: number } | undefined): number | undefined => record?.version;

const changeOf = ({ type, key, before, after }: Trace, digest: string): Change => ({
  type,
  of: addressOf(key),
  from: versionOf(before),
  to: versionOf(after),
  digest,
});

/** What an erasing deed changes is not kept, or its own entry would say what it erased. */
const erasing = ({ deed, at, request }: Doing): Erased | undefined =>
  deed === 'data:erase' ? { at: toInstant(at), request } : undefined;

/**
 * The writes that put a deed on the trail, in its own transaction: one entry for all that it changes, and what changed beside it. None for a deed
 * that changes no record.
 */
export const trailOf = ({ table, newSalt }: Salting, doing: Doing, writes: readonly Write[]): Write[] => {
  const traces = writes.flatMap(({ trace }) => trace ?? []);
  if (traces.length === 0) return [];
  const contents = traces.map((trace: Changed): Content => {
    const concerns = [...new Set([...peopleIn(trace), ...(doing.concerns ?? [])])];
    return { salt: newSalt(), text: canonical(difference(trace)), concerns, erased: erasing(doing) };
  });
  const what = traces.map((trace, at) => changeOf(trace, digestOf(contents[at] as Content)));
  const at = doing.at.toISOString();
  const entry: Omit<TrailEntry, 'bodies'> = {
    // One request may do several deeds in the same instant; their digests are salted, so they differ.
    id: `${at}#${doing.request}#${what[0]?.digest.slice(0, 8)}`,
    at: toInstant(doing.at),
    by: nameOf(doing.caller),
    deed: doing.deed,
    request: doing.request,
    what,
  };
  return pend(table, chainFor(traces), entry, contents);
};

/** The writes that say, on the platform's chain, which bodies an erasure took: of itself it keeps nothing. */
export const witnessed =
  ({ table }: { table: Table }, erased: Erased) =>
  (bodies: readonly { chain: string; id: string }[]): Write[] => {
    const entry = erasureEntry(erased, bodies);
    const contents = entry.what.map((): Content => ({ salt: '', text: '', concerns: [], erased }));
    // Two who erase the same at once say it once.
    const which = digest(canonical(entry.what)).slice(0, 8);
    const id = `${new Date(erased.at).toISOString()}#${erased.request}#${which}`;
    return pend(table, platformChain, { ...entry, id }, contents);
  };

/** Chains what waits in one chain. Errors: `unavailable`, the signer's; what waits then waits on. */
export const sequenceTrail = (
  { table }: { table: Table },
  signer: Pick<Signer, 'sign'>,
  chain: string,
  now: Date,
): Promise<number> => sequence(table, chain, (digest) => signer.sign(digest), toInstant(now));

/**
 * Chains what waits, wherever that is: what the bell missed. A chain that cannot be is told at the end and keeps no other waiting.
 * Answers how many entries were chained.
 */
export const sequenceAll = async (
  house: { table: Table },
  signer: Pick<Signer, 'sign'>,
  now: Date,
): Promise<number> => {
  let done = 0;
  const failed: unknown[] = [];
  for (const chain of await waitingChains(house.table))
    try {
      done += await sequenceTrail(house, signer, chain, now);
    } catch (error) {
      failed.push(error);
    }
  if (failed.length > 0) throw failed[0];
  return done;
};

/** Entries as this caller may read them. What of a record is for nobody here stays away; its digest shows that it was changed. */
export const readEntries = async (
  table: Table,
  caller: Caller,
  chain: string,
  entries: readonly Numbered<TrailEntry>[],
): Promise<ReadEntry[]> => {
  const bodies = await bodiesOf(
    table,
    chain,
    entries.map(({ entry }) => entry),
  );
  const summit = chain.startsWith('summit:') ? chain.slice('summit:'.length) : undefined;
  return entries.map(({ number, hash, entry: { what, ...entry } }) => ({
    number,
    hash,
    ...entry,
    what: what.map((change, nth) => ({
      ...change,
      ...(isInsider(caller, change.type, { summit }) ? readBody(bodies.get(entry.id)?.[nth]) : {}),
    })),
  }));
};

/** How far a chain goes, signed, and how many deeds wait to be chained. */
export const readHead = async (table: Table, chain: string): Promise<ReadHead> => {
  const [head, waiting] = await Promise.all([findHead(table, chain), countWaiting(table, chain)]);
  return { chain, count: 0, ...head, waiting };
};
