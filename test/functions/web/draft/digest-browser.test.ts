import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { pages } from '../../../../functions/web/app.tsx';
import { aBrowser, hasBrowser } from '../../../browser.ts';
import { tokenFor } from '../../../door.ts';
import { needs } from '../../../needs.ts';
import { aSite, builtForBrowsers, serving } from '../../../pages.ts';
import { aFoundedHouse } from '../../../told.ts';
import { beside, tell } from '../../../story.ts';

needs(hasBrowser, 'Chromium')('a paper’s digest is computed in the browser, and the paper goes nowhere', async () => {
  const house = await aFoundedHouse();
  await tell(house.secretariat, beside);
  const served = await serving((site) => pages(aSite(house, { site }), builtForBrowsers));
  const browser = await aBrowser();
  try {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'plenary', value: await tokenFor('amira'), url: served.site }]);
    const page = await context.newPage();
    await page.goto(`${served.site}/en/organize/arvenne-2031/declarations/quay-pledge/signatures/new`);
    const sent: string[] = [];
    page.on('request', (request) => {
      // The icon may come in late.
      if (request.method() !== 'GET' || !request.url().includes('/assets/')) sent.push(request.url());
    });
    const paper = Buffer.from('Signed by hand, with a seal.');

    await page.setInputFiles('file-digest input[type=file]', {
      name: 'signed.pdf',
      mimeType: 'application/pdf',
      buffer: paper,
    });

    const field = page.locator('file-digest input:not([type=file])');
    await expect.poll(() => field.inputValue()).toBe(createHash('sha256').update(paper).digest('hex'));
    expect(sent).toEqual([]);
  } finally {
    await browser.close();
    await served.stop();
    await house.close();
  }
});
