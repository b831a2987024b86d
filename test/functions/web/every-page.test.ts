import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test as plainly } from 'vitest';
import { pages } from '../../../functions/web/app.tsx';
import { directionOf } from '../../../shared/words/direction.ts';
import type { PageLanguage } from '../../../shared/words/page/language.ts';
import { aBrowser, hasBrowser, overflowOf, violationsOf } from '../../browser.ts';
import { isFull } from '../../counts.ts';
import { needs } from '../../needs.ts';
import { fillIn } from '../../page-form.ts';
import { type Address, aPageWorld, isPublic, type PageWorld } from '../../page-world.ts';
import { aReaderOf, aSite, builtForBrowsers, serving, type Sheet } from '../../pages.ts';

// Every page that there is, as people meet it: light and dark, on a desk and on a telephone, from left to right and from right to left.

const test = needs(hasBrowser, 'Chromium');

let world: PageWorld;
/** Every address with what it answers. */
let sheets: (Address & Sheet)[];

const isPage = ({ headers }: Sheet): boolean => headers.get('content-type')?.startsWith('text/html') === true;

beforeAll(async () => {
  world = await aPageWorld();
  const reader = aReaderOf(world.house);
  sheets = [];
  for (const address of await world.addresses()) {
    const token = await world.tokenOf(address.who);
    const cookie: Record<string, string> = token ? { cookie: `__Host-plenary=${token}` } : {};
    sheets.push({ ...address, ...(await reader.get(`/en${address.path}`, cookie)) });
  }
}, 600_000);
afterAll(() => world.close());

plainly('every page has an address at which it answers', () => {
  const others = sheets.filter(({ status }) => status !== 200).map(({ path, who, status }) => [path, who, status]);

  expect(others).toEqual([]);
  expect(world.house.logged).toEqual([]);
});

/** What only the build puts there: scripts, and the page of the reference. */
const isOfBuild = (path: string): boolean => path === '/api' || /^\/assets\/[a-z-]+\.js$/.test(path);

/** The ways that a page shows, without the same page in other languages. */
const waysOn = (html: string): string[] =>
  [...html.matchAll(/<[a-z]+ [^>]*?\b(?:href|src)="([^"]*)"[^>]*>/g)]
    .filter(([element]) => !element.includes('hreflang='))
    .map(([, way = '']) => way.replaceAll('&amp;', '&'));

/** The same for two addresses that ask the same page for other values. */
const kindOf = (way: string): string => way.replaceAll(/=[^&]*/g, '');

plainly('every way on a public page leads somewhere', async () => {
  const reader = aReaderOf(world.house);
  const met = new Map<string, { way: string; from: string }>();
  const lost: string[] = [];
  for (const { html, ...address } of sheets.filter(isPublic))
    for (const one of waysOn(html)) {
      const [way = '', mark] = one.split('#');
      if (way === '' && mark && !html.includes(` id="${mark}"`)) lost.push(`${address.path}: #${mark}`);
      if (way.startsWith('/') && !isOfBuild(way)) met.set(kindOf(way), { way, from: address.path });
    }
  for (const { way, from } of met.values()) {
    const { status } = way.startsWith('/api') ? await world.house.everyone.get(way) : await reader.get(way);
    if (status >= 400) lost.push(`${from}: ${way} answers ${status}`);
  }

  expect(lost).toEqual([]);
  expect(met.size).toBeGreaterThan(50);
});

/** A scheme and a width. Where an earlier one had the same width, only what has to do with colours can be otherwise. */
interface Look {
  colorScheme: 'light' | 'dark';
  width: 1280 | 390;
  /** Only whether it fits: what stands there was asked about in another language. */
  isMeasured?: boolean;
}

const light = { desk: { colorScheme: 'light', width: 1280 }, telephone: { colorScheme: 'light', width: 390 } } as const;
const dark = { desk: { colorScheme: 'dark', width: 1280 }, telephone: { colorScheme: 'dark', width: 390 } } as const;
const all: readonly Look[] = [light.desk, dark.desk, dark.telephone, light.telephone];

