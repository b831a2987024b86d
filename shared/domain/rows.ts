import { DomainError, type FieldError, invalid } from './error.ts';
import { isLanguage } from './language.ts';
import { canonical } from './ordered.ts';
import { type CellError, type Pasted, type Row, verdicts } from './pasted.ts';
import type { Text } from './text.ts';

/** How many rows one paste may bring: all of them are written within the time of one request. */
export const mostRows = 500;

/** A table of text as it was pasted: its first line names the columns, and is line 1. */
export interface Sheet {
  header: readonly string[];
  rows: readonly { line: number; cells: readonly string[] }[];
}

/** What is wrong with a cell, thrown where it is read. */
export class CellFault extends Error {
  override name = 'CellFault';
}

/** What a list of this noun calls its columns, and what their cells mean. `S` is what a cell has to be read beside, such as the summit's zone. */
export interface Column<S = unknown> {
  name: string;
  about: string;
  /** Where it stands in a draft. */
  field: readonly string[];
  /** One column for each language, such as `title:en`. */
  byLanguage?: true;
  /** Errors: CellFault. What a schema can judge is left to it. */
  read: (cell: string, beside: S) => unknown;
  write: (value: never, beside: S) => string;
  /** What becomes of what the record says there; by itself, the cell takes its place. */
  merge?: (before: unknown, value: unknown) => unknown;
  /** What a table tells besides, and nobody can write: its cells are passed over. */
  isOnlyTold?: true;
}

/** A column as the first line of a paste names it. */
export interface Placed<S = unknown> {
  column: Column<S>;
  language: string | undefined;
  title: string;
}

const bare = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

const shown = (name: string): string =>
  `"${(name.length > 60 ? `${name.slice(0, 60)}…` : name).replace(/\p{C}/gu, '\uFFFD')}"`;

const canonicalTag = (tag: string): string | undefined => {
  try {
    const [found = ''] = Intl.getCanonicalLocales(tag.trim());
    return isLanguage(found) ? found : undefined;
  } catch {
    return undefined;
  }
};

const namesOf = <S>(columns: readonly Column<S>[]): string =>
  columns.map(({ name, byLanguage }) => (byLanguage ? `${name}:en` : name)).join(', ');

const placed = <S>(columns: readonly Column<S>[], name: string): Placed<S> | string => {
  const [head = '', ...rest] = name.split(':');
  const tag = rest.join(':');
  const column = columns.find((one) => bare(one.name) === bare(head));
  if (!column || (rest.length > 0 && !column.byLanguage))
    return `There is no column ${shown(name)}. There are: ${namesOf(columns)}.`;
  if (!column.byLanguage) return { column, language: undefined, title: column.name };
  const language = canonicalTag(tag);
  return language
    ? { column, language, title: `${column.name}:${language}` }
    : `Say after a colon which language ${shown(name)} is in, such as "${column.name}:en".`;
};

/** Reads the first line of a paste, in any spelling of case and spaces. Errors: `invalid`, every name at once. */
export const readHeader = <S>(columns: readonly Column<S>[], header: readonly string[]): Placed<S>[] => {
  const found = header.map((name) => placed(columns, name.trim()));
  const errors = found.flatMap((one, at) => {
    if (typeof one === 'string') return one;
    const isSecond = found.findIndex((other) => typeof other !== 'string' && other.title === one.title) < at;
    return isSecond ? `Let the column "${one.title}" be there once.` : [];
  });
  if (errors.length > 0) throw invalid(errors.map((detail): FieldError => ({ pointer: '/rows', detail })));
  return found as Placed<S>[];
};

// More than any noun has in every language of the UN: what a table of something else may have.
const mostColumns = 200;

