import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable, writeTable } from '../../../shared/documents/csv.ts';
import { runs } from '../../counts.ts';

const columns = (count: number): string[] => Array.from({ length: count }, (_, at) => `column ${at + 1}`);

/** What was written, read back: the cells of each row. */
const back = async (rows: readonly (readonly string[])[]): Promise<(readonly string[])[]> => {
  const written = await writeTable({ header: columns(rows[0]?.length ?? 0), rows });
  return (await readTable(written)).rows.map(({ cells }) => cells);
};

const hostile = [
  '=1+1',
  '+49 1',
  '-',
  '-1',
  '@sum',
  '\tx',
  '\rx',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "'",
  "'=1",
  "''=1",
  "'Twas",
  "'-",
  '"',
  '"a", "b"',
  'a\tb',
  'a\nb',
  'a\r\nb',
  'a\rb',
  'a;b,c',
  'a;=1+1;b',
  'a;"=1+1";b',
  "a;'=1",
  'a\n-b\n-c',
  'a\t@b',
  'نهر، مدينة',
  '河，城市',
  '=HYPERLINK("https://example.org";"x")',
];

describe('what is written', () => {
  test('is read back as it was, whatever the cells say', async () => {
    expect(await back([hostile])).toEqual([hostile]);
  });

  test('is read back as it was, for texts that nobody thought of', async () => {
    const cell = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.stringMatching(/^['=+\-@\t\r\n",;＝＋－＠a ]{0,10}$/),
    );
    // A row whose cells are all empty is none.
    const row = fc
      .array(cell, { minLength: 2, maxLength: 5 })
      .filter((cells) => cells.some((one) => one.trim() !== ''))
      .map((cells) => cells.map((one) => one.toWellFormed()));
    await fc.assert(
      fc.asyncProperty(row, async (cells) => {
        expect(await back([cells])).toEqual([cells]);
      }),
      runs(300, 2_000),
    );
  });

  test('has no cell that a spreadsheet would calculate', async () => {
    const { parse } = await import('csv-parse/sync');
    const written = await writeTable({ header: columns(hostile.length), rows: [hostile] });
    const cells = parse(written, { bom: true })[1] ?? [];
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    const [whole, parts] = [/^'*[=+\-@\t\r＝＋－＠]/, /(?<=[;\t\r\n])(?=['"]*[=+\-@\t\r＝＋－＠])/g];
    expect(cells).toEqual(hostile.map((cell) => `${whole.test(cell) ? "'" : ''}${cell.replace(parts, "'")}`));
  });

  test.each([';', '\t'])('has none, either, where a spreadsheet parts lists by %j', async (delimiter) => {
    const { parse } = await import('csv-parse/sync');
    const written = await writeTable({ header: columns(hostile.length), rows: [hostile] });
    const options = { bom: true, delimiter, quote: null, relax_column_count: true };
    const cells = parse(written, options).flat();
    expect(cells.filter((cell) => /^"*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  });

  test('begins with the mark of UTF-8, and ends its lines as RFC 4180 wants', async () => {
    expect(await writeTable({ header: ['a', 'b'], rows: [['ä', '1']] })).toBe('\uFEFFa,b\r\nä,1\r\n');
  });
});

describe('what is pasted', () => {
  test.each([
    ['from a spreadsheet', 'a\tb\n1, 2\t3;4\n', ['1, 2', '3;4']],
    ['as CSV', 'a,b\r\n1;2,"3,4"\r\n', ['1;2', '3,4']],
    ['as CSV of a country that writes decimals with commas', 'a;b\r\n1,5;2\r\n', ['1,5', '2']],
    ['with the mark of UTF-8', '\uFEFFa;b\r\n1;2\r\n', ['1', '2']],
    ['from an old machine', 'a;b\r1;2\r', ['1', '2']],
    ['with separators inside of a column’s name', '"a, or b, or c, or d"\tb\n1\t2\n', ['1', '2']],
    ['with inches in it', 'a\tb\n5" pipe\t6"\n', ['5" pipe', '6"']],
    ['with a word in quotation marks', 'a\tb\n"Rivers" and cities\tx\n', ['"Rivers" and cities', 'x']],
    ['without its last line break', 'a,b\n1,2', ['1', '2']],
  ])('%s is read', async (_, text, cells) => {
    const { header, rows } = await readTable(text);
    expect([header.length, rows]).toEqual([2, [{ line: 2, cells }]]);
  });

  test('counts lines as a spreadsheet counts rows, and passes over empty ones', async () => {
    const { rows } = await readTable('a,b\n"x\ny\nz",1\n\n,\n2,3\n');
    expect(rows).toEqual([
      { line: 2, cells: ['x\ny\nz', '1'] },
      { line: 5, cells: ['2', '3'] },
    ]);
  });

  test('may have rows of any length: whoever asked for it is told', async () => {
    const { rows } = await readTable('a,b\n1\n1,2,3\n');
    expect(rows.map(({ cells }) => cells.length)).toEqual([1, 3]);
  });

  test('is refused where a quotation mark stays open', async () => {
    await expect(readTable('a,b\n1,2\n"3,4\n5,6\n')).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/rows', detail: 'Close the quotation mark that line 3 opens, or take it away.' }],
    });
  });

  test.each(['', '\n\n', '\uFEFF', ' \t \n'])('is nothing where it is empty: %j', async (text) => {
    expect(await readTable(text)).toEqual({ header: [], rows: [] });
  });
});
