import { DomainError } from '../domain/error.ts';
import { type Instrument, type InstrumentDraft, listInstrument, reviseInstrument } from '../domain/instrument.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { getInstrument, instrumentKind } from '../table/instrument.ts';
import type { Deed, House } from './perform.ts';
import { change, create, itself, pass } from './record.ts';

const taken = ({ slug }: Instrument): DomainError =>
  new DomainError('slug-taken', `There is already an instrument "${slug}". Choose another slug, or change that one.`, {
    conflictsWith: `/api/v1/instruments/${slug}`,
  });

/** Errors: `invalid`, `slug-taken`. */
export const createInstrument = (house: House, deed: Deed, draft: InstrumentDraft): Promise<Instrument> => {
  const instrument = listInstrument(draft);
  return create(house, deed, instrumentKind, {
    may: { deed: 'instrument:create' },
    read: async () => instrument,
    decide: (found) => found,
    taken,
  });
};

/** Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changeInstrument = (
  house: House,
  deed: Deed,
  instrument: string,
  patched: (instrument: Instrument) => InstrumentDraft,
): Promise<Instrument> =>
  change(house, deed, instrumentKind, {
    ...itself({ deed: 'instrument:change' }, () => getInstrument(house.table, instrument)),
    decide: (found) => reviseInstrument(found, patched(found)),
  });

/** Errors: `not-found`, `wrong-state`. */
export const passInstrument = (
  house: House,
  deed: Deed,
  instrument: string,
  to: { to: StateOf<'instrument'>; reason?: string | undefined },
): Promise<Instrument> =>
  pass(
    house,
    deed,
    instrumentKind,
    'instrument',
    to,
    itself({ deed: 'instrument:change' }, () => getInstrument(house.table, instrument)),
  );
