import * as z from 'zod';
import { statesOf } from '../domain/lifecycle.ts';
import { givenRoles, Role, RoleDraft, type Scope } from '../domain/role.ts';
import type { Exchange, Route } from '../http/route.ts';
import { giveRole, passRole } from '../operations/role.ts';
import { collections } from '../table/key.ts';
import { getRole, roleKind } from '../table/role.ts';
import { recordSeen } from './noun.ts';
import { resource } from './resource.ts';

/** The roles that are given in one scope. Everybody with an account may ask; each sees those that are theirs to give or take. */
const rolesAt = (path: string, scopeOf: (asked: Pick<Exchange, 'at'>) => Scope, example: unknown): Route[] =>
  resource({
    noun: 'role',
    may: { read: 'role:read', create: 'role:give', change: 'role:take' },
    path,
    record: Role,
    draft: RoleDraft,
    examples: { create: example, change: undefined },
    get: (where) => getRole(where.house.table, scopeOf(where), where.at('role')),
    list: {
      filters: () => ({ role: z.enum(givenRoles).optional(), state: z.enum(statesOf('role')).optional() }),
      of: (exchange) => collections.rolesOf(scopeOf(exchange)),
      keep: (exchange) => {
        const { role, state } = exchange.query;
        return recordSeen(
          exchange,
          roleKind,
          (one) => (role ?? one.role) === one.role && (state ?? one.state) === one.state,
        );
      },
    },
    create: (where, draft) => giveRole(where.house, where.deed, scopeOf(where), draft),
    pass: (where, to) => passRole(where.house, where.deed, scopeOf(where), where.at('role'), to),
  });

export const roleRoutes: Route[] = [
  ...rolesAt('/roles', () => ({}), { role: 'secretariat', email: 'mirel@example.org' }),
  ...rolesAt('/summits/{summit}/roles', ({ at }) => ({ summit: at('summit') }), {
    role: 'rapporteur',
    session: 'rc-7',
    email: 'tomas@example.org',
    writeIn: 'fr',
  }),
  ...rolesAt('/organizations/{organization}/roles', ({ at }) => ({ organization: at('organization') }), {
    role: 'delegate',
    email: 'noor@example.org',
  }),
];
