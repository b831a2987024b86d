import { digest } from '../../shared/domain/digest.ts';
import { notFound } from '../../shared/domain/error.ts';
import { baseCss } from './css-base.ts';
import { partsCss } from './css-parts.ts';
import { icon } from './mark.ts';

interface Asset {
  type: string;
  text: string;
}

const addressed = (name: string, ending: string, { text }: Asset): string =>
  `/assets/${name}.${digest(text).slice(0, 12)}.${ending}`;

const style: Asset = { type: 'text/css; charset=utf-8', text: `${baseCss}\n${partsCss}\n` };
const tab: Asset = { type: 'image/svg+xml', text: icon };

/** Where the pages' style and their icon lie: an address of its own for each content, so that a browser may keep it for good. */
export const stylePath = addressed('site', 'css', style);
export const iconPath = addressed('mark', 'svg', tab);

const assets: Readonly<Record<string, Asset>> = { [stylePath]: style, [iconPath]: tab };

/** Answers what a page loads. Errors: `not-found`. */
export const assetAt = (path: string): Response => {
  const asset = assets[path];
  if (!asset) throw notFound('file');
  return new Response(asset.text, {
    headers: {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      // The icon has a style of its own.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
};
