import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyPage } from '../../../functions/web/routes.ts';
import { glossaryIn } from '../../../shared/words/glossary/terms.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';
import { aDoor, type Household } from '../../door.ts';
import { aReaderOf, home, type Reader } from '../../pages.ts';

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

test('what is for people with an account leads everybody else to the sign-in, and back', async () => {
  for (const { path } of (await everyPage()).filter(
    ({ method, path }) => method === 'GET' && /organize|desk|rapporteur/.test(path),
  )) {
    const at = path.replace('{lang}', 'en').replaceAll(/\{\w+\}/g, 'somewhere');
    const { status, headers } = await reader.get(at);
    expect([at, status, headers.get('location')]).toEqual([
      at,
      302,
      `${home}/sign-in?${new URLSearchParams({ return: at }).toString()}`,
    ]);
  }
});
