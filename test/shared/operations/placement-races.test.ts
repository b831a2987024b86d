import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passRoom } from '../../../shared/operations/room.ts';
import type { Table } from '../../../shared/table/client.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { roomKind } from '../../../shared/table/room.ts';
import { isBrief, runs } from '../../counts.ts';
import { aDoor, type Household, type Json } from '../../door.ts';
import { seeded } from '../../fault-proxy.ts';
import { faultsOf } from '../../invariants.ts';
import { crowdsIn, ledgerDifferences, pagesIn, worldIn } from '../../oracle/reading.ts';
import { aRoom } from '../../records.ts';
import { type At, endings, type Place, type Stage, stageOf } from '../../oracle/stage.ts';

// Many who place at the same time, through a proxy that makes overlapping transactions conflict as DynamoDB does. After the races everything is
// read, and looked at minute by minute.

let house: Household;
let stage: Stage;
beforeAll(async () => {
  house = await aDoor({ plan: { seed: 8, conflicts: true, hideTokens: true }, pace: { patience: 30_000 } });
  stage = stageOf(house);
});
afterAll(() => house.close());

const nothingIsAmiss = async (): Promise<void> => {
  const dump = await house.dump();
  expect(crowdsIn(worldIn(dump))).toEqual([]);
  expect(ledgerDifferences(dump)).toEqual([]);
  expect(faultsOf(dump)).toEqual([]);
};

const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const at = (hours: string, day = '10'): string => `2031-03-${day}T${hours}:00Z`;
/** Fifty; a few where only the engine is another. */
const crowd = isBrief ? 12 : 50;
const nine = { start: at('09:00'), end: at('10:00') };
const path = ({ summit, session }: At): string => `/api/v1/summits/${summit}/sessions/${session}`;

/** So many sessions of a summit of its own, without a place. */
const sessionsOf = async (summit: string, count: number): Promise<At[]> => {
  await stage.summit(summit);
  return Promise.all(many(count).map((nth) => stage.session(summit, `S ${nth}`)));
};

const placedIn = (dump: readonly Json[], { summit, session }: At): (Place & { version: unknown }) | undefined =>
  dump
    .filter(({ type }) => type === 'session')
    .map(({ record, version }) => ({ ...(record as Place & { summit: string; slug: string }), version }))
    .find((one) => one.summit === summit && one.slug === session && one.start !== undefined);

const winnersOf = async (sessions: readonly At[]): Promise<At[]> => {
  const dump = await house.dump();
  return sessions.filter((one) => placedIn(dump, one));
};

describe('fifty who want the same', () => {
  afterAll(nothingIsAmiss);

  test('hour of a room: one has it, and the others are told whose it is', async () => {
    const sessions = await sessionsOf('fifty', crowd);
    await stage.room('fifty', 'hall');

    const ends = await endings(sessions.map((one) => stage.place(one, { ...nine, room: 'hall' })));

    const [winner, ...more] = await winnersOf(sessions);
    expect(more).toEqual([]);
    expect(ends).toEqual({ done: 1, [`room-taken ${path(winner as At)}`]: crowd - 1 });
  });

  test('hour of a person, some by placing and some by confirming: one has it, and the others are told whose it is', async () => {
    const person = await stage.person('Ilka Verrane');
    await stage.summit('busy');
    await house.table.batchWrite(
      many(crowd).map((nth) => itemOf(roomKind, aRoom({ summit: 'busy', slug: `room-${nth}` }), 'r')),
    );
    const deeds = await Promise.all(
      many(crowd).map(async (nth) => {
        const room = `room-${nth}`;
        const isPlaced = nth % 2 === 0;
        const one = await stage.session('busy', `S ${nth}`, isPlaced ? { ...nine, room } : {});
        const seat = await stage.nominate(one, person);
        if (isPlaced) return { one, deed: () => stage.pass(one, seat, 'confirmed') };
        await stage.pass(one, seat, 'confirmed');
        return { one, deed: () => stage.place(one, { ...nine, room }) };
      }),
    );

    const ends = await endings(deeds.map(({ deed }) => deed()));

    const claims = pagesIn(await house.dump())
      .filter(({ resource }) => 'person' in resource)
      .flatMap((page) => page.claims);
    expect(claims).toHaveLength(1);
    const [winner] = deeds.filter(({ one }) => one.session === claims[0]?.session);
    expect(ends).toEqual({ done: 1, [`person-taken ${path(winner?.one as At)}`]: crowd - 1 });
  });
});

