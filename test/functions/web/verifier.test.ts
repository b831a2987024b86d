import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../../functions/web/app.tsx';
import { scriptPath } from '../../../functions/web/asset.ts';
import type { PackageVerdict } from '../../../shared/domain/package-fault.ts';
import { verifyGiven } from '../../../shared/domain/verify-given.ts';
import { aBrowser, hasBrowser } from '../../browser.ts';
import { aDoor, type Household } from '../../door.ts';
import { needs } from '../../needs.ts';
import { aPackage, chained, receiptFor, usual } from '../../package.ts';
import { aReader, aSite, builtForBrowsers, serving } from '../../pages.ts';
import { aSigner } from '../../signer.ts';

const verifierPath = scriptPath('verify');
const signer = aSigner();
const keys = [JSON.stringify({ keys: signer.keys })];
let house: Household;

beforeAll(async () => {
  house = await aDoor();
});
afterAll(() => house.close());

describe('the verifier of the pages', () => {
  test('is one module that loads nothing else, and is not sent twice', async () => {
    const reader = aReader(pages(aSite(house), builtForBrowsers));
    const { status, headers, html } = await reader.get(verifierPath);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    const loading = /^import\b|\bimport\s*\(|\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon/.exec(html)?.[0];
    expect(loading).toBeUndefined();
    const again = await reader.get(verifierPath, { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.html]).toEqual([304, '']);
  });

  needs(hasBrowser, 'a browser')('says in a browser what it says here, and sends nothing anywhere', async () => {
    const good = await aPackage(signer);
    const bad = Buffer.from(good);
    bad.writeUInt8(bad.readUInt8(200) ^ 1, 200);
    const entries = chained(usual);
    const without = await aPackage(signer, { entries: chained(usual.slice(1)) });
    const receipt = JSON.stringify(receiptFor(entries, 1));
    const cases: [bytes: Buffer, given: Parameters<typeof verifyGiven>[1]][] = [
      [good, { keys }],
      [good, { keys: [signer.keys[0]?.kid ?? ''], receipt }],
      [good, {}],
      [bad, { keys }],
      [without, { keys, receipt }],
      [await aPackage(aSigner()), { keys }],
      [good, { keys: ['no key'] }],
      [Buffer.from('no package'), {}],
    ];
    const served = await serving((site) => pages(aSite(house, { site }), builtForBrowsers));
    const browser: Browser = await aBrowser();
    try {
      const page: Page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => void complaints.push(message.text()));
      page.on('pageerror', (error) => void complaints.push(error.message));
      await page.goto(`${served.site}/en`);
      const asked: string[] = [];
      page.on(
        'request',
        (request) => void asked.push(`${request.method() === 'GET' ? '' : request.method()}${request.url()}`),
      );
      const verdicts: unknown[] = [];
      for (const [bytes, given] of cases) {
        const said = `import('${verifierPath}').then(({ verifyPackage }) => verifyPackage(Uint8Array.from(atob('${bytes.toString('base64')}'), (c) => c.charCodeAt(0)), ${JSON.stringify(given)}))`;
        verdicts.push(await page.evaluate(said));
      }
      const here: PackageVerdict[] = [];
      for (const [bytes, given] of cases) here.push(await verifyGiven(bytes, given));
      expect(verdicts).toEqual(JSON.parse(JSON.stringify(here)));
      expect(here.map(({ verdict }) => verdict)).toEqual([
        'valid',
        'valid',
        'origin-not-shown',
        'wrong',
        'wrong',
        'wrong',
        'not-checked',
        'wrong',
      ]);
      expect(asked).toContain(`${served.site}${verifierPath}`);
      expect(asked.filter((address) => !address.startsWith(`${served.site}/assets/`))).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await served.stop();
    }
  });
});
