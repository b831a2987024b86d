import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aClient, type Client, type Household, identityOf, type Json, tokenFor } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';

let house: Household;
beforeEach(async () => {
  house = await aFoundedHouse();
});
afterEach(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const summit = '/summits/arvenne-2031';
const edda = { role: 'organizer', email: 'edda@example.org' };

const signIn = async (name: string): Promise<Client> => aClient(house.app, await tokenFor(name));

/** Signs in with an address that may be another account's, too. */
const takeUp = async (name: string, email = `${name}@example.org`): Promise<Json[]> => {
  const client = await signIn(name);
  const { items = [] } = await client.make('/me/bindings', { identity: await identityOf(name, { email }) });
  return items;
};

const held = async (name: string): Promise<unknown> => (await (await signIn(name)).get('/me')).json.roles;

describe('a role given to an address', () => {
  test('is taken up by the first sign-in with it, and says who gave it and when', async () => {
    const given = await house.secretariat.make(`${summit}/roles`, edda);
    expect(given).toMatchObject({
      state: 'invited',
      given: { by: 'amira', at: '2031-03-01T09:00:00Z' },
      expires: '2031-03-15T09:00:00Z',
    });
    expect([
      await held('edda'),
      (await (await signIn('edda')).post(`${summit}/tracks`, { slug: 'a', title: { en: 'A' } })).status,
    ]).toEqual([[], 403]);

    expect(await takeUp('edda')).toMatchObject([{ slug: given.slug, state: 'held', account: 'edda' }]);

    expect(await held('edda')).toEqual([{ role: 'organizer', summit: 'arvenne-2031' }]);
    expect((await (await signIn('edda')).post(`${summit}/tracks`, { slug: 'a', title: { en: 'A' } })).status).toBe(201);
  });

  test('sends an invitation in the language asked for, within the same transaction', async () => {
    const { slug } = await house.secretariat.make(`${summit}/roles`, { ...edda, writeIn: 'ar' });
    const letters = (await house.dump())
      .filter(({ type }) => type === 'outbox')
      .map(({ record }) => (record as Json).letter);
    expect(letters).toContainEqual(
      expect.objectContaining({
        kind: 'role-invitation',
        invitation: slug,
        language: 'ar',
        to: { address: 'edda@example.org' },
      }),
    );
  });

  test('is not taken up once it has expired, by another address, or by one that is not verified', async () => {
    await house.secretariat.make(`${summit}/roles`, edda);
    const client = await signIn('mallory');
    const unverified = await identityOf('mallory', { email: 'edda@example.org', email_verified: false });
    expect((await client.post('/me/bindings', { identity: unverified })).status).toBe(401);
    expect((await client.post('/me/bindings', { identity: await identityOf('edda') })).status).toBe(401);
    expect(await takeUp('mallory')).toEqual([]);
    house.clock.move(14 * 86_400);
    expect([await takeUp('edda'), await held('edda')]).toEqual([[], []]);
  });

  test('is one account’s, when two sign in with the same address at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = `office-${round}@example.org`;
      await house.secretariat.make(`${summit}/roles`, { role: 'organizer', email });
      const names = Array.from({ length: 6 }, (_, at) => `clerk-${round}-${at}`);
      const bound = await Promise.all(names.map((name) => takeUp(name, email)));
      const holders = (await Promise.all(names.map(held))).filter((roles) => (roles as Json[]).length > 0);
      expect([bound.flat().length, holders.length]).toEqual([1, 1]);
    }
  });

  test('is given once, and may be given again after it was taken away', async () => {
    const { slug } = await house.secretariat.make(`${summit}/roles`, edda);
    const again = await house.secretariat.post(`${summit}/roles`, { ...edda, email: 'Edda@Example.org' });
    expect([again.status, again.json.type]).toEqual([409, '/api#already-recorded']);
    await house.secretariat.pass(`${summit}/roles/${String(slug)}`, 'ended');
    expect((await house.secretariat.post(`${summit}/roles`, edda)).status).toBe(201);
  });

  test('ends with who took it away and why, and from then on opens nothing', async () => {
    const { slug } = await house.secretariat.make(`${summit}/roles`, edda);
    await takeUp('edda');
    const { json } = await house.secretariat.post(`${summit}/roles/${String(slug)}/transitions`, {
      to: 'ended',
      reason: 'Left.',
    });
    expect((json.history as Json[]).at(-1)).toEqual({
      from: 'held',
      to: 'ended',
      at: '2031-03-01T09:00:00Z',
      by: 'amira',
      reason: 'Left.',
    });
    expect([await held('edda'), await takeUp('edda')]).toEqual([[], []]);
  });

  test('cannot be declared taken up by somebody else', async () => {
    const { slug } = await house.secretariat.make(`${summit}/roles`, edda);
    const { status, json } = await house.secretariat.post(`${summit}/roles/${String(slug)}/transitions`, {
      to: 'held',
    });
    expect([status, json.type, json.allowed]).toEqual([409, '/api#wrong-state', ['ended']]);
  });

  test('invites one address ten times a day at most', async () => {
    for (let at = 0; at < 10; at += 1) {
      const { slug } = await house.secretariat.make(`${summit}/roles`, edda);
      await house.secretariat.pass(`${summit}/roles/${String(slug)}`, 'ended');
    }
    const { status, json } = await house.secretariat.post(`${summit}/roles`, edda);
    expect([status, json.type, json.again]).toEqual([429, '/api#too-many-mails', '2031-03-02T00:00:00Z']);
  });
});

