import { type Organization, searchNames } from '../shared/domain/organization.ts';
import { isChair, isSeated, type Panelist } from '../shared/domain/panelist.ts';
import type { Session } from '../shared/domain/session.ts';
import { rolesIn, sittingOf } from '../shared/table/link.ts';
import type { Json } from './door.ts';

// What must hold in a table at rest, whoever wrote at the same time. Each answers what does not hold, in words; nothing when all is well.

const recordOf = <R>(item: Json): R => ({ ...(item.record as object), version: item.version }) as R;
const ofType = (items: readonly Json[], type: string): Json[] => items.filter((item) => item.type === type);
const sorted = (names: Iterable<unknown>): string[] => [...names].map(String).sort();
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
// Field by field, because a table may give a map back in any order.
const ordered = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([field, inner]) => [field, ordered(inner)])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
    : value;

const expected = (what: string, is: unknown, shouldBe: unknown): string[] =>
  same(is, shouldBe) ? [] : [`${what} is ${JSON.stringify(is)} and should be ${JSON.stringify(shouldBe)}`];

/** A session's tally, links and cards are what its session and panel come to. */
const sessionFaults = (pk: string, items: readonly Json[]): string[] => {
  const [head] = ofType(items, 'session');
  const rest = items.filter(({ type }) => type !== 'went');
  if (!head) return rest.map(({ sk }) => `${pk} ${String(sk)} has no session`);
  const session = recordOf<Session>(head);
  const panel = ofType(items, 'panelist').map((item) => recordOf<Panelist>(item));
  const seated = panel.filter(({ state }) => isSeated(state));
  const numbers = ofType(items, 'outcome').map((item) => Number(recordOf<{ slug: string }>(item).slug));
  const [tally = {}] = ofType(items, 'tally');
  const roles = rolesIn(session);
  const organizations = new Set([
    ...roles.keys(),
    ...seated.flatMap((panelist) => panelist.organizations.map(({ organization }) => organization)),
  ]);
  const links = new Map(ofType(items, 'link').map((link) => [(link.card as Json).organization as string, link]));
  const sitting = ordered(sittingOf(session));
  return [
    ...expected(`${pk} panel`, tally.panel, seated.length),
    ...expected(`${pk} chairs`, tally.chairs, seated.filter(({ role }) => isChair(role)).length),
    ...expected(
      `${pk} people`,
      sorted((tally.people as Set<string>) ?? []),
      sorted(seated.map(({ person }) => person)),
    ),
    ...expected(`${pk} numbers`, new Set(numbers).size, numbers.length),
    ...expected(`${pk} last number`, Math.max(0, ...numbers) <= Number(tally.lastOutcome), true),
    ...[...organizations].flatMap((name) => (links.has(name) ? [] : [`${pk} is not linked to ${name}`])),
    ...[...links].flatMap(([name, link]) => {
      const { organization: _, ...card } = link.card as Json;
      const sits = seated.filter((one) => one.organizations.some(({ organization }) => organization === name));
      return [
        ...expected(`${pk} role of ${name}`, link.as, roles.get(name)),
        // An empty link stands in no list, and nobody renews it.
        ...(organizations.has(name) ? expected(`${pk} card for ${name}`, ordered(card), sitting) : []),
        ...expected(
          `${pk} panelists of ${name}`,
          sorted((link.panelists as Set<string>) ?? []),
          sorted(sits.map(({ slug }) => slug)),
        ),
      ];
    }),
    // Who sits there has the session in their list, as it is today; who has left has it no more.
    ...ofType(items, 'panelist').flatMap((item) =>
      expected(
        `${pk} card of ${String(item.sk)}`,
        item.card && [item.listPk !== undefined, ordered((item.card as Json).sitting as Json)],
        isSeated(recordOf<Panelist>(item).state) ? [true, sitting] : undefined,
      ),
    ),
  ];
};

/** A declaration's head knows how many outcomes its text carries and leaves out, and how much is recorded about it. */
const declarationFaults = (pk: string, items: readonly Json[]): string[] => {
  const [head] = ofType(items, 'declaration');
  const about = [...ofType(items, 'signature'), ...ofType(items, 'claim')];
  if (!head) return about.map(({ sk }) => `${pk} ${String(sk)} has no declaration`);
  const { batch, placed, leftOut } = recordOf<{ batch: string; placed: number; leftOut: number }>(head);
  const own = (type: string): Json[] =>
    ofType(items, type).filter((item) => recordOf<{ batch: string }>(item).batch === batch);
  const sources = own('paragraph').flatMap((item) => {
    const { sources: whole, points } = recordOf<{ sources: Json[]; points: { sources: Json[] }[] }>(item);
    return [...whole, ...points.flatMap((point) => point.sources)].filter(({ kind }) => kind === 'outcome');
  });
  return [
    ...expected(`${pk} placed`, placed, sources.length),
    ...expected(`${pk} left out`, leftOut, own('left-out').length),
    ...expected(`${pk} about`, Number(head.about ?? 0), about.length),
  ];
};

/** An organization is found by its names of today, and by no other. */
const nameFaults = (items: readonly Json[]): string[] => {
  const kept = ofType(items, 'name').map(({ sk, version, card }) => [sk, version, ordered(card as Json)]);
  const wanted = ofType(items, 'organization').flatMap((item) => {
    const organization = recordOf<Organization>(item);
    return searchNames(organization).map((name) => [
      `${name}\t${organization.slug}`,
      organization.version,
      ordered(item.card as Json),
    ]);
  });
  const inOrder = (names: unknown[][]): unknown[] => names.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  return expected('names', inOrder(kept), inOrder(wanted));
};

/** Everything that does not hold in a dump of the table. */
export const faultsOf = (dump: readonly Json[]): string[] => {
  const collections = new Map<string, Json[]>();
  for (const item of dump) collections.set(String(item.pk), [...(collections.get(String(item.pk)) ?? []), item]);
  return [
    ...[...collections].flatMap(([pk, items]) =>
      pk.startsWith('SESSION#')
        ? sessionFaults(pk, items)
        : pk.startsWith('DECLARATION#')
          ? declarationFaults(pk, items)
          : [],
    ),
    ...nameFaults(dump),
  ];
};
