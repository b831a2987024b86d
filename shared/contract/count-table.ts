import { writeTable } from '../documents/csv.ts';
import type { Counted, Participation } from '../domain/participation.ts';
import type { Signature } from '../domain/signature.ts';
import type { Answer } from '../http/route.ts';

interface Column<R> {
  name: string;
  cell: (record: R) => string | number | undefined;
}

// What a count goes by, as it was copied when the act was recorded.
const countedColumns: readonly Column<{ counted: Counted }>[] = [
  { name: 'kind', cell: ({ counted }) => counted.kind },
  { name: 'country', cell: ({ counted }) => counted.country },
  { name: 'within', cell: ({ counted }) => counted.within },
  { name: 'population', cell: ({ counted }) => counted.population?.value },
  { name: 'population year', cell: ({ counted }) => counted.population?.year },
  { name: 'population basis', cell: ({ counted }) => counted.population?.basis },
  { name: 'population source', cell: ({ counted }) => counted.population?.source },
];

const signatureColumns: readonly Column<Signature>[] = [
  { name: 'organization', cell: ({ organization }) => organization },
  { name: 'printed', cell: ({ printed }) => printed },
  { name: 'capacity', cell: ({ capacity }) => capacity },
  { name: 'date', cell: ({ on }) => on },
  { name: 'recorded at', cell: ({ recordedAt }) => recordedAt },
  { name: 'signed by', cell: ({ signedBy }) => signedBy },
  { name: 'title', cell: ({ title }) => title },
  { name: 'proof', cell: ({ proof, origin }) => proof ?? (origin === 'reported' ? 'reported' : undefined) },
  { name: 'text', cell: ({ text }) => text?.version },
  { name: 'state', cell: ({ state }) => state },
  { name: 'withdrawn on', cell: ({ withdrawnOn }) => withdrawnOn },
  { name: 'reservation', cell: ({ reservation }) => reservation?.text },
  ...countedColumns,
];

const participationColumns: readonly Column<Participation>[] = [
  { name: 'organization', cell: ({ organization }) => organization },
  { name: 'printed', cell: ({ counted }) => counted.printed },
  { name: 'capacities', cell: ({ capacities }) => capacities.join('; ') },
  { name: 'since', cell: ({ since }) => since },
  { name: 'how', cell: ({ how }) => how },
  { name: 'state', cell: ({ state }) => state },
  ...countedColumns,
];

const downloaded = async <R>(name: string, columns: readonly Column<R>[], records: readonly R[]): Promise<Answer> => ({
  document: {
    type: 'text/csv; charset=utf-8',
    text: await writeTable({
      header: columns.map((column) => column.name),
      rows: records.map((record) => columns.map(({ cell }) => String(cell(record) ?? ''))),
    }),
    name: `${name}.csv`,
  },
});

/** The acts behind a count, one a row. */
export const signatureTable = (name: string, signatures: readonly Signature[]): Promise<Answer> =>
  downloaded(`${name}-signatures`, signatureColumns, signatures);

/** Who takes part, one a row. */
export const participationTable = (name: string, participations: readonly Participation[]): Promise<Answer> =>
  downloaded(`${name}-participations`, participationColumns, participations);
