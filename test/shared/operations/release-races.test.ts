import { afterEach, beforeEach, expect, test } from 'vitest';
import { releaseProgramme } from '../../../shared/operations/release.ts';
import { clearAttempts } from '../../../shared/operations/release-attempt.ts';
import type { ProgrammeCard } from '../../../shared/domain/release.ts';
import type { Table } from '../../../shared/table/client.ts';
import { runs } from '../../counts.ts';
import { aDoor, type Household, type Json } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

const summit = '/summits/arvenne-2031';
const releases = `${summit}/releases`;
const at = (session: string): string => `${summit}/sessions/${session}`;
const name = 'Erasma Voidmann';

let house: Household;
let person: string;

beforeEach(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 30_000 } });
  const { make, pass } = house.secretariat;
  await make('/summits', { slug: 'arvenne-2031', title: { en: 'Arvenne' }, zone: 'Europe/Paris' });
  for (const room of ['quay', 'loft']) await make(`${summit}/rooms`, { slug: room, name: { en: room } });
  for (const [reference, room] of Object.entries({ a: 'quay', b: 'loft' })) {
    const hours = { start: '2031-03-10T09:00:00Z', end: '2031-03-10T10:00:00Z' };
    await make(`${summit}/sessions`, { reference, title: { en: reference }, room, ...hours });
    await pass(at(reference), 'submitted', 'accepted', 'scheduled');
  }
  const consent = { by: 'bearer', on: '2031-01-15' };
  const { id } = await make('/people', { name, consent });
  person = String(id);
  const { slug } = await make(`${at('a')}/panelists`, { person, role: 'panelist', consent });
  await pass(`${at('a')}/panelists/${String(slug)}`, 'confirmed');
});
afterEach(async () => {
  expect(house.logged).toEqual([]);
  expect(faultsOf(await house.dump())).toEqual([]);
  await house.close();
});

const cards = async (): Promise<Json[]> => (await house.dump()).filter(({ type }) => type === 'programme-card');
const batches = async (): Promise<number> => new Set((await cards()).map(({ pk }) => pk)).size;
const sweep = async (): Promise<unknown> => {
  house.clock.move(16 * 60);
  return clearAttempts(house.door.house, house.clock.now);
};
/** The house as somebody has it whose table does this instead. */
const through = (changes: Partial<Table>) => ({ ...house.door.house, table: { ...house.table, ...changes } });
const areCards = (puts: readonly object[]): boolean =>
  puts.some((item) => (item as { type?: string }).type === 'programme-card');

test('two who release at the same time: one does, and the other is told that nothing has changed', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => house.secretariat.post(releases, {})));

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
  expect(new Set(answers.map(({ json }) => json.slug))).toEqual(new Set(['r1']));
  await sweep();
  expect(await batches()).toBe(1);
  expect((await house.dump()).filter(({ sk }) => String(sk).startsWith('ATTEMPT'))).toEqual([]);
});

test('a swap is released whole, whenever that happens', async () => {
  const swap = async (odd: boolean): Promise<void> => {
    const to = (session: string, room: string) => ({
      session,
      room,
      start: '2031-03-10T09:00:00Z',
      minutes: 60,
      group: 'swap',
    });
    const moves = odd ? [to('a', 'loft'), to('b', 'quay')] : [to('a', 'quay'), to('b', 'loft')];
    await house.secretariat.make(`${summit}/placements`, { moves });
  };
  const { numRuns: turns } = runs(8, 16);
  const released = new Set<unknown>();
  // However slow the machine is, something was released between two of them.
  const swapping = async (): Promise<void> => {
    for (let turn = 1; turn <= turns || released.size < 3; turn += 1) await swap(turn % 2 === 1);
  };
  const swaps = { areOver: false };
  const releasing = async (): Promise<void> => {
    while (!swaps.areOver) {
      const { status, text, json } = await house.secretariat.post(releases, {});
      if (status >= 300) throw new Error(text);
      released.add(json.slug);
    }
  };

  await Promise.all([swapping().finally(() => (swaps.areOver = true)), releasing(), releasing()]);

  await sweep();
  const rooms = new Map<unknown, string[]>();
  for (const { pk, card } of await cards())
    rooms.set(pk, [...(rooms.get(pk) ?? []), `${(card as ProgrammeCard).slug} ${(card as ProgrammeCard).room}`].sort());
  expect(rooms.size).toBe(released.size);
  for (const whole of rooms.values())
    expect([
      ['a loft', 'b quay'],
      ['a quay', 'b loft'],
    ]).toContainEqual(whole);
}, 60_000);

