import { spelled } from '../domain/address.ts';
import type { Recipient } from '../domain/letter.ts';
import type { MailLanguage } from '../domain/language.ts';
import type { Role } from '../domain/role.ts';
import type { Table } from '../table/client.ts';
import { recordsOf } from '../table/item.ts';
import { collections } from '../table/key.ts';
import { mostMails } from '../table/outbox.ts';
import { findParticipation } from '../table/participation.ts';
import { findContact } from '../table/person.ts';
import { roleKind } from '../table/role.ts';

/** Somebody who is told something for an organization. */
export interface Addressee {
  to: Recipient;
  language?: MailLanguage;
}

const holders = (roles: readonly Role[], isMeant: (role: Role) => boolean): Addressee[] =>
  roles.flatMap((role) =>
    isMeant(role) && role.state === 'held' && role.email !== undefined
      ? [{ to: { address: role.email }, language: role.writeIn }]
      : [],
  );

const rolesIn = async (table: Table, whose: { summit: string } | { organization: string }): Promise<Role[]> =>
  recordsOf(roleKind, await table.all(collections.rolesOf(whose)));

const once = (addressees: readonly Addressee[], besides: readonly string[]): Addressee[] => {
  const seen = new Set(besides.map(spelled));
  return addressees.filter(({ to }) => {
    const name = 'address' in to ? spelled(to.address) : to.person;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
};

/**
 * Who is told something for an organization at a summit: its focal point there, then its delegates who have taken up their role with an address;
 * each once, and no more than one deed can write to.
 */
export const recipientsOf = async (table: Table, summit: string, organization: string): Promise<Addressee[]> => {
  const [participation, own, here] = await Promise.all([
    findParticipation(table, summit, organization),
    rolesIn(table, { organization }),
    rolesIn(table, { summit }),
  ]);
  const person = participation?.focalPoint;
  const contact = person === undefined ? undefined : await findContact(table, person);
  const isTheirs = (role: Role): boolean => role.role === 'delegate' && role.organization === organization;
  const delegates = holders([...own, ...here], isTheirs);
  const focal: Addressee[] = person === undefined ? [] : [{ to: { person } }];
  return once([...focal, ...delegates], contact?.emails ?? []).slice(0, mostMails);
};

/** The organizers of a summit who have an address; as many as one deed can write to. */
export const organizersOf = async (table: Table, summit: string): Promise<Addressee[]> =>
  once(
    holders(await rolesIn(table, { summit }), ({ role }) => role === 'organizer'),
    [],
  ).slice(0, mostMails);
