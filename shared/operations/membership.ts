import { DomainError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { type Membership, type MembershipDraft, recordMembership, reviseMembership } from '../domain/membership.ts';
import { printedName } from '../domain/organization.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { getMembership, membershipKind } from '../table/membership.ts';
import { getOrganization, getOrganizations } from '../table/organization.ts';
import { named, together } from './naming.ts';
import type { Deed, House } from './perform.ts';
import { change, create, discard, itself, pass } from './record.ts';

const taken = ({ organization, slug }: Membership): DomainError =>
  new DomainError('already-recorded', 'This membership is recorded already. Change that record instead.', {
    conflictsWith: `/api/v1/organizations/${organization}/memberships/${slug}`,
  });

export const createMembership = (
  house: House,
  deed: Deed,
  organization: string,
  draft: MembershipDraft,
): Promise<Membership> =>
  create(house, deed, membershipKind, {
    may: { deed: 'membership:write' },
    read: () =>
      together([
        getOrganization(house.table, organization),
        getOrganizations(house.table, [{ slug: draft.in, pointer: '/in' }]),
      ]),
    decide: ([member, networks]) => {
      const network = named(networks, draft.in);
      keptApart(member, [{ ...network, pointer: '/in' }]);
      return recordMembership(
        { slug: member.slug, printed: printedName(member) },
        { printed: printedName(network) },
        draft,
      );
    },
    taken,
  });

export const changeMembership = (
  house: House,
  deed: Deed,
  organization: string,
  membership: string,
  patched: (membership: Membership) => MembershipDraft,
): Promise<Membership> =>
  change(house, deed, membershipKind, {
    ...itself({ deed: 'membership:write' }, () => getMembership(house.table, organization, membership)),
    decide: (found) => reviseMembership(found, patched(found)),
  });

export const passMembership = (
  house: House,
  deed: Deed,
  organization: string,
  membership: string,
  to: { to: StateOf<'membership'>; reason?: string | undefined },
): Promise<Membership> =>
  pass(
    house,
    deed,
    membershipKind,
    'membership',
    to,
    itself({ deed: 'membership:write' }, () => getMembership(house.table, organization, membership)),
  );

export const removeMembership = (house: House, deed: Deed, organization: string, membership: string): Promise<void> =>
  discard(
    house,
    deed,
    membershipKind,
    itself({ deed: 'membership:write' }, () => getMembership(house.table, organization, membership)),
  );
