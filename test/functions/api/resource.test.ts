import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { lifecycles } from '../../../shared/domain/lifecycle.ts';
import { type Household, type Json, type Reply } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { faultsOf } from '../../invariants.ts';
import { type NounAtApi, nouns } from '../../nouns.ts';

let house: Household;
beforeAll(async () => {
  house = await aFoundedHouse();
});
afterAll(() => house.close());
afterEach(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
});

const versioned = (version: number) => expect.stringMatching(new RegExp(`^"${version}-[0-9a-f]{16}"$`));
const tagOf = ({ headers }: Reply): string => headers.get('etag') ?? '';

/** The fields of a record that its draft gave, as they came back. */
const given = (record: Json, draft: Json): Json =>
  Object.fromEntries(Object.keys(draft).map((field) => [field, record[field]]));

const named = (refs: unknown): unknown =>
  Array.isArray(refs)
    ? refs.map((ref: unknown) => (typeof ref === 'object' ? expect.objectContaining(ref as Json) : ref))
    : refs;

describe.each(Object.entries(nouns))('a %s', (name, { path, draft: template, ...noun }: NounAtApi) => {
  let draft: Json;
  let address: string;
  let made: Reply;
  beforeAll(async () => {
    const person = template.person && (await house.secretariat.make('/people', { name: 'P' })).id;
    draft = { ...template, ...(person ? { person } : {}) };
    made = await house.secretariat.post(path, draft);
    address = made.headers.get('location') ?? '';
  });

  test('is created: 201 with its address, its ETag and itself', () => {
    expect([made.status, tagOf(made)]).toEqual([201, versioned(1)]);
    expect(address).toBe(`/api/v1${path}/${made.json.slug ?? made.json.id}`);
    expect(made.json).toMatchObject({ version: 1, origin: draft.origin ?? 'held' });
    expect(given(made.json, draft)).toEqual(
      Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, named(value)])),
    );
    expect(made.headers.get('cache-control')).toBe('no-store');
  });

  test('is read at its address', async () => {
    const { status, json, headers } = await house.secretariat.get(address);
    expect([status, headers.get('etag')]).toEqual([200, versioned(1)]);
    expect(json).toMatchObject(made.json);
  });

  test('is 409 the second time, or another one where there may be two', async () => {
    const again = await house.secretariat.post(path, draft);
    const single = !['person', 'outcome', 'claim about an organization'].includes(name);
    expect(again.status).toBe(single ? 409 : 201);
    if (single && name !== 'panelist') expect(again.json.conflictsWith).toBe(address);
    if (again.status === 201 && noun.isRemovable)
      await house.secretariat.delete(again.headers.get('location') ?? '', { 'if-match': '*' });
  });

  test('stands in its list, and in those that its filters make', async () => {
    const listed = async (query: string): Promise<boolean> => {
      const { status, json, text } = await house.secretariat.get(`${path}?limit=200&${query}`);
      expect([query, status === 200 ? 'listed' : text]).toEqual([query, 'listed']);
      return (json.items ?? []).some((one) => (one.slug ?? one.id) === (made.json.slug ?? made.json.id));
    };
    expect(await listed('')).toBe(true);
    for (const query of noun.finds ?? []) expect([query, await listed(query)]).toEqual([query, true]);
    for (const query of noun.misses ?? []) expect([query, await listed(query)]).toEqual([query, false]);
  });

  test('is not listed by a filter that is none, or by a value that no record has', async () => {
    for (const [filter] of (noun.finds ?? []).map((query) => query.split('='))) {
      if (filter === 'name') continue;
      const { status, json } = await house.secretariat.get(`${path}?${filter}=No%20Such`);
      expect([status, json.errors?.map(({ pointer }) => pointer)]).toEqual([422, [`?${filter}`]]);
    }
  });

  const { change } = noun;
  if (change) {
    test('is changed from the version that was read, by a tag as the edge may have weakened it', async () => {
      const { patch, get } = house.secretariat;
      const tag = tagOf(await get(address));
      const changed = await patch(address, change, { 'if-match': `W/${tag}` });
      expect([changed.status, tagOf(changed)]).toEqual([200, versioned(2)]);
      expect(changed.json).toMatchObject({ ...change, version: 2 });
      expect((await get(address)).json).toMatchObject(changed.json);

      const stale = await patch(address, change, { 'if-match': tag });
      const today = tagOf(await get(address));
      expect([stale.status, stale.json.type, stale.json.version, tagOf(stale)]).toEqual([412, '/api#stale', 2, today]);

      expect((await patch(address, change, { 'if-match': today })).json.version).toBe(3);
      expect((await patch(address, change, { 'if-match': '*' })).json.version).toBe(4);
      expect((await patch(address, change)).status).toBe(428);
    });

    test('takes the tag of its list, its creation or its change, because the version stands in each', async () => {
      const changed = await house.secretariat.patch(address, change, { 'if-match': '*' });
      const again = await house.secretariat.patch(address, change, { 'if-match': tagOf(changed) });
      expect([again.status, again.json.version]).toEqual([200, Number(changed.json.version) + 1]);
    });
  } else
    test('is not changed: its address does not know PATCH', async () => {
      const reply = await house.secretariat.patch(address, {}, { 'if-match': '*' });
      expect(reply.status).toBe(405);
    });

  const { next } = noun;
  if (next)
    test('passes to its next state, which is remembered, and not to one that cannot follow', async () => {
      const kind = name.split(' ')[0] as keyof typeof lifecycles;
      const before = (await house.secretariat.get(address)).json;
      const passed = await house.secretariat.post(`${address}/transitions`, { to: next, reason: 'It was time.' });
      expect([passed.status, tagOf(passed)]).toEqual([200, versioned(Number(before.version) + 1)]);
      expect(passed.json).toMatchObject({
        state: next,
        version: Number(before.version) + 1,
        history: [{ from: before.state, to: next, at: '2031-03-01T09:00:00Z', by: 'amira', reason: 'It was time.' }],
      });

      const refused = await house.secretariat.post(`${address}/transitions`, { to: before.state });
      expect([refused.status, refused.json]).toEqual([
        409,
        expect.objectContaining({
          type: '/api#wrong-state',
          state: next,
          wanted: before.state,
          allowed: (lifecycles[kind] as Record<string, readonly string[]>)[next],
        }),
      ]);
    });

  if (noun.isRemovable)
    test('is removed by who has read it, as far as its state allows, and is then not there', async () => {
      const { get, delete: remove } = house.secretariat;
      expect((await remove(address)).status).toBe(428);
      expect((await remove(address, { 'if-match': '"0"' })).status).toBe(412);
      const { status, json, text } = await remove(address, { 'if-match': tagOf(await get(address)) });
      if (name === 'session' || name === 'outcome') {
        expect([status, json.type, json.state]).toEqual([409, '/api#wrong-state', noun.next]);
        return;
      }
      expect([status, text]).toEqual([204, '']);
      expect((await get(address)).status).toBe(404);
      expect((await remove(address, { 'if-match': '*' })).status).toBe(404);
      expect((await house.secretariat.post(path, draft)).status).toBe(201);
    });
  else
    test('is not removed: its address does not know DELETE', async () => {
      expect((await house.secretariat.delete(address, { 'if-match': '*' })).status).toBe(405);
    });
});

