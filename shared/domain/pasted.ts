import * as z from 'zod';
import { once } from './once.ts';

/** What a pasted row comes to. `changed` is a record that there is, and that the row says something else of. */
export const verdicts = ['new', 'known', 'changed', 'clash', 'over-quota', 'wrong'] as const;

/** What is wrong with a cell; without a column, with the row. */
export const CellError = once(() => z.object({ column: z.string().optional(), detail: z.string() }));
export type CellError = z.output<ReturnType<typeof CellError>>;

export const Row = once(() =>
  z.object({
    line: z.int().meta({ description: 'Where it stands in what was pasted; the names of the columns are line 1.' }),
    says: z.enum(verdicts),
    slug: z.string().optional().meta({ description: 'The record that it is, or becomes.' }),
    changes: z.array(z.string()).optional().meta({ description: 'The columns that say something else.' }),
    errors: z.array(CellError()).optional(),
    conflictsWith: z.string().optional().meta({ description: 'API path of the record in the way.' }),
  }),
);
export type Row = z.output<ReturnType<typeof Row>>;

/** What became of a paste, row by row. */
export const Pasted = once(() =>
  z.object({
    detail: z.string().meta({ description: 'What was done, or would be, in words.' }),
    confirmed: z.boolean(),
    written: z.int().meta({ description: 'How many rows were written.' }),
    counts: z.record(z.enum(verdicts), z.int()),
    columns: z.array(z.string()).meta({ description: 'The columns as they were understood.' }),
    rows: z.array(Row()),
  }),
);
export type Pasted = z.output<ReturnType<typeof Pasted>>;
