import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOf, type Entry, hashOf } from '../../../shared/domain/chain.ts';
import { canonical } from '../../../shared/domain/ordered.ts';
import { sequenceAll } from '../../../shared/operations/trail.ts';
import { eraseBodies } from '../../../shared/table/log-body.ts';
import { aDoor, type Client, type Household, type Json } from '../../door.ts';
import { aSigner } from '../../signer.ts';

const signer = aSigner();
const summit = '/summits/arvenne-2031';
const rooms = `${summit}/rooms`;
let house: Household;
let organizer: Client;
let person: string;

beforeAll(async () => {
  house = await aDoor();
  organizer = await house.as('noor', { role: 'organizer', summit: 'arvenne-2031' });
  const { secretariat } = house;
  await secretariat.make('/summits', { slug: 'arvenne-2031', title: { en: 'A' }, zone: 'Europe/Paris' });
  await secretariat.make('/summits', { slug: 'belmora-2032', title: { en: 'B' }, zone: 'Europe/Paris' });
  await organizer.make(rooms, { slug: 'quay-hall', name: { en: 'Quay Hall' } });
  house.clock.move(60);
  await organizer.patch(`${rooms}/quay-hall`, { capacity: 120 }, { 'if-match': '*' });
  person = String((await secretariat.make('/people', { name: 'Ilka Verrane' })).id);
  await sequenceAll(house.door.house, signer, house.clock.now);
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const told = ({ items = [] }: Json) => items.map(({ number, by, deed }) => [number, by, deed]);
const trail = `${summit}/trail`;

describe('the trail of a summit', () => {
  test('tells who did what, when, before and after, the newest first', async () => {
    const { status, json } = await organizer.get(trail);

    expect([status, told(json)]).toEqual([
      200,
      [
        [3, 'noor', 'room:write'],
        [2, 'noor', 'room:write'],
        [1, 'amira', 'summit:create'],
      ],
    ]);
    expect(json.items?.[0]).toEqual({
      number: 3,
      id: expect.stringMatching(/^2031-03-01T09:01:00.000Z#request-\d+#[0-9a-f]{8}$/),
      bodies: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: '2031-03-01T09:01:00Z',
      by: 'noor',
      deed: 'room:write',
      request: expect.stringMatching(/^request-/),
      what: [
        {
          type: 'room',
          of: 'summit/arvenne-2031/room/quay-hall',
          from: 1,
          to: 2,
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          salt: 'the salt of the tests',
          before: {},
          after: { capacity: 120 },
        },
      ],
    });
  });

  test('says all that its hashes and digests are made of', async () => {
    const [last, before] = (await organizer.get(trail)).json.items ?? [];
    const { number, hash, what, ...entry } = last ?? {};
    const changes = (what as Json[]).map(({ salt, before: was, after: is, ...change }) => ({
      change,
      digest: digestOf({ salt: String(salt), text: canonical({ before: was, after: is }) }),
    }));

    expect(changes.map(({ digest }) => digest)).toEqual(changes.map(({ change }) => change.digest));
    const told = { ...entry, what: changes.map(({ change }) => change) } as unknown as Entry;
    expect(hashOf(String(before?.hash), Number(number), told)).toBe(hash);
  });

  test('comes in pages, and by deed, account or record', async () => {
    const first = await organizer.get(`${trail}?limit=2`);
    const second = await organizer.get(`${trail}?limit=2&cursor=${first.json.next}`);
    expect([told(first.json).map(([number]) => number), told(second.json).map(([number]) => number)]).toEqual([
      [3, 2],
      [1],
    ]);
    expect(second.json.next).toBeNull();

    const numbers = async (query: string) =>
      told((await organizer.get(`${trail}?${query}`)).json).map(([number]) => number);
    expect(await numbers('deed=summit:create')).toEqual([1]);
    expect(await numbers('by=noor')).toEqual([3, 2]);
    expect(await numbers('of=summit/arvenne-2031/room/quay-hall')).toEqual([3, 2]);
    expect(await numbers('of=summit/arvenne-2031')).toEqual([3, 2, 1]);
    expect(await numbers('of=summit/arvenne')).toEqual([]);
    expect((await organizer.get(`${trail}?deed=guess`)).status).toBe(422);
  });

  test('is for its organizers and the secretariat', async () => {
    expect((await house.secretariat.get(trail)).status).toBe(200);
    expect((await organizer.get('/summits/belmora-2032/trail')).status).toBe(403);
    expect((await house.account.get(trail)).status).toBe(403);
    expect((await house.everyone.get(trail)).status).toBe(401);
    expect((await organizer.get('/summits/nowhere/trail')).status).toBe(404);
  });

  test('leaves out what waits for its number, and its head says how much that is', async () => {
    await organizer.make(rooms, { slug: 'gate-hall', name: { en: 'Gate Hall' } });

    expect(told((await organizer.get(trail)).json)).toHaveLength(3);
    const { json } = await house.everyone.get(`${trail}-head`);
    expect(json).toEqual({
      chain: 'summit:arvenne-2031',
      count: 3,
      hash: (await organizer.get(trail)).json.items?.[0]?.hash,
      at: '2031-03-01T09:01:00Z',
      key: signer.keys[0]?.kid,
      signature: expect.stringMatching(/^[\w-]{86}$/),
      waiting: 1,
    });
  });
});

describe('the trail of the platform', () => {
  test('is for the secretariat alone, and says of what was erased when it was', async () => {
    expect((await organizer.get('/trail')).status).toBe(403);
    expect(told((await house.secretariat.get('/trail')).json)).toEqual([[1, 'amira', 'person:write']]);

    await eraseBodies(house.table, person, { at: '2031-04-01T09:00:00Z', request: 'erasure' }, () => []);

    const { json, text } = await house.secretariat.get('/trail');
    expect(text).not.toContain('Ilka');
    expect(json.items?.map(({ what }) => what)).toEqual([
      [expect.objectContaining({ of: `person/${person}`, erased: '2031-04-01T09:00:00Z' })],
    ]);
  });

  test('has a head before its first entry', async () => {
    const empty = await aDoor();
    expect((await empty.everyone.get('/trail-head')).json).toEqual({ chain: 'platform', count: 0, waiting: 0 });
    await empty.close();
  });
});
