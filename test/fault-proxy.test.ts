import { afterAll, describe, expect, inject, test } from 'vitest';
import { aFaultProxy, type Plan, seeded } from './fault-proxy.ts';
import { aTable } from './table.ts';

// The proxy is what the races are trusted for, so it is tested itself: each fault has to reach the SDK as DynamoDB's own would.
describe('the fault proxy', async () => {
  const house = await aTable();
  const proxies: { stop: () => Promise<void> }[] = [];
  afterAll(async () => {
    await house.drop();
    for (const proxy of proxies) await proxy.stop();
  });
  const through = async (plan?: Plan) => {
    const proxy = await aFaultProxy(inject('engine'), plan);
    proxies.push(proxy);
    return { proxy, table: house.through(proxy.url, { patience: 10_000 }) };
  };
  const put = (sk: string) => ({ Put: { TableName: house.name, Item: { pk: 'a', sk } } });

  test('counts round trips, and begins anew when told', async () => {
    const { proxy, table } = await through();

    await table.get({ pk: 'a', sk: 'nothing' });
    await table.sendTransaction([put('1')], 't1');

    expect(proxy.counts).toEqual({ GetItem: 1, TransactWriteItems: 1 });
    proxy.forget();
    expect(proxy.counts).toEqual({});
  });

  test('answers a conflict to a transaction that meets another one, naming which action met it', async () => {
    const { proxy, table } = await through({ conflicts: true, hold: 30 });

    const [first, second] = await Promise.allSettled([
      table.sendTransaction([put('2')], 't2'),
      table.sendTransaction([put('3'), put('2')], 't3'),
    ]);

    const loser = [first, second].find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect([first, second].filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(loser.reason).toMatchObject({ name: 'TransactionCanceledException' });
    expect(loser.reason.CancellationReasons.map(({ Code }: { Code: string }) => Code)).toContain('TransactionConflict');
    expect(proxy.struck.conflict).toBe(1);
  });

  test('lets transactions pass that touch nothing in common', async () => {
    const { table } = await through({ conflicts: true, hold: 30 });

    await Promise.all([table.sendTransaction([put('4')], 't4'), table.sendTransaction([put('5')], 't5')]);

    expect(await table.get({ pk: 'a', sk: '5' })).toEqual({ pk: 'a', sk: '5' });
  });

  test.each([
    ['cut-before', false],
    ['cut-after', true],
  ] as const)('%s breaks the connection, and whether the deed was done: %s', async (fault, done) => {
    const { proxy, table } = await through();
    proxy.next(fault);

    await expect(table.sendTransaction([put(fault)], fault)).rejects.toMatchObject({ code: 'ECONNRESET' });

    expect((await table.get({ pk: 'a', sk: fault })) !== undefined).toBe(done);
    expect(proxy.struck[fault]).toBe(1);
  });

  test('throttles reads and transactions in the words of DynamoDB', async () => {
    const { proxy, table } = await through({ seed: 7 });
    const names = new Set<string>();
    for (let tries = 0; tries < 12; tries += 1) {
      proxy.next('throttle');
      names.add(await table.sendTransaction([put('6')], `t6-${tries}`).then(String, ({ name }: Error) => name));
    }

    expect(names).toEqual(
      new Set(['TransactionCanceledException', 'ProvisionedThroughputExceededException', 'ThrottlingException']),
    );
    expect(await table.get({ pk: 'a', sk: '6' })).toBeUndefined();
  });

  test('does half of a batch and gives the rest back', async () => {
    const { proxy, table } = await through();
    const items = Array.from({ length: 9 }, (_, at) => ({ pk: 'b', sk: String(at) }));
    proxy.next('partial', 'BatchWriteItem');
    proxy.next('partial', 'BatchGetItem');

    await table.batchWrite(items);

    expect((await table.batchGet(items)).toSorted((a, b) => a.sk.localeCompare(b.sk))).toEqual(items);
    expect(proxy.counts).toEqual({ BatchWriteItem: 2, BatchGetItem: 2 });
  });

  test('a thousand items arrive and are read through all faults at once', async () => {
    const { proxy, table } = await through({
      seed: 3,
      conflicts: true,
      throttle: 0.1,
      cutBefore: 0.05,
      cutAfter: 0.05,
      partial: 0.3,
      slow: 0.1,
    });
    const items = Array.from({ length: 1_000 }, (_, at) => ({ pk: 'c', sk: String(at).padStart(4, '0') }));

    await table.batchWrite(items);

    expect(await table.all({ pk: 'c' })).toEqual(items);
    expect((await table.batchGet(items)).toSorted((a, b) => a.sk.localeCompare(b.sk))).toEqual(items);
    expect(proxy.struck.partial).toBeGreaterThan(0);
  });

  test('throws the same dice for the same seed', () => {
    const throws = (seed: number) => Array.from({ length: 5 }, seeded(seed));

    expect(throws(1)).toEqual(throws(1));
    expect(throws(1)).not.toEqual(throws(2));
    expect(throws(1).every((dice) => dice >= 0 && dice < 1)).toBe(true);
  });
});
