import type { Organization } from '../../../shared/domain/organization.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { countryName } from '../../../shared/words/country.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated, languageName, numeral } from '../../../shared/words/intl.ts';
import { nameIn } from '../named.ts';
import type { Asked } from '../page.ts';
import { pageAt, wordsHere } from './here.ts';
import { PlainFact } from './plain-fact.tsx';
import type { OrganizationShown } from './organization-read.ts';

const identifierLinks = {
  wikidata: ['Wikidata', (id: string) => `https://www.wikidata.org/wiki/${id}`],
  geonames: ['GeoNames', (id: string) => `https://www.geonames.org/${id}`],
  ror: ['ROR', (id: string) => `https://ror.org/${id}`],
  unlocode: ['UN/LOCODE', undefined],
} as const;

const Identifiers = ({ of }: { of: NonNullable<Organization['identifiers']> }) => (
  <>
    {(Object.keys(identifierLinks) as (keyof typeof identifierLinks)[])
      .filter((name) => of[name] !== undefined)
      .map((name, at) => {
        const [label, address] = identifierLinks[name];
        const id = String(of[name]);
        return (
          <>
            {at > 0 ? <br /> : null}
            {label}{' '}
            {address ? (
              <a href={address(id)} rel="nofollow noopener">
                <bdi>{id}</bdi>
              </a>
            ) : (
              <bdi>{id}</bdi>
            )}
          </>
        );
      })}
  </>
);

const Population = ({ asked, figures }: { asked: Asked; figures: Organization['population'] }) => {
  const { organization: words, separator } = wordsHere(asked);
  return (
    <>
      {figures.map(({ value, year, basis, source, note }) => (
        <p>
          <b class="figures">{numeral(asked.language, value)}</b>{' '}
          {`(${[year === undefined ? words.noYear : String(year), words.bases[basis]].join(separator)})`}
          <br />
          <span class="minor" dir="auto">
            {fill(words.source, { source })}
            {note === undefined ? '' : `. ${note}`}
          </span>
        </p>
      ))}
    </>
  );
};

const Other = ({ asked, others, slug }: OrganizationShown & { slug: string }) => (
  <a href={pageAt(asked, 'organizations', slug)}>
    <bdi>{nameIn(asked, others, slug)}</bdi>
  </a>
);

const Names = ({ asked, organization: { name } }: OrganizationShown) => {
  const shown = inLanguage(name, asked.language);
  const further = Object.entries(name).filter(([, words]) => words !== shown);
  if (further.length === 0) return null;
  return (
    <PlainFact label={wordsHere(asked).facts.name}>
      {further.map(([tag, words], at) => (
        <>
          {at > 0 ? <br /> : null}
          <bdi lang={tag}>{words}</bdi> <span class="minor">({languageName(asked.language, tag)})</span>
        </>
      ))}
    </PlainFact>
  );
};

const Dates = ({ asked, organization: { founded, dissolved } }: OrganizationShown) => {
  const { facts } = wordsHere(asked);
  return (
    <>
      {founded === undefined ? null : <PlainFact label={facts.founded}>{dated(asked.language, founded)}</PlainFact>}
      {dissolved === undefined ? null : (
        <PlainFact label={facts.dissolved}>{dated(asked.language, dissolved)}</PlainFact>
      )}
    </>
  );
};

const Relations = (shown: OrganizationShown) => {
  const { facts } = wordsHere(shown.asked);
  return (
    <>
      {(['partOf', 'within', 'succeededBy'] as const).map((field) => {
        const slug = shown.organization[field];
        return slug === undefined ? null : (
          <PlainFact label={facts[field]}>
            <Other {...shown} slug={slug} />
          </PlainFact>
        );
      })}
    </>
  );
};

/** What the register says of an organization. */
export const OrganizationFacts = (shown: OrganizationShown) => {
  const { asked, organization } = shown;
  const { facts, kinds, organization: words, separator } = wordsHere(asked);
  const { kind, country, tier, aliases, identifiers, population } = organization;
  return (
    <dl class="facts">
      <PlainFact label={facts.kind}>{kinds[kind]}</PlainFact>
      {country === undefined ? null : (
        <PlainFact label={facts.country}>{countryName(asked.language, country)}</PlainFact>
      )}
      {tier === undefined ? null : <PlainFact label={facts.tier}>{words.tiers[tier]}</PlainFact>}
      <Names {...shown} />
      {aliases.length > 0 ? <PlainFact label={facts.aliases}>{aliases.join(separator)}</PlainFact> : null}
      {population.length > 0 ? (
        <PlainFact label={facts.population}>
          <Population asked={asked} figures={population} />
        </PlainFact>
      ) : null}
      <Dates {...shown} />
      <Relations {...shown} />
      {identifiers && Object.keys(identifiers).length > 0 ? (
        <PlainFact label={facts.identifiers}>
          <Identifiers of={identifiers} />
        </PlainFact>
      ) : null}
    </dl>
  );
};
