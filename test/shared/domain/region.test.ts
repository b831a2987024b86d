import { describe, expect, test } from 'vitest';
import { isCountry } from '../../../shared/domain/country.ts';
import { isLeastDeveloped, listedAsOf } from '../../../shared/domain/least-developed.ts';
import { regionOf } from '../../../shared/domain/region.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountry);

describe('the regions of UN M49', () => {
  test('have every country and territory of ISO 3166-1 but Antarctica, and Kosovo', () => {
    expect(codes).toHaveLength(249 + 1);
    expect(codes.filter((code) => !regionOf(code))).toEqual(['AQ']);
  });

  test('are five, with seventeen sub-regions', () => {
    const lying = codes.flatMap((code) => regionOf(code) ?? []);
    const count = (region: string): number => lying.filter((one) => one.region === region).length;

    expect(new Set(lying.map(({ subRegion }) => subRegion)).size).toBe(17);
    // M49 has 50 in Asia and 51 in Europe: Taiwan and Kosovo are counted where they lie.
    expect(['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'].map(count)).toEqual([60, 57, 51, 52, 29]);
  });

  test.each([
    ['EG', 'Africa', 'Northern Africa'],
    ['TR', 'Asia', 'Western Asia'],
    ['CY', 'Asia', 'Western Asia'],
    ['RU', 'Europe', 'Eastern Europe'],
    ['MX', 'Americas', 'Latin America and the Caribbean'],
    ['XK', 'Europe', 'Southern Europe'],
  ])('%s lies in %s, %s', (code, region, subRegion) => {
    expect(regionOf(code)).toEqual({ region, subRegion });
  });
});

describe('least developed countries', () => {
  test.each([
    ['2023-12-12', 46],
    ['2023-12-13', 45],
    ['2024-12-13', 44],
    [listedAsOf, 44],
    ['2026-11-23', 44],
    ['2026-11-24', 41],
    ['2027-12-13', 40],
    ['2029-12-19', 38],
  ])('on %s they are %i', (day, many) => {
    expect(codes.filter((code) => isLeastDeveloped(code, day))).toHaveLength(many);
  });

  test('are judged by the day, not by today', () => {
    expect([isLeastDeveloped('NP', '2026-11-23'), isLeastDeveloped('NP', '2027-03-10')]).toEqual([true, false]);
  });
});
