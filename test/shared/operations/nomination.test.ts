import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aDoor, type Client, type Household, type Json, type Reply } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Networks nominate, one after the other and many at once. After each test the whole table is read.

let house: Household;
let noor: Client;
let sacha: Client;
let organizer: Client;
const summit = '/summits/arvenne-2031';

beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 20_000 } });
  const { make } = house.secretariat;
  for (const [slug, kind] of [
    ['river-league', 'city-network'],
    ['hill-alliance', 'city-network'],
    ['arvenne', 'city'],
    ['port-selva', 'city'],
  ])
    await make('/organizations', { slug, name: { en: slug }, kind });
  await make('/organizations/arvenne/memberships', { in: 'river-league', as: 'member' });
  await make('/organizations/arvenne/memberships', { in: 'hill-alliance', as: 'member' });
  await make('/summits', { slug: 'arvenne-2031', title: { en: 'S' }, zone: 'Europe/Paris' });
  noor = await house.as('noor', { role: 'delegate', organization: 'river-league' });
  sacha = await house.as('sacha', { role: 'delegate', organization: 'hill-alliance', summit: 'arvenne-2031' });
  organizer = await house.as('oda', { role: 'organizer', summit: 'arvenne-2031' });
});
afterAll(() => house.close());
afterEach(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
});

const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

const how = ({ status, json }: Reply): string =>
  status < 400 ? String(status) : String(json.type).replace('/api#', '');
const tallied = (replies: readonly Reply[]): Record<string, number> =>
  replies.reduce<Record<string, number>>(
    (tally, reply) => ({ ...tally, [how(reply)]: (tally[how(reply)] ?? 0) + 1 }),
    {},
  );

let numbers = 0;
const aSession = async (panelSize = 30): Promise<string> => {
  const at = (numbers += 1);
  await organizer.make(`${summit}/tracks`, { slug: `track-${at}`, title: { en: 'T' }, panelSize, oneChair: true });
  await organizer.make(`${summit}/sessions`, { reference: `A ${at}`, title: { en: 'A' }, track: `track-${at}` });
  await organizer.pass(`${summit}/sessions/a-${at}`, 'submitted', 'accepted');
  return `a-${at}`;
};

const aDesk = async (given: Json = {}): Promise<string> => {
  const slug = `desk-${(numbers += 1)}`;
  const draft = { organization: 'river-league', quota: 3, deadline: '2031-04-01T00:00:00Z', slug, ...given };
  await organizer.make(`${summit}/desks`, draft);
  return `${summit}/desks/${slug}`;
};

const someone = (given: Json = {}): Json => {
  const at = (numbers += 1);
  return { name: `Person ${at}`, email: `person-${at}@example.org`, ...given };
};

const usedAt = async (desk: string): Promise<unknown> => (await organizer.get(desk)).json.used;
const panelOf = async (session: string): Promise<Json[]> =>
  (await organizer.get(`${summit}/sessions/${session}/panelists`)).json.items ?? [];

