import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { test } from 'vitest';
import { pages } from '../../functions/web/app.tsx';
import { aBrowser, hasBrowser } from '../browser.ts';
import { fillIn } from '../page-form.ts';
import { type Address, aPageWorld, isPublic, type PageWorld } from '../page-world.ts';
import { aReaderOf, aSite, builtForBrowsers, serving } from '../pages.ts';
import { contactSheet, type Picture } from './contact-sheet.ts';
import { printed } from './printed.ts';

const folder = join(import.meta.dirname, '../../pictures');

/** Which addresses, as a regular expression such as "programme|board"; all where none is given. */
const wanted = new RegExp(process.env.PAGES ?? '');

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 390].map((width) => ({ colorScheme, width })),
);

const fileOf = (language: string, nth: number, { path, sends }: Address, look: string): string => {
  const where = path.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80);
  return `${language}-${String(nth).padStart(3, '0')}${where}${sends ? 'faults' : ''}-${look}.png`;
};

/** Shows a page as somebody opens it. */
const open = async (page: Page, site: string, world: PageWorld, language: string, address: Address): Promise<void> => {
  const token = await world.tokenOf(address.who);
  await page.context().clearCookies();
  if (token) await page.context().addCookies([{ name: 'plenary', value: token, url: site, httpOnly: true }]);
  await page.goto(`${site}/${language}${address.path}`);
  if (address.sends) await fillIn(page, address.sends);
};

const taken = async (browser: Browser, site: string, world: PageWorld, addresses: readonly Address[]) => {
  const pictures: Picture[] = [];
  const page = await browser.newPage();
  for (const [nth, address] of addresses.entries())
    for (const language of isPublic(address) ? ['en', 'ar'] : ['en']) {
      await open(page, site, world, language, address);
      for (const { colorScheme, width } of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: width === 1280 ? 900 : 844 });
        const file = fileOf(language, nth, address, `${colorScheme}-${width}`);
        await page.screenshot({ path: join(folder, file), fullPage: true });
        pictures.push({ file, title: `${language} ${address.path}`, colorScheme, width });
      }
    }
  return pictures;
};

const answering = async (world: PageWorld): Promise<Address[]> => {
  const reader = aReaderOf(world.house);
  const all: Address[] = [];
  for (const address of await world.addresses()) {
    const token = await world.tokenOf(address.who);
    const { headers } = await reader.get(`/en${address.path}`, token ? { cookie: `__Host-plenary=${token}` } : {});
    const isShown = headers.get('content-type')?.startsWith('text/html') === true;
    if (isShown && wanted.test(address.path)) all.push(address);
  }
  return all;
};

test('takes the pictures', async () => {
  if (!hasBrowser) throw new Error('This needs Chromium; CHROMIUM says where it is.');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const world = await aPageWorld();
  const served = await serving((site) => pages(aSite(world.house, { site }), builtForBrowsers));
  const browser = await aBrowser();
  try {
    await printed(browser, served.site, world);
    const pictures = await taken(browser, served.site, world, await answering(world));
    await writeFile(join(folder, 'index.html'), contactSheet(pictures));
    console.log(`${pictures.length} pictures: ${join(folder, 'index.html')}`);
  } finally {
    await browser.close();
    await served.stop();
    await world.close();
  }
});
