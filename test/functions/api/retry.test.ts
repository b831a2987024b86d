import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isByLink } from '../../../shared/http/route.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { inTheMorning } from '../../builders.ts';
import { aDoor, type Household, type Reply } from '../../door.ts';
import { farewell, foundation, sequel, type Step, take } from '../../story.ts';

const story = [...foundation, ...sequel];

const shown = ({ status, headers, text }: Reply) => ({
  status,
  text,
  location: headers.get('location'),
  etag: headers.get('etag'),
});

const template = ({ method, path }: Step): string | undefined => {
  const parts = path.split('/');
  const found = routes.find(
    (route) =>
      route.method === method &&
      route.path.split('/').length === parts.length &&
      route.path.split('/').every((part, at) => part.startsWith('{') || part === parts[at]),
  );
  return found && `${found.method} ${found.path}`;
};

let house: Household;
beforeAll(async () => {
  house = await aDoor();
});
afterAll(() => house.close());

// What the clock has to decide before is told where clocks are, and what a link has to suspend before, where links are.
const told = new Set([
  'POST /summits/{summit}/declarations/{declaration}/reopening',
  'POST /summits/{summit}/declarations/{declaration}/signatures/{signature}/decision',
]);

// Who holds a link does what the tests of links tell.
test('the story takes every deed that the API knows', () => {
  const taken = new Set([...story, ...farewell].map(template));
  const writes = routes
    .filter((route) => route.method !== 'GET' && !isByLink(route))
    .map(({ method, path }) => `${method} ${path}`);
  expect(writes.filter((write) => !taken.has(write) && !told.has(write))).toEqual([]);
});

test('every POST of a story, sent again at its end with its key, answers the same and writes nothing', async () => {
  const { secretariat, dump, logged } = house;
  const first: Reply[] = [];
  for (const [at, step] of story.entries()) first.push(await take(secretariat, step, at));
  expect(first.map(({ status, text }) => (status < 300 ? 'done' : text))).toEqual(story.map(() => 'done'));
  const before = await dump();

  const again: [Step, Reply, Reply][] = [];
  for (const [at, step] of story.entries())
    if (step.method === 'POST') again.push([step, first[at] as Reply, await take(secretariat, step, at)]);

  expect(again.map(([step, , reply]) => [step.path, shown(reply)])).toEqual(
    again.map(([step, reply]) => [step.path, shown(reply)]),
  );
  expect(await dump()).toEqual(before);
  expect(logged).toEqual([]);
});

const key = (name: string) => ({ 'idempotency-key': name });

let numbers = 0;
/** A name that no other test uses. */
const unique = (word: string): string => `${word}-${(numbers += 1)}`;

const aDraft = (slug: string) => ({ slug, name: { en: 'Lower Tarn' }, kind: 'city' });

const problem = ({ status, json: { type, detail } }: Reply) => ({ status, type, detail });

test('the same key with another body is refused and writes nothing', async () => {
  const { secretariat, dump } = house;
  const [name, slug] = [unique('retry'), unique('lower-tarn')];
  await secretariat.post('/organizations', aDraft(slug), key(name));
  const before = await dump();
  const reply = await secretariat.post('/organizations', aDraft(`${slug}-too`), key(name));
  expect(problem(reply)).toEqual({
    status: 422,
    type: '/api#key-reused',
    detail: 'This Idempotency-Key was used with another request. Send the same request again, or take a new key.',
  });
  expect(await dump()).toEqual(before);
});

test('the same key from another caller, or at another address, is another key', async () => {
  const { secretariat, as } = house;
  const other = await as('noor', { role: 'secretariat' });
  const [name, slug] = [unique('retry'), unique('upper-tarn')];
  await secretariat.post('/organizations', aDraft(slug), key(name));

  const [byAnother, elsewhere] = [
    await other.post('/organizations', aDraft(slug), key(name)),
    await secretariat.post('/instruments', { slug, name: { en: 'Tarn Compact' } }, key(name)),
  ];

  expect([byAnother.status, byAnother.json.type]).toEqual([409, '/api#slug-taken']);
  expect([elsewhere.status, elsewhere.json.slug]).toEqual([201, slug]);
});

test('a refusal is not kept: the same request is judged anew', async () => {
  const { secretariat } = house;
  const [name, slug] = [unique('retry'), unique('ferry')];
  const ask = () => secretariat.post('/organizations', { ...aDraft(slug), partOf: `${slug}-whole` }, key(name));
  const refused = await ask();
  await secretariat.make('/organizations', aDraft(`${slug}-whole`));
  const accepted = await ask();
  expect([refused.status, accepted.status, accepted.json.partOf]).toEqual([422, 201, `${slug}-whole`]);
});

