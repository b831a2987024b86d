import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aRound, type Circle, type Rounds, silenceFaults } from '../../circle.ts';
import type { Client, Json } from '../../door.ts';
import { codeOf, ok } from '../../host.ts';
import { faultsOf } from '../../invariants.ts';
import { noteBounce } from '../../../shared/operations/bounce.ts';

// What the product does with a text that is adopted by silence, one deed after the other; circulation-races.test.ts has them at once.

const hour = 60 * 60;
let rounds: Rounds;
let secretariat: Client;
beforeAll(async () => {
  rounds = await aRound();
  ({ secretariat } = rounds.house);
});
afterAll(() => rounds.house.close());
afterEach(async () => {
  const { clock } = rounds.house;
  clock.now = new Date(Math.ceil(clock.now.getTime() / 1_000) * 1_000);
  const items = await rounds.house.dump();
  expect(silenceFaults(items)).toEqual([]);
  expect(faultsOf(items)).toEqual([]);
  expect(rounds.house.logged).toEqual([]);
});

const move = (seconds: number): void => rounds.house.clock.move(seconds);
/** An instant so many seconds from now. */
const fromNow = (seconds: number): string =>
  new Date(rounds.house.clock.now.getTime() + seconds * 1_000).toISOString().replace('.000Z', 'Z');

const against = (organization: string, more: Json = {}): Json => ({
  organization,
  reason: 'It binds us alone.',
  ...more,
});
const object = async (circle: Circle, nth: number, more: Json = {}) => {
  const organization = circle.organizations[nth] ?? '';
  const delegate = await rounds.delegate(organization);
  return delegate.post(`${circle.text}/objections`, against(organization, more));
};

const document = 'a'.repeat(64);
const received = (at: string): Json => ({ received: { at, how: 'email', document } });

