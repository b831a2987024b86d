import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shared, summits } from '../../seeds/all.ts';
import type { Seed } from '../../seeds/seed.ts';
import { folded } from '../../shared/domain/slug.ts';
import type { Household, Json } from '../door.ts';
import { aPlantedDoor } from './planting.ts';
import { inside, listIn } from './reading.ts';

let household: Household;
beforeAll(async () => {
  household = await aPlantedDoor();
});
afterAll(() => household.close());

const declaration = '/summits/rehearsal/declarations/rehearsal-declaration';

/** The table of sources and what was left out stand below; their shape is the documents' own affair. */
const textOf = (markdown: string): string => markdown.slice(0, markdown.indexOf('\n## '));

describe('the rehearsal', () => {
  test('ends in a declaration in the form of the UN', async () => {
    const { text } = await household.secretariat.get(`${declaration}.md`);

    expect(textOf(text))
      .toBe(`> **Rehearsal: invented people and organizations, played through to show the product. Nobody real said or decided this.**

# Quillemar Declaration on the Diplomacy of Cities in a Crisis

Quillemar City Summit  
Declaration  
Open for signature

We, the mayors and representatives of cities gathered in Quillemar,

*Recalling* the 2030 Agenda,

*Recalling* the New Urban Agenda,

*Recalling* the UN Secretary-General's Action Agenda on Internal Displacement,

*Recalling* the Global Compact on Refugees,

1. *Take note of* the one-stop desk of Belmora, where a family that arrives registers, sees a doctor and finds a bed in one place and on one day;

2. *Underline* that cities open their doors first when people are driven from home, and that the response is still planned without them too often;

3. *Recommend* that the cities which receive displaced people have a seat where the response is planned, from the first day of a crisis;

4. *Recommend* that each city on a route of displacement name one contact point, and that the cities of the route agree on one form within a year, so that a family’s file goes ahead of it when the family consents;

5. *Commit to*:

   (a) keeping places free in the schools of Kestrel Bay for children who arrive during the year;

   (b) publishing each year, beginning with Quillemar and Sandrevel, how many people were sheltered and what it cost;

6. *Call upon* national governments:

   (a) to open their emergency funds to cities directly;

   (b) to count the people whom a city shelters when its yearly grant is reckoned;

7. *Call upon* the development banks to lend to cities for shelter within weeks, and not within years.
`);
  });

  test('says of each paragraph which outcomes it came from, and why one went nowhere', async () => {
    const { json } = await household.secretariat.get(declaration);
    const { json: fate } = await household.secretariat.get('/summits/rehearsal/sessions/vc-d-14/outcomes');

    expect(json).toMatchObject({
      rehearsal: true,
      origin: 'held',
      state: 'open-for-signature',
      placed: 10,
      leftOut: 1,
    });
    expect(
      fate.items?.map(({ slug, went }) => [slug, listIn({ went }, 'went').map(({ reason }) => reason ?? 'carried')]),
    ).toEqual([
      ['1', ['carried']],
      ['2', ['carried']],
      ['3', ['The cities of the route have to agree first on which papers these are.']],
    ]);
  });

  test('went through every state of its sessions and panels', async () => {
    const { json } = await household.secretariat.get('/summits/rehearsal/sessions/vc-d-12');

    expect(listIn(json, 'history').map(({ to }) => to)).toEqual([
      'submitted',
      'accepted',
      'scheduled',
      'held',
      'concluded',
    ]);
    expect(listIn(json, 'panel').map(({ role, printedName, state }) => [role, printedName, state])).toEqual([
      ['moderator', 'Ilka Verrane', 'confirmed'],
      ['panelist', 'Tomas Quell', 'confirmed'],
      ['panelist', 'Noor Halvane', 'confirmed'],
      ['panelist', 'Baptiste Ormeval', 'confirmed'],
      ['panelist', 'Odile Marrow-Senn', 'confirmed'],
    ]);
  });

  test('shows the public the filed outcomes of all five types, and not the one still being worded', async () => {
    const { json } = await household.everyone.get('/summits/rehearsal/sessions/vc-d-12');
    const { json: all } = await household.secretariat.get('/summits/rehearsal/sessions/vc-d-12');

    expect(listIn(json, 'outcomes').map(({ type }) => type)).toEqual([
      'practice',
      'key-message',
      'recommendation',
      'recommendation',
      'ask',
      'ask',
      'commitment',
      'ask',
    ]);
    expect(
      listIn(all, 'outcomes')
        .map(({ state }) => state)
        .filter((state) => state === 'draft'),
    ).toEqual(['draft']);
  });

  test('counts whom it gathered, and names whose figure is missing', async () => {
    const { json } = await household.everyone.get('/summits/rehearsal/counts');

    expect(json.everyone).toMatchObject({
      organizations: 9,
      cities: 6,
      people: { of: 5, mixedBases: true, missing: [{ organization: 'vesmark', printed: 'Vesmark' }] },
    });
  });
});