test('whoever is killed between the cards and the head leaves nothing that can be seen, and nothing in the end', async () => {
  const killed = through({ sendTransaction: () => Promise.reject(new Error('killed')) });
  await expect(releaseProgramme(killed, house.deed(), 'arvenne-2031', {})).rejects.toThrow('killed');
  const half = through({
    batchWrite: async (puts, deletes) => {
      await house.table.batchWrite(areCards(puts) ? puts.slice(1) : puts, deletes);
      if (areCards(puts)) throw new Error('killed');
    },
  });
  await expect(releaseProgramme(half, house.deed(), 'arvenne-2031', {})).rejects.toThrow('killed');

  expect((await house.everyone.get(releases)).json.items).toEqual([]);
  expect((await house.everyone.get(at('a'))).text).not.toContain('quay');
  expect(await batches()).toBe(2);

  const again = await house.secretariat.post(releases, {});
  expect([again.status, again.json.slug]).toEqual([201, 'r1']);
  expect(await sweep()).toEqual({ cleared: 2 });
  expect(await batches()).toBe(1);
  expect((await house.everyone.get(at('a'))).json).toMatchObject({ room: 'quay' });
});

test('whoever is overtaken while they read the draft writes no card over those that were released', async () => {
  const sameNames = { newId: () => 'the-same-batch' };
  let overtaken: Promise<unknown> | undefined;
  const overtake = async (): Promise<void> => {
    await releaseProgramme({ ...house.door.house, ...sameNames }, house.deed(), 'arvenne-2031', {});
    await house.secretariat.pass(at('b'), 'held');
  };
  const slow = through({
    batchGet: async (keys) => {
      await (overtaken ??= overtake());
      return house.table.batchGet(keys);
    },
  });

  await releaseProgramme({ ...slow, ...sameNames }, house.deed(), 'arvenne-2031', { from: 0 }).catch(() => undefined);

  expect((await house.everyone.get(`${releases}/r1/sessions`)).json.items).toEqual([
    expect.objectContaining({ slug: 'a', state: 'scheduled' }),
    expect.objectContaining({ slug: 'b', state: 'scheduled' }),
  ]);
  expect(await sweep()).toEqual({});
});

const withdraw = async (): Promise<void> => {
  await house.secretariat.make(`/people/${person}/consents`, { of: 'name', by: 'bearer', state: 'refused' });
};
const named = async (): Promise<string[]> =>
  (await cards()).filter((one) => JSON.stringify(one).includes(name)).map(({ pk }) => String(pk));

test('a name that is withdrawn while it is being released is in no release', async () => {
  let withdrawn: Promise<void> | undefined;
  const meanwhile = through({
    batchWrite: async (puts, deletes) => {
      if (areCards(puts)) await (withdrawn ??= withdraw());
      await house.table.batchWrite(puts, deletes);
    },
  });

  const { release } = await releaseProgramme(meanwhile, house.deed(), 'arvenne-2031', {});

  expect([release.slug, (await house.everyone.get(`${releases}/r1/sessions`)).text.includes(name)]).toEqual([
    'r1',
    false,
  ]);
  // Nor is it left where the first attempt was given up.
  await sweep();
  expect(await named()).toEqual([]);
});

test('a name that is withdrawn while a release is made from the last one is in neither', async () => {
  await house.secretariat.make(releases, {});
  await house.secretariat.patch(at('b'), { title: { en: 'B' } }, { 'if-match': '*' });
  let withdrawn: Promise<void> | undefined;
  const meanwhile = through({
    sendTransaction: async (actions, token) => {
      await (withdrawn ??= withdraw());
      await house.table.sendTransaction(actions, token);
    },
  });

  await releaseProgramme(meanwhile, house.deed(), 'arvenne-2031', { changes: ['b'] });

  await sweep();
  expect(await named()).toEqual([]);
  expect((await house.everyone.get(`${releases}/r1`)).json).toMatchObject({
    rewritten: [{ why: 'consent', cards: 1 }],
  });
  expect((await house.everyone.get(at('b'))).json).toMatchObject({ title: { en: 'B' }, released: 'r2' });
});
