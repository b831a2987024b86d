import type { Organization } from '../../../shared/domain/organization.ts';
import type { Signature } from '../../../shared/domain/signature.ts';
import { printCounts } from '../../../shared/documents/record.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated, numeral } from '../../../shared/words/intl.ts';
import { RegionBars } from '../bars.tsx';
import { WorldMap } from '../map.tsx';
import type { Asked } from '../page.ts';
import type { Acts } from './acts.ts';
import { wordsHere } from './here.ts';

/** Who signed; where nobody did and somebody endorsed, they. */
const chiefOf = (acts: Acts): 'signatories' | 'observers' =>
  acts.counts.signatories.organizations === 0 && acts.counts.observers.organizations > 0 ? 'observers' : 'signatories';

/** Organizations, countries, people: as the records count them, with whatever makes the numbers less than they seem. */
export const Numbers = ({ asked, acts }: { asked: Asked; acts: Acts }) => {
  const { signatories: words } = wordsHere(asked);
  const number = (value: number): string => numeral(asked.language, value);
  const { signatories, observers } = acts.counts;
  // Where no country is known, nought would be read as none.
  const isUnknown = signatories.countries === 0 && signatories.organizations > 0;
  const remarks = printCounts(asked.language, acts.counts)[0]?.remarks ?? '';
  return (
    <>
      <dl class="big">
        <div>
          <dt>{words.organizations}</dt>
          <dd>{number(signatories.organizations)}</dd>
        </div>
        <div>
          <dt>{words.countries}</dt>
          <dd>{isUnknown ? '–' : number(signatories.countries)}</dd>
        </div>
        <div>
          <dt>{fill(words.people, { of: number(signatories.people.of) })}</dt>
          <dd>{number(signatories.people.total)}</dd>
        </div>
      </dl>
      {observers.organizations > 0 ? <p>{fill(words.observers, { number: number(observers.organizations) })}</p> : null}
      {remarks === '' ? null : (
        <p class="note quiet" dir="auto">
          {fill(words.remarks, { remarks })}
        </p>
      )}
    </>
  );
};

/** As of which moment the numbers are, where one was asked for. */
export const MomentLine = ({ asked, acts: { wanted } }: { asked: Asked; acts: Acts }) => {
  const { signatories: words } = wordsHere(asked);
  const { asOf, knownAt } = wanted;
  if (asOf === undefined && knownAt === undefined) return null;
  return (
    <p class="note">
      {asOf === undefined ? '' : `${fill(words.at, { day: dated(asked.language, asOf) })} `}
      {knownAt === undefined ? '' : `${fill(words.known, { day: dated(asked.language, knownAt) })} `}
      <a href="?">{words.now}</a>
    </p>
  );
};

/** Where those who stand behind a text are: on a map, and by region. */
export const Where = ({
  asked,
  acts,
  organizations,
  level: Heading,
}: {
  asked: Asked;
  acts: Acts;
  organizations: ReadonlyMap<string, Organization>;
  level: 'h2' | 'h3';
}) => {
  const { signatories: words } = wordsHere(asked);
  const chief = chiefOf(acts);
  const capacity: Signature['capacity'] = chief === 'signatories' ? 'signatory' : 'observer';
  const standing = acts.shown.filter((act) => act.capacity === capacity && acts.standing.has(act.slug));
  const each = [...new Map(standing.map(({ counted }) => [counted.organization, counted])).values()];
  const places = each.flatMap(({ organization, population }) => {
    const position = organizations.get(organization)?.position;
    return position ? [{ ...position, people: population?.value }] : [];
  });
  const { organizations: count, countries } = acts.counts[chief];
  const number = (value: number): string => numeral(asked.language, value);
  if (each.length === 0) return null;
  return (
    <>
      {places.length === 0 ? null : (
        <WorldMap
          language={asked.language}
          places={places}
          missing={each.length - places.length}
          label={fill(words.map, { number: number(count), countries: number(countries) })}
        />
      )}
      <Heading>{words.regions}</Heading>
      <RegionBars language={asked.language} countries={each.map(({ country }) => country)} />
    </>
  );
};
