import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { pages } from '../../../functions/web/app.tsx';
import { aBrowser, hasBrowser } from '../../browser.ts';
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
