import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aDoor, type Client, type Household, type Json } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Who may be the same person is suggested; an organizer makes one of two, however many places they have, and whatever stops it in between.

let house: Household;
let noor: Client;
let sacha: Client;
let organizer: Client;
const summit = '/summits/arvenne-2031';

const furnish = async (at: Household): Promise<void> => {
  const { make } = at.secretariat;
  for (const slug of ['river-league', 'hill-alliance'])
    await make('/organizations', { slug, name: { en: slug }, kind: 'city-network' });
  for (const slug of ['arvenne-2031', 'lower-tarn-2031'])
    await make('/summits', { slug, title: { en: 'S' }, zone: 'Europe/Paris' });
};

beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 20_000 } });
  await furnish(house);
  noor = await house.as('noor', { role: 'delegate', organization: 'river-league' });
  sacha = await house.as('sacha', { role: 'delegate', organization: 'hill-alliance' });
  organizer = await house.as('oda', { role: 'organizer', summit: 'arvenne-2031' });
});
afterAll(() => house.close());
afterEach(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
});

const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

let numbers = 0;
const aSession = async (as: Client = organizer): Promise<string> => {
  const at = (numbers += 1);
  await as.make(`${summit}/sessions`, { reference: `M ${at}`, title: { en: 'M' } });
  return `m-${at}`;
};
const aDesk = async (given: Json = {}, as: Client = organizer): Promise<string> => {
  const slug = `desk-${(numbers += 1)}`;
  const draft = { organization: 'river-league', quota: 40, deadline: '2031-04-01T00:00:00Z', slug, ...given };
  await as.make(`${summit}/desks`, draft);
  return `${summit}/desks/${slug}`;
};
const panelOf = async (session: string): Promise<Json[]> =>
  (await organizer.get(`${summit}/sessions/${session}/panelists`)).json.items ?? [];
const usedAt = async (desk: string): Promise<unknown> => (await organizer.get(desk)).json.used;

/** The suggestion that two people are one. */
const suggested = async (one: unknown, another: unknown): Promise<Json | undefined> =>
  ((await organizer.get(`${summit}/suggestions?limit=200`)).json.items ?? []).find(
    ({ people }) => (people as unknown[]).includes(one) && (people as unknown[]).includes(another),
  );
const addressOf = ({ slug }: Json): string => `${summit}/suggestions/${String(slug)}`;

/** Two people of one name, whom two networks nominated at the same sessions or at others. */
const aPair = async (sessions: [string | undefined, string | undefined] = [undefined, undefined]) => {
  const at = (numbers += 1);
  const desks = [await aDesk(), await aDesk({ organization: 'hill-alliance' })] as const;
  const name = `Vera Lund ${at}`;
  const one = await noor.make(`${desks[0]}/nominations`, {
    name,
    email: `vera-${at}@example.org`,
    session: sessions[0],
  });
  const other = await sacha.make(`${desks[1]}/nominations`, {
    name,
    email: `v-${at}@example.org`,
    session: sessions[1],
  });
  const suggestion = (await suggested(one.person, other.person)) ?? {};
  return { desks, one, other, suggestion, address: addressOf(suggestion) };
};

