import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { api } from '../../../functions/api/app.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { tallyKey } from '../../../shared/table/key.ts';
import { outcomeKind } from '../../../shared/table/outcome.ts';
import { sessionKind } from '../../../shared/table/session.ts';
import { summitKind } from '../../../shared/table/summit.ts';
import type { Item, Table } from '../../../shared/table/client.ts';
import { anOutcome, aSession, aSummit } from '../../builders.ts';
import { runs } from '../../counts.ts';
import { aClient, aDoor, type Client, type Household, type Json, tokenFor } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';
import { offTrail } from '../../trail.ts';

const fully = runs(0, 1).numRuns === 1;

let house: Household;
beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 15_000 } });
});
afterAll(() => house.close());
afterEach(async () => expect(faultsOf(await house.dump())).toEqual([]));

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

let summits = 0;
/** A summit of concluded sessions with so many filed outcomes each, written straight into the table. */
const aHarvest = async (sessions: number, outcomes: number): Promise<string> => {
  const summit = `summit-${(summits += 1)}`;
  const { table } = house;
  await table.batchWrite([
    itemOf(summitKind, aSummit({ slug: summit }), 'r'),
    ...numbers(sessions).flatMap((session) => {
      const slug = `s-${session}`;
      return [
        itemOf(sessionKind, aSession({ summit, slug, reference: `S ${session}` }), 'r'),
        { ...tallyKey(summit, slug), type: 'tally', schema: 1, version: 2, panel: 0, chairs: 0, lastOutcome: outcomes },
        ...numbers(outcomes).map((number) =>
          itemOf(
            outcomeKind,
            anOutcome({
              summit,
              session: slug,
              slug: String(number),
              type: 'recommendation',
              text: { en: `that city ${session}/${number} names one desk` },
            }),
            'r',
          ),
        ),
      ];
    }),
  ]);
  return summit;
};

const draft = (more: Json = {}): Json => ({ slug: 'd', title: { en: 'Declaration' }, kind: 'declaration', ...more });
const key = (name: string) => ({ 'idempotency-key': name });

const operative = (declaration: Json): Json[] =>
  (declaration.paragraphs as Json[]).filter(({ part }) => part === 'operative');
const sourcesOf = (declaration: Json): string[] =>
  operative(declaration).flatMap(({ sources, points }) =>
    [...(sources as Json[]), ...(points as { sources: Json[] }[]).flatMap((point) => point.sources)].map(
      ({ session, outcome }) => `${String(session)}/${String(outcome)}`,
    ),
  );

/** Every way to read a declaration, and where its outcomes say that they went. */
const everythingOf = async (client: Client, summit: string, slug: string): Promise<Json> => {
  const base = `/summits/${summit}/declarations`;
  const statuses: Json = {};
  for (const what of ['', '.md', '.html', '.txt', '/claims', '/signatures', '/counts'])
    statuses[`${slug}${what}`] = (await client.get(`${base}/${slug}${what}`)).status;
  const { items = [] } = (await client.get(base)).json;
  const went = (await client.get(`/summits/${summit}/sessions/s-1/outcomes?limit=200`)).json.items ?? [];
  return {
    ...statuses,
    listed: items.map((one) => one.slug),
    went: went.flatMap((outcome) => (outcome.went as Json[]).map(({ declaration }) => declaration)),
  };
};

const nothing = (slug: string): Json => ({
  ...Object.fromEntries(
    ['', '.md', '.html', '.txt', '/claims', '/signatures', '/counts'].map((what) => [`${slug}${what}`, 404]),
  ),
  listed: [],
  went: [],
});

/** How many items of each type a declaration consists of, in its own collection and beside its sessions. */
const ofDeclaration = async (summit: string, slug: string): Promise<Record<string, number>> => {
  const types = (await house.dump())
    .filter(
      ({ pk, sk }) =>
        pk === `DECLARATION#${summit}#${slug}` ||
        (String(pk).startsWith(`SESSION#${summit}#`) &&
          String(sk).startsWith('WENT#') &&
          String(sk).includes(`#${slug}#`)),
    )
    .map(({ type }) => String(type));
  return Object.fromEntries([...new Set(types)].map((type) => [type, types.filter((one) => one === type).length]));
};

