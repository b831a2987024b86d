import { type Caller, mayDo, nameOf } from '../domain/access.ts';
import { spelled } from '../domain/address.ts';
import { DomainError } from '../domain/error.ts';
import type { Letter } from '../domain/letter.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import {
  acceptRole,
  endRole,
  giveRole as given,
  heldOf,
  isOpen,
  type Role,
  type RoleDraft,
  type Scope,
} from '../domain/role.ts';
import { findDeclarations } from '../table/declaration.ts';
import { insert, replace } from '../table/item.ts';
import type { Key } from '../table/key.ts';
import { within } from '../table/limit.ts';
import { getOrganization, getOrganizations } from '../table/organization.ts';
import {
  awaitAddress,
  getRole,
  getRoleAt,
  giveFirst,
  holdRole,
  isFirstGiven,
  roleEndings,
  roleKind,
  rolesFor,
  secretariatOf,
  stillHeld,
} from '../table/role.ts';
import { findSessions } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { getRoleBehind } from '../table/token.ts';
import { findTrack } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import { referred, together } from './naming.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';

const taking = ({ table }: House, scope: Scope, role: string): Permission<{ role: Role }> => ({
  deed: 'role:take',
  // A role narrowed to a track or an organization stands there, too.
  of: (found) => ({ ...found?.role, ...scope }),
  knows: () => [['role', getRole(table, scope, role)]],
});

const taken = (role: Role): DomainError =>
  new DomainError(
    'already-recorded',
    `This address has been given the role of ${role.role} here already. To invite it once more, take that one away first.`,
  );

/** How many invitations to roles one address is sent on one day. */
const invitations = { purpose: 'role', most: 10 };

const has = <F extends 'email' | 'account'>(role: Role, field: F): role is Role & Record<F, string> =>
  role[field] !== undefined;

/** Where a role is given, with what it names there. Errors: `not-found` of where it is given, `invalid` for each part of it. */
const placeOf = async (
  { table }: House,
  scope: Scope,
  draft: Partial<RoleDraft> = {},
): Promise<{ rehearsal: boolean }> => {
  if ('organization' in scope) return getOrganization(table, scope.organization);
  if (!('summit' in scope)) return { rehearsal: false };
  const { summit } = scope;
  const [found] = await together([
    getSummit(table, summit),
    referred(draft.track, (track) => findTrack(table, summit, track), '/track', 'track'),
    referred(
      draft.session,
      async (session) => (await findSessions(table, summit, [session])).get(session),
      '/session',
      'session',
    ),
    referred(
      draft.declaration,
      async (declaration) => (await findDeclarations(table, summit, [declaration])).get(declaration),
      '/declaration',
      'declaration',
    ),
    getOrganizations(table, draft.organization ? [{ slug: draft.organization, pointer: '/organization' }] : []),
  ]);
  return found;
};

/** Who gave or took a role, as the person concerned knows them. */
const knownAs = (caller: Caller): string => (caller.kind === 'account' && caller.address) || nameOf(caller);

const letterOf = (role: Role & { email: string }, deed: Deed, { rehearsal }: { rehearsal: boolean }) => {
  const { language: text, ...held } = heldOf(role);
  const at = { ...held, role: role.role, ...(text ? { text } : {}) };
  return { ...at, to: { address: role.email }, language: role.writeIn, rehearsal, by: knownAs(deed.caller) };
};

const invitationTo = (role: Role, deed: Deed, place: { rehearsal: boolean }): Letter[] =>
  has(role, 'email') && role.expires
    ? [{ ...letterOf(role, deed, place), kind: 'role-invitation', invitation: role.slug, expires: role.expires }]
    : [];

/**
 * Gives a role to an address, which is invited to it, or to a machine, which holds it at once.
 * Errors: `invalid`, `not-found` of where it is given, `already-recorded`, `too-many-mails`.
 */
export const giveRole = (house: House, deed: Deed, scope: Scope, draft: RoleDraft): Promise<Role> => {
  const { table } = house;
  const role = given(house.newId(), scope, draft, deed.at, nameOf(deed.caller));
  return perform(house, deed, {
    may: { deed: 'role:give', of: { ...role, ...scope } },
    read: () => placeOf(house, scope, draft),
    decide: (place) => {
      const refuse = () => taken(role);
      return {
        writes: [
          insert(table, roleKind, role, deed.request, refuse),
          ...(has(role, 'email')
            ? [
                awaitAddress(table, role, deed.request, refuse),
                within(table, { ...invitations, recipient: role.email }, deed.at, deed.request),
              ]
            : []),
          ...(has(role, 'account') ? [holdRole(table, role, deed.request)] : []),
        ],
        mails: invitationTo(role, deed, place),
        answer: role,
        at: roleKind.key(role),
      };
    },
    again: reading(house, roleKind),
  });
};

