import type * as z from 'zod';
import { DomainError, type FieldError, invalid } from '../domain/error.ts';
import { canonical } from '../domain/ordered.ts';
import { draftOf } from '../domain/record.ts';
import { type CellError, type Row } from '../domain/pasted.ts';
import {
  cellErrors,
  changedColumns,
  type Column,
  filled,
  type Filled,
  type Placed,
  raggedness,
  refusedRow,
  type Sheet,
} from '../domain/rows.ts';
import type { Deed, House } from './perform.ts';
import type { Asked, Judged } from './rows.ts';

/** Refuses a row because of one of its fields. */
export const wrongAt = (pointer: string, detail: string): DomainError => invalid([{ pointer, detail }]);

/** What is wrong with a row before anything is made of it. */
export const wrongCells = <S>(
  header: readonly Placed<S>[],
  cells: readonly string[],
  { errors }: Filled,
): CellError[] => [...raggedness(header, cells), ...errors];

/** Judges each row by itself; what it is refused for is its own. */
export const judgeEach = <S>(
  sheet: Sheet,
  header: readonly Placed<S>[],
  columns: readonly Column<S>[],
  judge: (line: number, cells: readonly string[]) => Judged,
): Judged[] => {
  const inCells = (errors: readonly FieldError[]): CellError[] => cellErrors(errors, header, columns);
  return sheet.rows.map(({ line, cells }) => {
    try {
      return judge(line, cells);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { row: { line, ...refusedRow(error, inCells) } };
    }
  });
};

/** Notices rows that are about the same: once more is no harm. Errors: `already-recorded` for the second of two that say different things. */
export const saidOnce = (): ((about: string, line: number, says: object) => 'first' | 'again') => {
  const met = new Map<string, { line: number; says: string }>();
  return (about, line, says) => {
    const [earlier, now] = [met.get(about), canonical(says)];
    if (!earlier) met.set(about, { line, says: now });
    else if (earlier.says !== now)
      throw new DomainError(
        'already-recorded',
        `Line ${earlier.line} is about the same, and says something else. Keep one of the two.`,
      );
    return earlier ? 'again' : 'first';
  };
};

interface Versioned {
  slug: string;
  version: number;
}

/** How rows of a noun that has records with slugs are told apart, and what becomes of them. */
interface Telling<R extends Versioned, S> {
  schema: z.ZodObject;
  setting: S;
  /** Whom a row is about: a record that there is, or the slug that a new one would have. Errors: DomainError for what cannot be told. */
  about: (draft: object) => { record?: R | undefined; slug: string };
  create: (house: House, deed: Deed, draft: never) => Promise<{ slug: string }>;
  change: (house: House, deed: Deed, record: R, patched: (now: object) => never) => Promise<{ slug: string }>;
}

/** Judges rows that are each about one record of a slug. */
export const judgeRows = <R extends Versioned, S>(
  { sheet, checked }: Pick<Asked, 'sheet' | 'checked'>,
  header: readonly Placed<S>[],
  columns: readonly Column<S>[],
  { schema, setting, about, create, change }: Telling<R, S>,
): Judged[] => {
  const once = saidOnce();
  const unchecked = (before: object, cells: readonly string[]): Filled => filled(before, header, cells, setting);
  const changed = (line: number, cells: readonly string[], record: R): Judged => {
    const patched = (now: object): never => checked(schema, unchecked(draftOf(schema, now), cells).draft) as never;
    const changes = changedColumns(checked(schema, draftOf(schema, record)), patched(record), header);
    if (changes.length === 0) return { row: { line, says: 'known', slug: record.slug } };
    const row: Row = { line, says: 'changed', slug: record.slug, changes };
    return { row, act: (house, deed) => change(house, { ...deed, ifMatch: record.version }, record, patched) };
  };
  return judgeEach(sheet, header, columns, (line, cells) => {
    const plain = unchecked({}, cells);
    const errors = wrongCells(header, cells, plain);
    if (errors.length > 0) return { row: { line, says: 'wrong', errors } };
    const { record, slug } = about(plain.draft);
    // Who is called nothing that an address can be made of is refused for that.
    if (slug !== '' && once(slug, line, plain.draft) === 'again') return { row: { line, says: 'known', slug } };
    if (record) return changed(line, cells, record);
    const draft = checked(schema, plain.draft) as never;
    const row: Row = { line, says: 'new', ...(slug === '' ? {} : { slug }) };
    return { row, act: (house, deed) => create(house, deed, draft) };
  });
};