describe('a text', () => {
  test('that nobody objects to is adopted a minute after the deadline, and fixed for good', async () => {
    const circle = await rounds.sent(3);
    const told = await rounds.post();
    move(72 * hour + 59);
    await rounds.decide();
    expect(await rounds.states(circle)).toEqual(['circulated', 'open']);
    move(1);
    await rounds.decide(2);

    expect(told).toEqual(
      circle.organizations.map((city) => `${city}@example.org: For adoption by silence: Appeal of the Quays, Arvenne`),
    );
    expect(await rounds.states(circle)).toEqual(['adopted', 'adopted']);
    const { frozen, text } = await rounds.get(circle.text);
    expect(frozen).toMatchObject({ ...(text as object), how: 'silence' });
    const after = await rounds.post();
    expect(after.map((line) => line.split(': ')[1])).toEqual(['Adopted', 'Adopted', 'Adopted']);
    expect(await rounds.post()).toEqual([]);
    const certificate = await rounds.get(`${circle.first}/certificate`);
    expect(certificate).toMatchObject({
      state: 'adopted',
      by: 'silence',
      text,
      notReached: [],
      objections: [],
      decided: { outcome: 'adopted', objections: 0 },
      asked: circle.organizations.map((organization) => ({ organization, reach: { state: 'reached', by: 'mail' } })),
    });
    const same = (await rounds.house.everyone.get(`${circle.first}/certificate`)).json;
    expect(same).toEqual(certificate);
  });

  test('that somebody objects to is not adopted, and can be opened again', async () => {
    const circle = await rounds.sent(2);
    await rounds.post();
    expect((await object(circle, 0)).json).toMatchObject({ kind: 'objection', state: 'open' });
    move(72 * hour + 60);
    await rounds.decide();
    expect(await rounds.states(circle)).toEqual(['objected', 'objected']);

    const refused = await secretariat.post(`${circle.text}/circulations`, {});
    expect(codeOf(refused)).toBe('wrong-state');
    await ok(secretariat.post(`${circle.text}/reopening`, { reason: 'To meet it.' }));
    expect((await rounds.get(circle.text)).state).toBe('drafting');
    expect(await secretariat.make(`${circle.text}/circulations`, {})).toMatchObject({
      slug: 'c2',
      text: { version: 'v2' },
    });
  });

  test('is closed to whoever would change its words, its title or the circulation itself twice', async () => {
    const circle = await rounds.sent(1);
    expect(codeOf(await secretariat.post(`${circle.text}/circulations`, {}))).toBe('wrong-state');
    expect(codeOf(await secretariat.post(`${circle.text}/reopening`, {}))).toBe('wrong-state');
  });

  test('of a rehearsal is told to nobody outside, and adopted all the same', async () => {
    const circle = await rounds.circle(2, { rehearsal: true });
    await secretariat.make(`${circle.text}/circulations`, {});
    const mails = await rounds.post();
    expect(mails.filter((line) => circle.organizations.some((city) => line.startsWith(`${city}@`)))).toEqual([]);
    const { items = [] } = await rounds.get(`${circle.summit}/mails`);
    expect(items.map(({ state }) => state)).toEqual(['kept', 'kept']);
    move(72 * hour + 60);
    await rounds.decide();
    expect(await rounds.states(circle)).toEqual(['adopted', 'adopted']);
    expect((await rounds.get(`${circle.first}/certificate`)).rehearsal).toBe(true);
    await rounds.post();
  });

  test('that is reported is not circulated', async () => {
    const circle = await rounds.circle(1);
    const sources = [{ facts: ['title', 'kind', 'language'], citation: 'The Quay Gazette (invented)' }];
    const reported = { slug: 'old', title: { en: 'Old' }, kind: 'charter', origin: 'reported', sources };
    await secretariat.make(`${circle.summit}/declarations`, reported);
    expect(codeOf(await secretariat.post(`${circle.summit}/declarations/old/circulations`, {}))).toBe('not-checkable');
    const again = await secretariat.post(`${circle.summit}/declarations/old/reopening`, { reason: 'To correct it.' });
    expect(codeOf(again)).toBe('not-checkable');
  });

  test('goes to nobody where nobody takes part who decides', async () => {
    const circle = await rounds.circle(0);
    const before = await rounds.house.dump();
    const refused = await secretariat.post(`${circle.text}/circulations`, {});
    expect([codeOf(refused), refused.json.detail]).toEqual([
      'wrong-state',
      expect.stringContaining('Register who takes part'),
    ]);
    expect(await rounds.house.dump()).toEqual(before);
  });

  test('has less than 72 hours only if somebody waived the rest', async () => {
    const circle = await rounds.circle(1);
    const post = (draft: Json) => secretariat.post(`${circle.text}/circulations`, draft);
    expect((await post({ hours: 71 })).json.errors).toMatchObject([{ pointer: '/waiver' }]);
    expect((await post({ deadline: fromNow(72 * hour - 1) })).json.errors).toMatchObject([{ pointer: '/waiver' }]);
    expect((await post({ deadline: fromNow(-1) })).json.errors).toMatchObject([{ pointer: '/deadline' }]);
    expect((await post({ hours: 80, deadline: fromNow(80 * hour) })).json.errors).toMatchObject([
      { pointer: '/hours' },
    ]);
    const waiver = { by: 'The chairs of Arvenne', reason: 'The ministers meet on Friday.' };
    expect((await post({ hours: 1, waiver })).json).toMatchObject({ state: 'open', waiver, deadline: fromNow(hour) });
  });
});

