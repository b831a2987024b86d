import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { digest } from '../../shared/domain/digest.ts';
import { notFound } from '../../shared/domain/error.ts';
import { baseCss } from './css-base.ts';
import { boardCss } from './css-board.ts';
import { declarationCss } from './css-declaration.ts';
import { formCss } from './css-form.ts';
import { frameCss } from './css-frame.ts';
import { partsCss } from './css-parts.ts';
import { placesCss, programmeCss } from './css-programme.ts';
import { sessionCss } from './css-session.ts';
import { workspaceCss } from './css-workspace.ts';
import { fontAt, fontCss } from './font.ts';
import { worldSvg } from './land.ts';
import { icon } from './mark.ts';

export { preloadedFonts } from './font.ts';

interface Asset {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Small enough to be worth it: a text whose address says what it holds. */
  text?: boolean;
  /** Its address stays while what is there changes. */
  changes?: boolean;
}

const texts: Record<string, { type: string; text: string }> = {};

/** Keeps a text under an address of its own, so that a browser may keep it for good. */
const kept = (name: string, ending: string, type: string, text: string): string => {
  const path = `/assets/${name}.${digest(text).slice(0, 12)}.${ending}`;
  texts[path] = { type, text };
  return path;
};

const sheets = [baseCss, frameCss, partsCss, formCss, sessionCss, declarationCss, programmeCss, boardCss, workspaceCss];

// Its remarks and its indents are for whoever reads it here.
const style = [fontCss, ...sheets, placesCss].join('').replaceAll(/\/\*.*?\*\/|\n\s*/g, '');

/** Where the pages' style and their icon lie. */
export const stylePath = kept('site', 'css', 'text/css; charset=utf-8', style);
export const iconPath = kept('mark', 'svg', 'image/svg+xml', icon);
// A map knows this address by itself.
kept('world', 'svg', 'image/svg+xml', worldSvg);

/** Where a script of `browser/` lies, by its name. */
export const scriptPath = (name: string): string => `/assets/${name}.js`;

/** Reads a file that the build wrote beside the function. */
export type Read = (file: string) => Promise<Uint8Array>;

export const built: Read = (file) => readFile(new URL(`./${file}`, import.meta.url));

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const scriptAt = async (path: string, read: Read): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const name = /^\/assets\/([a-z-]+\.js)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  try {
    return new Uint8Array(await read(name));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const found = async (path: string, read: Read): Promise<Asset> => {
  const text = texts[path];
  if (text) return { type: text.type, bytes: new TextEncoder().encode(text.text), text: true };
  const font = await fontAt(path);
  if (font) return { type: 'font/woff2', bytes: font };
  const script = await scriptAt(path, read);
  if (script) return { type: 'text/javascript; charset=utf-8', bytes: script, text: true, changes: true };
  throw notFound('file');
};

interface Packed extends Asset {
  tag: string;
  small?: Uint8Array<ArrayBuffer>;
}

const packed = async (path: string, read: Read): Promise<Packed> => {
  const asset = await found(path, read);
  const tag = `"${createHash('sha256').update(asset.bytes).digest('hex').slice(0, 16)}"`;
  return { ...asset, tag, ...(asset.text && { small: new Uint8Array(brotliCompressSync(asset.bytes)) }) };
};

// A function that lives on reads and packs each only once.
const met = new Map<string, Promise<Packed>>();

const known = (path: string, read: Read): Promise<Packed> => {
  if (read !== built) return packed(path, read);
  const now = met.get(path) ?? packed(path, read);
  met.set(path, now);
  now.catch(() => met.delete(path));
  return now;
};

const usual = {
  'x-content-type-options': 'nosniff',
  // The icon has a style of its own.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  vary: 'accept-encoding',
};

/** What works for pages while they load may fetch for them what they may, and for pages at any address. */
const working = { 'content-security-policy': "default-src 'self'", 'service-worker-allowed': '/' };

/** Answers what a page loads: style, icon, letters and scripts. `asked` are the headers it was asked with. Errors: `not-found`. */
export const assetAt = async (path: string, asked = new Headers(), read: Read = built): Promise<Response> => {
  const { type, bytes, small, tag, changes } = await known(path, read);
  const headers: Record<string, string> = {
    ...usual,
    ...(path.endsWith('-worker.js') ? working : {}),
    'content-type': type,
    'cache-control': changes ? 'public, max-age=300' : 'public, max-age=31536000, immutable',
    etag: tag,
  };
  if (asked.get('if-none-match')?.replace('W/', '') === tag) return new Response(null, { status: 304, headers });
  const takesBrotli = /\bbr\b/.test(asked.get('accept-encoding') ?? '');
  if (!small || !takesBrotli) return new Response(bytes, { headers });
  return new Response(small, { headers: { ...headers, 'content-encoding': 'br' } });
};
