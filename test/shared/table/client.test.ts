import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BatchGetCommand, BatchWriteCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import { documentClient } from '../../../shared/table/client.ts';
import { isLost } from '../../../shared/table/retry.ts';
import { refusalOf } from '../../refusal.ts';
import { aStubbedTable, cut, sdkError } from './stub.ts';

const key = (sk: number | string) => ({ pk: 'a', sk: String(sk) });
const keys = (count: number) => Array.from({ length: count }, (_, at) => key(at));
const busy = {
  code: 'unavailable',
  detail: 'The records could not be reached in time. Nothing is lost; try again in a few seconds.',
};

describe('one item', () => {
  test('is read by its key, as it stands', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(GetCommand).resolves({ Item: { ...key(1), type: 'x' } });

    const item = await table.get(key(1));

    expect(item).toEqual({ ...key(1), type: 'x' });
    expect(sent()).toEqual([['GetCommand', { TableName: 'house', Key: key(1), ConsistentRead: true }]]);
  });

  test('is undefined when there is none', async () => {
    const { table, stub } = aStubbedTable();
    stub.on(GetCommand).resolves({});

    expect(await table.get(key(1))).toBeUndefined();
  });

  test('is asked for again when the answer was lost or the table busy', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub
      .on(GetCommand)
      .rejectsOnce(cut())
      .rejectsOnce(sdkError('ProvisionedThroughputExceededException'))
      .resolves({ Item: key(1) });

    expect(await table.get(key(1))).toEqual(key(1));
    expect(sent()).toHaveLength(3);
  });

  test('whose answer never comes is unavailable', async () => {
    const { table, stub, pace } = aStubbedTable();
    stub.on(GetCommand).rejects(sdkError('ThrottlingException'));

    expect(await refusalOf(table.get(key(1)))).toEqual(busy);
    expect(pace.waited.reduce((sum, ms) => sum + ms)).toBeGreaterThanOrEqual(3_000);
  });

  test('that the table refuses to read is an error at once', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(GetCommand).rejects(sdkError('ValidationException'));

    await expect(table.get(key(1))).rejects.toThrow('ValidationException');
    expect(sent()).toHaveLength(1);
  });
});

describe('a page of a Query', () => {
  test.each([
    ['of a collection', {}, { expression: '#pk = :pk', names: {}, values: {} }],
    [
      'by prefix',
      { prefix: 'TRACK#' },
      { expression: '#pk = :pk AND begins_with(#sk, :sk)', names: { '#sk': 'sk' }, values: { ':sk': 'TRACK#' } },
    ],
    [
      'below a key',
      { below: 'WENT' },
      { expression: '#pk = :pk AND #sk < :sk', names: { '#sk': 'sk' }, values: { ':sk': 'WENT' } },
    ],
    [
      'from a key on',
      { from: 'WENT' },
      { expression: '#pk = :pk AND #sk >= :sk', names: { '#sk': 'sk' }, values: { ':sk': 'WENT' } },
    ],
  ])('%s asks for just that, as it stands', async (_, question, { expression, names, values }) => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(QueryCommand).resolves({ Items: [key(1)] });

    expect(await table.page({ pk: 'a', ...question })).toEqual({ items: [key(1)], next: undefined });
    expect(sent()).toEqual([
      [
        'QueryCommand',
        {
          TableName: 'house',
          KeyConditionExpression: expression,
          ExpressionAttributeNames: { '#pk': 'pk', ...names },
          ExpressionAttributeValues: { ':pk': 'a', ...values },
          ConsistentRead: true,
        },
      ],
    ]);
  });

  test('of the index names it and its own keys, and begins where it is told', async () => {
    const { table, stub, sent } = aStubbedTable();
    const after = { ...key(1), listPk: 'SUMMITS', listSk: 'x' };
    stub.on(QueryCommand).resolves({ Items: [], LastEvaluatedKey: after });

    const page = await table.page({ pk: 'SUMMITS', index: 'list', prefix: '2031', limit: 7, after });

    expect(page).toEqual({ items: [], next: after });
    expect(sent()).toEqual([
      [
        'QueryCommand',
        {
          TableName: 'house',
          IndexName: 'list',
          KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :sk)',
          ExpressionAttributeNames: { '#pk': 'listPk', '#sk': 'listSk' },
          ExpressionAttributeValues: { ':pk': 'SUMMITS', ':sk': '2031' },
          Limit: 7,
          ExclusiveStartKey: after,
        },
      ],
    ]);
  });

  test('of no collection, or by no prefix, is never asked for', async () => {
    const { table, sent } = aStubbedTable();

    await expect(table.page({ pk: '' })).rejects.toThrow('A Query needs the key of its collection.');
    await expect(table.page({ pk: 'A', prefix: '' })).rejects.toThrow('A Query by a prefix needs some of it.');
    expect(sent()).toEqual([]);
  });
});

test('everything that answers is read page by page', async () => {
  const { table, stub, sent } = aStubbedTable();
  stub
    .on(QueryCommand)
    .resolvesOnce({ Items: [key(1)], LastEvaluatedKey: key(1) })
    .rejectsOnce(cut())
    .resolvesOnce({ Items: [], LastEvaluatedKey: key(2) })
    .resolvesOnce({ Items: [key(3)] });

  expect(await table.all({ pk: 'a' })).toEqual([key(1), key(3)]);
  expect(sent().map(([, input]) => (input as { ExclusiveStartKey?: object }).ExclusiveStartKey)).toEqual([
    undefined,
    key(1),
    key(1),
    key(2),
  ]);
});

