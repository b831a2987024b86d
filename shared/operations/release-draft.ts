import { type FieldError, invalid } from '../domain/error.ts';
import type { Alongside, Programme, Released } from '../domain/release.ts';
import { isReleasable, releasedAs } from '../domain/release-card.ts';
import { changesBetween, type ReleaseChange } from '../domain/release-changes.ts';
import { alongside, chosenOnly } from '../domain/release-choice.ts';
import type { Room } from '../domain/room.ts';
import type { Table } from '../table/client.ts';
import { findProgramme, releasedIn } from '../table/release.ts';
import { allRooms } from '../table/room.ts';
import type { WholeSession } from '../table/session.ts';
import { allTracks } from '../table/track.ts';
import { getSessionsAtOnce } from '../table/whole-sessions.ts';

/** The programme as it is drafted, beside what was released last. */
export interface DraftedProgramme {
  current: Programme | undefined;
  last: Map<string, Released>;
  draft: Map<string, Released>;
  /** The sessions that the draft was made from. */
  wholes: Map<string, WholeSession>;
  rooms: ReadonlyMap<string, Room>;
}

const bySlug = <R extends { slug: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.slug, record]));

const byCard = (released: readonly Released[]): Map<string, Released> =>
  new Map(released.map((one) => [one.card.slug, one]));

/** Reads the draft of a summit's programme, all of it as it was at one moment. Errors: `unavailable`. */
export const readDraft = async (table: Table, summit: string): Promise<DraftedProgramme> => {
  const [current, rooms, tracks] = await Promise.all([
    findProgramme(table, summit),
    allRooms(table, summit),
    allTracks(table, summit),
  ]);
  const last = byCard(current ? await releasedIn(table, current) : []);
  const wholes = await getSessionsAtOnce(table, summit, (one) => isReleasable(one) || last.has(one.slug));
  const names = { rooms: bySlug(rooms), tracks: bySlug(tracks) };
  const draft = byCard([...wholes].flatMap(([slug, whole]) => releasedAs(whole, last.get(slug), names) ?? []));
  return { current, last, draft, wholes, rooms: names.rooms };
};

/** What a release would come to. */
export interface PlannedRelease {
  cards: Map<string, Released>;
  changes: ReleaseChange[];
  alongside: Alongside[];
  /** Those that were chosen, and are as they were released last. */
  unchanged: string[];
}

const inOrder = (cards: ReadonlyMap<string, Released>) =>
  [...cards.values()]
    .map(({ card }) => card)
    .toSorted((one, other) => (`${one.start ?? '~'}#${one.slug}` < `${other.start ?? '~'}#${other.slug}` ? -1 : 1));

/** What is otherwise in one set of sessions than in another, in the order of the programme. */
export const changesOf = (last: ReadonlyMap<string, Released>, now: ReadonlyMap<string, Released>): ReleaseChange[] =>
  changesBetween(inOrder(last), inOrder(now));

const unknown = ({ draft, wholes }: DraftedProgramme, chosen: readonly string[], pointer: string): FieldError[] =>
  chosen.flatMap((slug, at) =>
    draft.has(slug) || wholes.has(slug)
      ? []
      : [
          {
            pointer: pointer.startsWith('?') ? pointer : `${pointer}/${at}`,
            detail: `There is no session "${slug}" to release: name one that was accepted or released before.`,
          },
        ],
  );

/**
 * What a release of all that changed comes to, or one of chosen changes alone with whatever hangs together with them. `pointer` is where they were
 * named. Errors: `invalid` for a name of no session that could be released.
 */
export const plannedRelease = (
  drafted: DraftedProgramme,
  chosen: readonly string[] | undefined,
  pointer = '/changes',
): PlannedRelease => {
  const { last, draft, rooms } = drafted;
  if (!chosen) return { cards: draft, changes: changesOf(last, draft), alongside: [], unchanged: [] };
  const faults = unknown(drafted, chosen, pointer);
  if (faults.length > 0) throw invalid(faults);
  const changed = new Set(changesOf(last, draft).map(({ session }) => session));
  const parallel = (room: string): number => rooms.get(room)?.parallel ?? 1;
  const also = alongside({ last, draft, changed, parallel }, chosen);
  const taken = new Set([...chosen.filter((slug) => changed.has(slug)), ...also.map(({ session }) => session)]);
  const cards = chosenOnly(last, draft, taken);
  return {
    cards,
    changes: changesOf(last, cards),
    alongside: also,
    unchanged: [...new Set(chosen.filter((slug) => !changed.has(slug)))],
  };
};
