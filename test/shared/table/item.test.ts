import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { afterAll, describe, expect, test } from 'vitest';
import { DomainError } from '../../../shared/domain/error.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import type { Track } from '../../../shared/domain/track.ts';
import {
  findRecord,
  insert,
  isKind,
  itemOf,
  type Kind,
  recordOf,
  recordsOf,
  remove,
  replace,
  unchanged,
} from '../../../shared/table/item.ts';
import { summitKind } from '../../../shared/table/summit.ts';
import { trackKind } from '../../../shared/table/track.ts';
import { Raced, transact } from '../../../shared/table/transact.ts';
import { aSummit } from '../../builders.ts';
import { aTrack } from '../../records.ts';
import { refusalOf } from '../../refusal.ts';
import { aTable } from '../../table.ts';
import { aStubbedTable } from './stub.ts';

const key = { pk: 'SUMMIT#arvenne-2031', sk: 'TRACK#voices' };
const taken = () => new DomainError('slug-taken', 'There is one already.');

describe('an item', () => {
  test('holds the record whole, beside its keys, its noun, its schema, its version and who wrote it', () => {
    const { version: _, ...record } = aTrack();

    expect(itemOf(trackKind, aTrack({ version: 3, summary: undefined }), 'request-1')).toEqual({
      ...key,
      type: 'track',
      schema: trackKind.schema,
      version: 3,
      request: 'request-1',
      record,
    });
  });

  test('that stands in a list carries its place and its card', () => {
    const item = itemOf(summitKind, aSummit({ from: '2031-05-02', summary: { en: 'Long.' } }), 'request-1');
    const { sources: _, corrections: __, ...card } = aSummit({ from: '2031-05-02' });

    expect(item).toMatchObject({ listPk: 'SUMMITS', listSk: '2031-05-02#arvenne-2031', card });
    expect(item.card).toEqual(card);
  });

  test('is read as the record it was', () => {
    const track = aTrack({ version: 3, minutes: 90 });

    expect(recordOf(trackKind, itemOf(trackKind, track, 'request-1'))).toEqual(track);
  });

  test('is read without what this version of the product does not know', () => {
    const item = itemOf(trackKind, aTrack(), 'request-1');
    const newer = {
      ...item,
      schema: trackKind.schema + 1,
      colour: 'red',
      record: { ...(item.record as object), colour: 'red' },
    };

    const record = recordOf(trackKind, newer);

    expect(record).toMatchObject(aTrack());
    expect(record).not.toHaveProperty('colour');
  });

  test('of another schema that is no such record is an error, and no half record', () => {
    const item = itemOf(trackKind, aTrack(), 'request-1');
    const broken = { ...item, schema: trackKind.schema + 1, record: { ...(item.record as object), panelSize: 'four' } };

    expect(() => recordOf(trackKind, broken)).toThrow();
  });

  test('of an older schema is turned into a record of today, and one of today is not', () => {
    const kind: Kind<Track> = {
      ...trackKind,
      schema: 2,
      upcast: ({ seats, ...rest }, schema) => ({ ...rest, panelSize: (seats as number) + schema }),
    };
    const { panelSize: _, ...old } = itemOf(trackKind, aTrack(), 'request-1').record as Track;

    const item = { ...key, type: 'track', schema: 1, version: 5, record: { ...old, seats: 6 } };

    expect(recordOf(kind, item)).toEqual(aTrack({ version: 5, panelSize: 7 }));
    expect(recordOf(kind, itemOf(kind, aTrack(), 'request-1'))).toEqual(aTrack());
  });

  test('is found among the others of its collection by its noun', () => {
    const items = [itemOf(trackKind, aTrack(), 'r'), itemOf(summitKind, aSummit(), 'r')];

    expect(recordsOf(trackKind, items)).toEqual([aTrack()]);
    expect(items.map((item) => isKind(summitKind, item))).toEqual([false, true]);
  });
});

