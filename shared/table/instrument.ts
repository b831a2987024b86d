import { Instrument } from '../domain/instrument.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordOf } from './item.ts';
import { instrumentKey, lists, placeIn } from './key.ts';

export const instrumentKind: Kind<Instrument> = {
  type: 'instrument',
  schema: 1,
  record: Instrument,
  key: ({ slug }) => instrumentKey(slug),
  place: ({ slug }) => placeIn(lists.instruments, slug),
  card: ({ clauses: _, sources: __, corrections: ___, history: ____, ...card }) => card,
};

/** Errors: `not-found`. */
export const getInstrument = async (table: Table, instrument: string): Promise<Instrument> =>
  (await findRecord(table, instrumentKind, instrumentKey(instrument))) ?? absent('instrument');

/** Those of the named instruments that there are, by slug. */
export const findInstruments = async (table: Table, slugs: readonly string[]): Promise<Map<string, Instrument>> => {
  const items = slugs.length > 0 ? await table.batchGet(slugs.map(instrumentKey)) : [];
  return new Map(
    items.map((item) => recordOf(instrumentKind, item)).map((instrument) => [instrument.slug, instrument]),
  );
};
