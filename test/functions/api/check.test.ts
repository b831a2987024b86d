import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DomainError } from '../../../shared/domain/error.ts';
import { judgeSessions } from '../../../shared/operations/check.ts';
import { passSession } from '../../../shared/operations/session.ts';
import { passPanelist } from '../../../shared/operations/panelist.ts';
import { getWholeSession } from '../../../shared/table/session.ts';
import { aDoor, type Client, type Household, type Json, type Reply } from '../../door.ts';

// Rules of a track, what is said of a session by them, and what they keep from being accepted. Many writers at once meet through a proxy that makes
// overlapping transactions conflict as DynamoDB does.

const name = 'arvenne-2031';
const summit = `/summits/${name}`;
const regions = { rule: 'regions', least: 2, level: 'block' };

let house: Household;
let secretariat: Client;
const people: string[] = [];
beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  ({ secretariat } = house);
  const { make } = secretariat;
  const cities = { arvenne: 'FR', 'port-selva': 'PT', kandara: 'NE' };
  for (const [slug, country] of Object.entries(cities))
    await make('/organizations', { slug, name: { en: slug }, kind: 'city', country });
  await make('/summits', { slug: name, title: { en: 'S' }, zone: 'Europe/Paris', from: '2031-03-10' });
  await make(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' }, rules: [regions] });
  await make(`${summit}/tracks`, {
    slug: 'quays',
    title: { en: 'Quays' },
    rules: [{ rule: 'one-lead-per-organization', level: 'block' }],
  });
  for (const person of ['Ilka', 'Tomas', 'Sanna']) people.push(String((await make('/people', { name: person })).id));
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const codeOf = ({ json }: Reply): string => String(json.type).replace('/api#', '');

let sessions = 0;
/** A submitted session with people of these cities on its panel. */
const aProposal = async (
  given: Json,
  ...cities: string[]
): Promise<{ slug: string; path: string; seats: string[] }> => {
  const reference = `RC ${(sessions += 1)}`;
  const { slug } = await secretariat.make(`${summit}/sessions`, {
    reference,
    title: { en: 'R' },
    track: 'voices',
    ...given,
  });
  const path = `${summit}/sessions/${String(slug)}`;
  const seats: string[] = [];
  for (const [at, organization] of cities.entries()) {
    const draft = { person: people[at], role: 'panelist', organizations: [{ organization }] };
    seats.push(String((await secretariat.make(`${path}/panelists`, draft)).slug));
  }
  await secretariat.pass(path, 'submitted');
  return { slug: String(slug), path, seats };
};

const accept = (path: string): Promise<Reply> => secretariat.post(`${path}/transitions`, { to: 'accepted' });

describe('a track', () => {
  test('whose rules name nothing is refused, with what to do for each', async () => {
    const rules = [{}, { rule: 'panel-size', level: 'warn' }, { ...regions, least: 0 }];
    const { status, json } = await secretariat.post(`${summit}/tracks`, { slug: 'new', title: { en: 'N' }, rules });

    expect([status, json.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/rules/0/rule', '/rules/1', '/rules/2/least'],
    ]);
  });
});

describe('a session against a blocking rule', () => {
  let path: string;
  beforeAll(async () => {
    ({ path } = await aProposal({ lead: [{ organization: 'arvenne' }] }, 'arvenne', 'port-selva'));
  });

  test('is judged for who reviews its track, and for nobody else', async () => {
    const reviewer = await house.as('rena', { role: 'reviewer', summit: name, track: 'voices' });
    const other = await house.as('otto', { role: 'reviewer', summit: name, track: 'quays' });
    const sentence =
      '2 of 2 people are from Europe; the track asks for 2 regions and there is 1: add somebody from another region. 0 of 2 have confirmed so far.';

    expect((await reviewer.get(`${path}/checks`)).json).toEqual({
      session: 'rc-1',
      reference: 'RC 1',
      track: 'voices',
      judged: true,
      verdict: 'block',
      checks: [{ check: 'regions', verdict: 'block', sentence }],
    });
    const asked = await Promise.all(
      [other, house.account, house.everyone].map((client) => client.get(`${path}/checks`)),
    );
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 401]);
  });

  test('is not accepted, and the refusal names session, rule and sentence', async () => {
    const reply = await accept(path);

    expect([reply.status, codeOf(reply)]).toEqual([409, 'rules-broken']);
    expect(reply.json.broken).toMatchObject([{ session: 'rc-1', reference: 'RC 1', rule: 'regions' }]);
    expect((await secretariat.get(path)).json.state).toBe('submitted');
  });

  test('is accepted once that is waived with a reason, which stays with whoever organizes', async () => {
    const reason = 'The two rivers meet here.';
    const waive = (rule: string) => secretariat.post(`${path}/waivers`, { rule, reason });

    const unknown = await waive('countries');
    expect([unknown.status, unknown.json.errors?.[0]?.pointer]).toEqual([422, '/rule']);
    expect((await waive('regions')).json.waivers).toMatchObject([{ rule: 'regions', reason, by: 'amira' }]);
    expect(codeOf(await waive('regions'))).toBe('already-recorded');
    expect((await accept(path)).status).toBe(200);
    expect((await house.everyone.get(path)).json).not.toHaveProperty('waivers');
    expect((await secretariat.get(`${path}/checks`)).json).toMatchObject({
      verdict: 'pass',
      checks: [{ verdict: 'block', waived: { reason } }],
    });
  });

  test('is accepted where somebody declined who would have kept it', async () => {
    const { path: left, seats } = await aProposal({}, 'arvenne', 'kandara');
    await secretariat.pass(`${left}/panelists/${seats[1]}`, 'invited', 'declined');

    expect((await secretariat.get(`${left}/checks`)).json.verdict).toBe('warn');
    expect((await accept(left)).status).toBe(200);
  });
});