describe('a delegate', () => {
  test('nominates for a member, and sees the person invited, silent, and confirmed', async () => {
    const session = await aSession();
    const desk = await aDesk({ session });
    const { json, status, headers } = await noor.post(`${desk}/nominations`, {
      ...someone({ name: 'Sanna Brook', title: 'Mayor' }),
      for: 'arvenne',
    });
    const seat = `${summit}/sessions/${session}/panelists/${String(json.panelist)}`;

    expect([status, headers.get('location')]).toEqual([201, `/api/v1${desk}/nominations/${String(json.slug)}`]);
    expect(json).toMatchObject({ state: 'accepted', for: 'arvenne', session, answer: { state: 'nominated' } });
    expect((await organizer.get(seat)).json).toMatchObject({
      printedName: 'Sanna Brook',
      printedTitle: 'Mayor',
      organizations: [{ organization: 'arvenne', printed: 'arvenne' }],
      nominatedBy: ['river-league'],
      person: json.person,
    });
    for (const state of ['invited', 'no-answer', 'confirmed']) {
      await organizer.pass(seat, state);
      const [listed] = (await noor.get(`${desk}/nominations`)).json.items ?? [];
      expect(listed?.answer).toEqual({ state, since: '2031-03-01T09:00:00Z' });
    }
    const contact = await house.secretariat.get(`/people/${String(json.person)}/contact`);
    expect(contact.json).toMatchObject({ emails: [json.email], language: 'en', summits: ['arvenne-2031'] });
  });

  test('sees the desks and nominations of their own network, and of no other', async () => {
    const [own, other] = [await aDesk(), await aDesk({ organization: 'hill-alliance' })];
    const { slug } = (await sacha.post(`${other}/nominations`, someone())).json;
    const desks = (await noor.get(`${summit}/desks?limit=200`)).json.items ?? [];

    expect(desks.map(({ slug: name }) => `${summit}/desks/${String(name)}`)).toContain(own);
    expect(new Set(desks.map(({ organization }) => organization))).toEqual(new Set(['river-league']));
    for (const path of [other, `${other}/nominations`, `${other}/nominations/${String(slug)}`]) {
      const [kept, absent] = [await noor.get(path), await noor.get(path.replace(other, `${summit}/desks/not-there`))];
      expect([kept.status, { ...kept.json, instance: '' }]).toEqual([404, { ...absent.json, instance: '' }]);
    }
    expect((await noor.post(`${other}/nominations`, someone())).status).toBe(404);
    expect((await noor.post(`${other}/nominations/${String(slug)}/withdrawal`, {})).status).toBe(404);
    expect((await house.account.get(own)).status).toBe(404);
    expect((await house.everyone.get(own)).status).toBe(401);
  });

  test('opens and changes no desk, decides nothing, and names nobody by an id', async () => {
    const desk = await aDesk({ approval: true });
    const { slug, person } = (await noor.post(`${desk}/nominations`, someone())).json;
    const any = { 'if-match': '*' };

    const replies = [
      await noor.post(`${summit}/desks`, { organization: 'river-league', quota: 9, deadline: '2031-04-01T00:00:00Z' }),
      await noor.patch(desk, { quota: 9 }, any),
      await noor.post(`${desk}/nominations/${String(slug)}/decision`, { to: 'accepted' }),
    ];

    expect(replies.map(how)).toEqual(['forbidden', 'forbidden', 'forbidden']);
    const [known, unknown] = [
      await noor.post(`${desk}/nominations`, someone({ person })),
      await noor.post(`${desk}/nominations`, someone({ person: 'not-there' })),
    ];
    expect([known.json.errors, unknown.json.errors].map((errors) => errors?.map(({ pointer }) => pointer))).toEqual([
      ['/person'],
      ['/person'],
    ]);
    expect(known.json.errors).toEqual(unknown.json.errors);
  });

  test('learns nothing of a session that is not public', async () => {
    await organizer.make(`${summit}/sessions`, { reference: 'Hidden 1', title: { en: 'H' } });
    const desk = await aDesk();
    const [hidden, absent] = await Promise.all(
      ['hidden-1', 'absent-1'].map((session) => noor.post(`${desk}/nominations`, someone({ session }))),
    );
    expect(hidden?.json.errors?.[0]?.detail.replace('hidden', 'absent')).toBe(absent?.json.errors?.[0]?.detail);
    expect((await organizer.post(`${desk}/nominations`, someone({ session: 'hidden-1' }))).status).toBe(201);
  });

  test('stands for the network or a member of it, and is told all that is wrong at once', async () => {
    const desk = await aDesk();
    const reply = await noor.post(`${desk}/nominations`, { for: 'port-selva', email: 'nowhere', session: 'x' });
    const other = await noor.post(`${desk}/nominations`, someone({ for: 'port-selva', session: 'absent-1' }));
    expect([reply, other].map(({ json }) => json.errors?.map(({ pointer }) => pointer))).toEqual([
      ['/name', '/email'],
      ['/for', '/session'],
    ]);
  });
});

