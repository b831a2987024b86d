import { askAt } from '../domain/awaited.ts';
import type { Instant } from '../domain/when.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { outcomesAwaitedKey, type Key } from './key.ts';
import { clear, markOf } from './mark.ts';
import { Raced, type Write } from './transact.ts';

/** That the outcomes of a session are awaited since it was over, and how often they were asked for. */
export interface Awaited {
  summit: string;
  session: string;
  over: Instant;
  times: number;
}

const type = 'outcomes-awaited';

/** What is due is of this type. */
export const outcomesAwaited = { type } as const;

const wasNew = 'attribute_not_exists(pk)';
const wasAskedSoOften = 'awaited.times = :was';

/** Writes it as it is now, over what was read; without a next time it is gone. Whoever is overtaken reads again. */
const written = (table: Table, awaited: Awaited, was: number | undefined, request: string): Write => {
  const { summit, session, over, times } = awaited;
  const at = askAt(over, times);
  const key = outcomesAwaitedKey(summit, session);
  const held = was === undefined ? wasNew : wasAskedSoOften;
  const condition = {
    TableName: table.name,
    ConditionExpression: held,
    ...(was === undefined ? {} : { ExpressionAttributeValues: { ':was': was } }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const refuse = (): Error => new Raced();
  if (at === undefined) return { action: { Delete: { ...condition, Key: key } }, refuse };
  const item = markOf(key, type, request, { awaited, ...duePlace(at, `${summit}/${session}`) });
  return { action: { Put: { ...condition, Item: item } }, refuse };
};

/** Says that a session's outcomes are awaited, in the transaction in which it was held. */
export const awaitOutcomes = (
  table: Table,
  { summit, slug }: { summit: string; slug: string },
  over: Instant,
  request: string,
): Write => written(table, { summit, session: slug, over, times: 0 }, undefined, request);

/** What is awaited, if it still is. */
export const findAwaited = async (table: Table, key: Key): Promise<Awaited | undefined> =>
  (await table.get(key))?.awaited as Awaited | undefined;

/** They were asked for once more, in the transaction that orders the mails: once, however many clocks there are. */
export const askedOnceMore = (table: Table, awaited: Awaited, request: string): Write =>
  written(table, { ...awaited, times: awaited.times + 1 }, awaited.times, request);

/** Nothing is awaited any more. */
export const noLongerAwaited = (table: Table, { summit, session }: Awaited): Write =>
  clear(table, outcomesAwaitedKey(summit, session));