/** Refuses a paste that is no table of rows, or has too many. Errors: `invalid`. */
export const mayPaste = ({ header, rows }: Sheet): void => {
  const fault =
    header.length > mostColumns
      ? `Keep to the columns that are known here: the first line has ${header.length} cells.`
      : rows.length === 0
        ? 'Paste at least one row below the line that names the columns.'
        : rows.length > mostRows
          ? `Paste at most ${mostRows} rows at once; ${rows.length} are here. Send them in parts, each under the line that names the columns.`
          : undefined;
  if (fault) throw invalid([{ pointer: '/rows', detail: fault }]);
};

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const valueAt = (record: unknown, [step, ...rest]: readonly string[]): unknown =>
  step === undefined ? record : isFields(record) ? valueAt(record[step], rest) : undefined;

const withValue = (record: unknown, [step, ...rest]: readonly string[], value: unknown): unknown =>
  step === undefined
    ? value
    : { ...(isFields(record) ? record : {}), [step]: withValue(valueAt(record, [step]), rest, value) };

const stepsOf = ({ column, language }: Placed<never>): string[] => [
  ...column.field,
  ...(language === undefined ? [] : [language]),
];

/** A row's cells on top of what the record says already, and what is wrong with them. */
export interface Filled {
  draft: Fields;
  errors: CellError[];
  /** The columns whose cells say something. */
  given: string[];
}

/**
 * Puts a row's cells into a draft. An empty cell says nothing: what the record has there stays, so that no paste takes away what somebody else
 * wrote.
 */
export const filled = <S>(
  before: object,
  header: readonly Placed<S>[],
  cells: readonly string[],
  beside: S,
): Filled => {
  const result: Filled = { draft: { ...before }, errors: [], given: [] };
  for (const [at, one] of header.entries()) {
    const cell = (cells[at] ?? '').trim();
    if (cell === '' || one.column.isOnlyTold) continue;
    result.given.push(one.title);
    try {
      const steps = stepsOf(one);
      const value = one.column.read(cell, beside);
      const merged = one.column.merge?.(valueAt(result.draft, steps), value) ?? value;
      result.draft = withValue(result.draft, steps, merged) as Fields;
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      result.errors.push({ column: one.title, detail: error.message });
    }
  }
  return result;
};

/** What a row has to have as many of as the first line has names: a cell too few may have shifted all that follow. */
export const raggedness = (header: readonly unknown[], cells: readonly string[]): CellError[] => {
  const isMore = cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '');
  return isMore || cells.length < header.length
    ? [
        {
          detail: `The row has ${cells.length} cells and the first line ${header.length}. Give every cell, empty ones too.`,
        },
      ]
    : [];
};

const startsWith = (all: readonly string[], beginning: readonly string[]): boolean =>
  beginning.every((step, at) => all[at] === step);

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** The column that a fault of a draft is in, by its pointer. */
const columnAt = <S>(
  pointer: string,
  header: readonly Placed<S>[],
  columns: readonly Column<S>[],
): string | undefined => {
  const steps = pointer.split('/').slice(1).map(unescaped);
  if (steps.length === 0) return undefined;
  const [within] = header.filter((one) => startsWith(steps, stepsOf(one)));
  const [above] = header.filter((one) => startsWith(stepsOf(one), steps));
  return (within ?? above)?.title ?? columns.find(({ field }) => startsWith(steps, field))?.name;
};

/** The faults of a draft as those of cells. */
export const cellErrors = <S>(
  errors: readonly FieldError[],
  header: readonly Placed<S>[],
  columns: readonly Column<S>[],
): CellError[] => errors.map(({ pointer, detail }) => ({ column: columnAt(pointer, header, columns), detail }));

/** A refusal of the domain as what a row says: its own fault, more than the quota, or something in the way. */
export const refusedRow = (
  error: DomainError,
  inCells: (errors: readonly FieldError[]) => CellError[],
): Pick<Row, 'says' | 'errors' | 'conflictsWith'> => {
  if (error.code === 'invalid') return { says: 'wrong', errors: inCells(error.errors ?? []) };
  return {
    says: error.code === 'quota-used' ? 'over-quota' : 'clash',
    errors: [{ detail: error.message }],
    conflictsWith: error.conflictsWith,
  };
};

/** The columns in which two drafts differ. */
export const changedColumns = <S>(before: object, after: object, header: readonly Placed<S>[]): string[] =>
  header
    .filter(
      (one) => canonical(valueAt(before, stepsOf(one)) ?? null) !== canonical(valueAt(after, stepsOf(one)) ?? null),
    )
    .map(({ title }) => title);

