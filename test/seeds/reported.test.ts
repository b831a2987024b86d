import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capacities } from '../../shared/domain/participation.ts';
import { aClient, type Client, type Household, type Json } from '../door.ts';
import { aPlantedDoor } from './planting.ts';
import { inside, listIn } from './reading.ts';

let household: Household;
let everyone: Client;
beforeAll(async () => {
  household = await aPlantedDoor();
  everyone = aClient(household.app);
});
afterAll(() => household.close());

const communique = '/summits/u20-2018/declarations/communique';
const statement = '/summits/u20-2018/declarations/joint-statement';
const read = async (path: string): Promise<Json> => (await everyone.get(path)).json;
const claimsOf = async (path: string): Promise<Json[]> => (await read(`${path}/claims`)).items ?? [];
const counted = (count: unknown): object => ({
  organizations: inside(count, 'organizations'),
  countries: inside(count, 'countries'),
  people: inside(count, 'people.total'),
  mixedBases: inside(count, 'people.mixedBases'),
});

describe('the communiqué of 2018', () => {
  test('was signed by 24 cities and endorsed by 10, which are two different acts', async () => {
    const counts = await read(`${communique}/counts`);

    expect(counted(counts.signatories)).toEqual({
      organizations: 24,
      countries: 17,
      people: 140_542_810,
      mixedBases: true,
    });
    expect(counted(counts.observers)).toEqual({
      organizations: 10,
      countries: 9,
      people: 9_249_750,
      mixedBases: false,
    });
    expect(counted(counts.together)).toEqual({
      organizations: 34,
      countries: 25,
      people: 149_792_560,
      mixedBases: true,
    });
  });

  test('says whose figure is not for the city’s own area, and that no year is given', async () => {
    const people = inside(await read(`${communique}/counts`), 'signatories.people');

    expect(inside(people, 'bases')).toEqual({ 'own-area': 21, agglomeration: 1, metropolis: 1, unknown: 1 });
    expect(listIn(people, 'otherBases').map(({ printed, basis }) => [printed, basis])).toEqual([
      ['Buenos Aires', 'agglomeration'],
      ['Sydney', 'metropolis'],
      ['Tshwane', 'unknown'],
    ]);
    expect(inside(people, 'years')).toEqual(['not given']);
    expect(inside(people, 'missing')).toEqual([]);
  });

  test('has acts without a date, so that none of them counts as of a day', async () => {
    const { items = [] } = await read(`${communique}/signatures?limit=100`);
    const counts = await read(`${communique}/counts?asOf=2018-12-31`);

    expect(items.length).toBe(34);
    expect(items.filter(({ on }) => on !== undefined)).toEqual([]);
    expect(counted(counts.together)).toMatchObject({ organizations: 0 });
  });

  test('was not signed on behalf of 1.5 billion people, and by 34 cities only when two acts are added', async () => {
    const claims = await claimsOf(communique);

    expect(Object.fromEntries(claims.map(({ slug, check }) => [slug, check]))).toMatchObject({
      cities: {
        verdict: 'borne-out',
        recorded: 34,
        parts: { signatories: 24, observers: 10 },
        caveats: ['two-different-acts'],
      },
      citizens: {
        verdict: 'not-borne-out',
        recorded: 149_792_560,
        parts: { signatories: 140_542_810, observers: 9_249_750 },
        caveats: ['two-different-acts', 'mixed-bases'],
      },
    });
  });

  test('is reported, and no text of it stands here', async () => {
    const whole = await read(communique);
    const { text } = await everyone.get(`${communique}.txt`);

    expect(whole).toMatchObject({ origin: 'reported', signatoryList: 'complete' });
    expect(whole).not.toHaveProperty('date');
    expect(whole).not.toHaveProperty('paragraphs');
    expect(text).toContain('this is not the text.');
  });
});

describe('the joint statement of April 2018', () => {
  test('has 20 signatories, none of them dated: the source says by when they had signed, and not when', async () => {
    const [counts, atItsDate] = [await read(`${statement}/counts`), await read(`${statement}/counts?asOf=2018-04-18`)];

    expect(counted(counts.signatories)).toMatchObject({ organizations: 20 });
    expect(inside(counts, 'signatories.undated')).toHaveLength(20);
    expect(inside(atItsDate, 'signatories.undated')).toHaveLength(20);
  });

  test('25 counts the cities of the initiative, and nobody printed that so many signed', async () => {
    const [claim] = await claimsOf(statement);

    expect(claim).toMatchObject({ number: 25, counts: 'members', check: { verdict: 'cannot-be-checked' } });
  });
});