describe('the quota', () => {
  test('of seven places holds when twenty nominations race', async () => {
    const session = await aSession();
    const desk = await aDesk({ session, quota: 7 });

    const replies = await Promise.all(many(20).map(() => noor.post(`${desk}/nominations`, someone())));

    expect(tallied(replies)).toEqual({ 201: 7, 'quota-used': 13 });
    expect([await usedAt(desk), (await panelOf(session)).length]).toEqual([7, 7]);
    expect(replies.find(({ status }) => status === 409)?.json).toMatchObject({ quota: 7, used: 7 });
  });

  test('of a summit counts people: one person on three sessions, at once, uses one', async () => {
    const desk = await aDesk({ quota: 1 });
    const sessions = [await aSession(), await aSession(), await aSession()];
    const whom = someone();

    const replies = await Promise.all(
      sessions.map((session) => noor.post(`${desk}/nominations`, { ...whom, session })),
    );

    expect(tallied(replies)).toEqual({ 201: 3 });
    expect(new Set(replies.map(({ json }) => json.person)).size).toBe(1);
    expect(await usedAt(desk)).toBe(1);
    expect(how(await noor.post(`${desk}/nominations`, someone()))).toBe('quota-used');

    // The last of them gives it back.
    for (const { json } of replies.slice(1))
      await noor.make(`${desk}/nominations/${String(json.slug)}/withdrawal`, { reason: 'Ill.' });
    expect(await usedAt(desk)).toBe(1);
    await noor.make(`${desk}/nominations/${String(replies[0]?.json.slug)}/withdrawal`, {});
    expect(await usedAt(desk)).toBe(0);
  });

  test('counts the same nomination once, however often it is sent', async () => {
    const desk = await aDesk();
    const whom = someone();
    const replies = await Promise.all(many(6).map(() => noor.post(`${desk}/nominations`, whom)));
    expect(tallied(replies)).toEqual({ 201: 1, 'already-recorded': 5 });
    const made = replies.find(({ status }) => status === 201)?.json;
    expect(replies.find(({ status }) => status === 409)?.json.conflictsWith).toBe(
      `/api/v1${desk}/nominations/${String(made?.slug)}`,
    );
  });

  test('is not made smaller than what is used, also while it is being used', async () => {
    const desk = await aDesk({ quota: 5 });
    await noor.make(`${desk}/nominations`, someone());
    const any = { 'if-match': '*' };

    const [patch, ...replies] = await Promise.all([
      organizer.patch(desk, { quota: 2 }, any),
      ...many(4).map(() => noor.post(`${desk}/nominations`, someone())),
    ]);

    const { quota, used } = (await organizer.get(desk)).json as { quota: number; used: number };
    expect(used).toBeLessThanOrEqual(quota);
    expect([patch.status === 200 ? 2 : 5, 1 + Number(tallied(replies)[201])]).toEqual([quota, used]);
    expect(how(await organizer.patch(desk, { quota: used - 1 }, any))).toBe(used === 1 ? 'invalid' : 'quota-used');
  });

  test('is given back by a panelist who declines, and nobody sits there', async () => {
    const session = await aSession();
    const desk = await aDesk({ session });
    const { slug, panelist } = (await noor.post(`${desk}/nominations`, someone())).json;
    const seat = `${summit}/sessions/${session}/panelists/${String(panelist)}`;
    await organizer.pass(seat, 'invited');
    await organizer.make(`${seat}/transitions`, { to: 'declined', reason: 'On leave.' });

    expect(await usedAt(desk)).toBe(0);
    expect((await noor.get(`${desk}/nominations/${String(slug)}`)).json).toMatchObject({
      state: 'declined',
      answer: { state: 'declined', reason: 'On leave.' },
    });
  });
});

test('an organizer does not take the credit of a network that still nominates somebody', async () => {
  const session = await aSession();
  const desk = await aDesk({ session });
  const { panelist } = await noor.make(`${desk}/nominations`, someone());
  const seat = `${summit}/sessions/${session}/panelists/${String(panelist)}`;
  const any = { 'if-match': '*' };

  const refused = await organizer.patch(seat, { nominatedBy: ['hill-alliance'] }, any);
  expect(refused.json.errors?.map(({ pointer }) => pointer)).toEqual(['/nominatedBy']);
  const more = { nominatedBy: ['river-league', 'hill-alliance'] };
  expect((await organizer.patch(seat, more, any)).json).toMatchObject(more);
  expect((await organizer.patch(seat, { nominatedBy: ['river-league'] }, any)).status).toBe(200);
});

