import * as z from 'zod';
import type { DeedName } from '../domain/access.ts';
import { once } from '../domain/once.ts';
import { Pasted } from '../domain/pasted.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import type { DownloadName, ListName } from './rows-lists.ts';

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

interface Pasting {
  list: ListName;
  /** Its address: that of the list, with the ending of what it is. */
  path: string;
  noun: string;
  write: DeedName;
  example: string;
}

interface Table extends Omit<Pasting, 'write'> {
  list: DownloadName;
  may: { read: DeedName; write: DeedName };
}

// Few requests are about tables: what answers them is loaded by the first that is.
const loaded = () => import('./rows-lists.ts');

const titled = (list: string): string => list.replace(/^./, (first) => first.toUpperCase());

/** A list as it is written from what is pasted. */
export const pastedAt = ({ list, path, noun, write, example }: Pasting): Route =>
  route({
    method: 'POST',
    path,
    may: write,
    named: { id: `paste${titled(list)}`, noun },
    succeeds: 200,
    summary: `Answers pasted rows of ${list} one by one, and writes them once that is confirmed`,
    answers: { name: 'Pasted', schema: Pasted },
    body: Paste,
    example: () => ({ rows: example, confirm: true }),
    handle: async (exchange) => (await loaded()).paste(list, exchange, exchange.body),
  });

/** A list as one table: read as a spreadsheet reads it, and written from what is pasted in the same columns. */
const tableAt = ({ list, path, noun, may, example }: Table): Route[] => [
  route({
    method: 'GET',
    path,
    may: may.read,
    named: { id: `download${titled(list)}`, noun },
    summary: `Reads the ${list} as a table, in the columns that a paste has`,
    answers: { name: `${titled(list)}Table`, schema: () => z.string(), as: 'text/csv; charset=utf-8' },
    handle: async (exchange) => (await loaded()).download(list, exchange as Exchange),
  }),
  pastedAt({ list, path, noun, write: may.write, example }),
];

/** What stands in a table of text: the lists that people keep in spreadsheets. */
export const rowsRoutes: Route[] = [
  ...tableAt({
    list: 'rooms',
    path: '/summits/{summit}/rooms.csv',
    noun: 'room',
    may: { read: 'read', write: 'room:write' },
    example: 'slug,name:en,capacity\nroom-d,Room D,120\nroom-e,Room E,80\n',
  }),
  ...tableAt({
    list: 'sessions',
    path: '/summits/{summit}/sessions.csv',
    noun: 'session',
    may: { read: 'read', write: 'session:write' },
    example:
      'reference,title:en,start,end,lead\nRC 7,Rivers that cross borders,2027-03-10 10:00,2027-03-10 11:30,arvenne\n',
  }),
  ...tableAt({
    list: 'nominations',
    path: '/summits/{summit}/desks/{desk}/nominations.csv',
    noun: 'nomination',
    may: { read: 'nomination:read', write: 'nomination:write' },
    example:
      'name,email,language,title,for,session\nSanna Brook,sanna.brook@example.org,fr,Mayor of Arvenne,arvenne,RC 7\n',
  }),
];
