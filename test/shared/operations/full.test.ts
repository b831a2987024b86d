import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTheMorning } from '../../builders.ts';
import { type Household } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { faultsOf } from '../../invariants.ts';

// A session as full as it can be: every passage writes it together with each list that it stands in, in one transaction.

let house: Household;
beforeAll(async () => {
  house = await aFoundedHouse();
});
afterAll(() => house.close());

const summit = '/summits/arvenne-2031';
const session = `${summit}/sessions/full-2`;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test('with forty organizations and forty panelists still passes through its states, and takes no organization more', async () => {
  const { secretariat } = house;
  await Promise.all(
    numbers(41).map((at) =>
      secretariat.make('/organizations', { slug: `city-${at}`, name: { en: `City ${at}` }, kind: 'city' }),
    ),
  );
  const named = (from: number, to: number) => numbers(to - from).map((at) => ({ organization: `city-${from + at}` }));
  await secretariat.make(`${summit}/sessions`, {
    reference: 'Full 2',
    title: { en: 'Full' },
    ...inTheMorning,
    lead: named(0, 10),
    partners: named(10, 39),
  });
  for (const at of numbers(39)) {
    const { id } = await secretariat.make('/people', { name: `Person ${at}` });
    await secretariat.make(`${session}/panelists`, {
      person: id,
      role: 'panelist',
      organizations: [{ organization: `city-${at}` }],
    });
  }
  const { id } = await secretariat.make('/people', { name: 'The fortieth' });
  const ask = (organizations: object[]) =>
    secretariat.post(`${session}/panelists`, { person: id, role: 'panelist', organizations });

  const refused = await ask(named(39, 41));
  expect([refused.status, refused.json.type, refused.json.detail]).toEqual([
    422,
    '/api#too-many-at-once',
    'The session would involve 41 organizations, and 40 fit. Name fewer partners, or fewer organizations for a panelist.',
  ]);
  expect((await ask(named(39, 40))).status).toBe(201);

  for (const to of ['submitted', 'accepted', 'scheduled', 'held', 'concluded']) {
    const { status } = await secretariat.post(`${session}/transitions`, { to }, { 'idempotency-key': `full-${to}` });
    expect([to, status]).toEqual([to, 200]);
  }
  expect(faultsOf(await house.dump())).toEqual([]);
});
