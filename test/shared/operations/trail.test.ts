import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { TrailEntry } from '../../../shared/domain/trail.ts';
import { auditTrail } from '../../../shared/operations/audit.ts';
import { perform } from '../../../shared/operations/perform.ts';
import { sequenceAll, sequenceTrail, witnessed } from '../../../shared/operations/trail.ts';
import { eraseBodies } from '../../../shared/table/log-body.ts';
import { waitingChains, waitingIn } from '../../../shared/table/log.ts';
import { insert } from '../../../shared/table/item.ts';
import { roomKind } from '../../../shared/table/room.ts';
import { aDoor, type Household } from '../../door.ts';
import { aRoom } from '../../records.ts';
import { aSigner } from '../../signer.ts';

const signer = aSigner();
const opened: Household[] = [];
let house: Household;
beforeEach(async () => {
  house = await aDoor();
  opened.push(house);
  await house.secretariat.make('/summits', { slug: 'arvenne-2031', title: { en: 'A' }, zone: 'Europe/Paris' });
});
afterAll(() => Promise.all(opened.map(({ close }) => close())));

const waiting = async (chain: string) => (await waitingIn(house.table, chain)) as TrailEntry[];
const number = () => sequenceAll(house.door.house, signer, house.clock.now);
const audit = () => auditTrail(house.table, signer.keys);
const rooms = '/summits/arvenne-2031/rooms';

describe('a deed', () => {
  test('is told once, by who did it, under its name, with what it changed', async () => {
    const { secretariat } = house;
    await secretariat.make(rooms, { slug: 'quay-hall', name: { en: 'Quay Hall' } });
    await secretariat.patch(`${rooms}/quay-hall`, { capacity: 120 }, { 'if-match': '*' });

    const [, created, changed] = await waiting('summit:arvenne-2031');

    const of = 'summit/arvenne-2031/room/quay-hall';
    expect(created).toMatchObject({ by: 'amira', deed: 'room:write', at: '2031-03-01T09:00:00Z', bodies: 1 });
    expect(created?.what).toEqual([{ type: 'room', of, to: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(changed?.what).toEqual([
      { type: 'room', of, from: 1, to: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test('that is refused, or answered by its receipt, is told no further time', async () => {
    const { secretariat } = house;
    const key = { 'idempotency-key': 'once' };
    const draft = { slug: 'quay-hall', name: { en: 'Quay Hall' } };

    await secretariat.post(rooms, draft, key);
    await secretariat.post(rooms, draft, key);
    expect((await secretariat.post(rooms, draft)).status).toBe(409);

    expect(await waiting('summit:arvenne-2031')).toHaveLength(2);
  });

  test('done by many at once, while others number, is told as often as it was done', async () => {
    const { secretariat } = house;
    const sequencing = Array.from({ length: 4 }, async () => {
      for (let time = 0; time < 5; time += 1) await number();
    });

    const slugs = Array.from({ length: 30 }, (_, nth) => `room-${nth % 20}`);
    const statuses = await Promise.all(
      slugs.map(async (slug) => (await secretariat.post(rooms, { slug, name: { en: slug } })).status),
    );
    await Promise.all(sequencing);
    await number();

    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(await audit()).toEqual([expect.objectContaining({ chain: 'summit:arvenne-2031', count: 21, faults: [] })]);
  });

  test('that erases keeps nothing of what it changes, and says when', async () => {
    const { door, table } = house;
    const deed = house.deed();
    await perform(door.house, deed, {
      may: { deed: 'data:erase' },
      read: async () => undefined,
      decide: () => ({
        writes: [insert(table, roomKind, aRoom({ name: { en: 'Ilka’s room' } }), deed.request, () => new Error())],
        answer: undefined,
      }),
    });
    await number();

    const items = await table.all({ pk: 'CHAIN#summit:arvenne-2031' });
    expect(JSON.stringify(items)).not.toContain('Ilka');
    expect(await audit()).toEqual([expect.objectContaining({ count: 2, erased: 1, faults: [] })]);
  });

  test('that concerns somebody else, too, is theirs to erase', async () => {
    const { door, table } = house;
    const deed = house.deed();
    await perform(door.house, deed, {
      may: { deed: 'room:write' },
      read: async () => undefined,
      decide: () => ({
        writes: [insert(table, roomKind, aRoom({ name: { en: 'Ilka’s room' } }), deed.request, () => new Error())],
        answer: undefined,
        concerns: ['ilka'],
      }),
    });
    await number();

    const erased = { at: '2031-03-01T09:00:00Z', request: deed.request };
    expect(await eraseBodies(table, 'ilka', erased, witnessed(door.house, erased))).toBe(1);
    expect((await audit()).map(({ chain, faults }) => [chain, faults])).toEqual([
      ['platform', []],
      ['summit:arvenne-2031', []],
    ]);
  });
});

describe('sequencing', () => {
  test('leaves nothing waiting, in any chain, and done again does nothing', async () => {
    await house.secretariat.make('/people', { name: 'Ilka Verrane' });
    expect((await waitingChains(house.table)).sort()).toEqual(['platform', 'summit:arvenne-2031']);

    expect(await number()).toBe(2);
    expect(await number()).toBe(0);
    expect(await waitingChains(house.table)).toEqual([]);
  });

  test('of a chain that cannot be signed keeps no other waiting, and fails in the end', async () => {
    await house.secretariat.make('/people', { name: 'Ilka Verrane' });
    let failing = 1;
    const moody = {
      sign: async (digest: Uint8Array) => {
        if ((failing -= 1) === 0) throw new Error('The key is out of reach.');
        return signer.sign(digest);
      },
    };

    await expect(sequenceAll(house.door.house, moody, house.clock.now)).rejects.toThrow('The key is out of reach.');

    expect(await waitingChains(house.table)).toHaveLength(1);
    expect(await number()).toBe(1);
  });

  test('of one chain leaves the others', async () => {
    await house.secretariat.make('/people', { name: 'Ilka Verrane' });

    expect(await sequenceTrail(house.door.house, signer, 'platform', house.clock.now)).toBe(1);
    expect(await waitingChains(house.table)).toEqual(['summit:arvenne-2031']);
  });
});

describe('an audit', () => {
  test('finds a chain that is gone with all that belongs to it', async () => {
    await number();
    const items = await house.table.all({ pk: 'CHAIN#summit:arvenne-2031' });
    await house.table.batchWrite(
      [],
      items.map(({ pk, sk }) => ({ pk, sk })),
    );

    expect(await audit()).toEqual([
      { chain: 'summit:arvenne-2031', count: 0, hash: '', erased: 0, waiting: 0, faults: [{ kind: 'gone' }] },
    ]);
  });

  test('finds who erased without a deed', async () => {
    await house.secretariat.make('/people', { name: 'Ilka Verrane' });
    await number();
    await eraseBodies(house.table, 'n01', { at: '2031-03-01T09:00:00Z', request: 'nobody’s' }, () => []);

    expect((await audit()).map(({ chain, faults }) => [chain, faults.map(({ kind }) => kind)])).toEqual([
      ['platform', ['erased-by-none']],
      ['summit:arvenne-2031', []],
    ]);
  });
});
