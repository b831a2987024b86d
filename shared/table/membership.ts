import { Membership } from '../domain/membership.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { lists, membershipKey, placeIn } from './key.ts';

export const membershipKind: Kind<Membership> = {
  type: 'membership',
  schema: 1,
  record: Membership,
  key: ({ organization, slug }) => membershipKey(organization, slug),
  place: (membership) => placeIn(lists.membersOf(membership.in), `${membership.as}#${membership.organization}`),
};

/** Errors: `not-found`. */
export const getMembership = async (table: Table, organization: string, membership: string): Promise<Membership> =>
  (await findRecord(table, membershipKind, membershipKey(organization, membership))) ?? absent('membership');
