import { type Pasted } from '../../shared/domain/pasted.ts';
import { type Column, mostRows, pasted, readHeader, tableOf } from '../../shared/domain/rows.ts';
import { nominationColumns } from '../../shared/domain/rows-nomination.ts';
import { roomColumns } from '../../shared/domain/rows-room.ts';
import { sessionColumns } from '../../shared/domain/rows-session.ts';
import { readTable, writeTable } from '../../shared/documents/csv.ts';
import { markup } from '../../shared/documents/markup.ts';
import { type Html, table } from './reference-fields.ts';
import { nomination, room, session, summit } from './reference-records.ts';
import { routes } from '../../shared/contract/routes.ts';

// Tables as they are downloaded and pasted, and what is answered to a paste. All names are invented.

const unread = (): never => {
  throw new Error('Nothing is read where a table is written.');
};
const setting = { zone: summit.zone, track: unread, room: unread, organization: unread };

export const roomsTable = await writeTable(tableOf(roomColumns, [room], undefined));
export const sessionsTable = await writeTable(tableOf(sessionColumns, [session], setting));

export const nominationsTable = await writeTable(tableOf(nominationColumns, [nomination], setting));

const example = routes
  .find(({ method, path }) => method === 'POST' && path === '/summits/{summit}/rooms.csv')
  ?.example?.() as { rows: string };
const { header } = await readTable(example.rows);

export const answered: Pasted = pasted(
  readHeader(roomColumns, header),
  [
    { line: 2, says: 'changed', slug: 'room-d', changes: ['capacity'] },
    { line: 3, says: 'new', slug: 'room-e' },
  ],
  true,
  2,
);

const columnRow = <S>({ name, about, byLanguage }: Column<S>): Html => markup`<tr>
<th scope="row"><code>${byLanguage ? `${name}:en` : name}</code></th><td>${about}${byLanguage ? ' One column for each language.' : ''}</td>
</tr>
`;

const columnsTable = <S>(
  title: string,
  id: string,
  columns: readonly Column<S>[],
): Html => markup`<h3 id="${id}">${title}</h3>
${table(title, ['Column', 'What its cells say'], columns.map(columnRow))}`;

/** What holds for every table, and the columns of each. */
export const tablesSection = (): Html => markup`<section id="tables">
<h2>Tables</h2>
<p>Some lists have an address with the ending <code>.csv</code>. Reading it answers the list as a table; sending <code>{ "rows": "…" }</code> there, as it was copied out of a spreadsheet or saved as CSV (parted by commas, semicolons or tabs), is answered row by row: <code>new</code>, <code>known</code>, <code>changed</code>, <code>clash</code>, <code>over-quota</code> or <code>wrong</code>, with what is wrong in which column. Nothing is written without <code>"confirm": true</code>; then each row that says something new is a deed of its own, and the same rows again change nothing.</p>
<p>The first line names the columns, in any order; others are refused. An empty cell says nothing: what the record has there stays. Several entries of a cell are parted by commas, or by semicolons. What a spreadsheet would take for a formula is downloaded behind an apostrophe, also after a semicolon or a line break within a cell, and that is taken away again when it is pasted. One paste brings at most ${mostRows} rows. A list of nominations holds those that stand; whose nomination has ended is told, and not brought back by a paste.</p>
${columnsTable('Columns of rooms', 'columns-room', roomColumns)}${columnsTable('Columns of sessions', 'columns-session', sessionColumns)}${columnsTable('Columns of nominations', 'columns-nomination', nominationColumns)}</section>
`;
