import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setGates, readGates } from '../../../shared/table/gate.ts';
import { transact } from '../../../shared/table/transact.ts';
import { digest } from '../../../shared/domain/digest.ts';
import { runs } from '../../counts.ts';
import { faultsOf } from '../../invariants.ts';
import { aDoor, type Client, type Household, type Json, type Reply } from '../../door.ts';

const summit = '/summits/arvenne-2031';
const session = `${summit}/sessions/rc-7`;
let house: Household;
let drafter: Client;
beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  const { secretariat: amira } = house;
  await amira.make('/organizations', { slug: 'river-league', name: { en: 'River League' }, kind: 'city-network' });
  await amira.make('/instruments', {
    slug: 'river-charter',
    name: { en: 'River Charter', fr: 'Charte des rivières' },
    clauses: [{ id: '4', label: 'Article 4' }],
  });
  await amira.make('/summits', { slug: 'arvenne-2031', title: { en: 'Arvenne City Summit' }, zone: 'Europe/Paris' });
  await amira.make(`${summit}/sessions`, {
    reference: 'RC 7',
    title: { en: 'Rivers' },
    lead: [{ organization: 'river-league' }],
    start: '2031-02-10T09:00:00Z',
    end: '2031-02-10T10:30:00Z',
    instruments: ['river-charter'],
  });
  await amira.pass(session, 'submitted', 'accepted', 'scheduled', 'held');
  for (const text of ['that each quay names one desk', 'that ferries run at night', 'that bridges are lit']) {
    const words = { en: text, fr: `${text} (fr)` };
    const { slug } = await amira.make(`${session}/outcomes`, { type: 'recommendation', text: words });
    await amira.pass(`${session}/outcomes/${String(slug)}`, 'filed');
  }
  drafter = await house.as('drafter', { role: 'drafter', summit: 'arvenne-2031' });
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

let made = 0;
/** A declaration of its own, with the outcomes named, and the ids of its paragraphs. */
const drafted = async (
  carry = ['rc-7/1', 'rc-7/2', 'rc-7/3'],
): Promise<{ at: string; slug: string; ids: string[] }> => {
  const slug = `text-${(made += 1)}`;
  const body = { slug, title: { en: 'Arvenne Declaration' }, kind: 'declaration', carry };
  const { paragraphs } = await house.secretariat.make(`${summit}/declarations`, body);
  return { at: `${summit}/declarations/${slug}`, slug, ids: (paragraphs as Json[]).map((one) => String(one.slug)) };
};
const any = { 'if-match': '*' };
const etag = ({ headers }: Reply) => ({ 'if-match': headers.get('etag') ?? '' });
const itemsOf = async (path: string, client = drafter): Promise<Json[]> => (await client.get(path)).json.items ?? [];
const order = async (at: string): Promise<unknown[]> => (await itemsOf(`${at}/paragraphs`)).map(({ slug }) => slug);
const wentOf = async (outcome: string, declaration: string): Promise<Json[]> =>
  ((await drafter.get(`${session}/outcomes/${outcome}`)).json.went as Json[]).filter(
    (one) => one.declaration === declaration,
  );