describe('an objection', () => {
  test('one millisecond before the deadline stops it; at the deadline and after it is a dissociation', async () => {
    const circle = await rounds.sent(3);
    await rounds.post();
    move(72 * hour - 0.001);
    const before = await object(circle, 0);
    move(0.001);
    const at = await object(circle, 1);
    move(0.001);
    const after = await object(circle, 2);

    expect([before, at, after].map(({ json, status }) => [status, json.kind, json.state])).toEqual([
      [201, 'objection', 'open'],
      [201, 'dissociation', 'recorded'],
      [201, 'dissociation', 'recorded'],
    ]);
    expect(at.headers.get('location')).toBe(`/api/v1${circle.text}/dissociations/${circle.organizations[1]}-c1`);
    expect((await rounds.get(at.headers.get('location') ?? '')).organization).toBe(circle.organizations[1]);
    move(60);
    await rounds.decide();
    expect(await rounds.states(circle)).toEqual(['objected', 'objected']);
  });

  test('that is withdrawn in time lets the silence go on where it was; afterwards it stands', async () => {
    const circle = await rounds.sent(2);
    await rounds.post();
    await object(circle, 0);
    move(hour);
    const [city = ''] = circle.organizations;
    const delegate = await rounds.delegate(city);
    const withdrawal = `${circle.text}/objections/${city}-c1/withdrawal`;
    expect((await delegate.post(withdrawal, {})).json).toMatchObject({ state: 'withdrawn' });
    expect(codeOf(await delegate.post(withdrawal, {}))).toBe('wrong-state');
    expect((await object(circle, 0)).json).toMatchObject({ kind: 'objection', state: 'open' });
    expect(codeOf(await object(circle, 0))).toBe('already-recorded');
    expect((await delegate.post(withdrawal, {})).status).toBe(200);
    await object(circle, 1);
    move(71 * hour);
    const other = await rounds.delegate(circle.organizations[1] ?? '');
    const late = await other.post(`${circle.text}/objections/${circle.organizations[1]}-c1/withdrawal`, {});
    expect(codeOf(late)).toBe('silence-over');
    move(60);
    await rounds.decide();
    expect(await rounds.states(circle)).toEqual(['objected', 'objected']);
  });

  test('of somebody who was not asked, or before there is anything, is refused in words', async () => {
    const circle = await rounds.circle(1);
    // Who drafts nothing does not know of a draft.
    expect(codeOf(await object(circle, 0))).toBe('not-found');
    const entered = against(circle.organizations[0] ?? '', received(fromNow(0)));
    expect(codeOf(await secretariat.post(`${circle.text}/objections`, entered))).toBe('wrong-state');
    await secretariat.make(`${circle.text}/circulations`, {});
    const stranger = await rounds.delegate('city-1');
    const refused = await stranger.post(`${circle.text}/objections`, against('city-1'));
    expect(refused.json.errors).toMatchObject([{ pointer: '/organization' }]);
    expect(codeOf(await object(circle, 0, { circulation: 'c9' }))).toBe('silence-over');
    const beside = await object(circle, 0, { paragraphs: ['p-of-another-text'] });
    expect(beside.json.errors).toEqual([
      {
        pointer: '/paragraphs/0',
        detail: 'Leave it out: the circulated text has no paragraph "p-of-another-text".',
      },
    ]);
    expect((await stranger.post(`${circle.text}/objections`, against(circle.organizations[0] ?? ''))).status).toBe(403);
  });

  test('by e-mail counts when it arrived, as long as nothing is decided; then it is a dissociation, and its arrival shows', async () => {
    const circle = await rounds.sent(3);
    await rounds.post();
    move(72 * hour - 30);
    const arrival = fromNow(0);
    move(70);
    const [one = '', two = ''] = circle.organizations;
    const post = (organization: string, more: Json) =>
      secretariat.post(`${circle.text}/objections`, against(organization, more));

    expect((await post(one, {})).json.errors).toMatchObject([{ pointer: '/received' }]);
    expect((await post(one, received(fromNow(60)))).json.errors).toMatchObject([{ pointer: '/received/at' }]);
    const delegate = await rounds.delegate(one);
    const own = await delegate.post(`${circle.text}/objections`, against(one, received(arrival)));
    expect(own.json.errors).toMatchObject([{ pointer: '/received' }]);
    expect((await post(one, received(arrival))).json).toMatchObject({ kind: 'objection', received: { at: arrival } });
    expect(await rounds.post()).toEqual([
      `${one}@example.org: An objection was entered for you: Appeal of the Quays, Arvenne`,
    ]);
    move(60);
    await rounds.decide();
    expect(await rounds.states(circle)).toEqual(['objected', 'objected']);
    const late = await post(two, received(arrival));
    expect(late.json).toMatchObject({ kind: 'dissociation', received: { at: arrival } });
    const shown = (await rounds.house.everyone.get(`${circle.text}/dissociations`)).json.items ?? [];
    expect(shown).toMatchObject([{ organization: two, received: { at: arrival } }]);
    expect(shown[0]).not.toHaveProperty('enteredBy');
  });

  test('can be a dissociation from the first, which stops nothing', async () => {
    const circle = await rounds.sent(2);
    await rounds.post();
    expect((await object(circle, 0, { as: 'dissociation' })).json).toMatchObject({ kind: 'dissociation' });
    move(72 * hour + 60);
    await rounds.decide();
    expect(await rounds.states(circle)).toEqual(['adopted', 'adopted']);
  });
});

