import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import { digest } from '../../../shared/domain/digest.ts';
import { findReceipt, insertReceipt, type ReceiptKey } from '../../../shared/table/receipt.ts';
import { Raced, transact } from '../../../shared/table/transact.ts';
import { refusalOf } from '../../refusal.ts';
import { aTable } from '../../table.ts';
import { aStubbedTable } from './stub.ts';

const request: ReceiptKey = {
  caller: 'mirel',
  method: 'POST',
  path: '/api/v1/summits',
  key: 'k1',
  asked: digest('{"title":"Arvenne"}'),
};
const now = new Date('2031-05-02T09:00:00.750Z');
const seconds = Date.parse('2031-05-02T09:00:00Z') / 1_000;
const pk = `RECEIPT#${digest(JSON.stringify(['mirel', 'POST', '/api/v1/summits', 'k1']))}`;
const at = { pk: 'SUMMIT#arvenne', sk: 'SUMMIT' };

describe('the write of a receipt', () => {
  const { table } = aStubbedTable();

  test('is conditional on its absence or its expiry, and lasts a day in epoch seconds', () => {
    const write = insertReceipt(table, request, { answer: { slug: 'arvenne' }, at }, now, 'request-1');

    expect(write.action).toEqual({
      Put: {
        TableName: 'house',
        Item: {
          pk,
          sk: 'RECEIPT',
          type: 'receipt',
          schema: 1,
          version: 1,
          request: 'request-1',
          asked: request.asked,
          at,
          answer: '{"slug":"arvenne"}',
          expires: seconds + 86_400,
        },
        ConditionExpression: 'attribute_not_exists(pk) OR expires <= :now',
        ExpressionAttributeValues: { ':now': seconds },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
    expect(write.refuse(undefined)).toBeInstanceOf(Raced);
  });

  test('leaves out an answer of more than 32 KB, which is read again where it lies', () => {
    const answers = [31_998, 31_999].map((length) => 'x'.repeat(length));

    const kept = answers.map((answer) => insertReceipt(table, request, { answer, at }, now, 'r').action.Put?.Item);

    expect(kept.map((item) => [(item?.answer as string | undefined)?.length, item?.at])).toEqual([
      [32_000, at],
      [undefined, at],
    ]);
  });

  test('measures an answer in bytes', () => {
    const { Put } = insertReceipt(table, request, { answer: '語'.repeat(12_000) }, now, 'r').action;

    expect(Put?.Item).not.toHaveProperty('answer');
  });
});

describe('the receipt of an earlier answer', () => {
  const lying = (changes: object) => {
    const house = aStubbedTable();
    house.stub.on(GetCommand).resolves({
      Item: { pk, sk: 'RECEIPT', asked: request.asked, answer: '{"slug":"arvenne"}', expires: seconds + 1, ...changes },
    });
    return house;
  };

  test('is one read by its scope and key', async () => {
    const { table, sent } = lying({ at });

    expect(await findReceipt(table, request, now)).toEqual({ answer: { slug: 'arvenne' }, at });
    expect(sent()).toEqual([['GetCommand', { TableName: 'house', Key: { pk, sk: 'RECEIPT' }, ConsistentRead: true }]]);
  });

  test.each([
    ['a second before it expires', seconds + 1, true],
    ['the second it expires', seconds, false],
    ['later, when the table has not removed it yet', seconds - 3_600, false],
  ])('%s counts: %s', async (_, expires, counts) => {
    expect((await findReceipt(lying({ expires }).table, request, now)) !== undefined).toBe(counts);
  });

  test('of another body is refused', async () => {
    const { table } = lying({ asked: digest('{"title":"Osk"}') });

    expect(await refusalOf(findReceipt(table, request, now))).toEqual({
      code: 'key-reused',
      detail: 'This Idempotency-Key was used with another request. Send the same request again, or take a new key.',
    });
  });

  test('of another body that has expired is gone', async () => {
    const { table } = lying({ asked: digest('{"title":"Osk"}'), expires: seconds });

    expect(await findReceipt(table, request, now)).toBeUndefined();
  });

  test('whose answer was too large says where it lies', async () => {
    expect(await findReceipt(lying({ answer: undefined, at }).table, request, now)).toEqual({ answer: undefined, at });
  });

  test.each(['caller', 'method', 'path', 'key'] as const)('belongs to its %s', async (part) => {
    const { table, sent } = lying({});

    await findReceipt(table, { ...request, [part]: 'another' }, now);

    expect(sent()).not.toContainEqual([
      'GetCommand',
      { TableName: 'house', Key: { pk, sk: 'RECEIPT' }, ConsistentRead: true },
    ]);
  });
});

describe('on the engine', async () => {
  const { table, drop } = await aTable();
  afterAll(drop);
  const keep = (key: string, when: Date, id: string) =>
    transact(table, [insertReceipt(table, { ...request, key }, { answer: id, at }, when, id)], id);
  const later = (ms: number) => new Date(now.getTime() + ms);

  test('a receipt is kept once, and found until it expires', async () => {
    await keep('e1', now, 'first');

    await expect(keep('e1', later(86_399_000), 'second')).rejects.toBeInstanceOf(Raced);
    expect(await findReceipt(table, { ...request, key: 'e1' }, later(86_399_000))).toEqual({ answer: 'first', at });
  });

  test('an expired receipt is found no longer, and may be written over by then and not before', async () => {
    await keep('e2', now, 'first');
    const expiry = new Date((seconds + 86_400) * 1_000);

    expect(await findReceipt(table, { ...request, key: 'e2' }, expiry)).toBeUndefined();
    await keep('e2', expiry, 'second');
    expect(await findReceipt(table, { ...request, key: 'e2' }, expiry)).toEqual({ answer: 'second', at });
  });

  test('of ten with the same key, one keeps its answer', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `r${index}`);

    const settled = await Promise.allSettled(ids.map((id) => keep('e3', now, id).then(() => id)));

    const won = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won).toEqual([(await findReceipt(table, { ...request, key: 'e3' }, now))?.answer]);
  });
});