describe('who took part', () => {
  test('is counted by capacity', async () => {
    const counts = await read('/summits/u20-2018/counts');
    const many = (capacity: string) => inside(counts, `byCapacity.${capacity}.organizations`);

    expect(capacities.map((capacity) => [capacity, many(capacity)])).toEqual([
      ['host', 0],
      ['chair', 2],
      ['convenor', 2],
      ['participating-member', 24],
      ['observer', 10],
      ['supporter', 0],
    ]);
  });
});

describe('the register', () => {
  test.each([
    ['Geneva', 'name=Geneva&country=CH&kind=city'],
    ['Geneva, by the name of its people', 'name=Gen%C3%A8ve'],
    ['Geneva, without the accent', 'name=geneve&country=CH'],
  ])('finds %s', async (_, query) => {
    const { items = [] } = await read(`/organizations?${query}`);

    expect(items.map(({ slug, country }) => [slug, country])).toEqual([['geneva', 'CH']]);
  });

  test.each([
    ['montr%C3%A9al', 'montreal'],
    ['sao%20paulo', 'sao-paulo'],
    ['pretoria', 'tshwane'],
    ['new%20york', 'new-york-city'],
    ['UCLG', 'uclg'],
    ['Geneva%20Cities%20Hub', 'global-cities-hub'],
  ])('finds %s', async (name, slug) => {
    const { items = [] } = await read(`/organizations?name=${name}`);

    // Who has two names that begin so is there under both.
    expect([...new Set(items.map((item) => item.slug))]).toEqual([slug]);
  });

  test('has printed numbers of members, which nobody can check', async () => {
    const claims = (
      await Promise.all(['uclg', 'c40', 'mayors-for-peace'].map((slug) => claimsOf(`/organizations/${slug}`)))
    ).flat();

    expect(claims.map(({ number }) => number)).toEqual([1_000, 240_000, 94, 942, 5_000, 6_000, 7_028, 7_536, 7_833]);
    expect(new Set(claims.map(({ check }) => inside(check, 'verdict')))).toEqual(new Set(['cannot-be-checked']));
  });

  test('has the sections and the boards of networks', async () => {
    const section = await read('/organizations/uclg/members');
    const board = await read('/organizations/mayors-migration-council/members?as=board');

    expect(section.items?.map(({ organization, as }) => [organization, as])).toEqual([['metropolis', 'section']]);
    expect(board.items?.map(({ organization, state }) => [organization, state])).toEqual([
      ['amman', 'current'],
      ['bristol', 'current'],
      ['freetown', 'current'],
      ['kampala', 'current'],
      ['los-angeles', 'current'],
      ['milan', 'current'],
      ['montreal', 'current'],
      ['sao-paulo', 'ended'],
      ['zurich', 'current'],
    ]);
  });
});

describe('the Marrakech declaration', () => {
  const declaration = '/summits/marrakech-2018/declarations/marrakech-declaration';

  test('has seven printed figures, none of which can be checked for want of a list', async () => {
    const claims = await claimsOf(declaration);

    expect(claims.map(({ counts, number, reads, check }) => [counts, number, reads, inside(check, 'verdict')])).toEqual(
      [
        ['adopted', 76, 'exactly', 'cannot-be-checked'],
        ['adopted', 80, 'exactly', 'cannot-be-checked'],
        ['attended', 100, 'about', 'cannot-be-checked'],
        ['attended', 150, 'over', 'cannot-be-checked'],
        ['attended', 250, 'over', 'cannot-be-checked'],
        ['signed', 104, 'exactly', 'cannot-be-checked'],
        ['signed', 64, 'exactly', 'cannot-be-checked'],
      ],
    );
  });

  test('names no signatory, because no list of them is at hand', async () => {
    const whole = await read(declaration);

    expect(whole).toMatchObject({ origin: 'reported', date: '2018-12-08', signatoryList: 'none' });
    expect(counted(inside(whole, 'counts.together'))).toMatchObject({ organizations: 0 });
  });
});