describe('many items by their keys', () => {
  const asked = (wanted: object[]) => ({ RequestItems: { house: { Keys: wanted, ConsistentRead: true } } });

  test('are read once each, a hundred at a time', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(BatchGetCommand).callsFake((input: ReturnType<typeof asked>) => ({
      Responses: { house: input.RequestItems.house.Keys },
    }));

    const found = await table.batchGet([...keys(150), key(0), key(149)]);

    expect(found).toEqual(keys(150));
    expect(sent()).toEqual([
      ['BatchGetCommand', asked(keys(100))],
      ['BatchGetCommand', asked(keys(150).slice(100))],
    ]);
  });

  test('that were left unprocessed are asked for again, and only those', async () => {
    const { table, stub, sent, pace } = aStubbedTable();
    stub
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: { house: [key(0)] }, UnprocessedKeys: { house: { Keys: [key(1), key(2)] } } })
      .resolvesOnce({ UnprocessedKeys: { house: { Keys: [key(1), key(2)] } } })
      .resolvesOnce({ Responses: { house: [key(2), key(1)] } });

    expect(await table.batchGet(keys(3))).toEqual([key(0), key(2), key(1)]);
    expect(sent().map(([, input]) => input)).toEqual([
      asked(keys(3)),
      asked([key(1), key(2)]),
      asked([key(1), key(2)]),
    ]);
    expect(pace.waited).toEqual([50]);
  });

  test('that stay unprocessed are unavailable in the end', async () => {
    const { table, stub } = aStubbedTable();
    stub.on(BatchGetCommand).callsFake((input: ReturnType<typeof asked>) => ({ UnprocessedKeys: input.RequestItems }));

    expect(await refusalOf(table.batchGet(keys(3)))).toEqual(busy);
  });

  test('that are none cost no round trip', async () => {
    const { table, sent } = aStubbedTable();

    expect(await table.batchGet([])).toEqual([]);
    expect(sent()).toEqual([]);
  });
});

describe('many items', () => {
  interface Batch {
    RequestItems: { house: object[] };
  }
  const puts = (from: number, to: number) =>
    keys(to)
      .slice(from)
      .map((item) => ({ PutRequest: { Item: item } }));

  test('are written and removed 25 at a time', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(BatchWriteCommand).resolves({});

    await table.batchWrite(keys(30), [key('gone')]);

    expect(sent()).toEqual([
      ['BatchWriteCommand', { RequestItems: { house: puts(0, 25) } }],
      ['BatchWriteCommand', { RequestItems: { house: [...puts(25, 30), { DeleteRequest: { Key: key('gone') } }] } }],
    ]);
  });

  test('that were left unprocessed are written again, and only those', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub
      .on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { house: puts(1, 3) } })
      .rejectsOnce(cut())
      .resolvesOnce({ UnprocessedItems: {} });

    await table.batchWrite(keys(3));

    expect(sent().map(([, input]) => (input as Batch).RequestItems.house)).toEqual([
      puts(0, 3),
      puts(1, 3),
      puts(1, 3),
    ]);
  });

  test('that stay unprocessed are unavailable in the end', async () => {
    const { table, stub } = aStubbedTable();
    stub.on(BatchWriteCommand).callsFake((input: Batch) => ({ UnprocessedItems: input.RequestItems }));

    expect(await refusalOf(table.batchWrite(keys(3)))).toEqual({
      code: 'unavailable',
      detail: 'The records are busy. Try again in a moment, with the same Idempotency-Key.',
    });
  });

  test('are sent by four at once, each of them once, however they come back', async () => {
    const { table, stub } = aStubbedTable();
    const written: object[] = [];
    let [atOnce, most, turn] = [0, 0, 0];
    stub.on(BatchWriteCommand).callsFake(async (input: Batch) => {
      most = Math.max(most, (atOnce += 1));
      await Promise.resolve();
      atOnce -= 1;
      const requests = input.RequestItems.house;
      const left = (turn += 1) % 3 === 0 ? requests.slice(1) : [];
      written.push(...requests.slice(0, requests.length - left.length));
      return left.length > 0 ? { UnprocessedItems: { house: left } } : {};
    });

    await table.batchWrite(keys(1_000));

    expect(most).toBe(4);
    expect(written).toHaveLength(1_000);
    expect(new Set(written.map((request) => JSON.stringify(request))).size).toBe(1_000);
  });
});

test('the SDK retries nothing by itself: one mechanism is enough', async () => {
  expect(await documentClient().config.maxAttempts()).toBe(1);
});

test('a request that nobody answers is given up: by itself the SDK would only warn, and wait on', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  try {
    const get = new GetCommand({ TableName: 'house', Key: key(1) });

    const error: unknown = await documentClient()
      .send(get)
      .catch((thrown: unknown) => thrown);

    expect(isLost(error)).toBe(true);
  } finally {
    vi.unstubAllEnvs();
    silent.closeAllConnections();
    silent.close();
  }
}, 20_000);
