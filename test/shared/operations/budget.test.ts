import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api } from '../../../functions/api/app.ts';
import type { Table } from '../../../shared/table/client.ts';
import { aClient, type Client, type Household, tokenFor } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';

// The budgets of the house: how often a deed or a page waits for the table, one after the other, and how much it asks in all.

let house: Household;
let client: Client;
let everyone: Client;
let rounds: number;

/** The same table, that counts how often somebody has to wait: what is asked at the same time is one round trip. */
const counting = (table: Table): Table => {
  let underWay = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (underWay === 0) rounds += 1;
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
  return {
    ...table,
    get: (key) => counted(() => table.get(key)),
    page: (question) => counted(() => table.page(question)),
    all: (question) => counted(() => table.all(question)),
    batchGet: (keys) => counted(() => table.batchGet(keys)),
    batchWrite: (puts, deletes) => counted(() => table.batchWrite(puts, deletes)),
    sendTransaction: (actions, token) => counted(() => table.sendTransaction(actions, token)),
  };
};

beforeAll(async () => {
  house = await aFoundedHouse();
  const { door } = house;
  const app = api({ ...door, house: { ...door.house, table: counting(house.table) } });
  client = aClient(app, await tokenFor('amira'));
  everyone = aClient(app);
});
afterAll(() => house.close());

/** What a request costs: round trips one after the other, and operations in all. */
const costOf = async (request: () => Promise<{ status: number; text: string }>): Promise<unknown> => {
  house.proxy.forget();
  rounds = 0;
  const { status, text } = await request();
  if (status >= 300) throw new Error(text);
  return { rounds, ...house.proxy.counts };
};

const summit = '/summits/arvenne-2031';
const session = `${summit}/sessions/vc-d-12`;

// Each reads the caller's roles beside what it is about: one Query more, and no waiting more.
describe('a page', () => {
  test.each([
    ['a session with objectives, panel, organizations and outcomes', session, { rounds: 1, Query: 2 }],
    ['an organization’s sessions', '/organizations/arvenne/sessions', { rounds: 1, Query: 2 }],
    ['a person’s sessions', '/people/n01/sessions', { rounds: 1, Query: 2 }],
    // The text alone, however many sign it.
    ['a declaration', `${summit}/declarations/arvenne-declaration`, { rounds: 1, Query: 2 }],
    // The head, which says that it is reported, and then the acts that are.
    ['a reported declaration', `${summit}/declarations/letter-of-the-quays`, { rounds: 2, Query: 3 }],
    // The head that says who may see them, then a page.
    ['its signatories', `${summit}/declarations/letter-of-the-quays/signatures`, { rounds: 1, GetItem: 1, Query: 2 }],
    ['a summit', summit, { rounds: 1, GetItem: 1, Query: 1 }],
    ['the sessions of a summit', `${summit}/sessions`, { rounds: 1, GetItem: 1, Query: 2 }],
    ['an organization by its name', '/organizations?name=arv', { rounds: 1, Query: 2 }],
  ])('of %s', async (_, path, cost) => {
    expect(await costOf(() => client.get(path))).toEqual(cost);
  });

  // What was released last is asked for beside it; which release that is, is held for a few seconds.
  test.each([
    ['a session', session, { rounds: 1, Query: 1, GetItem: 1 }],
    ['a day of a release', `${summit}/releases/r1/sessions?day=2031-03-10`, { rounds: 2, GetItem: 1, Query: 1 }],
    ['an organization’s sessions', '/organizations/arvenne/sessions', { rounds: 2, Query: 1, BatchGetItem: 1 }],
  ])('of %s as everyone sees it', async (_, path, cost) => {
    await house.secretariat.post(`${summit}/releases`, {});
    expect((await everyone.get(session)).json.released).toBe('r1');
    expect(await costOf(() => everyone.get(path))).toEqual(cost);
  });

  test('of a declaration’s text asks, beside its own, for the summit, the sessions and the instruments it cites', async () => {
    expect(await costOf(() => client.get(`${summit}/declarations/arvenne-declaration.md`))).toEqual({
      rounds: 2,
      Query: 2,
      GetItem: 1,
      BatchGetItem: 2,
    });
  });
});

