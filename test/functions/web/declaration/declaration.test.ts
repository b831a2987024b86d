import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directionOf } from '../../../../shared/words/direction.ts';
import { wordsIn } from '../../../../shared/words/dictionary.ts';
import { declarationWordsIn } from '../../../../shared/words/page/declaration.ts';
import { pageLanguages } from '../../../../shared/words/page/language.ts';
import type { Json } from '../../../door.ts';
import { ok } from '../../../host.ts';
import { aReaderOf, type Reader, type Sheet } from '../../../pages.ts';
import { aSigning, delegateOf } from '../../../signatories.ts';
import { aSigningHost, type SigningHost } from '../../../signing.ts';

const markup = '<script>alert(1)</script> {{7*7}} ${x} <img src=x onerror=alert(1)>';

let host: SigningHost;
let reader: Reader;
/** The address of a text below the language, and of its record. */
let path: string;
let first: string;

const source = (facts: string[], more: Json = {}): Json => ({ facts, citation: 'A news page (invented)', ...more });

const reported = async (): Promise<void> => {
  const { make } = host.house.secretariat;
  await make(`${host.summit}/declarations`, {
    slug: 'reported',
    origin: 'reported',
    state: 'adopted',
    title: { en: markup },
    kind: 'communique',
    abstract: { en: `What it says.\n${markup}` },
    signatoryList: 'complete',
    sources: [
      source(['title', 'kind', 'language', 'abstract', 'signatoryList'], {
        url: 'https://example.org/news',
        says: markup,
      }),
    ],
  });
  await make(`${host.summit}/declarations/reported/signatures`, {
    organization: 'city-1',
    capacity: 'observer',
    origin: 'reported',
    sources: [source(['organization', 'capacity'])],
  });
  await make(`${host.summit}/declarations/reported/claims`, {
    words: markup,
    number: 34,
    counts: 'signed',
    by: markup,
  });
};

/** A text that was circulated, taken back, changed in a word and opened, so that it has two versions. */
const negotiated = async (): Promise<void> => {
  const { secretariat } = host.house;
  await secretariat.make(`${host.summit}/declarations`, {
    slug: 'negotiated',
    title: { en: 'Arvenne Declaration', fr: 'Déclaration d’Arvenne' },
    kind: 'declaration',
    addressedTo: ['The river ministers'],
  });
  path = `${host.summit}/declarations/negotiated`;
  await secretariat.make(`${path}/circulations`, {});
  await ok(secretariat.post(`${path}/circulations/c1/recall`, { reason: 'A word is missing.' }));
  const { items } = (await secretariat.get(`${path}/paragraphs`)).json as { items: { slug: string }[] };
  first = items[0]?.slug ?? '';
  const second = `${path}/paragraphs/${items[1]?.slug ?? ''}`;
  const words = { text: { en: 'that ferries run every night' } };
  await ok(secretariat.patch(second, words, { 'if-match': (await secretariat.get(second)).headers.get('etag') ?? '' }));
  await secretariat.make(`${path}/opening`, {});
};

beforeAll(async () => {
  host = await aSigningHost();
  reader = aReaderOf(host.house);
  const cities = [await host.city(), await host.city(), await host.city()];
  await negotiated();
  await reported();
  for (const [at, city] of cities.entries()) {
    const more = at === 0 ? { signedBy: markup, reservation: { text: markup, paragraphs: [first] } } : {};
    const capacity = at === 2 ? 'observer' : 'signatory';
    const delegate = await delegateOf(host.house, city);
    await delegate.make(`${path}/signatures`, aSigning(city, { capacity, ...more }));
  }
});
afterAll(() => host.house.close());

/** What stands in quotation marks may say anything. */
const withoutValues = ({ html }: Sheet): string => html.replace(/="[^"]*"/g, '=');

