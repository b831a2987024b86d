import type { MailLanguage } from '../domain/language.ts';
import type { Recipient } from '../domain/letter.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Role } from '../domain/role.ts';
import { recordsOf } from '../table/item.ts';
import type { Table } from '../table/client.ts';
import { collections } from '../table/key.ts';
import { roleKind } from '../table/role.ts';

/** Somebody who is told what became of a panelist's place. */
export interface Hearer {
  to: Recipient;
  language: MailLanguage;
  /** Where they see more, below the language. */
  page?: string;
}

/** How many are told at most: what follows from one deed has to stay one transaction. */
const most = 4;

const rolesIn = async (table: Table, whose: { summit: string } | { organization: string }): Promise<Role[]> =>
  recordsOf(roleKind, await table.all(collections.rolesOf(whose)));

/** The holders of these roles, each once, by the address with which they took a role up. */
const reachedBy = (roles: readonly Role[], pageOf: (role: Role) => Pick<Hearer, 'page'> = () => ({})): Hearer[] => {
  const told = roles.flatMap((role) => {
    const { state, email, writeIn } = role;
    return state === 'held' && email !== undefined
      ? [{ to: { address: email }, language: writeIn, ...pageOf(role) }]
      : [];
  });
  return told.filter(({ to }, at) => told.findIndex((other) => other.to.address === to.address) === at).slice(0, most);
};

/** Who is told about a place: the delegates of whoever nominated the panelist, and the organizers of the summit, as far as they have an address. */
export const whoHears = async (table: Table, { summit, session, nominatedBy }: Panelist): Promise<Hearer[]> => {
  const [here, ...theirs] = await Promise.all([
    rolesIn(table, { summit }),
    ...nominatedBy.map((organization) => rolesIn(table, { organization })),
  ]);
  const isDelegate = ({ role, organization }: Role): boolean =>
    role === 'delegate' && organization !== undefined && nominatedBy.includes(organization);
  const delegates = [...theirs.flat(), ...here].filter(isDelegate);
  const organizers = here.filter(({ role }) => role === 'organizer');
  return reachedBy([...delegates, ...organizers], ({ role, organization }) => ({
    page: role === 'delegate' ? `/desk/${organization ?? ''}/${summit}` : `/organize/${summit}/sessions/${session}`,
  }));
};

/** Who is to file what a session produced: its rapporteurs, or the organizers of the summit where it has none that can be written to. */
export const whoOwes = async (table: Table, { summit, slug }: { summit: string; slug: string }): Promise<Hearer[]> => {
  const here = await rolesIn(table, { summit });
  const own = reachedBy(here.filter(({ role, session }) => role === 'rapporteur' && session === slug));
  return own.length > 0 ? own : reachedBy(here.filter(({ role }) => role === 'organizer'));
};