test('a draft session and a draft outcome are removed, and a code or a number is used as if they had never been', async () => {
  const { secretariat } = house;
  const sessions = '/summits/arvenne-2031/sessions';
  const draft = { reference: 'Gone 1', title: { en: 'A' }, lead: [{ organization: 'arvenne' }] };
  await secretariat.make(sessions, draft);
  expect((await secretariat.delete(`${sessions}/gone-1`, { 'if-match': '*' })).status).toBe(204);
  expect((await secretariat.get('/organizations/arvenne/sessions')).text).not.toContain('gone-1');
  expect((await secretariat.make(sessions, draft)).version).toBe(1);

  await secretariat.pass(`${sessions}/gone-1`, 'submitted', 'accepted');
  const outcome = { type: 'practice', text: { en: 'A' } };
  const first = await secretariat.make(`${sessions}/gone-1/outcomes`, outcome);
  expect((await secretariat.delete(`${sessions}/gone-1/outcomes/1`, { 'if-match': '*' })).status).toBe(204);
  const second = await secretariat.make(`${sessions}/gone-1/outcomes`, outcome);
  expect([first.slug, second.slug]).toEqual(['1', '2']);
});

test('a session in which somebody once had a place is kept, also when they have left it', async () => {
  const { secretariat } = house;
  const session = '/summits/arvenne-2031/sessions/kept-1';
  await secretariat.make('/summits/arvenne-2031/sessions', { reference: 'Kept 1', title: { en: 'A' } });
  const { slug } = await secretariat.make(`${session}/panelists`, { person: 'n01', role: 'panelist' });
  await secretariat.pass(`${session}/panelists/${slug}`, 'withdrawn');
  const { status, json } = await secretariat.delete(session, { 'if-match': '*' });
  expect([status, json.type]).toEqual([409, '/api#in-use']);
});

