import { readFile } from 'node:fs/promises';
import letters from './letters.json' with { type: 'json' };

const { fonts, parts } = letters;

/** A part of a family of letters, as infra/letters.mjs cut it out of its package; the digest is of its bytes. */
type Font = (typeof fonts)[number];

const nameOf = ({ package: from, part, style }: Font): string => `${from}-${part}-${style}.woff2`;

const pathOf = (font: Font): string => `/assets/${nameOf(font).replace('.', `.${font.digest}.`)}`;

const rangeOf = ({ part }: Font): string => parts[part as keyof typeof parts].range;

/** What a style says of the letters: a browser loads those that a page has. Where two parts have a letter it takes the later one, so what is seldom met stands first. */
export const fontCss = fonts
  .map(
    (font) =>
      `@font-face{font-family:"${font.family}";src:url(${pathOf(font)}) format("woff2");font-weight:400 700;font-style:${font.style};font-display:swap;unicode-range:${rangeOf(font)}}`,
  )
  .join('\n');

const needed: Readonly<Record<string, readonly string[]>> = {
  ar: ['noto-naskh-arabic-arabic-normal.woff2'],
  ru: ['source-serif-4-cyrillic-normal.woff2', 'source-sans-3-cyrillic-normal.woff2'],
  zh: ['source-sans-3-latin-normal.woff2'],
};
const usual = ['source-serif-4-latin-normal.woff2', 'source-sans-3-latin-normal.woff2'];

/** The letters that every page in a language begins with: a page asks for them before its style does. */
export const preloadedFonts = (language: string): readonly string[] => {
  const names = needed[language] ?? usual;
  return fonts.filter((font) => names.includes(nameOf(font))).map(pathOf);
};

const known = new Map(fonts.map((font) => [pathOf(font), font]));

/** The bytes of the letters at an address; undefined where there are none. */
export const fontAt = async (path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const font = known.get(path);
  return font && new Uint8Array(await readFile(new URL(`./letters/${nameOf(font)}`, import.meta.url)));
};