describe('the chair', () => {
  const act = (circle: Circle, deed: string, body: Json) => secretariat.post(`${circle.first}/${deed}`, body);
  const reason = 'Two councils sit next week.';

  test('extends, suspends and resumes before the deadline, and all are told each time', async () => {
    const circle = await rounds.sent(2);
    await rounds.post();
    const deadline = fromNow(100 * hour);
    expect((await act(circle, 'extension', { deadline: fromNow(72 * hour), reason })).json.errors).toMatchObject([
      { pointer: '/deadline' },
    ]);
    expect((await act(circle, 'extension', { deadline, reason })).json).toMatchObject({ deadline });
    move(98 * hour);
    expect((await act(circle, 'suspension', { reason })).json).toMatchObject({
      state: 'suspended',
      remaining: 2 * hour * 1000,
    });
    move(1_000 * hour);
    expect((await object(circle, 0)).json).toMatchObject({ kind: 'objection' });
    await rounds.decide();
    expect(codeOf(await act(circle, 'extension', { deadline: fromNow(9 * hour), reason }))).toBe('wrong-state');
    expect((await act(circle, 'resumption', {})).json).toMatchObject({ state: 'open', deadline: fromNow(2 * hour) });
    expect(codeOf(await act(circle, 'resumption', {}))).toBe('wrong-state');
    const subjects = (await rounds.post()).map((line) => line.split(': ')[1]);
    expect(subjects.toSorted()).toEqual([
      'Longer deadline',
      'Longer deadline',
      'Resumed',
      'Resumed',
      'Suspended',
      'Suspended',
    ]);
    move(2 * hour);
    for (const [deed, body] of [
      ['extension', { deadline: fromNow(hour), reason }],
      ['suspension', { reason }],
      ['recall', { reason }],
    ] as const)
      expect(codeOf(await act(circle, deed, body))).toBe('silence-over');
  });

  test('recalls it for a correction: the text can be changed, and the correction has a whole deadline of its own', async () => {
    const circle = await rounds.sent(1);
    await rounds.post();
    move(71 * hour);
    expect((await act(circle, 'recall', { reason })).json).toMatchObject({ state: 'recalled' });
    expect((await rounds.get(circle.text)).state).toBe('drafting');
    expect(codeOf(await object(circle, 0))).toBe('silence-over');
    const again = await secretariat.make(`${circle.text}/circulations`, {});
    expect(again).toMatchObject({ slug: 'c2', deadline: fromNow(72 * hour), text: { version: 'v2' } });
    move(2 * hour);
    await rounds.decide();
    expect((await rounds.get(circle.text)).state).toBe('circulated');
    const mails = (await rounds.post()).filter((line) => line.startsWith(`${circle.organizations[0]}@`));
    expect(mails.map((line) => line.split(': ')[1])).toEqual(['For adoption by silence', 'Recalled']);
  });
});

