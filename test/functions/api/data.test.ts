import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type Household, type Json } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';

const path = '/people/n01/data';

let house: Household;
let organizer: Client;
beforeAll(async () => {
  house = await aFoundedHouse();
  const { secretariat } = house;
  await secretariat.patch('/people/n01/contact', { emails: ['ilka@example.org'] }, { 'if-match': '*' });
  await secretariat.patch('/people/n01/attributes', { gender: 'woman' }, { 'if-match': '*' });
  await secretariat.pass('/summits/arvenne-2031/sessions/vc-d-12/panelists/n03', 'withdrawn');
  await secretariat.post(
    '/people/n01/consents',
    { of: 'reported', state: 'refused', by: 'bearer' },
    { 'idempotency-key': 'k' },
  );
  organizer = await house.as('noor', { role: 'organizer', summit: 'arvenne-2031' });
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const partsOf = ({ parts }: Json): Map<string, Json[]> =>
  new Map((parts as { part: string; held: Json[] }[]).map(({ part, held }) => [part, held]));

test('everything that is held on a person, with what it is and why it is held', async () => {
  const { status, json } = await house.secretariat.get(path);

  const parts = partsOf(json);
  expect([status, json.person, json.at, json.next]).toEqual([200, 'n01', '2031-03-01T09:00:00Z', null]);
  expect((json.parts as Json[]).every(({ what, why }) => String(what).length > 10 && String(why).length > 10)).toBe(
    true,
  );
  expect(parts.get('person')).toMatchObject([{ id: 'n01', name: 'Ilka Verrane', withheld: true }]);
  expect(parts.get('contact')).toMatchObject([{ emails: ['ilka@example.org'] }]);
  expect(parts.get('attributes')).toMatchObject([{ gender: 'woman' }]);
  expect(parts.get('consents')?.map(({ slug, state }) => [slug, state])).toEqual([
    ['n03', 'given'],
    ['name', 'given'],
    ['reported', 'refused'],
  ]);
  // Also those that they left.
  expect(parts.get('places')).toMatchObject([{ slug: 'n03', state: 'withdrawn', session: 'vc-d-12' }]);
  expect(parts.get('receipts')).toMatchObject([{ answer: { slug: 'reported' } }]);
  expect(JSON.stringify(parts.get('trail'))).toContain('Ilka Verrane');
  expect(parts.get('erasure')).toEqual([]);
});

test('comes in pages, each once', async () => {
  const whole = partsOf((await house.secretariat.get(path)).json);
  const trail: Json[] = [];
  const receipts: Json[] = [];
  let own = 0;
  for (let cursor = ''; ;) {
    const { json, status } = await house.secretariat.get(`${path}?limit=1${cursor}`);
    expect(status).toBe(200);
    const parts = partsOf(json);
    own += parts.has('person') ? 1 : 0;
    trail.push(...(parts.get('trail') ?? []));
    receipts.push(...(parts.get('receipts') ?? []));
    if (json.next === null) break;
    cursor = `&cursor=${String(json.next)}`;
  }

  const inOrder = (all: Json[] | undefined) => all?.map((one) => JSON.stringify(one)).sort();
  expect([own, inOrder(trail), inOrder(receipts)]).toEqual([
    1,
    inOrder(whole.get('trail')),
    inOrder(whole.get('receipts')),
  ]);
});

test('is for the secretariat alone, and says to nobody else whether there is anything', async () => {
  const paths = [path, '/people/n02/data', '/people/not-there/data'];
  for (const [client, status] of [
    [organizer, 404],
    [house.account, 404],
    [house.everyone, 401],
  ] as const) {
    const replies = await Promise.all(paths.map((one) => client.get(one)));
    expect(replies.map((reply) => reply.status)).toEqual(paths.map(() => status));
    expect(new Set(replies.map(({ json: { instance: _, ...problem } }) => JSON.stringify(problem))).size).toBe(1);
  }
});

test('what somebody says of themselves is read and changed by the secretariat alone', async () => {
  const attributes = '/people/n02/attributes';
  expect((await organizer.get(attributes)).status).toBe(404);
  expect((await organizer.patch(attributes, { gender: 'man' }, { 'if-match': '*' })).status).toBe(403);
  const { headers } = await house.secretariat.get(attributes);

  const { json } = await house.secretariat.patch(
    attributes,
    { gender: 'other words', by: 'office' },
    { 'if-match': headers.get('etag') ?? '' },
  );

  expect(json).toEqual({ person: 'n02', version: 1, gender: 'other words', by: 'office' });
});
