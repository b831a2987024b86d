import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeContact } from '../../../shared/operations/contact.ts';
import { expireContacts } from '../../../shared/operations/expiry.ts';
import type { Message } from '../../../shared/operations/post.ts';
import { aDoor, type Client, type Household, type Json } from '../../door.ts';
import { aMailroom, tokenIn } from '../../mailroom.ts';

const summit = '/summits/arvenne-2031';
const always = { 'if-match': '*' };
const empty = { emails: [], phones: [], language: 'en', summits: [] };

let house: Household;
let noor: Client;
let mirel: Client;
beforeEach(async () => {
  house = await aDoor();
  const { secretariat } = house;
  for (const slug of ['arvenne-2031', 'belmora-2032'])
    await secretariat.make('/summits', { slug, title: { en: 'Summit' }, zone: 'Europe/Paris', contactsKeptFor: 30 });
  await secretariat.make('/people', { name: 'Ilka Verrane' });
  noor = await house.as('noor', { role: 'organizer', summit: 'arvenne-2031' });
  mirel = await house.as('mirel', { role: 'organizer', summit: 'belmora-2032' });
});
afterEach(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const contact = '/people/n01/contact';
const details = { emails: ['ilka@example.org'], language: 'fr', summits: ['arvenne-2031'] };

describe('contact details', () => {
  test('are for the organizers of the summits that they were given for, and the secretariat', async () => {
    expect((await noor.patch(contact, details, always)).status).toBe(200);

    const shown = { ...empty, ...details, person: 'n01', version: 1 };
    expect((await noor.get(contact)).json).toEqual(shown);
    expect((await house.secretariat.get(contact)).json).toEqual(shown);
    expect((await mirel.get(contact)).status).toBe(404);
    expect((await mirel.patch(contact, { emails: [] }, always)).status).toBe(404);
    expect((await house.account.get(contact)).status).toBe(404);
    expect((await house.everyone.get(contact)).status).toBe(401);
  });

  test('are given by an organizer for their own summits, which are there', async () => {
    const wrong = async (client: Client, summits: string[]) => {
      const { status, json } = await client.patch(contact, { ...details, summits }, always);
      return json.errors ?? status;
    };
    expect(await wrong(noor, ['belmora-2032'])).toBe(403);
    expect(await wrong(noor, [])).toEqual([
      { pointer: '/summits', detail: 'Name the summit for which the details are given, one of yours.' },
    ]);
    expect(await wrong(house.secretariat, ['arvenne-2031', 'nowhere'])).toEqual([
      { pointer: '/summits/1', detail: 'There is no summit "nowhere".' },
    ]);
    expect(await wrong(house.account, ['arvenne-2031'])).toBe(404);
    expect((await house.secretariat.get(contact)).json.version).toBe(0);
  });

  test('given first by two at once are those of one, and the other is told', async () => {
    const { headers } = await house.secretariat.get(contact);
    const both = await Promise.all(
      ['a@example.org', 'b@example.org'].map((email) =>
        house.secretariat.patch(contact, { emails: [email] }, { 'if-match': headers.get('etag') ?? '' }),
      ),
    );

    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await house.dump()).filter(({ type }) => type === 'address')).toHaveLength(1);
  });
});

const reached = async (): Promise<unknown[]> =>
  (await house.dump())
    .filter(({ type }) => ['contact', 'address', 'contact-for'].includes(String(type)))
    .map(({ type, record }) => [type, (record as Json | undefined)?.summits]);
const expire = (): Promise<object> => expireContacts(house.door.house, house.clock.now);
const day = 24 * 60 * 60;

