import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../shared/domain/role.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { roleKind } from '../../../shared/table/role.ts';
import { aDoor, type Client, type Household, type Json, type Reply } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';
import { aMailroom, type Mailroom } from '../../mailroom.ts';

// A call of one track, from before it opens until everybody knows what was decided.

const summit = '/summits/arvenne-2031';
const proposals = `${summit}/proposals`;
const call = { opens: '2031-03-01T10:00:00Z', soft: '2031-03-05T12:00:00Z', hard: '2031-03-06T12:00:00Z' };

let house: Household;
let mailroom: Mailroom;
let amira: Client;
/** Delegates of Port Selva, of Belmora, and of Port Selva who reviews besides; a reviewer of the track, and one of another. */
let linus: Client;
let mirel: Client;
let torn: Client;
let petra: Client;
let other: Client;

const delegate = (organization: string, email: string, writeIn: Role['writeIn']): Role => ({
  slug: `role-${email.split('@')[0]}`,
  version: 1,
  state: 'held',
  role: 'delegate',
  organization,
  email,
  writeIn,
  account: email,
  given: { at: '2031-01-01T00:00:00Z', by: 'amira' },
});

const at = (instant: string): void => void (house.clock.now = new Date(instant));

beforeAll(async () => {
  house = await aDoor();
  mailroom = aMailroom(house);
  amira = house.secretariat;
  for (const [slug, name] of Object.entries({ 'port-selva': 'Port Selva', belmora: 'Belmora', arvenne: 'Arvenne' }))
    await amira.make('/organizations', { slug, name: { en: name }, kind: 'city' });
  await amira.make('/summits', { slug: 'arvenne-2031', title: { en: 'Arvenne City Summit' }, zone: 'Europe/Paris' });
  await amira.make(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' }, call });
  await amira.make(`${summit}/tracks`, { slug: 'closed', title: { en: 'By invitation' } });
  const roles = [
    delegate('port-selva', 'linus@example.org', 'en'),
    delegate('port-selva', 'second@example.org', 'fr'),
    delegate('belmora', 'mirel@example.org', 'en'),
  ];
  await house.table.batchWrite(roles.map((role) => itemOf(roleKind, role, 'given')));
  linus = await house.as('linus', { role: 'delegate', organization: 'port-selva' });
  mirel = await house.as('mirel', { role: 'delegate', organization: 'belmora', summit: 'arvenne-2031' });
  const reviewer = { role: 'reviewer', summit: 'arvenne-2031', track: 'voices' } as const;
  torn = await house.as('torn', { role: 'delegate', organization: 'port-selva' }, reviewer);
  petra = await house.as('petra', reviewer);
  other = await house.as('other', { ...reviewer, track: 'closed' });
});
afterAll(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
  await house.close();
});

const draft = (title: string, organization = 'port-selva'): Json => ({
  organization,
  track: 'voices',
  title: { en: title },
  objectives: [{ text: { en: 'Agree on one ticket.' } }],
});

const made = async (who: Client, title: string, organization?: string): Promise<string> =>
  String((await who.make(proposals, draft(title, organization))).slug);

const submitted = async (who: Client, title: string, organization?: string): Promise<string> => {
  const slug = await made(who, title, organization);
  await who.make(`${proposals}/${slug}/transitions`, { to: 'submitted' });
  return slug;
};

const session = (slug: string): string => `${summit}/sessions/${slug}`;
const said = ({ status, json }: Reply): unknown => [status, String(json.type).replace('/api#', '')];
const tagged = ({ headers }: Reply): Record<string, string> => ({ 'if-match': headers.get('etag') ?? '' });
const decide = (slug: string, decision: Json): Promise<Reply> => amira.put(`${session(slug)}/decision`, decision);

