import type { Instant } from '../domain/when.ts';
import { fill } from '../words/dictionary.ts';
import { programmeWordsIn } from '../words/programme.ts';
import { type CalendarEvent, toCalendar } from './calendar.ts';
import { factsOf, type Feed, line, marked, paragraphs, type Reader, sessionLink, type Showing } from './programme.ts';
import { plain } from './run.ts';

// A summit of which nothing was said yet has no instant of its own, and the same calendar has to be the same file.
const never: Instant = '1970-01-01T00:00:00Z';

const titleOf = (reader: Reader, { card }: Showing): string => {
  const title = `${plain(card.reference)} · ${line(reader, card.title)}`;
  const { cancelled } = programmeWordsIn(reader.language);
  return marked(reader, card.rehearsal, card.state === 'cancelled' ? fill(cancelled, { title }) : title);
};

const placeOf = (reader: Reader, { summit }: Feed, { card }: Showing): string => {
  const room = line(reader, card.roomName) || (card.mode === 'online' ? programmeWordsIn(reader.language).online : '');
  return [room, line(reader, summit.place)].filter((part) => part !== '').join(', ');
};

const eventOf = (reader: Reader, feed: Feed, showing: Showing): CalendarEvent[] => {
  const { card, reported } = showing;
  if (!card.start || !card.end) return [];
  const description = [...paragraphs(reader, card.summary), factsOf(reader, showing).join('\n')];
  return [
    {
      // Not that of the mails: these go by the version of the record, and a calendar must not take one for the older of the other.
      uid: `${card.slug}.${feed.summit.slug}.programme@${new URL(reader.site).host}`,
      sequence: feed.release?.number ?? reported?.version ?? 0,
      status: card.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
      stamp: reported?.at ?? feed.release?.at ?? never,
      start: card.start,
      end: card.end,
      zone: card.zone ?? feed.summit.zone,
      title: titleOf(reader, showing),
      description: description.filter((part) => part !== '').join('\n\n'),
      location: placeOf(reader, feed, showing),
      url: sessionLink(reader, feed.summit.slug, card.slug),
    },
  ];
};

/**
 * A calendar to subscribe to, of one summit or of several. A session keeps its UID for good; SEQUENCE is the number of the release, so that it rises
 * with each, and what is reported goes by the version of its record. What was cancelled stays, as cancelled. What has no time cannot stand in a
 * calendar: the calendar's description says how many there are.
 */
export const toProgrammeCalendar = (reader: Reader, feeds: readonly Feed[], name: string): string => {
  const all = feeds.flatMap((feed) => feed.showings.map((showing) => ({ feed, showing })));
  const events = all.flatMap(({ feed, showing }) => eventOf(reader, feed, showing));
  const words = programmeWordsIn(reader.language);
  const rehearsal = feeds.length > 0 && feeds.every(({ summit }) => summit.rehearsal);
  const missing = all.length - events.length;
  const description = [
    ...(rehearsal ? [words.invented] : []),
    ...(missing > 0 ? [fill(words.undated, { number: missing })] : []),
  ];
  return toCalendar(events, never, {
    name: marked(reader, rehearsal, plain(name)),
    description: description.join('\n'),
    zone: feeds[0]?.summit.zone,
  });
};