describe('a paragraph', () => {
  test('is inserted beside another one, from somewhere, and keeps its id', async () => {
    const { at, ids } = await drafted();
    const draft = { opening: 'recommend', text: { en: 'that boats are counted' }, after: ids[1] };

    const nowhere = await drafter.post(`${at}/paragraphs`, draft);
    const made = await drafter.post(`${at}/paragraphs`, {
      ...draft,
      sources: [{ kind: 'drafters', reason: 'Asked for in plenary.' }],
    });

    expect(nowhere.json.errors).toEqual([expect.objectContaining({ pointer: '/sources' })]);
    expect(made.status).toBe(201);
    expect(await order(at)).toEqual([ids[0], ids[1], made.json.slug, ids[2], ids[3]]);
    const read = await drafter.get(made.headers.get('location') ?? '');
    expect(read.json).toMatchObject({ number: 2, part: 'operative', sources: [{ kind: 'drafters' }] });
  });

  test('is refused with everything that is wrong with it at once', async () => {
    const { at, ids } = await drafted();

    const { json } = await drafter.post(`${at}/paragraphs`, {
      after: 'nowhere',
      before: ids[0],
      opening: 'recalling',
      text: { fr: 'que les bateaux soient comptés[^a]' },
      footnotes: [{ id: 'b', text: { en: 'Counted.' } }],
      sources: [
        { kind: 'outcome', session: 'rc-7', outcome: '9' },
        { kind: 'instrument', instrument: 'river-charter', clause: '5' },
        { kind: 'paragraph', summit: 'arvenne-2031', declaration: 'no', paragraph: 'no' },
      ],
    });

    expect(json.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/after',
      '/footnotes/0',
      '/sources/0',
      '/sources/1',
      '/sources/2',
      '/text',
      '/text',
      '/text/fr',
    ]);
  });

  test('changes for one of two drafters who read the same, and for each of five who edit five', async () => {
    const { at } = await drafted();
    const source = [{ kind: 'drafters', reason: 'Asked for.' }];
    for (const nth of [1, 2])
      await drafter.post(`${at}/paragraphs`, { opening: 'recommend', text: { en: `that ${nth}` }, sources: source });
    const ids = (await order(at)).slice(1);
    const read = await Promise.all(ids.map((id) => drafter.get(`${at}/paragraphs/${String(id)}`)));
    const change = (nth: number, text: string) =>
      drafter.patch(`${at}/paragraphs/${String(ids[nth])}`, { text: { en: text } }, etag(read[nth] as Reply));

    const five = await Promise.all(ids.map((_, nth) => change(nth, `that ${nth} is five`)));
    expect(five.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    read[0] = await drafter.get(`${at}/paragraphs/${String(ids[0])}`);
    const two = await Promise.all([change(0, 'that a'), change(0, 'that b')]);

    expect(two.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(two.find(({ status }) => status === 412)?.json.type).toBe('/api#stale');
  });

  test('is split and merged: ids, parents and sources are kept', async () => {
    const { at, slug, ids } = await drafted();
    const [, first = '', second = ''] = ids;
    const part = (text: string) => ({ opening: 'recommend', text: { en: text } });

    const split = await drafter.post(
      `${at}/paragraphs/${first}/split`,
      { parts: [part('that a'), part('that b')] },
      any,
    );
    const [, , other = ''] = (await order(at)) as string[];
    expect(split.json).toMatchObject({ slug: first, text: { en: 'that a' } });
    expect((await drafter.get(`${at}/paragraphs/${other}`)).json).toMatchObject({
      parents: [first],
      number: 2,
      sources: [{ kind: 'outcome', outcome: '1', relation: 'derived' }],
    });
    expect((await wentOf('1', slug)).map(({ paragraph }) => paragraph).toSorted()).toEqual([first, other].toSorted());

    const stale = await drafter.post(
      `${at}/paragraphs/${first}/merge`,
      { with: [{ paragraph: second, version: 9 }] },
      any,
    );
    expect(stale.json.type).toBe('/api#stale');
    const merged = await drafter.post(
      `${at}/paragraphs/${first}/merge`,
      { with: [{ paragraph: second, version: 1 }] },
      any,
    );

    expect(merged.json).toMatchObject({
      parents: [second],
      text: { en: 'that a that ferries run at night' },
      sources: [{ outcome: '1' }, { outcome: '2', relation: 'merged' }],
    });
    expect(await wentOf('2', slug)).toEqual([expect.objectContaining({ paragraph: first })]);
    expect((await drafter.get(`${at}/paragraphs/${second}`)).json.gone).toMatchObject({ into: first });
    expect((await drafter.patch(`${at}/paragraphs/${second}`, { theme: 'x' }, any)).json).toMatchObject({
      type: '/api#wrong-state',
      into: first,
    });
  });

  test('moves, and is removed with a reason that its outcome tells', async () => {
    const { at, slug, ids } = await drafted();
    const [, first = '', second = '', third = ''] = ids;

    await drafter.post(`${at}/paragraphs/${third}/move`, { before: first }, any);
    expect(await order(at)).toEqual([ids[0], third, first, second]);
    const bare = await drafter.delete(`${at}/paragraphs/${first}`, any);
    const removed = await drafter.delete(`${at}/paragraphs/${first}?reason=Said%20twice.`, any);

    expect([bare.status, removed.status]).toEqual([422, 204]);
    expect(await wentOf('1', slug)).toEqual([
      { declaration: slug, address: `/api/v1${at}`, paragraph: first, reason: 'Said twice.' },
    ]);
    const whole = (await drafter.get(at)).json;
    expect(whole).toMatchObject({ placed: 2, leftOut: 1, leftOutOutcomes: [{ outcome: '1', reason: 'Said twice.' }] });
    expect((await itemsOf(`${at}/paragraphs?gone=true`)).map((one) => one.slug)).toEqual([first]);
  });

  test('numbers footnotes through the text, and annexes on their own', async () => {
    const { at, ids } = await drafted();
    const sources = [{ kind: 'drafters', reason: 'Asked for.' }];
    const note = (id: string) => ({ footnotes: [{ id, text: { en: `Note ${id}.` } }] });
    await drafter.patch(`${at}/paragraphs/${ids[3]}`, { text: { en: 'that x[^b]' }, ...note('b') }, any);
    await drafter.patch(`${at}/paragraphs/${ids[1]}`, { text: { en: 'that y[^a]' }, ...note('a') }, any);
    for (const heading of ['Rivers', undefined, 'Quays'])
      await house.secretariat.make(`${at}/paragraphs`, {
        part: 'annex',
        ...(heading ? { heading: { en: heading } } : {}),
        text: { en: 'As listed.' },
        sources,
      });

    const all = await itemsOf(`${at}/paragraphs`);

    expect(all.flatMap(({ footnotes = [] }) => (footnotes as Json[]).map(({ id, number }) => [id, number]))).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(all.slice(4).map(({ annex, number }) => [annex, number])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
    ]);
    for (const ending of ['md', 'html', 'txt'])
      expect((await drafter.get(`${at}.${ending}`)).text).toContain('Annex II');
  });
});

