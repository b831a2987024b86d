import { CellFault, type Pasted, type Placed, type Sheet, entriesOf } from '../domain/rows.ts';
import { sessionColumns, type SessionSetting } from '../domain/rows-session.ts';
import { type Session, SessionDraft } from '../domain/session.ts';
import { folded, slugOf } from '../domain/slug.ts';
import type { Summit } from '../domain/summit.ts';
import type { Text } from '../domain/text.ts';
import { type Called, findCalled } from '../table/name.ts';
import { allRooms } from '../table/room.ts';
import { findSessions } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { allTracks } from '../table/track.ts';
import type { Deed, House } from './perform.ts';
import { type Asked, pasteRows } from './rows.ts';
import { judgeRows, wrongAt } from './rows-judged.ts';
import { changeSession, createSession } from './session.ts';

type Placing = readonly Placed<SessionSetting>[];

/** The cells of some columns, each once. */
const cellsIn = ({ rows }: Sheet, header: Placing, names: readonly string[]): string[] => {
  const places = header.flatMap(({ column }, at) => (names.includes(column.name) ? [at] : []));
  return [...new Set(rows.flatMap(({ cells }) => places.map((at) => (cells[at] ?? '').trim())))].filter(
    (cell) => cell !== '',
  );
};

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

const organizationAmong =
  (called: ReadonlyMap<string, Called>) =>
  (name: string): string => {
    const { slugs = [], nearest = [] } = called.get(name) ?? {};
    const [found, other] = slugs;
    if (found !== undefined && other !== undefined)
      throw new CellFault(`Several organizations are called so: ${slugs.join(', ')}. Write the slug of one.`);
    if (found !== undefined) return found;
    throw new CellFault(
      `There is no organization of this slug or name.${nearest.length > 0 ? ` Near it: ${nearest.join(', ')}.` : ' List it first.'}`,
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
  called: ReadonlyMap<string, Called>,
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
  organization: organizationAmong(called),
});

/** More names than a summit's sessions have: looking them up would outlast the request. */
const mostNames = 2_000;

const namesIn = (sheet: Sheet, header: Placing): string[] => {
  // A name may have a comma in it: the whole cell is looked for, and what its commas part.
  const cells = cellsIn(sheet, header, ['lead', 'partners']);
  const names = [...new Set(cells.flatMap((cell) => [cell, ...entriesOf(cell)]))];
  if (names.length > mostNames)
    throw wrongAt('/rows', `Paste fewer rows at once: these name ${names.length} organizations, and ${mostNames} fit.`);
  return names;
};

const read = async ({ table }: House, summit: string, sheet: Sheet, header: Placing): Promise<Beside> => {
  const names = namesIn(sheet, header);
  const slugs = cellsIn(sheet, header, ['reference']).map(slugOf);
  const [found, tracks, rooms, called, sessions] = await Promise.all([
    getSummit(table, summit),
    allTracks(table, summit),
    allRooms(table, summit),
    findCalled(table, names),
    findSessions(
      table,
      summit,
      slugs.filter((slug) => slug !== ''),
    ),
  ]);
  return { sessions, setting: settingOf(found, tracks, rooms, called) };
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
