import { DomainError } from '../../shared/domain/error.ts';
import type { Conflict, Override } from '../../shared/domain/conflict.ts';
import type { Move } from '../../shared/domain/move.ts';
import { PanelistDraft } from '../../shared/domain/panelist.ts';
import { PersonDraft } from '../../shared/domain/person.ts';
import { RoomDraft } from '../../shared/domain/room.ts';
import { SessionDraft } from '../../shared/domain/session.ts';
import { SummitDraft } from '../../shared/domain/summit.ts';
import { passPanelist, registerPanelist } from '../../shared/operations/panelist.ts';
import { createPerson } from '../../shared/operations/person.ts';
import { changeRoom, createRoom } from '../../shared/operations/room.ts';
import { createSession } from '../../shared/operations/session.ts';
import { placeSession, takeOffSession } from '../../shared/operations/placement.ts';
import { moveSessions } from '../../shared/operations/placements.ts';
import { createSummit } from '../../shared/operations/summit.ts';
import type { House } from '../../shared/operations/perform.ts';
import type { Household } from '../door.ts';

// What the races about places are run on: summits, rooms, people and sessions, made by the operations themselves.

/** Where a session is: the room may be missing. */
export interface Place {
  room?: string | undefined;
  start: string;
  end: string;
}

/** A session by its address. */
export interface At {
  summit: string;
  session: string;
}

/** What of a record is its draft. */
export const draftFrom = <D>(schema: { shape: object; parse: (given: unknown) => D }, record: object): D =>
  schema.parse(Object.fromEntries(Object.entries(record).filter(([field]) => field in schema.shape)));

/** Deeds of the secretariat in a household; `house` is another door to it, where somebody stands in between. */
export const stageOf = ({ door, deed }: Household, house: House = door.house) => ({
  summit: (slug: string, zone = 'Europe/Paris') =>
    createSummit(house, deed(), SummitDraft().parse({ slug, title: { en: 'S' }, zone, rehearsal: true })),
  room: (summit: string, slug: string, more: object = {}) =>
    createRoom(house, deed(), summit, RoomDraft().parse({ slug, name: { en: slug }, ...more })),
  changeRoom: (summit: string, slug: string, change: object) =>
    changeRoom(house, deed({ ifMatch: '*' }), summit, slug, (room) => ({ ...draftFrom(RoomDraft(), room), ...change })),
  person: async (name: string): Promise<string> =>
    (await createPerson(house, deed(), PersonDraft().parse({ name, rehearsal: true }))).id,
  session: async (summit: string, reference: string, place: Partial<Place> = {}): Promise<At> => {
    const draft = SessionDraft().parse({ reference, title: { en: reference }, ...place });
    return { summit, session: (await createSession(house, deed(), summit, draft)).slug };
  },
  place: (at: At, place: Place, override?: Override) =>
    placeSession(house, deed({ ifMatch: '*' }), at.summit, at.session, {
      draft: { ...place, ...(override ? { override } : {}) },
    }),
  takeOff: (at: At) => takeOffSession(house, deed({ ifMatch: '*' }), at.summit, at.session),
  /** Several moves that are all made or none is: then the refusal is of the first that has a reason of its own. */
  together: async (summit: string, moves: readonly Move[]): Promise<void> => {
    const grouped = moves.map((move) => ({ ...move, group: 'g' }));
    const answers = await moveSessions(house, deed(), summit, { moves: grouped, suggest: 0 });
    const refused = answers.flatMap(({ refused: one }) => one ?? []);
    const conflicts = refused.flatMap(({ also }) => (also?.conflicts as Conflict[] | undefined) ?? []);
    const [first] = refused.toSorted((a, b) => Number(b.also !== undefined) - Number(a.also !== undefined));
    if (!first) return;
    const { code, detail, conflictsWith } = first;
    throw new DomainError(code, detail, { ...(conflictsWith ? { conflictsWith } : {}), also: { conflicts } });
  },
  nominate: async (at: At, person: string): Promise<string> =>
    (await registerPanelist(house, deed(), at.summit, at.session, PanelistDraft().parse({ person, role: 'panelist' })))
      .slug,
  pass: (at: At, panelist: string, to: 'confirmed' | 'withdrawn') =>
    passPanelist(house, deed(), at.summit, at.session, panelist, { to }),
});
export type Stage = ReturnType<typeof stageOf>;

/** How deeds ended: `done`, or the code of the refusal with what it says is in the way. */
export const endings = async (deeds: readonly Promise<unknown>[]): Promise<Record<string, number>> => {
  const ends = await Promise.all(
    deeds.map((one) =>
      one.then(
        () => 'done',
        (error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
          return `${error.code} ${error.conflictsWith ?? ''}`.trim();
        },
      ),
    ),
  );
  return ends.reduce<Record<string, number>>((tally, end) => ({ ...tally, [end]: (tally[end] ?? 0) + 1 }), {});
};