/** A door to the same table that dies when so many items are written in batches, or when its head is. */
const dyingAfter = async (items: number): Promise<Client> => {
  const { door } = house;
  const { table } = door.house;
  const dying: Table = {
    ...table,
    batchWrite: async (puts, deletes = []) => {
      await table.batchWrite(puts.slice(0, items), deletes.slice(0, items));
      if (puts.length + deletes.length > items) throw new Error('Killed between two batches.');
    },
    sendTransaction: async () => {
      throw new Error('Killed before the head.');
    },
  };
  const app = api({ ...door, house: { ...door.house, table: dying }, log: () => {} });
  return aClient(app, await tokenFor('amira'));
};

/** A door to the same table, whose index still says that every outcome is a draft. */
const laggingBehind = async (): Promise<Client> => {
  const { door } = house;
  const { table } = door.house;
  const asBefore = ({ card, ...item }: Item): Item => ({ ...item, card: { ...(card as Json), state: 'draft' } });
  const lagging: Table = {
    ...table,
    all: async (question) => (await table.all(question)).map((item) => (question.index ? asBefore(item) : item)),
  };
  const app = api({ ...door, house: { ...door.house, table: lagging } });
  return aClient(app, await tokenFor('amira'));
};

test('what was filed just now is carried or left out, though the index does not know it yet', async () => {
  const summit = await aHarvest(1, 3);

  const { json } = await (await laggingBehind()).post(`/summits/${summit}/declarations`, draft({ carry: ['s-1/2'] }));

  expect(json).toMatchObject({ placed: 1, leftOut: 2 });
});

describe('a compilation that is killed', () => {
  // 60 paragraphs and 60 links back, 25 to a batch; after all 120 only the head is missing.
  test.each([0, 25, 60, 119, 120].filter((items) => fully || items % 60 === 0))(
    'after %i items shows nothing, and its retry completes it',
    async (items) => {
      const summit = await aHarvest(1, 60);
      const path = `/summits/${summit}/declarations`;
      const killed = await (await dyingAfter(items)).post(path, draft(), key('k'));
      expect([killed.status, await everythingOf(house.secretariat, summit, 'd')]).toEqual([500, nothing('d')]);

      const retried = await house.secretariat.post(path, draft(), key('k'));

      expect([retried.status, sourcesOf(retried.json)]).toEqual([201, numbers(60).map((number) => `s-1/${number}`)]);
      expect((await house.secretariat.get(`${path}/d`)).text).toBe(retried.text);
      expect(await ofDeclaration(summit, 'd')).toEqual({ declaration: 1, paragraph: 60, went: 60 });
      expect(await everythingOf(house.secretariat, summit, 'd')).toEqual({
        d: 200,
        'd.md': 200,
        'd.html': 200,
        'd.txt': 200,
        'd/claims': 200,
        'd/signatures': 200,
        'd/counts': 200,
        listed: ['d'],
        went: numbers(60).map(() => 'd'),
      });
    },
  );

  test('and never retried leaves nothing in the next one of that name', async () => {
    const summit = await aHarvest(1, 60);
    const path = `/summits/${summit}/declarations`;
    await (await dyingAfter(75)).post(path, draft(), key('k'));

    const other = await house.secretariat.post(path, draft({ title: { en: 'Another' }, carry: ['s-1/60', 's-1/2'] }));

    const read = await house.secretariat.get(`${path}/d`);
    expect([other.status, read.text]).toEqual([201, other.text]);
    expect(sourcesOf(read.json)).toEqual(['s-1/60', 's-1/2']);
    expect((read.json.leftOutOutcomes as Json[]).length).toBe(58);
    const { json } = await house.secretariat.get(`/summits/${summit}/sessions/s-1/outcomes?limit=200`);
    expect(json.items?.map((outcome) => (outcome.went as Json[]).length)).toEqual(numbers(60).map(() => 1));
    const late = await house.secretariat.post(path, draft(), key('k'));
    expect([late.status, late.json.type]).toEqual([409, '/api#slug-taken']);
    expect((await house.secretariat.get(`${path}/d`)).text).toBe(other.text);
  });

  test('and retried when there is more to carry carries that, too, and nothing twice', async () => {
    const summit = await aHarvest(1, 30);
    const path = `/summits/${summit}/declarations`;
    await (await dyingAfter(40)).post(path, draft(), key('k'));
    await house.table.batchWrite([
      itemOf(outcomeKind, anOutcome({ summit, session: 's-1', slug: '31', text: { en: 'to build' } }), 'r'),
    ]);
    await house.table.batchWrite([
      { ...tallyKey(summit, 's-1'), type: 'tally', schema: 1, version: 3, panel: 0, chairs: 0, lastOutcome: 31 },
    ]);

    const { json } = await house.secretariat.post(path, draft(), key('k'));

    expect(sourcesOf(json).toSorted()).toEqual(
      numbers(31)
        .map((number) => `s-1/${number}`)
        .toSorted(),
    );
    expect((await house.secretariat.get(`${path}/d`)).json).toEqual(json);
  });
});

