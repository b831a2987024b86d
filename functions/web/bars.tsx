import type { MailLanguage } from '../../shared/domain/language.ts';
import { type Region, regionOf } from '../../shared/domain/region.ts';
import { numeral } from '../../shared/words/intl.ts';
import { namedRegion } from '../../shared/words/region.ts';

interface Bar {
  region: Region | undefined;
  count: number;
}

/** How many lie in each region of UN M49, most first; those of no known region last. */
const countsOf = (countries: readonly (string | undefined)[]): Bar[] => {
  const counts = new Map<Region | undefined, number>();
  for (const country of countries) {
    const region = country === undefined ? undefined : regionOf(country)?.region;
    counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return [...counts]
    .map(([region, count]) => ({ region, count }))
    .toSorted((a, b) => Number(a.region === undefined) - Number(b.region === undefined) || b.count - a.count);
};

/** How many there are in each region, as bars with their numbers. `countries` has one entry for each that is counted: the code of its country, if known. */
export const RegionBars = ({
  language,
  countries,
}: {
  language: MailLanguage;
  countries: readonly (string | undefined)[];
}) => {
  const bars = countsOf(countries);
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <ul class="bars">
      {bars.map(({ region, count }) => (
        <li>
          <span>{namedRegion(language, region)}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.round((count / most) * 1000) / 10} height="4" />
          </svg>
          <span class="figures">{numeral(language, count)}</span>
        </li>
      ))}
    </ul>
  );
};
