import type { Organization } from './organization.ts';
import { isSeated, type Panelist } from './panelist.ts';
import { type Lying, regionOf } from './region.ts';
import type { Tier } from './rule.ts';
import type { Session } from './session.ts';

/** Somebody on a panel, as rules see them. */
export interface Seat {
  person: string;
  role: Panelist['role'];
  isConfirmed: boolean;
  /** The bodies that they sit for, with the names that are printed: an office counts as what it is part of. */
  bodies: ReadonlyMap<string, string>;
  countries: readonly string[];
  lyings: readonly Lying[];
  tiers: readonly Tier[];
}

/** What the rules of a track look at. */
export interface Composition {
  seats: readonly Seat[];
  leads: Session['lead'];
  /** Sessions of the same track that are on the programme and that one of the lead organizations leads, too. */
  alsoLed: readonly { organization: string; reference: string }[];
  /** What people declared as their gender; whoever said nothing is not in it. */
  genders: ReadonlyMap<string, string>;
  /** The day of the session, as far as it is known. */
  day: string;
}

/** The organizations that a panel names, as the register has them. */
export type Register = ReadonlyMap<string, Pick<Organization, 'slug' | 'kind' | 'country' | 'tier' | 'partOf'>>;

const tierOfKind: Partial<Record<Organization['kind'], Tier>> = {
  city: 'local',
  'metropolitan-authority': 'metropolitan',
  province: 'regional',
  'national-government': 'national',
};

const each = <T>(values: readonly (T | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== undefined)),
];

/** The body that an organization belongs to: a city's office is the city. */
export const bodyOf = (register: Register, organization: string): string =>
  register.get(organization)?.partOf ?? organization;

const seatOf = ({ person, role, state, organizations }: Panelist, register: Register): Seat => {
  const known = organizations.flatMap(({ organization }) => register.get(organization) ?? []);
  const countries = each(known.map(({ country }) => country));
  return {
    person,
    role,
    isConfirmed: state === 'confirmed',
    bodies: new Map(organizations.map(({ organization, printed }) => [bodyOf(register, organization), printed])),
    countries,
    lyings: countries.flatMap((country) => regionOf(country) ?? []),
    tiers: each(known.map(({ tier, kind }) => tier ?? tierOfKind[kind])),
  };
};

/** Those who have a place on a panel: nominated and invited people count, whoever declined, withdrew or was replaced does not. */
export const seatsOf = (panel: readonly Panelist[], register: Register): Seat[] =>
  panel.filter(({ state }) => isSeated(state)).map((one) => seatOf(one, register));

const leftAt = ({ state, history = [] }: Panelist): string | undefined => {
  const last = history.at(-1);
  if (!last || last.to !== state) return undefined;
  // Who declines says so, whoever enters it; a place is withdrawn by organizers and networks, too.
  const isOwn = state === 'declined' || (state === 'withdrawn' && last.by.startsWith('link:'));
  return isOwn ? last.at : undefined;
};

/** Those who left a panel of their own accord, the last first. Who has a place again is not among them. */
export const leaversOf = (panel: readonly Panelist[], register: Register): Seat[] => {
  const seated = new Set(panel.filter(({ state }) => isSeated(state)).map(({ person }) => person));
  return panel
    .flatMap((one) => {
      const at = leftAt(one);
      return at === undefined || seated.has(one.person) ? [] : [{ at, seat: seatOf(one, register) }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : Number(a.at > b.at) * -1))
    .map(({ seat }) => seat);
};
