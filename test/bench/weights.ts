import type { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import { aBrowser, hasBrowser } from '../browser.ts';
import { serving } from '../pages.ts';
import { measured } from './page-stage.ts';

/** So many bytes of something, and how many there may be. */
interface Weight {
  what: string;
  bytes: number;
  most: number;
}

// As a browser asks that can unpack everything.
const packed = { 'accept-encoding': 'gzip, br' };

const sent = async (web: Hono, path: string): Promise<{ bytes: number; text: string }> => {
  const ask = (headers: Record<string, string>) => web.request(`https://plenary.example${path}`, { headers });
  const bytes = (await (await ask(packed)).arrayBuffer()).byteLength;
  return { bytes, text: await (await ask({})).text() };
};

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, way = '']) => way);

const scriptsOf = (text: string): string[] => found(text, /<script [^>]*src="([^"]+)"/g);

const weigh = async (web: Hono, paths: readonly string[]): Promise<number> => {
  let sum = 0;
  for (const path of paths) sum += (await sent(web, path)).bytes;
  return sum;
};

/** Where a browser that was never here loads the pages: what it loads for one of them, letters among it, as it comes over the wire. */
type FirstVisit = (path: string) => Promise<number>;

const firstVisits = (browser: Browser, site: string): FirstVisit => {
  return async (path) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sizes: Promise<{ responseBodySize: number }>[] = [];
    page.on('requestfinished', (request) => void sizes.push(request.sizes()));
    await page.goto(`${site}${path}`, { waitUntil: 'networkidle' });
    const all = await Promise.all(sizes);
    await context.close();
    return all.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  };
};

const kilo = 1024;

const weightsOf = async (web: Hono, first: FirstVisit, [name, path, most]: Weighed, language: string) => {
  const { bytes, text } = await sent(web, `/${language}${path}`);
  const where = `${name}, ${language}`;
  return [
    { what: `a later page: ${where}`, bytes, most: 10 * kilo },
    { what: `a first visit, letters included: ${where}`, bytes: await first(`/${language}${path}`), most: 160 * kilo },
    { what: `script: ${where}`, bytes: await weigh(web, scriptsOf(text)), most },
  ];
};

/** A page by its name and address, and how many bytes of script it may have. */
type Weighed = readonly [name: string, path: string, most: number];

const weighedPages: readonly Weighed[] = [
  ['the front page', '/', 0],
  ['the session', measured.session, 0],
  ['the programme of 75', measured.day, 0],
  ['the declaration', measured.declaration, kilo],
];

/** What goes over the wire, each with its budget. */
export const weights = async (web: Hono): Promise<Weight[]> => {
  if (!hasBrowser) throw new Error('A first visit is measured in Chromium; CHROMIUM says where it is.');
  const served = await serving(() => web);
  const browser = await aBrowser();
  const first = firstVisits(browser, served.site);
  const all: Weight[] = [];
  for (const language of ['en', 'ar', 'ru'])
    for (const one of weighedPages) all.push(...(await weightsOf(web, first, one, language)));
  await browser.close();
  await served.stop();
  return all;
};

/** Prints the weights, and says whether every one is within its budget. */
export const weighed = (all: readonly Weight[]): boolean => {
  for (const { what, bytes, most } of all)
    console.log(
      `${(bytes / kilo).toFixed(1).padStart(6)} KB ${bytes > most ? 'OVER' : 'ok  '} of ${most / kilo} KB  ${what}`,
    );
  return all.every(({ bytes, most }) => bytes <= most);
};
