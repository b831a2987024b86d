import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { PanelRule } from '../../../shared/domain/panelist.ts';
import type { Item, Table } from '../../../shared/table/client.ts';
import { tallyKey } from '../../../shared/table/key.ts';
import {
  changeChair,
  insertTally,
  leavePlace,
  removeTally,
  takeOutcomeNumber,
  takePlace,
  type Tally,
  tallyOf,
  tallyUnchanged,
} from '../../../shared/table/tally.ts';
import { Raced, transact, type Write } from '../../../shared/table/transact.ts';
import { runs } from '../../counts.ts';
import { aFaultProxy } from '../../fault-proxy.ts';
import { refusal, refusalOf } from '../../refusal.ts';
import { aTable } from '../../table.ts';
import { aStubbedTable } from './stub.ts';

const at = { summit: 'arvenne-2031', slug: 'vc-d-12' };
const key = { pk: 'SESSION#arvenne-2031#vc-d-12', sk: 'TALLY' };
const rule: PanelRule = { size: 4, chairs: 1 };
const free: PanelRule = { size: 4, chairs: undefined };
const raise = (error: Error): never => {
  throw error;
};
const person = (name: string, chairs: 0 | 1 = 0) => ({ person: name, chairs });

const full = {
  code: 'panel-full',
  detail: 'The panel has 4 of 4 people. Withdraw or replace somebody first, or let the track allow more.',
};
const chaired = {
  code: 'chair-taken',
  detail: 'The panel already has its moderator or chair. Give this person another role, or withdraw the other first.',
};
const seated = {
  code: 'person-seated',
  detail: 'This person already has a place on this panel. Change that place instead of adding another.',
};
const noSession = {
  code: 'not-found',
  detail: 'There is no such session. Check the address; lists show what there is.',
};