/** Whoever held a role is told that they do no more; who had not taken it up yet need not know. */
const goodbyeTo = (role: Role, deed: Deed, place: { rehearsal: boolean }): Letter[] =>
  has(role, 'email') && role.account !== undefined ? [{ ...letterOf(role, deed, place), kind: 'role-taken' }] : [];

// Where two of the secretariat take the role away from each other at once, the second finds that it is no longer theirs to take.
const oneRemains = async ({ table }: House, { caller }: Deed, { role }: Role): Promise<Write[]> => {
  if (role !== 'secretariat') return [];
  const own = await secretariatOf(table, nameOf(caller));
  if (!own) mayDo({ kind: 'account', name: nameOf(caller), roles: [] }, 'role:take');
  return own ? [stillHeld(table, own)] : [];
};

/** Takes a role away; the record stays, with who and when. Errors: `not-found`, `wrong-state`, `forbidden` for the secretariat's own. */
export const passRole = (
  house: House,
  deed: Deed,
  scope: Scope,
  id: string,
  to: { to: StateOf<'role'>; reason?: string | undefined },
): Promise<Role> =>
  perform(house, deed, {
    may: taking(house, scope, id),
    read: async () => {
      const [role, place] = await Promise.all([getRole(house.table, scope, id), placeOf(house, scope)]);
      return { role, place };
    },
    decide: async ({ role: found, place }) => {
      if (to.to !== 'ended')
        throw new DomainError(
          'wrong-state',
          'A role is accepted by signing in with its address; it can be ended here.',
          {
            also: { state: found.state, wanted: to.to, allowed: ['ended'] },
          },
        );
      const role = endRole(found, passageOf(deed, to.reason));
      return {
        writes: [
          replace(house.table, roleKind, role, deed.request, found),
          ...roleEndings(house.table, role),
          ...(await oneRemains(house, deed, role)),
        ],
        mails: goodbyeTo(role, deed, place),
        answer: next(role),
        at: roleKind.key(role),
      };
    },
    again: reading(house, roleKind),
  });

/** What the link in an invitation to a role shows. Reads, and changes nothing. Errors: `not-found`. */
export const openRoleInvitation = async ({ table }: House, token: string): Promise<Role> =>
  getRoleAt(table, await getRoleBehind(table, token));

/** One deed of several that a request comes to: each its own transaction under an id of its own. */
const part = (deed: Deed, name: string): Deed => ({ ...deed, request: `${deed.request}.${name}`, receipt: undefined });

const accept = (house: House, deed: Deed, at: Key): Promise<Role> =>
  perform(house, deed, {
    may: { deed: 'me:bind' },
    read: () => getRoleAt(house.table, at),
    decide: (found) => {
      if (!isOpen(found, deed.at)) return { writes: [], answer: found };
      const account = nameOf(deed.caller);
      const role = { ...acceptRole(found, account, deed.at), account };
      return {
        writes: [replace(house.table, roleKind, role, deed.request, found), holdRole(house.table, role, deed.request)],
        answer: next(role),
      };
    },
  });

const acceptFirst = (house: House, deed: Deed, email: string): Promise<Role | undefined> =>
  perform(house, deed, {
    may: { deed: 'me:bind' },
    read: () => isFirstGiven(house.table),
    decide: (isGiven): { writes: Write[]; answer: Role | undefined } => {
      if (isGiven) return { writes: [], answer: undefined };
      const account = nameOf(deed.caller);
      const draft: RoleDraft = { role: 'secretariat', email, writeIn: 'en' };
      const role = { ...acceptRole(given(house.newId(), {}, draft, deed.at, 'deployment'), account, deed.at), account };
      return {
        writes: [
          giveFirst(house.table, deed.request),
          insert(house.table, roleKind, role, deed.request, () => taken(role)),
          holdRole(house.table, role, deed.request),
        ],
        answer: role,
      };
    },
  });

/**
 * Binds the roles that wait for an address to the account that has signed in with it: each once, however often and from wherever it signs in.
 * `verified.first` is the address that the deployment names: it becomes the secretariat's, once. What has expired is left as it is.
 */
export const bindRoles = async (
  house: House,
  deed: Deed,
  verified: { address: string; first?: string | undefined },
): Promise<Role[]> => {
  const address = spelled(verified.address);
  const isFirst = verified.first !== undefined && address === spelled(verified.first);
  const first = isFirst ? await acceptFirst(house, part(deed, 'first'), address) : undefined;
  const waiting = await rolesFor(house.table, address);
  const roles = await Promise.all(waiting.map((at) => accept(house, part(deed, at.sk.toLowerCase()), at)));
  return [...(first ? [first] : []), ...roles];
};
