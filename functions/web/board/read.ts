import { type Caller, may } from '../../../shared/domain/access.ts';
import { verdictOf, type Verdict } from '../../../shared/domain/check.ts';
import { digest } from '../../../shared/domain/digest.ts';
import { dayAfter } from '../../../shared/domain/hours.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { span } from '../../../shared/domain/when.ts';
import { judgeSessions } from '../../../shared/operations/check.ts';
import { allRooms } from '../../../shared/table/room.ts';
import { getWholeSession, type WholeSession } from '../../../shared/table/session.ts';
import { allTracks } from '../../../shared/table/track.ts';
import { readList, readOwn } from '../contract.ts';
import type { Asked } from '../page.ts';
import { enter, summitHere } from '../workspace.ts';

/** What a board is made of. */
export interface Plan {
  caller: Caller;
  summit: Summit;
  rooms: Room[];
  tracks: Track[];
  sessions: Session[];
}

/** Reads a summit's sessions as whoever plans it may see them, with its rooms and tracks. Errors: `sign-in-required`, `forbidden`, `not-found`. */
export const readPlan = async (asked: Asked): Promise<Plan> => {
  const slug = asked.context.req.param('summit') ?? '';
  const caller = await enter(asked, 'placement:read', { summit: slug });
  const { table } = asked.site.house;
  const [summit, rooms, tracks, sessions] = await Promise.all([
    summitHere(asked),
    allRooms(table, slug),
    allTracks(table, slug),
    readList<Session>(readOwn, asked, `/summits/${slug}/sessions`),
  ]);
  return { caller, summit, rooms, tracks, sessions };
};

/** More days than a page names: what lasts longer is a process, whose days are those on which something is placed. */
const mostDays = 31;

/** The days of a board: the summit's, and whatever others have sessions. */
export const daysOf = ({ summit, sessions }: Pick<Plan, 'summit' | 'sessions'>): string[] => {
  const days = new Set(sessions.flatMap(({ local }) => (local ? [local.start.slice(0, 10)] : [])));
  if (summit.from) {
    const [first, last] = [span(summit.from).first, span(summit.to ?? summit.from).last];
    for (let day = first, nth = 0; day <= last && nth < mostDays; day = dayAfter(day), nth += 1) days.add(day);
  }
  return [...days].toSorted();
};

/** What stands where, in a word: the same as long as nothing was changed. */
export const stampOf = ({ sessions, rooms, tracks }: Plan): string =>
  `"${digest(
    JSON.stringify([
      sessions.map(({ slug, version }) => [slug, version]),
      rooms.map(({ slug, version }) => [slug, version]),
      tracks.map(({ slug, version }) => [slug, version]),
    ]),
  ).slice(0, 16)}"`;

/** How a session does: the gravest verdict on it, for who may know it, and whether it was placed whatever stood against that. */
export interface Standing {
  verdict: Verdict | undefined;
  isOverridden: boolean;
}

/** How these sessions do, as they stand: what the list knows of them is less. */
export const standingsOf = async (
  { site, stamp }: Asked,
  { caller, summit }: Pick<Plan, 'caller' | 'summit'>,
  sessions: readonly Session[],
): Promise<ReadonlyMap<string, Standing>> => {
  const { house } = site;
  const read = await Promise.allSettled(sessions.map(({ slug }) => getWholeSession(house.table, summit.slug, slug)));
  const wholes = read.flatMap((one): WholeSession[] => (one.status === 'fulfilled' ? [one.value] : []));
  const judged = await judgeSessions(house, stamp, wholes);
  return new Map(
    judged.map(({ session: { slug: session, track, overridden }, checks }) => {
      const maySee = may(caller, 'check:read', { summit: summit.slug, track, session });
      return [
        session,
        { verdict: maySee ? verdictOf(checks) : undefined, isOverridden: (overridden ?? []).length > 0 },
      ];
    }),
  );
};

/** What is asked to be shown. */
export interface View {
  day: string;
  track: string;
  q: string;
  state: string;
}

/** What of the address narrows the tray down: it stays while sessions are moved. */
export const viewOf = ({ context }: Asked, days: readonly string[]): View => {
  const { day = '', track = '', q = '', state = '' } = context.req.query();
  return { day: days.includes(day) ? day : (days[0] ?? ''), track, q, state };
};

/** The same as the query of an address. */
export const queryOf = (view: Partial<View>, also: Record<string, string> = {}): string => {
  const given = Object.entries({ ...view, ...also }).filter(([, value]) => value !== '');
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
};

const placeable: ReadonlySet<Session['state']> = new Set(['draft', 'submitted', 'waitlisted', 'accepted', 'scheduled']);

/** Whether a session may be moved here. */
export const isMovable = ({ origin, state }: Pick<Session, 'origin' | 'state'>): boolean =>
  origin === 'held' && placeable.has(state);

/** Whether a session stands somewhere on this day. */
export const isOnDay = ({ local }: Pick<Session, 'local'>, day: string): boolean =>
  local?.start.startsWith(day) === true;

/** What waits for a place, as far as it is asked for. */
export const waitingIn = ({ sessions }: Pick<Plan, 'sessions'>, { track, q, state }: View): Session[] => {
  const sought = q.trim().toLowerCase();
  return sessions
    .filter((one) => isMovable(one) && !one.start && (state === 'all' || one.state === 'accepted'))
    .filter((one) => track === '' || one.track === track)
    .filter((one) => `${one.reference} ${Object.values(one.title).join(' ')}`.toLowerCase().includes(sought))
    .toSorted((a, b) => a.reference.localeCompare(b.reference, 'en', { numeric: true }));
};

/** What a room is called. */
export const roomNamed = (rooms: readonly Room[], slug: string | undefined, language: string): string | undefined => {
  const room = rooms.find((one) => one.slug === slug);
  return room ? inLanguage(room.name, language) : slug;
};
