// Cuts the letters that pages are set in out of their packages, so that a first visit loads little: no more weights than the style has, and what is
// seldom met in files of its own. `npm run letters` writes them beside the functions that give them to browsers; they are made anew when a package is.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'functions/web/letters');
const list = join(root, 'functions/web/letters.json');

/** @typedef {{ family: string, package: string, part: string, style: string, digest: string }} Font */
/** @typedef {Record<string, { of: string, range: string }>} Parts */

/** @type {(range: string) => string} every letter of a CSS unicode-range */
const lettersIn = (range) =>
  range
    .split(',')
    .map((one) =>
      one
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16)),
    )
    .flatMap(([first = 0, last = first]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    .map((code) => String.fromCodePoint(code))
    .join('');

/** @type {(font: Pick<Font, 'package' | 'part' | 'style'>) => string} */
const fileOf = (font) => `${font.package}-${font.part}-${font.style}.woff2`;

/**
 * Cuts one font out of its package.
 * @type {(font: Pick<Font, 'package' | 'part' | 'style'>, parts: Parts) => Promise<Buffer>}
 */
export const cut = async (font, parts) => {
  const { of = '', range = '' } = parts[font.part] ?? {};
  const file = `${font.package}-${of}-wght-${font.style}.woff2`;
  const whole = await readFile(join(root, 'node_modules/@fontsource-variable', font.package, 'files', file));
  const variationAxes = { wght: { min: 400, max: 700 } };
  return subsetFont(whole, lettersIn(range), { targetFormat: 'woff2', variationAxes });
};

const cutAll = async () => {
  const { parts, fonts } = JSON.parse(await readFile(list, 'utf8'));
  await mkdir(folder, { recursive: true });
  for (const font of fonts) {
    const bytes = await cut(font, parts);
    font.digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    await writeFile(join(folder, fileOf(font)), bytes);
    console.log(`${fileOf(font)}: ${bytes.length} bytes`);
  }
  await writeFile(list, `${JSON.stringify({ parts, fonts }, undefined, 2)}\n`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await cutAll();
