import { describe, expect, test } from 'vitest';
import type { Claim, Hold } from '../../../shared/domain/ledger.ts';
import { readPages } from '../../../shared/table/ledger.ts';
import type { Json } from '../../door.ts';
import { aWatchedHost, by, codeOf, confirm, ok } from '../../host.ts';

// Whose time a session takes, from the nomination to the replacement; and what becomes of somebody who is wanted in two places. After each test
// everything that is occupied is in the ledgers, and nothing else is.

const host = await aWatchedHost();
const { secretariat } = host.house;
const day = '2031-04-10';

const summitOf = (session: string): string => session.split('/').slice(0, 3).join('/');
const nameOf = (session: string): { summit: string; session: string } => {
  const [, , summit = '', , name = ''] = session.split('/');
  return { summit, session: name };
};

/** What takes somebody's time that day: which session, and whether it is claimed or only held. */
const timeOf = async (person: string): Promise<string[]> => {
  const { pages } = await readPages(host.house.table, [{ resource: { person }, day }]);
  const { claims = [], holds = [] } = pages[0] ?? {};
  return [
    ...claims.map(({ summit, despite }: Claim) => `${summit} claimed${despite ? ' despite' : ''}`),
    ...holds.map(({ summit }: Hold) => `${summit} held`),
  ];
};

let people = 0;
/** Somebody who was asked for two sessions at the same hour, of two summits. */
const twiceAsked = async () => {
  const address = `twice-${(people += 1)}@example.org`;
  const person = await host.person(address);
  const one = await host.invited({ session: await host.session(), person, address });
  const other = await host.invited({ session: await host.session(), person, address });
  const [first, second] = [nameOf(one.session), nameOf(other.session)];
  return { person, one, other, first, second };
};

describe('somebody’s time', () => {
  test('is held from the nomination, claimed from the confirmation, and given back by who leaves', async () => {
    const session = await host.session();
    const { summit } = nameOf(session);
    const { seat, person } = await host.seat({ session });
    const held = await timeOf(person);
    await secretariat.pass(seat, 'confirmed');
    const claimed = await timeOf(person);
    await secretariat.pass(seat, 'withdrawn');

    expect([held, claimed, await timeOf(person)]).toEqual([[`${summit} held`], [`${summit} claimed`], []]);
  });

  test('is given back by a session that is off', async () => {
    const session = await host.session();
    const { seat, person } = await host.seat({ session });
    await secretariat.pass(seat, 'confirmed');
    await secretariat.pass(session, 'cancelled');

    expect(await timeOf(person)).toEqual([]);
  });

  test('is blocked by nobody who only names her: two networks nominate one mayor for the same hour', async () => {
    const { make } = secretariat;
    const session = await host.session();
    const summit = summitOf(session);
    const { start, end } = (await secretariat.get(session)).json;
    await make(`${summit}/sessions`, { reference: 'B 1', title: { en: 'Bridges' }, start, end });
    for (const organization of ['river-league', 'port-selva'])
      await make(`${summit}/desks`, { organization, quota: 2, deadline: start });
    const mayor = { name: 'Sanna Brook', email: 'sanna@example.org' };

    const first = await make(`${summit}/desks/river-league/nominations`, { ...mayor, session: 'a-1' });
    const second = await make(`${summit}/desks/port-selva/nominations`, { ...mayor, session: 'b-1' });

    expect(second.person).toBe(first.person);
    const { summit: name } = nameOf(session);
    expect(await timeOf(String(first.person))).toEqual([`${name} held`, `${name} held`]);
    const at = (one: Json): string => `${summit}/sessions/${String(one.session)}/panelists/${String(one.panelist)}`;
    await secretariat.pass(at(first), 'confirmed');
    const refused = await secretariat.post(`${at(second)}/transitions`, { to: 'confirmed' });
    expect([refused.status, codeOf(refused), refused.json.conflictsWith]).toEqual([
      409,
      'person-taken',
      `/api/v1${summit}/sessions/a-1`,
    ]);
    await make(`${summit}/desks/river-league/nominations/${String(first.slug)}/withdrawal`, {});
    expect(await timeOf(String(first.person))).toEqual([`${name} held`]);
    // Nominated for the other session instead, at the same hour: one ledger, written once.
    const moved = await make(`${summit}/desks/port-selva/nominations/${String(second.slug)}/replacement`, {
      ...mayor,
      session: 'a-1',
    });
    expect([await host.stateOf(at(second)), moved.person]).toEqual(['replaced', first.person]);
    expect(await timeOf(String(first.person))).toEqual([`${name} held`]);
  });
});

