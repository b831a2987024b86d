import type { Citation } from '../shared/domain/citation.ts';
import type { Declaration } from '../shared/domain/declaration.ts';
import { isLive, type Nomination } from '../shared/domain/nomination.ts';
import { type Organization, searchNames } from '../shared/domain/organization.ts';
import { isChair, isSeated, type Panelist } from '../shared/domain/panelist.ts';
import type { Carriage, Paragraph } from '../shared/domain/paragraph.ts';
import type { Person } from '../shared/domain/person.ts';
import type { Programme, Release } from '../shared/domain/release.ts';
import type { Session } from '../shared/domain/session.ts';
import { sourceName, sourcesOf } from '../shared/domain/source.ts';
import type { TrailEntry } from '../shared/domain/trail.ts';
import { addressOf, creditKey } from '../shared/table/key.ts';
import { rolesIn, sittingOf } from '../shared/table/link.ts';
import type { Json } from './door.ts';
import { ledgerFaults } from './invariants-ledger.ts';

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

/** A declaration's head knows how many outcomes its text left out as it was compiled, and how much is recorded about it. */
const declarationFaults = (pk: string, items: readonly Json[]): string[] => {
  const [head] = ofType(items, 'declaration');
  // What is signed here touches no shared item, and a frozen text is not removed from under it.
  const reported = ofType(items, 'signature').filter(({ record }) => (record as Json).origin === 'reported');
  const about = [...reported, ...ofType(items, 'claim')];
  if (!head) return about.map(({ sk }) => `${pk} ${String(sk)} has no declaration`);
  const { batch, leftOut } = recordOf<{ batch: string; leftOut: number }>(head);
  const own = (type: string): Json[] =>
    ofType(items, type).filter((item) => recordOf<{ batch: string }>(item).batch === batch);
  return [
    ...expected(`${pk} left out`, leftOut, own('left-out').length),
    ...expected(`${pk} about`, Number(head.about ?? 0), about.length),
  ];
};

/** Whatever a paragraph comes from, or came from once, is linked to it, so that it can be read from there. */
const linkFaults = (items: readonly Json[]): string[] => {
  const links = new Set(
    [
      ...ofType(items, 'went').map((item) => recordOf<Carriage>(item)),
      ...ofType(items, 'citation').map((item) => recordOf<Citation>(item)),
    ].map((link) =>
      'source' in link
        ? `${link.declaration} ${link.paragraph} ${sourceName(link.source)}`
        : `${link.declaration} ${link.paragraph} outcome ${link.session}/${link.outcome}`,
    ),
  );
  const heads = new Set(
    ofType(items, 'declaration')
      .map((item) => recordOf<Declaration>(item))
      .map(({ summit, slug, batch }) => `${summit}/${slug} ${batch}`),
  );
  // What an interrupted compilation left behind belongs to no head.
  const paragraphs = ofType(items, 'paragraph')
    .map((item) => recordOf<Paragraph>(item))
    .filter(({ summit, declaration, batch }) => heads.has(`${summit}/${declaration} ${batch}`));
  const ids = paragraphs.map(({ summit, declaration, slug }) => `${summit}/${declaration}/${slug}`);
  return [
    ...expected('ids of paragraphs', new Set(ids).size, ids.length),
    ...paragraphs.flatMap((paragraph) =>
      [...sourcesOf(paragraph), ...(paragraph.dropped ?? [])]
        .filter(({ source: { kind } }) => kind !== 'drafters' && kind !== 'amendment')
        .map(({ source }) => `${paragraph.declaration} ${paragraph.slug} ${sourceName(source)}`)
        .filter((name) => !links.has(name))
        .map((name) => `${name} is not linked`),
    ),
  ];
};

const uses = (items: readonly Json[]): Nomination[] =>
  ofType(items, 'nomination')
    .map((item) => recordOf<Nomination>(item))
    .filter(isLive);

/** What a desk has used is what its nominations come to, and no more than its quota. */
const deskFaults = (pk: string, items: readonly Json[]): string[] => {
  const live = uses(items);
  const times = new Map<string, number>();
  for (const { person } of live) times.set(person, (times.get(person) ?? 0) + 1);
  const counted = ofType(items, 'nominated').map(({ person, nominations }) => [person, nominations]);
  const [count = {}] = ofType(items, 'desk-count');
  return [
    ...expected(`${pk} used`, count.used, times.size),
    ...expected(`${pk} within its quota`, Number(count.used) <= Number(count.quota), true),
    ...expected(`${pk} people`, sorted(counted), sorted([...times])),
  ];
};