describe('the one update that', () => {
  const { table } = aStubbedTable();
  const updated = (write: Write, changes: object) =>
    expect(write.action).toEqual({
      Update: {
        TableName: 'house',
        Key: key,
        ExpressionAttributeNames: { '#version': 'version', '#request': 'request' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        ...changes,
      },
    });

  test('takes a place is conditional on room, and on the person having none', () => {
    updated(takePlace(table, at, person('ilka'), rule, 'r1'), {
      UpdateExpression: 'ADD #version :step, panel :step, chairs :chair, people :people SET #request = :request',
      ConditionExpression: 'attribute_exists(pk) AND panel < :size AND NOT contains(people, :person)',
      ExpressionAttributeValues: {
        ':step': 1,
        ':request': 'r1',
        ':size': 4,
        ':person': 'ilka',
        ':people': new Set(['ilka']),
        ':chair': 0,
      },
    });
  });

  test('takes the chair is conditional on its being free too, where the track wants one', () => {
    updated(takePlace(table, at, person('ilka', 1), rule, 'r1'), {
      UpdateExpression: 'ADD #version :step, panel :step, chairs :chair, people :people SET #request = :request',
      ConditionExpression:
        'attribute_exists(pk) AND panel < :size AND NOT contains(people, :person) AND chairs < :chairs',
      ExpressionAttributeValues: {
        ':step': 1,
        ':request': 'r1',
        ':size': 4,
        ':person': 'ilka',
        ':people': new Set(['ilka']),
        ':chair': 1,
        ':chairs': 1,
      },
    });
  });

  test('leaves a place is conditional on the person having it', () => {
    const write = leavePlace(table, at, person('ilka', 1), 'r1');

    updated(write, {
      UpdateExpression: 'ADD #version :step, panel :less, chairs :chair DELETE people :people SET #request = :request',
      ConditionExpression: 'attribute_exists(pk) AND contains(people, :person)',
      ExpressionAttributeValues: {
        ':step': 1,
        ':request': 'r1',
        ':less': -1,
        ':chair': -1,
        ':people': new Set(['ilka']),
        ':person': 'ilka',
      },
    });
    expect(write.refuse(undefined)).toBeInstanceOf(Raced);
  });

  test('takes an outcome number is conditional on the one before being the last', () => {
    const write = takeOutcomeNumber(table, at, 7, 'r1');

    updated(write, {
      UpdateExpression: 'ADD #version :step SET #request = :request, lastOutcome = :number',
      ConditionExpression: 'attribute_exists(pk) AND lastOutcome = :last',
      ExpressionAttributeValues: { ':step': 1, ':request': 'r1', ':number': 7, ':last': 6 },
    });
    expect(write.refuse({ lastOutcome: { N: '7' } })).toBeInstanceOf(Raced);
    expect(refusal(() => raise(write.refuse(undefined)))).toEqual(noSession);
  });

  test('holds who read the whole session to what was read', () => {
    const write = tallyUnchanged(table, at, { version: 3, panel: 0, chairs: 0, people: [], lastOutcome: 0 });

    expect(write.action).toEqual({
      ConditionCheck: {
        TableName: 'house',
        Key: key,
        ConditionExpression: '#version = :was',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':was': 3 },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
  });

  test('removes the tally is conditional on nobody and nothing ever having been there', () => {
    const write = removeTally(table, at);

    expect(write.action).toEqual({
      Delete: {
        TableName: 'house',
        Key: key,
        ConditionExpression: '#version = :was',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':was': 1 },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
    expect(refusal(() => raise(write.refuse({}))).code).toBe('in-use');
  });

  test.each([
    ['no session', undefined, noSession],
    ['the person themselves', { panel: { N: '4' }, chairs: { N: '1' }, people: { SS: ['ilka'] } }, seated],
    ['a full panel', { panel: { N: '4' }, chairs: { N: '1' }, people: { SS: ['tomas'] } }, full],
    ['a chair', { panel: { N: '1' }, chairs: { N: '1' }, people: { SS: ['tomas'] } }, chaired],
  ])('was refused because of %s says so', (_, old, expected) => {
    const { refuse } = takePlace(table, at, person('ilka', 1), rule, 'r1');

    expect(refusal(() => raise(refuse(old as never)))).toEqual(expected);
  });
});

test('a session without a tally has an empty one', () => {
  expect(tallyOf([])).toEqual({ version: 0, panel: 0, chairs: 0, people: [], lastOutcome: 0 });
});

describe('on the engine', async () => {
  const house = await aTable();
  const proxies: { stop: () => Promise<void> }[] = [];
  afterAll(async () => {
    await house.drop();
    for (const proxy of proxies) await proxy.stop();
  });

  const aSession = async () => {
    const session = { summit: 'arvenne-2031', slug: `s-${randomUUID()}` };
    await transact(house.table, [insertTally(house.table, session, 'begin')], 'begin');
    return session;
  };
  const tally = async ({ summit, slug }: typeof at): Promise<Tally> =>
    tallyOf([(await house.table.get(tallyKey(summit, slug))) as Item]);
  const send = (table: Table, ...writes: Write[]) => transact(table, writes, randomUUID());
  const take = (session: typeof at, who: ReturnType<typeof person>, by = rule, table = house.table) =>
    send(table, takePlace(table, session, who, by, randomUUID()));
  const leave = (session: typeof at, who: ReturnType<typeof person>, table = house.table) =>
    send(table, leavePlace(table, session, who, randomUUID()));
  const through = async (seed: number) => {
    const proxy = await aFaultProxy(inject('engine'), {
      seed,
      conflicts: true,
      throttle: 0.05,
      cutBefore: 0.03,
      slow: 0.1,
    });
    proxies.push(proxy);
    return { proxy, table: house.through(proxy.url, { patience: 15_000 }) };
  };
  const codes = (settled: PromiseSettledResult<unknown>[]): Record<string, number> =>
    settled.reduce<Record<string, number>>((found, one) => {
      const code = one.status === 'fulfilled' ? 'done' : String((one.reason as { code?: string }).code);
      return { ...found, [code]: (found[code] ?? 0) + 1 };
    }, {});

  test('a panel is filled, chaired once, and freed again', async () => {
    const session = await aSession();

    await take(session, person('ilka', 1));
    await take(session, person('tomas'));

    expect(await refusalOf(take(session, person('ilka')))).toEqual(seated);
    expect(await refusalOf(take(session, person('mirel', 1)))).toEqual(chaired);
    expect((await tally(session)).people.toSorted((a, b) => a.localeCompare(b))).toEqual(['ilka', 'tomas']);
    await leave(session, person('ilka', 1));
    await leave(session, person('tomas'));
    expect(await tally(session)).toEqual({ version: 5, panel: 0, chairs: 0, people: [], lastOutcome: 0 });
    await expect(leave(session, person('ilka', 1))).rejects.toBeInstanceOf(Raced);
  });

  test('a full panel takes nobody, not even a chair', async () => {
    const session = await aSession();
    for (const name of ['a', 'b', 'c', 'd']) await take(session, person(name));

    expect(await refusalOf(take(session, person('e', 1)))).toEqual(full);
  });

  test('a track that does not care has as many chairs as there are', async () => {
    const session = await aSession();
    for (const name of ['a', 'b', 'c']) await take(session, person(name, 1), free);

    expect(await tally(session)).toMatchObject({ panel: 3, chairs: 3 });
  });

  test('a chair is taken and given up by a change of role', async () => {
    const session = await aSession();
    const change = (by: 1 | -1, under = rule) =>
      send(house.table, changeChair(house.table, session, by, under, randomUUID()));
    await take(session, person('ilka', 1));
    await take(session, person('tomas'));

    expect(await refusalOf(change(1))).toEqual(chaired);
    await change(-1);
    await change(1);
    await change(1, free);

    expect(await tally(session)).toMatchObject({ panel: 2, chairs: 2 });
  });

  test('nobody sits in a session that is not there, and nothing is numbered', async () => {
    const session = { summit: 'arvenne-2031', slug: 'nowhere' };

    expect(await refusalOf(take(session, person('ilka')))).toEqual(noSession);
    expect(await refusalOf(send(house.table, takeOutcomeNumber(house.table, session, 1, 'r')))).toEqual(noSession);
    expect(await house.table.get(tallyKey(session.summit, session.slug))).toBeUndefined();
  });

  test('a session that somebody sits in or that had an outcome is not removed', async () => {
    const [sat, had, empty] = [await aSession(), await aSession(), await aSession()];
    await take(sat, person('ilka'));
    await send(house.table, takeOutcomeNumber(house.table, had, 1, 'r'));

    for (const session of [sat, had])
      expect((await refusalOf(send(house.table, removeTally(house.table, session)))).code).toBe('in-use');
    await send(house.table, removeTally(house.table, empty));
    expect(await house.table.get(tallyKey(empty.summit, empty.slug))).toBeUndefined();
  });

  test('whoever read before somebody sat down notices', async () => {
    const session = await aSession();
    const before = await tally(session);
    await take(session, person('ilka'));

    await expect(send(house.table, tallyUnchanged(house.table, session, before))).rejects.toBeInstanceOf(Raced);
    await send(house.table, tallyUnchanged(house.table, session, await tally(session)));
  });

  test('of twenty who want one of four places, four get one', async () => {
    const [session, { proxy, table }] = [await aSession(), await through(1)];

    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => take(session, person(`p${index}`), rule, table)),
    );

    expect(codes(settled)).toEqual({ done: 4, 'panel-full': 16 });
    const after = await tally(session);
    expect(after).toMatchObject({ version: 5, panel: 4, chairs: 0 });
    expect(after.people).toHaveLength(4);
    expect(proxy.struck.conflict).toBeGreaterThan(0);
  });

  test('of twenty who want to chair, one does', async () => {
    const [session, { table }] = [await aSession(), await through(2)];

    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => take(session, person(`p${index}`, 1), { size: 40, chairs: 1 }, table)),
    );

    expect(codes(settled)).toEqual({ done: 1, 'chair-taken': 19 });
    expect(await tally(session)).toMatchObject({ panel: 1, chairs: 1 });
  });

  test('the same person, sent twenty times by twenty networks, has one place', async () => {
    const [session, { table }] = [await aSession(), await through(3)];

    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, () => take(session, person('ilka'), rule, table)),
    );

    expect(codes(settled)).toEqual({ done: 1, 'person-seated': 19 });
    expect(await tally(session)).toMatchObject({ panel: 1, people: ['ilka'] });
  });

  test('twenty outcomes filed at once have the numbers one to twenty', async () => {
    const [session, { table }] = [await aSession(), await through(4)];
    const next = async (): Promise<number> => {
      const number = (await tally(session)).lastOutcome + 1;
      try {
        await send(table, takeOutcomeNumber(table, session, number, randomUUID()));
        return number;
      } catch (error) {
        if (error instanceof Raced) return next();
        throw error;
      }
    };

    const numbers = await Promise.all(Array.from({ length: 20 }, next));

    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect((await tally(session)).lastOutcome).toBe(20);
  });

  test('any comings and goings leave the tally that a plain list of them has', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const deeds = fc.array(
      fc.record({
        name: fc.constantFrom(...names),
        chairs: fc.constantFrom(0 as const, 1 as const),
        leaves: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(deeds, async (given) => {
        const session = await aSession();
        const model = new Map<string, 0 | 1>();
        for (const { name, chairs, leaves } of given) {
          const sits = model.get(name);
          const done = await (
            leaves ? leave(session, person(name, sits ?? 0)) : take(session, person(name, chairs))
          ).then(
            () => true,
            () => false,
          );
          const chaired = [...model.values()].includes(1);
          const expected = leaves
            ? sits !== undefined
            : sits === undefined && model.size < 4 && !(chairs === 1 && chaired);
          expect(done).toBe(expected);
          if (done && leaves) model.delete(name);
          if (done && !leaves) model.set(name, chairs);
        }
        const { panel, chairs, people } = await tally(session);
        expect({ panel, chairs, people: people.toSorted((a, b) => a.localeCompare(b)) }).toEqual({
          panel: model.size,
          chairs: [...model.values()].filter((chair) => chair === 1).length,
          people: [...model.keys()].toSorted((a, b) => a.localeCompare(b)),
        });
      }),
      runs(20, 60),
    );
  });
});