test('what people declared of themselves decides, and is not told', async () => {
  const rules = [{ rule: 'gender-balance', most: 60, level: 'warn' }];
  await secretariat.make(`${summit}/tracks`, { slug: 'balance', title: { en: 'B' }, rules });
  const { path } = await aProposal({ track: 'balance' }, 'arvenne', 'port-selva', 'kandara');
  for (const person of people)
    await secretariat.patch(`/people/${person}/attributes`, { gender: 'quayfolk' }, { 'if-match': '*' });
  const { json, text } = await secretariat.get(`${path}/checks`);

  expect(json.verdict).toBe('warn');
  expect(text).not.toContain('quayfolk');
});

test('the list has what is not as it should be, by track and by verdict, page by page', async () => {
  await aProposal({}, 'arvenne');
  await aProposal({}, 'arvenne', 'kandara');
  const all = async (query: string): Promise<unknown[]> => {
    const { items = [], next } = (await secretariat.get(`${summit}/checks?${query}`)).json;
    const rest = next ? await all(`${query.replace(/&?cursor=.*/, '')}&cursor=${next}`) : [];
    return [...items.map(({ session, verdict }) => `${String(session)} ${String(verdict)}`), ...rest];
  };

  // The first is waived, and stays in sight.
  expect(await all('track=voices&limit=1')).toEqual(['rc-1 pass', 'rc-2 warn', 'rc-4 block']);
  expect(await all('verdict=block')).toEqual(['rc-4 block']);
  expect(await all('track=quays')).toEqual([]);
});

describe('at once', () => {
  test('of five sessions that one organization leads one is accepted, and the others are told which', async () => {
    const proposals = await Promise.all(
      Array.from({ length: 5 }, () => aProposal({ track: 'quays', lead: [{ organization: 'arvenne' }] })),
    );

    const replies = await Promise.all(proposals.map(({ path }) => accept(path)));

    expect(replies.map((reply) => (reply.status === 200 ? 200 : codeOf(reply))).toSorted()).toEqual([
      200,
      ...Array.from({ length: 4 }, () => 'rules-broken'),
    ]);
    const states = await Promise.all(proposals.map(async ({ path }) => (await secretariat.get(path)).json.state));
    expect(states.filter((state) => state === 'accepted')).toHaveLength(1);
  });

  test('of two that are decided together each is told of the other', async () => {
    const lead = [{ organization: 'kandara' }];
    const two = [await aProposal({ track: 'quays', lead }), await aProposal({ track: 'quays', lead })];
    const wholes = await Promise.all(two.map(({ slug }) => getWholeSession(house.table, name, slug)));
    const verdicts = async (together: boolean): Promise<(string | undefined)[]> =>
      (await judgeSessions(house.door.house, house.deed(), wholes, { together })).map(
        ({ checks }) => checks[0]?.verdict,
      );

    expect([await verdicts(false), await verdicts(true)]).toEqual([
      ['pass', 'pass'],
      ['block', 'block'],
    ]);
  });

  /** A house in which something happens after a session was read and before what it is judged by is. */
  const between = (happens: () => Promise<unknown>) => {
    let done = false;
    const { table } = house.house;
    return {
      ...house.door.house,
      table: {
        ...table,
        batchGet: async (keys: Parameters<typeof table.batchGet>[0]) => {
          if (!done) {
            done = true;
            await happens();
          }
          return table.batchGet(keys);
        },
      },
    };
  };

  test('a panel that changes while it is judged is judged again', async () => {
    const { slug, seats } = await aProposal({}, 'arvenne', 'kandara');
    const leaves = () => passPanelist(house.door.house, house.deed(), name, slug, seats[1] ?? '', { to: 'withdrawn' });

    const accepting = passSession(between(leaves), house.deed(), name, slug, { to: 'accepted' });

    await expect(accepting).rejects.toMatchObject({ code: 'rules-broken' });
  });

  test('so is one whose track asks for more meanwhile', async () => {
    const { slug } = await aProposal({}, 'arvenne', 'kandara');
    const asks = () =>
      secretariat.patch(`${summit}/tracks/voices`, { rules: [{ ...regions, least: 3 }] }, { 'if-match': '*' });

    const accepting = passSession(between(asks), house.deed(), name, slug, { to: 'accepted' });

    await expect(accepting).rejects.toMatchObject({ code: 'rules-broken' });
  });

  test('a session is never accepted with somebody who has left already', async () => {
    await secretariat.patch(`${summit}/tracks/voices`, { rules: [regions] }, { 'if-match': '*' });
    const proposals = await Promise.all(Array.from({ length: 4 }, () => aProposal({}, 'arvenne', 'kandara')));
    const { table } = house.house;

    const orders = await Promise.all(
      proposals.map(async ({ slug, seats }) => {
        const order: string[] = [];
        // Transactions that touch the same item never overlap here, so they are answered in the order in which they were done.
        const noting = (what: string) => ({
          ...house.door.house,
          table: {
            ...table,
            sendTransaction: async (...given: Parameters<typeof table.sendTransaction>) => {
              await table.sendTransaction(...given);
              order.push(what);
            },
          },
        });
        await Promise.all([
          passSession(noting('accepted'), house.deed(), name, slug, { to: 'accepted' }).catch((error: DomainError) =>
            order.push(error.code),
          ),
          passPanelist(noting('left'), house.deed(), name, slug, seats[1] ?? '', { to: 'withdrawn' }),
        ]);
        return order.join(', ');
      }),
    );

    expect(orders.filter((order) => !['accepted, left', 'left, rules-broken'].includes(order))).toEqual([]);
  });
});