test('who has lost the right to act is not answered from the receipt', async () => {
  const { secretariat, as } = house;
  const [name, slug] = [unique('retry'), unique('mill')];
  const { slug: role } = await secretariat.make('/roles', { role: 'secretariat', client: 'mill-keeper' });
  const keeper = await as('mill-keeper');
  const { status } = await keeper.post('/organizations', aDraft(slug), key(name));
  await secretariat.pass(`/roles/${String(role)}`, 'ended');
  expect([status, problem(await keeper.post('/organizations', aDraft(slug), key(name)))]).toEqual([
    201,
    {
      status: 403,
      type: '/api#forbidden',
      detail: 'This account may not do this here. Who gives out roles here can give it one that may.',
    },
  ]);
});

test.each(['', 'with a space', 'é', 'k'.repeat(256)])('"%s" is no Idempotency-Key', async (name) => {
  const { secretariat } = house;
  // Headers hold bytes: what is no Latin letter cannot even be sent.
  const { status, json } = await secretariat.post('/organizations', aDraft(unique('weir')), key(name));
  expect([status, json.errors]).toEqual([
    422,
    [{ pointer: 'Idempotency-Key', detail: 'Use 1 to 255 visible ASCII characters, such as a UUID.' }],
  ]);
});

/** A session with a panel of one, and two people who may sit there. */
const aSmallPanel = async (): Promise<{ panelists: string; people: [string, string] }> => {
  const { secretariat } = house;
  const summit = unique('small');
  await secretariat.make('/summits', { slug: summit, title: { en: 'Small' }, zone: 'Europe/Paris' });
  await secretariat.make(`/summits/${summit}/tracks`, { slug: 'duo', title: { en: 'Duo' }, panelSize: 1 });
  await secretariat.make(`/summits/${summit}/sessions`, {
    reference: 'A 1',
    title: { en: 'A' },
    track: 'duo',
    ...inTheMorning,
  });
  const people = [
    (await secretariat.make('/people', { name: 'Oda Lind' })).id as string,
    (await secretariat.make('/people', { name: 'Per Holm' })).id as string,
  ] as [string, string];
  return { panelists: `/summits/${summit}/sessions/a-1/panelists`, people };
};

test('a panelist’s registration is answered again when the panel has become full by it', async () => {
  const { secretariat } = house;
  const { panelists, people } = await aSmallPanel();
  const name = key(unique('retry'));
  const body = { person: people[0], role: 'panelist' };
  const first = await secretariat.post(panelists, body, name);

  const [again, another] = [
    await secretariat.post(panelists, body, name),
    await secretariat.post(panelists, { person: people[1], role: 'panelist' }, key(unique('retry'))),
  ];

  expect(shown(again)).toEqual(shown(first));
  expect([another.status, another.json.type]).toEqual([409, '/api#panel-full']);
  expect((await secretariat.get(panelists)).json.items).toEqual([first.json]);
});

test('two requests with one key at the same time act once and are both answered', async () => {
  const { secretariat, dump } = house;
  const { panelists, people } = await aSmallPanel();
  const session = panelists.replace('/panelists', '');
  const deeds = [
    { path: '/organizations', body: aDraft(unique('twin')) },
    { path: '/people', body: { name: unique('Twin') } },
    { path: panelists, body: { person: people[0], role: 'panelist' } },
    { path: `${session}/transitions`, body: { to: 'submitted' } },
    { path: `${session}/transitions`, body: { to: 'accepted' } },
    { path: `${session}/outcomes`, body: { type: 'practice', text: { en: 'the ferries' } } },
    { path: `${session}/transitions`, body: { to: 'scheduled' } },
    { path: `${session}/transitions`, body: { to: 'held' } },
    { path: `${session}/outcomes/1/transitions`, body: { to: 'filed' } },
    {
      path: `${session.replace('/sessions/a-1', '')}/declarations`,
      body: { slug: 'd', title: { en: 'D' }, kind: 'charter' },
    },
  ];
  for (const { path, body } of deeds) {
    const name = key(unique('retry'));
    const replies = await Promise.all(Array.from({ length: 6 }, () => secretariat.post(path, body, name)));
    const [first] = replies as [Reply];
    expect(first.status).toBeLessThan(300);
    expect(replies.map(shown)).toEqual(replies.map(() => shown(first)));
    const after = await dump();
    expect(shown(await secretariat.post(path, body, name))).toEqual(shown(first));
    expect(await dump()).toEqual(after);
  }
  expect((await secretariat.get(session)).json).toMatchObject({
    state: 'held',
    panel: [{ person: people[0] }],
    outcomes: [{ slug: '1', state: 'filed' }],
  });
});