describe('a desk', () => {
  test('takes nobody when its deadline has come, and takes them again when that is moved; it lets go always', async () => {
    const desk = await aDesk({ deadline: '2031-03-01T09:00:01Z' });
    const { slug } = await noor.make(`${desk}/nominations`, someone());
    house.clock.move(1);
    try {
      expect(how(await noor.post(`${desk}/nominations`, someone()))).toBe('desk-closed');
      expect(how(await noor.post(`${desk}/nominations/${String(slug)}/replacement`, someone()))).toBe('desk-closed');
      expect((await noor.post(`${desk}/nominations/${String(slug)}/withdrawal`, {})).status).toBe(200);
      await organizer.patch(desk, { deadline: '2031-03-02T09:00:00Z' }, { 'if-match': '*' });
      expect((await noor.post(`${desk}/nominations`, someone())).status).toBe(201);
      await organizer.pass(desk, 'closed');
      expect(how(await noor.post(`${desk}/nominations`, someone()))).toBe('desk-closed');
    } finally {
      house.clock.move(-1);
    }
  });

  test('that is being closed takes nobody afterwards', async () => {
    for (const _ of many(4)) {
      const desk = await aDesk();
      const [closing, nominating] = await Promise.all([
        organizer.post(`${desk}/transitions`, { to: 'closed' }),
        noor.post(`${desk}/nominations`, someone()),
      ]);
      expect(closing.status).toBe(200);
      expect(['201', 'desk-closed']).toContain(how(nominating));
      expect(how(await noor.post(`${desk}/nominations`, someone()))).toBe('desk-closed');
    }
  });

  test('with approval: proposed counts, has no place, and gets one or gives it back', async () => {
    const session = await aSession();
    const desk = await aDesk({ session, approval: true, quota: 2 });
    const [one, other] = [
      await noor.make(`${desk}/nominations`, someone()),
      await noor.make(`${desk}/nominations`, someone()),
    ];
    expect([one.state, await usedAt(desk), await panelOf(session)]).toEqual(['proposed', 2, []]);

    const decided = await organizer.make(`${desk}/nominations/${String(one.slug)}/decision`, { to: 'accepted' });
    await organizer.make(`${desk}/nominations/${String(other.slug)}/decision`, { to: 'refused', reason: 'Too late.' });

    expect(decided).toMatchObject({ state: 'accepted', answer: { state: 'nominated' } });
    expect([await usedAt(desk), (await panelOf(session)).map(({ person }) => person)]).toEqual([1, [one.person]]);
    expect((await noor.get(`${desk}/nominations/${String(other.slug)}`)).json).toMatchObject({
      state: 'refused',
      history: [{ from: 'proposed', to: 'refused', by: 'oda', reason: 'Too late.' }],
    });
    expect(how(await organizer.post(`${desk}/nominations/${String(other.slug)}/decision`, { to: 'accepted' }))).toBe(
      'wrong-state',
    );
  });
});

describe('a replacement', () => {
  test('withdraws one and nominates another in one deed, when the quota and the panel are full', async () => {
    const session = await aSession(1);
    const desk = await aDesk({ session, quota: 1 });
    const first = await noor.make(`${desk}/nominations`, someone({ for: 'arvenne', role: 'moderator' }));
    const second = await noor.make(
      `${desk}/nominations/${String(first.slug)}/replacement`,
      someone({ for: 'arvenne', role: 'moderator' }),
    );

    expect(second).toMatchObject({ state: 'accepted', replaces: first.slug });
    expect((await noor.get(`${desk}/nominations/${String(first.slug)}`)).json).toMatchObject({
      state: 'replaced',
      answer: { state: 'replaced' },
    });
    expect((await panelOf(session)).map(({ person, state }) => [person, state])).toEqual([
      [first.person, 'replaced'],
      [second.person, 'nominated'],
    ]);
    expect(await usedAt(desk)).toBe(1);
  });

  test('and a withdrawal of the same nomination: one of the two', async () => {
    for (const _ of many(5)) {
      const session = await aSession();
      const desk = await aDesk({ session, quota: 1 });
      const { slug } = await noor.make(`${desk}/nominations`, someone());
      const replies = await Promise.all([
        noor.post(`${desk}/nominations/${String(slug)}/replacement`, someone()),
        noor.post(`${desk}/nominations/${String(slug)}/withdrawal`, {}),
      ]);
      const replaced = replies[0].status === 201;
      expect(replies.map(how)).toEqual(replaced ? ['201', 'wrong-state'] : ['wrong-state', '200']);
      expect(await usedAt(desk)).toBe(replaced ? 1 : 0);
    }
  });
});

