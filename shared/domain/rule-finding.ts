import type { Composition, Seat } from './composition.ts';
import { balanceOf } from './gender.ts';
import { isLeastDeveloped } from './least-developed.ts';
import { isChair } from './panelist.ts';
import type { Rule, RuleName } from './rule.ts';

/** Whether a panel keeps a rule, in a sentence that says what is and what is wanted. */
export interface Finding {
  isKept: boolean;
  sentence: string;
}

type RuleOf<N extends RuleName> = Extract<Rule, { rule: N }>;

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const are = (count: number): string => (count === 1 ? 'is' : 'are');
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Several names as one would say them: "a, b and c". */
const said = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const there = (seats: readonly Seat[]): string =>
  seats.length === 0 ? 'Nobody is on the panel yet' : `${people(seats.length)} ${are(seats.length)} on the panel`;

// Nominated and invited people count, and may still decline.
const soFar = (seats: readonly Seat[]): string => {
  const confirmed = seats.filter(({ isConfirmed }) => isConfirmed).length;
  return confirmed === seats.length
    ? ''
    : ` ${confirmed} of ${seats.length} ${confirmed === 1 ? 'has' : 'have'} confirmed so far.`;
};

const counted = (values: readonly string[]): [value: string, count: number][] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
};

/** "3 of 5 people are from Europe, 1 is from Africa, and of 1 no country is recorded." */
const spread = (
  seats: readonly Seat[],
  of: (seat: Seat) => readonly string[],
  word: { from: string; what: string },
): string => {
  const groups = counted(seats.flatMap((seat) => [...new Set(of(seat))]));
  const unknown = seats.filter((seat) => of(seat).length === 0).length;
  const parts = groups.map(
    ([name, count], at) =>
      `${count}${at === 0 ? ` of ${people(seats.length)}` : ''} ${are(count)} ${word.from} ${name}`,
  );
  if (unknown > 0)
    parts.push(`of ${unknown}${groups.length === 0 ? ` of ${people(seats.length)}` : ''} no ${word.what} is recorded`);
  return parts.length === 0 ? 'Nobody is on the panel yet' : said(parts).replace(/^./, (first) => first.toUpperCase());
};

const panelSize = ({ min, max }: RuleOf<'panel-size'>, { seats }: Composition): Finding => {
  const few = min !== undefined && seats.length < min;
  const many = max !== undefined && seats.length > max;
  const wanted =
    min === undefined
      ? `at most ${max}`
      : max === undefined
        ? `at least ${min}`
        : min === max
          ? `${min}`
          : `${min} to ${max}`;
  const deed = few ? `: add ${min - seats.length} more` : many ? `: take ${seats.length - max} off` : '';
  return { isKept: !few && !many, sentence: `${there(seats)}; the track asks for ${wanted}${deed}.${soFar(seats)}` };
};

const moderator = (_: RuleOf<'moderator'>, { seats, leads }: Composition): Finding => {
  const chairs = seats.filter(({ role }) => isChair(role));
  const lead = leads.find(({ organization }) => chairs.some(({ bodies }) => bodies.has(organization)));
  const wanted = 'the track asks for one moderator or chair who is not of the lead organization';
  if (chairs.length !== 1)
    return {
      isKept: false,
      sentence:
        chairs.length === 0
          ? `Nobody moderates or chairs; ${wanted}: give somebody the role.`
          : `${people(chairs.length)} moderate or chair; ${wanted}: give the others another role.`,
    };
  return lead
    ? {
        isKept: false,
        sentence: `Whoever moderates is of "${lead.printed}", which leads the session; ${wanted}: let somebody of another organization do it.`,
      }
    : { isKept: true, sentence: `One person moderates or chairs, who is not of a lead organization.${soFar(chairs)}` };
};

const regions = ({ least, by = 'region' }: RuleOf<'regions'>, { seats }: Composition): Finding => {
  const of = ({ lyings }: Seat) => lyings.map(({ region, subRegion }) => (by === 'region' ? region : subRegion));
  return different(seats, of, {
    least,
    one: by,
    from: 'from',
    what: 'country in a region',
    deed: `add somebody from another ${by}`,
  });
};

// The name of a country in English, as Unicode's CLDR has it.
const countryName = (code: string): string => new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;

const countries = ({ least }: RuleOf<'countries'>, { seats }: Composition): Finding =>
  different(seats, (seat) => seat.countries.map(countryName), {
    least,
    one: 'country',
    from: 'from',
    what: 'country',
    deed: 'add somebody from another country',
  });