describe('two compilations of one name at the same time', () => {
  test('one wins with a text that is whole and its own; the other is told, and shows nowhere', async () => {
    for (const round of numbers(4)) {
      const summit = await aHarvest(1, 40);
      const path = `/summits/${summit}/declarations`;
      const halves = [numbers(20), numbers(20).map((number) => number + 20)].map((half) =>
        half.map((number) => `s-1/${number}`),
      );

      const replies = await Promise.all(
        halves.map((carry, at) =>
          house.secretariat.post(path, draft({ title: { en: `Half ${at}` }, carry }), key(`half-${at}`)),
        ),
      );

      const statuses = replies.map(({ status }) => status);
      expect([round, statuses.toSorted()]).toEqual([round, [201, 409]]);
      const won = statuses.indexOf(201);
      const { json, text } = await house.secretariat.get(`${path}/d`);
      expect([json.title, sourcesOf(json), text]).toEqual([{ en: `Half ${won}` }, halves[won], replies[won]?.text]);
      expect(replies[1 - won]?.json.conflictsWith).toBe(`/api/v1${path}/d`);
      const outcomes = (await house.secretariat.get(`/summits/${summit}/sessions/s-1/outcomes?limit=200`)).json.items;
      const carried = outcomes?.filter(({ went }) => (went as Json[]).some(({ paragraph }) => paragraph !== undefined));
      expect(carried?.map(({ slug }) => `s-1/${String(slug)}`)).toEqual(halves[won]);
    }
  });
});

describe('a declaration that is removed', () => {
  test('leaves nothing behind but its trail', async () => {
    const summit = await aHarvest(2, 30);
    const path = `/summits/${summit}/declarations`;
    const before = offTrail(await house.dump());
    await house.secretariat.make(path, draft({ carry: ['s-1/1', { outcomes: ['s-1/2', 's-2/1'] }] }));

    const { status } = await house.secretariat.delete(`${path}/d`, { 'if-match': '*' });

    expect([status, await everythingOf(house.secretariat, summit, 'd')]).toEqual([204, nothing('d')]);
    expect(offTrail(await house.dump())).toEqual(before);
  });

  test('by somebody who dies half-way is removed all the same, and shows in no other of that name', async () => {
    const summit = await aHarvest(1, 60);
    const path = `/summits/${summit}/declarations`;
    const { door } = house;
    await house.secretariat.make(path, draft());
    const table: Table = {
      ...door.house.table,
      batchWrite: async () => {
        throw new Error('Killed after the head.');
      },
    };
    const dying = aClient(api({ ...door, house: { ...door.house, table }, log: () => {} }), await tokenFor('amira'));

    const killed = await dying.delete(`${path}/d`, { 'if-match': '*' });

    expect([killed.status, await everythingOf(house.secretariat, summit, 'd')]).toEqual([500, nothing('d')]);
    const next = await house.secretariat.make(path, draft({ carry: ['s-1/7'] }));
    expect((await house.secretariat.get(`${path}/d`)).json).toEqual(next);
    expect(sourcesOf(next)).toEqual(['s-1/7']);
  });

  test('is not removed by who read another version of it', async () => {
    const summit = await aHarvest(1, 1);
    const path = `/summits/${summit}/declarations`;
    await house.secretariat.make(path, draft());
    await house.secretariat.patch(`${path}/d`, { title: { en: 'Changed' } }, { 'if-match': '"1"' });
    const { status } = await house.secretariat.delete(`${path}/d`, { 'if-match': '"1"' });
    expect([status, (await house.secretariat.get(`${path}/d`)).status]).toEqual([412, 200]);
  });
});