describe('a call', () => {
  test('has its deadlines in order', async () => {
    const wrong = { opens: '2031-03-05T10:00:00Z', soft: '2031-03-07T12:00:00Z', hard: '2031-03-04T12:00:00Z' };
    const { status, json } = await amira.post(`${summit}/tracks`, { slug: 'x', title: { en: 'X' }, call: wrong });
    expect([status, json.errors]).toEqual([
      422,
      [
        { pointer: '/call/hard', detail: 'Let the call end after it opens, 2031-03-05T10:00:00Z.' },
        { pointer: '/call/soft', detail: 'Let it be no later than the hard deadline, 2031-03-04T12:00:00Z.' },
      ],
    ]);
  });

  test('is public', async () => {
    expect((await house.everyone.get(`${summit}/tracks/voices`)).json.call).toEqual(call);
  });

  test('is refused before it opens, after it ends, and where there is none, and each says when or what to do', async () => {
    const early = await linus.post(proposals, draft('A'));
    expect([said(early), early.json.opens, early.json.detail]).toEqual([
      [409, 'call-closed'],
      call.opens,
      `The call opens at ${call.opens}. Send it then.`,
    ]);
    at(call.hard);
    const late = await linus.post(proposals, draft('A'));
    expect([said(late), late.json.hard]).toEqual([[409, 'call-closed'], call.hard]);
    at('2031-03-02T09:00:00Z');
    expect(said(await linus.post(proposals, { ...draft('A'), track: 'closed' }))).toEqual([409, 'call-closed']);
  });
});

