import type { Release } from '../../shared/domain/release.ts';
import { releasedAs } from '../../shared/domain/release-card.ts';
import { changesBetween, countsOf } from '../../shared/domain/release-changes.ts';
import { panelist, room, session, summit, track } from './reference-records.ts';

const placed = { ...session, state: 'scheduled' as const, track: track.slug, room: room.slug };
const names = { tracks: new Map([[track.slug, track]]), rooms: new Map([[room.slug, room]]) };
const cardOf = (given: object) =>
  releasedAs({ session: { ...placed, ...given }, panel: [panelist] }, undefined, names)?.card;

/** The session of the examples as a release shows it, and as the one before did. */
const [earlier, card] = [cardOf({ room: undefined }), cardOf({})];
if (!earlier || !card) throw new Error('What is accepted is released.');
const changes = changesBetween([earlier], [card]);

const release: Release = {
  slug: 'r2',
  version: 1,
  state: 'released',
  summit: summit.slug,
  number: 2,
  note: 'RC 7 has its room.',
  at: '2027-02-20T18:00:00Z',
  by: '6f1c2d3e-0a41-4b52-9c63-1d2e3f405161',
  batch: 'm3x1k20r4t6y8u2w5za',
  rehearsal: false,
  sessions: 1,
  days: { [card.day ?? 'undated']: 1 },
  counts: countsOf(changes),
  chosen: [card.slug],
  alongside: [],
};

export const releaseExamples = {
  release,
  card,
  releasing: { changed: true, detail: 'This is release 2.', unchanged: [] },
  changes: { from: 'r1', to: 'r2', changes },
  preview: {
    from: 1,
    changes,
    alongside: [],
    unchanged: [],
    broken: [],
    told: { people: 0, organizations: 0, of: [] },
  },
};
