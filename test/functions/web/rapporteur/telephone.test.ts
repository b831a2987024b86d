import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { api } from '../../../../functions/api/app.ts';
import { pages } from '../../../../functions/web/app.tsx';
import { assetAt } from '../../../../functions/web/asset.ts';
import { bundleForBrowsers } from '../../../../infra/build.mjs';
import { cookieName } from '../../../../shared/http/cookie.ts';
import { aBrowser, hasBrowser, overflowOf, violationsOf } from '../../../browser.ts';
import { aDoor, type Household, tokenFor } from '../../../door.ts';
import { needs } from '../../../needs.ts';
import { aSite, serving } from '../../../pages.ts';

// The rapporteur's page on a telephone, in a hall without a connection.

const test = needs(hasBrowser, 'Chromium');

let house: Household;
let served: Awaited<ReturnType<typeof serving>>;
let browser: Browser;
let built: string;

beforeAll(async () => {
  if (!hasBrowser) return;
  built = await mkdtemp(join(tmpdir(), 'plenary-'));
  await bundleForBrowsers(built, 'web');
  const script = (file: string) => readFile(join(built, 'web', file));
  house = await aDoor();
  // What comes through the gateway is stamped by it.
  house.clock.now = new Date();
  await house.secretariat.make('/summits', {
    slug: 'arvenne-2031',
    title: { en: 'Arvenne 2031' },
    zone: 'Europe/Paris',
  });
  for (const reference of ['A 1', 'A 2', 'A 3', 'A 4']) {
    await house.secretariat.make('/summits/arvenne-2031/sessions', {
      reference,
      title: { en: 'Rivers that cross borders' },
      objectives: [{ text: { en: 'Agree on what to measure.' } }],
    });
    const slug = reference.toLowerCase().replace(' ', '-');
    await house.secretariat.pass(`/summits/arvenne-2031/sessions/${slug}`, 'submitted', 'accepted');
  }
  const held = ['a-1', 'a-2', 'a-3', 'a-4'].map((session) => ({
    role: 'rapporteur' as const,
    summit: 'arvenne-2031',
    session,
  }));
  await house.as('rana', ...held);
  served = await serving((site) => {
    const [app, here] = [new Hono(), aSite(house, { site })];
    app.get('/assets/:file{.+\\.js}', ({ req }) => assetAt(req.path, req.raw.headers, script));
    app.all('/api/*', ({ req, env }) => api(here).fetch(req.raw, env as object));
    app.all('*', ({ req, env }) => pages(here).fetch(req.raw, env as object));
    return app;
  });
  browser = await aBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await house?.close();
  if (built) await rm(built, { recursive: true });
});

const complaints: string[] = [];

const signedIn = async (name: string, options: BrowserContextOptions = {}): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  await signIn(context, name);
  return context;
};
const signIn = async (context: BrowserContext, name: string): Promise<void> =>
  context.addCookies([
    { name: cookieName('plenary', served.site), value: await tokenFor(name), url: served.site, httpOnly: true },
  ]);

const at = (session: string): string => `${served.site}/en/rapporteur/arvenne-2031/${session}`;

const opened = async (context: BrowserContext, session: string): Promise<Page> => {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|ERR_/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => void complaints.push(message));
  await page.goto(at(session));
  return page;
};

/** Waits until the page can open again by itself. */
const aside = async (page: Page): Promise<void> => {
  const kept = 'caches.match(location.pathname).then((kept) => Boolean(kept && navigator.serviceWorker.controller))';
  await expect.poll(() => page.evaluate(kept), { timeout: 20_000 }).toBe(true);
};

const write = async (page: Page, ...lines: string[]): Promise<void> => {
  for (const line of lines) {
    await page.fill('#text', line);
    await page.press('#text', 'Enter');
  }
};

const texts = async (session: string): Promise<unknown[]> => {
  const { json } = await house.secretariat.get(`/summits/arvenne-2031/sessions/${session}/outcomes`);
  return (json.items ?? []).map(({ text }) => (text as { en: string }).en);
};

