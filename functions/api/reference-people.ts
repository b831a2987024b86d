import { AttributesDraft } from '../../shared/domain/attributes.ts';
import { stated } from '../../shared/domain/consent.ts';
import { heldOf } from '../../shared/domain/holding.ts';
import { person } from './reference-records.ts';

const at = '2027-01-15T10:00:00Z';

export const consent = stated(
  undefined,
  { person: person.id, to: 'name' },
  'given',
  { by: 'bearer', on: '2027-01-15', how: 'By mail.' },
  { at, by: 'amira' },
);

export const attributes = {
  ...AttributesDraft().parse({ gender: 'woman', on: '2027-01-15' }),
  person: person.id,
  version: 1,
};

/** What is held on somebody of whom little is. */
export const exported = {
  person: person.id,
  at,
  parts: heldOf({ person: [person], contact: [], consents: [consent] }),
  next: null,
};

export const erasure = { person: person.id, names: true, reason: 'Asked for by mail.', since: at, state: 'erasing' };
