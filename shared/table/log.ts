import { type Entry, type Head, type Numbered, numbered, signedDigest } from '../domain/chain.ts';
import type { Instant } from '../domain/when.ts';
import type { Item, Table } from './client.ts';
import { chainKey, collections, entryKey, lists, pendingKey, placeIn } from './key.ts';
import { bodyItems, type Content } from './log-body.ts';
import { markOf, putNew } from './mark.ts';
import { delay, unavailable } from './retry.ts';
import { Raced, transact, type Write } from './transact.ts';

/** Signs the digest of a head for the platform. */
export type Sign = (digest: Uint8Array) => Promise<{ key: string; signature: string }>;

/**
 * The writes that leave an entry in a chain, in the transaction of the deed that it tells of: it waits there for its number, and its bodies lie
 * beside the chain. One that `isSought` is found by its id once it has its number.
 */
export const pend = (
  table: Table,
  chain: string,
  draft: Omit<Entry, 'bodies'>,
  contents: readonly Content[],
  { isSought = false } = {},
): Write[] => {
  const { id, request } = draft;
  const { items, bodies } = bodyItems(chain, draft, contents);
  const entry: Entry = { ...draft, bodies };
  const waits = { entry, ...placeIn(lists.pending, `${id}#${chain}`), card: { chain }, ...(isSought && { isSought }) };
  const pending = markOf(pendingKey(chain, id), 'pending', request, waits);
  return [pending, ...items].map((item) => putNew(table, item));
};

/** How far a chain goes; undefined before its first entry has a number. */
export const findHead = async (table: Table, chain: string): Promise<Head | undefined> =>
  headOf(await table.get(chainKey(chain)));

const headOf = (item: Item | undefined): Head | undefined => item && (item.head as Head);

/** An entry that lies in the table as one of a chain. */
export const entryOf = <E extends Entry>({ number, hash, entry }: Item): Numbered<E> => ({
  number: number as number,
  hash: hash as string,
  entry: entry as E,
});

// Two for each entry and one for the head: as many as fit into a transaction.
const batch = 40;

/**
 * Gives waiting entries of a chain their numbers and hashes, and signs how far it goes now, in one transaction that holds the head to what was
 * read. However many do so at once, each entry is chained once. Errors: `Raced`, `unavailable`, the signer's.
 */
const chainBatch = async (
  table: Table,
  { chain, before, waiting }: { chain: string; before: Item | undefined; waiting: readonly Item[] },
  sign: Sign,
  at: Instant,
): Promise<number> => {
  const entries = numbered(
    chain,
    headOf(before),
    waiting.map(({ entry }) => entry as Entry),
  );
  const { number: count = 0, hash = '' } = entries.at(-1) ?? {};
  const reached = { chain, count, hash, at };
  const head: Head = { ...reached, ...(await sign(signedDigest(reached))) };
  const request = table.pace.token();
  const writes = [
    headWrite(table, head, before, request),
    ...entries.map((one, at) => putNew(table, entryItem(chain, one, waiting[at]?.isSought === true, request))),
    ...waiting.map((item) => chained(table, item)),
  ];
  await transact(table, writes, request);
  return entries.length;
};

const headWrite = (table: Table, head: Head, before: Item | undefined, request: string): Write => {
  const version = before ? Number(before.version) : 0;
  return {
    action: {
      Put: {
        TableName: table.name,
        Item: {
          ...chainKey(head.chain),
          type: 'chain',
          schema: 1,
          version: version + 1,
          request,
          head,
          ...placeIn(lists.chains, head.chain),
          card: { chain: head.chain },
        },
        ...(before
          ? {
              ConditionExpression: '#version = :was',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':was': version },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: () => new Raced(),
  };
};

const entryItem = (chain: string, { number, hash, entry }: Numbered, isSought: boolean, request: string): Item =>
  markOf(entryKey(chain, number), 'entry', request, {
    number,
    hash,
    entry,
    ...(isSought && { ...placeIn(lists.entryBy(chain, entry.id), 'ENTRY'), card: { number, hash } }),
  });

/**
 * Where a sought entry stands, by its id: one Query of the index, which follows the table; so nothing may be found a moment longer than it waits.
 */
export const findPlace = async (
  table: Table,
  chain: string,
  id: string,
): Promise<Pick<Numbered, 'number' | 'hash'> | undefined> => {
  const { items } = await table.page({ pk: lists.entryBy(chain, id), index: 'list', limit: 1 });
  return items[0]?.card as Pick<Numbered, 'number' | 'hash'> | undefined;
};

const chained = (table: Table, { pk, sk }: Item): Write => ({
  action: {
    Delete: {
      TableName: table.name,
      Key: { pk, sk },
      ConditionExpression: 'attribute_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: () => new Raced(),
});

/**
 * Chains everything that waits in one chain. Idempotent; several at once share the work, and whoever is overtaken goes on from there. Answers how
 * many entries this one chained. Errors: `unavailable` when the chain goes no further for as long as the table's patience; the signer's.
 */
export const sequence = async (table: Table, chain: string, sign: Sign, at: Instant): Promise<number> => {
  const { pace } = table;
  let [done, tries, until, seen] = [0, 0, 0, -1];
  for (;;) {
    const [before, { items: waiting }] = await Promise.all([
      table.get(chainKey(chain)),
      table.page({ ...collections.pendingIn(chain), limit: batch }),
    ]);
    if (waiting.length === 0) return done;
    const version = Number(before?.version ?? 0);
    if (version !== seen) [tries, until, seen] = [0, pace.now() + pace.patience, version];
    try {
      done += await chainBatch(table, { chain, before, waiting }, sign, at);
    } catch (error) {
      if (!(error instanceof Raced)) throw error;
      if (pace.now() >= until) throw unavailable();
      await pace.pause(delay(pace, (tries += 1)));
    }
  }
};

/** The chains in which something waits, those that wait longest first; the first page of what waits is enough to go on. */
export const waitingChains = async (table: Table): Promise<string[]> => {
  const { items } = await table.page({ pk: lists.pending, index: 'list', limit: 500 });
  return [...new Set(items.map(({ card }) => (card as { chain: string }).chain))];
};

/** Every chain that has a head, or for which something waits. */
export const allChains = async (table: Table): Promise<string[]> => {
  const items = await Promise.all([lists.chains, lists.pending].map((pk) => table.all({ pk, index: 'list' })));
  return [...new Set(items.flat().map(({ card }) => (card as { chain: string }).chain))].sort();
};

/** How many entries of a chain wait for their number; whoever is behind by a thousand is not told by how much. */
export const countWaiting = async (table: Table, chain: string): Promise<number> =>
  (await table.page({ ...collections.pendingIn(chain), limit: 1_000 })).items.length;

/** The entries of a chain that wait for their number. */
export const waitingIn = async (table: Table, chain: string): Promise<Entry[]> =>
  (await table.all(collections.pendingIn(chain))).map(({ entry }) => entry as Entry);