/** Every nomination that lives is credited to its network once, and has the place that it says; who has a place by a desk is nominated. */
const creditFaults = (items: readonly Json[]): string[] => {
  const at = ({ summit, session, person, organization }: Nomination): string =>
    JSON.stringify([creditKey(summit, session, person, organization), organization, person]);
  const live = uses(items);
  const credits = ofType(items, 'credit').map(({ pk, sk, organization, person, nomination }) => [
    JSON.stringify([{ pk, sk }, organization, person]),
    nomination,
  ]);
  const seats = ofType(items, 'panelist').map((item) => recordOf<Panelist>(item));
  const merged = ofType(items, 'person').map((item) => recordOf<Person>(item));
  return [
    ...expected('credits', sorted(credits), sorted(live.map((one) => [at(one), one.slug]))),
    ...live
      .filter(({ panelist }) => panelist !== undefined)
      .flatMap(({ slug, panelist, session, summit, person, organization }) => {
        const seat = seats.find((one) => one.slug === panelist && one.session === session && one.summit === summit);
        const credited = seat && isSeated(seat.state) && seat.nominatedBy.includes(organization);
        return expected(`the place of nomination ${slug}`, [credited, seat?.person], [true, person]);
      }),
    ...seats
      .filter(({ desk, state }) => desk !== undefined && isSeated(state))
      .flatMap(({ slug }) =>
        expected(
          `whether panelist ${slug} is nominated`,
          live.some(({ panelist }) => panelist === slug),
          true,
        ),
      ),
    ...[...seats, ...live].flatMap(({ slug, person }) =>
      expected(`who ${person} of ${slug} became`, merged.find(({ id }) => id === person)?.mergedInto, undefined),
    ),
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

// What a deed writes as a record of its own; what only follows from records is on no trail.
const traced = new Set(
  ['summit', 'participation', 'track', 'room', 'session', 'panelist', 'outcome', 'declaration', 'signature'].concat([
    'claim',
    'desk',
    'nomination',
    'organization',
    'membership',
    'person',
    'contact',
    'instrument',
  ]),
);

/** Whatever wrote a record as it lies there is on the trail once, and no request is there twice. */
const trailFaults = (items: readonly Json[]): string[] => {
  const entries = [...ofType(items, 'pending'), ...ofType(items, 'entry')].map(({ entry }) => entry as TrailEntry);
  const told = new Map<string, number>();
  for (const { request, what } of entries)
    for (const { of, to } of what) {
      const name = `${of} ${to} of ${request}`;
      told.set(name, (told.get(name) ?? 0) + 1);
    }
  return (
    items
      // What a test laid there itself, past the operations, was written by the request "r".
      .filter(({ type, request }) => traced.has(String(type)) && request !== 'r')
      .flatMap(({ pk, sk, version, request }) => {
        const name = `${addressOf({ pk: String(pk), sk: String(sk) })} ${String(version)} of ${String(request)}`;
        return expected(`how often the trail tells of ${name}`, told.get(name), 1);
      })
  );
};

/** A pointer leads to a release, and every release has the cards that its days count, each listed under its day. */
const releaseFaults = (items: readonly Json[]): string[] => {
  const releases = ofType(items, 'release').map((item) => recordOf<Release>(item));
  const cards = ofType(items, 'programme-card');
  return [
    ...ofType(items, 'programme').flatMap((item) => {
      const { summit, slug, number, batch, days, sessions } = recordOf<Programme>(item);
      const all = releases.filter((one) => one.summit === summit);
      const found = all.find((one) => one.slug === slug);
      return [
        ...expected(
          `the pointer of ${summit}`,
          ordered({ batch, days, sessions }),
          ordered({ batch: found?.batch, days: found?.days, sessions: found?.sessions }),
        ),
        ...expected(
          `the releases of ${summit}`,
          sorted(all.map((one) => one.number)),
          sorted(all.map((_, at) => at + 1)),
        ),
        ...expected(`the last release of ${summit}`, number, all.length),
      ];
    }),
    ...releases.flatMap(({ summit, slug, batch, days, sessions }) => {
      const own = cards.filter(({ pk }) => pk === `PROGRAMME#${summit}#${batch}`);
      const listed = Object.fromEntries(
        Object.keys(days).map((day) => [
          day,
          own.filter(({ listPk }) => listPk === `PROGRAMME#${summit}#${batch}#${day}`).length,
        ]),
      );
      return [
        ...expected(`the sessions of ${summit} ${slug}`, own.length, sessions),
        ...expected(`the days of ${summit} ${slug}`, ordered(listed), ordered(days)),
      ];
    }),
  ];
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
          : pk.startsWith('DESK#')
            ? deskFaults(pk, items)
            : [],
    ),
    ...ledgerFaults(dump),
    ...nameFaults(dump),
    ...linkFaults(dump),
    ...creditFaults(dump),
    ...trailFaults(dump),
    ...releaseFaults(dump),
  ];
};