test('what can be carried nowhere is refused, and nothing is written', async () => {
  const summit = await aHarvest(1, 0);
  const before = await house.dump();
  const { status, json } = await house.secretariat.post(`/summits/${summit}/declarations`, draft());
  expect([status, json.errors]).toEqual([
    422,
    [
      {
        pointer: '/carry',
        detail: 'File an outcome with a text in "en" first: the summit has none that this declaration could carry.',
      },
    ],
  ]);
  expect(await house.dump()).toEqual(before);
});

describe('a thousand outcomes', () => {
  test('compile in one request, and every one of them is in the text and knows where it went', async () => {
    const summit = await aHarvest(5, 200);

    const made = await house.secretariat.post(`/summits/${summit}/declarations`, draft(), key('thousand'));

    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/summits/${summit}/declarations/d`]);
    expect(made.json).toMatchObject({ placed: 1_000, leftOut: 0, state: 'drafting', version: 1 });
    const refs = numbers(5).flatMap((session) => numbers(200).map((number) => `s-${session}/${number}`));
    expect(sourcesOf(made.json)).toEqual(refs);
    expect(operative(made.json).map(({ number }) => number)).toEqual(numbers(1_000));

    const read = await house.secretariat.get(`/summits/${summit}/declarations/d`);
    expect(read.text).toBe(made.text);
    const again = await house.secretariat.post(`/summits/${summit}/declarations`, draft(), key('thousand'));
    expect([again.status, again.text === made.text]).toEqual([201, true]);

    const markdown = (await house.secretariat.get(`/summits/${summit}/declarations/d.md`)).text;
    expect(markdown).toContain('that city 1/1 names one desk;');
    expect(markdown).toContain('that city 5/200 names one desk.');
    expect(markdown.match(/names one desk[;.]/g)).toHaveLength(1_000);

    for (const session of numbers(5)) {
      const { json } = await house.secretariat.get(`/summits/${summit}/sessions/s-${session}/outcomes?limit=200`);
      const went = json.items?.map((outcome) => (outcome.went as Json[]).map(({ paragraph }) => paragraph));
      const paragraphs = operative(made.json).slice((session - 1) * 200, session * 200);
      expect(went).toEqual(paragraphs.map(({ slug }) => [slug]));
    }
  });

  test('become 24 paragraphs when they are grouped, and the rest is listed with its reason', async () => {
    const summit = await aHarvest(2, 100);
    const group = (at: number) => ({ outcomes: numbers(5).map((one) => `s-1/${at * 5 + one}`) });
    const carry = numbers(20).map((at) => group(at - 1));

    const { json } = await house.secretariat.post(
      `/summits/${summit}/declarations`,
      draft({
        carry: [...carry, 's-2/1', 's-2/2', 's-2/3', { outcomes: ['s-2/4'], text: { en: 'that all is well' } }],
      }),
    );

    expect([operative(json).length, json.placed, json.leftOut]).toEqual([24, 104, 96]);
    expect((json.leftOutOutcomes as Json[]).map(({ session, outcome, reason }) => [session, outcome, reason])).toEqual(
      numbers(96).map((at) => ['s-2', String(at + 4), 'It was not among the outcomes chosen for this text.']),
    );
  });
});
