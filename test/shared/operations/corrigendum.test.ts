import { afterAll, beforeAll, expect, test } from 'vitest';
import { getText } from '../../../shared/table/declaration.ts';
import { getTextVersion, readBody } from '../../../shared/table/text-version.ts';
import { type Household, type Json } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';

const summit = '/summits/arvenne-2031';
const call = `${summit}/declarations/quay-call`;
const draft = `${summit}/declarations/arvenne-declaration`;

let house: Household;
let misprint: Json;
beforeAll(async () => {
  house = await aFoundedHouse({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  const { paragraphs } = await getText(house.table, 'arvenne-2031', 'quay-call');
  misprint = {
    paragraph: paragraphs.find(({ part }) => part === 'operative')?.slug,
    words: 'flood funds',
    read: 'flood relief funds',
    reason: 'The name of the funds was cut short.',
    decidedBy: 'The chairs',
    on: '2031-03-01',
  };
});
afterAll(() => house.close());

const fieldsOf = async (path: string, body: Json): Promise<unknown> => {
  const { json } = await house.secretariat.post(`${path}/corrigenda`, body);
  return json.errors?.map(({ pointer }) => pointer) ?? json.type;
};

test('a misprint is recorded beside the frozen text, which stays as it was hashed', async () => {
  const version = await getTextVersion(house.table, 'arvenne-2031', 'quay-call', 'v1');
  const before = await readBody(house.table, version);

  const recorded = await house.secretariat.make(`${call}/corrigenda`, misprint);

  expect(recorded).toMatchObject({
    ...misprint,
    slug: 'k1',
    state: 'recorded',
    text: { version: 'v1', hash: version.hash },
  });
  expect(await getTextVersion(house.table, 'arvenne-2031', 'quay-call', 'v1')).toEqual(version);
  expect(await readBody(house.table, version)).toEqual(before);
  const { items = [] } = (await house.everyone.get(`${call}/corrigenda`)).json;
  expect(items).toMatchObject([{ slug: 'k1', words: 'flood funds', read: 'flood relief funds' }]);
  expect(items[0]).not.toHaveProperty('enteredBy');
});

test('it has to be in the frozen text, once, and every wrong field is told at once', async () => {
  expect(await fieldsOf(call, { ...misprint, paragraph: 'p-99' })).toEqual(['/paragraph']);
  expect(await fieldsOf(call, { ...misprint, words: 'flood fonds' })).toEqual(['/words']);
  expect(await fieldsOf(call, { ...misprint, words: 'o' })).toEqual(['/words']);
  expect(await fieldsOf(call, { ...misprint, words: 'x y', read: 'x y', on: '2032-01-01' })).toEqual([
    '/words',
    '/read',
    '/on',
  ]);
});

test('a text that is drafted is corrected itself, and one that is reported is not here', async () => {
  expect(await fieldsOf(draft, misprint)).toBe('/api#not-frozen');
  expect(await fieldsOf(`${summit}/declarations/letter-of-the-quays`, misprint)).toBe('/api#not-checkable');
});

test('two recorded at once have two numbers', async () => {
  const replies = await Promise.all([1, 2].map(() => house.secretariat.post(`${call}/corrigenda`, misprint)));

  expect(replies.map(({ json }) => json.slug).toSorted()).toEqual(['k2', 'k3']);
});
