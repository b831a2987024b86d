import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Letter } from '../../../shared/domain/letter.ts';
import { sweep } from '../../../shared/operations/outbox.ts';
import { perform } from '../../../shared/operations/perform.ts';
import { type Client, type Household, type Json } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { anOffice, aPost } from '../../post.ts';

let house: Household;
let organizer: Client;
const path = '/summits/arvenne-2031/mails';

const letter: Letter = {
  kind: 'role-taken',
  role: 'reviewer',
  summit: 'arvenne-2031',
  by: 'amira',
  to: { address: 'desk@example.org' },
  rehearsal: false,
};

/** A deed that orders mails and does nothing else; answers its id. */
const order = async (...mails: Letter[]): Promise<string> => {
  const deed = house.deed();
  await perform(house.door.house, deed, {
    may: { deed: 'summit:create' },
    read: async () => undefined,
    decide: () => ({ writes: [], answer: 'done', mails }),
  });
  return deed.request;
};

beforeAll(async () => {
  house = await aFoundedHouse();
  organizer = await house.as('edda', { role: 'organizer', summit: 'arvenne-2031' });
});
afterAll(() => house.close());

const listed = async (query = ''): Promise<Json[]> => (await organizer.get(`${path}${query}`)).json.items ?? [];

test('an organizer reads what went out, to whom, and what became of it', async () => {
  const post = aPost();
  post.conduct = ({ to }) => (to === 'bad@example.org' ? 'refuse' : 'accept');
  const deed = await order(
    letter,
    { ...letter, to: { address: 'bad@example.org' } },
    { ...letter, to: { person: 'nobody' } },
  );
  await sweep(anOffice(house, post), house.clock.now);

  const mails = await listed(`?deed=${deed}`);
  expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['sent', 'pending', 'failed']));
  expect(mails.find(({ state }) => state === 'sent')).toMatchObject({
    letter,
    deed,
    at: '2031-03-01T09:00:00Z',
    sent: { at: '2031-03-01T09:00:00Z', as: expect.stringMatching(/^accepted-/) },
  });
  expect(mails.find(({ state }) => state === 'pending')).toMatchObject({ trouble: 'MessageRejected', tries: 1 });
  expect(await listed(`?deed=${deed}&state=failed`)).toMatchObject([{ failure: 'no-address' }]);

  const [first] = mails as [Json];
  expect((await organizer.get(`${path}/${String(first.id)}`)).json).toEqual(first);
});

test('of a rehearsal the mail itself is read one by one, as it would have arrived', async () => {
  const deed = await order({ ...letter, rehearsal: true });
  await sweep(anOffice(house, aPost()), house.clock.now);

  const [card] = (await listed(`?deed=${deed}`)) as [Json];
  expect([card.state, 'message' in card]).toEqual(['kept', false]);
  const { json } = await organizer.get(`${path}/${String(card.id)}`);
  expect(json.message).toMatchObject({
    subject: expect.stringMatching(/^No longer your role: Reviewer, /),
    text: expect.stringMatching(/^This is a rehearsal/),
    html: expect.stringContaining('<html lang="en" dir="ltr">'),
  });
});

test('nobody else reads them', async () => {
  const deed = await order(letter);
  const [mail] = (await listed(`?deed=${deed}`)) as [Json];
  const other = await house.as('noor', { role: 'organizer', summit: 'elsewhere-2031' });
  const statuses = async (client: Client): Promise<number[]> =>
    Promise.all([path, `${path}/${String(mail.id)}`, `${path}/none`].map(async (at) => (await client.get(at)).status));

  expect([
    await statuses(organizer),
    await statuses(other),
    await statuses(house.account),
    await statuses(house.everyone),
  ]).toEqual([
    [200, 200, 404],
    [403, 404, 404],
    [403, 404, 404],
    [401, 401, 401],
  ]);
});