describe('a deed', () => {
  const key = { 'idempotency-key': 'budget' };

  test('registering a panelist waits twice: everything it goes by at once, then one transaction', async () => {
    const { id } = await house.secretariat.make('/people', { name: 'Oda Lind' });
    const body = {
      person: id,
      role: 'panelist',
      organizations: [{ organization: 'arvenne' }],
      nominatedBy: ['river-league'],
    };
    expect(await costOf(() => client.post(`${session}/panelists`, body, key))).toEqual({
      rounds: 2,
      // The receipt and the person; the organizations; the session with its panel, the tracks of the summit, and the caller's roles.
      GetItem: 2,
      BatchGetItem: 1,
      Query: 3,
      TransactWriteItems: 1,
    });
    // Its retry only reads.
    expect(await costOf(() => client.post(`${session}/panelists`, body, key))).toMatchObject({ rounds: 1 });
    expect(house.proxy.counts.TransactWriteItems).toBeUndefined();
  });

  test('signing waits twice, and asks for five records at once: nothing that grows with those who have signed', async () => {
    const text = `${summit}/declarations/arvenne-declaration`;
    await house.secretariat.make(`${text}/opening`, {});
    const body = {
      organization: 'arvenne',
      capacity: 'signatory',
      signedBy: 'Ilka Verrane',
      title: 'Mayor',
      mandate: { by: 'office' },
      received: { at: '2031-03-01T08:00:00Z', how: 'floor' },
    };

    const signing = () => client.post(`${text}/signatures`, body, { 'idempotency-key': 'signing' });

    // The receipt of an earlier answer and the caller's roles are read beside them.
    expect(await costOf(signing)).toEqual({ rounds: 2, BatchGetItem: 1, GetItem: 1, Query: 1, TransactWriteItems: 1 });
  });

  test('placing a session waits three times: its collection, every ledger with what rooms and people ask for, one transaction', async () => {
    const { make, pass } = house.secretariat;
    const placed = `${summit}/sessions/p-1`;
    await make(`${summit}/sessions`, { reference: 'P 1', title: { en: 'P' }, track: 'voices' });
    await pass(placed, 'submitted', 'accepted');
    for (const name of ['Per Holm', 'Ylva Brink']) {
      const { id } = await make('/people', { name });
      const { slug } = await make(`${placed}/panelists`, { person: id, role: 'panelist' });
      await pass(`${placed}/panelists/${String(slug)}`, 'confirmed');
    }
    const body = { room: 'quay-hall', start: '2031-03-11T09:00', minutes: 60 };
    const cost = { rounds: 3, GetItem: 1, Query: 2, BatchGetItem: 1, TransactWriteItems: 1 };
    // The session with its panel and crew, the summit, and the caller's roles.
    expect(await costOf(() => client.put(`${placed}/placement`, body, { 'if-match': '*' }))).toEqual(cost);
    // How long it lasts may be its track's to say: the tracks are read beside the session.
    const moved = { room: 'quay-hall', start: '2031-03-11T11:00' };
    expect(await costOf(() => client.put(`${placed}/placement`, moved, { 'if-match': '*' }))).toEqual({
      ...cost,
      Query: 3,
    });
  });

  test.each([
    ['creating a session', 'POST', `${summit}/sessions`, { reference: 'B 1', title: { en: 'B' }, track: 'voices' }, 2],
    ['passing a session', 'POST', `${session}/transitions`, { to: 'concluded' }, 2],
    ['drafting an outcome', 'POST', `${session}/outcomes`, { type: 'practice', text: { en: 'B' } }, 2],
    ['filing an outcome', 'POST', `${session}/outcomes/3/transitions`, { to: 'filed' }, 2],
    // Whose time it takes is known once the place is read: then their ledger, and the transaction.
    ['confirming a panelist', 'POST', `${session}/panelists/n04/transitions`, { to: 'confirmed' }, 3],
    ['creating a summit', 'POST', '/summits', { slug: 'b', title: { en: 'B' }, zone: 'Europe/Paris' }, 2],
    ['changing a session', 'PATCH', session, { mode: 'hybrid' }, 3],
    ['changing a panelist', 'PATCH', `${session}/panelists/n03`, { printedTitle: 'Mayor' }, 3],
  ])('%s', async (_, method, path, body, most) => {
    const headers = { 'content-type': 'application/json', 'if-match': '*', 'idempotency-key': 'budget' };
    const cost = await costOf(() => client.request(method, path, { headers, body: JSON.stringify(body) }));
    expect(cost).toMatchObject({ rounds: most, TransactWriteItems: 1 });
  });
});
