import { cardOf } from '../../shared/domain/release-card.ts';
import type { Feed, Reader } from '../../shared/documents/programme.ts';
import { toProgrammeCalendar } from '../../shared/documents/programme-calendar.ts';
import { toProgrammeTable } from '../../shared/documents/programme-csv.ts';
import { toScheduleJson, toScheduleXml } from '../../shared/documents/programme-frab.ts';
import { toJsonLd } from '../../shared/documents/programme-jsonld.ts';
import { panelist, room, session, summit, track } from './reference-records.ts';

const reader: Reader = { language: 'en', site: 'https://plenary.example' };

const placed = { ...session, state: 'scheduled' as const, track: track.slug, room: room.slug };

const card = cardOf(
  { session: placed, panel: [panelist] },
  { tracks: new Map([[track.slug, track]]), rooms: new Map([[room.slug, room]]) },
);

const release = { slug: 'r2', number: 2, at: '2027-02-01T10:00:00Z', note: 'Two rooms were changed.' };
// One day of one room is enough to show what there is.
const feed: Feed = { summit: { ...summit, from: card.day, to: card.day }, release, showings: [{ card }] };

// Whoever reads the OpenAPI document as a schema would take this one for its own.
const { $schema: _, ...schedule } = JSON.parse(toScheduleJson(reader, feed)) as Record<string, unknown>;

/** A programme of one session, as each of its addresses answers it. */
export const programme = {
  ProgrammePage: {
    summit: summit.slug,
    release,
    zone: summit.zone ?? null,
    days: [{ day: card.day ?? '', sessions: 1 }],
    undated: 0,
    items: [card],
    next: null,
  },
  ProgrammeCalendar: toProgrammeCalendar(reader, [feed], summit.title.en ?? ''),
  ScheduleXml: toScheduleXml(reader, feed),
  ScheduleJson: schedule,
  ProgrammeJsonld: JSON.parse(toJsonLd(reader, feed)) as object,
  ProgrammeTable: await toProgrammeTable(reader, feed),
};