describe('the write of', () => {
  const { table } = aStubbedTable();

  test('a new record is conditional on its absence, and asks for what stood in the way', () => {
    const write = insert(table, trackKind, aTrack(), 'request-1', taken);

    expect(write.action).toEqual({
      Put: {
        TableName: 'house',
        Item: itemOf(trackKind, aTrack(), 'request-1'),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
    expect(write.refuse(undefined)).toEqual(taken());
  });

  test('a next version is conditional on the one that was read, sets what there is and removes what is not', () => {
    interface Small {
      slug: string;
      version: number;
      name: string;
      note?: string;
    }
    const kind: Kind<Small> = {
      type: 'small',
      schema: 4,
      record: () => z.object({ slug: z.string(), version: z.number(), name: z.string(), note: z.string().optional() }),
      key: ({ slug }) => ({ pk: 'S', sk: slug }),
      place: ({ slug }) => ({ listPk: 'SMALL', listSk: slug }),
      card: ({ slug }) => ({ slug, nothing: undefined }),
    };

    const write = replace(table, kind, { slug: 'a', version: 7, name: 'A' }, 'request-1', {
      slug: 'a',
      version: 7,
      name: 'B',
    });

    expect(write.action).toEqual({
      Update: {
        TableName: 'house',
        Key: { pk: 'S', sk: 'a' },
        ConditionExpression: '#version = :was',
        UpdateExpression:
          'SET #version = :next, #request = :request, #schema = :schema, card = :card, listPk = :listPk, listSk = :listSk, ' +
          '#record.#f0 = :f0, #record.#f1 = :f1 REMOVE #record.#f2',
        ExpressionAttributeNames: {
          '#version': 'version',
          '#request': 'request',
          '#schema': 'schema',
          '#record': 'record',
          '#f0': 'slug',
          '#f1': 'name',
          '#f2': 'note',
        },
        ExpressionAttributeValues: {
          ':was': 7,
          ':next': 8,
          ':request': 'request-1',
          ':schema': 4,
          ':card': { slug: 'a' },
          ':listPk': 'SMALL',
          ':listSk': 'a',
          ':f0': 'a',
          ':f1': 'A',
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
    expect(write.refuse(undefined)).toBeInstanceOf(Raced);
  });

  test.each([
    ['a removal', remove(table, trackKind, aTrack({ version: 7 })), 'Delete'],
    ['a check', unchanged(table, trackKind, aTrack({ version: 7 })), 'ConditionCheck'],
  ] as const)('%s is conditional on the version that was read', (_, write, kind) => {
    expect(write.action).toEqual({
      [kind]: {
        TableName: 'house',
        Key: key,
        ConditionExpression: '#version = :was',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':was': 7 },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
    expect(write.refuse(undefined)).toBeInstanceOf(Raced);
  });

  test('a record leaves a trace of what was and what is; a check leaves none', () => {
    const [before, after] = [aTrack({ version: 7 }), aTrack({ version: 7, minutes: 90 })];

    expect(insert(table, trackKind, aTrack({ summary: undefined }), 'request-1', taken).trace).toEqual({
      type: 'track',
      key,
      after: aTrack(),
    });
    expect(replace(table, trackKind, after, 'request-1', before).trace).toEqual({
      type: 'track',
      key,
      before,
      after: { ...after, version: 8 },
    });
    expect(remove(table, trackKind, before).trace).toEqual({ type: 'track', key, before });
    expect(unchanged(table, trackKind, before).trace).toBeUndefined();
  });

  test('several records is one transaction', async () => {
    const { table: stubbed, stub, sent } = aStubbedTable();
    stub.on(TransactWriteCommand).resolves({});
    const writes = [
      insert(stubbed, trackKind, aTrack(), 'request-1', taken),
      unchanged(stubbed, summitKind, aSummit()),
    ];

    await transact(stubbed, writes, 'request-1');

    expect(sent()).toEqual([
      ['TransactWriteCommand', { TransactItems: writes.map(({ action }) => action), ClientRequestToken: 'token-1' }],
    ]);
  });
});

describe('on the engine', async () => {
  const house = await aTable();
  const { table } = house;
  afterAll(house.drop);
  const write = (...writes: Parameters<typeof transact>[1]) => transact(table, writes, 'request-2');
  const put = (item: object) => house.documents.send(new PutCommand({ TableName: house.name, Item: item }));
  const at = (slug: string) => summitKind.key(aSummit({ slug }));

  test('a change keeps what a newer version of the product wrote, in the record and beside it, and removes what went', async () => {
    const summit = aSummit({ slug: 's1', edition: 3, place: { en: 'Quay Hall' }, from: '2031-05-02' });
    const item = itemOf(summitKind, summit, 'request-1');
    await put({ ...item, schema: 2, future: { kept: true }, record: { ...(item.record as object), future: ['kept'] } });
    const found = await findRecord(table, summitKind, at('s1'));
    const { edition: _, place: __, ...rest } = found ?? summit;

    await write(replace(table, summitKind, { ...rest, title: { en: 'Renamed' } }, 'request-2', summit));

    const { edition: ___, place: ____, ...kept } = item.record as Summit;
    expect(await table.get(at('s1'))).toEqual({
      ...item,
      schema: 2,
      version: 2,
      request: 'request-2',
      future: { kept: true },
      record: { ...kept, title: { en: 'Renamed' }, future: ['kept'] },
      card: { ...summitKind.card?.({ ...aSummit({ slug: 's1', from: '2031-05-02' }), title: { en: 'Renamed' } }) },
    });
    expect(await findRecord(table, summitKind, at('s1'))).toMatchObject({
      ...rest,
      title: { en: 'Renamed' },
      version: 2,
    });
  });

  test('a change of what somebody changed meanwhile is told so, and changes nothing', async () => {
    const summit = aSummit({ slug: 's2' });
    await write(insert(table, summitKind, summit, 'request-1', taken));
    await write(replace(table, summitKind, { ...summit, edition: 1 }, 'request-2', summit));

    await expect(
      write(replace(table, summitKind, { ...summit, edition: 2 }, 'request-3', summit)),
    ).rejects.toBeInstanceOf(Raced);
    await expect(write(remove(table, summitKind, summit))).rejects.toBeInstanceOf(Raced);
    await expect(write(unchanged(table, summitKind, summit))).rejects.toBeInstanceOf(Raced);
    expect(await findRecord(table, summitKind, at('s2'))).toEqual({ ...summit, version: 2, edition: 1 });
  });

  test('a name is given once, and what stood in the way is shown to who decides the refusal', async () => {
    const summit = aSummit({ slug: 's3' });
    await write(insert(table, summitKind, summit, 'request-1', taken));

    expect((await refusalOf(write(insert(table, summitKind, summit, 'request-2', taken)))).code).toBe('slug-taken');
    const seen: unknown[] = [];
    const asking = insert(table, summitKind, summit, 'request-2', taken);
    await refusalOf(write({ ...asking, refuse: (old) => (seen.push(old?.request, old?.version), taken()) }));
    expect(seen).toEqual([{ S: 'request-1' }, { N: '1' }]);
  });

  test('a removed record is gone, and its name is free', async () => {
    const summit = aSummit({ slug: 's4' });
    await write(insert(table, summitKind, summit, 'request-1', taken));

    await write(remove(table, summitKind, summit));

    expect(await findRecord(table, summitKind, at('s4'))).toBeUndefined();
    await write(insert(table, summitKind, summit, 'request-2', taken));
  });

  test('one of several writes that cannot be done lets none of them be done', async () => {
    const [one, other] = [aSummit({ slug: 's5' }), aSummit({ slug: 's6' })];
    await write(insert(table, summitKind, one, 'request-1', taken));

    await refusalOf(
      write(insert(table, summitKind, other, 'request-2', taken), insert(table, summitKind, one, 'request-2', taken)),
    );

    expect(await findRecord(table, summitKind, at('s6'))).toBeUndefined();
  });

  test('of twenty who change the same version, one does', async () => {
    const summit = aSummit({ slug: 's7' });
    await write(insert(table, summitKind, summit, 'request-1', taken));

    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, (_, edition) =>
        transact(
          table,
          [replace(table, summitKind, { ...summit, edition: edition + 1 }, `r-${edition}`, summit)],
          `r-${edition}`,
        ),
      ),
    );

    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await findRecord(table, summitKind, at('s7'))).toMatchObject({ version: 2 });
  });
});
