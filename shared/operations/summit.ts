import { DomainError } from '../domain/error.ts';
import type { Expiry } from '../domain/expiry.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { announceSummit, reviseSummit, type Summit, type SummitDraft } from '../domain/summit.ts';
import { findExpiry } from '../table/expiry.ts';
import { getSummit, summitKind } from '../table/summit.ts';
import { expiryWrites } from './expiry.ts';
import type { Deed, House } from './perform.ts';
import type { Permission } from './permission.ts';
import { change, create, pass } from './record.ts';

const changing = (summit: string): Permission => ({ deed: 'summit:change', of: { summit } });

const taken = ({ slug }: Summit): DomainError =>
  new DomainError('slug-taken', `There is already a summit "${slug}". Choose another slug.`, {
    conflictsWith: `/api/v1/summits/${slug}`,
  });

/** Errors: `invalid`, `slug-taken`. */
export const createSummit = (house: House, deed: Deed, draft: SummitDraft): Promise<Summit> => {
  const summit = announceSummit(draft);
  return create(house, deed, summitKind, {
    may: { deed: 'summit:create' },
    read: async () => summit,
    decide: (found) => found,
    taken,
    beside: (after) => expiryWrites(house, deed, {}, after),
  });
};

interface Found {
  before: Summit;
  expiry: Expiry | undefined;
}

/** A summit with when the contact details that were given for it expire. */
const withExpiry = ({ table }: House, summit: string) => ({
  may: changing(summit),
  read: async (): Promise<Found> => {
    const [before, expiry] = await Promise.all([getSummit(table, summit), findExpiry(table, summit)]);
    return { before, expiry };
  },
  record: ({ before }: Found): Summit => before,
});

/** Changes a summit; sessions that were placed by its former days stay where they are, and are listed at …/shifted. Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changeSummit = (
  house: House,
  deed: Deed,
  summit: string,
  patched: (summit: Summit) => SummitDraft,
): Promise<Summit> =>
  change(house, deed, summitKind, {
    ...withExpiry(house, summit),
    decide: ({ before }) => reviseSummit(before, patched(before)),
    beside: (after, found) => expiryWrites(house, deed, found, after),
  });

/** Errors: `not-found`, `wrong-state`. */
export const passSummit = (
  house: House,
  deed: Deed,
  summit: string,
  to: { to: StateOf<'summit'>; reason?: string | undefined },
): Promise<Summit> =>
  pass(house, deed, summitKind, 'summit', to, {
    ...withExpiry(house, summit),
    beside: (after, found) => expiryWrites(house, deed, found, after),
  });
