import { randomUUID } from 'node:crypto';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { DomainError } from '../../../shared/domain/error.ts';
import type { Table } from '../../../shared/table/client.ts';
import { insert, type Kind, remove } from '../../../shared/table/item.ts';
import { trackKind } from '../../../shared/table/track.ts';
import { mostActions, mostBytes, Raced, transact, type Write } from '../../../shared/table/transact.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { aFaultProxy } from '../../fault-proxy.ts';
import { aTrack } from '../../records.ts';
import { refusalOf } from '../../refusal.ts';
import { aTable } from '../../table.ts';
import { aStubbedTable, cancelledBy, cut, sdkError } from './stub.ts';

const action = (sk = 'b'): Write['action'] => ({ Put: { TableName: 'house', Item: { pk: 'a', sk } } });
const removal: Write['action'] = { Delete: { TableName: 'house', Key: { pk: 'a', sk: 'b' } } };
const taken = () => new DomainError('slug-taken', 'There is one already.');
const write = (refuse: Write['refuse'] = taken, what = action()): Write => ({ action: what, refuse });
const raced = (): Raced => new Raced();

const failed = (Item?: object) => ({ Code: 'ConditionalCheckFailed', ...(Item ? { Item } : {}) });
const fine = { Code: 'None' };
const conflict = { Code: 'TransactionConflict' };
const busy = {
  code: 'unavailable',
  detail: 'The records could not be reached in time. Nothing is lost; try again in a few seconds.',
};

describe('a transaction', () => {
  test('is one command with a token', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(TransactWriteCommand).resolves({});

    await transact(table, [write(), write(taken, removal)], 'request-1');

    expect(sent()).toEqual([
      ['TransactWriteCommand', { TransactItems: [action(), removal], ClientRequestToken: 'token-1' }],
    ]);
  });

  test.each([
    ['a conflict', cancelledBy(fine, conflict)],
    ['a throttle of one of its actions', cancelledBy({ Code: 'ThrottlingError' }, fine)],
    ['an exhausted partition', cancelledBy({ Code: 'ProvisionedThroughputExceeded' }, fine)],
    ['a throttle', sdkError('ProvisionedThroughputExceededException')],
    ['itself still under way', sdkError('TransactionInProgressException')],
    ['a cut connection', cut()],
    ['a failing server', sdkError('InternalServerError', { $fault: 'server' })],
  ])('that meets %s is sent again under the same token', async (_, error) => {
    const { table, stub, sent, pace } = aStubbedTable();
    stub.on(TransactWriteCommand).rejectsOnce(error).rejectsOnce(error).resolves({});

    await transact(table, [write(), write()], 'request-1');

    expect(sent()).toHaveLength(3);
    expect(new Set(sent().map(([, input]) => (input as { ClientRequestToken: string }).ClientRequestToken))).toEqual(
      new Set(['token-1']),
    );
    expect(pace.waited).toEqual([12.5, 25]);
  });

  test.each([
    ['conflicts', cancelledBy(conflict, fine)],
    ['throttles', sdkError('ThrottlingException')],
    ['cut connections', cut()],
  ])('that meets nothing but %s is unavailable after its patience of 3 s', async (_, error) => {
    const { table, stub, pace } = aStubbedTable();
    stub.on(TransactWriteCommand).rejects(error);

    expect(await refusalOf(transact(table, [write(), write()], 'request-1'))).toEqual(busy);
    const waited = pace.waited.reduce((sum, ms) => sum + ms);
    expect(waited).toBeGreaterThanOrEqual(3_000);
    expect(waited).toBeLessThan(3_400);
  });

  test.each([
    ['a wrong request', sdkError('ValidationException')],
    ['a cancellation that no other try will mend', cancelledBy({ Code: 'ValidationError' }, fine)],
    ['an item that grew too large', cancelledBy({ Code: 'ItemCollectionSizeLimitExceeded' }, fine)],
  ])('that meets %s is not sent again', async (_, error) => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(TransactWriteCommand).rejects(error);

    await expect(transact(table, [write(), write()], 'request-1')).rejects.toBe(error);
    expect(sent()).toHaveLength(1);
  });

  test(`of more than ${mostActions} actions is refused before it is sent`, async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(TransactWriteCommand).resolves({});
    const many = (count: number) => Array.from({ length: count }, (_, at) => write(taken, action(String(at))));

    await transact(table, many(90), 'request-1');

    expect(await refusalOf(transact(table, many(91), 'request-1'))).toEqual({
      code: 'too-many-at-once',
      detail:
        'This touches 91 records at once and 90 fit. Split it: send fewer names, organizations or panelists in one request.',
    });
    expect(sent()).toHaveLength(1);
  });

  test('holds what goes beside every deed on top of that, up to a hundred in all', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(TransactWriteCommand).resolves({});
    const many = (count: number) => Array.from({ length: count }, (_, at) => write(taken, action(String(at))));

    await transact(table, many(90), 'request-1', many(10));

    expect((await refusalOf(transact(table, many(90), 'request-1', many(11)))).code).toBe('too-many-at-once');
    expect(sent().map(([, input]) => (input as { TransactItems: unknown[] }).TransactItems.length)).toEqual([100]);
  });

  test('of more bytes than fit is refused before it is sent', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(TransactWriteCommand).resolves({});
    const large = { Put: { TableName: 'house', Item: { pk: 'a', sk: 'b', card: 'é'.repeat(mostBytes / 40) } } };
    const many = (count: number) => Array.from({ length: count }, () => write(taken, large));

    await transact(table, many(19), 'request-1');

    expect(await refusalOf(transact(table, many(20), 'request-1'))).toEqual({
      code: 'too-many-at-once',
      detail: 'This writes 4.0 MB at once and 4 fit. Shorten the names and titles, or split it.',
    });
    expect(sent()).toHaveLength(1);
  });
});

