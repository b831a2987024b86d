import { readFile } from 'node:fs/promises';
import listed from './fonts.json' with { type: 'json' };

/** A part of a family of letters, as its package has it; the digest is of its bytes. */
type Font = (typeof listed)[number];

// As the packages divide them, but without what would load Arabic letters for the sake of a hyphen.
const letters: Readonly<Record<string, string>> = {
  latin:
    'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-304,U+308,U+329,U+1D00-1DBF,U+1E00-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116',
  arabic: 'U+600-6FF,U+750-77F,U+870-88E,U+890-891,U+897-8FF,U+FB50-FDFF,U+FE70-FEFC',
};

const nameOf = ({ package: from, subset, style }: Font): string => `${from}-${subset}-wght-${style}.woff2`;

const pathOf = (font: Font): string => `/assets/${nameOf(font).replace('.', `.${font.digest}.`)}`;

const weights = ({ subset }: Font): string => (subset === 'arabic' ? '400 700' : '200 900');

/** What a style says of the letters: a browser loads those that a page has. */
export const fontCss = listed
  .map(
    (font) =>
      `@font-face{font-family:"${font.family}";src:url(${pathOf(font)}) format("woff2");font-weight:${weights(font)};font-style:${font.style};font-display:swap;unicode-range:${letters[font.subset]}}`,
  )
  .join('\n');

const needed: Readonly<Record<string, readonly string[]>> = {
  ar: ['noto-naskh-arabic-arabic-wght-normal.woff2'],
  ru: ['source-serif-4-cyrillic-wght-normal.woff2', 'source-sans-3-cyrillic-wght-normal.woff2'],
  zh: ['source-sans-3-latin-wght-normal.woff2'],
};
const usual = ['source-serif-4-latin-wght-normal.woff2', 'source-sans-3-latin-wght-normal.woff2'];

/** The letters that every page in a language begins with: a page asks for them before its style does. */
export const preloadedFonts = (language: string): readonly string[] => {
  const names = needed[language] ?? usual;
  return listed.filter((font) => names.includes(nameOf(font))).map(pathOf);
};

const fonts = new Map(listed.map((font) => [pathOf(font), font]));

/** The bytes of the letters at an address; undefined where there are none. They lie beside the function, or, where nothing is built, in their package. */
export const fontAt = async (path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const font = fonts.get(path);
  if (!font) return undefined;
  const name = nameOf(font);
  const source = new URL(`../../node_modules/@fontsource-variable/${font.package}/files/${name}`, import.meta.url);
  const beside = readFile(new URL(`./${name}`, import.meta.url));
  return new Uint8Array(await beside.catch(() => readFile(source)));
};
