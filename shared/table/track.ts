import { Track } from '../domain/track.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { trackKey } from './key.ts';

export const trackKind: Kind<Track> = {
  type: 'track',
  schema: 1,
  record: Track,
  key: ({ summit, slug }) => trackKey(summit, slug),
};

export const findTrack = (table: Table, summit: string, track: string): Promise<Track | undefined> =>
  findRecord(table, trackKind, trackKey(summit, track));

/** Errors: `not-found`. */
export const getTrack = async (table: Table, summit: string, track: string): Promise<Track> =>
  (await findTrack(table, summit, track)) ?? absent('track');
