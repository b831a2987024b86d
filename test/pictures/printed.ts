import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { mkdir } from 'node:fs/promises';
import type { PageWorld } from '../page-world.ts';

const folder = join(import.meta.dirname, '../../docs/pages');

interface Best {
  name: string;
  path: string;
  who?: 'amira';
  width?: number;
  height?: number;
  dark?: boolean;
}

/** The pictures that the README shows: of rehearsals and of what was reported, never of anybody real who said nothing of it. */
const best: readonly Best[] = [
  { name: 'programme', path: '/en/summits/rehearsal-2031/programme', height: 1080 },
  { name: 'session', path: '/en/summits/rehearsal/sessions/vc-d-12' },
  { name: 'declaration', path: '/en/summits/rehearsal/declarations/rehearsal-declaration' },
  { name: 'map', path: '/en/summits/u20-2018/declarations/communique/signatories', height: 1040 },
  { name: 'board', path: '/en/organize/rehearsal-2031/board', who: 'amira' },
  { name: 'telephone', path: '/ar/summits/rehearsal/sessions/vc-d-12', width: 390, height: 844, dark: true },
];

/** Takes those pictures anew, into docs/pages. */
export const printed = async (browser: Browser, site: string, world: PageWorld): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const { name, path, who, width = 1280, height = 860, dark = false } of best) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
    const token = who && (await world.tokenOf(who));
    if (token) await context.addCookies([{ name: 'plenary', value: token, url: site, httpOnly: true }]);
    const page = await context.newPage();
    await page.goto(`${site}${path}`);
    await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 72 });
    await context.close();
  }
};