describe('sources', () => {
  test('are dropped with a reason and added again; an outcome says where it went or why not', async () => {
    const { at, slug, ids } = await drafted();
    const id = ids[1] ?? '';
    const outcome = { kind: 'outcome', session: 'rc-7', outcome: '1' };
    const change = (body: object) => drafter.post(`${at}/paragraphs/${id}/sources`, body, any);

    const none = await change({ drop: [{ source: outcome, reason: 'Not in it.' }] });
    expect(none.json.errors).toEqual([expect.objectContaining({ pointer: '/drop' })]);
    await change({
      add: [{ source: { kind: 'instrument', instrument: 'river-charter', clause: '4' } }],
      drop: [{ source: outcome, reason: 'Not in it.' }],
    });
    expect(await wentOf('1', slug)).toEqual([expect.objectContaining({ paragraph: id, reason: 'Not in it.' })]);
    const cited = (await itemsOf('/instruments/river-charter/citations')).filter((one) => one.paragraph === id);
    expect(cited).toEqual([expect.objectContaining({ declaration: slug, clause: '4', stands: true })]);
    await change({ add: [{ source: outcome }] });
    expect(await wentOf('1', slug)).toEqual([expect.not.objectContaining({ reason: expect.anything() })]);
  });

  test('are other texts’ paragraphs, too, which tell who took them', async () => {
    const [one, other] = [await drafted(), await drafted()];
    const from = { kind: 'paragraph', summit: 'arvenne-2031', declaration: one.slug, paragraph: one.ids[1] };
    const path = `${other.at}/paragraphs/${other.ids[1]}/sources`;

    const added = await drafter.post(path, { add: [{ source: { ...from, relation: 'verbatim' } }] }, any);

    expect(added.status).toBe(200);
    expect(await itemsOf(`${one.at}/paragraphs/${one.ids[1]}/citations`)).toEqual([
      expect.objectContaining({ declaration: other.slug, paragraph: other.ids[1], relation: 'verbatim', stands: true }),
    ]);
  });

  test('leave no outcome without an answer when two drafters remove both paragraphs that carry it at once', async () => {
    const { at, slug, ids } = await drafted();
    await drafter.post(
      `${at}/paragraphs/${ids[2]}/sources`,
      { add: [{ source: { kind: 'outcome', session: 'rc-7', outcome: '1' } }] },
      any,
    );

    await Promise.all([1, 2].map((nth) => drafter.delete(`${at}/paragraphs/${ids[nth]}?reason=Gone%20${nth}.`, any)));

    expect((await wentOf('1', slug)).map(({ reason }) => reason).toSorted()).toEqual(['Gone 1.', 'Gone 2.']);
    expect((await drafter.get(at)).json).toMatchObject({ placed: 1, leftOut: 2 });
  });
});

