import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditTrail } from '../../../shared/operations/audit.ts';
import { erasePerson } from '../../../shared/operations/erasure.ts';
import { settlePeople } from '../../../shared/operations/settle.ts';
import { sequenceAll } from '../../../shared/operations/trail.ts';
import { invitationKey } from '../../../shared/table/key.ts';
import { aClient, aDoor, type Client, type Household, identityOf, type Json, tokenFor } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';
import { aSigner } from '../../signer.ts';

const summit = '/summits/arvenne-2031';
const session = (reference: string): string => `${summit}/sessions/${reference}`;
const name = 'Erasma Voidmann';
const email = 'erasma@example.org';
const given = { by: 'office', office: 'Office of Erasma', on: '2031-01-15', how: `By mail from ${email}.` };

let house: Household;
let id: string;
let seats: string[];

// Each POST has a key, so that there are receipts.
let keys = 0;
const make = async (path: string, body: unknown): Promise<Json> => {
  const { status, json, text } = await house.secretariat.post(path, body, { 'idempotency-key': `key-${(keys += 1)}` });
  if (status >= 300) throw new Error(`${path}: ${text}`);
  return json;
};

beforeEach(async () => {
  keys = 0;
  house = await aDoor();
  const { secretariat } = house;
  await make('/organizations', { slug: 'arvenne', name: { en: 'Arvenne' }, kind: 'city' });
  await make('/organizations', { slug: 'river-league', name: { en: 'River League' }, kind: 'city-network' });
  await make('/summits', { slug: 'arvenne-2031', title: { en: 'Summit' }, zone: 'Europe/Paris' });
  ({ id } = (await make('/people', { name, biography: { en: `${name} is a mayor.` }, consent: given })) as {
    id: string;
  });
  await secretariat.patch(
    `/people/${id}/contact`,
    { emails: [email], summits: ['arvenne-2031'], note: `Ask ${email}.` },
    { 'if-match': '*' },
  );
  await secretariat.patch(`/people/${id}/attributes`, { gender: 'woman' }, { 'if-match': '*' });
  seats = [];
  for (const reference of ['a-1', 'a-2', 'a-3']) {
    await make(`${summit}/sessions`, { reference, title: { en: reference } });
    await secretariat.pass(session(reference), 'submitted', 'accepted');
    const { slug } = await make(`${session(reference)}/panelists`, {
      person: id,
      role: 'panelist',
      printedTitle: 'Mayor Voidmann of Arvenne',
      organizations: [{ organization: 'arvenne' }],
      consent: given,
    });
    seats.push(String(slug));
  }
  await make(`${session('a-1')}/panelists/${seats[0]}/transitions`, { to: 'confirmed', reason: 'Said Erasma.' });
  await secretariat.pass(`${session('a-2')}/panelists/${seats[1]}`, 'withdrawn');
  // Released twice with the name, so that it lies in both.
  await make(`${summit}/releases`, {});
  await secretariat.patch(session('a-3'), { title: { en: 'A 3' } }, { 'if-match': '*' });
  await make(`${summit}/releases`, {});
  await make(`${session('a-3')}/panelists/${seats[2]}/invitation`, {});
  const desk = { organization: 'river-league', quota: 5, deadline: '2031-03-09T12:00:00Z', approval: true };
  await make(`${summit}/desks`, desk);
  await make(`${summit}/desks/river-league/nominations`, { name, email });
  await answerBy(name);
});
afterEach(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

// Laid there as an answer by link lays it.
const answerBy = async (who: string): Promise<void> => {
  const item = await house.table.get(invitationKey('arvenne-2031', 'a-3', seats[2] ?? ''));
  if (!item) throw new Error('There is no invitation.');
  const by = { name: who, as: 'bearer' };
  const answers = [{ answer: 'decline', by, consent: false, reason: `${who} is ill.`, at: '2031-03-01T10:00:00Z' }];
  await house.table.batchWrite([{ ...item, record: { ...(item.record as object), answers } }]);
};

const words = /erasma|voidmann/i;
const telling = async (): Promise<string[]> =>
  (await house.dump()).filter((item) => words.test(JSON.stringify(item))).map(({ pk, sk }) => `${pk} ${sk}`);

const settle = (): Promise<unknown> => settlePeople(house.door.house, house.clock.now);
const erase = (names: boolean) =>
  house.secretariat.post(`/people/${id}/erasure`, { names, reason: 'Asked for.' }, { 'idempotency-key': 'erase' });

test('with the names, nothing in the table says who it was; the trail verifies, and the places stand', async () => {
  const signer = aSigner();
  await sequenceAll(house.door.house, signer, house.clock.now);
  expect((await telling()).length).toBeGreaterThan(10);

  const { status, json } = await erase(true);

  expect([status, json]).toEqual([
    202,
    { person: id, names: true, reason: 'Asked for.', since: '2031-03-01T09:00:00Z', state: 'erasing' },
  ]);
  expect(await telling()).toEqual([]);
  house.clock.move(61);
  await settle();
  await sequenceAll(house.door.house, signer, house.clock.now);
  expect(await telling()).toEqual([]);
  const verdicts = await auditTrail(house.table, signer.keys);
  expect(verdicts.map(({ chain, faults }) => [chain, faults])).toEqual(verdicts.map(({ chain }) => [chain, []]));
  expect(verdicts.reduce((sum, { erased }) => sum + erased, 0)).toBeGreaterThan(5);
  expect(faultsOf(await house.dump())).toEqual([]);
  const seen = await house.everyone.get(`${session('a-1')}/panelists/${seats[0]}`);
  expect(seen.json).toMatchObject({
    role: 'panelist',
    organizations: [{ organization: 'arvenne' }],
    state: 'confirmed',
  });
  const releases = (await house.everyone.get(`${summit}/releases`)).json.items ?? [];
  const once = { at: '2031-03-01T09:00:00Z', why: 'erasure', cards: 1 };
  expect(releases.map(({ rewritten }) => rewritten)).toEqual([[once], [once]]);
  expect(await settle()).toEqual({});
});

test('without the names, what was printed stays, and the address is nowhere', async () => {
  await erase(false);

  const left = (await house.dump()).filter((item) => JSON.stringify(item).includes(email));
  expect(left).toEqual([]);
  expect((await house.everyone.get(`/people/${id}`)).json).toMatchObject({ name, state: 'listed' });
  expect((await house.everyone.get(`${session('a-1')}/panelists/${seats[0]}`)).json).toMatchObject({
    printedName: name,
  });
  const parts = (await house.secretariat.get(`/people/${id}/data`)).json.parts as Json[];
  const held = new Map(parts.map(({ part, held: all }) => [part, all]));
  expect([held.get('contact'), held.get('attributes'), held.get('receipts'), held.get('mails')]).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

test('killed right after its head, it is finished by the clock, once its time has come', async () => {
  const { door, table, deed, clock, logged } = house;
  // From its first transaction on nothing answers any more: the process is gone.
  let sent = 0;
  const dying = {
    ...table,
    sendTransaction: async (...given: Parameters<typeof table.sendTransaction>) => {
      if ((sent += 1) > 1) throw new Error('Killed.');
      await table.sendTransaction(...given);
    },
    batchWrite: () => Promise.reject(new Error('Killed.')),
  };
  const draft = { names: true, reason: 'Asked for.' };
  await expect(erasePerson({ ...door.house, table: dying }, deed(), id, draft)).rejects.toThrow('Killed.');
  expect((await house.everyone.get(`/people/${id}`)).status).toBe(404);
  expect((await telling()).length).toBeGreaterThan(5);

  await settle();
  expect((await telling()).length).toBeGreaterThan(5);
  clock.move(61);
  await Promise.all([settle(), settle()]);

  expect([await telling(), logged]).toEqual([[], []]);
});

test('killed at any step, sent again it finishes', async () => {
  const { door, table, deed } = house;
  for (let least = 2; ; least += 1) {
    let left = least;
    const dying = {
      ...table,
      sendTransaction: async (...given: Parameters<typeof table.sendTransaction>) => {
        if ((left -= 1) < 0) throw new Error('Killed.');
        await table.sendTransaction(...given);
      },
    };
    const asked = erasePerson({ ...door.house, table: dying }, deed(), id, { names: true, reason: 'Asked for.' });
    const killed = await asked.then(
      () => false,
      () => true,
    );
    if (!killed) break;
  }

  expect(await telling()).toEqual([]);
  expect(faultsOf(await house.dump())).toEqual([]);
});

test('who is erased is given no place any more, and a place that is given at the same time has no name', async () => {
  await make(`${summit}/sessions`, { reference: 'b-1', title: { en: 'B' } });
  const seat = { person: id, role: 'panelist', consent: given };

  const [erased, placed] = await Promise.all([
    erase(true),
    house.secretariat.post(`${session('b-1')}/panelists`, seat),
  ]);

  expect([erased.status, [201, 422].includes(placed.status)]).toEqual([202, true]);
  house.clock.move(61);
  await settle();
  expect(await telling()).toEqual([]);
  expect((await house.secretariat.post(`${session('b-1')}/panelists`, seat)).json.errors).toEqual([
    { pointer: '/person', detail: 'Name somebody else: this person’s data was erased.' },
  ]);
  expect((await house.secretariat.patch(`/people/${id}`, { name }, { 'if-match': '*' })).status).toBe(409);
});

test('whoever turned out to be them is erased with them', async () => {
  await make(`${summit}/desks/river-league/nominations`, { name, email: 'voidmann@example.org' });
  const { items = [] } = (await house.secretariat.get(`${summit}/suggestions`)).json;
  expect(items).toHaveLength(1);
  await make(`${summit}/suggestions/${items[0]?.slug}/merge`, { keep: id });
  const parts = (await house.secretariat.get(`/people/${id}/data`)).json.parts as Json[];
  expect(parts.find(({ part }) => part === 'person')?.held).toMatchObject([{ id }, { mergedInto: id, name }]);

  await erase(true);

  expect(await telling()).toEqual([]);
  house.clock.move(61);
  await settle();
  expect(await settle()).toEqual({});
});

test('a request that is sent again after an erasure acts once, and is answered by what is there', async () => {
  await erase(true);
  const before = await house.dump();

  const again = await house.secretariat.post(
    '/people',
    { name, biography: { en: `${name} is a mayor.` }, consent: given },
    { 'idempotency-key': 'key-4' },
  );

  expect(again.json).toMatchObject({ id, name: '—', state: 'erased' });
  expect(await house.dump()).toEqual(before);
});

describe('what was given to their address', () => {
  const takeUp = async (): Promise<Client> => {
    const client = aClient(house.app, await tokenFor('erasma'));
    await client.make('/me/bindings', { identity: await identityOf('erasma', { email }) });
    return client;
  };
  const roles = async (): Promise<Json[]> => {
    const { items = [] } = (await house.secretariat.get(`${summit}/roles`)).json;
    return items;
  };

  test('ends, held or not or ended before, and is without the address everywhere', async () => {
    const held = await make(`${summit}/roles`, { role: 'organizer', email });
    const client = await takeUp();
    const ended = await make(`${summit}/roles`, { role: 'rapporteur', session: 'a-1', email });
    await make(`${summit}/roles/${ended.slug}/transitions`, { to: 'ended', reason: 'Erasma cannot.' });
    const waiting = await make(`${summit}/roles`, { role: 'rapporteur', session: 'a-2', email });
    const parts = (await house.secretariat.get(`/people/${id}/data?limit=200`)).json.parts as Json[];
    const exported = new Map(parts.map(({ part, held: all }) => [part, all as Json[]]));
    expect(
      exported
        .get('roles')
        ?.map(({ slug }) => slug)
        .sort(),
    ).toEqual([held.slug, ended.slug, waiting.slug].sort());
    const signer = aSigner();
    await sequenceAll(house.door.house, signer, house.clock.now);

    expect((await erase(true)).status).toBe(202);
    house.clock.move(61);
    await settle();
    await sequenceAll(house.door.house, signer, house.clock.now);

    expect((await client.get('/me')).json.roles).toEqual([]);
    expect((await roles()).map(({ state, email: at }) => [state, at])).toEqual([
      ['ended', undefined],
      ['ended', undefined],
      ['ended', undefined],
    ]);
    expect((await house.dump()).filter((item) => JSON.stringify(item).includes(email))).toEqual([]);
    const verdicts = await auditTrail(house.table, signer.keys);
    expect(verdicts.flatMap(({ faults }) => faults)).toEqual([]);
    await takeUp();
    expect((await client.get('/me')).json.roles).toEqual([]);
  });

  test('stays where somebody else has the same address', async () => {
    const other = await make('/people', { name: 'Deputy' });
    await house.secretariat.patch(`/people/${other.id}/contact`, { emails: [email] }, { 'if-match': '*' });
    await make(`${summit}/roles`, { role: 'organizer', email });

    await erase(true);

    expect((await roles()).map(({ state, email: at }) => [state, at])).toEqual([['invited', email]]);
  });

  test('keeps them from being erased while it is of the secretariat, so that one of them always remains', async () => {
    const { slug } = await make('/roles', { role: 'secretariat', email });
    await takeUp();

    const refused = await erase(true);

    expect([refused.status, refused.json.type]).toEqual([409, '/api#wrong-state']);
    expect((await house.secretariat.get(`/people/${id}`)).json.name).toBe(name);
    await house.secretariat.pass(`/roles/${slug}`, 'ended');
    expect((await erase(true)).status).toBe(202);
  });
});
