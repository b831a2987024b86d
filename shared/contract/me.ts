import * as z from 'zod';
import type { Caller } from '../domain/access.ts';
import { once } from '../domain/once.ts';
import { Role, roleNames } from '../domain/role.ts';
import { type Route, route } from '../http/route.ts';
import { allSeen } from './noun.ts';

const Me = once(() =>
  z.object({
    account: z.string(),
    roles: z.array(
      z.object({
        role: z.enum(roleNames),
        summit: z.string().optional(),
        track: z.string().optional(),
        session: z.string().optional(),
        declaration: z.string().optional(),
        language: z.string().optional(),
        organization: z.string().optional(),
      }),
    ),
  }),
);

const rolesIn = (caller: Caller): object =>
  caller.kind === 'account' ? { account: caller.name, roles: caller.roles } : {};

export const meRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/me',
    may: 'me:read',
    summary: 'Reads who is signed in, and in which roles',
    answers: { name: 'Me', schema: Me },
    handle: async ({ caller, deed }) => {
      await deed.ready;
      return { body: rolesIn(caller) };
    },
  }),
  route({
    method: 'POST',
    path: '/me/bindings',
    may: 'me:bind',
    summary: 'Takes up the roles that wait for the address of whoever is signed in',
    answers: { name: 'Bindings', schema: () => z.object({ items: z.array(Role()) }) },
    body: () =>
      z.strictObject({
        identity: z
          .string()
          .max(10_000)
          .meta({ description: 'The ID token of the same sign-in: it says which address was verified.' }),
      }),
    example: () => ({ identity: 'eyJhbGciOiJSUzI1NiJ9…' }),
    handle: async (exchange) => {
      // Loaded by who takes up a role: first requests ask who they are.
      const { bindRoles } = await import('../operations/role.ts');
      const roles = await bindRoles(exchange.house, exchange.deed, await exchange.identified(exchange.body.identity));
      return { body: { items: allSeen(exchange, 'role', roles) } };
    },
  }),
];
