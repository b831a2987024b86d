import { conflictOf, unplaceable } from '../domain/conflict.ts';
import type { DomainError } from '../domain/error.ts';
import { type Claim, type Clash, meeting } from '../domain/ledger.ts';
import { type Pasted } from '../domain/pasted.ts';
import type { Room } from '../domain/room.ts';
import { CellFault, type Placed, type Sheet } from '../domain/rows.ts';
import { sessionColumns, type SessionSetting } from '../domain/rows-session.ts';
import { type Session, SessionDraft } from '../domain/session.ts';
import { folded, slugOf } from '../domain/slug.ts';
import type { Summit } from '../domain/summit.ts';
import type { Text } from '../domain/text.ts';
import { type ForeseenLedger, ledgersForeseen } from '../table/foreseen.ts';
import { allRooms } from '../table/room.ts';
import { findSessions } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { allTracks } from '../table/track.ts';
import { cellsIn, organizationsIn } from './called.ts';
import type { Deed, House } from './perform.ts';
import { type Asked, pasteRows, type Wanted } from './rows.ts';
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
  rooms: readonly Room[];
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
  return { sessions, rooms, setting: settingOf(found, tracks, rooms, organization) };
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

const clashOf = (mine: Claim, other: Claim, { room }: ForeseenLedger): Clash => ({
  of: mine,
  occupation: {
    start: mine.start,
    end: mine.end,
    resource: room === undefined ? { person: '' } : { summit: mine.summit, room },
    by: mine.by.join(', '),
    firm: true,
  },
  with: { summit: other.summit, session: other.session, reference: other.reference },
  overlap: {
    start: mine.start > other.start ? mine.start : other.start,
    end: mine.end < other.end ? mine.end : other.end,
  },
  policy: 'block',
});

// A room that only warns refuses nobody. What people said of their time is not read for a preview: they are in one place.
const parallelOf = ({ rooms }: Beside, { room }: ForeseenLedger): number => {
  const found = rooms.find(({ slug }) => slug === room);
  return found?.policy === 'warn' ? Number.POSITIVE_INFINITY : (found?.parallel ?? 1);
};

/** Rows that could each be written alone, and want the same room or the same person at the same time: the first of them has it. */
const inEachOthersWay = (summit: string, beside: Beside, wanted: readonly Wanted[]): (DomainError | undefined)[] => {
  const taken = new Map<string, Claim[]>();
  return wanted.map(({ row: { slug = '' }, actions }) => {
    const ledgers = ledgersForeseen(actions);
    const isOwn = (claim: Claim): boolean => claim.summit === summit && claim.session === slug;
    const conflicts = ledgers.flatMap((one) => {
      const earlier = taken.get(one.ledger) ?? [];
      const others = [...one.claims.filter((claim) => !isOwn(claim)), ...earlier];
      return one.claims.filter(isOwn).flatMap((mine) =>
        meeting(others, mine, parallelOf(beside, one))
          .filter((other) => earlier.includes(other))
          .map((other) => conflictOf(clashOf(mine, other, one), true)),
      );
    });
    if (conflicts.length > 0) return unplaceable(conflicts);
    for (const { ledger, claims } of ledgers)
      taken.set(ledger, [...(taken.get(ledger) ?? []), ...claims.filter(isOwn)]);
    return undefined;
  });
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
    together: async (beside, wanted) => inEachOthersWay(summit, beside, wanted),
    atOnce: 8,
  });
