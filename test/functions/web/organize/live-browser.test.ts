import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { pages } from '../../../../functions/web/app.tsx';
import { aBrowser, hasBrowser, overflowOf, violationsOf } from '../../../browser.ts';
import { tokenFor } from '../../../door.ts';
import { needs } from '../../../needs.ts';
import { aSite, builtForBrowsers, serving } from '../../../pages.ts';
import { aPlanningHouse, type PlanningHouse, summitAt, workAt } from '../../../planning.ts';

// The desk of a session where there is script: its panel changes, and the page stays.

const test = needs(hasBrowser, 'Chromium');

let world: PlanningHouse;
let served: Awaited<ReturnType<typeof serving>>;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  world = await aPlanningHouse();
  await world.session('VC 1', {}, 'submitted', 'accepted');
  for (const name of ['Lina Okafor', 'Omar Teixeira'])
    await world.secretariat.make(`${summitAt}/sessions/vc-1/panelists`, {
      person: await world.person(name),
      role: 'panelist',
      organizations: [{ organization: 'port-selva' }],
    });
  served = await serving((site) => pages(aSite(world.house, { site }), builtForBrowsers));
  browser = await aBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await world?.house.close();
});

test('a panel is put in another order, judged anew and told, without leaving the page', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await context.addCookies([{ name: 'plenary', value: await tokenFor('ines'), url: served.site }]);
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(`${served.site}${workAt}/sessions/vc-1`);
  const said = page.locator('#live-said');
  await page.evaluate("document.body.dataset.stays = 'yes'");

  // Meanwhile somebody else waives the rule: the next answer shows that, too.
  const reason = 'Two banks of one city.';
  await world.secretariat.make(`${summitAt}/sessions/vc-1/waivers`, { rule: 'one-per-organization', reason });
  await page.getByRole('button', { name: 'Move Lina Okafor down' }).click();
  await said.filter({ hasText: 'The order was changed.' }).waitFor();
  expect(await page.locator('#panel b').allInnerTexts()).toEqual(['Omar Teixeira', 'Lina Okafor']);
  expect(await page.locator('#checks').innerText()).toContain(`Waived: ${reason}`);
  expect(await page.evaluate('document.activeElement.textContent')).toContain('Move Lina Okafor up');

  await page.getByRole('button', { name: 'Invite all 2' }).click();
  await page.locator('.faults').waitFor();
  expect(await said.textContent()).toContain('Lina Okafor was not invited');
  expect(await page.evaluate('document.body.dataset.stays')).toBe('yes');
  expect([await overflowOf(page), await violationsOf(page), complaints]).toEqual([0, [], []]);
  await context.close();
}, 120_000);
