import { type Instant, toInstant } from '../domain/when.ts';
import type { Item, Table } from './client.ts';
import { type Due, duePlace } from './due.ts';
import { type Key, signatureTellingKey } from './key.ts';
import { markOf, put } from './mark.ts';
import { Raced, type Write } from './transact.ts';

/** That the organization's other contacts are still to be told of a signature. */
export interface SignatureTelling {
  summit: string;
  declaration: string;
  signature: string;
  entry: string;
  since: Instant;
  /** Who acted, by their ids or the digests of their addresses: they know. */
  acted: readonly string[];
}

const type = 'signature-telling';

/** What is due is of this type. */
export const signatureTellings = { type } as const;

/** Says that a signature is to be told of, in the transaction that records it. */
export const tellOf = (table: Table, telling: SignatureTelling, request: string): Write => {
  const { summit, declaration, signature, since } = telling;
  const says = { telling, ...duePlace(since, `${summit}/${declaration}/${signature}`) };
  return put(table, markOf(signatureTellingKey(summit, declaration, signature), type, request, says));
};

/** The same for one that is recorded now. */
export const tellNow = (
  table: Table,
  telling: Omit<SignatureTelling, 'since'>,
  { at, request }: { at: Date; request: string },
): Write => tellOf(table, { ...telling, since: toInstant(at) }, request);

const tellingIn = (item: Item | undefined): SignatureTelling | undefined => item && (item.telling as SignatureTelling);

/** What is to be told, if it has not been. */
export const findSignatureTelling = async (table: Table, { key }: Pick<Due, 'key'>) => tellingIn(await table.get(key));

/** Says that it has been told, once. */
export const toldOf = (table: Table, key: Key, { entry }: SignatureTelling): Write => ({
  action: {
    Delete: {
      TableName: table.name,
      Key: key,
      ConditionExpression: '#telling.#entry = :entry',
      ExpressionAttributeNames: { '#telling': 'telling', '#entry': 'entry' },
      ExpressionAttributeValues: { ':entry': entry },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: () => new Raced(),
});