describe('a failed condition', () => {
  test('becomes the refusal that its write names, decided from the item that stood in the way', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(TransactWriteCommand).rejects(cancelledBy(fine, failed({ version: { N: '7' } })));
    const stale = write((old) => new DomainError('stale', `It is version ${old?.version?.N}.`));

    expect(await refusalOf(transact(table, [write(), stale], 'request-1'))).toEqual({
      code: 'stale',
      detail: 'It is version 7.',
    });
    expect(sent()).toHaveLength(1);
  });

  test('with a name goes before one that only says that somebody was faster', async () => {
    const { table, stub } = aStubbedTable();
    stub.on(TransactWriteCommand).rejects(cancelledBy(failed(), failed(), failed()));

    const refusal = await refusalOf(transact(table, [write(raced), write(), write(raced)], 'request-1'));

    expect(refusal.code).toBe('slug-taken');
  });

  test('without a name says that somebody was faster', async () => {
    const { table, stub } = aStubbedTable();
    stub.on(TransactWriteCommand).rejects(cancelledBy(fine, failed()));

    await expect(transact(table, [write(), write(raced)], 'request-1')).rejects.toBeInstanceOf(Raced);
  });

  test('goes before a conflict of another action', async () => {
    const { table, stub } = aStubbedTable();
    stub.on(TransactWriteCommand).rejects(cancelledBy(conflict, failed()));

    expect((await refusalOf(transact(table, [write(), write()], 'request-1'))).code).toBe('slug-taken');
  });
});

