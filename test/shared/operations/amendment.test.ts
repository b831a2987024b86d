import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { replace } from '../../../shared/table/item.ts';
import { getText } from '../../../shared/table/declaration.ts';
import { paragraphKind } from '../../../shared/table/paragraph.ts';
import { transact } from '../../../shared/table/transact.ts';
import type { Paragraph } from '../../../shared/domain/paragraph.ts';
import { aDoor, type Client, type Household, type Json, type Reply } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Through a proxy that makes overlapping transactions conflict as DynamoDB does.

const summit = 'arvenne-2031';
const hash = 'a'.repeat(64);
let house: Household;
let amira: Client;
let linus: Client;
let drafter: Client;

beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  amira = house.secretariat;
  await amira.make('/organizations', { slug: 'port-selva', name: { en: 'Port Selva' }, kind: 'city' });
  await amira.make('/organizations', { slug: 'belmora', name: { en: 'Belmora' }, kind: 'city' });
  await amira.make('/organizations', { slug: 'onlookers', name: { en: 'The Onlookers' }, kind: 'ngo' });
  await amira.make('/summits', {
    slug: summit,
    title: { en: 'Arvenne City Summit 2031' },
    zone: 'Europe/Paris',
    from: '2031-02-10',
    to: '2031-02-12',
  });
  const person = await amira.make('/people', { name: 'Ilka Verrane' });
  const participations = `/summits/${summit}/participations`;
  await amira.make(participations, {
    organization: 'port-selva',
    capacities: ['participating-member'],
    focalPoint: person.id,
  });
  await amira.make(participations, { organization: 'belmora', capacities: ['host', 'observer'] });
  await amira.make(participations, { organization: 'onlookers', capacities: ['observer', 'supporter'] });
  await amira.make(`/summits/${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' } });
  await amira.make(`/summits/${summit}/sessions`, {
    reference: 'RC 7',
    track: 'voices',
    title: { en: 'Rivers that borders cross' },
    lead: [{ organization: 'belmora' }],
    start: '2031-02-10T09:00:00Z',
    end: '2031-02-10T10:30:00Z',
  });
  const session = `/summits/${summit}/sessions/rc-7`;
  await amira.pass(session, 'submitted', 'accepted', 'scheduled', 'held');
  for (const text of ['that each quay names one desk', 'that ferries run at night']) {
    const { slug } = await amira.make(`${session}/outcomes`, {
      type: 'recommendation',
      text: { en: text, fr: `${text} (fr)` },
    });
    await amira.pass(`${session}/outcomes/${String(slug)}`, 'filed');
  }
  linus = await house.as('linus', { role: 'delegate', organization: 'port-selva' });
  drafter = await house.as('petra', { role: 'drafter', summit });
});
afterAll(() => house.close());
afterEach(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
});

let made = 0;
interface Text {
  slug: string;
  path: string;
  /** The ids of its two paragraphs. */
  ids: [string, string];
}
const drafted = async (): Promise<Text> => {
  const slug = `text-${(made += 1)}`;
  const path = `/summits/${summit}/declarations/${slug}`;
  await amira.make(`/summits/${summit}/declarations`, {
    slug,
    title: { en: 'Arvenne Declaration' },
    kind: 'declaration',
  });
  const { paragraphs } = await getText(house.table, summit, slug);
  return { slug, path, ids: paragraphs.map((one) => one.slug) as [string, string] };
};

const textOf = async ({ slug }: Text): Promise<(string | undefined)[]> => {
  const { paragraphs } = await getText(house.table, summit, slug);
  return paragraphs
    .filter(({ gone }) => !gone)
    .toSorted((a, b) => a.order - b.order)
    .map(({ text }) => text?.en);
};

const received = { at: '2031-02-20T10:00:00+01:00', how: 'paper', from: 'The mayor’s office', document: hash };
const replacing = ({ ids: [paragraph] }: Text, en: string, more: Json = {}): Json => ({
  organization: 'port-selva',
  paragraph,
  kind: 'replace',
  words: { en },
  reason: 'People arrive at night.',
  received,
  ...more,
});
const propose = async (text: Text, body: Json): Promise<string> => {
  const { slug } = await amira.make(`${text.path}/amendments`, body);
  return `${text.path}/amendments/${String(slug)}`;
};
const accept = (at: string, more: Json = {}): Promise<Reply> =>
  amira.post(`${at}/decision`, { to: 'accepted', ...more });
const codeOf = ({ json }: Reply): string => String(json.type).replace('/api#', '');
const standsOf = async (at: string): Promise<Json> => (await amira.get(at)).json.stands as Json;

const circulated = (text: Text): Promise<Json> => amira.make(`${text.path}/circulations`, {});

const rewrite = async (text: Text, en: string): Promise<void> => {
  const { paragraphs } = await getText(house.table, summit, text.slug);
  const before = paragraphs.find(({ slug }) => slug === text.ids[0]) as Paragraph;
  const after = { ...before, text: { en } };
  await transact(house.table, [replace(house.table, paragraphKind, after, 'rewriting', before)], 'rewriting');
};

const errorsOf = async (reply: Promise<Reply>): Promise<unknown> => {
  const { json } = await reply;
  return json.errors?.map(({ pointer }) => pointer) ?? codeOf({ json } as Reply);
};

describe('proposing an amendment', () => {
  test('keeps the words that it was made against, and when and how it arrived', async () => {
    const text = await drafted();

    const created = await amira.make(`${text.path}/amendments`, replacing(text, 'that each quay names two desks'));

    expect(created).toMatchObject({
      state: 'proposed',
      organization: 'port-selva',
      printed: 'Port Selva',
      paragraph: text.ids[0],
      base: { paragraph: 1, words: 'that each quay names one desk', part: 'operative', next: text.ids[1] },
      received: { at: '2031-02-20T09:00:00Z', how: 'paper', document: hash },
      enteredBy: 'amira',
    });
    expect((await amira.get(`${text.path}/amendments`)).json.items).toMatchObject([
      { stands: { as: 'as-proposed', words: 'that each quay names two desks' }, collidesWith: [] },
    ]);
  });

  test('tells the organization, where somebody else entered it', async () => {
    const text = await drafted();
    await propose(text, replacing(text, 'that each quay names two desks'));

    const { items = [] } = (await amira.get(`/summits/${summit}/mails`)).json;
    const letters = items.map(({ letter }) => letter as Json).filter(({ declaration }) => declaration === text.slug);

    expect(letters).toMatchObject([{ kind: 'amendment-received', organization: 'port-selva' }]);
  });

  test('is for those who take part: an observer is told so, and every wrong field at once', async () => {
    const text = await drafted();
    const at = `${text.path}/amendments`;

    expect(await errorsOf(amira.post(at, { ...replacing(text, 'x'), organization: 'onlookers' }))).toEqual([
      '/organization',
    ]);
    expect(await errorsOf(amira.post(at, { ...replacing(text, 'x'), organization: 'nobody-here' }))).toEqual([
      '/organization',
    ]);
    expect(
      await errorsOf(
        amira.post(at, {
          ...replacing(text, 'x'),
          organization: 'onlookers',
          words: { fr: 'x' },
          opening: 'recalling',
        }),
      ),
    ).toEqual(['/organization', '/words', '/opening']);
    expect(await errorsOf(amira.post(at, replacing(text, 'x', { received: undefined })))).toEqual(['/received']);
    expect(await errorsOf(amira.post(at, replacing(text, 'that each quay names one desk')))).toEqual(['/words']);
    expect(await errorsOf(amira.post(at, replacing(text, 'x', { paragraph: 'p-99' })))).toEqual(['/paragraph']);
    expect(await errorsOf(amira.post(at, replacing(text, 'x', { point: 's-9' })))).toEqual(['/point']);
    expect(await errorsOf(amira.post(at, replacing(text, 'x', { kind: 'delete' })))).toEqual(['/words']);
    expect(await errorsOf(amira.post(at, replacing(text, 'x', { base: { version: 'v9' } })))).toEqual([
      '/base/version',
    ]);
    expect(await errorsOf(amira.post(at, replacing(text, 'x', { base: { paragraph: 7 } })))).toBe('stale');
    expect(await errorsOf(amira.post(at, replacing(text, 'x [^n1]')))).toEqual(['/words']);
    const inserting = { kind: 'insert-after', opening: 'recalling' };
    expect(await errorsOf(amira.post(at, replacing(text, 'x', inserting)))).toEqual(['/opening']);
    expect((await amira.get(at)).json.items).toEqual([]);
  });

  test('is nothing that a delegate can do to a text that was never circulated: it is not there for them', async () => {
    const text = await drafted();
    const body = replacing(text, 'that each quay names two desks', { received: undefined });

    expect((await linus.post(`${text.path}/amendments`, body)).status).toBe(404);
    expect((await linus.get(`${text.path}/amendments`)).status).toBe(404);
    await circulated(text);
    const created = await linus.make(`${text.path}/amendments`, body);
    expect(created).not.toHaveProperty('enteredBy');
    const address = `${text.path}/amendments/${String(created.slug)}`;
    expect(await errorsOf(linus.post(`${address}/transitions`, { to: 'withdrawn', received }))).toEqual(['/received']);
    expect(await linus.pass(address, 'withdrawn')).toBeUndefined();
    const forOthers = { ...body, organization: 'belmora' };
    expect((await linus.post(`${text.path}/amendments`, forOthers)).status).toBe(403);
  });

  test('is refused once the text is frozen, and on a text that is reported', async () => {
    const text = await drafted();
    const open = await propose(text, replacing(text, 'that each quay names two desks'));
    await amira.make(`${text.path}/opening`, {});
    await amira.make(`/summits/${summit}/declarations`, {
      slug: `reported-${text.slug}`,
      title: { en: 'Reported' },
      kind: 'charter',
      origin: 'reported',
      sources: [{ facts: ['title', 'kind', 'language'], citation: 'The Quay Gazette (invented)' }],
    });

    const late = await amira.post(`${text.path}/amendments`, replacing(text, 'that each quay names three desks'));
    const reported = await amira.post(
      `/summits/${summit}/declarations/reported-${text.slug}/amendments`,
      replacing(text, 'x'),
    );

    expect([codeOf(late), codeOf(reported)]).toEqual(['text-closed', 'not-checkable']);
    expect(codeOf(await accept(open))).toBe('text-closed');
    expect((await amira.post(`${open}/decision`, { to: 'rejected', reason: 'Too late.' })).status).toBe(200);
  });
});

describe('a decision on an amendment', () => {
  test('accepts it into the text: the paragraph says so, and where it comes from', async () => {
    const text = await drafted();
    const at = await propose(text, replacing(text, 'that each quay names two desks'));

    const { json } = await accept(at, { reason: 'Agreed in plenary.' });

    expect(json).toMatchObject({
      state: 'accepted',
      decided: {
        as: 'proposed',
        paragraph: text.ids[0],
        words: 'that each quay names two desks',
        reason: 'Agreed in plenary.',
      },
    });
    const { paragraphs, translations } = await getText(house.table, summit, text.slug);
    const changed = paragraphs.find(({ slug }) => slug === text.ids[0]);
    expect(changed).toMatchObject({ version: 2, text: { en: 'that each quay names two desks' } });
    expect(changed?.sources.at(-1)).toEqual({ kind: 'amendment', amendment: json.slug, organization: 'port-selva' });
    // What it said in another language stays as it was; it is stale, and nobody's words changed.
    expect(translations.find(({ paragraph }) => paragraph === text.ids[0])).toMatchObject({
      language: 'fr',
      text: 'that each quay names one desk (fr)',
    });
    expect(await standsOf(at)).toBeUndefined();
  });

  test('rebases the others, or marks that they collide, and touches none of them', async () => {
    const text = await drafted();
    const [first, same, other] = [
      await propose(text, replacing(text, 'that each quay names two desks')),
      await propose(text, replacing(text, 'that each quay names three desks', { organization: 'belmora' })),
      await propose(text, replacing(text, 'that every quay names one desk', { organization: 'belmora' })),
    ];
    const slugOf = (at: string): string => at.split('/').at(-1) ?? '';
    expect((await amira.get(first)).json.collidesWith).toEqual([slugOf(same)]);

    await accept(first);

    expect((await amira.get(same)).json).toMatchObject({
      version: 1,
      stands: { as: 'collides', collisions: [{ base: 'one', today: 'two', proposed: 'three' }] },
    });
    expect((await amira.get(other)).json).toMatchObject({
      version: 1,
      stands: { as: 'rebased', words: 'that every quay names two desks' },
    });
    const collides = await accept(same);
    expect([collides.status, codeOf(collides), collides.json.stands]).toMatchObject([
      409,
      'wrong-state',
      { as: 'collides' },
    ]);
    const rebased = await accept(other);
    expect(rebased.json.decided).toMatchObject({ as: 'rebased', words: 'that every quay names two desks' });
    const sent = await accept(same, { words: 'that every quay names two or three desks' });
    expect(sent.json.decided).toMatchObject({ as: 'sent' });
    expect(await textOf(text)).toEqual(['that every quay names two or three desks', 'that ferries run at night']);
  });

  test('inserts a paragraph, and deletes one', async () => {
    const text = await drafted();
    const before = await propose(text, replacing(text, 'that buses do, too', { kind: 'insert-before' }));
    const after = await propose(text, replacing(text, 'that trams do, too', { kind: 'insert-after' }));
    const gone = await propose(text, replacing(text, 'x', { kind: 'delete', words: undefined }));

    for (const at of [gone, before, after]) expect((await accept(at)).status).toBe(200);

    expect(await textOf(text)).toEqual(['that buses do, too', 'that trams do, too', 'that ferries run at night']);
    const { paragraphs } = await getText(house.table, summit, text.slug);
    expect(paragraphs.find(({ slug }) => slug === text.ids[0])?.gone?.reason).toContain('Port Selva');
  });

  test('rejects it with a reason, and tells the organization', async () => {
    const text = await drafted();
    const at = await propose(text, replacing(text, 'that each quay names two desks'));

    expect(await errorsOf(amira.post(`${at}/decision`, { to: 'rejected' }))).toEqual(['/reason']);
    expect(await errorsOf(amira.post(`${at}/decision`, { to: 'accepted', words: 'x' }))).toEqual(['/words']);
    const { json } = await drafter.post(`${at}/decision`, { to: 'rejected', reason: 'Said in the preamble.' });

    expect(json).toMatchObject({ state: 'rejected', decided: { reason: 'Said in the preamble.' } });
    expect(codeOf(await accept(at))).toBe('wrong-state');
    const { items = [] } = (await amira.get(`/summits/${summit}/mails`)).json;
    const letters = items.map(({ letter }) => letter as Json).filter(({ amendment }) => at.endsWith(String(amendment)));
    expect(letters.map(({ kind, decision }) => [kind, decision])).toEqual(
      expect.arrayContaining([
        ['amendment-received', undefined],
        ['amendment-decided', 'rejected'],
      ]),
    );
  });

  test('waits while the text is circulated, and says what to do', async () => {
    const text = await drafted();
    const at = await propose(text, replacing(text, 'that each quay names two desks'));
    await circulated(text);

    const { json } = await accept(at);

    expect([codeOf({ json } as Reply), json.detail]).toEqual(['text-closed', expect.stringContaining('recall')]);
    expect(await textOf(text)).toEqual(['that each quay names one desk', 'that ferries run at night']);
  });

  test('is made once, however often it is sent', async () => {
    const text = await drafted();
    const at = await propose(text, replacing(text, 'that buses do, too', { kind: 'insert-after' }));

    const replies = await Promise.all(
      [1, 2, 3].map(() =>
        amira.post(`${at}/decision`, { to: 'accepted' }, { 'idempotency-key': `accept-${text.slug}` }),
      ),
    );

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await textOf(text)).length).toBe(3);
  });
});

test('words of a text that is being drafted are for those who draft it, and so is who sent an amendment', async () => {
  const text = await drafted();
  const at = await propose(text, replacing(text, 'that each quay names two desks'));
  expect((await house.everyone.get(at)).status).toBe(404);
  await circulated(text);
  const shown = (await house.everyone.get(at)).json;

  expect(shown).toMatchObject({
    base: { words: 'that each quay names one desk' },
    stands: { as: 'as-proposed', words: 'that each quay names two desks' },
    received: { at: '2031-02-20T09:00:00Z', how: 'paper', document: hash },
  });
  expect(shown).not.toHaveProperty('enteredBy');
  expect(shown.received).not.toHaveProperty('from');
});

describe('two who decide at once', () => {
  test('on amendments that collide: one is accepted, and the other is told that it collides by now', async () => {
    for (const round of [1, 2, 3]) {
      const text = await drafted();
      const first = await propose(text, replacing(text, `that each quay names two desks ${round}`));
      const second = await propose(
        text,
        replacing(text, `that each quay names three desks ${round}`, { organization: 'belmora' }),
      );

      const replies = await Promise.all([accept(first), drafter.post(`${second}/decision`, { to: 'accepted' })]);

      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const refused = replies.find(({ status }) => status === 409);
      expect(refused && [codeOf(refused), refused.json.stands]).toMatchObject(['wrong-state', { as: 'collides' }]);
      const taken = replies[0]?.status === 200 ? 'two' : 'three';
      expect(await textOf(text)).toEqual([`that each quay names ${taken} desks ${round}`, 'that ferries run at night']);
      expect(await standsOf(taken === 'two' ? second : first)).toMatchObject({ as: 'collides' });
    }
  });

  test('on amendments that do not collide: both are in the text', async () => {
    const text = await drafted();
    const first = await propose(text, replacing(text, 'that every quay names one desk'));
    const second = await propose(text, replacing(text, 'that each quay names two desks'));

    const replies = await Promise.all([accept(first), accept(second)]);

    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await textOf(text)).toEqual(['that every quay names two desks', 'that ferries run at night']);
  });

  test('while a drafter edits the same paragraph: what the drafter wrote is never lost', async () => {
    for (const [en, together] of [
      ['that every quay names one desk', 'that every quay names two desks'],
      ['that each quay names no desk', undefined],
    ] as const) {
      const text = await drafted();
      const at = await propose(text, replacing(text, 'that each quay names two desks'));

      const [decided, edited] = await Promise.allSettled([accept(at), rewrite(text, en)]);

      const status = decided.status === 'fulfilled' ? decided.value.status : 0;
      const [said] = await textOf(text);
      // The edit was first, and the decision went by it; or it came second, and was told that it was overtaken.
      const expected = edited.status === 'rejected' ? 'that each quay names two desks' : (together ?? en);
      expect([status, said]).toEqual([edited.status === 'fulfilled' && !together ? 409 : 200, expected]);
    }
  });

  test('while the gates close: the text is what was circulated, and the amendment stays open, or the other way round', async () => {
    for (const _ of [1, 2, 3]) {
      const text = await drafted();
      const at = await propose(text, replacing(text, 'that each quay names two desks'));

      const [decided, closed] = await Promise.allSettled([accept(at), circulated(text)]);

      const reply = decided.status === 'fulfilled' ? decided.value : undefined;
      const isAccepted = reply?.status === 200;
      // Whoever closes was overtaken by the edit and would read again; it never happens that both are refused or that the edit came after.
      expect(isAccepted || (closed.status === 'fulfilled' && reply && codeOf(reply) === 'text-closed')).toBe(true);
      expect((await textOf(text))[0]).toBe(
        isAccepted ? 'that each quay names two desks' : 'that each quay names one desk',
      );
      expect((await amira.get(at)).json.state).toBe(isAccepted ? 'accepted' : 'proposed');
    }
  });

  test('on one amendment, to accept and to reject it: one of them has it', async () => {
    const text = await drafted();
    const at = await propose(text, replacing(text, 'that each quay names two desks'));

    const replies = await Promise.all([
      accept(at),
      drafter.post(`${at}/decision`, { to: 'rejected', reason: 'Said already.' }),
      amira.post(`${at}/transitions`, { to: 'withdrawn', received }),
    ]);

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const isAccepted = replies[0]?.status === 200;
    expect((await textOf(text))[0]).toBe(
      isAccepted ? 'that each quay names two desks' : 'that each quay names one desk',
    );
  });
});
