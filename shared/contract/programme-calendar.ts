import { seesPlanned } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import { type MailLanguage } from '../domain/language.ts';
import type { ProgrammeCard } from '../domain/release.ts';
import { bySlug } from '../domain/slug.ts';
import type { Summit } from '../domain/summit.ts';
import { inLanguage, type Text } from '../domain/text.ts';
import type { Feed, Showing } from '../documents/programme.ts';
import type { Answer, Exchange } from '../http/route.ts';
import type { Item, Table } from '../table/client.ts';
import { lists } from '../table/key.ts';
import { getOrganization } from '../table/organization.ts';
import { getPerson } from '../table/person.ts';
import { currentRelease, findCard, findReleasedIn } from '../table/release.ts';
import { getRoom } from '../table/room.ts';
import { getSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { getTrack } from '../table/track.ts';
import { behind } from './guard.ts';
import { seen } from './noun.ts';
import { type FeedQuery, feedOf, readerOf, types, written } from './programme-feed.ts';
import { involves } from './programme-query.ts';
import { readReported } from './programme-source.ts';

type Asked = Exchange<{ lang?: MailLanguage | undefined }>;

const titled = ({ query }: Asked, ...texts: readonly Text[]): string =>
  texts.map((text) => inLanguage(text, query.lang)).join(' · ');

/** These programmes as one calendar under a name. */
const calendarOf = async (exchange: Asked, feeds: readonly Feed[], name: string): Promise<Answer> => {
  const { toProgrammeCalendar } = await import('../documents/programme-calendar.ts');
  const latest = Math.max(0, ...feeds.map(({ release }) => release?.number ?? 0));
  return written(exchange, types.ics, toProgrammeCalendar(readerOf(exchange), feeds, name), { number: latest });
};

/** What of a summit's programme is in a track or in a room. */
const part = async (exchange: Asked, query: FeedQuery, found: Promise<Text>): Promise<Answer> => {
  const [{ summit, feed }, name] = await Promise.all([feedOf({ ...exchange, query }), found]);
  return calendarOf(exchange, [feed], titled(exchange, summit.title, name));
};

export const trackCalendar = (exchange: Asked): Promise<Answer> => {
  const { house, at } = exchange;
  const track = getTrack(house.table, at('summit'), at('track'));
  return part(
    exchange,
    { track: at('track') },
    track.then(({ title }) => title),
  );
};

export const roomCalendar = (exchange: Asked): Promise<Answer> => {
  const { house, at } = exchange;
  const room = getRoom(house.table, at('summit'), at('room'));
  return part(
    exchange,
    { room: at('room') },
    room.then(({ name }) => name),
  );
};

// As everyone knows it: how it was released, or as it is reported. What was not released yet has no entry, and is there only for who may know of it.
const sessionShowings = async (exchange: Asked): Promise<{ feed: Omit<Feed, 'summit'>; title: Text }> => {
  const { house, caller, at } = exchange;
  const [summit, slug] = [at('summit'), at('session')];
  const released = async (): Promise<Omit<Feed, 'summit'>> => {
    const release = await currentRelease(house.table, summit);
    const card = release && (await findCard(house.table, release, slug));
    return { release, showings: card ? [{ card }] : [] };
  };
  const read = getSession(house.table, summit, slug).then((session) => ({
    session,
    shown: seen(exchange, 'session', session),
  }));
  const [session, feed] = await Promise.allSettled([read, released()]);
  if (feed.status === 'rejected') throw feed.reason;
  const [showing] = feed.value.showings;
  if (showing) return { feed: feed.value, title: showing.card.title };
  if (session.status === 'rejected') throw session.reason;
  const { session: found } = session.value;
  if (feed.value.release && !seesPlanned(caller, found)) throw notFound('session');
  const showings = found.origin === 'reported' ? await readReported(house.table, summit, [slug]) : [];
  return { feed: found.origin === 'reported' ? { showings } : { ...feed.value, showings }, title: found.title };
};

export const sessionCalendar = async (exchange: Asked): Promise<Answer> => {
  const { house, at } = exchange;
  const summit = getSummit(house.table, at('summit'));
  const [there, { feed, title }] = await behind(undefined, Promise.all([summit, sessionShowings(exchange)]));
  return calendarOf(exchange, [{ ...feed, summit: there }], titled(exchange, title));
};

/** A session in a list of an organization or a person: where it stands, and whether it is reported. */
interface Sitting {
  summit: string;
  session: string;
  origin?: string;
}

const grouped = (sittings: readonly Sitting[]): Map<string, Sitting[]> => {
  const groups = new Map<string, Sitting[]>();
  for (const sitting of sittings) groups.set(sitting.summit, [...(groups.get(sitting.summit) ?? []), sitting]);
  return new Map([...groups].toSorted(([one], [other]) => bySlug(one, other)));
};

const inSummit = async (
  table: Table,
  summit: Summit,
  sittings: readonly Sitting[],
): Promise<Pick<Feed, 'release' | 'showings'>> => {
  const release = await currentRelease(table, summit.slug);
  if (!release) {
    const reported = sittings.filter(({ origin }) => origin === 'reported').map(({ session }) => session);
    return { showings: await readReported(table, summit.slug, reported) };
  }
  const cards = await findReleasedIn(
    table,
    sittings.map(({ session }) => ({ release, session })),
  );
  return { release, showings: [...cards.values()].map(({ card }) => ({ card })) };
};

/** Their sessions in every summit, as each was released: a list says where to look, and the cards say what they have to do with it. */
const acrossSummits = async (
  table: Table,
  sittings: readonly Sitting[],
  isTheirs: (card: ProgrammeCard) => boolean,
): Promise<Feed[]> => {
  const theirs = ({ card }: Showing): boolean => isTheirs(card);
  const feeds = await Promise.all(
    [...grouped(sittings)].map(async ([slug, there]) => {
      const summit = await getSummit(table, slug);
      const { release, showings } = await inSummit(table, summit, there);
      const inOrder = showings.filter(theirs).toSorted((a, b) => bySlug(a.card.start ?? '~', b.card.start ?? '~'));
      return { summit, release, showings: inOrder };
    }),
  );
  return feeds.filter(({ showings }) => showings.length > 0);
};

const sittingsIn = async (table: Table, pk: string, of: (item: Item) => Sitting): Promise<Sitting[]> =>
  (await table.all({ pk, index: 'list' })).map(of);

export const organizationCalendar = async (exchange: Asked): Promise<Answer> => {
  const { house, at } = exchange;
  const slug = at('organization');
  const [organization, sittings] = await Promise.all([
    getOrganization(house.table, slug),
    sittingsIn(house.table, lists.sessionsOfOrganization(slug), ({ card }) => card as Sitting),
  ]);
  const feeds = await acrossSummits(house.table, sittings, (card) => involves(card, slug));
  return calendarOf(exchange, feeds, titled(exchange, organization.name));
};

/**
 * Only what is public of somebody: whoever is not named on a card is not found by it, and whoever left a panel is not listed there any more.
 * Errors: `not-found` for who is not public.
 */
export const personCalendar = async (exchange: Asked): Promise<Answer> => {
  const { house, at } = exchange;
  const id = at('person');
  const known = getPerson(house.table, id).then((person) => ({ person, shown: seen(exchange, 'person', person) }));
  const listed = sittingsIn(
    house.table,
    lists.sessionsOfPerson(id),
    ({ card }) => (card as { sitting: Sitting }).sitting,
  );
  const sittings = await behind(known, listed);
  const feeds = await acrossSummits(house.table, sittings, ({ panel }) =>
    panel.some(({ person, printedName }) => person === id && printedName !== undefined),
  );
  return calendarOf(exchange, feeds, (await known).person.name);
};
