import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { pages } from '../../../functions/web/app.tsx';
import { aBrowser, hasBrowser } from '../../browser.ts';
import { aHost, type Host } from '../../host.ts';
import { needs } from '../../needs.ts';
import { aSite, serving } from '../../pages.ts';

// The pages as a person meets them: in a browser, by keyboard, on a telephone, in the dark.

const test = needs(hasBrowser, 'Chromium');

let host: Host;
let served: Awaited<ReturnType<typeof serving>>;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  host = await aHost();
  served = await serving((site) => pages(aSite(host.house, { site })));
  browser = await aBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await host?.house.close();
});

const complaints: string[] = [];

const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  // A page of a refusal is loaded with its status, which the console notes.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.site}${path}`);
  return page;
};

/** Where the keyboard is. */
const focused = (page: Page): Promise<unknown> =>
  page.evaluate('document.activeElement.id || document.activeElement.className');

describe.each([
  { language: 'en', dir: 'ltr', down: 'ArrowDown', done: 'The place is confirmed' },
  { language: 'ar', dir: 'rtl', down: 'ArrowDown', done: 'تأكدت المشاركة' },
])('in $language', ({ language, dir, down, done }) => {
  test('a panelist answers the link by keyboard alone, after a first try without a name', async () => {
    const { token, seat } = await host.invited();
    const page = await open(`/${language}/invitation/${token}`, { viewport: { width: 390, height: 844 } });
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };

    expect(await page.evaluate('document.documentElement.dir')).toBe(dir);
    await press('Tab');
    expect(await focused(page)).toBe('skip');
    await press('Enter');
    await press('Tab');
    expect(await focused(page)).toBe('answer');
    // Nothing is chosen; the space bar chooses.
    await press('Space', 'Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Tab', down, 'Tab', 'Enter');

    await page.waitForSelector('.faults');
    expect(await page.title()).toContain('Plenary');
    expect(
      await page.locator('.faults a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#by']);
    await page.locator('.faults a').focus();
    await press('Enter');
    await page.keyboard.type(language === 'ar' ? 'إيلكا فيران' : 'Ilka Verrane');
    await press('Enter');

    await page.waitForSelector(`h1:has-text("${done}")`);
    expect((await host.house.secretariat.get(`${seat}/invitation`)).json.answers).toEqual([
      expect.objectContaining({
        answer: 'confirm',
        consent: true,
        by: { name: language === 'ar' ? 'إيلكا فيران' : 'Ilka Verrane', as: 'office' },
      }),
    ]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('what belongs to one answer is shown with it, and only then', async () => {
  const { token } = await host.invited();
  const page = await open(`/en/invitation/${token}`);
  const seen = async () => [await page.isVisible('#printedName'), await page.isVisible('#reason')];

  expect(await seen()).toEqual([false, false]);
  await page.check('[value=confirm]');
  expect(await seen()).toEqual([true, false]);
  await page.check('[value=decline]');
  expect(await seen()).toEqual([false, true]);
  await page.close();
});

test('a form of another site is not taken, whatever it fills in', async () => {
  const { token, seat } = await host.invited();
  const page = await open('/en/');
  const fields = { answer: 'confirm', as: 'bearer', by: 'Mallory', printedName: 'Mallory' };
  const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`);
  const elsewhere = await serving((site) => pages(aSite(host.house, { site })));
  await page.route(`${elsewhere.site}/trap`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${served.site}/en/invitation/${token}">${inputs.join('')}<button>win</button></form>`,
    }),
  );
  await page.goto(`${elsewhere.site}/trap`);

  await page.click('button');

  await page.waitForSelector('h1:has-text("Nothing was done")');
  expect(await host.stateOf(seat)).toBe('invited');
  await page.close();
  await elsewhere.stop();
});
