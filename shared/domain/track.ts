import * as z from 'zod';
import { Call } from './call.ts';
import { Period } from './hours.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, chosenSlug, recordFields, revised, slug } from './record.ts';
import { Rules } from './rule.ts';
import { inLanguage, summary, title } from './text.ts';

/** The most people a panel may have, whatever its track says. */
export const panelLimit = 40;

/** A strand of sessions with its own rules. */
export const TrackDraft = once(() =>
  z.strictObject({
    slug: slug().optional(),
    title: title(),
    summary: summary().optional(),
    minutes: z.int().min(1).max(1_440).optional().meta({ description: 'How long its sessions last.' }),
    panelSize: z.int().min(1).max(panelLimit).default(panelLimit).meta({ description: 'The most people on a panel.' }),
    oneChair: z.boolean().default(false).meta({ description: 'A panel has one moderator or chair, and no more.' }),
    call: Call().optional().meta({ description: 'When it takes proposals; without one it takes none.' }),
    windows: z
      .array(Period())
      .max(100)
      .default([])
      .meta({ description: 'When its sessions are held; none is always.' }),
    rooms: z.array(slug()).max(100).default([]).meta({ description: 'Where its sessions are held; none is anywhere.' }),
    rules: Rules().default([]).meta({ description: 'What its panels are asked for beyond that, each once.' }),
    ...originFields('track'),
  }),
);
export type TrackDraft = z.output<ReturnType<typeof TrackDraft>>;

export const Track = once(() => z.object({ ...TrackDraft().shape, ...recordFields('track'), summit: slug() }));
export type Track = z.output<ReturnType<typeof Track>>;

/** Opens a track. Errors: `invalid`. */
export const openTrack = (summit: string, draft: TrackDraft): Track => ({
  ...begun('track', draft, chosenSlug(draft.slug, inLanguage(draft.title))),
  summit,
});

export const reviseTrack = (track: Track, draft: TrackDraft): Track => revised(TrackDraft(), track, draft);
