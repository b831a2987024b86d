import * as z from 'zod';
import { Membership, MembershipDraft } from '../domain/membership.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Route, route } from '../http/route.ts';
import { changeMembership, createMembership, passMembership, removeMembership } from '../operations/membership.ts';
import { collections, lists } from '../table/key.ts';
import { getMembership, membershipKind } from '../table/membership.ts';
import { cardSeen, recordSeen } from './noun.ts';
import { knowsOrganization } from './guard.ts';
import { resource } from './resource.ts';

const as = () => z.enum(MembershipDraft().shape.as.options).optional();

export const membershipRoutes: Route[] = [
  ...resource({
    noun: 'membership',
    may: 'membership:write',
    path: '/organizations/{organization}/memberships',
    record: Membership,
    draft: MembershipDraft,
    examples: { create: { in: 'league-of-river-cities', as: 'member', from: '2021' }, change: { status: 'honorary' } },
    guard: knowsOrganization,
    get: ({ house, at }) => getMembership(house.table, at('organization'), at('membership')),
    list: {
      filters: () => ({ as: as() }),
      of: ({ at }) => collections.membershipsOf(at('organization')),
      keep: (exchange) => recordSeen(exchange, membershipKind, (one) => (exchange.query.as ?? one.as) === one.as),
    },
    create: ({ house, deed, at }, draft) => createMembership(house, deed, at('organization'), draft),
    change: ({ house, deed, at }, patched) =>
      changeMembership(house, deed, at('organization'), at('membership'), patched),
    pass: ({ house, deed, at }, to) => passMembership(house, deed, at('organization'), at('membership'), to),
    remove: ({ house, deed, at }) => removeMembership(house, deed, at('organization'), at('membership')),
  }),
  route({
    method: 'GET',
    path: '/organizations/{organization}/members',
    may: 'read',
    summary: 'Lists the members of an organization',
    answers: { name: 'Membership', schema: Membership, list: true },
    query: () => listQuery({ as: as() }),
    handle: (exchange) =>
      listed(
        exchange,
        { pk: lists.membersOf(exchange.at('organization')), index: 'list' },
        cardSeen<Membership>(exchange, 'membership', (one) => (exchange.query.as ?? one.as) === one.as),
      ),
  }),
];
