import { passed, type StateOf } from '../domain/lifecycle.ts';
import {
  listOrganization,
  type Organization,
  type OrganizationDraft,
  reviseOrganization,
} from '../domain/organization.ts';
import {
  getOrganization,
  getOrganizations,
  insertOrganization,
  organizationKind,
  replaceOrganization,
} from '../table/organization.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, reading } from './perform.ts';

// The organizations that one names as its whole, its area or its heir.
const relatives = (draft: OrganizationDraft): { slug: string; pointer: string }[] =>
  (['succeededBy', 'partOf', 'within'] as const).flatMap((field) =>
    draft[field] ? [{ slug: draft[field], pointer: `/${field}` }] : [],
  );

/** Lists an organization, findable by each of its names. Errors: `invalid` for one it is related to that is not there, too; `slug-taken`, `too-many-at-once` for its names. */
export const createOrganization = (house: House, deed: Deed, draft: OrganizationDraft): Promise<Organization> => {
  const organization = listOrganization(draft);
  return perform(house, deed, {
    may: { deed: 'organization:create' },
    read: () => getOrganizations(house.table, relatives(draft)),
    decide: () => ({
      writes: insertOrganization(house.table, organization, deed.request),
      answer: organization,
      at: organizationKind.key(organization),
    }),
    again: reading(house, organizationKind),
  });
};

/** Errors: `not-found`, `stale`, `precondition-required`, `invalid`, `too-many-at-once`. */
export const changeOrganization = (
  house: House,
  deed: Deed,
  organization: string,
  patched: (organization: Organization) => OrganizationDraft,
): Promise<Organization> =>
  perform(house, deed, {
    may: { deed: 'organization:change' },
    read: () => getOrganization(house.table, organization),
    decide: async (found) => {
      madeFrom(deed, found);
      const draft = patched(found);
      const changed = reviseOrganization(found, draft);
      await getOrganizations(house.table, relatives(draft));
      return {
        writes: replaceOrganization(house.table, found, changed, deed.request),
        answer: next(changed),
      };
    },
  });

/** Errors: `not-found`, `wrong-state`, `too-many-at-once`. */
export const passOrganization = (
  house: House,
  deed: Deed,
  organization: string,
  to: { to: StateOf<'organization'>; reason?: string | undefined },
): Promise<Organization> =>
  perform(house, deed, {
    may: { deed: 'organization:change' },
    read: () => getOrganization(house.table, organization),
    decide: (found) => {
      const changed = passed('organization', found, to.to, passageOf(deed, to.reason));
      return {
        // With its names, because a search shows the state, too.
        writes: replaceOrganization(house.table, found, changed, deed.request),
        answer: next(changed),
        at: organizationKind.key(changed),
      };
    },
    again: reading(house, organizationKind),
  });
