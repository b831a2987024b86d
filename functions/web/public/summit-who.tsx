import { base } from '../../../shared/contract/mounted.ts';
import { capacities, type Participation } from '../../../shared/domain/participation.ts';
import { countryName } from '../../../shared/words/country.ts';
import { numeral } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { pageAt, recordAt, wordsHere } from './here.ts';

/** A count of the contract, as far as a page shows it. */
export interface Counted {
  organizations: number;
  cities: number;
  countries: number;
  list: string;
  csv: string;
}

const convening: ReadonlySet<string> = new Set(['host', 'chair', 'convenor']);

const convenes = ({ capacities: as }: Participation): boolean => as.some((one) => convening.has(one));

/** Numbers, and the list behind them. */
const Numbers = ({ asked, counts }: { asked: Asked; counts: Counted }) => {
  const { summit: words } = wordsHere(asked);
  const numbers = [
    [counts.organizations, words.organizations],
    [counts.cities, words.cities],
    [counts.countries, words.countries],
  ] as const;
  const shown = numbers.filter(([number]) => number > 0);
  if (shown.length === 0) return null;
  return (
    <>
      <dl class="big">
        {shown.map(([number, label]) => (
          <div>
            <dt>{label}</dt>
            <dd>{numeral(asked.language, number)}</dd>
          </div>
        ))}
      </dl>
      <p class="minor">
        {words.behind}: <a href={counts.list}>JSON</a> · <a href={counts.csv}>CSV</a>
      </p>
    </>
  );
};

const Participant = ({ asked, one }: { asked: Asked; one: Participation }) => {
  const { summit: words, separator, comma } = wordsHere(asked);
  const { counted, organization, capacities: as, state } = one;
  const what = [
    ...capacities.filter((capacity) => as.includes(capacity)).map((capacity) => words.capacities[capacity]),
    ...(state === 'registered' ? [] : [words.states[state]]),
  ];
  return (
    <li>
      <span>
        <a href={pageAt(asked, 'organizations', organization)}>
          <bdi>{counted.printed}</bdi>
        </a>
        {counted.country === undefined ? '' : `${comma}${countryName(asked.language, counted.country)}`}
      </span>
      <span class="minor">{what.join(separator)}</span>
    </li>
  );
};

interface Props {
  asked: Asked;
  summit: string;
  counts: Counted;
  participations: readonly Participation[];
  /** Whether there are more than these. */
  isMore: boolean;
}

/** Who convenes the summit, and everyone who takes part. */
export const Who = ({ asked, summit, counts, participations, isMore }: Props) => {
  const { summit: words } = wordsHere(asked);
  if (participations.length === 0) return null;
  const convenors = participations.filter(convenes);
  return (
    <section class="stack">
      <h2>{words.who}</h2>
      <Numbers asked={asked} counts={counts} />
      {convenors.length > 0 ? (
        <>
          <h3>{words.convened}</h3>
          <ul class="list">
            {convenors.map((one) => (
              <Participant asked={asked} one={one} />
            ))}
          </ul>
        </>
      ) : null}
      {convenors.length === participations.length ? null : (
        <details class="more">
          <summary>{words.everyone}</summary>
          <ul class="list">
            {participations.map((one) => (
              <Participant asked={asked} one={one} />
            ))}
          </ul>
          {isMore ? (
            <p>
              <a href={`${base}${recordAt('summits', summit, 'participations.csv')}`}>{words.more}</a>
            </p>
          ) : null}
        </details>
      )}
    </section>
  );
};
