import type { Claim, Verdict } from '../domain/claim.ts';
import type { Count, DeclarationCounts, PeopleCount } from '../domain/count.ts';
import type { MailLanguage } from '../domain/language.ts';
import { fill, wordsIn } from '../words/dictionary.ts';
import { dated, listed, numeral } from '../words/intl.ts';
import { webAddress } from './address.ts';
import type { PrintedClaim, PrintedCount } from './document.ts';
import { plain } from './run.ts';

const remarksOn = (language: MailLanguage, people: PeopleCount): string[] => {
  const { counts, bases, caveats } = wordsIn(language);
  const names = (named: readonly { printed: string }[]): string =>
    listed(
      language,
      named.map(({ printed }) => plain(printed)),
    );
  return [
    ...(people.mixedBases ? [caveats['mixed-bases']] : []),
    ...people.otherBases.map(({ printed, basis }) =>
      fill(counts.otherBasis, { organization: plain(printed), basis: bases[basis as keyof typeof bases] }),
    ),
    ...(people.missing.length > 0 ? [fill(counts.missing, { organizations: names(people.missing) })] : []),
    ...people.within.map(({ printed, within }) =>
      fill(counts.within, { organization: plain(printed), larger: within }),
    ),
  ];
};

const printCount = (
  language: MailLanguage,
  who: string,
  { organizations, countries, people, undated }: Count,
): PrintedCount => {
  const { counts } = wordsIn(language);
  const number = (value: number): string => numeral(language, value);
  const dates = undated.length > 0 ? [fill(counts.undated, { number: number(undated.length) })] : [];
  return {
    who,
    organizations: number(organizations),
    countries: number(countries),
    people: fill(counts.of, { total: number(people.total), number: number(people.of) }),
    remarks: [...remarksOn(language, people), ...dates].join('; '),
  };
};

/** What the acts on a declaration come to: signing and endorsing apart, and together. */
export const printCounts = (
  language: MailLanguage,
  { signatories, observers, together }: DeclarationCounts,
): PrintedCount[] => {
  const { capacities, counts } = wordsIn(language);
  return [
    printCount(language, capacities.signatory, signatories),
    printCount(language, capacities.observer, observers),
    printCount(language, counts.together, together),
  ];
};

const shown = (language: MailLanguage, { verdict, recorded, parts, caveats }: Verdict): string => {
  const words = wordsIn(language);
  const number = (value: number): string => numeral(language, value);
  return [
    words.verdicts[verdict],
    ...(recorded === null ? [] : [fill(words.claims.recorded, { number: number(recorded) })]),
    ...(parts
      ? [fill(words.claims.parts, { signatories: number(parts.signatories), observers: number(parts.observers) })]
      : []),
    ...caveats.map((caveat) => words.caveats[caveat]),
  ].join('; ');
};

/** A printed figure beside what the records show of it. */
export const printClaim = (
  language: MailLanguage,
  { claim, check }: { claim: Claim; check: Verdict },
): PrintedClaim => {
  const by = claim.by ?? claim.sources[0]?.citation ?? '';
  const on = claim.on ? `, ${dated(language, claim.on)}` : '';
  return {
    words: plain(claim.words),
    by: { label: plain(by) + on, href: webAddress(claim.where) },
    shown: shown(language, check),
  };
};
