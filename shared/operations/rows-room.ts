import { DomainError } from '../domain/error.ts';
import { type Room, RoomDraft } from '../domain/room.ts';
import type { Pasted } from '../domain/pasted.ts';
import { roomColumns } from '../domain/rows-room.ts';
import { folded, slugOf } from '../domain/slug.ts';
import { inLanguage, type Text } from '../domain/text.ts';
import { allRooms } from '../table/room.ts';
import { getSummit } from '../table/summit.ts';
import type { Deed, House } from './perform.ts';
import { changeRoom, createRoom } from './room.ts';
import { type Asked, pasteRows } from './rows.ts';
import { judgeRows, wrongAt } from './rows-judged.ts';

const addressOf = ({ summit, slug }: Room): string => `/api/v1/summits/${summit}/rooms/${slug}`;

const namesOf = ({ name }: { name: Text }): Set<string> => new Set(Object.values(name).map(folded));

// The room of the slug; without one the room of that name, or a new one.
const aboutIn =
  (rooms: readonly Room[]) =>
  (draft: { slug?: string; name?: Text }): { record?: Room | undefined; slug: string } => {
    if (draft.slug !== undefined) return { slug: draft.slug, record: rooms.find(({ slug }) => slug === draft.slug) };
    if (!draft.name) throw wrongAt('/name', 'Give the slug of a room, or a name.');
    const names = namesOf({ name: draft.name });
    const [found, other] = rooms.filter((room) => [...namesOf(room)].some((name) => names.has(name)));
    if (found && other)
      throw new DomainError(
        'slug-taken',
        `Several rooms are called so: ${found.slug}, ${other.slug}. Give the slug of one.`,
      );
    if (found) return { slug: found.slug, record: found };
    const slug = slugOf(inLanguage(draft.name));
    const inTheWay = rooms.find((room) => room.slug === slug);
    if (inTheWay)
      throw new DomainError(
        'slug-taken',
        `The room "${slug}" is called otherwise. Give its slug to change it, or another slug.`,
        {
          conflictsWith: addressOf(inTheWay),
        },
      );
    return { slug };
  };

/** Answers pasted rows of rooms, and writes those that say something new where that is confirmed. Errors: those of pasteRows, `not-found`. */
export const pasteRooms = (house: House, deed: Deed, summit: string, asked: Asked): Promise<Pasted> =>
  pasteRows(house, deed, asked, {
    columns: roomColumns,
    may: { deed: 'room:write', of: { summit } },
    read: async () => {
      const [, rooms] = await Promise.all([getSummit(house.table, summit), allRooms(house.table, summit)]);
      return rooms;
    },
    judge: (rooms, header) =>
      judgeRows(asked, header, roomColumns, {
        schema: RoomDraft(),
        setting: undefined,
        about: aboutIn(rooms),
        create: (there, own, draft) => createRoom(there, own, summit, draft),
        change: (there, own, room, patched) => changeRoom(there, own, summit, room.slug, patched),
      }),
    atOnce: 8,
  });
