import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test as plainly } from 'vitest';
import { pages } from '../../../functions/web/app.tsx';
import type { Address, PageWorld } from '../../page-world.ts';
import { aPageWorld } from '../../page-world.ts';
import { aBrowser, hasBrowser, overflowOf } from '../../browser.ts';
import { bornIn, hostile, markup } from '../../hostile.ts';
import { needs } from '../../needs.ts';
import { aReaderOf, aSite, serving, type Sheet } from '../../pages.ts';

// Whatever people write is shown as they wrote it, and becomes nothing else: in pages, mails, feeds and link previews.

let world: PageWorld;
let sheets: (Address & Sheet)[];
beforeAll(async () => {
  world = await aPageWorld({ told: hostile, isPlanted: false });
  const reader = aReaderOf(world.house);
  sheets = [];
  for (const address of await world.addresses()) {
    const token = await world.tokenOf(address.who);
    const cookie: Record<string, string> = token ? { cookie: `__Host-plenary=${token}` } : {};
    const sheet = await reader.get(`/en${address.path}`, cookie);
    if (sheet.headers.get('content-type')?.startsWith('text/html')) sheets.push({ ...address, ...sheet });
  }
}, 600_000);
afterAll(() => world.close());

plainly('no word on a page becomes an element, an attribute, a script or a way', () => {
  const faults = sheets.flatMap(({ path, html }) => bornIn(html).faults.map((fault) => `${path}: ${fault}`));

  expect(faults).toEqual([]);
  // What nobody meets is not tried.
  const telling = sheets.filter(({ html }) => bornIn(html).text.includes(markup.slice(0, 60)));
  expect(telling.length).toBeGreaterThan(30);
  expect(sheets.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);
});

const summit = '/summits/arvenne-2031';

plainly('a page tells a link preview and a program the words as they are', async () => {
  const { html } = await aReaderOf(world.house).get(`/en${summit}/sessions/vc-d-12`);
  const { text } = bornIn(html);
  const [, linked = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];

  expect(text).toContain(`Cities that take people in ${markup}`);
  expect(/<meta property="og:title" content="([^"]*)"/.exec(html)?.[1]).toContain(
    '&lt;x-born onborn=&quot;1&quot;&gt;',
  );
  expect(JSON.stringify(JSON.parse(linked))).toContain(JSON.stringify(markup).slice(1, -1));
  expect(text).not.toContain('49');
});

plainly('mails say the words as they are, and none of them begins a header', () => {
  const mails = world.mailroom.post.accepted;
  const faults = mails.flatMap(({ subject, html, headers }) => [
    ...bornIn(html).faults.map((fault) => `${subject}: ${fault}`),
    ...[subject, ...Object.values(headers)].filter((header) => /[\r\n\u202a-\u202e\u2066-\u2069]/.test(header)),
  ]);

  expect(faults).toEqual([]);
  expect(
    mails.filter(({ html, text }) => text.includes(markup) && bornIn(html).text.includes('<x-born')).length,
  ).toBeGreaterThan(3);
});

describe('a feed says the words as they are', () => {
  const feed = async (ending: string): Promise<string> => {
    const { status, text } = await world.house.everyone.get(`${summit}/programme${ending}`);
    expect(status).toBe(200);
    return text;
  };

  plainly('as a calendar, in which no line is new', async () => {
    const lines = (await feed('.ics')).replaceAll('\r\n ', '').split('\r\n');

    expect(lines.filter((line) => line !== '' && !/^[A-Z-]+[;:]/.test(line))).toEqual([]);
    expect(lines.find((line) => line.startsWith('SUMMARY'))).toContain('<x-born');
  });

  plainly('as XML and as JSON', async () => {
    const { faults, text } = bornIn((await feed('.xml')).replace(/^<\?xml.*?\?>/, ''));

    expect(faults).toEqual([]);
    expect(text).toContain(markup);
    expect(JSON.stringify(JSON.parse(await feed('.jsonld')))).toContain('<x-born');
    expect(JSON.stringify(JSON.parse(await feed('.frab.json')))).toContain('<x-born');
  });

  plainly('as a table, in which no cell is a formula', async () => {
    const { secretariat, everyone } = world.house;
    await secretariat.make('/organizations', {
      slug: 'sums',
      name: { en: '=HYPERLINK("https://example.org")' },
      kind: 'city',
    });
    const { text } = await everyone.get('/organizations.csv');

    expect(text.includes('"=HYPERLINK') || text.includes('\n=HYPERLINK') || text.includes(',=HYPERLINK')).toBe(false);
    expect(await feed('.csv')).toContain('<x-born onborn=""1"">');
  });
});

const letters = {
  'a right-to-left override': '\u202e',
  'an isolate': '\u2067',
  'a null': '\u0000',
  'a zero-width space': '\u200b',
};

plainly.each(Object.entries(letters))('%s is not taken into a name', async (_, letter) => {
  const { everyone: _nobody, secretariat } = world.house;
  const { status, json } = await secretariat.post('/organizations', {
    name: { en: `Quay${letter}gnp.exe` },
    kind: 'city',
  });

  expect([status, json.errors?.[0]?.pointer]).toEqual([422, '/name/en']);
});

plainly.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>born()</script>',
  'vbscript:x',
  '//example.org',
  'file:///etc/passwd',
])('a source at %s is not taken', async (url) => {
  const sources = [{ facts: ['name'], citation: 'The Quay Gazette (invented)', url }];
  const { status } = await world.house.secretariat.post('/organizations', {
    name: { en: 'Quaymouth' },
    kind: 'city',
    sources,
  });

  expect(status).toBe(422);
});

needs(hasBrowser, 'Chromium')(
  'a word without an end makes no page wider than a telephone, and starts nothing',
  async () => {
    const served = await serving((site) => pages(aSite(world.house, { site })));
    const browser: Browser = await aBrowser();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const { path, who, html } of sheets.filter(({ html }) => html.includes('x-born'))) {
      const token = await world.tokenOf(who);
      await context.clearCookies();
      if (token) await context.addCookies([{ name: 'plenary', value: token, url: served.site, httpOnly: true }]);
      await page.goto(`${served.site}/en${path}`);
      const wider = await overflowOf(page);
      const born = await page.evaluate("document.querySelectorAll('x-born, [onborn]').length");
      if (wider > 0 || born !== 0) faults.push(`${path}: ${wider} px wider, ${String(born)} born of ${html.length}`);
    }
    await browser.close();
    await served.stop();

    expect(faults).toEqual([]);
  },
  600_000,
);
