import { isLanguage } from '../../../shared/domain/language.ts';
import { undated } from '../../../shared/domain/release.ts';
import { folded, slugPattern } from '../../../shared/domain/slug.ts';
import { involves, fits } from '../../../shared/contract/programme-query.ts';
import type { Showing } from '../../../shared/documents/programme.ts';
import { limits } from '../../../shared/domain/text.ts';
import type { Asked } from '../page.ts';
import { pageAt } from './here.ts';
import { type ReadersZone, readersZone } from './zone.tsx';

/** What a programme is narrowed down by, as the address says it. */
const filterNames = ['track', 'room', 'language', 'organization', 'network', 'q'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** What of a programme somebody wants to see. */
export interface Wanted {
  day: string | undefined;
  filters: Filters;
  readers: ReadersZone;
}

export const isNarrowed = ({ filters }: Wanted): boolean => Object.keys(filters).length > 0;

/** What there is, for an address to name. */
interface There {
  zone: string | undefined;
  days: readonly string[];
  tracks: readonly { slug: string }[];
}

/** What was asked for and is not there, by its kind. */
export type Ignored = readonly ['day' | 'track' | 'zone', string][];

const isSlug = (value: string): boolean => slugPattern.test(value);

const isFit: Record<FilterName, (value: string, there: There) => boolean> = {
  track: (value, { tracks }) => tracks.some(({ slug }) => slug === value),
  room: isSlug,
  language: isLanguage,
  organization: isSlug,
  network: isSlug,
  q: (value) => folded(value) !== '',
};

/** Reads an address, leaving out what nothing of the programme answers to: a page is never refused for its query. */
export const wantedBy = (query: URLSearchParams, there: There): { wanted: Wanted; ignored: Ignored } => {
  const given = (name: string): string | undefined => query.get(name)?.trim().slice(0, limits.name) || undefined;
  const [asked, track] = [given('day'), given('track')];
  const day = asked !== undefined && there.days.includes(asked) ? asked : undefined;
  const readers = readersZone(query, there.zone);
  const filters: Filters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = given(name);
      return value !== undefined && isFit[name](value, there) ? [[name, value] as const] : [];
    }),
  );
  const ignored: [Ignored[number][0], string | undefined][] = [
    ['day', day === undefined ? asked : undefined],
    ['track', filters.track === undefined ? track : undefined],
    ['zone', readers.unknown],
  ];
  return {
    wanted: { day, filters, readers },
    ignored: ignored.flatMap(([kind, value]) => (value === undefined ? [] : [[kind, value] as const])),
  };
};

/** The address of a programme as it is wanted, with some of that changed: what is undefined is left out. */
export const programmeAt = (
  asked: Pick<Asked, 'language'>,
  summit: string,
  { day, filters, readers }: Wanted,
  changes: Filters & { day?: string | undefined; zone?: string | undefined } = {},
): string => {
  const all = { day, ...filters, zone: readers.zone, ...changes };
  const query = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
  return `${pageAt(asked, 'summits', summit, 'programme')}${query === '' ? '' : `?${query}`}`;
};

/** The day of a session; what has no time has none. */
export const dayOf = ({ card: { day } }: Showing): string => day ?? undated;

// A network's sessions are those that it leads or is a partner of, and those of its members.
const isOfNetwork = ({ card: { lead, partners } }: Showing, members: ReadonlySet<string>): boolean =>
  [...lead, ...partners].some(({ organization }) => members.has(organization));

const says = ({ card: { title, reference } }: Showing, words: string): boolean =>
  [...Object.values(title), reference].some((text) => folded(text).includes(words));

/** Whether a session is among those that are wanted, on whatever day. `members` are the organizations of the network, and itself. */
export const isWanted = (
  { q, network, organization, ...plain }: Filters,
  members: ReadonlySet<string>,
): ((showing: Showing) => boolean) => {
  const isFitting = fits(plain);
  const words = folded(q ?? '');
  return (showing) =>
    isFitting(showing) &&
    (organization === undefined || involves(showing.card, organization)) &&
    (network === undefined || isOfNetwork(showing, members)) &&
    (words === '' || says(showing, words));
};
