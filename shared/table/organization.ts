import { DomainError, type FieldError, refuseAll } from '../domain/error.ts';
import { Organization, searchNames } from '../domain/organization.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, insert, type Kind, recordOf, replace } from './item.ts';
import { lists, nameKey, organizationKey, placeIn } from './key.ts';
import { clear, put } from './mark.ts';
import type { Write } from './transact.ts';

const cardOf = ({ slug, name, aliases, kind, country, tier, state, origin, identifiers, rehearsal }: Organization) => ({
  slug,
  name,
  aliases,
  kind,
  country,
  tier,
  state,
  origin,
  identifiers,
  rehearsal,
});

export const organizationKind: Kind<Organization> = {
  type: 'organization',
  schema: 1,
  record: Organization,
  key: ({ slug }) => organizationKey(slug),
  place: ({ slug }) => placeIn(lists.organizations, slug),
  card: cardOf,
};

/** Errors: `not-found`. */
export const getOrganization = async (table: Table, organization: string): Promise<Organization> =>
  (await findRecord(table, organizationKind, organizationKey(organization))) ?? absent('organization');

/** The named organizations, by slug. Errors: `invalid`, with the pointer of each name that there is none for. */
export const getOrganizations = async (
  table: Table,
  named: readonly { slug: string; pointer: string }[],
): Promise<Map<string, Organization>> => {
  const items = named.length > 0 ? await table.batchGet(named.map(({ slug }) => organizationKey(slug))) : [];
  const found = new Map(
    items.map((item) => recordOf(organizationKind, item)).map((organization) => [organization.slug, organization]),
  );
  const errors: FieldError[] = named
    .filter(({ slug }) => !found.has(slug))
    .map(({ slug, pointer }) => ({
      pointer,
      detail: `There is no organization "${slug}". List it first, or search for its name at /api/v1/organizations?name=…`,
    }));
  refuseAll(errors);
  return found;
};

// What a search by name shows is the record's card and version, as in every list.
const nameWrite = (table: Table, organization: Organization, name: string, request: string): Write =>
  put(table, {
    ...nameKey(name, organization.slug),
    type: 'name',
    schema: 1,
    version: organization.version,
    request,
    card: cardOf(organization),
  });

/** A new organization, findable by each of its names. */
export const insertOrganization = (table: Table, organization: Organization, request: string): Write[] => [
  insert(
    table,
    organizationKind,
    organization,
    request,
    () =>
      new DomainError(
        'slug-taken',
        `There is already an organization "${organization.slug}". Choose another slug, or change that one.`,
        { conflictsWith: `/api/v1/organizations/${organization.slug}` },
      ),
  ),
  ...searchNames(organization).map((name) => nameWrite(table, organization, name, request)),
];

/** The next version, findable by its names of today and by no other. */
export const replaceOrganization = (
  table: Table,
  before: Organization,
  organization: Organization,
  request: string,
): Write[] => {
  const names = searchNames(organization);
  return [
    replace(table, organizationKind, organization, request, before),
    ...names.map((name) => nameWrite(table, { ...organization, version: organization.version + 1 }, name, request)),
    ...searchNames(before)
      .filter((name) => !names.includes(name))
      .map((name) => clear(table, nameKey(name, organization.slug))),
  ];
};
