import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { pages } from '../../../functions/web/app.tsx';
import { aBrowser, hasBrowser, overflowOf, violationsOf } from '../../browser.ts';
import { ok } from '../../host.ts';
import { tokenIn } from '../../mailroom.ts';
import { needs } from '../../needs.ts';
import { aSite, serving } from '../../pages.ts';
import { aSigningHost, codeIn, type SigningHost } from '../../signing.ts';

// A signing link as people meet it: in a browser, by keyboard, on a telephone, in the dark.

const test = needs(hasBrowser, 'Chromium');

let host: SigningHost;
let served: Awaited<ReturnType<typeof serving>>;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  host = await aSigningHost();
  // What comes through the gateway is stamped by it.
  host.house.clock.now = new Date();
  served = await serving((site) => pages(aSite(host.house, { site })));
  browser = await aBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await host?.house.close();
});

const complaints: string[] = [];
const watched = (page: Page): Page => {
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
};

test('an office prepares and a signatory signs, on a telephone, by what stands on the page alone', async () => {
  const asked = await host.asked();
  const page = watched(await browser.newPage({ viewport: { width: 390, height: 844 } }));
  await page.goto(`${served.site}/ar/signing/${asked.token}`);
  await page.fill('#signedBy', 'إيلكا فيران');
  await page.fill('#title', 'رئيسة البلدية');
  await page.click('form .button.chief');
  await page.waitForSelector('.faults');
  await page.locator('.faults a').focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('by');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#ready');
  await page.check('#ready');
  await page.click('form[action$="/code"] button');
  await page.waitForSelector('[role=status]');
  host.house.clock.now = new Date();
  const mail = (await host.mailroom.deliver()).find(({ to }) => to === asked.signatory) ?? { text: '' };

  await page.goto(`${served.site}/en/signing/${tokenIn(mail)}`);
  expect(await page.textContent('body')).toContain('إيلكا فيران');
  await page.fill('#code', codeIn(mail));
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1:has-text("It is signed")');

  expect((await ok(host.open(asked.token))).state).toBe('signed');
  expect(complaints).toEqual([]);
  await page.close();
});

test('every page is without a fault that axe knows, and no wider than the window', async () => {
  const [open, ready, done] = [await host.asked(), await host.asked(), await host.asked()];
  const prepared = await host.coded(ready);
  await host.holds('dana', `/organizations/${done.organization}/roles`, { role: 'delegate' });
  const { code, token } = await host.coded(done);
  await ok(host.sign(token, code));
  await host.mailroom.deliver();
  const told = (await host.tell()).find(({ to }) => to === 'dana@example.org') ?? { text: '' };
  const paths = [
    `/signing/${open.token}`,
    `/signing/${ready.token}`,
    `/signing/${prepared.token}?sent`,
    `/signing/${done.token}`,
    `/dispute/${tokenIn(told)}`,
    '/signing/AAAAAAAAAAAAAAAAAAAAAA',
  ];
  const looks = [
    { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  ] as const;
  const faults: string[] = [];
  for (const language of ['en', 'ar'])
    for (const look of looks) {
      const context = await browser.newContext(look);
      const page = watched(await context.newPage());
      for (const path of paths) {
        await page.goto(`${served.site}/${language}${path}`);
        const where = `${language} ${look.colorScheme} ${path}`;
        if (path.endsWith(open.token) || path.startsWith('/dispute')) {
          await page.click('form .button.chief');
          await page.waitForSelector('.faults');
        }
        faults.push(...(await violationsOf(page)).map((fault) => `${where}: ${fault}`));
        if ((await overflowOf(page)) > 0) faults.push(`${where}: wider than its window`);
      }
      await context.close();
    }

  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});