describe('contact details of a summit that is over', () => {
  test('are cleared after the time that it says, and no sooner; none are taken for it any more', async () => {
    const { secretariat, clock } = house;
    await noor.patch(contact, details, always);
    await secretariat.pass(summit, 'concluded');
    clock.move(30 * day - 1);
    expect(await expire()).toEqual({});
    expect(await reached()).toHaveLength(3);

    clock.move(1);
    await Promise.all([expire(), expire()]);

    expect(await reached()).toEqual([]);
    expect((await house.dump()).filter((item) => JSON.stringify(item).includes('ilka@example.org'))).toEqual([]);
    expect((await noor.patch(contact, details, always)).json.errors).toEqual([
      { pointer: '/summits/0', detail: 'The contact details of this summit have expired: none are taken for it.' },
    ]);
    clock.move(120);
    await expire();
    expect(await expire()).toEqual({});
  });

  test('go with the address that a network gave with its nomination', async () => {
    const { secretariat, clock } = house;
    await secretariat.make('/organizations', { slug: 'river-league', name: { en: 'L' }, kind: 'city-network' });
    const desk = { organization: 'river-league', quota: 5, deadline: '2031-03-09T12:00:00Z', approval: true };
    await secretariat.make(`${summit}/desks`, desk);
    const tomas = { name: 'Tomas Quell', email: 'tomas@example.org' };
    await secretariat.make(`${summit}/desks/river-league/nominations`, tomas);
    await secretariat.pass(summit, 'concluded');
    clock.move(30 * day);

    await expire();

    expect(JSON.stringify(await house.dump())).not.toContain('tomas@example.org');
    const { items = [] } = (await secretariat.get(`${summit}/desks/river-league/nominations`)).json;
    expect(items.map(({ name, email }) => [name, email])).toEqual([['Tomas Quell', undefined]]);
  });

  test('go with the address of somebody else whom a panelist proposed, of which the trail never had a copy', async () => {
    const { secretariat, clock } = house;
    const session = `${summit}/sessions/a-1`;
    const address = 'tobias@example.org';
    const kept = async () => JSON.stringify(await house.dump()).includes(address);
    await secretariat.patch(contact, details, always);
    await secretariat.make(`${summit}/sessions`, { reference: 'a-1', title: { en: 'A' } });
    await secretariat.pass(session, 'submitted', 'accepted');
    const { slug } = await secretariat.make(`${session}/panelists`, { person: 'n01', role: 'panelist' });
    await secretariat.make(`${session}/panelists/${slug}/invitation`, {});
    const mailroom = aMailroom(house);
    const token = tokenIn((await mailroom.deliver())[0] as Message);
    const substitute = { name: 'Tobias Wend', email: address };
    const by = { name: 'Ilka Verrane', as: 'bearer' };
    await house.everyone.make(`/invitations/${token}/answer`, { answer: 'decline', by, substitute });
    expect(await kept()).toBe(true);
    await secretariat.pass(summit, 'concluded');
    clock.move(30 * day);

    await expire();

    expect(await kept()).toBe(false);
    const { answers } = (await secretariat.get(`${session}/panelists/${slug}/invitation`)).json;
    expect(answers).toMatchObject([{ answer: 'decline', substitute: { name: 'Tobias Wend' } }]);
  });

  test('stay for another summit that they were given for, and so do those that were given for none', async () => {
    const { secretariat, clock } = house;
    await secretariat.patch(contact, { ...details, summits: ['arvenne-2031', 'belmora-2032'] }, always);
    await secretariat.make('/people', { name: 'Tomas Quell' });
    await secretariat.patch('/people/n02/contact', { emails: ['tomas@example.org'] }, always);
    await secretariat.pass(summit, 'cancelled');
    clock.move(30 * day);

    await expire();

    expect((await secretariat.get(contact)).json).toMatchObject({ emails: details.emails, summits: ['belmora-2032'] });
    expect((await noor.get(contact)).status).toBe(404);
    expect((await mirel.get(contact)).status).toBe(200);
    expect((await secretariat.get('/people/n02/contact')).json.emails).toEqual(['tomas@example.org']);
  });

  test('expire at another time when the summit says so, as long as they have not', async () => {
    const { secretariat, clock } = house;
    await noor.patch(contact, details, always);
    await secretariat.pass(summit, 'concluded');
    await secretariat.patch(summit, { contactsKeptFor: 60 }, always);
    clock.move(30 * day);
    await expire();
    expect(await reached()).toHaveLength(3);

    clock.move(30 * day);
    await expire();

    expect(await reached()).toEqual([]);
  });

  test('given while they are being cleared are cleared the second time', async () => {
    const { secretariat, clock, table, door } = house;
    await secretariat.pass(summit, 'concluded');
    clock.move(30 * day);
    // Somebody read the summit before it began to clear, and writes after it did.
    let [begin, decide] = [(): void => undefined, (): void => undefined];
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const decided = new Promise<void>((resolve) => (decide = resolve));
    const slow = {
      ...table,
      sendTransaction: async (...given: Parameters<typeof table.sendTransaction>) => {
        decide();
        await begun;
        await table.sendTransaction(...given);
      },
    };
    const deed = house.deed({ ifMatch: '*' });
    const writing = changeContact({ ...door.house, table: slow }, deed, 'n01', (found) => ({
      ...found,
      emails: ['ilka@example.org'],
      summits: ['arvenne-2031'],
    }));
    await decided;
    await expire();
    begin();
    await writing;
    expect(await reached()).toHaveLength(3);

    clock.move(120);
    await expire();

    expect(await reached()).toEqual([]);
  });
});