test('a machine holds its role at once, under its client id', async () => {
  await house.secretariat.make(`${summit}/roles`, { role: 'organizer', client: 'schedule-sync' });
  expect(await held('schedule-sync')).toEqual([{ role: 'organizer', summit: 'arvenne-2031' }]);
});

test.each([
  [{ role: 'rapporteur', email: 'a@example.org' }, '/session'],
  [{ role: 'rapporteur', session: 'not-there', email: 'a@example.org' }, '/session'],
  [{ role: 'organizer', track: 'voices', email: 'a@example.org' }, '/track'],
  [{ role: 'secretariat', email: 'a@example.org' }, '/role'],
  [{ role: 'organizer' }, '/email'],
  [{ role: 'organizer', email: 'a@example.org', client: 'a' }, '/email'],
  [{ role: 'organizer', email: 'nobody' }, '/email'],
  [{ role: 'clock', email: 'a@example.org' }, '/role'],
])('%j is refused at its field and changes nothing', async (body, pointer) => {
  const before = await house.dump();
  const { status, json } = await house.secretariat.post(`${summit}/roles`, body);
  expect([status, json.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
  expect(await house.dump()).toEqual(before);
});

test('a delegate invites colleagues of the same organization, and nobody else', async () => {
  const delegate = await house.as('linus', { role: 'delegate', organization: 'river-league' });
  const colleague = { role: 'delegate', email: 'colleague@example.org' };
  expect((await delegate.post('/organizations/river-league/roles', colleague)).status).toBe(201);
  expect((await delegate.post('/organizations/port-selva/roles', colleague)).status).toBe(403);
  expect((await delegate.post(`${summit}/roles`, edda)).status).toBe(403);
});

test('nobody of the secretariat takes away their own role, so that one remains', async () => {
  const { slug } = await house.secretariat.make('/roles', { role: 'secretariat', email: 'mirel@example.org' });
  await takeUp('mirel');
  const mirel = await signIn('mirel');
  const { status, json } = await mirel.post(`/roles/${String(slug)}/transitions`, { to: 'ended' });
  expect([status, json.type]).toEqual([403, '/api#forbidden']);
});

test('of two of the secretariat who take each other’s role away at once, one remains', async () => {
  for (let round = 0; round < 5; round += 1) {
    const names = [`mirel-${round}`, `noor-${round}`];
    const roles = await Promise.all(
      names.map((name) => house.secretariat.make('/roles', { role: 'secretariat', email: `${name}@example.org` })),
    );
    await Promise.all(names.map((name) => takeUp(name)));
    const clients = await Promise.all(names.map((name) => signIn(name)));
    const answers = await Promise.all(
      clients.map((client, at) => client.post(`/roles/${String(roles[1 - at]?.slug)}/transitions`, { to: 'ended' })),
    );
    const left = (await Promise.all(names.map(held))).filter((mine) => (mine as Json[]).length > 0);
    const [done, refused] = answers.map(({ status }) => status).toSorted();
    expect([done, left.length]).toEqual([200, 1]);
    // Who has lost the role before they look does not know of the other one's any more.
    expect([403, 404]).toContain(refused);
  }
});

test('the address given at deployment becomes the first of the secretariat, once, however many sign in with it', async () => {
  house.door.first = 'Founder@Example.org';
  const names = Array.from({ length: 5 }, (_, at) => `founder-${at}`);
  const bound = await Promise.all(names.map((name) => takeUp(name, 'founder@example.org')));
  expect(bound.flat()).toMatchObject([{ role: 'secretariat', state: 'held', given: { by: 'deployment' } }]);
  expect(await takeUp('founder-6', 'founder@example.org')).toEqual([]);
});
