import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Household, aDoor, type Json, tokenFor } from '../../../door.ts';
import { aReaderOf, fromHere, home, type Reader } from '../../../pages.ts';
import { cookieName } from '../../../../shared/http/cookie.ts';

// What a session produced, as its rapporteur writes it down and files it: by forms alone.

const at = '/summits/arvenne-2031/sessions/vc-d-12';
const page = '/en/rapporteur/arvenne-2031/vc-d-12';

let house: Household;
let reader: Reader;
let organizer: Client;
let cookie: Record<string, string>;

const cookieOf = async (name: string): Promise<Record<string, string>> => ({
  cookie: `${cookieName('plenary', home)}=${await tokenFor(name)}`,
});

beforeAll(async () => {
  house = await aDoor();
  reader = aReaderOf(house);
  organizer = house.secretariat;
  const { make, pass } = organizer;
  await make('/organizations', { slug: 'arvenne', name: { en: 'Arvenne' }, kind: 'city', country: 'FR' });
  await make('/summits', {
    slug: 'arvenne-2031',
    title: { en: 'Arvenne 2031' },
    zone: 'Europe/Paris',
  });
  await make('/summits/arvenne-2031/sessions', {
    reference: 'VC-D 12',
    title: { en: 'Rivers <that> cross borders' },
    objectives: [{ text: { en: 'Agree on what to measure.' } }],
    start: '2031-03-06T09:00:00Z',
    end: '2031-03-06T10:30:00Z',
    languages: { spoken: ['en', 'fr'], interpreted: [] },
    lead: [{ organization: 'arvenne' }],
  });
  await make('/summits/arvenne-2031/sessions', { reference: 'VC-D 13', title: { en: 'Bridges' } });
  await pass(at, 'submitted', 'accepted');
  await house.as('rana', { role: 'rapporteur', summit: 'arvenne-2031', session: 'vc-d-12' });
  cookie = await cookieOf('rana');
});
afterAll(() => house.close());

