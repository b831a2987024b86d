import type { MailLanguage } from '../../shared/domain/language.ts';
import type { Position } from '../../shared/domain/organization.ts';
import { numeral } from '../../shared/words/intl.ts';
import { mapWordsIn } from '../../shared/words/map.ts';
import { worldPath } from './land.ts';
import { pointOf } from './projection.ts';

/** A dot on the map: where, and how many people, if that is known. */
export interface Place extends Pick<Position, 'latitude' | 'longitude'> {
  people?: number | undefined;
}

// Under 200,000 or not known, up to a million, and more. The largest come last, because they lie on top.
const sizes = ['d1', 'd2', 'd3'] as const;
type Size = (typeof sizes)[number];

const sizeOf = ({ people = 0 }: Place): Size => {
  if (people < 200_000) return 'd1';
  return people <= 1_000_000 ? 'd2' : 'd3';
};

// The largest are coloured otherwise, too.
const classes: Readonly<Record<Size, string>> = { d1: 'd1', d2: 'd2', d3: 'd3 many' };
// How thick the dots are drawn; many of them are drawn finer, or they would hide the land.
const widths: Readonly<Record<Size, readonly [few: number, many: number]>> = {
  d1: [3.2, 1.6],
  d2: [5.4, 2.8],
  d3: [8.6, 4.6],
};
const many = 1_500;

/** A dot in halves of the map's units, which is finer than a screen shows: across, and down. */
type Dot = readonly [x: number, y: number];

const dotOf = ({ latitude, longitude }: Place): Dot => {
  const [x, y] = pointOf(latitude, longitude);
  return [Math.round(x * 2), Math.round(y * 2)];
};

const fromWest = ([x, y]: Dot, [otherX, otherY]: Dot): number => x - otherX || y - otherY;

/** One path for all dots: a line of no length with round ends is a dot. Each is said from the one before it, from west to east, in about 8 characters. */
const pathOf = (dots: readonly Dot[]): string =>
  dots
    .toSorted(fromWest)
    .map(([x, y], at, all) => {
      const [beforeX, beforeY] = all[at - 1] ?? [0, 0];
      return `m${(x - beforeX) / 2} ${(y - beforeY) / 2}h0`;
    })
    .join('');

/** The dots of each size; what lies on the same half is one dot. */
const dotsOf = (places: readonly Place[]): Record<Size, readonly Dot[]> => {
  const dots = { d1: new Map<string, Dot>(), d2: new Map<string, Dot>(), d3: new Map<string, Dot>() };
  for (const place of places) {
    const dot = dotOf(place);
    dots[sizeOf(place)].set(dot.join(' '), dot);
  }
  return { d1: [...dots.d1.values()], d2: [...dots.d2.values()], d3: [...dots.d3.values()] };
};

const Legend = ({ language }: { language: MailLanguage }) => {
  const words = mapWordsIn(language);
  const labels: Readonly<Record<Size, string>> = { d1: words.under, d2: words.between, d3: words.over };
  return (
    <ul class="legend" aria-label={words.people}>
      {sizes.map((size) => (
        <li>
          <svg viewBox="0 0 12 12" aria-hidden="true" class="dots">
            <path class={classes[size]} stroke-width={widths[size][0]} d="M6 6h0" />
          </svg>
          {labels[size]}
        </li>
      ))}
    </ul>
  );
};

/**
 * Where they are: the land, which a browser loads once and keeps, and a dot for each. No border is drawn, so none is disputed.
 *
 * `label` says in words what is seen; `missing` is how many have no position: said below, because a map that leaves them out in silence would lie.
 */
export const WorldMap = ({
  language,
  places,
  label,
  missing = 0,
}: {
  language: MailLanguage;
  places: readonly Place[];
  label: string;
  missing?: number;
}) => {
  const dots = dotsOf(places);
  const fine = places.length > many ? 1 : 0;
  return (
    <figure class="map">
      <svg viewBox="0 0 960 440" role="img" aria-label={label}>
        <use class="land" href={`${worldPath}#land`} />
        <g class="dots">
          {sizes.map((size) =>
            dots[size].length === 0 ? null : (
              <path class={classes[size]} stroke-width={widths[size][fine]} d={pathOf(dots[size])} />
            ),
          )}
        </g>
      </svg>
      <figcaption>
        <Legend language={language} />
        {missing > 0 ? <p>{mapWordsIn(language).missing.replace('{count}', numeral(language, missing))}</p> : null}
      </figcaption>
    </figure>
  );
};
