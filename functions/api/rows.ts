import * as z from 'zod';
import { type Column, type Pasted, Pasted as PastedAnswer, tableOf } from '../../shared/domain/rows.ts';
import { nominationColumns } from '../../shared/domain/rows-nomination.ts';
import { roomColumns } from '../../shared/domain/rows-room.ts';
import { sessionColumns } from '../../shared/domain/rows-session.ts';
import type { DeedName } from '../../shared/domain/access.ts';
import { once } from '../../shared/domain/once.ts';
import { readTable, writeTable } from '../../shared/documents/csv.ts';
import { parsed } from '../../shared/http/body.ts';
import { type Answer, type Exchange, type Route, route } from '../../shared/http/route.ts';
import type { Asked } from '../../shared/operations/rows.ts';
import { pasteNominations } from '../../shared/operations/rows-nomination.ts';
import { pasteRooms } from '../../shared/operations/rows-room.ts';
import { pasteSessions } from '../../shared/operations/rows-session.ts';
import { isLive } from '../../shared/domain/nomination.ts';
import { listNominations } from '../../shared/table/nomination.ts';
import { allRooms } from '../../shared/table/room.ts';
import { listSessions } from '../../shared/table/session.ts';
import { getSummit } from '../../shared/table/summit.ts';
import { behind, knowsDesk, knowsSummit } from './guard.ts';
import { allSeen } from './noun.ts';

/** A paste: a table of text whose first line names the columns, parted by commas, semicolons or tabs. */
const Paste = once(() =>
  z.strictObject({
    rows: z
      .string()
      .min(1)
      .meta({ description: 'A table as a spreadsheet copies it, or CSV; its first line names the columns.' }),
    confirm: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether to write what is new or changed. Without it nothing is written.' }),
  }),
);

const csv = 'text/csv; charset=utf-8';

const asked = async ({ rows, confirm }: { rows: string; confirm: boolean }): Promise<Asked> => ({
  sheet: await readTable(rows),
  confirm,
  checked: (schema, value) => parsed(schema, value),
});

const downloaded = async <S>(
  name: string,
  columns: readonly Column<S>[],
  records: readonly object[],
  beside: S,
): Promise<Answer> => ({
  document: { type: csv, text: await writeTable(tableOf(columns, records, beside)), name: `${name}.csv` },
});

interface Table {
  /** Its address: that of the list, with the ending of what it is. */
  path: string;
  noun: string;
  plural: string;
  may: { read: DeedName; write: DeedName };
  example: string;
  download: (exchange: Exchange) => Promise<Answer>;
  paste: (exchange: Exchange, asked: Asked) => Promise<Pasted>;
}

/** A list as one table: read as a spreadsheet reads it, and written from what is pasted in the same columns. */
const table = ({ path, noun, plural, may, example, download, paste }: Table): Route[] => [
  route({
    method: 'GET',
    path: `${path}.csv`,
    may: may.read,
    named: { id: `download${plural}`, noun },
    summary: `Reads the ${plural.toLowerCase()} as a table, in the columns that a paste has`,
    answers: { name: `${plural}Table`, schema: () => z.string(), as: csv },
    handle: download,
  }),
  route({
    method: 'POST',
    path: `${path}.csv`,
    may: may.write,
    named: { id: `paste${plural}`, noun },
    succeeds: 200,
    summary: `Answers pasted rows of ${plural.toLowerCase()} one by one, and writes them once that is confirmed`,
    answers: { name: 'Pasted', schema: PastedAnswer },
    body: Paste,
    example: () => ({ rows: example, confirm: true }),
    handle: async (exchange) => ({ body: await paste(exchange as Exchange, await asked(exchange.body)) }),
  }),
];

const roomsTable: Table = {
  path: '/summits/{summit}/rooms',
  noun: 'room',
  plural: 'Rooms',
  may: { read: 'read', write: 'room:write' },
  example: 'slug,name:en,capacity\nroom-d,Room D,120\nroom-e,Room E,80\n',
  download: async (exchange) => {
    const rooms = await behind(knowsSummit(exchange), allRooms(exchange.house.table, exchange.at('summit')));
    return downloaded(`${exchange.at('summit')}-rooms`, roomColumns, allSeen(exchange, 'room', rooms), undefined);
  },
  paste: ({ house, deed, at }, rows) => pasteRooms(house, deed, at('summit'), rows),
};

// What is written needs no look-up: cells are read beside names, and written from slugs.
const unread = (): never => {
  throw new Error('Nothing is read where a table is written.');
};

const sessionsTable: Table = {
  path: '/summits/{summit}/sessions',
  noun: 'session',
  plural: 'Sessions',
  may: { read: 'read', write: 'session:write' },
  example:
    'reference,title:en,start,end,lead\nRC 7,Rivers that cross borders,2027-03-10 10:00,2027-03-10 11:30,arvenne\n',
  download: async (exchange) => {
    const [{ table: from }, summit] = [exchange.house, exchange.at('summit')];
    const [{ zone }, sessions] = await Promise.all([getSummit(from, summit), listSessions(from, summit)]);
    const beside = { zone, track: unread, room: unread, organization: unread };
    return downloaded(`${summit}-sessions`, sessionColumns, allSeen(exchange, 'session', sessions), beside);
  },
  paste: ({ house, deed, at }, rows) => pasteSessions(house, deed, at('summit'), rows),
};

const nominationsTable: Table = {
  path: '/summits/{summit}/desks/{desk}/nominations',
  noun: 'nomination',
  plural: 'Nominations',
  may: { read: 'nomination:read', write: 'nomination:write' },
  example:
    'name,email,language,title,for,session\nSanna Brook,sanna.brook@example.org,fr,Mayor of Arvenne,arvenne,RC 7\n',
  download: async (exchange) => {
    const [summit, desk] = [exchange.at('summit'), exchange.at('desk')];
    const nominations = await behind(knowsDesk(exchange), listNominations(exchange.house.table, summit, desk));
    const live = allSeen(exchange, 'nomination', nominations.filter(isLive));
    return downloaded(`${summit}-${desk}-nominations`, nominationColumns, live, { organization: unread });
  },
  paste: ({ house, deed, at }, rows) => pasteNominations(house, deed, { summit: at('summit'), desk: at('desk') }, rows),
};

/** What stands in a table of text: the lists that people keep in spreadsheets. */
export const rowsRoutes: Route[] = [...table(roomsTable), ...table(sessionsTable), ...table(nominationsTable)];
