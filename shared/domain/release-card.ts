import { everyone, view } from './access.ts';
import { inPrintedOrder, type Panelist, seatedIn } from './panelist.ts';
import type { CardPanelist, ProgrammeCard, Released } from './release.ts';
import type { Room } from './room.ts';
import { publicSession, type Session } from './session.ts';
import type { Track } from './track.ts';

/** A session with those whose time it takes, as it is drafted. */
export interface DraftedSession {
  session: Session;
  panel: readonly Panelist[];
  crew?: readonly { slug: string; person: string; state: string }[];
}

/** What sessions name, by slug. */
export interface Named {
  tracks: ReadonlyMap<string, Pick<Track, 'title'>>;
  rooms: ReadonlyMap<string, Pick<Room, 'name'>>;
}

const given = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/** What everyone may see of a place on a panel, as far as a programme prints it. */
const panelistOf = (panelist: Panelist): CardPanelist[] => {
  const shown = view(everyone, 'panelist', panelist) as (CardPanelist & Panelist) | undefined;
  if (!shown) return [];
  const { slug, role, state, order, person, printedName, printedTitle, organizations, unnamed, toBeConfirmed } = shown;
  return [
    given({ slug, role, state, order, person, printedName, printedTitle, organizations, unnamed, toBeConfirmed }),
  ];
};

/** Whether a programme may show a session at all: what is reported is public as it is, and in no release. */
export const isReleasable = ({ origin, state }: Pick<Session, 'origin' | 'state'>): boolean =>
  origin === 'held' && publicSession.has(state) && state !== 'cancelled';

const placeOf = ({ room, start, end, local, zone }: Session, { rooms }: Named) => ({
  room,
  roomName: room === undefined ? undefined : rooms.get(room)?.name,
  start,
  end,
  local,
  zone,
  day: start === undefined ? undefined : (local?.start ?? start).slice(0, 10),
});

/** A session as everyone may see it. */
export const cardOf = ({ session, panel }: DraftedSession, names: Named): ProgrammeCard => {
  const {
    slug,
    reference,
    title,
    summary,
    mode,
    track,
    languages,
    lead,
    partners,
    instruments,
    objectives,
    rehearsal,
  } = session;
  return given({
    slug,
    reference,
    title,
    summary,
    state: session.state as ProgrammeCard['state'],
    mode,
    track,
    trackTitle: track === undefined ? undefined : names.tracks.get(track)?.title,
    ...placeOf(session, names),
    languages,
    lead,
    partners,
    instruments,
    objectives,
    panel: inPrintedOrder(panel).flatMap(panelistOf),
    rehearsal,
  });
};

/**
 * What a release would say of a session as it is drafted; nothing of one that the public may not know of. One that will not take place after all
 * stays as it was last released, `cancelled`.
 */
export const releasedAs = (drafted: DraftedSession, last: Released | undefined, names: Named): Released | undefined => {
  const { session, panel, crew = [] } = drafted;
  if (!isReleasable(session)) return last && { ...last, card: { ...last.card, state: 'cancelled' } };
  return {
    card: cardOf(drafted, names),
    version: session.version,
    panelists: Object.fromEntries(
      seatedIn(panel).map(({ slug, person, state, version }) => [slug, { person, state, version }]),
    ),
    crew: Object.fromEntries(
      crew.filter(({ state }) => state === 'assigned').map(({ slug, person }) => [slug, person]),
    ),
  };
};

/**
 * The card without the name of whoever has a place, as everyone sees that place without it; nothing where the card does not say it. It is a place
 * as it was released: that somebody sat there stays.
 */
export const cardWithout = (
  card: ProgrammeCard,
  place: string,
  { unnamed, origin }: Pick<Panelist, 'unnamed' | 'origin'>,
): ProgrammeCard | undefined => {
  const found = card.panel.find(({ slug }) => slug === place);
  if (found?.printedName === undefined && found?.person === undefined) return undefined;
  const { person: _, printedName: __, printedTitle: ___, ...rest } = found;
  const bare: CardPanelist = { ...rest, unnamed, toBeConfirmed: !unnamed && origin === 'held' };
  return { ...card, panel: card.panel.map((one) => (one === found ? bare : one)) };
};
