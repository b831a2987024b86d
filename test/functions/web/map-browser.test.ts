import { html } from 'hono/html';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect } from 'vitest';
import { worldPath, worldSvg } from '../../../functions/web/land.ts';
import { WorldMap } from '../../../functions/web/map.tsx';
import { pageHeaders } from '../../../functions/web/page.ts';
import { aBrowser, hasBrowser } from '../../browser.ts';
import { needs } from '../../needs.ts';
import { serving } from '../../pages.ts';

const test = needs(hasBrowser, 'Chromium');

let served: Awaited<ReturnType<typeof serving>>;
let browser: Awaited<ReturnType<typeof aBrowser>>;

beforeAll(async () => {
  if (!hasBrowser) return;
  const app = new Hono();
  app.get(worldPath, () => new Response(worldSvg, { headers: { 'content-type': 'image/svg+xml' } }));
  app.get('/', async () => {
    const map = WorldMap({ language: 'en', label: 'One city', places: [{ latitude: 40.4, longitude: -3.7 }] });
    const page = html`<!doctype html>
      <html lang="en">
        <head>
          <title>A map</title>
        </head>
        <body>
          ${map}
        </body>
      </html>`;
    return new Response(await page, { headers: pageHeaders({ title: 'A map', body: map }) });
  });
  served = await serving(() => app);
  browser = await aBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test('the land is drawn from its own address, under the policy that every page is sent with', async () => {
  const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  await page.goto(served.site, { waitUntil: 'networkidle' });

  const box = (await page.evaluate(
    '(({ x, y, width, height }) => [x, y, width, height].map(Math.round))(document.querySelector("use").getBBox())',
  )) as number[];
  expect(box).toEqual([4, 11, 952, 418]);
  expect(complaints).toEqual([]);
});
