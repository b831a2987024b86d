import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inTheMorning } from '../../builders.ts';
import { aDoor, type Household, type Json, type Reply } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Many writers at once, through a proxy that makes overlapping transactions conflict as DynamoDB does. After each race the whole table is read.

let house: Household;
beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  const { make } = house.secretariat;
  await make('/organizations', { slug: 'arvenne', name: { en: 'Arvenne' }, kind: 'city' });
  await make('/organizations', { slug: 'port-selva', name: { en: 'Port Selva' }, kind: 'city' });
});
afterAll(() => house.close());

afterEach(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
});

const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** How many were answered how: `{ 201: 1, 'reference-taken': 19 }`. */
const tallied = (replies: readonly Reply[]): Record<string, number> =>
  replies.reduce<Record<string, number>>((tally, { status, json }) => {
    const how = status < 400 ? String(status) : String(json.type).replace('/api#', '');
    return { ...tally, [how]: (tally[how] ?? 0) + 1 };
  }, {});

let summits = 0;
/** A summit with a track of a panel of four and one chair, and a session in it. */
const aSession = async (...states: string[]): Promise<{ summit: string; session: string }> => {
  const { make, pass } = house.secretariat;
  const summit = `/summits/summit-${(summits += 1)}`;
  await make('/summits', { slug: summit.slice('/summits/'.length), title: { en: 'S' }, zone: 'Europe/Paris' });
  await make(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' }, panelSize: 4, oneChair: true });
  await make(`${summit}/sessions`, { reference: 'A 1', title: { en: 'A' }, track: 'voices', ...inTheMorning });
  const session = `${summit}/sessions/a-1`;
  await pass(session, ...states);
  return { summit, session };
};

const people = async (count: number): Promise<string[]> =>
  Promise.all(many(count).map(async (at) => String((await house.secretariat.make('/people', { name: `P ${at}` })).id)));

const panelOf = async (session: string): Promise<Json[]> =>
  (await house.secretariat.get(`${session}/panelists`)).json.items ?? [];

describe('twenty writers', () => {
  test('of one reference code: one has it, and the others are told whose it is', async () => {
    const { summit } = await aSession();
    const body = { reference: 'VC-D 12', title: { en: 'One of twenty' } };

    const replies = await Promise.all(many(20).map(() => house.secretariat.post(`${summit}/sessions`, body)));

    expect(tallied(replies)).toEqual({ 201: 1, 'reference-taken': 19 });
    const refused = replies.filter(({ status }) => status === 409).map(({ json }) => json.conflictsWith);
    expect(new Set(refused)).toEqual(new Set([`/api/v1${summit}/sessions/vc-d-12`]));
  });

  test('of four places on a panel: four sit there', async () => {
    const { session } = await aSession();
    const persons = await people(20);

    const replies = await Promise.all(
      persons.map((person) => house.secretariat.post(`${session}/panelists`, { person, role: 'panelist' })),
    );

    expect(tallied(replies)).toEqual({ 201: 4, 'panel-full': 16 });
    expect(await panelOf(session)).toHaveLength(4);
  });

  test('of the one chair: one has it', async () => {
    const { session } = await aSession();
    const persons = await people(20);

    const replies = await Promise.all(
      persons.map((person, at) =>
        house.secretariat.post(`${session}/panelists`, { person, role: at % 2 ? 'chair' : 'moderator' }),
      ),
    );

    expect(tallied(replies)).toEqual({ 201: 1, 'chair-taken': 19 });
  });

  test('who seat the same person: one place', async () => {
    const { session } = await aSession();
    const [person] = await people(1);

    const replies = await Promise.all(
      many(20).map(() =>
        house.secretariat.post(`${session}/panelists`, {
          person,
          role: 'panelist',
          organizations: [{ organization: 'arvenne' }],
        }),
      ),
    );

    expect(tallied(replies)).toEqual({ 201: 1, 'person-seated': 19 });
    expect(await panelOf(session)).toHaveLength(1);
  });

  test('who draft outcomes: the numbers one to twenty, each once', async () => {
    const { session } = await aSession('submitted', 'accepted');

    const replies = await Promise.all(
      many(20).map((at) =>
        house.secretariat.post(`${session}/outcomes`, { type: 'practice', text: { en: `the ferries ${at}` } }),
      ),
    );

    expect(tallied(replies)).toEqual({ 201: 20 });
    expect(replies.map(({ json }) => Number(json.slug)).sort((a, b) => a - b)).toEqual(many(20));
  });

  test('who change one version: one wins, and the others get the ETag that is current', async () => {
    const { summit } = await aSession();
    const tag = (await house.secretariat.get(summit)).headers.get('etag') ?? '';

    const replies = await Promise.all(
      many(20).map((at) => house.secretariat.patch(summit, { series: `Series ${at}` }, { 'if-match': tag })),
    );

    expect(tallied(replies)).toEqual({ 200: 1, stale: 19 });
    const current = await house.secretariat.get(summit);
    expect(current.json).toMatchObject({
      version: 2,
      series: replies.find(({ status }) => status === 200)?.json.series,
    });
    expect(new Set(replies.map(({ headers }) => headers.get('etag')))).toEqual(new Set([current.headers.get('etag')]));
  });

  test('who change different sessions of one organization: all win, and its list is of today', async () => {
    const { summit } = await aSession();
    const lead = [{ organization: 'arvenne' }];
    for (const at of many(10))
      await house.secretariat.make(`${summit}/sessions`, { reference: `B ${at}`, title: { en: 'B' }, lead });

    const replies = await Promise.all(
      many(10).map((at) => house.secretariat.patch(`${summit}/sessions/b-${at}`, { title: { en: `B${at}` } }, any)),
    );

    expect(tallied(replies)).toEqual({ 200: 10 });
    const listed = await house.secretariat.get('/organizations/arvenne/sessions?limit=200');
    const titles = listed.json.items
      ?.filter((one) => `/summits/${String(one.summit)}` === summit)
      .map((one) => one.title);
    expect(new Set(titles?.map((title) => JSON.stringify(title)))).toEqual(
      new Set(many(10).map((at) => JSON.stringify({ en: `B${at}` }))),
    );
  });

  test('of one slug for a participation, a membership, a claim and a signature: one record each', async () => {
    const { summit } = await aSession();
    const sources = [{ facts: ['title', 'kind', 'language', 'organization', 'capacity'], citation: 'A (invented)' }];
    const letter = { slug: 'letter', title: { en: 'L' }, kind: 'open-letter', origin: 'reported', sources };
    await house.secretariat.make(`${summit}/declarations`, letter);
    const deeds: [string, object, string][] = [
      [`${summit}/participations`, { organization: 'arvenne', capacities: ['host'] }, 'already-recorded'],
      [`/organizations/arvenne/memberships`, { in: 'port-selva', as: 'partner' }, 'already-recorded'],
      [`${summit}/declarations/letter/claims`, { slug: 'c', words: '1', number: 1, counts: 'signed' }, 'slug-taken'],
      [
        `${summit}/declarations/letter/signatures`,
        { organization: 'arvenne', capacity: 'signatory', origin: 'reported', sources },
        'already-signed',
      ],
    ];
    for (const [path, body, refusal] of deeds) {
      const replies = await Promise.all(many(10).map(() => house.secretariat.post(path, body)));
      expect([path, tallied(replies)]).toEqual([path, { 201: 1, [refusal]: 9 }]);
    }
  });
});

const any = { 'if-match': '*' };

describe('two writers who want different things', () => {
  test('a passage and a change of one session both happen, one after the other', async () => {
    for (const _ of many(5)) {
      const { session } = await aSession('submitted');
      const { secretariat } = house;

      const replies = await Promise.all([
        secretariat.post(`${session}/transitions`, { to: 'accepted' }),
        secretariat.patch(session, { title: { en: 'Changed' }, lead: [{ organization: 'arvenne' }] }, any),
      ]);

      expect(tallied(replies)).toEqual({ 200: 2 });
      expect((await secretariat.get(session)).json).toMatchObject({
        version: 4,
        state: 'accepted',
        title: { en: 'Changed' },
      });
    }
  });

  test('two passages from one state: the second is judged from where the first led', async () => {
    const { session } = await aSession('submitted');

    const replies = await Promise.all(
      ['waitlisted', 'rejected'].map((to) => house.secretariat.post(`${session}/transitions`, { to })),
    );

    const state = (await house.secretariat.get(session)).json.state;
    const done = replies.filter(({ status }) => status === 200);
    // From waitlisted it may still be rejected, and then both have happened in this order.
    expect(done.map(({ json }) => json.state)).toContain(state);
    expect(done.length === 2 ? state : done.length).toBe(done.length === 2 ? 'rejected' : 1);
    expect((await house.secretariat.get(session)).json.history).toHaveLength(1 + done.length);
  });

  test('the removal of a draft session and the seating of a panelist: never both', async () => {
    for (const _ of many(8)) {
      const { session } = await aSession();
      const [person] = await people(1);
      const { secretariat } = house;

      const [removal, seating] = await Promise.all([
        secretariat.delete(session, any),
        secretariat.post(`${session}/panelists`, {
          person,
          role: 'panelist',
          organizations: [{ organization: 'arvenne' }],
        }),
      ]);

      expect([
        [204, 404],
        [409, 201],
      ]).toContainEqual([removal.status, seating.status]);
      expect((await secretariat.get(session)).status).toBe(removal.status === 204 ? 404 : 200);
    }
  });

  test('seating a panelist while the session passes: no list shows the session as it was', async () => {
    for (const _ of many(8)) {
      const { session } = await aSession('submitted');
      const persons = await people(3);
      const { secretariat } = house;

      const replies = await Promise.all([
        ...persons.map((person) =>
          secretariat.post(`${session}/panelists`, {
            person,
            role: 'panelist',
            organizations: [{ organization: 'arvenne' }, { organization: 'port-selva' }],
          }),
        ),
        secretariat.post(`${session}/transitions`, { to: 'accepted' }),
      ]);

      expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 200]);
      for (const list of ['/organizations/arvenne', '/organizations/port-selva', `/people/${persons[0]}`]) {
        const { json } = await secretariat.get(`${list}/sessions?limit=200`);
        const sitting = json.items?.filter((one) => session === `/summits/${one.summit}/sessions/${one.session}`);
        expect([list, sitting?.map(({ state }) => state)]).toEqual([list, ['accepted']]);
      }
    }
  });

  test('two panelists who both become the chair: one does', async () => {
    for (const _ of many(5)) {
      const { session } = await aSession();
      const { secretariat } = house;
      const seats = [];
      for (const person of await people(2))
        seats.push(String((await secretariat.make(`${session}/panelists`, { person, role: 'panelist' })).slug));

      const replies = await Promise.all(
        seats.map((seat) => secretariat.patch(`${session}/panelists/${seat}`, { role: 'moderator' }, any)),
      );

      expect(tallied(replies)).toEqual({ 200: 1, 'chair-taken': 1 });
    }
  });

  test('a withdrawal and a change of one panelist: both, and the place is left once', async () => {
    for (const _ of many(5)) {
      const { session } = await aSession();
      const [person] = await people(1);
      const { secretariat } = house;
      const { slug } = await secretariat.make(`${session}/panelists`, { person, role: 'moderator' });
      const seat = `${session}/panelists/${slug}`;

      const replies = await Promise.all([
        secretariat.post(`${seat}/transitions`, { to: 'withdrawn' }),
        secretariat.patch(seat, { role: 'panelist', organizations: [{ organization: 'arvenne' }] }, any),
      ]);

      expect(tallied(replies)).toEqual({ 200: 2 });
      expect((await secretariat.get(seat)).json).toMatchObject({ state: 'withdrawn', role: 'panelist' });
    }
  });

  test('filing an outcome while its session is changed: both', async () => {
    for (const _ of many(5)) {
      const { session } = await aSession('submitted', 'accepted', 'scheduled', 'held');
      const { secretariat } = house;
      await secretariat.make(`${session}/outcomes`, { type: 'practice', text: { en: 'the ferries' } });

      const replies = await Promise.all([
        secretariat.post(`${session}/outcomes/1/transitions`, { to: 'filed' }),
        secretariat.patch(session, { title: { en: 'Changed' } }, any),
      ]);

      expect(tallied(replies)).toEqual({ 200: 2 });
    }
  });

  test('filing an outcome and removing it: one of the two', async () => {
    for (const _ of many(8)) {
      const { session } = await aSession('submitted', 'accepted', 'scheduled', 'held');
      const { secretariat } = house;
      await secretariat.make(`${session}/outcomes`, { type: 'practice', text: { en: 'the ferries' } });

      const [filing, removal] = await Promise.all([
        secretariat.post(`${session}/outcomes/1/transitions`, { to: 'filed' }),
        secretariat.delete(`${session}/outcomes/1`, any),
      ]);

      expect([
        [200, 409],
        [404, 204],
      ]).toContainEqual([filing.status, removal.status]);
      expect((await secretariat.get(`${session}/outcomes/1`)).status).toBe(filing.status === 200 ? 200 : 404);
    }
  });

  test('an outcome and the statement that there is none: never both', async () => {
    for (const _ of many(8)) {
      const { session } = await aSession('submitted', 'accepted');
      const { secretariat } = house;

      const replies = await Promise.all([
        secretariat.post(`${session}/outcomes`, { type: 'practice', text: { en: 'the ferries' } }),
        secretariat.patch(session, { noOutcome: { en: 'It rained.' } }, any),
      ]);

      expect([
        [201, 409],
        [409, 200],
      ]).toContainEqual(replies.map(({ status }) => status));
    }
  });

  test('the removal of a declaration and a signature or claim about it: never both', async () => {
    const { summit } = await aSession();
    const { secretariat } = house;
    const sources = [{ facts: ['title', 'kind', 'language', 'organization', 'capacity'], citation: 'A (invented)' }];
    const about: [string, object][] = [
      ['signatures', { organization: 'arvenne', capacity: 'signatory', origin: 'reported', sources }],
      ['claims', { words: 'forty', number: 40, counts: 'signed' }],
    ];
    for (const [at, [list, body]] of many(8).map((round) => [round, about[round % 2] as [string, object]] as const)) {
      const declaration = `${summit}/declarations/letter-${at}`;
      const letter = { slug: `letter-${at}`, title: { en: 'L' }, kind: 'open-letter', origin: 'reported', sources };
      await secretariat.make(`${summit}/declarations`, letter);

      const [removal, record] = await Promise.all([
        secretariat.delete(declaration, any),
        secretariat.post(`${declaration}/${list}`, body),
      ]);

      expect([
        [204, 404],
        [409, 201],
      ]).toContainEqual([removal.status, record.status]);
    }
  });

  test('two first sets of contact details: one after the other', async () => {
    const [person] = await people(1);
    const { secretariat } = house;
    const contact = `/people/${person}/contact`;

    const replies = await Promise.all([
      secretariat.patch(contact, { emails: ['a@example.org'] }, any),
      secretariat.patch(contact, { phones: ['+00 1'] }, any),
    ]);

    expect(tallied(replies)).toEqual({ 200: 2 });
    expect((await secretariat.get(contact)).json).toEqual({
      person,
      version: 2,
      emails: ['a@example.org'],
      phones: ['+00 1'],
      language: 'en',
      summits: [],
    });
  });

  test('two names for one organization at once: it is found by the last one alone', async () => {
    const { secretariat } = house;
    for (const at of many(5)) {
      const slug = `renamed-${at}`;
      await secretariat.make('/organizations', { slug, name: { en: `Before ${at}` }, kind: 'city' });

      await Promise.all(
        ['Oberfeld', 'Unterfeld'].map((name) =>
          secretariat.patch(`/organizations/${slug}`, { name: { en: `${name} ${at}` } }, any),
        ),
      );

      const found = await Promise.all(
        ['Before', 'Oberfeld', 'Unterfeld'].map((name) => secretariat.get(`/organizations?name=${name}%20${at}`)),
      );
      expect(found.map(({ json }) => json.items?.length).sort()).toEqual([0, 0, 1]);
    }
  });
});
