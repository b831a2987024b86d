import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { handle } from 'hono/aws-lambda';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { assetAt, iconPath, preloadedFonts, scriptPath, stylePath } from '../../../functions/web/asset.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';

const brotli = new Headers({ 'accept-encoding': 'gzip, deflate, br' });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const style = async (): Promise<string> => (await assetAt(stylePath)).text();
const fontPaths = async (): Promise<string[]> => (await style()).match(/\/assets\/[\w.-]+\.woff2/g) ?? [];

describe('what a page loads', () => {
  test('is kept by a browser for good, because its address says what it holds', async () => {
    for (const path of [stylePath, iconPath, ...(await fontPaths())]) {
      const { headers } = await assetAt(path);
      expect([path, headers.get('cache-control')]).toEqual([path, 'public, max-age=31536000, immutable']);
    }
  });

  test('is at most nine kilobytes of style, and says the same when it is not packed', async () => {
    const small = await assetAt(stylePath, brotli);
    const packed = await bytesOf(small);
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(packed).toString()).toBe(await style());
    expect(packed.length).toBeLessThan(9 * 1024);
  });

  test('are letters whose address is that of their bytes', async () => {
    const paths = await fontPaths();
    expect(paths.length).toBe(16);
    for (const path of paths) {
      const response = await assetAt(path);
      const digest = createHash('sha256')
        .update(await bytesOf(response))
        .digest('hex');
      expect(path).toContain(`.${digest.slice(0, 12)}.`);
      expect(response.headers.get('content-type')).toBe('font/woff2');
    }
  });

  test.each([
    { what: 'a page in English, French or Spanish', language: 'en', also: ['serif-4-latin-italic'] },
    { what: 'names in the rest of Latin', language: 'en', also: ['-latin-italic', '-latin-ext-'] },
    { what: 'Arabic within it', language: 'en', also: ['-latin-italic', 'naskh-arabic-arabic-normal'] },
    { what: 'a page in Arabic, with Latin names', language: 'ar', also: ['-latin-normal', '-latin-ext-normal'] },
    { what: 'a page in Russian, with Latin names', language: 'ru', also: ['cyrillic-italic', '-latin-normal'] },
  ])('is 160 KB on a first visit, with what $what is set in', async ({ language, also }) => {
    const asked = (await fontPaths()).filter((path) => also.some((part) => path.includes(part)));
    const loaded = new Set([stylePath, ...preloadedFonts(language), ...asked]);
    const sizes = await Promise.all(
      [...loaded].map(async (path) => (await bytesOf(await assetAt(path, brotli))).length),
    );
    expect(loaded.size).toBeGreaterThan(also.length + 1);
    // Ten are left for the page itself.
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(150 * 1000);
  });

  test('begins with letters that the style names, in every language', async () => {
    const paths = await fontPaths();
    for (const language of pageLanguages) {
      expect(preloadedFonts(language).length).toBeGreaterThan(0);
      expect(paths).toEqual(expect.arrayContaining([...preloadedFonts(language)]));
    }
  });

  test('goes through a Lambda unharmed', async () => {
    const [path = ''] = preloadedFonts('en');
    const app = new Hono().get('/assets/:file', (context) => assetAt(context.req.path));
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: '',
      headers: { host: 'plenary.example' },
      requestContext: { domainName: 'plenary.example', http: { method: 'GET' } },
      isBase64Encoded: false,
    };
    const { isBase64Encoded, body } = await handle(app)(event as never);
    expect(isBase64Encoded).toBe(true);
    expect(Buffer.from(body, 'base64')).toEqual(await bytesOf(await assetAt(path)));
  });

  test('is a script that may change: asked for again after minutes, and then not sent twice', async () => {
    const read = async (): Promise<Buffer> => Buffer.from('export {};');
    const { status, headers } = await assetAt(scriptPath('board'), undefined, read);
    expect([status, headers.get('cache-control'), headers.get('content-type')]).toEqual([
      200,
      'public, max-age=300',
      'text/javascript; charset=utf-8',
    ]);
    const known = new Headers({ 'if-none-match': headers.get('etag') ?? '' });
    expect((await assetAt(scriptPath('board'), known, read)).status).toBe(304);
  });

  test.each(['/assets/nothing.css', '/assets/nothing.js', '/assets/..%2findex.js', '/assets/x.000000000000.woff2'])(
    'is not %s',
    async (path) => {
      await expect(assetAt(path)).rejects.toMatchObject({ code: 'not-found' });
    },
  );
});