describe('translations', () => {
  test('are stale once the authentic words change, and nothing else is touched', async () => {
    const { at, ids } = await drafted();
    const id = ids[1] ?? '';
    const translator = await house.as('translator', { role: 'translator', summit: 'arvenne-2031', language: 'fr' });
    const french = `${at}/paragraphs/${id}/translations/fr`;
    const compiled = await translator.get(french);
    expect(compiled.json).toMatchObject({ state: 'draft', text: 'that each quay names one desk (fr)', language: 'fr' });

    const elsewhere = await translator.patch(`${at}/paragraphs/${id}/translations/es`, { text: 'que' }, any);
    const [reworded, reviewed] = await Promise.all([
      drafter.patch(`${at}/paragraphs/${ids[2]}`, { text: { en: 'that ferries run' } }, any),
      translator.patch(french, { text: 'que chaque quai désigne un guichet' }, etag(compiled)),
    ]);
    expect([elsewhere.status, reworded.status, reviewed.status]).toEqual([403, 200, 200]);
    await translator.patch(french, { state: 'reviewed' }, any);

    const before = (await drafter.get(`${at}/paragraphs/${id}`)).json;
    expect(before).toMatchObject({ version: 1, text: { fr: 'que chaque quai désigne un guichet' } });
    expect(before.translations).toEqual([{ language: 'fr', state: 'reviewed' }]);
    await drafter.patch(`${at}/paragraphs/${id}`, { text: { en: 'that each quay names a desk' } }, any);

    const after = (await drafter.get(`${at}/paragraphs/${id}`)).json;
    expect(after).toMatchObject({ text: { en: 'that each quay names a desk' }, translations: [{ state: 'stale' }] });
    expect((await translator.get(french)).json).toMatchObject({
      state: 'stale',
      text: 'que chaque quai désigne un guichet',
    });
    const missing = await translator.get(`${at}/paragraphs/${id}/translations/es`);
    expect(missing.json).toMatchObject({ state: 'missing', version: 0 });
    expect((await drafter.get(`${at}.md?lang=fr`)).text).toContain('that each quay names a desk');
  });

  test('come after the text was frozen, too: whoever reads it sees them and how far they are, and what was hashed stays', async () => {
    const { at, ids } = await drafted(['rc-7/1']);
    const [, id = ''] = ids;
    await house.secretariat.make(`${at}/issue`, {});
    const frozen = (await house.everyone.get(`${at}/versions/v1/text`)).text;
    const translator = await house.as('late-translator', {
      role: 'translator',
      summit: 'arvenne-2031',
      language: 'es',
    });
    const spanish = `${at}/paragraphs/${id}/translations/es`;
    const words = { text: 'que cada muelle designe una ventanilla' };

    const begun = await translator.patch(spanish, words, etag(await translator.get(spanish)));
    const draft = await house.everyone.get(`${at}.md?lang=es`);
    await translator.patch(spanish, { state: 'reviewed' }, any);
    const reviewed = await house.everyone.get(`${at}.md?lang=es`);

    expect([begun.status, begun.json.state]).toEqual([200, 'draft']);
    expect([draft.text, reviewed.text].every((text) => text.includes(words.text))).toBe(true);
    expect(draft.text).toContain('aún sin revisar');
    expect(reviewed.text).not.toContain('sin revisar');
    const said = async (patch: Json) => (await translator.patch(spanish, patch, any)).json.state;
    expect([
      await said({ text: 'que cada muelle' }),
      await said({ text: 'que cada', state: 'reviewed' }),
      await said({ ...words, state: 'reviewed' }),
    ]).toEqual(['draft', 'reviewed', 'reviewed']);
    expect((await house.everyone.get(`${at}/paragraphs/${id}`)).json).toMatchObject({
      version: 1,
      text: { en: 'that each quay names one desk', es: words.text },
      translations: [
        { language: 'es', state: 'reviewed' },
        { language: 'fr', state: 'draft' },
      ],
    });
    expect((await house.everyone.get(`${at}/versions/v1/text`)).text).toBe(frozen);
    const kept = ((await house.everyone.get(`${at}/versions/v1`)).json.text as Json[])[1];
    expect(kept?.text).not.toHaveProperty('es');
    expect((await house.everyone.patch(spanish, words, any)).status).toBe(401);
  });

  test('made while a version is taken are in it, or come after it', async () => {
    const { at, ids } = await drafted();
    const texts = ids.slice(1).map((id, nth) => `${nth} de ${id}`);
    const [saved, ...said] = await Promise.all([
      drafter.post(`${at}/versions`, {}),
      ...ids
        .slice(1)
        .map((id, nth) => drafter.patch(`${at}/paragraphs/${id}/translations/es`, { text: texts[nth] }, any)),
    ]);

    expect([saved.status, ...said.map(({ status }) => status)]).toEqual([201, 200, 200, 200]);
    const kept = ((await drafter.get(`${at}/versions/v1`)).json.text as Json[]).slice(1);
    for (const [nth, { text }] of kept.entries()) expect([undefined, texts[nth]]).toContain((text as Json).es);
    const now = (await itemsOf(`${at}/paragraphs`)).slice(1);
    expect(now.map(({ text }) => (text as Json).es)).toEqual(texts);
  });

  test('begin from nothing, once: who begins second reads first', async () => {
    const { at, ids } = await drafted();
    const spanish = `${at}/paragraphs/${ids[1]}/translations/es`;
    const missing = await drafter.get(spanish);

    const both = await Promise.all(
      ['que uno', 'que dos'].map((text) => drafter.patch(spanish, { text }, etag(missing))),
    );

    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await drafter.get(spanish)).json).toMatchObject({ version: 1, state: 'draft' });
  });
});

