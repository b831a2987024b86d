import { programmeWordsIn } from '../words/programme.ts';
import { writeTable } from './csv.ts';
import { type Feed, line, namedIn, type Reader, sessionLink, type Showing } from './programme.ts';
import { plain } from './run.ts';
import { wallTime } from './zoned.ts';

type Cell = (showing: Showing, feed: Feed, reader: Reader) => string | undefined;

const printed = (all: readonly { printed: string }[]): string => all.map((one) => plain(one.printed)).join('; ');

const zoneOf = ({ card }: Showing, { summit }: Feed): string | undefined => card.zone ?? summit.zone;

const shown = (at: string | undefined, zone: string | undefined): string | undefined =>
  at && zone ? wallTime(at, zone).replace('T', ' ') : undefined;

const columns: Readonly<Record<string, Cell>> = {
  reference: ({ card }) => plain(card.reference),
  title: ({ card }, _, reader) => line(reader, card.title),
  state: ({ card }) => card.state,
  'local start': (showing, feed) => shown(showing.card.start, zoneOf(showing, feed)),
  'local end': (showing, feed) => shown(showing.card.end, zoneOf(showing, feed)),
  zone: zoneOf,
  start: ({ card }) => card.start,
  end: ({ card }) => card.end,
  room: ({ card }, _, reader) => line(reader, card.roomName) || card.room,
  track: ({ card }, _, reader) => line(reader, card.trackTitle) || card.track,
  mode: ({ card }) => card.mode,
  spoken: ({ card }) => card.languages?.spoken.join('; '),
  interpreted: ({ card }) => card.languages?.interpreted.join('; '),
  lead: ({ card }) => printed(card.lead),
  partners: ({ card }) => printed(card.partners),
  panel: ({ card }) =>
    namedIn(card)
      .map((one) => plain(one.printedName))
      .join('; '),
  release: (_, { release }) => release?.slug,
  'reported by': ({ card }) => card.reportedBy?.map(plain).join('; '),
  remark: ({ card }, _, { language }) => (card.rehearsal ? programmeWordsIn(language).invented : undefined),
  address: ({ card }, { summit }, reader) => sessionLink(reader, summit.slug, card.slug),
};

/** A programme as a table (RFC 4180), a session a row: also those without a time, and those that were cancelled. */
export const toProgrammeTable = (reader: Reader, feed: Feed): Promise<string> =>
  writeTable({
    header: Object.keys(columns),
    rows: feed.showings.map((showing) => Object.values(columns).map((cell) => cell(showing, feed, reader) ?? '')),
  });