const madeBy = (seed: Seed, noun: string): string[] =>
  seed.waves.flat().flatMap(({ adds, name }) => (adds === noun ? [name.slice(noun.length + 1)] : []));
const isOf = (pk: string, slugs: readonly string[]): boolean => slugs.includes(pk.split('#')[1] ?? '');

const [rehearsal] = summits.filter(({ name }) => name === 'rehearsal');
const invented = rehearsal ? madeBy(rehearsal, 'organization') : [];

/** Every name that the register and the real summits hold: of cities, networks, organizations and people. */
const realNames = (items: readonly Json[]): string[] => [
  ...items
    .filter(({ type, pk }) => type === 'organization' && !isOf(String(pk), invented))
    .flatMap((item) => [Object.values(inside(item, 'record.name') ?? {}), inside(item, 'record.aliases')])
    .flat()
    .map(String),
  ...items
    .filter((item) => item.type === 'person' && inside(item, 'record.origin') === 'reported')
    .map((item) => String(inside(item, 'record.name'))),
];

const isOfRehearsal = (item: Json): boolean =>
  /^(SUMMIT|SESSION|DECLARATION)#rehearsal(#|$)/.test(String(item.pk)) ||
  (item.type === 'organization' && isOf(String(item.pk), invented)) ||
  (item.type === 'person' && inside(item, 'record.origin') === 'held') ||
  item.type === 'contact';

describe('nothing real stands in the rehearsal', () => {
  test('no city, organization or person of the other seeds is named in it', async () => {
    const items = await household.dump();
    const ofRehearsal = items.filter(isOfRehearsal);
    const words = ` ${folded(JSON.stringify(ofRehearsal))} `;
    const real = realNames(items);

    expect(ofRehearsal.length).toBeGreaterThan(80);
    expect(real.length).toBeGreaterThan(70);
    expect(real.filter((name) => words.includes(` ${folded(name)} `))).toEqual([]);
  });

  test('none of its organizations is of another seed', () => {
    const others = [shared, ...summits.filter(({ name }) => name !== 'rehearsal')];
    const taken = new Set(others.flatMap((seed) => madeBy(seed, 'organization')));

    expect(invented.length).toBe(9);
    expect(invented.filter((slug) => taken.has(slug))).toEqual([]);
  });

  test('what it invents says so', async () => {
    const { json } = await household.everyone.get('/organizations/quillemar');
    const { json: summit } = await household.everyone.get('/summits/rehearsal');

    expect(json.sources).toEqual([
      {
        facts: ['name', 'population'],
        citation: 'Invented for the rehearsal: there is no such place, person or organization.',
        how: 'printed',
      },
    ]);
    expect(summit).toMatchObject({ rehearsal: true });
  });

  test('was objected to, amended, and adopted by silence, as its certificate says', async () => {
    const { secretariat: amira } = household;

    const { json: first } = await amira.get(`${declaration}/circulations/c1/certificate`);
    const { json: second } = await amira.get(`${declaration}/circulations/c2/certificate`);

    expect(first).toMatchObject({ by: 'objection', deadline: '2025-03-17T08:00:00Z', decided: { objections: 1 } });
    expect(second).toMatchObject({
      by: 'silence',
      deadline: '2025-03-21T08:00:00Z',
      decided: { at: '2025-03-21T08:02:00Z', outcome: 'adopted', objections: 0 },
      notReached: [],
    });
    expect(listIn(second, 'asked')).toHaveLength(6);
    const { json: head } = await amira.get(declaration);
    expect(inside(head, 'frozen')).toMatchObject({ version: 'v2', how: 'silence', hash: inside(second, 'text.hash') });
  });

  test('was signed by five and endorsed by one; what was delivered before the last of them stays as it was', async () => {
    const { json: counts } = await household.everyone.get(`${declaration}/counts`);
    const { json: before } = await household.everyone.get(`${declaration}/counts?asOf=2025-04-02`);
    const { json: deliveries } = await household.everyone.get(`${declaration}/deliveries`);

    const acting = (json: Json): unknown[] =>
      ['signatories', 'observers', 'together'].map((who) => inside(json, `${who}.organizations`));
    expect([acting(counts), acting(before)]).toEqual([
      [5, 1, 6],
      [4, 1, 5],
    ]);
    expect(deliveries.items).toMatchObject([
      { to: { organization: 'tidewater-commission' }, on: '2025-04-02', state: 'received', signatures: { count: 5 } },
    ]);
  });

  test('is followed up: two assessors differ, and a commitment runs from the day that its owner signed', async () => {
    const { json: uptake } = await household.everyone.get(`${declaration}/uptake`);
    const { json: commitments } = await household.everyone.get(`${declaration}/commitments`);

    expect(JSON.stringify(uptake)).toContain('disagree');
    expect(JSON.stringify(commitments.items)).toContain('2026-03-25');
  });
});
