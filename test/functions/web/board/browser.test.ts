import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { pages } from '../../../../functions/web/app.tsx';
import { bundleForBrowsers } from '../../../../infra/build.mjs';
import { aBrowser, hasBrowser, overflowOf, violationsOf } from '../../../browser.ts';
import { aDoor, type Household, type Json, tokenFor } from '../../../door.ts';
import { needs } from '../../../needs.ts';
import { aSite, serving } from '../../../pages.ts';

// The board under a pointer and under a keyboard, in a browser.

const test = needs(hasBrowser, 'Chromium');

let house: Household;
let served: Awaited<ReturnType<typeof serving>>;
let browser: Browser;
let script: string;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  if (!hasBrowser) return;
  house = await aDoor();
  const { make, pass } = house.secretariat;
  const days = { from: '2031-03-10', to: '2031-03-11' };
  await make('/summits', { slug: 'quays', title: { en: 'Quays' }, zone: 'Europe/Paris', ...days });
  await make('/summits/quays/tracks', { slug: 'voices', title: { en: 'Voices' }, minutes: 90 });
  const hours = [{ from: '09:00', to: '14:00' }];
  await make('/summits/quays/rooms', { slug: 'hall', name: { en: 'Hall' }, hours });
  await make('/summits/quays/rooms', { slug: 'mill', name: { en: 'Mill' }, hours });
  const { id } = await make('/people', { name: 'Ilka Verrane' });
  for (const nth of [1, 2]) {
    const at = `/summits/quays/sessions/q-${nth}`;
    await make('/summits/quays/sessions', { reference: `Q ${nth}`, title: { en: `Quay ${nth}` }, track: 'voices' });
    await pass(at, 'submitted', 'accepted');
    const { slug } = await make(`${at}/panelists`, { person: id, role: 'panelist' });
    await pass(`${at}/panelists/${String(slug)}`, 'confirmed');
  }
  const folder = await mkdtemp(join(tmpdir(), 'board-'));
  await bundleForBrowsers(folder, 'web');
  script = await readFile(join(folder, 'web', 'board.js'), 'utf8');
  served = await serving((site) => pages(aSite(house, { site })));
  browser = await aBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await house?.close();
});

beforeEach(async () => {
  if (!hasBrowser) return;
  page = await browser.newPage({ viewport: { width: 1280, height: 1500 } });
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.context().addCookies([{ name: 'plenary', value: await tokenFor('amira'), url: served.site }]);
  await page.route('**/assets/board.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  for (const session of ['q-1', 'q-2'])
    await house.secretariat.delete(`/summits/quays/sessions/${session}/placement`, { 'if-match': '*' });
  await page.goto(`${served.site}/en/organize/quays/board`);
});
afterEach(async () => {
  await page?.close();
  expect(complaints).toEqual([]);
});

const placeOf = async (session: string): Promise<Json> => {
  const { json } = await house.secretariat.get(`/summits/quays/sessions/${session}/placement`);
  return { room: json.room, at: (json.local as Json | undefined)?.start };
};
const put = (session: string, room: string, start: string): Promise<unknown> =>
  house.secretariat.put(`/summits/quays/sessions/${session}/placement`, { room, start }, { 'if-match': '*' });
const chip = (session: string) => page.locator(`.chip[data-session="${session}"]`);
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const hears = (text: string): Promise<unknown> => page.waitForSelector(`.say:has-text("${text}")`);

test('a session is dragged to a room and a time, and out of it again', async () => {
  const hour = (await page.locator('.hour', { hasText: '10:00' }).boundingBox()) ?? { y: 0 };
  const room = (await page.locator('.room', { hasText: 'Mill' }).boundingBox()) ?? { x: 0 };
  await chip('q-1').hover();
  await page.mouse.down();
  await page.mouse.move(room.x + 40, hour.y + 10, { steps: 4 });
  await page.mouse.up();
  await hears('Q 1 now stands in Mill, Monday 10 March, 10:00–11:30.');
  expect(await placeOf('q-1')).toEqual({ room: 'mill', at: '2031-03-10T10:00' });

  const tray = (await page.locator('.tray').boundingBox()) ?? { x: 0, y: 0 };
  await chip('q-1').hover();
  await page.mouse.down();
  await page.mouse.move(tray.x + 20, tray.y + 20, { steps: 4 });
  await page.mouse.up();
  await hears('Q 1 was taken off');
  expect(await placeOf('q-1')).toEqual({ room: undefined, at: undefined });
});

test('a session is placed by keyboard; a double booking is undone and named, and the nearest place taken', async () => {
  await put('q-1', 'hall', '2031-03-10T09:30');
  await page.reload();
  await chip('q-2').focus();
  await press('Enter');
  await hears('Q 2 picked up. Hall, 09:00. Taken by Q 1.');
  await press('ArrowRight', 'ArrowDown');
  await hears('Mill, 09:15. Free.');
  await press('Escape');
  await hears('Cancelled. Q 2 stays where it was.');
  expect(await violationsOf(page)).toEqual([]);

  await press('Enter', 'ArrowRight', 'ArrowDown', 'Enter');
  await page.waitForSelector('#refusal');
  await hears('Q 2 was not moved');
  expect(await page.textContent('#refusal li')).toContain(
    'Ilka Verrane is taken by Q 1: Monday 10 March, 09:30–10:45.',
  );
  expect(await chip('q-2').evaluate((element) => element.parentElement?.parentElement?.className)).toBe('tray');
  expect(await placeOf('q-2')).toEqual({ room: undefined, at: undefined });
  expect(await violationsOf(page)).toEqual([]);

  await page.waitForSelector('#refusal button[name="place"]:focus');
  await press('Enter');
  await hears('Q 2 now stands in Mill, Monday 10 March, 11:00–12:30.');
  expect(await placeOf('q-2')).toEqual({ room: 'mill', at: '2031-03-10T11:00' });
  expect(await page.evaluate('document.activeElement.dataset.session')).toBe('q-2');
  await press('Delete');
  await hears('Q 2 was taken off');
});

test('what another organizer moved is shown and told, and not overwritten', async () => {
  await put('q-1', 'hall', '2031-03-10T11:00');
  await page.evaluate("dispatchEvent(new Event('focus'))");
  await hears('Changed meanwhile by somebody else: Q 1: Hall, 11:00–12:30');

  await put('q-2', 'hall', '2031-03-11T09:00');
  await chip('q-2').focus();
  await press('Enter', 'ArrowDown', 'Enter');
  await page.waitForSelector('#refusal');

  expect(await page.textContent('#refusal')).toContain('It now stands in Hall, Tuesday 11 March, 09:00–10:30.');
  expect(await placeOf('q-2')).toEqual({ room: 'hall', at: '2031-03-11T09:00' });
});

test('on a telephone the board is a list of sessions that open their forms', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflowOf(page)).toBe(0);
  await chip('q-1').focus();
  await press('Enter');
  await page.waitForURL('**/board/q-1**');
  expect(await violationsOf(page)).toEqual([]);
});