describe('who confirms by link while they are elsewhere', () => {
  test('is asked which it is, and is told of their own session wherever it is', async () => {
    const { one, other, first } = await twiceAsked();
    await ok(host.answer(one.token, confirm));
    const before = await host.house.dump();

    const refused = await host.answer(other.token, confirm);

    expect([refused.status, codeOf(refused)]).toEqual([409, 'person-taken']);
    expect(refused.json).toMatchObject({
      conflicts: [{ ...first, reference: 'A 1', title: { en: 'Quays' }, as: 'panelist', canWithdraw: true }],
      insteadOf: [first],
    });
    expect(refused.json.detail).toContain('"insteadOf"');
    expect(await host.house.dump()).toEqual(before);
  });

  test('gives one up for the other in one deed, also between two summits, and the organizers there hear of it', async () => {
    const { person, one, other, first, second } = await twiceAsked();
    await ok(host.answer(one.token, confirm));
    await secretariat.make(`${summitOf(one.session)}/roles`, { role: 'organizer', email: 'orla@example.org' });
    await host.mailroom.deliver();
    await host.bind('orla');
    const taking = { ...confirm, insteadOf: [first] };

    const answered = await ok(host.answer(other.token, taking));

    expect(answered).toMatchObject({ state: 'confirmed', canAnswer: ['withdraw'] });
    expect(await timeOf(person)).toEqual([`${second.summit} claimed`]);
    expect((await secretariat.get(one.seat)).json).toMatchObject({
      state: 'withdrawn',
      history: [{ to: 'invited' }, { to: 'confirmed' }, { to: 'withdrawn', by: `link:${person}` }],
    });
    expect((await host.open(one.token)).json).toMatchObject({
      state: 'withdrawn',
      answers: [{ answer: 'confirm' }, { answer: 'withdraw', by }],
    });
    // Where else somebody sat is not the other organizers' to know.
    expect((await secretariat.get(`${other.seat}/invitation`)).text).not.toContain(first.summit);
    expect((await host.mailroom.deliver()).map(({ to }) => to)).toEqual(['orla@example.org']);
    // Sent again it is the same answer.
    expect((await host.answer(other.token, taking)).json).toEqual(answered);
  });

  test('gives up nothing that is not in the way', async () => {
    const { one, other, first } = await twiceAsked();
    const later = { start: '2031-04-12T09:00:00Z', end: '2031-04-12T10:00:00Z' };
    await ok(secretariat.patch(one.session, later, { 'if-match': '*' }));
    await ok(host.answer(one.token, confirm));

    const refused = await host.answer(other.token, { ...confirm, insteadOf: [first, { ...first, session: 'no-1' }] });

    expect([refused.status, refused.json.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/insteadOf/0', '/insteadOf/1'],
    ]);
    expect((await host.answer(other.token, { answer: 'decline', by, insteadOf: [first] })).status).toBe(422);
    expect(await host.stateOf(one.seat)).toBe('confirmed');
  });

  test('is told that a duty in a crew cannot be given up so', async () => {
    const { person, one, other } = await twiceAsked();
    await secretariat.make(`${one.session}/crew`, { person, as: 'technician' });

    const refused = await host.answer(other.token, confirm);

    expect([refused.status, refused.json.insteadOf]).toEqual([409, undefined]);
    expect(refused.json).toMatchObject({ conflicts: [{ as: 'crew', canWithdraw: false }] });
    expect(refused.json.detail).toContain('in its crew');
  });
});