const shownIn = ({ html }: Sheet): string =>
  html
    .replace(/<script type="application\/ld\+json">.*?<\/script>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(pageLanguages)('in %s', (language) => {
  const words = declarationWordsIn(language);
  const every = (): string[] => [
    `${host.summit}/declarations`,
    path,
    `${path}/signatories`,
    `${path}/versions`,
    `${path}/uptake`,
    `${path}/paragraphs/${first}`,
    `${host.summit}/declarations/reported`,
    '/verify',
    `/verify?declaration=${path.split('/')[2] ?? ''}/negotiated`,
  ];

  test('every page is whole, kept for a while, and not sent again to who has it', async () => {
    for (const one of every()) {
      const sheet = await reader.get(`/${language}${one}`);
      const again = await reader.get(`/${language}${one}`, { 'if-none-match': sheet.headers.get('etag') ?? '' });

      expect([one, sheet.status, again.status]).toEqual([one, 200, 304]);
      expect(sheet.html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
      expect([one, sheet.html.match(/<h1[ >]/g)?.length]).toEqual([one, 1]);
      expect([one, /undefined|\[object|NaN/.exec(shownIn(sheet))?.[0]]).toEqual([one, undefined]);
      expect([one, /<[^>]*\s(?:style|on\w+)=|<img/i.exec(withoutValues(sheet))?.[0]]).toEqual([one, undefined]);
      expect([one, /<meta name="description" content="[^"]+/.test(sheet.html)]).toEqual([one, true]);
      expect(sheet.headers.get('cache-control')).toMatch(/^public/);
    }
  });

  test('a reported one says so at first sight, and looks neither fixed nor signed', async () => {
    const sheet = await reader.get(`/${language}${host.summit}/declarations/reported`);
    const said = shownIn(sheet);

    expect(said).toContain(words.reported);
    expect(said).toContain(words.reportedLead);
    expect(said).toContain(wordsIn(language).report.abstract);
    expect(sheet.html).not.toContain('/verify?declaration');
    expect(sheet.html).not.toContain('declaration.zip');
  });
});

test('the text stands in a language that it has: chosen, else the reader’s, else the authentic one, which is said', async () => {
  const [own, chosen, authentic] = await Promise.all([
    reader.get(`/ar${path}`),
    reader.get(`/en${path}?text=ar`),
    reader.get(`/ru${path}`),
  ]);

  expect(own.html).toContain('<article class="document body" lang="ar" dir="rtl">');
  expect(shownIn(own)).toContain('نوصي أن يسمي كل رصيف مكتبًا واحدًا');
  expect(shownIn(own)).toContain(declarationWordsIn('ar').standing.missing);
  expect(chosen.html).toContain('<article class="document body" lang="ar" dir="rtl">');
  expect(authentic.html).toContain('<article class="document body" lang="en" dir="ltr">');
  expect(shownIn(authentic)).toContain(declarationWordsIn('ru').fellBack.split('(')[0]?.trim());
  expect(shownIn(authentic)).toContain('Recommend that each quay names one desk;');
});

test('every paragraph says where it comes from', async () => {
  const { html } = await reader.get(`/en${path}`);

  expect(html.match(/<details class="provenance"/g)).toHaveLength(2);
  expect(html).toContain(`<a href="/en${host.summit}/sessions/rc-7"><bdi>RC 7</bdi></a>`);
  expect(shownIn({ html } as Sheet)).toContain('RC 7, outcome 1 (verbatim)');
});

test('a number leads to the paragraph that bears it today, an id for good', async () => {
  const { status, headers } = await reader.get(`/en${path}/paragraphs/1`);
  const none = await reader.get(`/en${path}/paragraphs/9`);

  expect([status, headers.get('location')]).toEqual([302, `/en${path}/paragraphs/${first}`]);
  expect(none.status).toBe(404);
});

test('the numbers are those of the contract, with the list behind them', async () => {
  const counts = (await host.house.everyone.get(`${path}/counts`)).json as Record<string, { organizations: number }>;
  const { html } = await reader.get(`/en${path}/signatories`);

  expect(counts['signatories']?.organizations).toBe(2);
  expect(html).toContain('<dt>organizations signed</dt><dd>2</dd>');
  expect(html).toContain('<dt>countries they are in</dt><dd>1</dd>');
  expect(html).toContain('Besides, 1 endorsed it as observers');
  expect(html).toMatch(/href="\/api\/v1[^"]*\/signatures\.csv\?knownAt=/);
});

test('a search finds by name and country, and a moment before all of them counts none', async () => {
  const rows = async (query: string): Promise<number> =>
    (await reader.get(`/en${path}/signatories${query}`)).html.match(/<th scope="row">/g)?.length ?? 0;

  expect(await rows('')).toBe(3);
  expect(await rows('?q=city+2')).toBe(1);
  expect(await rows('?q=portugal')).toBe(3);
  expect(await rows('?q=nobody')).toBe(0);
  expect(await rows('?asOf=2020-01-01')).toBe(0);
  expect((await reader.get(`/en${path}/signatories?asOf=2020-02-31`)).status).toBe(422);
});

test('versions are compared word by word', async () => {
  const { html } = await reader.get(`/en${path}/versions?from=v1&to=v2`);
  const paragraph = await reader.get(`/en${path}/versions`);

  expect(html).toMatch(/that ferries run <\/?(?:ins|del)>/);
  expect(html).toContain('<ins>every');
  expect(paragraph.html).toContain('<ins>every');
});

test('what nobody gave out is not there', async () => {
  const { make } = host.house.secretariat;
  await make(`${host.summit}/declarations`, { slug: 'drafted', title: { en: 'Drafted' }, kind: 'declaration' });

  expect((await reader.get(`/en${host.summit}/declarations/drafted`)).status).toBe(404);
  expect((await reader.get(`/en${host.summit}/declarations`)).html).not.toContain('Drafted');
  expect((await reader.get('/en/verify?declaration=arvenne-2031/drafted')).html).not.toContain('data-package');
});

test('whatever people wrote is text', async () => {
  const pages = [path, `${path}/signatories`, `${host.summit}/declarations/reported`, `${host.summit}/declarations`];
  for (const one of pages) {
    const { html } = await reader.get(`/en${one}`);
    expect([one, html.includes('alert(1)'), html.includes('<script>alert'), html.includes('<img')]).toEqual([
      one,
      true,
      false,
      false,
    ]);
  }
});