describe('a lost answer', () => {
  test('followed by a failed condition on an item of this very request was a success', async () => {
    const { table, stub } = aStubbedTable();
    stub
      .on(TransactWriteCommand)
      .rejectsOnce(cut())
      .rejectsOnce(cancelledBy(conflict, fine))
      .rejects(cancelledBy(fine, failed({ request: { S: 'request-1' } })));

    await expect(transact(table, [write(), write()], 'request-1')).resolves.toBeUndefined();
  });

  test('followed by a failed condition on an item of another request was none', async () => {
    const { table, stub } = aStubbedTable();
    stub
      .on(TransactWriteCommand)
      .rejectsOnce(cut())
      .rejects(cancelledBy(fine, failed({ request: { S: 'request-2' } })));

    expect((await refusalOf(transact(table, [write(), write()], 'request-1'))).code).toBe('slug-taken');
  });

  test('followed by the absence of what was to be removed was a success', async () => {
    const { table, stub } = aStubbedTable();
    stub.on(TransactWriteCommand).rejectsOnce(cut()).rejects(cancelledBy(failed()));

    await expect(transact(table, [write(raced, removal)], 'request-1')).resolves.toBeUndefined();
  });

  test('is needed for that: an answer that came and names our own item is a refusal', async () => {
    const { table, stub } = aStubbedTable();
    stub
      .on(TransactWriteCommand)
      .rejectsOnce(sdkError('ThrottlingException'))
      .rejects(cancelledBy(failed({ request: { S: 'request-1' } })));

    expect((await refusalOf(transact(table, [write()], 'request-1'))).code).toBe('slug-taken');
  });
});

describe('on an engine that fails', async () => {
  const house = await aTable();
  const proxies: { stop: () => Promise<void> }[] = [];
  const through = async (plan: Parameters<typeof aFaultProxy>[1]) => {
    const proxy = await aFaultProxy(inject('engine'), plan);
    proxies.push(proxy);
    // Longer than the product's patience: a slow machine must not decide a race.
    return { proxy, table: house.through(proxy.url, { patience: 10_000 }) };
  };
  afterAll(async () => {
    await house.drop();
    for (const proxy of proxies) await proxy.stop();
  });

  const kind: Kind<Track> = trackKind;
  const aNewTrack = (): Track => aTrack({ slug: `t-${randomUUID()}` });
  const add = (table: Table, track: Track, request: string) =>
    transact(table, [insert(table, kind, track, request, taken)], request);

  test.each([
    ['remembers its token', false],
    ['does not', true],
  ])('an ambiguous success is a success, whether the engine %s', async (_, hideTokens) => {
    const { proxy, table } = await through({ hideTokens });
    const track = aNewTrack();
    proxy.next('cut-after');

    await add(table, track, 'mine');

    expect(proxy.counts).toEqual({ TransactWriteItems: 2 });
    expect((await house.table.get(kind.key(track)))?.request).toBe('mine');
    expect((await refusalOf(add(table, track, 'other'))).code).toBe('slug-taken');
  });

  test('a removal whose answer was lost is a removal', async () => {
    const { proxy, table } = await through({ hideTokens: true });
    const track = aNewTrack();
    await add(table, track, 'mine');
    proxy.next('cut-after');

    await transact(table, [remove(table, kind, track)], 'removal');

    expect(await house.table.get(kind.key(track))).toBeUndefined();
  });

  test('what was cut before it arrived is done by the next try, once', async () => {
    const { proxy, table } = await through({});
    const track = aNewTrack();
    proxy.next('cut-before');
    proxy.next('throttle');
    proxy.next('conflict');

    await add(table, track, 'mine');

    expect(proxy.counts).toEqual({ TransactWriteItems: 4 });
    expect((await house.table.get(kind.key(track)))?.version).toBe(1);
  });

  test('of twenty who want the same name, through conflicts, throttles and cut connections, one gets it', async () => {
    const { proxy, table } = await through({
      seed: 12,
      conflicts: true,
      throttle: 0.1,
      cutBefore: 0.05,
      cutAfter: 0.1,
      slow: 0.1,
      hideTokens: true,
    });
    const track = aNewTrack();

    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => add(table, track, `request-${at}`).then(() => `request-${at}`)),
    );

    const won = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const lost = settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as DomainError).code] : []));
    expect(won).toEqual([(await house.table.get(kind.key(track)))?.request]);
    expect(lost).toEqual(Array(19).fill('slug-taken'));
    expect(proxy.struck.conflict).toBeGreaterThan(0);
  });
});