describe('fifty who move sessions among five rooms and twenty people', () => {
  afterAll(nothingIsAmiss);

  // Bounded by what is asked for, so that it costs the same everywhere: some seconds, or three times as long with FULL=1.
  const rounds = runs(2, 6).numRuns;

  test('leave nothing in two places', async () => {
    const random = seeded(5);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const sessions = await sessionsOf('moving', 25);
    for (const nth of many(5))
      await stage.room('moving', `room-${nth}`, nth === 5 ? { parallel: 2, changeover: 15 } : {});
    const people = await Promise.all(many(20).map((nth) => stage.person(`P ${nth}`)));
    const seats = await Promise.all(
      sessions.flatMap((one, nth) =>
        [0, 7].map(async (step) => ({ one, seat: await stage.nominate(one, people[(nth + step) % 20] ?? '') })),
      ),
    );
    await Promise.all(seats.filter((_, nth) => nth % 4 > 0).map(({ one, seat }) => stage.pass(one, seat, 'confirmed')));
    const anyPlace = (): Place => {
      const hour = 9 + Math.floor(random() * 7);
      const half = random() < 0.5 ? '00' : '30';
      return {
        room: `room-${1 + Math.floor(random() * 5)}`,
        start: at(`${String(hour).padStart(2, '0')}:${half}`),
        end: at(`${hour + 1}:${half}`),
      };
    };
    const together = () =>
      [0, 12].map((step) => ({
        session: sessions[(Math.floor(random() * 12) + step) % 25]?.session ?? '',
        ...anyPlace(),
      }));
    const ends: Record<string, number>[] = [];
    const writer = async (nth: number): Promise<void> => {
      for (const round of many(rounds)) {
        const { one, seat } = pick(seats);
        const dice = (nth + round) % 10;
        const deed =
          dice === 0
            ? stage.pass(one, seat, 'confirmed')
            : dice === 1
              ? stage.takeOff(one)
              : dice < 4
                ? stage.together('moving', together())
                : stage.place(one, anyPlace());
        ends.push(await endings([deed]));
      }
    };

    await Promise.all(many(crowd).map(writer));

    const codes = ends.flatMap((one) => Object.keys(one).map((end) => String(end.split(' ')[0])));
    // Nobody was turned away for another reason than what stands in their way, that somebody has confirmed already, or that a slow machine had no time.
    expect([...new Set(codes)].filter((code) => code !== 'unavailable').toSorted()).toEqual([
      'done',
      'person-taken',
      'room-taken',
      'wrong-state',
    ]);
  });
});

/** The same house, where something happens between a deed's reading of the ledgers and its writing. */
const overtakenBy = (happens: () => Promise<unknown>): Stage => {
  let isOver = false;
  const { table } = house;
  const batchGet: Table['batchGet'] = async (keys) => {
    const items = await table.batchGet(keys);
    if (!isOver && keys.some(({ pk }) => pk.startsWith('LEDGER#'))) {
      isOver = true;
      await happens();
    }
    return items;
  };
  return stageOf(house, { ...house.door.house, table: { ...table, batchGet } });
};

