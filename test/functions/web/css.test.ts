import { describe, expect, test } from 'vitest';
import { baseCss } from '../../../functions/web/css-base.ts';

type Channels = [red: number, green: number, blue: number];
type Scheme = 'light' | 'dark';

const channels = (hex: string): Channels => {
  const at = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
};

const tokens = new Map(
  [...baseCss.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light: channels(light), dark: channels(dark) },
  ]),
);

const colour = (name: string, scheme: Scheme): Channels => {
  const token = tokens.get(name);
  if (!token) throw new Error(`There is no colour --${name}.`);
  return token[scheme];
};

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
const luminance = (channels: Channels): number => {
  const [red, green, blue] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: Channels, other: Channels): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** A colour laid thinly over another. The style mixes in Oklab; in sRGB, as here, it comes out less than a hundredth apart. */
const over = (colour: Channels, ground: Channels, share: number): Channels =>
  colour.map((channel, index) => channel * share + (ground[index] ?? 0) * (1 - share)) as Channels;

const hues = Array.from({ length: 8 }, (_, index) => `hue-${index + 1}`);
const grounds = ['paper', 'leaf', 'well'];
const text: [letters: string, grounds: string[]][] = [
  ['ink', [...grounds, 'accent-tint', 'clay-tint', 'good-tint', 'bad-tint']],
  ['soft', [...grounds, 'accent-tint', 'clay-tint', 'good-tint', 'bad-tint']],
  ['accent', [...grounds, 'accent-tint', 'clay-tint']],
  ['clay', [...grounds, 'clay-tint']],
  ['good', [...grounds, 'good-tint']],
  ['bad', [...grounds, 'bad-tint', 'clay-tint']],
  ['on-accent', ['accent']],
  // The sign in a check's disc.
  ['leaf', ['good', 'clay', 'bad']],
];

describe.each<Scheme>(['light', 'dark'])('the colours of the %s scheme', (scheme) => {
  const pairs = text.flatMap(([letters, on]) => on.map((ground) => [letters, ground] as const));
  const thin = (least: number, checked: [name: string, ratio: number][]): string[] =>
    checked.filter(([, ratio]) => ratio < least).map(([name, ratio]) => `${name}: ${ratio.toFixed(2)}`);

  test('let every text be read: 4.5 to 1', () => {
    const ratios = pairs.map(([letters, ground]): [string, number] => [
      `${letters} on ${ground}`,
      contrast(colour(letters, scheme), colour(ground, scheme)),
    ]);
    expect(thin(4.5, ratios)).toEqual([]);
  });

  test('let tags and sessions be read in the colour of each theme: 4.5 to 1', () => {
    const leaf = colour('leaf', scheme);
    const ratios = [...hues, 'good', 'clay', 'bad'].flatMap((name): [string, number][] => {
      const hue = colour(name, scheme);
      return [
        [`${name} on its tag`, contrast(hue, over(hue, leaf, 0.09))],
        [`${name} on its face`, contrast(hue, over(hue, leaf, 0.12))],
        [`ink on ${name}`, contrast(colour('ink', scheme), over(hue, leaf, 0.16))],
        [`soft on ${name}`, contrast(colour('soft', scheme), over(hue, leaf, 0.16))],
        [`clay on ${name}`, contrast(colour('clay', scheme), over(hue, leaf, 0.16))],
      ];
    });
    expect(thin(4.5, ratios)).toEqual([]);
  });

  test('let fields, marks and what is chosen be seen: 3 to 1', () => {
    const ratios = ['edge', 'accent', 'clay', 'bad', 'good', ...hues].flatMap((name) =>
      grounds.map((ground): [string, number] => [
        `${name} on ${ground}`,
        contrast(colour(name, scheme), colour(ground, scheme)),
      ]),
    );
    expect(thin(3, ratios)).toEqual([]);
  });
});
