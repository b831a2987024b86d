import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { passConsent } from '../../../shared/operations/consent.ts';
import { settlePeople } from '../../../shared/operations/settle.ts';
import { aDoor, type Household, type Json } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

const summit = '/summits/arvenne-2031';
const session = `${summit}/sessions/a-1`;
const given = { by: 'bearer', on: '2031-01-15' };

let house: Household;
let id: string;
beforeEach(async () => {
  house = await aDoor();
  const { secretariat } = house;
  await secretariat.make('/summits', { slug: 'arvenne-2031', title: { en: 'Summit' }, zone: 'Europe/Paris' });
  await aSession('a-1');
  ({ id } = (await secretariat.make('/people', { name: 'Ilka Verrane', consent: given })) as { id: string });
});
afterEach(async () => {
  expect(house.logged).toEqual([]);
  expect(faultsOf(await house.dump())).toEqual([]);
  await house.close();
});

const aSession = async (reference: string): Promise<string> => {
  await house.secretariat.make(`${summit}/sessions`, { reference, title: { en: reference } });
  await house.secretariat.pass(`${summit}/sessions/${reference}`, 'submitted', 'accepted');
  return reference;
};

const seated = async (more: object = { consent: given }, at = session): Promise<string> => {
  const { slug } = await house.secretariat.make(`${at}/panelists`, { person: id, role: 'panelist', ...more });
  await house.secretariat.pass(`${at}/panelists/${slug}`, 'confirmed');
  return String(slug);
};

const nameAt = async (seat: string, at = session): Promise<unknown> =>
  (await house.everyone.get(`${at}/panelists/${seat}`)).json.printedName;
const say = (body: object, client = house.secretariat) =>
  client.post(`/people/${id}/consents`, { by: 'bearer', ...body });
const place = (panelist: string) => ({ of: { summit: 'arvenne-2031', session: 'a-1', panelist } });
const withdraw = (consent: string) => house.secretariat.pass(`/people/${id}/consents/${consent}`, 'withdrawn');

describe('a consent to be named at a place', () => {
  test('shows the name there, from the moment it is given, and stands apart from the place', async () => {
    const seat = await seated({});
    expect(await nameAt(seat)).toBeUndefined();

    const { status, json, headers } = await say({ ...place(seat), by: 'office', office: 'Office of the mayor' });

    expect([status, headers.get('location')]).toEqual([201, `/api/v1/people/${id}/consents/${seat}`]);
    expect(json).toEqual({
      slug: seat,
      person: id,
      summit: 'arvenne-2031',
      session: 'a-1',
      by: 'office',
      office: 'Office of the mayor',
      on: '2031-03-01',
      state: 'given',
      version: 1,
    });
    expect(await nameAt(seat)).toBe('Ilka Verrane');
    expect(JSON.stringify((await house.secretariat.get(`${session}/panelists/${seat}`)).json)).not.toContain('Office');
  });

  test('withdrawn hides it there and nowhere else; given again it shows it again', async () => {
    const other = `${summit}/sessions/${await aSession('a-2')}`;
    const [here, there] = [await seated(), await seated({ consent: given }, other)];

    await withdraw(here);
    expect([await nameAt(here), await nameAt(there, other)]).toEqual([undefined, 'Ilka Verrane']);
    await say(place(here));

    expect(await nameAt(here)).toBe('Ilka Verrane');
    const { items = [] } = (await house.secretariat.get(`/people/${id}/consents`)).json;
    expect(items.find(({ slug }) => slug === here)).toMatchObject({
      state: 'given',
      history: [
        { from: 'given', to: 'withdrawn', by: 'amira' },
        { from: 'withdrawn', to: 'given', by: 'amira' },
      ],
    });
  });

  test('is refused for who stays unnamed, for another’s place, and once it is withdrawn already', async () => {
    const seat = await seated({ unnamed: true });
    expect((await say(place(seat))).json.errors).toEqual([
      { pointer: '/of', detail: 'Nothing is to be consented to: who stays unnamed is never printed.' },
    ]);
    expect((await say(place('n99'))).json.errors).toEqual([
      { pointer: '/of', detail: 'Name a place of this person on a panel.' },
    ]);
    await withdraw('name');
    const twice = await house.secretariat.post(`/people/${id}/consents/name/transitions`, { to: 'withdrawn' });
    expect([twice.status, twice.json.type]).toEqual([409, '/api#wrong-state']);
  });

  test('belongs to the organizers of its summit; the name is any organizer’s to record', async () => {
    const seat = await seated({});
    const elsewhere = await house.as('mirel', { role: 'organizer', summit: 'elsewhere-2031' });
    const here = await house.as('noor', { role: 'organizer', summit: 'arvenne-2031' });

    expect((await say(place(seat), elsewhere)).status).toBe(403);
    expect((await say({ of: 'name' }, elsewhere)).status).toBe(201);
    expect((await say(place(seat), here)).status).toBe(201);
    const slugs = async (client: typeof here) =>
      ((await client.get(`/people/${id}/consents`)).json.items ?? []).map(({ slug }) => slug);
    expect([await slugs(elsewhere), await slugs(here)]).toEqual([['name'], [seat, 'name'].sort()]);
    expect((await house.account.get(`/people/${id}/consents`)).status).toBe(403);
    expect((await house.everyone.get(`/people/${id}/consents`)).status).toBe(401);
  });

  test('no change of the place changes it, and a place said to be at risk is never named again', async () => {
    const seat = await seated();
    const patch = (body: object) => house.secretariat.patch(`${session}/panelists/${seat}`, body, { 'if-match': '*' });

    expect((await patch({ consent: given })).status).toBe(422);
    expect((await patch({ named: true })).status).toBe(422);
    expect((await patch({ unnamed: true })).status).toBe(200);
    expect((await patch({ unnamed: false })).json.errors).toEqual([
      {
        pointer: '/unnamed',
        detail: 'Who is at risk stays unnamed at this place. Withdraw it and give another, if that has changed.',
      },
    ]);
    expect(await nameAt(seat)).toBeUndefined();
  });
});

