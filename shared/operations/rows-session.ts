import { type Pasted } from '../domain/pasted.ts';
import { CellFault, type Placed, type Sheet } from '../domain/rows.ts';
import { sessionColumns, type SessionSetting } from '../domain/rows-session.ts';
import { type Session, SessionDraft } from '../domain/session.ts';
import { folded, slugOf } from '../domain/slug.ts';
import type { Summit } from '../domain/summit.ts';
import type { Text } from '../domain/text.ts';
import { allRooms } from '../table/room.ts';
import { findSessions } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { allTracks } from '../table/track.ts';
import { cellsIn, organizationsIn } from './called.ts';
import type { Deed, House } from './perform.ts';
import { type Asked, pasteRows } from './rows.ts';
import { judgeRows, wrongAt } from './rows-judged.ts';
import { changeSession, createSession } from './session.ts';

type Placing = readonly Placed<SessionSetting>[];

interface Named {
  slug: string;
  names: Text;
}

/** Tells which of a summit's few records a cell means: by its slug, else by one of its names. */
const among =
  (what: string, records: readonly Named[]) =>
  (name: string): string => {
    const exact = records.find(({ slug }) => slug === name);
    if (exact) return exact.slug;
    const [found, other] = records.filter(({ names }) =>
      Object.values(names).some((one) => folded(one) === folded(name)),
    );
    if (found && other)
      throw new CellFault(`Several are called so: ${found.slug}, ${other.slug}. Write the slug of one.`);
    if (found) return found.slug;
    throw new CellFault(
      records.length > 0
        ? `There is no ${what} of this slug or name. There are: ${records.map(({ slug }) => slug).join(', ')}.`
        : `The summit has no ${what} yet. Create it first, or leave the cell empty.`,
    );
  };

interface Beside {
  sessions: ReadonlyMap<string, Session>;
  setting: SessionSetting;
}

const settingOf = (
  { zone }: Summit,
  tracks: readonly { slug: string; title: Text }[],
  rooms: readonly { slug: string; name: Text }[],
  organization: SessionSetting['organization'],
): SessionSetting => ({
  zone,
  track: among(
    'track',
    tracks.map(({ slug, title }) => ({ slug, names: title })),
  ),
  room: among(
    'room',
    rooms.map(({ slug, name }) => ({ slug, names: name })),
  ),
  organization,
});

const read = async ({ table }: House, summit: string, sheet: Sheet, header: Placing): Promise<Beside> => {
  const slugs = cellsIn(sheet, header, ['reference']).map(slugOf);
  const [found, tracks, rooms, organization, sessions] = await Promise.all([
    getSummit(table, summit),
    allTracks(table, summit),
    allRooms(table, summit),
    organizationsIn(table, sheet, header, ['lead', 'partners']),
    findSessions(
      table,
      summit,
      slugs.filter((slug) => slug !== ''),
    ),
  ]);
  return { sessions, setting: settingOf(found, tracks, rooms, organization) };
};

const aboutIn =
  (sessions: ReadonlyMap<string, Session>) =>
  ({ reference }: { reference?: string }): { record?: Session | undefined; slug: string } => {
    if (reference === undefined)
      throw wrongAt(
        '/reference',
        'Give the reference code, such as "VC-D 12": it says which session the row is about.',
      );
    const slug = slugOf(reference);
    return { slug, record: sessions.get(slug) };
  };

/** Answers pasted rows of sessions, and writes those that say something new where that is confirmed. Errors: those of pasteRows, `not-found`. */
export const pasteSessions = (house: House, deed: Deed, summit: string, asked: Asked): Promise<Pasted> =>
  pasteRows<Beside, SessionSetting>(house, deed, asked, {
    columns: sessionColumns,
    may: { deed: 'session:write', of: { summit } },
    read: (header) => read(house, summit, asked.sheet, header),
    judge: ({ sessions, setting }, header) =>
      judgeRows(asked, header, sessionColumns, {
        schema: SessionDraft(),
        setting,
        about: aboutIn(sessions),
        create: (there, own, draft) => createSession(there, own, summit, draft),
        change: (there, own, session, patched) => changeSession(there, own, summit, session.slug, patched),
      }),
    atOnce: 8,
  });