describe('a suggestion', () => {
  test('is made of people who share an address, or a name, and of nobody else', async () => {
    const desk = await aDesk();
    const put = async (name: string, email?: string) =>
      (await noor.make(`${desk}/nominations`, { name, ...(email ? { email } : {}) })).person;
    const mayor = await put('Ilka Verrane', 'office@example.org');
    const deputy = await put('Tomas Quell', 'Office@example.org');
    const sameName = await put('Ílka  VERRANE');
    await put('Oda Lind', 'oda@example.org');

    const about = async (one: unknown, another: unknown) => (await suggested(one, another))?.why;
    expect([await about(mayor, deputy), await about(mayor, sameName), await about(deputy, sameName)]).toEqual([
      ['address'],
      ['name'],
      undefined,
    ]);
    expect((await suggested(mayor, deputy))?.names).toEqual(
      expect.arrayContaining([
        { id: mayor, name: 'Ilka Verrane' },
        { id: deputy, name: 'Tomas Quell' },
      ]),
    );
  });

  test('is not missed when both are nominated at once', async () => {
    const [desk, other] = [await aDesk(), await aDesk({ organization: 'hill-alliance' })];
    const replies = await Promise.all([
      noor.post(`${desk}/nominations`, { name: 'Mina Falk', email: 'mina@example.org' }),
      sacha.post(`${other}/nominations`, { name: 'Mina Falk', email: 'falk@example.org' }),
    ]);
    expect(await suggested(replies[0].json.person, replies[1].json.person)).toMatchObject({ why: ['name'] });
  });

  test('is the organizers’: delegates and others neither see nor judge one', async () => {
    const { address, suggestion } = await aPair();
    for (const client of [noor, house.account])
      expect([
        (await client.get(`${summit}/suggestions`)).status,
        (await client.get(address)).status,
        (await client.post(`${address}/merge`, { keep: (suggestion.people as string[])[0] })).status,
        (await client.post(`${address}/dismissal`, {})).status,
      ]).toEqual([403, 404, 404, 404]);
  });

  test('that was dismissed stays so, and comes up no more', async () => {
    const { address, desks, one } = await aPair();
    await organizer.make(`${address}/dismissal`, { reason: 'Two people.' });
    await noor.make(`${desks[0]}/nominations`, { name: one.name, email: one.email, session: await visible() });
    expect((await organizer.get(address)).json).toMatchObject({ state: 'dismissed', version: 2 });
    expect((await organizer.post(`${address}/merge`, { keep: one.person })).status).toBe(409);
  });
});

const visible = async (): Promise<string> => {
  const session = await aSession();
  await organizer.pass(`${summit}/sessions/${session}`, 'submitted', 'accepted');
  return session;
};