describe('the consent to the name itself', () => {
  test('withdrawn hides it at every place, also at more than one transaction holds; given again shows what was consented to', async () => {
    const seats: [string, string][] = [];
    for (let number = 2; number < 14; number += 1) {
      const at = `${summit}/sessions/${await aSession(`b-${number}`)}`;
      seats.push([await seated({ consent: given }, at), at]);
    }
    const names = () => Promise.all(seats.map(([seat, at]) => nameAt(seat, at)));
    expect(new Set(await names())).toEqual(new Set(['Ilka Verrane']));

    await withdraw('name');
    expect(new Set(await names())).toEqual(new Set([undefined]));
    expect((await house.everyone.get(`/people/${id}`)).status).toBe(404);
    expect((await house.everyone.get(`/people/${id}/sessions`)).json.items).toEqual([]);

    await say({ of: 'name' });
    expect(new Set(await names())).toEqual(new Set(['Ilka Verrane']));
    expect((await house.dump()).filter(({ listPk }) => String(listPk).startsWith('DUE#'))).toEqual([]);
  });

  test('withdrawn while a place is given: that place has no name either', async () => {
    for (let round = 0; round < 5; round += 1) {
      const at = `${summit}/sessions/${await aSession(`c-${round}`)}`;
      const [seat] = await Promise.all([seated({ consent: given }, at), withdraw('name')]);
      expect(await nameAt(seat, at)).toBeUndefined();
      await say({ of: 'name' });
      expect(await nameAt(seat, at)).toBe('Ilka Verrane');
    }
  });

  test('what was cut short is finished by the clock', async () => {
    const { clock, door, deed, table } = house;
    for (let number = 2; number < 15; number += 1)
      await seated({ consent: given }, `${summit}/sessions/${await aSession(`d-${number}`)}`);
    const named = async () =>
      (await house.dump()).filter(({ type, record }) => type === 'panelist' && (record as Json).named === true).length;
    // After its first transaction nothing answers any more.
    let sent = 0;
    const dying = {
      ...table,
      sendTransaction: async (...given: Parameters<typeof table.sendTransaction>) => {
        if ((sent += 1) > 1) throw new Error('Killed.');
        await table.sendTransaction(...given);
      },
    };
    const killed = passConsent({ ...door.house, table: dying }, deed(), id, 'name', { to: 'withdrawn' });
    await expect(killed).rejects.toThrow('Killed.');
    expect(await named()).toBe(3);

    clock.move(61);
    await Promise.all([settlePeople(door.house, clock.now), settlePeople(door.house, clock.now)]);

    expect(await named()).toBe(0);
    expect(await settlePeople(door.house, clock.now)).toEqual({});
  });
});

describe('what a source reported', () => {
  const reported = (...facts: string[]) => ({
    origin: 'reported',
    sources: [{ facts, citation: 'The Quay Gazette (invented)' }],
    state: 'confirmed',
  });

  test('stays as reported without anybody’s consent, until the person objects; the objection can be lifted', async () => {
    const { secretariat } = house;
    const { slug } = await secretariat.make(`${session}/panelists`, {
      person: id,
      role: 'panelist',
      ...reported('role'),
    });
    expect(await nameAt(String(slug))).toBe('Ilka Verrane');

    await say({ of: 'reported', state: 'refused', how: 'By mail.' });
    expect(await nameAt(String(slug))).toBeUndefined();
    expect((await house.everyone.get(`${session}/panelists/${slug}`)).json).toMatchObject({
      toBeConfirmed: false,
      role: 'panelist',
      sources: [{ facts: ['role'], citation: 'The Quay Gazette (invented)' }],
    });
    await say({ of: 'reported' });

    expect(await nameAt(String(slug))).toBe('Ilka Verrane');
  });
});
