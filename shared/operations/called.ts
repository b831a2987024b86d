import { CellFault, entriesOf, type Placed, type Sheet } from '../domain/rows.ts';
import type { Table } from '../table/client.ts';
import { findCalled } from '../table/name.ts';
import { wrongAt } from './rows-judged.ts';

/** More names than one list of a summit has: looking them up would outlast the request. */
const mostNames = 2_000;

/** The cells of some columns, each once. */
export const cellsIn = <S>({ rows }: Sheet, header: readonly Placed<S>[], names: readonly string[]): string[] => {
  const places = header.flatMap(({ column }, at) => (names.includes(column.name) ? [at] : []));
  return [...new Set(rows.flatMap(({ cells }) => places.map((at) => (cells[at] ?? '').trim())))].filter(
    (cell) => cell !== '',
  );
};

/**
 * Looks up every organization that the cells of some columns name, and answers what tells the slug of each. Errors: `invalid` for more names than
 * can be looked up.
 */
export const organizationsIn = async <S>(
  table: Table,
  sheet: Sheet,
  header: readonly Placed<S>[],
  columns: readonly string[],
): Promise<(name: string) => string> => {
  // A name may have a comma in it: the whole cell is looked for, and what its commas part.
  const names = [...new Set(cellsIn(sheet, header, columns).flatMap((cell) => [cell, ...entriesOf(cell)]))];
  if (names.length > mostNames)
    throw wrongAt('/rows', `Paste fewer rows at once: these name ${names.length} organizations, and ${mostNames} fit.`);
  const called = await findCalled(table, names);
  return (name) => {
    const { slugs = [], nearest = [] } = called.get(name) ?? {};
    const [found, other] = slugs;
    if (found !== undefined && other !== undefined)
      throw new CellFault(`Several organizations are called so: ${slugs.join(', ')}. Write the slug of one.`);
    if (found !== undefined) return found;
    throw new CellFault(
      `There is no organization of this slug or name.${nearest.length > 0 ? ` Near it: ${nearest.join(', ')}.` : ' List it first.'}`,
    );
  };
};