const get = (path: string) => reader.get(path, cookie);
const post = (path: string, form: Record<string, string>) => reader.post(path, form, { ...fromHere, ...cookie });
const outcomes = async (): Promise<Json[]> => (await organizer.get(`${at}/outcomes`)).json.items ?? [];
const shown = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('who reports on a session', () => {
  test('finds it, with how far it has come, and nothing else', async () => {
    const { status, html } = await get('/en/rapporteur/');

    expect(status).toBe(200);
    expect(html).toContain(`href="${page}"`);
    expect(shown(html)).toMatch(/10:00.*11:30 \(Europe\/Paris\) · 0 filed, 0 drafts/);
    expect((await get('/en/rapporteur/arvenne-2031/vc-d-13')).status).toBe(403);
    expect((await get('/en/rapporteur')).headers.get('location')).toBe('/en/rapporteur/');
  });

  test('writes several lines at once: each is an outcome, once, however often the form is sent', async () => {
    const form = { _key: 'k1', type: 'key-message', language: 'en', text: 'that rivers join\n\n that maps divide \n' };
    for (const _ of ['first', 'again']) {
      const { status, headers } = await post(page, form);
      expect([status, headers.get('location')]).toEqual([303, `${page}?type=key-message&in=en&done=kept`]);
    }

    expect((await outcomes()).map(({ type, text, state }) => [type, text, state])).toEqual([
      ['key-message', { en: 'that rivers join' }, 'draft'],
      ['key-message', { en: 'that maps divide' }, 'draft'],
    ]);
    const { html } = await get(`${page}?type=ask&in=fr&done=kept`);
    expect(shown(html)).toContain('0 filed, 2 drafts');
    expect(shown(html)).toMatch(/that maps divide .* that rivers join/);
    expect(html).toContain('Rivers &lt;that&gt; cross borders');
    expect(html).toContain('<option value="ask" selected="">');
    expect(html).toContain('<option value="fr" selected="">');
    expect(shown(html)).toContain('Drafts can be filed once the session has been marked as held.');
  });

  test('is told at the field what an ask lacks, and what was typed stays', async () => {
    const { status, html } = await post(page, { _key: 'k2', type: 'ask', language: 'en', text: 'to open the funds' });

    expect(status).toBe(422);
    expect(html).toContain('<a href="#addressee">');
    expect(html).toContain('to open the funds</textarea>');
    expect((await outcomes()).length).toBe(2);
    const asked = { type: 'ask', language: 'en', text: 'to open the funds', addressee: 'the ministers' };
    const full = { ...asked, 'objectives.1': 'yes', owner: 'arvenne' };
    expect((await post(page, { _key: 'k3', ...full })).status).toBe(303);
    expect((await outcomes()).at(-1)).toMatchObject({ addressee: { en: 'the ministers' }, objectives: ['1'] });
    expect((await outcomes()).at(-1)).not.toHaveProperty('owner');
  });

  test('changes a draft, is told when somebody else did meanwhile, and removes one', async () => {
    const edit = `${page}/outcomes/3`;
    const first = await get(edit);
    const tag = /name="_tag" value="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const typed = { _tag: tag, type: 'commitment', owner: 'arvenne', 'text.en': 'open its funds' };

    expect((await post(edit, typed)).headers.get('location')).toBe(`${page}?done=saved`);
    expect((await outcomes())[2]).toMatchObject({ type: 'commitment', owner: { organization: 'arvenne' } });
    expect((await outcomes())[2]).not.toHaveProperty('addressee');
    const late = await post(edit, { ...typed, 'text.en': 'close its funds' });
    expect([late.status, shown(late.html).includes('open its funds')]).toEqual([412, true]);
    expect(late.html).toContain('close its funds</textarea>');
    const now = /name="_tag" value="([^"]+)"/.exec(late.html)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect((await post(`${edit}/remove`, { _tag: now })).headers.get('location')).toBe(`${page}?done=removed`);
    expect((await outcomes()).length).toBe(2);
  });

  test('files all drafts in their order, or one, once the session was held', async () => {
    const early = await post(`${page}/file`, { _key: 'k4' });
    expect(early.status).toBe(409);
    await organizer.pass(at, 'scheduled', 'held');
    expect((await post(`${page}/file`, { _key: 'k5', outcome: '2' })).headers.get('location')).toBe(
      `${page}?done=filed`,
    );
    expect((await outcomes()).map(({ state }) => state)).toEqual(['draft', 'filed']);
    await post(page, { _key: 'k6', type: 'practice', language: 'fr', text: 'la pratique d’Arvenne' });
    expect((await post(`${page}/file`, { _key: 'k7' })).status).toBe(303);

    expect((await outcomes()).map(({ state }) => state)).toEqual(['filed', 'filed', 'filed']);
    expect(shown((await get(page)).html)).toContain('3 filed, 0 drafts');
    expect(shown((await get(`${page}/outcomes/2`)).html)).toContain('stays as it was filed');
  });
});

describe('a session of which nothing came', () => {
  const none = '/en/rapporteur/arvenne-2031/vc-d-13';
  const send = async (path: string, form: Record<string, string>) =>
    reader.post(path, form, { ...fromHere, ...(await cookieOf('amira')) });

  test('says so, and why; an empty reason is none; and it can be taken back', async () => {
    expect((await send(`${none}/none`, { because: 'It rained.', language: 'en' })).status).toBe(409);
    await organizer.pass('/summits/arvenne-2031/sessions/vc-d-13', 'submitted', 'accepted');
    const empty = await send(`${none}/none`, { because: ' ', language: 'en' });
    expect([empty.status, empty.html.includes('id="because-fault"')]).toEqual([422, true]);

    const said = await send(`${none}/none`, { because: 'It rained.', language: 'en' });
    expect(said.headers.get('location')).toBe(`${none}?done=none`);
    const { html } = await reader.get(none, await cookieOf('amira'));
    expect(shown(html)).toContain('None, because: It rained.');
    expect(html).not.toContain('name="text"');
    expect((await organizer.get('/summits/arvenne-2031/sessions/vc-d-13')).json.noOutcome).toEqual({
      en: 'It rained.',
    });
    expect((await send(`${none}/none`, {})).headers.get('location')).toBe(`${none}?done=back`);
    expect((await organizer.get('/summits/arvenne-2031/sessions/vc-d-13')).json).not.toHaveProperty('noOutcome');
  });

  test('who organizes finds every session of the summit', async () => {
    const { html } = await reader.get('/fr/rapporteur/?summit=arvenne-2031', await cookieOf('amira'));
    expect(html).toContain('href="/fr/rapporteur/arvenne-2031/vc-d-13"');
    expect(shown(html)).toContain('Séances de Arvenne 2031');
  });
});
