import { Room } from '../domain/room.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { collections, roomKey } from './key.ts';

export const roomKind: Kind<Room> = {
  type: 'room',
  schema: 2,
  record: Room,
  key: ({ summit, slug }) => roomKey(summit, slug),
};

export const findRoom = (table: Table, summit: string, room: string): Promise<Room | undefined> =>
  findRecord(table, roomKind, roomKey(summit, room));

/** The rooms of a summit, by their slugs. */
export const allRooms = async (table: Table, summit: string): Promise<Room[]> =>
  recordsOf(roomKind, await table.all(collections.roomsOf(summit)));

/** Errors: `not-found`. */
export const getRoom = async (table: Table, summit: string, room: string): Promise<Room> =>
  (await findRoom(table, summit, room)) ?? absent('room');