describe('versions', () => {
  test('are kept at one moment, say what was hashed, and are compared word by word', async () => {
    const { at, ids } = await drafted();
    const first = await drafter.post(`${at}/versions`, {});
    await drafter.patch(`${at}/paragraphs/${ids[1]}`, { text: { en: 'that each quay names two desks' } }, any);
    await drafter.post(`${at}/versions`, {});

    const hashed = await drafter.get(`${at}/versions/v1/text`);
    expect(digest(hashed.text)).toBe(first.json.hash);
    expect((await drafter.get(`${at}/versions/v1`)).json).toMatchObject({ text: [{}, { number: 1 }, {}, {}] });
    const { json } = await drafter.get(`${at}/versions/v2/comparison?from=v1`);
    expect((json.paragraphs as Json[])[1]).toEqual({
      paragraph: ids[1],
      change: 'changed',
      moved: false,
      number: { was: 1, is: 1 },
      parts: [
        {
          pointer: '/text',
          runs: [
            { kind: 'kept', words: 'that each quay names ' },
            { kind: 'removed', words: 'one' },
            { kind: 'inserted', words: 'two' },
            { kind: 'kept', words: ' ' },
            { kind: 'removed', words: 'desk' },
            { kind: 'inserted', words: 'desks' },
          ],
        },
      ],
    });
    expect((await drafter.get(`${at}/versions/v1.md`)).text).toContain('names one desk');
    expect((await house.everyone.get(`${at}/versions/v1`)).status).toBe(404);
    expect((await house.secretariat.delete(at, any)).status).toBe(204);
    expect((await house.secretariat.get(`${at}/versions`)).status).toBe(404);
  });

  test('hold everything that was edited before them, whoever edits meanwhile', async () => {
    const { at, ids } = await drafted();
    const edits = ids
      .slice(1)
      .map((id, nth) => drafter.patch(`${at}/paragraphs/${id}`, { text: { en: `that ${nth} is so` } }, any));

    const [saved, ...edited] = await Promise.all([drafter.post(`${at}/versions`, {}), ...edits]);

    expect([saved.status, ...edited.map(({ status }) => status)]).toEqual([201, 200, 200, 200]);
    const text = ((await drafter.get(`${at}/versions/v1`)).json.text ?? []) as Json[];
    const now = await itemsOf(`${at}/paragraphs`);
    for (const [nth, one] of text.entries()) expect([1, now[nth]?.version]).toContain(one.version);
  });

  test('given out are what everybody reads while it is drafted again, and it cannot be removed any more', async () => {
    const { at, slug, ids } = await drafted();
    const of = { summit: 'arvenne-2031', declaration: slug };
    await house.secretariat.make(`${at}/issue`, {});
    const closed = await drafter.patch(`${at}/paragraphs/${ids[1]}`, { text: { en: 'that none' } }, any);
    expect([closed.json.type, closed.json.detail]).toEqual([
      '/api#text-closed',
      expect.stringContaining('corrigendum'),
    ]);
    expect(((await house.everyone.get(at)).json.paragraphs as Json[]).length).toBe(4);
    expect((await house.everyone.get(`${at}/versions`)).json.items).toEqual([expect.objectContaining({ slug: 'v1' })]);
    expect((await house.everyone.get(`${at}/versions/v1`)).json).not.toHaveProperty('by');
    expect((await house.secretariat.delete(at, any)).json.type).toBe('/api#wrong-state');
    expect((await readGates(house.table, of)).every(({ words }) => words === 'closed')).toBe(true);
  });

  test('an edit while the gates are closed is in the text, or is refused', async () => {
    const { at, slug, ids } = await drafted();
    const of = { summit: 'arvenne-2031', declaration: slug };
    const close = async (): Promise<void> => {
      const gates = await readGates(house.table, of);
      const shut = setGates(house.table, of, gates, { change: { words: 'closed' }, holding: ['edits'] }, 'shut');
      await transact(house.table, shut, 'shut').catch(close);
    };
    const edits = ids
      .slice(1)
      .map((id, nth) => drafter.patch(`${at}/paragraphs/${id}`, { text: { en: `that ${nth} is so` } }, any));

    const [, ...replies] = await Promise.all([close(), ...edits]);

    const now = await itemsOf(`${at}/paragraphs`);
    for (const [nth, { status, json }] of replies.entries()) {
      expect(now[nth + 1]?.version).toBe(status === 200 ? 2 : 1);
      if (status !== 200) expect(json.type).toBe('/api#text-closed');
    }
    expect((await drafter.patch(`${at}/paragraphs/${ids[1]}`, { theme: 'late' }, any)).json.type).toBe(
      '/api#text-closed',
    );
  });
});