describe('two networks that nominate the same person', () => {
  test('at the same moment make one person, in one place, credited to both, and use one each', async () => {
    for (const _ of many(4)) {
      const session = await aSession();
      const desks = [await aDesk({ session }), await aDesk({ session, organization: 'hill-alliance' })] as const;
      const { name, email } = someone() as { name: string; email: string };

      const replies = await Promise.all([
        noor.post(`${desks[0]}/nominations`, { name: name.toUpperCase(), email, for: 'arvenne' }),
        sacha.post(`${desks[1]}/nominations`, { name, email: email.toUpperCase(), for: 'arvenne' }),
      ]);

      expect(tallied(replies)).toEqual({ 201: 2 });
      expect(new Set(replies.map(({ json }) => json.person)).size).toBe(1);
      const [seat, ...none] = await panelOf(session);
      expect([none, seat?.nominatedBy]).toEqual([[], expect.arrayContaining(['river-league', 'hill-alliance'])]);
      expect([await usedAt(desks[0]), await usedAt(desks[1])]).toEqual([1, 1]);

      // The place stays as long as one of them wants it.
      const [first, second] = replies.map(({ json }) => String(json.slug));
      await noor.make(`${desks[0]}/nominations/${first}/withdrawal`, {});
      expect((await panelOf(session))[0]).toMatchObject({ state: 'nominated', nominatedBy: ['hill-alliance'] });
      await sacha.make(`${desks[1]}/nominations/${second}/withdrawal`, {});
      expect((await panelOf(session))[0]).toMatchObject({ state: 'withdrawn' });
      expect([await usedAt(desks[0]), await usedAt(desks[1])]).toEqual([0, 0]);
    }
  });

  test('whom both know already, for the one place that there is: both are credited with it', async () => {
    for (const _ of many(4)) {
      const session = await aSession(1);
      const desks = [await aDesk({ session }), await aDesk({ session, organization: 'hill-alliance' })] as const;
      const whom = someone();
      await noor.make(`${await aDesk()}/nominations`, whom);

      const replies = await Promise.all([
        noor.post(`${desks[0]}/nominations`, whom),
        sacha.post(`${desks[1]}/nominations`, whom),
      ]);

      expect(tallied(replies)).toEqual({ 201: 2 });
      expect((await panelOf(session)).map(({ nominatedBy }) => nominatedBy)).toEqual([
        expect.arrayContaining(['river-league', 'hill-alliance']),
      ]);
    }
  });

  test('whom an organizer had seated: the place is the organizer’s, and stays when they withdraw', async () => {
    const session = await aSession();
    const desk = await aDesk({ session });
    const whom = someone();
    const { id } = await house.secretariat.make('/people', { name: whom.name });
    await house.secretariat.patch(
      `/people/${String(id)}/contact`,
      { emails: [whom.email], summits: ['arvenne-2031'] },
      { 'if-match': '*' },
    );
    await organizer.make(`${summit}/sessions/${session}/panelists`, { person: id, role: 'keynote' });

    const { slug, person } = await noor.make(`${desk}/nominations`, whom);
    expect([person, (await panelOf(session)).map(({ nominatedBy }) => nominatedBy)]).toEqual([id, [['river-league']]]);
    await noor.make(`${desk}/nominations/${String(slug)}/withdrawal`, {});
    expect((await panelOf(session)).map(({ state, nominatedBy }) => [state, nominatedBy])).toEqual([['nominated', []]]);
  });
});
