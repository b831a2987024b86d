import { afterAll, beforeAll, expect, test } from 'vitest';
import { aRound, type Circle, type Rounds } from '../../../circle.ts';
import { tokenFor } from '../../../door.ts';
import { aReaderOf, fromHere, type Reader, type Sheet } from '../../../pages.ts';
import { aSigningHost, type SigningHost } from '../../../signing.ts';

// What an organization says against a text that it is asked about, and how it is asked to sign one.

let rounds: Rounds;
let circle: Circle;
let reader: Reader;
let cookie: string;
let at: string;

beforeAll(async () => {
  rounds = await aRound();
  circle = await rounds.sent(2);
  const [city = ''] = circle.organizations;
  await rounds.delegate(city);
  cookie = `__Host-plenary=${await tokenFor(`delegate-of-${city}`)}`;
  reader = aReaderOf(rounds.house);
  at = `/en/desk/${city}${circle.summit.replace('/summits', '')}/texts/appeal`;
});
afterAll(() => rounds.house.close());

const said = ({ html }: Sheet): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const get = (path: string): Promise<Sheet> => reader.get(path, { cookie });
const post = (path: string, form: Record<string, string>): Promise<Sheet> =>
  reader.post(path, form, { ...fromHere, cookie });

test('a text is objected to in time, with a reason, and the objection is withdrawn', async () => {
  const shown = said(await get(at));
  expect(shown).toContain('Adopted by silence unless somebody objects before Tuesday, 4 March 2031 at 10:00');
  expect(shown).toContain('This organization is asked.');
  const without = await post(at, { do: 'object', reason: '', as: 'objection' });
  expect([without.status, without.html.includes('id="reason-fault"')]).toEqual([422, true]);

  const reason = 'Paragraph 1 binds the <quays> alone.';
  const objected = await post(at, { do: 'object', reason, as: 'objection' });
  expect(objected.headers.get('location')).toBe(`${at}?done=objected`);
  const { html } = await get(at);
  expect(html).toContain('binds the &lt;quays&gt; alone.');
  expect(((await rounds.get(`${circle.text}/objections`)).items ?? []).map(({ state }) => state)).toEqual(['open']);

  const slug = /name="withdraw" value="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await post(at, { do: 'withdraw', withdraw: slug })).headers.get('location')).toBe(`${at}?done=withdrawn`);
  expect(said(await get(at))).toMatch(/Objection withdrawn/);
});

test('an amendment is proposed at its paragraph; another organization’s text is not theirs to speak on', async () => {
  const paragraph = /<option value="([^"]+)"[^>]*>1\. that each city/.exec((await get(at)).html)?.[1] ?? '';
  const form = { do: 'amend', paragraph, kind: 'replace', words: '', why: 'At night, too.' };
  const wordless = await post(at, form);
  expect([wordless.status, wordless.html.includes('id="words-fault"')]).toEqual([422, true]);

  const words = 'that each city names one desk that is open at night';
  expect((await post(at, { ...form, words })).headers.get('location')).toBe(`${at}?done=amended`);
  expect(said(await get(at))).toContain(`Replace its words Proposed ${words} At night, too.`);
  const [, other = ''] = circle.organizations;
  expect((await get(at.replace(circle.organizations[0] ?? '', other))).status).toBe(403);
});

test('a signing link is sent to the office, sent anew and revoked', async () => {
  const host: SigningHost = await aSigningHost();
  const [text, city] = [await host.text(), await host.city()];
  await host.house.as('noor', { role: 'delegate', organization: city });
  const theirs = aReaderOf(host.house);
  const own = `__Host-plenary=${await tokenFor('noor')}`;
  const page = `/en/desk/${city}${host.summit.replace('/summits', '')}/signing/${text.split('/').at(-1)}`;
  const send = (form: Record<string, string>) => theirs.post(page, form, { ...fromHere, cookie: own });

  const form = {
    do: 'send',
    capacity: 'signatory',
    'office.address': 'office@example.org',
    'signatory.address': 'mayor@example.org',
    language: 'fr',
  };
  const nowhere = await send({ ...form, 'office.address': 'office' });
  expect([nowhere.status, nowhere.html.includes('id="office.address-fault"')]).toEqual([422, true]);
  expect((await send(form)).headers.get('location')).toBe(`${page}?done=sent`);
  expect((await host.mailroom.deliver()).map(({ to }) => to)).toContain('office@example.org');

  const { html } = await theirs.get(page, { cookie: own });
  expect(html).toContain('The link was sent on');
  const signing = /name="signing" value="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await send({ do: 'again', signing })).headers.get('location')).toBe(`${page}?done=sent`);
  expect((await send({ do: 'revoke', signing })).headers.get('location')).toBe(`${page}?done=revoked`);
  expect((await theirs.get(page, { cookie: own })).html).toContain('The link was revoked');
  await host.house.close();
});
