import { roleKey } from '../table/key.ts';
import { insertRoleToken } from '../table/token.ts';
import type { LinkFor } from './outbox.ts';
import type { House } from './perform.ts';

/**
 * Makes the links of invitations to roles. They only show what the role is and how it is taken up: it is the verified address that takes it up, so
 * whoever else opens one learns which role was given and no more.
 */
export const roleLink =
  ({ table }: House, secret: () => string): LinkFor =>
  async ({ letter, language, site, request }) => {
    if (letter.kind !== 'role-invitation') return undefined;
    const { summit, organization, invitation, expires } = letter;
    const token = secret();
    const at = roleKey(summit ? { summit } : { organization }, invitation);
    return {
      href: `${site}/${language}/role/${token}`,
      writes: [insertRoleToken(table, token, at, expires, request)],
    };
  };

/** Makes the link of a letter by the first of several that has one for it. */
export const firstLink =
  (...makers: readonly LinkFor[]): LinkFor =>
  async (asked) => {
    for (const make of makers) {
      const link = await make(asked);
      if (link) return link;
    }
    return undefined;
  };
