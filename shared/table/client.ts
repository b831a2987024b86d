import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { DomainError } from '../domain/error.ts';
import type { Key } from './key.ts';
import { type Pace, retrying, unavailable } from './retry.ts';
import { tableShape } from './shape.ts';

/** An item as it lies in the table. */
export type Item = Record<string, unknown> & Key;

/** A Query of one collection, or of the index `list`. */
export interface Question {
  pk: string;
  /** Sort keys that begin so. */
  prefix?: string;
  /** Sort keys below this, or from this on. */
  below?: string;
  from?: string;
  index?: 'list';
  /** From the last to the first. */
  backwards?: boolean | undefined;
  limit?: number;
  after?: Record<string, unknown> | undefined;
}

type TransactItems = NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>;
export type Action = TransactItems[number];
type WriteRequests = NonNullable<ConstructorParameters<typeof BatchWriteCommand>[0]['RequestItems']>[string];

/** The one port to the table. Everything else in this room speaks through it. */
export interface Table {
  name: string;
  pace: Pace;
  get(key: Key): Promise<Item | undefined>;
  /** One page; `next` is where the following one begins. */
  page(question: Question): Promise<{ items: Item[]; next: Record<string, unknown> | undefined }>;
  /** Every item that answers; one round trip up to 1 MB. */
  all(question: Question): Promise<Item[]>;
  /** Those of these items that there are, each once, in no order. */
  batchGet(keys: readonly Key[]): Promise<Item[]>;
  /** Puts and deletes without conditions, in any order, some before others. */
  batchWrite(puts: readonly Item[], deletes?: readonly Key[]): Promise<void>;
  /** Sends one transaction, once. Only transact.ts calls it. */
  sendTransaction(actions: readonly Action[], token: string): Promise<void>;
}

const condition = ({
  pk,
  prefix,
  below,
  from,
  index,
}: Question): Pick<
  QueryCommandInput,
  'KeyConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
> => {
  if (pk === '') throw new Error('A Query needs the key of its collection.');
  // DynamoDB refuses an empty key value, and the embedded engine lets it pass.
  if (prefix === '') throw new Error('A Query by a prefix needs some of it.');
  const keys = index ? tableShape.list : tableShape;
  const sort =
    prefix !== undefined
      ? 'begins_with(#sk, :sk)'
      : below !== undefined
        ? '#sk < :sk'
        : from !== undefined
          ? '#sk >= :sk'
          : undefined;
  return {
    KeyConditionExpression: ['#pk = :pk', ...(sort ? [sort] : [])].join(' AND '),
    ExpressionAttributeNames: { '#pk': keys.partitionKey, ...(sort ? { '#sk': keys.sortKey } : {}) },
    ExpressionAttributeValues: { ':pk': pk, ...(sort ? { ':sk': prefix ?? below ?? from } : {}) },
  };
};

const inSlices = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** The table over the SDK's document client. Retries are ours (retry.ts), because a transaction's are, and one mechanism is enough. */
export const openTable = (documents: DynamoDBDocumentClient, name: string, pace: Pace): Table => {
  const read = <T>(send: () => Promise<T>): Promise<T> => retrying(pace, send);

  const page: Table['page'] = async (question) => {
    const answer = await read(() =>
      documents.send(
        new QueryCommand({
          TableName: name,
          ...condition(question),
          ...(question.index ? { IndexName: tableShape.list.name } : { ConsistentRead: true }),
          ...(question.backwards ? { ScanIndexForward: false } : {}),
          ...(question.limit ? { Limit: question.limit } : {}),
          ...(question.after ? { ExclusiveStartKey: question.after } : {}),
        }),
      ),
    );
    return { items: (answer.Items ?? []) as Item[], next: answer.LastEvaluatedKey };
  };

  const getSlice = async (keys: Key[], until = pace.now() + pace.patience): Promise<Item[]> => {
    const answer = await read(() =>
      documents.send(new BatchGetCommand({ RequestItems: { [name]: { Keys: keys, ConsistentRead: true } } })),
    );
    const found = (answer.Responses?.[name] ?? []) as Item[];
    const left = (answer.UnprocessedKeys?.[name]?.Keys ?? []) as Key[];
    if (left.length === 0) return found;
    if (pace.now() >= until) throw unavailable();
    if (left.length === keys.length) await pace.pause(pace.random() * 100);
    return [...found, ...(await getSlice(left, until))];
  };

  const writeSlice = async (requests: WriteRequests, until: number): Promise<void> => {
    const answer = await read(() => documents.send(new BatchWriteCommand({ RequestItems: { [name]: requests } })));
    const left = answer.UnprocessedItems?.[name] ?? [];
    if (left.length === 0) return;
    if (pace.now() > until)
      throw new DomainError(
        'unavailable',
        'The records are busy. Try again in a moment, with the same Idempotency-Key.',
      );
    await pace.pause(pace.random() * 100);
    await writeSlice(left, until);
  };

  return {
    name,
    pace,
    page,
    get: async (key) =>
      (await read(() => documents.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true })))).Item as
        Item | undefined,
    all: async (question) => {
      const found: Item[] = [];
      let after: Record<string, unknown> | undefined;
      do {
        const answer = await page({ ...question, after });
        found.push(...answer.items);
        after = answer.next;
      } while (after);
      return found;
    },
    batchGet: async (keys) => {
      const distinct = new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key]));
      return (await Promise.all(inSlices([...distinct.values()], 100).map((slice) => getSlice(slice)))).flat();
    },
    batchWrite: async (puts, deletes = []) => {
      const requests = [
        ...puts.map((item) => ({ PutRequest: { Item: item } })),
        ...deletes.map((key) => ({ DeleteRequest: { Key: key } })),
      ];
      const until = pace.now() + pace.patience * 5;
      // Four at a time: a thousand paragraphs in a few seconds without flooding the table.
      for (const wave of inSlices(inSlices(requests, 25), 4))
        await Promise.all(wave.map((slice) => writeSlice(slice, until)));
    },
    sendTransaction: async (actions, token) => {
      await documents.send(new TransactWriteCommand({ TransactItems: [...actions], ClientRequestToken: token }));
    },
  };
};

// By itself the SDK only warns of a request that takes too long, and waits on.
const requestHandler = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** The SDK's client, told to retry nothing and to give up in time. */
export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 1, requestHandler }), {
    marshallOptions: { removeUndefinedValues: true },
  });
