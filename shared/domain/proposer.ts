import type { Caller } from './access.ts';
import type { Session } from './session.ts';

/** Everybody whose proposal it is: who proposed it, and who proposed what was merged into it. */
export const proposersOf = ({ proposed }: Pick<Session, 'proposed'>): string[] =>
  proposed ? [...new Set([proposed.by, ...(proposed.with ?? [])])] : [];

/** Whether the caller is a delegate of one of these organizations, at this summit. */
export const actsFor = (caller: Caller, organizations: readonly string[], summit: string): boolean =>
  caller.kind === 'account' &&
  caller.roles.some(
    ({ role, organization, summit: at = summit }) =>
      role === 'delegate' && organization !== undefined && organizations.includes(organization) && at === summit,
  );

/** Everybody who has a part in a session: whoever acts for one of them does not judge it. */
export const partiesOf = (session: Session): string[] => [
  ...new Set([...proposersOf(session), ...[...session.lead, ...session.partners].map((one) => one.organization)]),
];
