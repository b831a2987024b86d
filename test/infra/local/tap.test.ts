import {
  GetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { startTap, type Tap, type Written } from '../../../infra/local/tap.ts';
import { aTable, clientAt, type House } from '../../table.ts';

let house: House;
let tap: Tap;
let told: Written[];
let documents: DynamoDBDocumentClient;

beforeAll(async () => {
  house = await aTable();
  tap = await startTap(inject('engine'), (written) => void told.push(...written));
  documents = DynamoDBDocumentClient.from(clientAt(tap.endpoint));
});
afterAll(async () => {
  documents.destroy();
  await tap.stop();
  await house.drop();
});
beforeEach(() => {
  told = [];
});

const key = (pk: string) => ({ pk, sk: 'A' });
const image = (pk: string, n?: number) => ({
  pk: { S: pk },
  sk: { S: 'A' },
  ...(n !== undefined && { n: { N: String(n) } }),
});
const TableName = () => house.name;

it('tells each write with what the item is then, however it was written', async () => {
  await documents.send(
    new PutCommand({
      TableName: TableName(),
      Item: { ...key('put'), n: 1 },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  );
  await documents.send(
    new UpdateCommand({
      TableName: TableName(),
      Key: key('put'),
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
  await documents.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: TableName(), Item: key('transacted') } },
        { Delete: { TableName: TableName(), Key: key('put') } },
      ],
    }),
  );
  await documents.send(
    new BatchWriteCommand({ RequestItems: { [house.name]: [{ PutRequest: { Item: key('batched') } }] } }),
  );
  expect(told).toEqual([
    { table: house.name, isNew: true, image: image('put', 1) },
    { table: house.name, isNew: false, image: image('put', 2) },
    { table: house.name, isNew: false, image: image('transacted') },
    { table: house.name, isNew: false, image: image('batched') },
  ]);
});

it('tells nothing of what was only read, or refused', async () => {
  await documents.send(new GetCommand({ TableName: TableName(), Key: key('batched') }));
  const refused = documents.send(
    new PutCommand({ TableName: TableName(), Item: key('batched'), ConditionExpression: 'attribute_not_exists(pk)' }),
  );
  await expect(refused).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  expect(told).toEqual([]);
});
