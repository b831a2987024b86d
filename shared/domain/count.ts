import { isLocalGovernment } from './organization.ts';
import type { Counted } from './participation.ts';
import { type Dated, happened, type Moment, standing } from './standing.ts';

/** An act or a taking part, as a count needs it. */
export interface Act extends Pick<Dated, 'on' | 'recordedAt'> {
  counted: Counted;
}

/** People, with what makes the number comparable or not. Never guessed: what has no figure is listed. */
export interface PeopleCount {
  total: number;
  /** How many organizations the total is made of. */
  of: number;
  /** How many of them on which basis. */
  bases: Record<string, number>;
  /** The figures were counted over areas of different kinds, so that the total compares with nothing exactly. */
  mixedBases: boolean;
  /** Those whose figure is not for their own area alone, with its basis. */
  otherBases: { organization: string; printed: string; basis: string; note?: string | undefined }[];
  years: (number | 'not given')[];
  sources: string[];
  missing: { organization: string; printed: string }[];
  /** Left out of the total, because a larger body that also acted counts the same people. */
  within: { organization: string; printed: string; within: string }[];
}

/** What acts come to. */
export interface Count {
  organizations: number;
  cities: number;
  countries: number;
  people: PeopleCount;
  /** Acts without a date, listed apart; with `asOf` they are not counted. */
  undated: { organization: string; printed: string }[];
}

const naming = ({ counted: { organization, printed } }: Act) => ({ organization, printed });

const byOrganization = (acts: readonly Act[]): Counted[] => [
  ...new Map(acts.map(({ counted }) => [counted.organization, counted])).values(),
];

const tallied = (names: readonly string[]): Record<string, number> =>
  names.reduce<Record<string, number>>((tally, name) => ({ ...tally, [name]: (tally[name] ?? 0) + 1 }), {});

const peopleOf = (acting: readonly Counted[]): PeopleCount => {
  const names = new Set(acting.map(({ organization }) => organization));
  const inside = acting.filter(
    ({ within, organization }) => within !== undefined && within !== organization && names.has(within),
  );
  const outside = acting.filter((counted) => !inside.includes(counted));
  const figures = outside.flatMap(({ population, ...counted }) => (population ? [{ ...counted, population }] : []));
  const bases = tallied(figures.map(({ population }) => population.basis));
  return {
    total: figures.reduce((sum, { population }) => sum + population.value, 0),
    of: figures.length,
    bases,
    mixedBases: Object.keys(bases).length > 1,
    otherBases: figures
      .filter(({ population }) => population.basis !== 'own-area')
      .map(({ organization, printed, population }) => ({
        organization,
        printed,
        basis: population.basis,
        note: population.note,
      })),
    years: [...new Set(figures.map(({ population }) => population.year ?? ('not given' as const)))],
    sources: [...new Set(figures.map(({ population }) => population.source))],
    missing: outside
      .filter(({ population, kind }) => !population && isLocalGovernment(kind))
      .map(({ organization, printed }) => ({ organization, printed })),
    within: inside.map(({ organization, printed, within }) => ({ organization, printed, within: within ?? '' })),
  };
};

const tally = (acts: readonly Act[], known: readonly Act[]): Count => {
  const acting = byOrganization(acts);
  return {
    organizations: acting.length,
    cities: acting.filter(({ kind }) => isLocalGovernment(kind)).length,
    countries: new Set(acting.flatMap(({ country }) => country ?? [])).size,
    people: peopleOf(acting),
    undated: known.filter(({ on }) => on === undefined).map(naming),
  };
};

/** Counts acts at a moment; each organization once, however many acts it has. */
export const countOf = (acts: readonly Act[], moment: Moment = {}): Count => {
  const known = acts.filter((act) => happened(act, { knownAt: moment.knownAt }));
  return tally(
    known.filter((act) => happened(act, moment)),
    known,
  );
};

/** Whose acts a count is of: signatories', observers', or both together. */
export const groups = ['signatories', 'observers', 'together'] as const;
export type Group = (typeof groups)[number];

/** The counts of a declaration's acts: signing and endorsing are two different acts, counted apart and together. */
export type DeclarationCounts = Record<Group, Count>;

/** An act on a declaration. */
export type DeclarationAct = Act & Dated & { capacity: 'signatory' | 'observer' };

/** Counts the acts on a declaration that stand at a moment, by capacity. Its list are the acts for which `standing` says the same. */
export const countActs = (acts: readonly DeclarationAct[], moment: Moment = {}): DeclarationCounts => {
  const [known, acting] = [{ knownAt: moment.knownAt }, moment].map((at) => acts.filter((act) => standing(act, at)));
  const of = (capacity?: DeclarationAct['capacity']): Count => {
    const own = (some: readonly DeclarationAct[] = []) =>
      some.filter((act) => capacity === undefined || act.capacity === capacity);
    return tally(own(acting), own(known));
  };
  return { signatories: of('signatory'), observers: of('observer'), together: of() };
};
