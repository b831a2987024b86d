import { invalid } from '../domain/error.ts';
import type { Sheet } from '../domain/rows.ts';

// The two libraries are loaded when a table is read or written: no cold start pays for them.

/** What a spreadsheet would take for a formula, whatever apostrophes go before: OWASP's list. */
const formula = String.raw`[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]`;

// Where lists are parted by semicolons, a spreadsheet begins a cell at each of them, and at a line break too, whatever quotation marks there are.
const [atStart, within] = [`(?='*${formula})`, String.raw`(?<=[;\t\r\n])(?=['"]*${formula})`];
const before = new RegExp(`^${atStart}|${within}`, 'gu');
const marked = new RegExp(`^'${atStart}|(?<=[;\\t\\r\\n])'(?=['"]*${formula})`, 'gu');

/** One apostrophe before what a spreadsheet would calculate, which reading takes away again: there, and nowhere else. */
const escaped = (cell: string): string => cell.replace(before, "'");
const unescaped = (cell: string): string => cell.replace(marked, '');

const separators = ['\t', ';', ','];

/** What parts the cells: whatever stands most often in the first line, outside of quotation marks. */
const separatorOf = (text: string): string => {
  const bare = text.replace(/^\uFEFF/, '').replace(/"(?:[^"]|"")*"/g, '""');
  const first = bare.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const often = (one: string): number => first.split(one).length;
  return separators.toSorted((a, b) => often(b) - often(a))[0] ?? ',';
};

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const parsed = async (text: string): Promise<string[][]> => {
  const { parse } = await import('csv-parse/sync');
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    const { records } = error as { records?: number };
    if (records === undefined) throw error;
    const detail = `Close the quotation mark that line ${records + 1} opens, or take it away.`;
    throw invalid([{ pointer: '/rows', detail }]);
  }
};

/**
 * Reads a table as it was pasted from a spreadsheet or out of a CSV file: parted by commas, semicolons or tabs. Lines are counted as a spreadsheet
 * counts its rows, whatever line breaks their cells have; empty ones are passed over. Errors: `invalid` where a quotation mark stays open.
 */
export const readTable = async (text: string): Promise<Sheet> => {
  const lines = (await parsed(text)).map((cells, at) => ({ line: at + 1, cells: cells.map(unescaped) }));
  const [first, ...rows] = lines.filter(({ cells }) => !isEmpty(cells));
  return { header: first?.cells ?? [], rows };
};

/** Writes a table as CSV (RFC 4180, UTF-8 with its mark, so that a spreadsheet reads it as such). No cell of it is a formula. */
export const writeTable = async ({
  header,
  rows,
}: {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}): Promise<string> => {
  const { stringify } = await import('csv-stringify/sync');
  return stringify([header, ...rows.map((row) => row.map(escaped))], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /['\t\r\n]|^\s|\s$/,
  });
};
