import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../../functions/web/app.tsx';
import { everyPage } from '../../../functions/web/routes.ts';
import { glossaryIn } from '../../../shared/words/glossary/terms.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';
import { aDoor, type Household, tokenFor } from '../../door.ts';
import { aReaderOf, aSite, fromHere, home, type Reader } from '../../pages.ts';

let house: Household;
let reader: Reader;
beforeAll(async () => {
  house = await aDoor();
  reader = aReaderOf(house);
});
afterAll(() => house.close());

test('a page goes out packed to who can unpack it', async () => {
  const { headers } = await reader.get('/en/glossary', { 'accept-encoding': 'br, gzip' });

  expect([headers.get('content-encoding'), headers.get('etag')?.slice(0, 2)]).toEqual(['gzip', 'W/']);
});

describe('a page of the public site', () => {
  test('may be kept by everyone for a moment, and is not sent again to who has it', async () => {
    const first = await reader.get('/fr/glossary');
    const tag = first.headers.get('etag') ?? '';
    const again = await reader.get('/fr/glossary', { 'if-none-match': `W/${tag}` });

    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'cache-control': 'public, s-maxage=30, stale-while-revalidate=20',
      vary: 'Authorization, Cookie, Accept-Encoding',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
    expect(first.headers.get('x-robots-tag')).toBeNull();
    expect([again.status, again.html, again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await reader.get('/en/glossary', { cookie: 'other=1' })).headers.get('cache-control')).toBe('no-store');
  });

  test('tells a link preview and a search engine what it is, in which other languages it stands', async () => {
    const { html } = await reader.get('/ar/glossary');

    expect(html).toContain(`<link rel="canonical" href="${home}/ar/glossary"/>`);
    expect(html).toContain('<meta property="og:title" content="المصطلحات"/>');
    expect([...html.matchAll(/rel="alternate" hreflang="(\w\w)"/g)].map(([, tag]) => tag)).toEqual([...pageLanguages]);
    expect(html).not.toContain('noindex');
  });
});

test('the glossary has every term in every language, and each under one address', async () => {
  for (const language of pageLanguages) {
    const { html } = await reader.get(`/${language}/glossary`);
    for (const [name, { term, means }] of Object.entries(glossaryIn(language))) {
      expect(html).toContain(`<div id="${name}">`);
      expect([language, name, term.length > 1, means.length > 8]).toEqual([language, name, true, true]);
    }
    const terms = Object.values(glossaryIn(language)).map(({ term }) => term);
    expect([language, new Set(terms).size]).toEqual([language, terms.length]);
  }
});

test('each page has one address, and a workspace none in a language that it does not stand in', async () => {
  const routes = await everyPage();
  const addresses = routes.map(({ method, path }) => `${method} ${path}`);
  expect(addresses).toEqual([...new Set(addresses)]);

  for (const { path } of routes.filter(
    ({ method, path }) => method === 'GET' && /organize|desk|rapporteur/.test(path),
  )) {
    const at = path.replace('{lang}', 'zh').replaceAll(/\{\w+\}/g, 'somewhere');
    const { status, headers } = await reader.get(at);
    expect([at, status, headers.get('location')]).toEqual([at, 303, at.replace('/zh', '/en')]);
  }
});

test('what is for people with an account shows nobody else anything, and leads them to the sign-in and back', async () => {
  const ways: Record<number, string[]> = {};
  for (const { path } of (await everyPage()).filter(
    ({ method, path }) => method === 'GET' && /organize|desk|rapporteur/.test(path),
  )) {
    const at = path.replace('{lang}', 'en').replaceAll(/\{\w+\}/g, 'somewhere');
    const { status, headers } = await reader.get(at);
    if (status === 302)
      expect(headers.get('location')).toBe(`${home}/sign-in?${new URLSearchParams({ return: at }).toString()}`);
    ways[status] = [...(ways[status] ?? []), at];
  }

  // Without its last stroke an address leads on and asks there; what is nowhere is so for everybody.
  expect(Object.keys(ways)).toEqual(['302', '303', '404']);
  expect(ways[302]?.length).toBeGreaterThan(20);
});

test('a form that does several deeds does each of them, as requests of their own with one time', async () => {
  const { make } = house.secretariat;
  await make('/organizations', { slug: 'port-selva', name: { en: 'Port Selva' }, kind: 'city', country: 'PT' });
  await make('/summits', { slug: 'arvenne', title: { en: 'Arvenne' }, zone: 'Europe/Paris' });
  const session = '/summits/arvenne/sessions/a-1';
  const start = '2031-03-10T09:00:00Z';
  await make('/summits/arvenne/sessions', { reference: 'A 1', title: { en: 'A' }, start, end: '2031-03-10T10:00:00Z' });
  await house.secretariat.pass(session, 'submitted', 'accepted');
  for (const text of ['to open quays', 'to count them'])
    await make(`${session}/outcomes`, { type: 'recommendation', text: { en: text } });
  await make('/summits/arvenne/rooms', { slug: 'quay', name: { en: 'Quay' } });
  await house.secretariat.put(`${session}/placement`, { room: 'quay', start, minutes: 60 }, { 'if-match': '*' });
  house.clock.now = new Date('2031-03-11T09:00:00Z');
  await house.secretariat.pass(session, 'held');

  // As the gateway stamps it: one id for the whole of the form.
  const stamped = { event: { requestContext: { requestId: 'one-form', timeEpoch: house.clock.now.getTime() } } };
  const body = new URLSearchParams({ _key: 'k' });
  const headers = { ...fromHere, cookie: `__Host-plenary=${await tokenFor('amira')}` };
  const form = new Request(`${home}/en/rapporteur/arvenne/a-1/file`, { method: 'POST', headers, body });
  const { status } = await pages(aSite(house)).request(form, undefined, stamped);

  expect(status).toBe(303);
  const { json } = await house.secretariat.get(`${session}/outcomes`);
  expect(json.items?.map(({ state }) => state)).toEqual(['filed', 'filed']);
});