test('three lines without a connection are kept over a reload and sent in their order, each once', async () => {
  const context = await signedIn('rana');
  const page = await opened(context, 'a-1');
  await aside(page);
  await context.setOffline(true);
  await write(page, 'that rivers join', 'that maps divide', 'that floods teach');
  await page.waitForSelector('[role=status]:has-text("No connection")');
  await page.reload();

  expect(await page.locator('li .tag.warn:has-text("Kept here")').count()).toBe(3);
  expect(await texts('a-1')).toEqual([]);
  await context.setOffline(false);
  await page.waitForSelector('[role=status]:has-text("Everything is sent")');
  expect(await texts('a-1')).toEqual(['that rivers join', 'that maps divide', 'that floods teach']);
  await page.waitForSelector('#outcomes:has-text("0 filed, 3 drafts")');
  expect(await page.locator('#outcomes li > p:first-child').allTextContents()).toEqual([
    'that floods teach',
    'that maps divide',
    'that rivers join',
  ]);
  await context.close();
});

test('a line whose answer is lost is sent again and stands there once', async () => {
  // What the page's own worker sends cannot be lost from here.
  const context = await signedIn('rana', { serviceWorkers: 'block' });
  const page = await opened(context, 'a-2');
  let lost = 0;
  await page.route('**/outcomes', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await write(page, 'that rivers join', 'that maps divide');
  await page.waitForSelector('[role=status]:has-text("Everything is sent")');

  expect(lost).toBe(1);
  expect(await texts('a-2')).toEqual(['that rivers join', 'that maps divide']);
  await context.close();
});

test('what is refused stays with its reason; what follows is sent; and it can be put right', async () => {
  const context = await signedIn('rana');
  const page = await opened(context, 'a-3');
  await page.selectOption('#type', 'ask');
  await write(page, 'to open the funds');
  await page.waitForSelector('.fault:has-text("Say whom the ask addresses")');
  await page.selectOption('#type', 'key-message');
  await write(page, 'that rivers join');
  await page.waitForSelector('#outcomes:has-text("1 draft")');

  expect(await texts('a-3')).toEqual(['that rivers join']);
  await page.click('button:has-text("Change")');
  expect(await page.inputValue('#text')).toBe('to open the funds');
  await page.fill('#addressee', 'the ministers');
  await page.press('#text', 'Enter');
  await page.waitForSelector('#outcomes:has-text("2 drafts")');
  expect(await texts('a-3')).toEqual(['that rivers join', 'to open the funds']);
  await context.close();
});

test('a sign-in that ran out loses nothing, and nothing is sent as somebody else', async () => {
  const context = await signedIn('rana');
  const page = await opened(context, 'a-4');
  await aside(page);
  await context.clearCookies();
  await write(page, 'that rivers join');
  await page.waitForSelector('a:has-text("Sign in, then it is sent")');
  await signIn(context, 'amira');
  await page.evaluate("dispatchEvent(new Event('online'))");
  await page.waitForSelector('[role=status]:has-text("Somebody else is signed in")');
  expect(await texts('a-4')).toEqual([]);

  await signIn(context, 'rana');
  await page.reload();
  await page.waitForSelector('#outcomes:has-text("1 draft")');
  expect(await texts('a-4')).toEqual(['that rivers join']);

  await page.route('**/sign-out', (route) => route.fulfill({ status: 200, body: 'Signed out.' }));
  await page.goto(`${served.site}/en/me`);
  await page.click('form[action="/sign-out"] button');
  await page.waitForSelector('text=Signed out.');
  expect(await page.evaluate('caches.keys()')).toEqual([]);
  await context.close();
});

test('the pages are without a fault that axe knows, and no wider than a telephone', async () => {
  const context = await signedIn('rana');
  const page = await opened(context, 'a-3');
  for (const [colorScheme, path] of [
    ['light', '/en/rapporteur/'],
    ['light', '/es/rapporteur/arvenne-2031/a-3/outcomes/1'],
    ['dark', '/fr/rapporteur/arvenne-2031/a-3'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(served.site + path);
    expect([path, await violationsOf(page), await overflowOf(page)]).toEqual([path, [], 0]);
  }
  expect(complaints).toEqual([]);
  await context.close();
});