const different = (
  seats: readonly Seat[],
  of: (seat: Seat) => readonly string[],
  { least, one, from, what, deed }: { least: number; one: string; from: string; what: string; deed: string },
): Finding => {
  const found = new Set(seats.flatMap(of)).size;
  const many = one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`;
  const isKept = found >= least;
  const wanted = `the track asks for ${plural(least, one, many)} and there ${are(found)} ${found}`;
  return {
    isKept,
    sentence: `${spread(seats, of, { from, what })}; ${wanted}${isKept ? '' : `: ${deed}`}.${soFar(seats)}`,
  };
};

const onePerOrganization = (_: RuleOf<'one-per-organization'>, { seats }: Composition): Finding => {
  const printed = new Map(seats.flatMap(({ bodies }) => [...bodies]));
  const several = counted(seats.flatMap(({ bodies }) => [...bodies.keys()])).filter(([, count]) => count > 1);
  if (several.length === 0) return { isKept: true, sentence: `No two people are of one organization.${soFar(seats)}` };
  const named = said(several.map(([body, count]) => `"${printed.get(body)}" has ${count} people on the panel`));
  return {
    isKept: false,
    sentence: `${named}; the track asks for at most one of each organization: keep one of them.${soFar(seats)}`,
  };
};

const oneLead = (_: RuleOf<'one-lead-per-organization'>, { leads, alsoLed }: Composition): Finding => {
  const also = leads.flatMap(({ organization, printed }) => {
    const others = alsoLed.filter((one) => one.organization === organization).map(({ reference }) => `"${reference}"`);
    return others.length > 0 ? [`"${printed}" leads ${said(others)} in this track, too`] : [];
  });
  return also.length === 0
    ? { isKept: true, sentence: 'No lead organization leads another session of this track.' }
    : {
        isKept: false,
        sentence: `${said(also)}; the track asks that an organization leads one session: let another organization lead.`,
      };
};

const tierNames = { local: 'local', metropolitan: 'metropolitan', regional: 'regional', national: 'national' } as const;

const tiersOfGovernment = ({ least = 0, of = [] }: RuleOf<'tiers'>, { seats }: Composition): Finding => {
  const found = new Set(seats.flatMap(({ tiers }) => tiers));
  const missing = of.filter((tier) => !found.has(tier)).map((tier) => tierNames[tier]);
  const isKept = found.size >= least && missing.length === 0;
  const is = spread(seats, ({ tiers }) => tiers.map((tier) => `${tierNames[tier]} government`), {
    from: 'of',
    what: 'tier of government',
  });
  const wanted = [
    ...(least > 0
      ? [`${plural(least, 'tier', 'tiers')} of government and there ${are(found.size)} ${found.size}`]
      : []),
    ...(of.length > 0 ? [`somebody of ${said(of.map((tier) => tierNames[tier]))} government`] : []),
  ];
  const deed = missing.length > 0 ? `: add somebody of ${said(missing)} government` : ': add somebody of another tier';
  return {
    isKept,
    sentence: `${is}; the track asks for ${wanted.join(', and for ')}${isKept ? '' : deed}.${soFar(seats)}`,
  };
};

const leastDeveloped = ({ percent }: RuleOf<'least-developed'>, { seats, day }: Composition): Finding => {
  const from = seats.filter(({ countries }) => countries.some((country) => isLeastDeveloped(country, day))).length;
  const unknown = seats.filter(({ countries }) => countries.length === 0).length;
  const isKept = seats.length > 0 && from * 100 >= percent * seats.length;
  const is =
    seats.length === 0
      ? 'Nobody is on the panel yet'
      : `${from} of ${people(seats.length)} ${are(from)} from a least developed country as the UN lists them for ${day}` +
        (unknown > 0 ? `, and of ${unknown} no country is recorded` : '');
  const deed = isKept ? '' : ': add somebody from one';
  return { isKept, sentence: `${is}; the track asks for ${percent}%${deed}.${soFar(seats)}` };
};

const genderBalance = ({ most }: RuleOf<'gender-balance'>, { seats, genders }: Composition): Finding => {
  const balance = balanceOf(
    seats.flatMap(({ person }) => genders.get(person) ?? []),
    most,
  );
  const asked = `at most ${most}% alike`;
  const sentence = {
    'too-few': 'Too few on the panel have declared a gender to judge its balance. Nobody has to.',
    kept: `The panel is as balanced as the track asks for (${asked}), by what people declared of themselves.`,
    broken: `The panel is less balanced than the track asks for (${asked}), by what people declared of themselves: add somebody.`,
  }[balance];
  return { isKept: balance !== 'broken', sentence };
};

const findings: { [N in RuleName]: (rule: RuleOf<N>, panel: Composition) => Finding } = {
  'panel-size': panelSize,
  moderator,
  regions,
  countries,
  'one-per-organization': onePerOrganization,
  'one-lead-per-organization': oneLead,
  tiers: tiersOfGovernment,
  'least-developed': leastDeveloped,
  'gender-balance': genderBalance,
};

/** Judges a panel by one rule. */
export const find = (rule: Rule, panel: Composition): Finding =>
  (findings[rule.rule] as (rule: Rule, panel: Composition) => Finding)(rule, panel);
