import type { Pasted } from '../domain/pasted.ts';
import { isLive } from '../domain/nomination.ts';
import { type Column, tableOf } from '../domain/rows.ts';
import { nominationColumns } from '../domain/rows-nomination.ts';
import { roomColumns } from '../domain/rows-room.ts';
import { sessionColumns } from '../domain/rows-session.ts';
import { readTable, writeTable } from '../documents/csv.ts';
import { parsed } from '../http/body.ts';
import type { Answer, Exchange } from '../http/route.ts';
import type { Asked } from '../operations/rows.ts';
import { pasteNominations } from '../operations/rows-nomination.ts';
import { pasteParticipations } from '../operations/rows-participation.ts';
import { pasteRooms } from '../operations/rows-room.ts';
import { pasteSessions } from '../operations/rows-session.ts';
import { listNominations } from '../table/nomination.ts';
import { allRooms } from '../table/room.ts';
import { listSessions } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { knowsDesk } from './desk-guard.ts';
import { behind, knowsSummit } from './guard.ts';
import { allSeen } from './noun.ts';
import { sessionsShown } from './released.ts';

const csv = 'text/csv; charset=utf-8';

const downloaded = async <S>(
  name: string,
  columns: readonly Column<S>[],
  records: readonly object[],
  beside: S,
): Promise<Answer> => ({
  document: { type: csv, text: await writeTable(tableOf(columns, records, beside)), name: `${name}.csv` },
});

const downloadRooms = async (exchange: Exchange): Promise<Answer> => {
  const rooms = await behind(knowsSummit(exchange), allRooms(exchange.house.table, exchange.at('summit')));
  return downloaded(`${exchange.at('summit')}-rooms`, roomColumns, allSeen(exchange, 'room', rooms), undefined);
};

// What is written needs no look-up: cells are read beside names, and written from slugs.
const unread = (): never => {
  throw new Error('Nothing is read where a table is written.');
};

const downloadSessions = async (exchange: Exchange): Promise<Answer> => {
  const [{ table }, summit] = [exchange.house, exchange.at('summit')];
  const [{ zone }, sessions] = await Promise.all([getSummit(table, summit), listSessions(table, summit)]);
  const beside = { zone, track: unread, room: unread, organization: unread };
  const shown = allSeen(exchange, 'session', await sessionsShown(exchange, sessions));
  return downloaded(`${summit}-sessions`, sessionColumns, shown, beside);
};

// Those that ended are left out: pasted again, they would nominate anew who was withdrawn or has declined.
const downloadNominations = async (exchange: Exchange): Promise<Answer> => {
  const [summit, desk] = [exchange.at('summit'), exchange.at('desk')];
  const nominations = await behind(knowsDesk(exchange), listNominations(exchange.house.table, summit, desk));
  const live = allSeen(exchange, 'nomination', nominations.filter(isLive));
  return downloaded(`${summit}-${desk}-nominations`, nominationColumns, live, { organization: unread });
};

type Pasting = (exchange: Pick<Exchange, 'house' | 'deed' | 'at'>, asked: Asked) => Promise<Pasted>;

const downloads = { rooms: downloadRooms, sessions: downloadSessions, nominations: downloadNominations };
export type DownloadName = keyof typeof downloads;

const pastes = {
  rooms: ({ house, deed, at }, asked) => pasteRooms(house, deed, at('summit'), asked),
  sessions: ({ house, deed, at }, asked) => pasteSessions(house, deed, at('summit'), asked),
  participations: ({ house, deed, at }, asked) => pasteParticipations(house, deed, at('summit'), asked),
  nominations: ({ house, deed, at }, asked) =>
    pasteNominations(house, deed, { summit: at('summit'), desk: at('desk') }, asked),
} satisfies Record<string, Pasting>;
export type ListName = keyof typeof pastes;

/** Answers a list as CSV, in the columns that a paste of it has. */
export const download = (list: DownloadName, exchange: Exchange): Promise<Answer> => downloads[list](exchange);

/** Answers what was pasted, row by row. */
export const paste = async (
  list: ListName,
  exchange: Pick<Exchange, 'house' | 'deed' | 'at'>,
  { rows, confirm }: { rows: string; confirm: boolean },
): Promise<Answer> => {
  const sheet = await readTable(rows);
  const checked: Asked['checked'] = (schema, value) => parsed(schema, value);
  return { body: await pastes[list](exchange, { sheet, confirm, checked }) };
};