describe('a confirmation that an organizer enters', () => {
  const phoned = { by: { name: 'Jonas Weidt', as: 'office' }, how: 'phone', at: '2031-03-01T08:00:00Z' };

  test('stays with the place, for insiders, with who gave it; the invitation waits for no answer', async () => {
    const { seat, person, token } = await host.invited({ session: await host.session() });

    const json = await ok(secretariat.post(`${seat}/confirmation`, { ...phoned, consent: true }));

    expect(json).toMatchObject({ state: 'confirmed', named: true, confirmation: phoned });
    expect(await timeOf(person)).toHaveLength(1);
    expect((await host.house.everyone.get(seat)).text).not.toContain('Jonas Weidt');
    expect((await secretariat.get(`${seat}/invitation`)).json.state).toBe('closed');
    expect((await host.open(token)).json).toMatchObject({ state: 'confirmed', canAnswer: ['withdraw'] });
    const erased = await secretariat.post(`/people/${person}/erasure`, { reason: 'Asked for.' });
    expect(erased.status).toBe(202);
    expect((await secretariat.get(seat)).text).not.toContain('Jonas Weidt');
    // They are still awaited, under an id that says nothing; who withdraws them gives the time back.
    expect(await timeOf(person)).toHaveLength(1);
    await secretariat.pass(seat, 'withdrawn');
    expect(await timeOf(person)).toEqual([]);
  });

  test('says when, and shows what came in writing', async () => {
    const { seat } = await host.seat({ given: { unnamed: true } });

    const { status, json } = await secretariat.post(`${seat}/confirmation`, {
      by: phoned.by,
      how: 'email',
      at: '2032-01-01T00:00:00Z',
      consent: true,
      insteadOf: [{ summit: 'summit-1', session: 'a-1' }],
      override: { reason: 'Both.' },
    });

    expect([status, json.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/at', '/document', '/consent', '/override'],
    ]);
  });

  test('into a clash is refused, or given up for, or overridden with a reason that stays', async () => {
    const { person, one, other, first, second } = await twiceAsked();
    await ok(secretariat.post(`${one.seat}/confirmation`, phoned));
    const organizer = await host.house.as(`organizer-${second.summit}`, { role: 'organizer', summit: second.summit });
    const path = `${other.seat}/confirmation`;

    const refused = await organizer.post(path, phoned);
    const elsewhere = await organizer.post(path, { ...phoned, insteadOf: [first] });
    const overridden = await ok(organizer.post(path, { ...phoned, override: { reason: 'Opens both by video.' } }));

    expect([codeOf(refused), refused.json.conflictsWith, elsewhere.status]).toEqual(['person-taken', undefined, 403]);
    expect(overridden).toMatchObject({
      state: 'confirmed',
      overridden: [{ kind: 'person-taken', reason: 'Opens both by video.', by: `organizer-${second.summit}` }],
    });
    expect(await timeOf(person)).toEqual([`${first.summit} claimed`, `${second.summit} claimed despite`]);
    expect((await host.house.everyone.get(other.seat)).text).not.toContain('by video');
    await secretariat.pass(other.seat, 'withdrawn');
    const third = await host.seat({ session: await host.session(), person });
    await ok(secretariat.post(`${third.seat}/confirmation`, { ...phoned, insteadOf: [first] }));
    expect([await host.stateOf(one.seat), await timeOf(person)]).toEqual([
      'withdrawn',
      [`${nameOf(third.session).summit} claimed`],
    ]);
  });
});

describe('a replacement', () => {
  test('is one deed, judged by the panel as it will be: the one leaves a full panel, and the other has the place', async () => {
    const session = await host.session();
    const summit = summitOf(session);
    await secretariat.make(`${summit}/tracks`, { slug: 'voices', title: { en: 'V' }, panelSize: 1, oneChair: true });
    await ok(secretariat.patch(session, { track: 'voices' }, { 'if-match': '*' }));
    const { seat, person } = await host.invited({ session, given: { role: 'moderator', order: 3 } });
    const heir = await host.person();
    const path = `${seat}/replacement`;

    const same = await secretariat.post(path, { person });
    const reply = await secretariat.post(path, {
      person: heir,
      reason: 'Elections at home.',
      confirmed: { by, how: 'floor', at: '2031-03-01T08:00:00Z', consent: false },
    });

    expect(same.json.errors).toMatchObject([{ pointer: '/person' }]);
    expect([reply.status, reply.headers.get('location')]).toEqual([
      201,
      `/api/v1${session}/panelists/${String(reply.json.slug)}`,
    ]);
    expect(reply.json).toMatchObject({ person: heir, role: 'moderator', order: 3, state: 'confirmed', named: false });
    expect((await secretariat.get(seat)).json).toMatchObject({
      state: 'replaced',
      history: [{}, { to: 'replaced', reason: 'Elections at home.' }],
    });
    expect((await secretariat.get(`${seat}/invitation`)).json.state).toBe('closed');
    expect([await timeOf(person), await timeOf(heir)]).toEqual([[], [`${nameOf(session).summit} claimed`]]);
    const full = await secretariat.post(`${session}/panelists`, { person, role: 'panelist' });
    expect(codeOf(full)).toBe('panel-full');
    const { text: data } = await secretariat.get(`/people/${heir}/data`);
    expect(data).toContain('"refused"');
  });
});
