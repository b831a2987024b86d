import type { NamedOrganization } from '../domain/record.ts';
import {
  factsOf,
  type Feed,
  line,
  marked,
  namedIn,
  paragraphs,
  type Reader,
  sessionLink,
  type Showing,
} from './programme.ts';
import { plain } from './run.ts';
import { withOffset } from './zoned.ts';

const term = (name: string): string => `https://schema.org/${name}`;

const organizationOf = ({ organization, printed }: NamedOrganization, { site }: Reader): object => ({
  '@type': 'Organization',
  name: plain(printed),
  url: `${site}/api/v1/organizations/${organization}`,
});

const attendance = {
  'on-site': term('OfflineEventAttendanceMode'),
  hybrid: term('MixedEventAttendanceMode'),
  online: term('OnlineEventAttendanceMode'),
};

const addressOf = (reader: Reader, { place, country }: Feed['summit']): object | undefined =>
  place || country
    ? { '@type': 'PostalAddress', addressLocality: line(reader, place) || undefined, addressCountry: country }
    : undefined;

const placeOf = (reader: Reader, summit: Feed['summit'], room: string): object | undefined => {
  const address = addressOf(reader, summit);
  const name = room || line(reader, summit.place);
  return name ? { '@type': 'Place', name, address } : undefined;
};

const locationOf = (reader: Reader, summit: Feed['summit'], { card }: Showing): object | undefined => {
  const here = card.mode === 'online' ? undefined : placeOf(reader, summit, line(reader, card.roomName));
  const there =
    card.mode === 'online' || card.mode === 'hybrid'
      ? { '@type': 'VirtualLocation', url: sessionLink(reader, summit.slug, card.slug) }
      : undefined;
  return here && there ? [here, there] : (here ?? there);
};

/** From where sessions were moved since the release before, by slug: the instants at which they would have started. */
export type Moved = ReadonlyMap<string, string>;

const statusOf = ({ card }: Showing, moved: Moved): string => {
  if (card.state === 'cancelled') return term('EventCancelled');
  return term(moved.has(card.slug) ? 'EventRescheduled' : 'EventScheduled');
};

const sessionOf = (reader: Reader, { summit }: Feed, showing: Showing, moved: Moved): object => {
  const { card } = showing;
  const zone = card.zone ?? summit.zone;
  const timed = (at: string | undefined): string | undefined => at && withOffset(at, zone);
  const link = sessionLink(reader, summit.slug, card.slug);
  return {
    '@type': 'Event',
    '@id': link,
    url: link,
    identifier: plain(card.reference),
    name: marked(reader, card.rehearsal, line(reader, card.title)),
    description: [...paragraphs(reader, card.summary), ...factsOf(reader, showing)].join('\n') || undefined,
    startDate: timed(card.start),
    endDate: timed(card.end),
    previousStartDate: card.state === 'cancelled' ? undefined : timed(moved.get(card.slug)),
    eventStatus: statusOf(showing, moved),
    eventAttendanceMode: card.mode && attendance[card.mode],
    location: locationOf(reader, summit, showing),
    inLanguage: card.languages?.spoken,
    organizer: card.lead.map((one) => organizationOf(one, reader)),
    contributor: card.partners.map((one) => organizationOf(one, reader)),
    performer: namedIn(card).map((one) => ({
      '@type': 'Person',
      name: plain(one.printedName),
      jobTitle: one.printedTitle && plain(one.printedTitle),
      affiliation: one.organizations.map((organization) => organizationOf(organization, reader)),
    })),
  };
};

/**
 * A programme as JSON-LD: the summit as an Event of schema.org, its sessions as what it is made of. Only public names perform. It can stand in a page
 * as it is: nothing in it ends a script.
 */
export const toJsonLd = (reader: Reader, feed: Feed, moved: Moved = new Map()): string => {
  const { summit, showings } = feed;
  const link = `${reader.site}/api/v1/summits/${summit.slug}`;
  const document = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': link,
    url: link,
    name: marked(reader, summit.rehearsal, line(reader, summit.title)),
    startDate: summit.from,
    endDate: summit.to,
    eventStatus: term('EventScheduled'),
    location: placeOf(reader, summit, ''),
    version: feed.release?.slug,
    subEvent: showings.map((showing) => sessionOf(reader, feed, showing, moved)),
  };
  return JSON.stringify(document).replaceAll('<', String.raw`\u003c`);
};
