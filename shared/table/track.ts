import { Track } from '../domain/track.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { collections, trackKey } from './key.ts';

export const trackKind: Kind<Track> = {
  type: 'track',
  schema: 2,
  record: Track,
  key: ({ summit, slug }) => trackKey(summit, slug),
};

export const findTrack = (table: Table, summit: string, track: string): Promise<Track | undefined> =>
  findRecord(table, trackKind, trackKey(summit, track));

/** The tracks of a summit: a few, to be read beside a session by whoever does not know yet which one it is in. */
export const allTracks = async (table: Table, summit: string): Promise<Track[]> =>
  recordsOf(trackKind, await table.all(collections.tracksOf(summit)));

/** Errors: `not-found`. */
export const getTrack = async (table: Table, summit: string, track: string): Promise<Track> =>
  (await findTrack(table, summit, track)) ?? absent('track');