/** A page of the public site in two directions: two looks in each, and all four with FULL=1. */
const looksIn = {
  en: isFull ? all : [light.desk, dark.telephone],
  ar: isFull ? all : [dark.desk, light.telephone],
};

/** Whether the same page was met with another record: then it is looked at once more on a desk and on a telephone, for what that record may make otherwise. */
const isMetAgain = (address: Address): boolean =>
  (sheets.find(({ route }) => route === address.route) ?? address).path !== address.path;

/** What is no page, and a link that opens nothing: they say so on a page of their own. */
const refusals: readonly Address[] = ['/nothing', '/signing/AAAAAAAAAAAAAAAAAAAAAA'].map((path) => ({
  route: path,
  path,
  who: 'everyone',
}));

/** The workspaces stand in English, French and Spanish; the longest of the three has to fit, too. */
const tours = (address: Address): { language: PageLanguage; looks: readonly Look[] }[] => {
  if (isMetAgain(address)) return [{ language: 'en', looks: [light.desk, dark.telephone] }];
  return isPublic(address)
    ? [
        { language: 'en', looks: looksIn.en },
        { language: 'ar', looks: looksIn.ar },
      ]
    : [
        { language: 'en', looks: all },
        { language: 'fr', looks: [{ ...light.telephone, isMeasured: true }] },
      ];
};

/** A browser's window with who is signed in there. */
interface Tab {
  context: BrowserContext;
  page: Page;
  site: string;
  faults: string[];
}

const aTab = async (browser: Browser, site: string): Promise<Tab> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  const say = (text: string): void => void faults.push(`${new URL(page.url()).pathname}: ${text}`);
  // A page of a refusal is loaded with its status, which the console notes.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) say(message.text());
  });
  page.on('pageerror', (error) => say(error.message));
  return { context, page, site, faults };
};

const outline = `[
  document.documentElement.lang, document.documentElement.dir, document.querySelectorAll('h1').length, document.querySelectorAll('[style]').length,
]`;

const lookedAt = async ({ page, faults }: Tab, where: string, looks: readonly Look[]): Promise<void> => {
  const widths = new Set<number>();
  for (const { colorScheme, width, isMeasured } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    const found = isMeasured ? [] : await violationsOf(page, widths.has(width) ? 'colours' : 'all');
    const wider = await overflowOf(page);
    if (wider > 0) found.push(`${wider} px wider than the window`);
    faults.push(...found.map((fault) => `${where} ${colorScheme} ${width}: ${fault}`));
    widths.add(width);
  }
};

const visit = async (tab: Tab, address: Address): Promise<void> => {
  const { context, page, site, faults } = tab;
  const token = await world.tokenOf(address.who);
  await context.clearCookies();
  if (token) await context.addCookies([{ name: 'plenary', value: token, url: site, httpOnly: true }]);
  for (const { language, looks } of tours(address)) {
    const where = `${language} ${address.path}`;
    await page.goto(`${site}/${language}${address.path}`);
    if (address.sends) await fillIn(page, address.sends);
    const stands = await page.evaluate(outline);
    if (String(stands) !== String([language, directionOf(language), 1, 0]))
      faults.push(`${where}: stands as ${stands}`);
    await lookedAt(tab, where, looks);
  }
};

test('every page is without a fault that axe knows, in both schemes and widths, and says nothing in the console', async () => {
  const served = await serving((site) => pages(aSite(world.house, { site }), builtForBrowsers));
  const browser = await aBrowser();
  const tabs = await Promise.all([aTab(browser, served.site), aTab(browser, served.site)]);
  const left: Address[] = [...sheets.filter(isPage), ...refusals];
  // Side by side: each takes the next that nobody has looked at.
  await Promise.all(
    tabs.map(async (tab) => {
      for (let address = left.shift(); address; address = left.shift()) await visit(tab, address);
    }),
  );
  await browser.close();
  await served.stop();

  expect(tabs.flatMap(({ faults }) => faults)).toEqual([]);
}, 900_000);