describe('who is not reached', () => {
  const bounce = async (address: string): Promise<void> => {
    const { items = [] } = (await rounds.house.secretariat.get(`/summits/summit-${summits()}/mails?limit=200`)).json;
    const mail = items.find(({ letter }) => (letter as Json).kind === 'circulation-notice');
    await noteBounce(rounds.house.door.house, rounds.house.deed({ caller: clock }), {
      address,
      kind: 'bounce',
      at: rounds.house.clock.now.toISOString(),
      mail: `summit-${summits()}/${String(mail?.id)}`,
    });
  };
  const clock = { kind: 'account', name: 'clock', roles: [{ role: 'clock' }] } as const;
  let latest: Circle;
  const summits = (): string => latest.summit.replace('/summits/summit-', '');
  const asked = async (circle: Circle): Promise<Json[]> =>
    ((await rounds.get(`${circle.first}/asked`)).items ?? []).map(({ organization, reach, excuse }) => ({
      organization,
      reach: (reach as Json).state,
      ...(excuse ? { excuse: true } : {}),
    }));

  test('holds up the adoption, of which the organizers are told once, until one of them says why it may be', async () => {
    latest = await rounds.sent(1);
    const [city = ''] = latest.organizations;
    const organizer = { role: 'organizer', email: `organizer-${summits()}@example.org` };
    await secretariat.make(`${latest.summit}/roles`, organizer);
    expect(await asked(latest)).toEqual([{ organization: city, reach: 'waiting' }]);
    await rounds.post();
    expect(await asked(latest)).toEqual([{ organization: city, reach: 'reached' }]);
    await bounce(`${city}@example.org`);
    expect(await asked(latest)).toEqual([{ organization: city, reach: 'not-reached' }]);

    move(72 * hour + 60);
    await rounds.decide(3);
    await rounds.decide();
    expect(await rounds.states(latest)).toEqual(['circulated', 'open']);
    expect(await rounds.get(latest.first)).toMatchObject({ heldUp: { organizations: 1 } });
    move(20 * 60);
    await rounds.decide(2);
    expect(await rounds.states(latest)).toEqual(['circulated', 'open']);

    const unreached = `${latest.first}/unreached`;
    const late = await secretariat.post(unreached, { organization: city, reason: 'By telephone.', at: fromNow(0) });
    expect(late.json.errors).toMatchObject([{ pointer: '/at' }]);
    const excuse = { organization: city, reason: 'Its council agreed in writing.' };
    expect((await secretariat.post(unreached, excuse)).json).toMatchObject({ excuse: { reason: excuse.reason } });
    await rounds.decide();
    expect(await rounds.states(latest)).toEqual(['adopted', 'adopted']);
    expect(await rounds.get(`${latest.first}/certificate`)).toMatchObject({
      notReached: [city],
      asked: [{ reach: { state: 'not-reached', because: 'returned' }, excuse: { reason: excuse.reason } }],
    });
    expect(codeOf(await secretariat.post(unreached, excuse))).toBe('silence-over');
  });

  test('is reached by other ways, as an organizer records, or by objecting', async () => {
    latest = await rounds.sent(2);
    const [one = '', two = ''] = latest.organizations;
    move(hour);
    await secretariat.make(`${latest.first}/unreached`, {
      organization: one,
      reason: 'By telephone.',
      at: fromNow(-60),
    });
    await object(latest, 1);
    expect(await asked(latest)).toEqual([
      { organization: one, reach: 'reached' },
      { organization: two, reach: 'reached' },
    ]);
  });

  test('may be recalled for, also after the deadline', async () => {
    latest = await rounds.sent(1);
    move(72 * hour + 60);
    await rounds.decide();
    expect(await rounds.states(latest)).toEqual(['circulated', 'open']);
    await ok(secretariat.post(`${latest.first}/recall`, { reason: 'Nobody was told.' }));
    expect(await rounds.states(latest)).toEqual(['drafting', 'recalled']);
  });
});

test('objecting waits twice: everything that it goes by at once, then one transaction', async () => {
  const { house } = rounds;
  const circle = await rounds.sent(1);
  const [city = ''] = circle.organizations;
  const delegate = await rounds.delegate(city);
  house.proxy.forget();
  expect((await delegate.post(`${circle.text}/objections`, against(city))).status).toBe(201);
  // The head; the last circulation, how often the city was asked, what it said before, and the caller's roles.
  expect(house.proxy.counts).toEqual({ GetItem: 1, Query: 5, TransactWriteItems: 1 });
});