describe('a merge', () => {
  test('keeps every place, credits both networks, and leaves one place where there were two: the confirmed one', async () => {
    const session = await visible();
    const { desks, one, other, address } = await aPair([session, session]);
    await organizer.pass(`${summit}/sessions/${session}/panelists/${String(other.panelist)}`, 'invited', 'confirmed');

    const merged = await organizer.make(`${address}/merge`, { keep: one.person });

    expect(merged).toMatchObject({ state: 'merged', kept: one.person });
    expect(
      (await panelOf(session)).map(({ slug, person, state, nominatedBy }) => [slug, person, state, nominatedBy]),
    ).toEqual([
      [one.panelist, one.person, 'replaced', ['river-league']],
      [other.panelist, one.person, 'confirmed', ['hill-alliance', 'river-league']],
    ]);
    expect((await noor.get(`${desks[0]}/nominations/${String(one.slug)}`)).json).toMatchObject({
      state: 'accepted',
      panelist: other.panelist,
      answer: { state: 'confirmed' },
    });
    expect([await usedAt(desks[0]), await usedAt(desks[1])]).toEqual([1, 1]);
    const contacts = await Promise.all(
      [one, other].map(({ person }) => house.secretariat.get(`/people/${String(person)}/contact`)),
    );
    expect(contacts.map(({ json }) => json.emails)).toEqual([[one.email, other.email], []]);
    expect((await house.secretariat.get(`/people/${String(other.person)}`)).json).toMatchObject({
      state: 'retired',
      mergedInto: one.person,
    });

    // Under either address it is now the one person.
    const desk = await aDesk({ organization: 'hill-alliance' });
    const again = await sacha.make(`${desk}/nominations`, { name: other.name, email: other.email });
    expect(again.person).toBe(one.person);
  });

  test('of one whom a network nominated twice uses one of its quota, not two', async () => {
    const session = await visible();
    const desk = await aDesk();
    const put = (email: string) => noor.make(`${desk}/nominations`, { name: 'Per Holm', email, session });
    const [one, other] = [await put('per@example.org'), await put('holm@example.org')];
    expect(await usedAt(desk)).toBe(2);

    await organizer.make(`${addressOf((await suggested(one.person, other.person)) ?? {})}/merge`, {
      keep: other.person,
    });

    expect(await usedAt(desk)).toBe(1);
    const states = (await noor.get(`${desk}/nominations`)).json.items?.map(({ state, person }) => [state, person]);
    expect(states).toEqual([
      ['replaced', other.person],
      ['accepted', other.person],
    ]);
  });

  test('of people who are known at another summit is the secretariat’s', async () => {
    const { one, other, address } = await aPair();
    const sessions = '/summits/lower-tarn-2031/sessions';
    await house.secretariat.make(sessions, { reference: `L ${(numbers += 1)}`, title: { en: 'L' } });
    await house.secretariat.make(`${sessions}/l-${numbers}/panelists`, { person: other.person, role: 'keynote' });

    const refused = await organizer.post(`${address}/merge`, { keep: one.person });
    expect([refused.status, refused.json.type]).toEqual([403, '/api#forbidden']);
    expect((await house.secretariat.post(`${address}/merge`, { keep: one.person })).status).toBe(200);
    expect((await house.secretariat.get(`${sessions}/l-${numbers}/panelists`)).json.items).toMatchObject([
      { person: one.person },
    ]);
  });

  test('twice at once, both ways: one of them is kept, and everything is theirs', async () => {
    for (const _ of many(3)) {
      const session = await visible();
      const { one, other, address } = await aPair([session, session]);
      const replies = await Promise.all(
        [one, other].map(({ person }) => organizer.post(`${address}/merge`, { keep: person })),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const kept = replies.find(({ status }) => status === 200)?.json.kept;
      expect(new Set((await panelOf(session)).map(({ person }) => person))).toEqual(new Set([kept]));
    }
  });

  test('while either is nominated again: whoever comes last, it is one person in one place', async () => {
    for (const _ of many(3)) {
      const session = await visible();
      const { desks, one, other, address } = await aPair();
      const [merge, ...nominations] = await Promise.all([
        organizer.post(`${address}/merge`, { keep: one.person }),
        noor.post(`${desks[0]}/nominations`, { name: one.name, email: one.email, session }),
        sacha.post(`${desks[1]}/nominations`, { name: other.name, email: other.email, session }),
      ]);
      expect([merge, ...nominations].map(({ status }) => status)).toEqual([200, 201, 201]);
      const seated = (await panelOf(session)).filter(({ state }) => state === 'nominated');
      expect(seated.map(({ person }) => person)).toEqual([one.person]);
    }
  });

  test('goes on where it was stopped, however often, and is told on the trail', async () => {
    const stopped = await aDoor({ pace: { patience: 0, pause: (ms) => pause(ms / 20) } });
    try {
      await furnish(stopped);
      const { secretariat, proxy } = stopped;
      const desk = await aDesk({ quota: 80 }, secretariat);
      const names = { name: 'Sanna Brook' };
      const sessions = [];
      for (const _ of many(30)) sessions.push(await aSession(secretariat));
      const people = [];
      for (const [at, session] of sessions.entries()) {
        const { person } = await secretariat.make(`${desk}/nominations`, {
          ...names,
          email: 'sanna@example.org',
          session,
        });
        const shared = at % 3 === 0;
        const other = shared
          ? await secretariat.make(`${desk}/nominations`, { ...names, email: 'brook@example.org', session })
          : undefined;
        people.push(person, ...(other ? [other.person] : []));
      }
      const [going, kept] = [...new Set(people)] as [string, string];
      const address = `${summit}/suggestions/${[going, kept].sort().join('-')}`;
      const merge = () => secretariat.post(`${address}/merge`, { keep: kept }, { 'idempotency-key': 'merge' });

      // Cut in the tenth transaction, then in the twentieth after that, before and after it was done.
      for (const [steps, fault] of [
        [9, 'cut-before'],
        [19, 'cut-after'],
      ] as const) {
        const plain = { ...stopped.table };
        let left = steps;
        stopped.table.sendTransaction = (actions, token) => {
          if (left-- === 0) proxy.next(fault);
          return plain.sendTransaction(actions, token);
        };
        expect((await merge()).status).toBe(503);
        Object.assign(stopped.table, plain);
      }
      const done = await merge();
      expect([done.status, done.json.kept]).toEqual([200, kept]);
      expect((await merge()).json).toEqual(done.json);

      const dump = await stopped.dump();
      expect(faultsOf(dump)).toEqual([]);
      const seats = dump.filter(({ type }) => type === 'panelist').map(({ record }) => record as Json);
      expect([seats.length, seats.filter(({ person }) => person === kept).length]).toEqual([40, 40]);
      expect(seats.filter(({ state }) => state === 'nominated').length).toBe(30);
      expect((await secretariat.get(desk)).json.used).toBe(1);
    } finally {
      await stopped.close();
    }
  });
});