describe('a place that is taken while somebody decides', () => {
  afterAll(nothingIsAmiss);

  let rooms = 0;
  /** A room of its own, and two sessions with one person confirmed in each. */
  const aPlace = async (more: object = {}) => {
    const room = `room-${(rooms += 1)}`;
    const summit = `overtaken-${rooms}`;
    const [a, b] = (await sessionsOf(summit, 2)) as [At, At];
    const person = await stage.person(`P ${rooms}`);
    const seats = [await stage.nominate(a, person), await stage.nominate(b, person)] as const;
    await stage.room(summit, room, more);
    return { summit, room, a, b, seats };
  };
  const refusal = { name: 'DomainError' };

  test('is found taken', async () => {
    const { room, a, b } = await aPlace();
    const late = overtakenBy(() => stage.place(b, { ...nine, room }));
    await expect(late.place(a, { ...nine, room })).rejects.toMatchObject({
      ...refusal,
      code: 'room-taken',
      conflictsWith: path(b),
    });
  });

  test('in a room that is closed meanwhile is not given', async () => {
    const { summit, room, a } = await aPlace();
    const late = overtakenBy(() => passRoom(house.door.house, house.deed(), summit, room, { to: 'closed' }));
    await expect(late.place(a, { ...nine, room })).rejects.toMatchObject({ ...refusal, code: 'not-placeable' });
    expect(placedIn(await house.dump(), a)).toBeUndefined();
  });

  test('in a room that is kept free for longer meanwhile is judged by that', async () => {
    const { summit, room, a, b } = await aPlace({ changeover: 0 });
    await stage.place(b, { start: at('10:00'), end: at('11:00'), room });
    const late = overtakenBy(() => stage.changeRoom(summit, room, { changeover: 15 }));
    await expect(late.place(a, { ...nine, room })).rejects.toMatchObject({ ...refusal, code: 'room-taken' });
    // Read as the room wants it now: what was placed before is as it was.
    await stage.takeOff(b);
  });

  test('in a room whose hours are changed meanwhile is judged by those', async () => {
    const { summit, room, a } = await aPlace();
    const late = overtakenBy(() => stage.changeRoom(summit, room, { hours: [{ from: '14:00', to: '18:00' }] }));
    await expect(late.place(a, { ...nine, room })).rejects.toMatchObject({ ...refusal, code: 'not-placeable' });
    expect(placedIn(await house.dump(), a)).toBeUndefined();
  });

  test('by somebody who confirms elsewhere meanwhile', async () => {
    const { room, a, b, seats } = await aPlace();
    await stage.pass(a, seats[0], 'confirmed');
    await stage.place(b, nine);
    const late = overtakenBy(() => stage.pass(b, seats[1], 'confirmed'));
    await expect(late.place(a, { ...nine, room })).rejects.toMatchObject({
      ...refusal,
      code: 'person-taken',
      conflictsWith: path(b),
    });
  });

  test('by somebody who confirms in the very session that is moved', async () => {
    const { room, a, b, seats } = await aPlace();
    await stage.pass(b, seats[1], 'confirmed');
    await stage.place(b, nine);
    const late = overtakenBy(() => stage.pass(a, seats[0], 'confirmed'));
    await expect(late.place(a, { ...nine, room })).rejects.toMatchObject({
      ...refusal,
      code: 'person-taken',
      conflictsWith: path(b),
    });
  });

  test('while the session that somebody confirms in is moved to where they are', async () => {
    const { room, a, b, seats } = await aPlace();
    await stage.pass(b, seats[1], 'confirmed');
    await stage.place(b, nine);
    await stage.place(a, { start: at('12:00'), end: at('13:00'), room });
    const late = overtakenBy(() => stage.place(a, { ...nine, room }));
    await expect(late.pass(a, seats[0], 'confirmed')).rejects.toMatchObject({
      ...refusal,
      code: 'person-taken',
      conflictsWith: path(b),
    });
  });
});

describe('whoever dies', () => {
  afterAll(nothingIsAmiss);

  const killed = new Error('killed');
  const withWrite = (sendTransaction: Table['sendTransaction']): Stage =>
    stageOf(house, { ...house.door.house, table: { ...house.table, sendTransaction } });

  test('between reading and writing leaves nothing behind, and nobody in the way', async () => {
    const [a, b] = (await sessionsOf('killed', 2)) as [At, At];
    await stage.room('killed', 'hall');
    const before = await house.dump();

    await expect(withWrite(() => Promise.reject(killed)).place(a, { ...nine, room: 'hall' })).rejects.toBe(killed);

    expect(await house.dump()).toEqual(before);
    await stage.place(b, { ...nine, room: 'hall' });
  });

  test('after writing has placed the session whole', async () => {
    const [a] = (await sessionsOf('written', 1)) as [At];
    await stage.room('written', 'hall');
    const dying = withWrite(async (actions, token) => {
      await house.table.sendTransaction(actions, token);
      throw killed;
    });

    await expect(dying.place(a, { ...nine, room: 'hall' })).rejects.toBe(killed);

    expect(placedIn(await house.dump(), a)).toMatchObject({ ...nine, room: 'hall', version: 2 });
    // Whoever tries again is not in their own way.
    expect(await stage.place(a, { ...nine, room: 'hall' })).toMatchObject({ version: 2 });
  });

  test('and whoever is never answered has placed it once', async () => {
    const [a] = (await sessionsOf('unanswered', 1)) as [At];
    await stage.room('unanswered', 'hall');
    house.proxy.next('cut-after');

    expect(await stage.place(a, { ...nine, room: 'hall' })).toMatchObject({ version: 2 });

    expect(placedIn(await house.dump(), a)).toMatchObject({ version: 2 });
  });
});