test('a reported panelist whose recorded state is corrected leaves the place, and takes it again', async () => {
  const { secretariat } = house;
  const session = '/summits/arvenne-2031/sessions/said-1';
  const sources = [
    { facts: ['reference', 'title', 'mode', 'role', 'printedName', 'organizations'], citation: 'A (invented)' },
  ];
  const reported = { origin: 'reported', sources };
  await secretariat.make('/summits/arvenne-2031/sessions', {
    reference: 'Said 1',
    title: { en: 'A' },
    ...reported,
    state: 'held',
  });
  const seat = { person: 'n01', role: 'chair', organizations: [{ organization: 'arvenne' }], ...reported };
  const { slug } = await secretariat.make(`${session}/panelists`, { ...seat, state: 'confirmed' });
  const panelist = `${session}/panelists/${slug}`;
  const any = { 'if-match': '*' };

  for (const state of ['withdrawn', 'confirmed', 'declined']) {
    expect((await secretariat.patch(panelist, { state }, any)).json.state).toBe(state);
    expect(faultsOf(await house.dump())).toEqual([]);
  }

  // Whoever is recorded as having declined has no place, and leaves room for somebody else.
  await secretariat.make(`${session}/panelists`, { ...seat, state: 'declined' });
  expect((await secretariat.make(`${session}/panelists`, { ...seat, state: 'confirmed' })).state).toBe('confirmed');
});

test('an act of an organization with the longest of names is found at its own address', async () => {
  const { secretariat } = house;
  const slug = 'a'.repeat(80);
  await secretariat.make('/organizations', { slug, name: { en: 'A' }, kind: 'city' });
  const { path, draft } = nouns.signature as NounAtApi;
  const { status, headers } = await secretariat.post(path, { ...draft, organization: slug });
  expect([status, (await secretariat.get(headers.get('location') ?? '')).status]).toEqual([201, 200]);
});

test('a declaration that something is recorded about is kept until that is taken back', async () => {
  const { secretariat } = house;
  const letter = '/summits/arvenne-2031/declarations/letter-of-the-quays';
  const remove = async (path: string) => (await secretariat.delete(path, { 'if-match': '*' })).status;
  const kept = await secretariat.delete(letter, { 'if-match': '*' });
  expect([kept.status, kept.json.type]).toEqual([409, '/api#in-use']);

  for (const list of ['signatures', 'claims'])
    for (const { slug } of (await secretariat.get(`${letter}/${list}`)).json.items ?? [])
      expect(await remove(`${letter}/${list}/${String(slug)}`)).toBe(204);
  expect(await remove(letter)).toBe(204);

  expect((await secretariat.get(letter)).status).toBe(404);
  expect((await house.dump()).filter(({ pk }) => String(pk).includes('letter-of-the-quays'))).toEqual([]);
});
