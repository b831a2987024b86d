import { expect, test } from 'vitest';
import { RegionBars } from '../../../functions/web/bars.tsx';
import { land, worldPath, worldSvg } from '../../../functions/web/land.ts';
import { type Place, WorldMap } from '../../../functions/web/map.tsx';
import { equalEarth, pointOf } from '../../../functions/web/projection.ts';
import { u20Cities } from '../../../seeds/cities.ts';
import { mailLanguages } from '../../../shared/domain/language.ts';

type Point = readonly [x: number, y: number];

/** The rings of the land, in the units of the map. */
const rings = land
  .split('m')
  .filter((ring) => ring !== '')
  .reduce<{ rings: Point[][]; start: Point }>(
    ({ rings: before, start }, ring) => {
      const steps = [...ring.matchAll(/-?\d+/g)].map(Number);
      let [x, y] = start;
      const points = steps.flatMap((step, at): Point[] => {
        if (at % 2 === 0) return [];
        [x, y] = [x + (steps[at - 1] ?? 0), y + step];
        return [[x / 10, y / 10]];
      });
      const [first] = points;
      // After a "z", the next ring is counted from where this one began.
      return { rings: [...before, points], start: first ? [first[0] * 10, first[1] * 10] : start };
    },
    { rings: [], start: [0, 0] },
  ).rings;

const sidesOf = (ring: readonly Point[]): [Point, Point][] =>
  ring.map((point, at) => [point, ring[(at + 1) % ring.length] ?? point]);
const sides = rings.flatMap(sidesOf);

// A line to the west crosses the coast an odd number of times.
const isLand = ([x, y]: Point): boolean =>
  sides.filter(
    ([[fromX, fromY], [toX, toY]]) =>
      fromY > y !== toY > y && x > fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX),
  ).length %
    2 ===
  1;

const around = ([x, y]: Point, by: number): Point[] =>
  [-by, 0, by].flatMap((east) => [-by, 0, by].map((south): Point => [x + east, y + south]));

test.each([
  // Computed once with d3-geo 3.1.1, `geoEqualEarthRaw`.
  [0, 0, 0, 0],
  [0, 180, 2.7066299836960748, 0],
  [90, 0, 0, 1.3173627591574133],
  [60, -180, -2.0390600875715594, 1.0883008355053194],
  [-34.61315, -58.37723, -0.8026233594431307, -0.6782901967418912],
])('%f° north, %f° east are projected as Equal Earth has it', (latitude, longitude, x, y) => {
  const [east, north] = equalEarth(latitude, longitude);
  expect(east).toBeCloseTo(x, 12);
  expect(north).toBeCloseTo(y, 12);
});

test('the land has the fit of the projection: places far inland lie on it, and the oceans do not', () => {
  expect(rings.length).toBeGreaterThan(100);
  const inland: Record<string, [number, number]> = {
    Madrid: [40.4165, -3.70256],
    Moscow: [55.75222, 37.61556],
    'Mexico City': [19.42847, -99.12766],
    Pretoria: [-25.74486, 28.18783],
    'Alice Springs': [-23.7, 133.88],
    'Ulan Bator': [47.9, 106.9],
  };
  const atSea: Record<string, [number, number]> = {
    'Gulf of Guinea': [0, 0],
    'Bay of Bengal': [14, 88],
    'Tasman Sea': [-38, 160],
    Caribbean: [15, -75],
    'Black Sea': [43.3, 34],
  };
  expect(Object.keys(inland).filter((name) => !isLand(pointOf(...inland[name]!)))).toEqual([]);
  expect(Object.keys(atSea).filter((name) => isLand(pointOf(...atSea[name]!)))).toEqual([]);
});

test('every city of 2018 lies on the land, or within the breadth of a dot of its coast', () => {
  const outside = u20Cities.filter(({ at }) => !around(pointOf(...at), 3).some(isLand));
  expect(outside.map(({ name }) => name)).toEqual([]);
});

test('the picture of the land is small, and has what the map takes from it', () => {
  expect(worldPath).toMatch(/^\/assets\/world\.[0-9a-f]{12}\.svg$/);
  expect(worldSvg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><path id="land" [^>]*\/><\/svg>$/);
  expect(worldSvg.length).toBeLessThan(24_000);
});

const drawn = async (places: readonly Place[], missing?: number): Promise<string> =>
  String(
    await WorldMap({
      language: 'en',
      label: '7 cities in "Asia"',
      places,
      ...(missing === undefined ? {} : { missing }),
    }),
  );

/** How many dots a map has of a size. */
const dotsIn = (html: string, size: string): number => {
  const [, dots = ''] = /<g class="dots">(.*)<\/g>/.exec(html) ?? [];
  return (new RegExp(`<path class="${size}[^"]*"[^>]* d="([^"]*)"`).exec(dots)?.[1] ?? '').split('h0').length - 1;
};

test('a map has a dot for each place, larger where more people live, and says what it shows', async () => {
  const at = (longitude: number, people?: number): Place => ({ latitude: 10, longitude, people });
  const html = await drawn([at(1), at(2, 199_999), at(3, 200_000), at(4, 1_000_000), at(5, 1_000_001)]);

  expect(['d1', 'd2', 'd3'].map((size) => dotsIn(html, size))).toEqual([2, 2, 1]);
  expect(html).toContain('role="img" aria-label="7 cities in &quot;Asia&quot;"');
  expect(html).toContain(`href="${worldPath}#land"`);
  expect(html).not.toContain(' style=');
  expect(html).not.toContain('Not on the map');
});

test('a map says how many are not on it', async () => {
  expect(await drawn([], 1_234)).toContain('Not on the map, because no position is recorded: 1,234');
  expect(await drawn([])).not.toMatch(/<g class="dots">.*<path.*<\/g>/);
});

test.each(mailLanguages)('the words of a map and of bars stand in %s', async (language) => {
  const map = String(await WorldMap({ language, label: '', places: [], missing: 7 }));
  const bars = String(await RegionBars({ language, countries: ['CH', undefined] }));

  expect(map).toMatch(/[:：] ?7<\/p>/);
  expect(map + bars).not.toMatch(/undefined|\{\w+\}/);
});

test('five thousand dots are a small map, and one in the same tenth is not drawn twice', async () => {
  const places = Array.from({ length: 5_000 }, (_, at) => ({
    latitude: ((at * 37) % 1_200) / 10 - 50,
    longitude: ((at * 91) % 3_400) / 10 - 170,
    people: (at * 7_919) % 2_000_000,
  }));

  expect((await drawn(places)).length).toBeLessThan(75_000);
  expect(await drawn([...places, ...places])).toBe(await drawn(places));
});

test('bars count by region, most first, those of no known region last', async () => {
  const html = String(
    await RegionBars({ language: 'fr', countries: ['CH', 'AQ', 'BR', undefined, 'FR', 'XX', 'KE', 'DE'] }),
  );
  const told = [
    ...html.matchAll(/<li><span>([^<]*)<\/span>.*?width="([\d.]+)".*?<span class="figures">(\d+)<\/span>/g),
  ];

  expect(told.map(([, ...said]) => said)).toEqual([
    ['Europe', '100', '3'],
    ['Amériques', '33.3', '1'],
    ['Afrique', '33.3', '1'],
    ['Région non connue', '100', '3'],
  ]);
  expect(String(await RegionBars({ language: 'en', countries: [] }))).toBe('<ul class="bars"></ul>');
});