test('a retry that reads after the first attempt has acted, but looked for its receipt before, is answered like it', async () => {
  const slow = await aDoor({ plan: { slowMs: 2_000 } });
  try {
    const { secretariat, proxy } = slow;
    await secretariat.make('/summits', { slug: 's', title: { en: 'S' }, zone: 'Europe/Paris' });
    await secretariat.make('/summits/s/sessions', { reference: 'A 1', title: { en: 'A' } });
    const ask = () => secretariat.post('/summits/s/sessions/a-1/transitions', { to: 'submitted' }, key('k'));
    proxy.next('slow', 'Query');

    const late = ask();
    while (proxy.struck.slow === 0) await pause(5);
    const first = await ask();

    expect([first.status, shown(await late)]).toEqual([200, shown(first)]);
    expect((await secretariat.get('/summits/s/sessions/a-1')).json).toMatchObject({ state: 'submitted', version: 2 });
  } finally {
    await slow.close();
  }
});

test('a receipt is kept for a day; the same key acts anew after it', async () => {
  const { secretariat, clock } = house;
  const name = key(unique('retry'));
  const ask = () => secretariat.post('/people', { name: 'Una Marsh' }, name);
  const first = await ask();
  clock.move(24 * 60 * 60 - 1);
  const within = await ask();
  clock.move(1);
  const after = await ask();
  expect(shown(within)).toEqual(shown(first));
  expect(after.status).toBe(201);
  expect(after.json.id).not.toBe(first.json.id);
});

const long = (characters: number) => ({ en: 'w'.repeat(characters) });

test('an answer of more than 32 KB is read again and is the same', async () => {
  const { secretariat, logged } = house;
  const summit = unique('long');
  const base = `/summits/${summit}`;
  const sources = Array.from({ length: 20 }, () => ({
    facts: ['title'],
    citation: 'The Quay Gazette (invented)',
    says: 'w'.repeat(2_000),
  }));
  const { id: person } = await secretariat.make('/people', { name: 'Ylva Brink' });
  const steps: [string, object][] = [
    ['/people', { name: 'Ola Strand', sources }],
    ['/instruments', { slug: unique('compact'), name: { en: 'Compact' }, sources }],
    ['/organizations', { ...aDraft(unique('quay')), sources }],
    ['/summits', { slug: summit, title: { en: 'Long' }, zone: 'Europe/Paris', sources }],
    [`${base}/tracks`, { slug: 't', title: { en: 'T' }, sources }],
    [`${base}/rooms`, { slug: 'r', name: { en: 'R' }, sources }],
    [`${base}/participations`, { organization: 'arvenne', capacities: ['observer'], sources }],
    [`${base}/sessions`, { reference: 'A 1', title: { en: 'A' }, ...inTheMorning, sources }],
    [`${base}/sessions/a-1/transitions`, { to: 'submitted' }],
    [`${base}/sessions/a-1/transitions`, { to: 'accepted' }],
    [`${base}/sessions/a-1/panelists`, { person, role: 'panelist', sources }],
    [`${base}/sessions/a-1/panelists/PANELIST/transitions`, { to: 'confirmed' }],
    [`${base}/sessions/a-1/outcomes`, { type: 'practice', text: long(4_000), sources }],
    [`${base}/sessions/a-1/transitions`, { to: 'scheduled' }],
    [`${base}/sessions/a-1/transitions`, { to: 'held' }],
    [`${base}/sessions/a-1/outcomes/1/transitions`, { to: 'filed' }],
    [`${base}/declarations`, { slug: 'd', title: { en: 'D' }, kind: 'charter', sources }],
    ['/organizations/arvenne/claims', { words: '100', number: 100, counts: 'members', sources }],
  ];
  let panelist = '';
  for (const [path, body] of steps) {
    const name = key(unique('retry'));
    const first = await secretariat.post(path.replace('PANELIST', panelist), body, name);
    if (path.endsWith('/panelists')) panelist = String(first.json.slug);
    const again = await secretariat.post(path.replace('PANELIST', panelist), body, name);
    expect([path, first.status < 300, first.text.length > 32_000]).toEqual([path, true, true]);
    expect([path, shown(again)]).toEqual([path, shown(first)]);
  }
  expect(logged).toEqual([]);
});
