import { type Instant, toInstant } from '../domain/when.ts';
import type { Item, Table } from './client.ts';
import { type Key, lists, type Place, placeIn } from './key.ts';

/** Everything that waits for a time is written to this part of the index, so it is spread over a few keys. */
const shards = 4;

const shardOf = (id: string): number =>
  Array.from(id).reduce((sum, character) => sum + character.charCodeAt(0), 0) % shards;

/** Where an item stands that has to be looked at when its time has come. Without a place it waits for nothing. */
export const duePlace = (at: Instant, id: string): Place => placeIn(lists.dueIn(shardOf(id)), `${at}#${id}`);

/** What is due, as the index shows it: the item itself is read before anything is done about it. */
export interface Due {
  type: string;
  key: Key;
  /** Since when. */
  at: Instant;
}

const dueOf = ({ pk, sk, type, listSk }: Item): Due => ({
  type: type as string,
  key: { pk, sk },
  at: String(listSk).slice(0, String(listSk).indexOf('#')),
});

const inShard = async (
  table: Table,
  shard: number,
  now: Date,
  { type, most }: { type?: string; most: number },
): Promise<Due[]> => {
  const found: Due[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    // Whatever fell due in this very second is below the mark that follows the separator.
    const question = {
      pk: lists.dueIn(shard),
      index: 'list',
      below: `${toInstant(now)}$`,
      limit: most,
      after,
    } as const;
    const page = await table.page(question);
    found.push(...page.items.map(dueOf).filter((due) => type === undefined || due.type === type));
    after = page.next;
  } while (after && found.length < most);
  return found.slice(0, most);
};

/**
 * What is due, of one type or of any, the longest overdue first; at most `most` of each shard, so that one reading stays small. The index lags
 * a little behind the items: who does something about one reads it again and lets a condition decide.
 */
export const whatIsDue = async (
  table: Table,
  now: Date,
  { type, most = 250 }: { type?: string; most?: number } = {},
): Promise<Due[]> => {
  const question = { ...(type === undefined ? {} : { type }), most };
  const found = await Promise.all(Array.from({ length: shards }, (_, shard) => inShard(table, shard, now, question)));
  return found.flat().toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
};