describe('a swap, and a third who wants one of the two places', () => {
  afterAll(nothingIsAmiss);

  test('leave each in a place of their own', async () => {
    const [a, b, c] = (await sessionsOf('swap', 3)) as [At, At, At];
    await stage.room('swap', 'hall');
    const [first, second] = [nine, { start: at('10:00'), end: at('11:00') }].map((span) => ({
      ...span,
      room: 'hall',
    })) as [Place, Place];
    await stage.place(a, first);
    await stage.place(b, second);
    for (const nth of many(4)) {
      const [ofA, ofB] = nth % 2 === 1 ? [second, first] : [first, second];
      const ends = await Promise.all([
        endings([
          stage.together('swap', [
            { session: a.session, ...ofA },
            { session: b.session, ...ofB },
          ]),
        ]),
        endings([stage.place(c, first), stage.place(c, second)]),
      ]);
      const dump = await house.dump();
      expect([placedIn(dump, a), placedIn(dump, b), placedIn(dump, c)]).toMatchObject([
        ofA,
        ofB,
        undefined,
      ] as object[]);
      expect(ends[0]).toEqual({ done: 1 });
      // Each of the two places was always somebody's.
      expect(Object.keys(ends[1]).map((end) => end.split(' ')[0])).toEqual(
        Object.keys(ends[1]).map(() => 'room-taken'),
      );
    }
  });

  test('and what a swap leaves free is had by the third, or not yet', async () => {
    const [a, b, c] = (await sessionsOf('turn', 3)) as [At, At, At];
    await stage.room('turn', 'hall');
    const hour = (from: number): Place => ({
      room: 'hall',
      start: at(`${from + 9}:00`.padStart(5, '0')),
      end: at(`${from + 10}:00`),
    });
    await stage.place(a, hour(0));
    await stage.place(b, hour(1));

    const [moved, third] = await Promise.all([
      endings([
        stage.together('turn', [
          { session: a.session, ...hour(2) },
          { session: b.session, ...hour(0) },
        ]),
      ]),
      endings([stage.place(c, hour(1))]),
    ]);

    expect(moved).toEqual({ done: 1 });
    expect([{ done: 1 }, { [`room-taken ${path(b)}`]: 1 }]).toContainEqual(third);
  });
});

describe('one person in two summits of different zones', () => {
  afterAll(nothingIsAmiss);

  test('is in one of them at a time, whatever the clocks on the walls show', async () => {
    await stage.summit('oslo', 'Europe/Oslo');
    await stage.summit('lima', 'America/Lima');
    const person = await stage.person('Ilka Verrane');
    const [oslo, lima] = (await Promise.all(
      ['oslo', 'lima'].map(async (summit) => {
        const one = await stage.session(summit, 'A 1');
        await stage.pass(one, await stage.nominate(one, person), 'confirmed');
        return one;
      }),
    )) as [At, At];
    // In Oslo it is the 11th already, in Lima still the 10th; and the UTC day changes in between.
    const inOslo = { start: at('00:00', '11'), end: at('01:00', '11') };
    const inLima = { start: at('23:30'), end: at('00:30', '11') };
    for (const _ of many(4)) {
      const ends = await endings([stage.place(oslo, inOslo), stage.place(lima, inLima)]);
      const dump = await house.dump();
      const [winner, ...both] = [oslo, lima].filter((one) => placedIn(dump, one));
      expect(both).toEqual([]);
      expect(ends).toEqual({ done: 1, [`person-taken ${path(winner as At)}`]: 1 });
      await stage.takeOff(winner as At);
    }
    // Those who touch are both there.
    expect(await endings([stage.place(oslo, inOslo), stage.place(lima, { ...inLima, end: inOslo.start })])).toEqual({
      done: 2,
    });
  });
});
