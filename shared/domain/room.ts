import * as z from 'zod';
import { Blackout, Hours } from './hours.ts';
import { language } from './language.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, chosenSlug, recordFields, revised, slug } from './record.ts';
import { inLanguage, name } from './text.ts';

/** A bookable place. */
export const RoomDraft = once(() =>
  z.strictObject({
    slug: slug().optional(),
    name: name(),
    capacity: z.int().min(1).max(1_000_000).optional().meta({ description: 'People.' }),
    podiumSeats: z.int().min(0).max(200).optional(),
    booths: z.int().min(0).max(50).optional().meta({ description: 'Booths for interpreters.' }),
    changeover: z.int().min(0).max(600).default(0).meta({ description: 'Minutes kept free between two sessions.' }),
    parallel: z.int().min(1).max(100).default(1).meta({ description: 'How many sessions at once.' }),
    policy: z
      .enum(['block', 'warn'])
      .default('block')
      .meta({ description: 'Whether what it does not allow is refused, or only told.' }),
    hours: z
      .array(Hours())
      .max(100)
      .default([])
      .meta({ description: 'When it is open, by the clock on the wall at the summit; none is always.' }),
    blackouts: z.array(Blackout()).max(100).default([]).meta({ description: 'When it cannot be used.' }),
    languages: z
      .array(language())
      .max(50)
      .optional()
      .meta({ description: 'Languages that it is equipped for; left out where that is not recorded.' }),
    ...originFields('room'),
  }),
);
export type RoomDraft = z.output<ReturnType<typeof RoomDraft>>;

export const Room = once(() => z.object({ ...RoomDraft().shape, ...recordFields('room'), summit: slug() }));
export type Room = z.output<ReturnType<typeof Room>>;

/** Opens a room. Errors: `invalid`. */
export const openRoom = (summit: string, draft: RoomDraft): Room => ({
  ...begun('room', draft, chosenSlug(draft.slug, inLanguage(draft.name))),
  summit,
});

export const reviseRoom = (room: Room, draft: RoomDraft): Room => revised(RoomDraft(), room, draft);
