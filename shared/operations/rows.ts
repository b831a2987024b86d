import type * as z from 'zod';
import { DomainError, type FieldError, invalid } from '../domain/error.ts';
import { canonical } from '../domain/ordered.ts';
import { draftOf } from '../domain/record.ts';
import {
  cellErrors,
  changedColumns,
  type Column,
  filled,
  mayPaste,
  type Pasted,
  pasted,
  type Placed,
  raggedness,
  readHeader,
  refusedRow,
  type Row,
  type Sheet,
} from '../domain/rows.ts';
import { keepAnswer, keptAnswer } from '../table/answer.ts';
import { answerKey } from '../table/key.ts';
import { unavailable } from '../table/retry.ts';
import { type Deed, type House, perform } from './perform.ts';
import type { Permission } from './permission.ts';

/** Judges a value by a schema. Errors: `invalid`, every wrong field at once. */
export type Checked = <S extends z.ZodObject>(schema: S, value: unknown) => z.output<S>;

/** A paste as it was asked for. */
export interface Asked {
  sheet: Sheet;
  /** Without it nothing is written. */
  confirm: boolean;
  checked: Checked;
}

/** A row that says something new: what it would do, and what becomes of it. */
interface Doing {
  row: Row;
  act: (house: House, deed: Deed) => Promise<unknown>;
}

/** A row as it was judged; without a deed there is nothing to do for it. */
export type Judged = Doing | { row: Row; act?: undefined };

/** How a noun's rows are judged and written. */
export interface Noun<W, S> {
  columns: readonly Column<S>[];
  may: Permission<W>;
  /** What all rows are judged beside. */
  read: (header: readonly Placed<S>[]) => Promise<W>;
  judge: (beside: W, header: readonly Placed<S>[]) => Judged[];
  /** How many rows are written at the same time. */
  atOnce: number;
}

class Previewed extends Error {
  override name = 'Previewed';
}

const stopped = (): Promise<never> => Promise.reject(new Previewed());

/** The house as a preview sees it: whatever would be written is decided all the same, and then is not. */
const withoutWriting = (house: House): House => ({
  ...house,
  table: { ...house.table, sendTransaction: stopped, batchWrite: stopped },
});

/** As long as one request may write, in milliseconds: its answer has to come within 25 seconds. */
const patience = 18_000;

interface Done {
  row: Row;
  written: boolean;
  /** Somebody else was faster: what there is now may be the same. */
  overtaken?: boolean;
}

const attempt = async ({ row, act }: Doing, house: House, deed: Deed, inCells: InCells): Promise<Done> => {
  try {
    await act(house, deed);
    return { row, written: true };
  } catch (error) {
    if (error instanceof Previewed) return { row, written: false };
    if (!(error instanceof DomainError) || error.code === 'unavailable') throw error;
    const refused = refusedRow(error, inCells);
    const { line, slug } = row;
    // What is wrong with itself becomes nothing that could be looked at.
    const of = refused.says === 'wrong' || slug === undefined ? {} : { slug };
    return { row: { line, ...of, ...refused }, written: false, overtaken: refused.says === 'clash' };
  }
};

type InCells = (errors: readonly FieldError[]) => ReturnType<typeof cellErrors>;

/** Does something for each, a few at a time and in their order; after a failure it begins no other, and says it when all have ended. */
const forEach = async <T, R>(all: readonly T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let at = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (at < all.length && !failed) {
      const mine = at;
      at += 1;
      try {
        results[mine] = await work(all[mine] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, all.length) }, worker));
  const broken = ended.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
  return results;
};

const lateAt = (written: number, all: number): DomainError =>
  new DomainError(
    'unavailable',
    `${written} of ${all} rows were written before the time was over. Send the same again: what is written is known, and the rest follows.`,
  );

// Each row is a deed of its own, under a request of its own; the receipt is the whole paste's.
const eachDone = (
  house: House,
  deed: Deed,
  judged: readonly Judged[],
  inCells: InCells,
  { atOnce, confirm }: { atOnce: number; confirm: boolean },
): Promise<Done[]> => {
  const until = house.table.pace.now() + patience;
  const there = confirm ? house : withoutWriting(house);
  const all = judged.filter(({ act }) => act).length;
  let written = 0;
  return forEach(judged, atOnce, async (one) => {
    if (!one.act) return { row: one.row, written: false };
    if (house.table.pace.now() >= until) throw confirm ? lateAt(written, all) : unavailable();
    const own: Deed = { ...deed, request: `${deed.request}.${one.row.line}`, receipt: undefined, ifMatch: undefined };
    const done = await attempt(one, there, own, inCells);
    if (done.written) written += 1;
    return done;
  });
};