describe('drafters who do whatever they like at once', () => {
  const wish = fc.record({
    kind: fc.constantFrom('insert', 'reword', 'split', 'merge', 'move', 'remove', 'source'),
    nth: fc.nat(9),
    other: fc.nat(9),
    outcome: fc.constantFrom('1', '2', '3'),
  });
  type Wish = { kind: string; nth: number; other: number; outcome: string };
  const act = async (at: string, { kind, nth, other, outcome }: Wish): Promise<Reply | undefined> => {
    const all = (await itemsOf(`${at}/paragraphs`)).filter(({ part }) => part === 'operative');
    const [one, beside] = [all[nth % all.length], all[other % all.length]];
    const path = `${at}/paragraphs/${String(one?.slug)}`;
    const words = { opening: 'recommend', text: { en: `that ${kind} ${nth} is so` } };
    const source = { kind: 'outcome', session: 'rc-7', outcome };
    if (!one || !beside || kind === 'insert') return drafter.post(`${at}/paragraphs`, { ...words, sources: [source] });
    if (kind === 'reword') return drafter.patch(path, words, any);
    if (kind === 'split') return drafter.post(`${path}/split`, { parts: [words, words] }, any);
    if (kind === 'source') return drafter.post(`${path}/sources`, { add: [{ source }] }, any);
    if (kind === 'remove') return drafter.delete(`${path}?reason=No%20more.`, any);
    if (one === beside) return undefined;
    const named = [{ paragraph: beside.slug, version: beside.version }];
    return kind === 'merge'
      ? drafter.post(`${path}/merge`, { with: named }, any)
      : drafter.post(`${path}/move`, { after: beside.slug }, any);
  };

  test('leave a text whose ids are unique and whose sources are readable both ways', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(wish, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), async (rounds) => {
        const { at, slug } = await drafted();
        for (const round of rounds) {
          const replies = await Promise.all(round.map((one) => act(at, one)));
          // Refused is what meets somebody else's edit; nothing breaks.
          for (const reply of replies) expect([200, 201, 204, 404, 409, 412, 422]).toContain(reply?.status ?? 200);
        }
        const whole = (await drafter.get(at)).json;
        for (const outcome of ['1', '2', '3']) expect(await wentOf(outcome, slug)).not.toEqual([]);
        expect(Number(whole.placed) + Number(whole.leftOut)).toBe(3);
      }),
      // The pure rules meet many more of them (edit.test.ts); here they meet at once.
      runs(16, 30),
    );
    expect(faultsOf(await house.dump())).toEqual([]);
  });
});
