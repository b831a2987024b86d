import type * as z from 'zod';
import { DomainError, type FieldError } from '../domain/error.ts';
import { type Pasted, type Row } from '../domain/pasted.ts';
import {
  cellErrors,
  type Column,
  mayPaste,
  pasted,
  type Placed,
  readHeader,
  refusedRow,
  type Sheet,
} from '../domain/rows.ts';
import { keepAnswer, keptAnswer } from '../table/kept-answer.ts';
import { answerKey } from '../table/key.ts';
import type { Action } from '../table/client.ts';
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
  act: (house: House, deed: Deed) => Promise<{ slug?: string }>;
}

/** A row as it was judged; without a deed there is nothing to do for it. */
export type Judged = Doing | { row: Row; act?: undefined };

/** A row that could be written by itself, and what that would write. */
export interface Wanted {
  row: Row;
  actions: readonly Action[];
}

/** How a noun's rows are judged and written. */
export interface Noun<W, S> {
  columns: readonly Column<S>[];
  may: Permission<W>;
  /** What all rows are judged beside. */
  read: (header: readonly Placed<S>[]) => Promise<W>;
  judge: (beside: W, header: readonly Placed<S>[]) => Judged[];
  /** What rows run into that could each be written alone, in their order: a preview has to say it, and writing one after the other finds it. */
  together?: (beside: W, wanted: readonly Wanted[]) => Promise<(DomainError | undefined)[]>;
  /** How many rows are written at the same time. */
  atOnce: number;
}

class Previewed extends Error {
  override name = 'Previewed';
  readonly actions: readonly Action[];
  constructor(actions: readonly Action[]) {
    super('This was a preview.');
    this.actions = actions;
  }
}

/** The house as a preview sees it: whatever would be written is decided all the same, and then is not. */
const withoutWriting = (house: House): House => ({
  ...house,
  table: {
    ...house.table,
    sendTransaction: (actions) => Promise.reject(new Previewed(actions)),
    batchWrite: () => Promise.reject(new Previewed([])),
  },
});

/** As long as one request may write, in milliseconds: its answer has to come within 25 seconds. */
const patience = 18_000;

/** How many rows a preview decides on at the same time. */
const previewedAtOnce = 8;

interface Done {
  row: Row;
  written: boolean;
  /** Somebody else was faster: what there is now may be the same. */
  overtaken?: boolean;
  /** Only previewed: what would be written. */
  actions?: readonly Action[];
}

type InCells = (errors: readonly FieldError[]) => ReturnType<typeof cellErrors>;

const refused = ({ line, slug }: Row, error: DomainError, inCells: InCells): Row => {
  const why = refusedRow(error, inCells);
  // What is wrong with itself becomes nothing that could be looked at.
  return { line, ...(why.says === 'wrong' || slug === undefined ? {} : { slug }), ...why };
};

const attempt = async ({ row, act }: Doing, house: House, deed: Deed, inCells: InCells): Promise<Done> => {
  try {
    const { slug = row.slug } = await act(house, deed);
    return { row: slug === undefined ? row : { ...row, slug }, written: true };
  } catch (error) {
    if (error instanceof Previewed) return { row, written: false, actions: error.actions };
    if (!(error instanceof DomainError) || error.code === 'unavailable') throw error;
    const after = refused(row, error, inCells);
    return { row: after, written: false, overtaken: after.says === 'clash' };
  }
};

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

const late = (written: number, all: number): DomainError =>
  new DomainError(
    'unavailable',
    `The time was over when ${written} of ${all} rows were written. Send the same again: what is written is known, and the rest follows.`,
    { also: { written, rows: all } },
  );

// Each row is a deed of its own, under a request of its own; the receipt is the whole paste's.
const eachDone = (
  house: House,
  deed: Deed,
  judged: readonly Judged[],
  inCells: InCells,
  atOnce: number,
): Promise<Done[]> => {
  const until = house.table.pace.now() + patience;
  const all = judged.filter(({ act }) => act).length;
  let written = 0;
  return forEach(judged, atOnce, async (one) => {
    if (!one.act) return { row: one.row, written: false };
    if (house.table.pace.now() >= until) throw late(written, all);
    const own: Deed = { ...deed, request: `${deed.request}.${one.row.line}`, receipt: undefined, ifMatch: undefined };
    const done = await attempt(one, house, own, inCells);
    if (done.written) written += 1;
    return done;
  });
};

const foreseen = async <W, S>(
  done: readonly Done[],
  beside: W,
  { together }: Noun<W, S>,
  inCells: InCells,
): Promise<Done[]> => {
  const wanted = done.flatMap(({ row, actions }) => (actions ? [{ row, actions }] : []));
  const refusals = (await together?.(beside, wanted)) ?? [];
  const refusalOf = new Map(wanted.map(({ row }, at) => [row.line, refusals[at]]));
  return done.map((one) => {
    const refusal = refusalOf.get(one.row.line);
    return refusal ? { row: refused(one.row, refusal, inCells), written: false } : one;
  });
};

const headerOf = <S>(columns: readonly Column<S>[], sheet: Sheet): { header: Placed<S>[]; fault?: unknown } => {
  try {
    mayPaste(sheet);
    return { header: readHeader(columns, sheet.header) };
  } catch (fault) {
    return { header: [], fault };
  }
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
  const { header, fault } = headerOf(noun.columns, sheet);
  const inCells: InCells = (errors) => cellErrors(errors, header, noun.columns);
  const write = async (beside: W): Promise<Done[]> => {
    const done = await eachDone(house, deed, noun.judge(beside, header), inCells, noun.atOnce);
    const now = done.some(({ overtaken }) => overtaken) ? noun.judge(await noun.read(header), header) : [];
    return done.map((one, at) =>
      one.overtaken && now[at]?.row.says === 'known' ? { row: now[at].row, written: false } : one,
    );
  };
  const preview = async (beside: W): Promise<Done[]> => {
    const there = withoutWriting(house);
    const done = await eachDone(there, deed, noun.judge(beside, header), inCells, previewedAtOnce);
    return foreseen(done, beside, noun, inCells);
  };
  return perform<W, Pasted>(
    house,
    { ...deed, receipt: confirm ? deed.receipt : undefined },
    {
      may: noun.may,
      read: () => noun.read(header),
      decide: async (beside) => {
        if (fault !== undefined) throw fault;
        const done = await (confirm ? write(beside) : preview(beside));
        const rows = done.map(({ row }) => row);
        const answer = pasted(header, rows, confirm, done.filter(({ written }) => written).length);
        const writes = confirm && deed.receipt ? await keepAnswer(table, answer, deed.at, deed.request) : [];
        return { writes, answer, at: answerKey(deed.request) };
      },
      again: (at) => keptAnswer<Pasted>(table, at),
    },
  );
};