const counted = (rows: readonly Row[]): Pasted['counts'] =>
  Object.fromEntries(
    verdicts.map((verdict) => [verdict, rows.filter(({ says }) => says === verdict).length]),
  ) as Pasted['counts'];

const many = (count: number, what = 'row'): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const told = (counts: Pasted['counts'], confirmed: boolean, written: number): string => {
  const left = counts.clash + counts['over-quota'] + counts.wrong;
  const but = left > 0 ? ` ${many(left)} cannot be written; each says why.` : '';
  const wanted = counts.new + counts.changed;
  if (confirmed && written > 0) return `${many(written)} ${written === 1 ? 'was' : 'were'} written.${but}`;
  if (confirmed) return `Nothing was written: no row says anything new.${but}`;
  return wanted > 0
    ? `Nothing is written yet: ${many(wanted)} would be. Send the same with "confirm": true.${but}`
    : `Nothing would be written: no row says anything new.${but}`;
};

/** What of the faults is named, over all rows: an answer has to stay small, whatever was pasted. */
const mostErrors = 500;

const firstErrors = (rows: readonly Row[]): Row[] => {
  let left = mostErrors;
  return rows.map((row) => {
    if (!row.errors) return row;
    const errors = row.errors.slice(0, Math.max(left, 1));
    left -= errors.length;
    return { ...row, errors };
  });
};

/** The answer to a paste. */
export const pasted = <S>(
  header: readonly Placed<S>[],
  rows: readonly Row[],
  confirmed: boolean,
  written: number,
): Pasted => {
  const counts = counted(rows);
  return {
    detail: told(counts, confirmed, written),
    confirmed,
    written,
    counts,
    columns: header.map(({ title }) => title),
    rows: firstErrors(rows),
  };
};

const languagesOf = (records: readonly object[], { field }: Column<never>): string[] => {
  const tags = new Set(records.flatMap((record) => Object.keys((valueAt(record, field) ?? {}) as Text)));
  const rest = [...tags].filter((tag) => tag !== 'en').toSorted();
  return tags.has('en') || rest.length === 0 ? ['en', ...rest] : rest;
};

/** Records as a table in the columns that a paste has; without records, what a paste begins from. */
export const tableOf = <S>(
  columns: readonly Column<S>[],
  records: readonly object[],
  beside: S,
): { header: string[]; rows: string[][] } => {
  const header = columns.flatMap((column): Placed<S>[] =>
    column.byLanguage
      ? languagesOf(records, column).map((language) => ({ column, language, title: `${column.name}:${language}` }))
      : [{ column, language: undefined, title: column.name }],
  );
  const cell =
    (record: object) =>
    (one: Placed<S>): string => {
      const value = valueAt(record, stepsOf(one));
      return value === undefined ? '' : one.column.write(value as never, beside);
    };
  return { header: header.map(({ title }) => title), rows: records.map((record) => header.map(cell(record))) };
};

const asIs = (value: string | number): string => String(value);

/** A column of words, in one language or in several. */
export const words = (name: string, about: string, field = name): Column => ({
  name,
  about,
  field: [field],
  read: (cell) => cell,
  write: asIs,
});
export const wordsByLanguage = (name: string, about: string, field = name): Column => ({
  ...words(name, about, field),
  byLanguage: true,
});

/** A column of whole numbers; what is none is left to the schema to refuse. */
export const wholeNumber = (name: string, about: string, field = name): Column => ({
  ...words(name, about, field),
  read: (cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell),
});

/** The entries of a cell: parted by semicolons or lines where it has them, else by commas. */
export const entriesOf = (cell: string): string[] =>
  cell
    .split(/[;\n]/.test(cell) ? /[;\n]/ : /,/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** A column of several entries. */
export const several = (name: string, about: string, field: readonly string[]): Column => ({
  name,
  about,
  field,
  read: entriesOf,
  write: (value: readonly string[]) => value.join(', '),
});
