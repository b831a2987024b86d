import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

const found = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((file) => file !== '' && existsSync(file));

/** Whether this machine has a browser that the tests can drive. */
export const hasBrowser = found !== undefined;

/** A browser, driven from here. */
export const aBrowser = async (): Promise<Browser> => {
  // Loaded only where there is one.
  const { chromium } = await import('playwright-core');
  // A slow machine may take its time to start it.
  return chromium.launch({ executablePath: found ?? '', args: ['--no-sandbox'], timeout: 120_000 });
};

// No page plays anything, so there is nothing to load before it is looked at. How large a thing to press is, is of WCAG 2.2, which axe does not ask by itself.
const asked = { resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } } };

/** All that axe knows, or only what has to do with colours: all that can change with the scheme. */
const options = {
  all: asked,
  colours: { ...asked, runOnly: ['color-contrast', 'link-in-text-block'] },
} as const;

let axe: string | undefined;

// The small one: every page has to take it in anew.
const readAxe = (): string => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page as it stands, by WCAG 2.2 AA and its own best practice; one line for each. */
export const violationsOf = async (page: Page, what: keyof typeof options = 'all'): Promise<string[]> => {
  // By the debugger, as the page itself lets no script in.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate((axe ??= readAxe()));
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options[what])})`)) as {
    violations: Result[];
  };
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
};

/** How many pixels a page is wider than its window. */
export const overflowOf = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
