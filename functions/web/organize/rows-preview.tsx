import type { Pasted, Row } from '../../../shared/domain/pasted.ts';
import type { Sheet } from '../../../shared/domain/rows.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { numeral, plural } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { workLanguage } from '../workspace.ts';
import { organizeWords } from './words.ts';

const look: Readonly<Record<Row['says'], 'ok' | 'warning' | 'error'>> = {
  new: 'ok',
  known: 'ok',
  changed: 'warning',
  clash: 'error',
  'over-quota': 'error',
  wrong: 'error',
};

// A summary in a cell would make a row as high as a page.
const most = 80;
const shortened = (cell: string): string => (cell.length > most ? `${cell.slice(0, most)}…` : cell);

const faultsAt = ({ errors = [] }: Row, column: string): string =>
  errors
    .filter((error) => error.column === column)
    .map(({ detail }) => detail)
    .join(' ');

const Line = ({
  asked,
  row,
  cells,
  columns,
}: {
  asked: Asked;
  row: Row;
  cells: readonly string[];
  columns: readonly string[];
}) => {
  const { rows: w } = organizeWords(asked);
  const elsewhere = (row.errors ?? []).filter(({ column }) => column === undefined || !columns.includes(column));
  return (
    <tr class={look[row.says]}>
      <th scope="row">{row.line}</th>
      <td>
        {w.says[row.says]}
        {elsewhere.map(({ column, detail }) => (
          <span class="fault">{column === undefined ? detail : `${column}: ${detail}`}</span>
        ))}
      </td>
      {columns.map((column, at) => (
        <td>
          {shortened(cells[at] ?? '')}
          {row.changes?.includes(column) ? <span class="minor"> ({w.changed})</span> : null}
          {faultsAt(row, column) === '' ? null : <span class="fault">{faultsAt(row, column)}</span>}
        </td>
      ))}
    </tr>
  );
};

/** How many rows came to what: "12 new, 3 wrong". */
export const countsSaid = (asked: Asked, { counts }: Pasted): string => {
  const { rows: w } = organizeWords(asked);
  return (Object.keys(look) as Row['says'][])
    .filter((says) => counts[says] > 0)
    .map((says) => `${w.says[says]}: ${numeral(asked.language, counts[says])}`)
    .join(' · ');
};

/** How many rows would be written. */
export const toWrite = ({ counts }: Pasted): number => counts.new + counts.changed;

/** "Write 12 rows". */
export const writeSaid = (asked: Asked, pasted: Pasted): string => {
  const { rows: w } = organizeWords(asked);
  const count = toWrite(pasted);
  return fill(w.write[plural(workLanguage(asked), count)], { count: numeral(asked.language, count) });
};

/** What was pasted, row by row, with what each comes to and what is wrong at which cell. */
export const Preview = ({ asked, pasted, sheet }: { asked: Asked; pasted: Pasted; sheet: Sheet }) => {
  const { rows: w } = organizeWords(asked);
  const cellsAt = new Map(sheet.rows.map(({ line, cells }) => [line, cells]));
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={w.preview}>
      <table class="preview">
        <thead>
          <tr>
            <th scope="col">{w.line}</th>
            <th scope="col">{w.comesTo}</th>
            {pasted.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pasted.rows.map((row) => (
            <Line asked={asked} row={row} cells={cellsAt.get(row.line) ?? []} columns={pasted.columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
