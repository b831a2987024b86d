import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Household, Json } from '../door.ts';
import { aPlantedDoor } from './planting.ts';
import { listIn } from './reading.ts';

let household: Household;
let session: Json;
let panel: Json[];
beforeAll(async () => {
  household = await aPlantedDoor();
  session = (await household.everyone.get('/summits/wuf12/sessions/vc-d-12')).json;
  panel = listIn(session, 'panel');
});
afterAll(() => household.close());

const facts = (record: unknown): unknown[] =>
  listIn(record, 'corrections').map(({ fact, published, corrected }) => [fact, published, corrected]);

describe('session VC-D 12 of WUF12', () => {
  test('stands in Cairo’s time, which is inferred and says so', () => {
    expect(session).toMatchObject({
      state: 'scheduled',
      origin: 'reported',
      reference: 'VC-D 12',
      start: '2024-11-07T09:00:00Z',
      zone: 'Africa/Cairo',
      local: { start: '2024-11-07T11:00', end: '2024-11-07T12:30' },
    });
    const inferred = listIn(session, 'sources').filter(({ how }) => how === 'inferred');
    expect(inferred.map(({ facts: of }) => of)).toContainEqual(['start', 'end']);
  });

  test('shows what was published and what is right', () => {
    expect(facts(session)).toEqual([
      ['/zone', null, 'Africa/Cairo'],
      [
        '/panel',
        null,
        'CH for the City of Geneva, FR for the City of Montpellier and Cités Unies France; none for UN bodies.',
      ],
      ['/panel/4/organizations', 'City of Monpelier - Cites Unies France', 'City of Montpellier; Cités Unies France'],
    ]);
  });

  test('has its panel as printed, each with what was corrected', () => {
    expect(panel.map(({ role, printedName, printedTitle }) => [role, printedName, printedTitle])).toEqual([
      ['moderator', 'Dorothee Schmidt', undefined],
      ['panelist', 'Mr. Filiep Decorte', 'Chief of Programme Development Branch'],
      ['panelist', 'Ms. Sukaina Al-Nasrawi', 'Lead of Sustainable Urban Development'],
      ['panelist', 'Mr. Sami Kanaan', 'Mayor'],
      ['panelist', 'Ms. Clare Hart', 'Vice-president'],
    ]);
    expect(
      panel.map(({ organizations }) =>
        listIn({ organizations }, 'organizations').map(({ organization }) => organization),
      ),
    ).toEqual([[], ['un-habitat'], ['unescwa'], ['geneva'], ['montpellier', 'cites-unies-france']]);
    expect(facts(panel[4])).toEqual([
      ['/organizations/0/printed', 'City of Monpelier', 'City of Montpellier'],
      ['/organizations', 'City of Monpelier - Cites Unies France', 'City of Montpellier; Cités Unies France'],
      ['/country', null, 'FR'],
    ]);
  });

  test('has no outcome, because none was published', async () => {
    const { json } = await household.secretariat.get('/summits/wuf12/sessions/vc-d-12/outcomes');

    expect(json.items).toEqual([]);
    expect(session.outcomes).toEqual([]);
    expect(session.noOutcome).toEqual({
      en: 'None was published: the programme page names no outcome of the session.',
    });
  });

  test('is found from its organizations and from the people on its panel', async () => {
    const { json: organization } = await household.everyone.get('/organizations/geneva/sessions');
    const { json: person } = await household.everyone.get(`/people/${String(panel[3]?.person)}/sessions`);

    expect(organization.items?.map(({ summit, session: slug }) => [summit, slug])).toEqual([['wuf12', 'vc-d-12']]);
    expect(person.items?.map(({ summit, session: slug }) => [summit, slug])).toEqual([['wuf12', 'vc-d-12']]);
  });
});