/**
 * Answers pasted rows one by one, and writes those that say something new where that is confirmed; each is a deed of its own, so that those that
 * cannot be written keep no other. The same rows again are known, and change nothing. Errors: `invalid` where it is no table of these columns, the
 * permission's, `unavailable` where time was over.
 */
export const pasteRows = <W, S>(
  house: House,
  deed: Deed,
  { sheet, confirm }: Pick<Asked, 'sheet' | 'confirm'>,
  noun: Noun<W, S>,
): Promise<Pasted> => {
  const { table } = house;
  let header: Placed<S>[] = [];
  const inCells: InCells = (errors) => cellErrors(errors, header, noun.columns);
  return perform<W, Pasted>(
    house,
    { ...deed, receipt: confirm ? deed.receipt : undefined },
    {
      may: noun.may,
      read: async () => {
        mayPaste(sheet);
        header = readHeader(noun.columns, sheet.header);
        return noun.read(header);
      },
      decide: async (beside) => {
        const done = await eachDone(house, deed, noun.judge(beside, header), inCells, { atOnce: noun.atOnce, confirm });
        const now = done.some(({ overtaken }) => overtaken) ? noun.judge(await noun.read(header), header) : [];
        const rows = done.map(({ row, overtaken }, at) =>
          overtaken && now[at]?.row.says === 'known' ? now[at].row : row,
        );
        const answer = pasted(header, rows, confirm, done.filter(({ written }) => written).length);
        const writes = confirm && deed.receipt ? await keepAnswer(table, answer, deed.at, deed.request) : [];
        return { writes, answer, at: answerKey(deed.request) };
      },
      again: (at) => keptAnswer<Pasted>(table, at),
    },
  );
};

interface Record {
  slug: string;
  version: number;
}

/** How rows of a noun that has records with slugs are told apart. */
export interface Telling<R extends Record, S> {
  schema: z.ZodObject;
  setting: S;
  /** Whom a row is about: a record that there is, or the slug that a new one would have. Errors: DomainError for what cannot be told. */
  about: (draft: object) => { record?: R | undefined; slug: string };
  create: (house: House, deed: Deed, draft: never) => Promise<unknown>;
  change: (house: House, deed: Deed, record: R, patched: (now: object) => never) => Promise<unknown>;
}

const refusing = (row: Pick<Row, 'line' | 'slug'>, error: unknown, inCells: InCells): Judged => {
  if (!(error instanceof DomainError)) throw error;
  return { row: { ...row, ...refusedRow(error, inCells) } };
};

/** Judges rows that are each about one record of a slug. */
export const judgeRows = <R extends Record, S>(
  { sheet, checked }: Pick<Asked, 'sheet' | 'checked'>,
  header: readonly Placed<S>[],
  columns: readonly Column<S>[],
  { schema, setting, about, create, change }: Telling<R, S>,
): Judged[] => {
  const inCells: InCells = (errors) => cellErrors(errors, header, columns);
  const met = new Map<string, { line: number; says: string }>();
  const judge = (line: number, cells: readonly string[]): Judged => {
    const wrong = raggedness(header, cells);
    const plain = filled({}, header, cells, setting);
    const errors = [...wrong, ...plain.errors];
    if (errors.length > 0) return { row: { line, says: 'wrong', errors } };
    const { record, slug } = about(plain.draft);
    const earlier = met.get(slug);
    const says = canonical(plain.draft);
    if (earlier && earlier.says !== says) return { row: { line, says: 'clash', slug, errors: [sameAs(earlier.line)] } };
    if (slug !== '') met.set(slug, earlier ?? { line, says });
    const patched = (now: object): never =>
      checked(schema, filled(draftOf(schema, now), header, cells, setting).draft) as never;
    if (earlier) return { row: { line, says: 'known', slug } };
    if (!record) {
      const draft = checked(schema, plain.draft) as never;
      return {
        row: { line, says: 'new', ...(slug === '' ? {} : { slug }) },
        act: (house, deed) => create(house, deed, draft),
      };
    }
    const before = checked(schema, draftOf(schema, record));
    const changes = changedColumns(before, patched(record), header);
    if (changes.length === 0) return { row: { line, says: 'known', slug } };
    return {
      row: { line, says: 'changed', slug, changes },
      act: (house, deed) => change(house, { ...deed, ifMatch: record.version }, record, patched),
    };
  };
  return sheet.rows.map(({ line, cells }) => {
    try {
      return judge(line, cells);
    } catch (error) {
      return refusing({ line }, error, inCells);
    }
  });
};

const sameAs = (line: number): { detail: string } => ({
  detail: `Line ${line} is about the same, and says something else. Keep one of the two.`,
});

/** Refuses a row because of one of its fields. */
export const wrongAt = (pointer: string, detail: string): DomainError => invalid([{ pointer, detail }]);
