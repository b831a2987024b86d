import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSignature } from '../../builders.ts';
import { type Client, type Household, type Json } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { aCity } from '../../records.ts';
import { signatureKind } from '../../../shared/table/declaration.ts';
import { itemOf } from '../../../shared/table/item.ts';

// What follows a declaration: what became of what it asks, and what was undertaken.

const summit = 'arvenne-2031';
const call = `/summits/${summit}/declarations/quay-call`;

let house: Household;
let [noor, tomas]: Client[] = [];
let paragraph: string;
beforeAll(async () => {
  house = await aFoundedHouse();
  noor = await house.as('noor', { role: 'assessor', summit, declaration: 'quay-call' });
  tomas = await house.as('tomas', { role: 'assessor', summit, declaration: 'quay-call' });
  const { paragraphs } = (await house.secretariat.get(call)).json as { paragraphs: Json[] };
  paragraph = String(paragraphs.find(({ part }) => part === 'operative')?.slug);
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const assessing = (score: number, given: object = {}): object => ({
  paragraph,
  score,
  quotation: 'A first fund is open to cities.',
  source: { title: 'Budget (invented)', url: 'https://example.org/budget', date: '2031-02-10' },
  assessor: 'Institute (invented)',
  ...given,
});

describe('an assessment', () => {
  test('stands beside that of another assessor, and where they disagree shows', async () => {
    const one = await noor!.make(`${call}/assessments`, assessing(1));
    const other = await tomas!.make(`${call}/assessments`, assessing(-1, { assessor: 'Network (invented)' }));
    const { json } = await house.everyone.get(`${call}/uptake`);

    expect(json).toMatchObject({
      assessed: 1,
      of: 1,
      realized: 1,
      // The secretariat's own, of the story.
      partly: 1,
      not: 1,
      percentage: 50,
      list: `/api/v1${call}/assessments?state=recorded`,
      cite: `A mean score of 50% for what was assessed of Quay Call, as known on 1 March 2031, 09:00:00 UTC: /api/v1${call}/assessments?state=recorded`,
    });
    const said = (json.disagreements as { said: Json[] }[])[0]?.said ?? [];
    expect(said.map(({ assessment }) => assessment)).toEqual(expect.arrayContaining([one.slug, other.slug]));
    const { items } = (await house.everyone.get(String(json.list))).json;
    expect(items).toHaveLength(3);
    expect(items?.every((item) => !('enteredBy' in item))).toBe(true);
  });

  test('by the same assessor and document is recorded once, and anew after it was retracted', async () => {
    const again = await noor!.post(`${call}/assessments`, assessing(0));
    expect([again.status, again.json.type]).toEqual([409, '/api#already-recorded']);
    const first = String(again.json.conflictsWith);
    expect((await tomas!.post(`${first}/transitions`, { to: 'retracted' })).status).toBe(403);

    expect((await noor!.post(`${first}/transitions`, { to: 'retracted', reason: 'Misread.' })).status).toBe(200);
    const anew = await noor!.make(`${call}/assessments`, assessing(0));

    expect(`/api/v1${call}/assessments/${String(anew.slug)}`).toBe(`${first}-2`);
    expect((await house.everyone.get(`${call}/uptake`)).json).toMatchObject({ realized: 0, partly: 2, not: 1 });
  });

  test('raced by itself is one', async () => {
    const source = { title: 'Later (invented)', url: 'https://example.org/later', date: '2031-02-20' };
    const replies = await Promise.all(
      [1, 0, -1].map((score) => noor!.post(`${call}/assessments`, assessing(score, { source }))),
    );

    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });
});

describe('a commitment', () => {
  const commitments = `${call}/commitments`;
  const undertaking = (slug: string, due: object, organization = 'arvenne'): object => ({
    slug,
    owner: { organization },
    text: { en: 'to open one desk' },
    measure: 'It is open.',
    due,
  });
  const overdue = async (day: string): Promise<unknown[]> =>
    ((await house.everyone.get(`${commitments}?owner=arvenne&overdue=${day}`)).json.items ?? []).map(
      ({ slug }) => slug,
    );

  test('relative to joining begins when its owner signs, and is overdue after its very day', async () => {
    await house.secretariat.make(commitments, undertaking('joined', { months: 1, after: 'joining' }));
    const address = `${commitments}/joined`;
    expect((await house.everyone.get(address)).json).toMatchObject({ dueOn: null, overdue: false });
    expect(await overdue('2099-01-01')).toEqual([]);

    const signed = aSignature({
      slug: 'arvenne-signatory',
      declaration: 'quay-call',
      organization: 'arvenne',
      counted: aCity({ organization: 'arvenne' }),
      on: '2031-01-31',
    });
    await house.table.batchWrite([itemOf(signatureKind, signed, 'given')]);

    expect((await house.everyone.get(address)).json).toMatchObject({ dueOn: '2031-02-28', overdue: true });
    expect([await overdue('2031-02-28'), await overdue('2031-03-01'), await overdue('today')]).toEqual([
      [],
      ['joined'],
      ['joined'],
    ]);
  });

  test('goes by the day at the summit', async () => {
    await house.secretariat.make(commitments, undertaking('march', { on: '2031-03-01' }));
    // Half past eleven in the evening in UTC is the next day in Paris.
    house.clock.move(14.5 * 60 * 60);
    expect(await overdue('today')).toEqual(['joined', 'march']);
    house.clock.move(-14.5 * 60 * 60);
    expect(await overdue('today')).toEqual(['joined']);
  });

  test('is its owner’s: their delegate checks in on it and ends it, and nobody else’s', async () => {
    const own = await house.as('linus', { role: 'delegate', organization: 'arvenne' });
    const other = await house.as('mira', { role: 'delegate', organization: 'port-selva' });
    const checkIn = { status: 'done', words: 'Open since May.', link: 'https://example.org/desk' };
    expect((await other.post(`${commitments}/march/check-ins`, checkIn)).status).toBe(403);
    expect((await other.post(commitments, undertaking('theirs', { on: '2031-03-01' }))).status).toBe(403);
    const made = await own.post(`${commitments}/march/check-ins`, checkIn);
    expect([made.status, (await house.everyone.get(made.headers.get('location') ?? '')).json.words]).toEqual([
      201,
      'Open since May.',
    ]);
    expect((await house.everyone.get(`${commitments}/march/check-ins`)).json.items).toHaveLength(1);

    const without = await own.post(`${commitments}/march/transitions`, { to: 'abandoned' });
    expect(without.json.errors?.map(({ pointer }) => pointer)).toEqual(['/reason']);
    expect((await own.post(`${commitments}/march/transitions`, { to: 'met' })).json).toMatchObject({ state: 'met' });
    expect((await own.post(`${commitments}/march/check-ins`, checkIn)).json.type).toBe('/api#wrong-state');
    expect(await overdue('2031-04-01')).toEqual(['joined']);
  });

  test('names a paragraph, an outcome and an owner that are there', async () => {
    const reply = await house.secretariat.post(commitments, {
      ...undertaking('lost', { on: '2031-03-01' }, 'no-such'),
      paragraph: 'no-such',
      outcome: 'vc-d-12/99',
    });

    expect(reply.json.errors?.map(({ pointer }) => pointer)).toEqual(['/owner/organization', '/paragraph', '/outcome']);
  });
});