describe('a proposal', () => {
  test('is refused with everything that is wrong at once, and nothing is written', async () => {
    const before = await house.dump();
    const wrong = {
      ...draft('A'),
      reference: 'VC-D 1',
      track: 'none',
      title: {},
      partners: [{ organization: 'nobody' }],
    };
    const { status, json } = await linus.post(proposals, wrong);
    expect([status, json.errors?.map(({ pointer }) => pointer).toSorted()]).toEqual([
      422,
      ['/partners/0/organization', '/reference', '/title', '/track'],
    ]);
    expect(await house.dump()).toEqual(before);
  });

  test('is for a delegate of the organization that proposes it', async () => {
    expect(said(await mirel.post(proposals, draft('A')))).toEqual([403, 'forbidden']);
    expect(said(await house.everyone.post(proposals, draft('A')))).toEqual([401, 'sign-in-required']);
  });

  test('gets a reference, and is seen by who proposed it, who reviews its track and who organizes', async () => {
    const reply = await linus.post(proposals, draft('Night buses'));
    const slug = String(reply.json.slug);
    expect(reply.status).toBe(201);
    expect(reply.headers.get('location')).toBe(`/api/v1${proposals}/${slug}`);
    expect(reply.json).toMatchObject({
      reference: expect.stringMatching(/^P-[2-9A-HJKMNP-TV-Z]{4}$/) as string,
      state: 'draft',
      lead: [{ organization: 'port-selva', printed: 'Port Selva' }],
      proposed: { by: 'port-selva', at: '2031-03-02T09:00:00Z' },
    });
    const seen = async (who: Client): Promise<unknown[]> =>
      Promise.all([`${proposals}/${slug}`, session(slug)].map(async (path) => (await who.get(path)).status));
    for (const who of [linus, petra, amira]) expect(await seen(who)).toEqual([200, 200]);
    for (const who of [mirel, other, house.account]) expect(await seen(who)).toEqual([404, 404]);
    expect((await house.everyone.get(session(slug))).status).toBe(404);
    const listed = async (who: Client): Promise<unknown> =>
      (await who.get(`${proposals}?track=voices&state=draft`)).json.items?.map((one) => one.slug);
    expect([await listed(linus), await listed(mirel)]).toEqual([[slug], []]);
    expect((await linus.get(`${proposals}/${slug}`)).json.history).toBeUndefined();
  });

  test('is changed, and submitted late; from the hard deadline on it stays as it is', async () => {
    const slug = await made(linus, 'Ferries');
    const address = `${proposals}/${slug}`;
    const read = await linus.get(address);
    const changed = await linus.patch(address, { title: { en: 'Ferries at night' } }, tagged(read));
    expect([changed.status, changed.json.title, changed.json.reference]).toEqual([
      200,
      { en: 'Ferries at night' },
      read.json.reference,
    ]);
    const whose = await linus.patch(address, { organization: 'belmora' }, tagged(changed));
    expect([whose.status, whose.json.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/organization']]);
    at('2031-03-05T12:00:00Z');
    const late = await linus.post(`${address}/transitions`, { to: 'submitted' });
    expect([late.status, late.json.state, late.json.proposed]).toEqual([
      200,
      'submitted',
      { by: 'port-selva', at: '2031-03-05T12:00:00Z', late: true },
    ]);
    at('2031-03-06T11:59:59Z');
    expect((await linus.patch(address, { title: { en: 'Ferries' } }, { 'if-match': '*' })).status).toBe(200);
    at(call.hard);
    expect(said(await linus.patch(address, { title: { en: 'X' } }, { 'if-match': '*' }))).toEqual([409, 'call-closed']);
    expect(said(await linus.post(`${proposals}/${slug}/transitions`, { to: 'submitted' }))).toEqual([
      409,
      'wrong-state',
    ]);
    expect((await linus.post(`${address}/transitions`, { to: 'withdrawn', reason: 'Too late.' })).status).toBe(200);
    at('2031-03-03T09:00:00Z');
  });
});

describe('reviews', () => {
  test('are one for each reviewer of the track, score without who has a conflict, and are for few eyes', async () => {
    const slug = await submitted(linus, 'Quays');
    const reviews = `${session(slug)}/reviews`;
    const given = await petra.post(reviews, { score: 4, note: 'Clear.' });
    expect(given.status).toBe(201);
    const again = await petra.post(reviews, { score: 5 });
    expect([said(again), again.json.conflictsWith]).toEqual([[409, 'already-recorded'], given.headers.get('location')]);
    expect(said(await torn.post(reviews, { score: 5 }))).toEqual([403, 'forbidden']);
    expect(said(await other.post(reviews, { score: 1 }))).toEqual([404, 'not-found']);
    expect(said(await linus.post(reviews, { score: 5 }))).toEqual([403, 'forbidden']);
    expect((await amira.post(reviews, { score: 1, conflictOfInterest: true })).json.errors).toHaveLength(1);
    const own = await amira.post(reviews, { conflictOfInterest: true });
    expect(
      (await amira.patch(own.headers.get('location') ?? '', { score: 3, conflictOfInterest: false }, tagged(own)))
        .status,
    ).toBe(200);
    expect(said(await petra.patch(own.headers.get('location') ?? '', { score: 3 }, { 'if-match': '*' }))).toEqual([
      403,
      'forbidden',
    ]);
    const scoreFor = async (who: Client): Promise<unknown> =>
      (await who.get(`${proposals}?state=submitted`)).json.items?.find((one) => one.slug === slug)?.score;
    expect([await scoreFor(petra), await scoreFor(linus), await scoreFor(torn)]).toEqual([
      { mean: 3.5, count: 2 },
      undefined,
      undefined,
    ]);
    expect([
      (await petra.get(reviews)).json.items?.length,
      said(await linus.get(reviews)),
      said(await torn.get(reviews)),
    ]).toEqual([2, [403, 'forbidden'], [403, 'forbidden']]);
    await petra.make(`${reviews}/${String(given.json.slug)}/transitions`, { to: 'withdrawn' });
    expect(await scoreFor(amira)).toEqual({ mean: 3, count: 1 });
  });
});

describe('decisions', () => {
  test('are staged without a trace that anybody else could see, and released in one act that everybody hears of once', async () => {
    const [yes, wait, no, gone] = [
      await submitted(linus, 'Accepted'),
      await submitted(mirel, 'Waiting', 'belmora'),
      await submitted(linus, 'Rejected'),
      await submitted(linus, 'Withdrawn'),
    ];
    const before = await linus.get(session(yes));
    expect(
      (await decide(yes, { decision: 'accept', reference: 'VC-D 12', note: 'Bring a map.', reason: 'Best.' })).status,
    ).toBe(200);
    expect((await decide(wait, { decision: 'waitlist', place: 1 })).status).toBe(200);
    expect((await decide(no, { decision: 'reject' })).status).toBe(200);
    expect((await decide(gone, { decision: 'accept', reference: 'VC-D 13' })).status).toBe(200);
    expect(said(await decide(no, { decision: 'accept' }))).toEqual([428, 'precondition-required']);
    const wrong = await amira.put(
      `${session(no)}/decision`,
      { decision: 'reject', reference: 'X', place: 2 },
      { 'if-match': '*' },
    );
    expect(wrong.json.errors?.map(({ pointer }) => pointer)).toEqual(['/reference', '/place']);
    for (const who of [linus, petra, torn])
      expect(said(await who.get(`${session(yes)}/decision`))).toEqual([404, 'not-found']);
    expect(said(await petra.get(`${summit}/decisions`))).toEqual([403, 'forbidden']);
    const after = await linus.get(session(yes));
    expect([after.headers.get('etag'), after.json]).toEqual([before.headers.get('etag'), before.json]);
    const taken = await amira.post(`${summit}/sessions`, { reference: 'VC-D-12', title: { en: 'T' } });
    expect([said(taken), taken.json.conflictsWith]).toEqual([[409, 'reference-taken'], `/api/v1${session(yes)}`]);
    await linus.make(`${proposals}/${gone}/transitions`, { to: 'withdrawn' });

    const released = await amira.post(`${summit}/decisions/release`, {});
    expect([released.status, released.json.decisions]).toEqual([
      200,
      [
        ...[
          { session: yes, decision: 'accept', state: 'released' },
          { session: gone, decision: 'accept', state: 'dropped' },
        ].toSorted((a, b) => (a.session < b.session ? -1 : 1)),
        { session: wait, decision: 'waitlist', state: 'released' },
        { session: no, decision: 'reject', state: 'released' },
      ],
    ]);
    const read = await linus.get(session(yes));
    expect(read.json).toMatchObject({
      slug: yes,
      reference: 'VC-D 12',
      state: 'accepted',
      proposed: { note: 'Bring a map.' },
    });
    const open = await house.everyone.get(session(yes));
    expect([open.status, open.json.reference, open.json.proposed, open.json.texts]).toEqual([
      200,
      'VC-D 12',
      undefined,
      undefined,
    ]);
    expect((await linus.get(session(no))).json.state).toBe('rejected');
    expect(said(await amira.post(`${summit}/decisions/release`, {}))).toEqual([409, 'wrong-state']);
    expect((await amira.post(`${summit}/sessions`, { reference: 'VC-D 13', title: { en: 'Free again' } })).status).toBe(
      201,
    );
    expect(said(await petra.post(`${session(yes)}/reviews`, { score: 2 }))).toEqual([409, 'wrong-state']);

    const mails = await mailroom.deliver();
    expect(mails.map(({ to, subject }) => `${to} ${subject}`).toSorted()).toEqual([
      'linus@example.org Accepted: VC-D 12 · Accepted, Arvenne City Summit',
      expect.stringMatching(/^linus@example.org Not accepted: P-.* · Rejected/),
      expect.stringMatching(/^mirel@example.org On the waiting list: P-.* · Waiting/),
      'second@example.org Acceptée\u00a0: VC-D 12 · Accepted, Arvenne City Summit',
      expect.stringMatching(/^second@example.org Non retenue/),
    ]);
    expect(mails.find(({ subject }) => subject.startsWith('Accepted'))?.text).toContain('> Bring a map.');
    expect(mails.some(({ text }) => text.includes('Best.'))).toBe(false);
    expect(await mailroom.deliver()).toEqual([]);
  });

  test('about who waits are decisions as any other, and the list is put in order as a whole', async () => {
    const list = `${summit}/tracks/voices/waiting-list`;
    const two = await submitted(linus, 'Second');
    const three = await submitted(linus, 'Third');
    await decide(two, { decision: 'waitlist', place: 1 });
    await decide(three, { decision: 'waitlist' });
    await amira.make(`${summit}/decisions/release`, { track: 'voices' });
    const slugs = async (): Promise<string[]> => {
      const { items } = (await amira.get(list)).json;
      return (items ?? []).map((one) => String(one.slug));
    };
    const [first, second, third] = (await slugs()) as [string, string, string];
    expect([first, third]).toEqual([two, three]);
    const read = await amira.get(list);
    expect((await amira.put(list, { order: [third, first] }, tagged(read))).json.errors).toMatchObject([
      { pointer: '/order' },
    ]);
    expect(said(await amira.put(list, { order: [third, first, second] }))).toEqual([428, 'precondition-required']);
    const moved = await amira.put(list, { order: [third, first, second] }, tagged(read));
    expect([moved.status, await slugs()]).toEqual([200, [third, first, second]]);
    expect(said(await amira.put(list, { order: [first, second, third] }, tagged(read)))).toEqual([412, 'stale']);
    expect((await linus.get(list)).status).toBe(404);

    await decide(third, { decision: 'accept' });
    await amira.make(`${summit}/decisions/release`, {});
    expect(await slugs()).toEqual([first, second]);
    expect(
      (await amira.get(`${summit}/decisions?decision=accept&state=released`)).json.items?.map((one) => one.slug),
    ).toContain(`${third}-d2`);
  });

  test('that accept what breaks a rule of its track release nothing at all', async () => {
    const slug = await submitted(linus, 'Alone on stage');
    const fine = await submitted(linus, 'Fine');
    await amira.patch(
      `${summit}/tracks/voices`,
      { rules: [{ rule: 'panel-size', level: 'block', min: 2 }] },
      { 'if-match': '*' },
    );
    await decide(slug, { decision: 'accept' });
    await decide(fine, { decision: 'reject' });
    const refused = await amira.post(`${summit}/decisions/release`, {});
    expect([said(refused), (await amira.get(session(fine))).json.state]).toEqual([[409, 'rules-broken'], 'submitted']);
    expect(JSON.stringify(refused.json.broken)).toContain(slug);
    await amira.patch(`${summit}/tracks/voices`, { rules: [] }, { 'if-match': '*' });
    expect((await amira.delete(`${session(slug)}/decision`, { 'if-match': '*' })).status).toBe(204);
    expect((await amira.post(`${summit}/decisions/release`, {})).status).toBe(200);
  });
});

describe('merging', () => {
  test('keeps both texts, credits both organizations, and both follow what becomes of it', async () => {
    const kept = await submitted(linus, 'Buses');
    const gone = await submitted(mirel, 'Trams', 'belmora');
    const merge = `${session(kept)}/merge`;
    expect((await amira.post(merge, { with: kept })).json.errors).toMatchObject([{ pointer: '/with' }]);
    expect((await amira.post(merge, { with: 'nothing' })).json.errors).toMatchObject([{ pointer: '/with' }]);
    const { status, json } = await amira.post(merge, { with: gone });
    expect([status, json.lead, json.texts]).toMatchObject([
      200,
      [{ organization: 'port-selva' }, { organization: 'belmora' }],
      [
        { session: kept, organization: 'port-selva', title: { en: 'Buses' } },
        { session: gone, organization: 'belmora', title: { en: 'Trams' } },
      ],
    ]);
    expect((await mirel.get(session(gone))).json).toMatchObject({ state: 'merged', mergedInto: kept });
    expect((await mirel.get(session(kept))).status).toBe(200);
    expect(said(await linus.post(`${proposals}/${kept}/transitions`, { to: 'withdrawn' }))).toEqual([
      409,
      'wrong-state',
    ]);
    await decide(kept, { decision: 'accept' });
    await amira.make(`${summit}/decisions/release`, {});
    expect((await mailroom.deliver()).map(({ to, subject }) => `${to} ${subject.slice(0, 8)}`).toSorted()).toEqual(
      expect.arrayContaining(['linus@example.org Accepted', 'mirel@example.org Accepted']),
    );
  });

  test('leaves nobody behind: who is on the panel of the other one is withdrawn there first', async () => {
    const [kept, gone] = [await submitted(linus, 'One'), await submitted(mirel, 'Other', 'belmora')];
    const { id } = await amira.make('/people', { name: 'Ilka Verrane' });
    await amira.make(`${session(gone)}/panelists`, { person: id, role: 'panelist' });
    const refused = await amira.post(`${session(kept)}/merge`, { with: gone });
    expect([said(refused), (await amira.get(session(gone))).json.state]).toEqual([[409, 'wrong-state'], 'submitted']);
    expect(said(await amira.post(`${session(gone)}/transitions`, { to: 'merged' }))).toEqual([409, 'wrong-state']);
  });
});
