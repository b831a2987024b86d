import { isAsking } from '../domain/letter.ts';
import { openUntil } from '../domain/opening.ts';
import { findInvitation } from '../table/invitation.ts';
import { getPanelist } from '../table/panelist.ts';
import { insertOpening } from '../table/token.ts';
import type { LinkFor } from './outbox.ts';
import type { House } from './perform.ts';

/**
 * Makes the links of letters that ask a panelist for an answer; other letters have none of this kind. The secret is made here and goes into the mail
 * alone: what is written with the claim of the mail is its digest. A letter whose invitation was revoked in the meantime does not go.
 */
export const panelistLink =
  ({ table }: House, secret: () => string): LinkFor =>
  async ({ letter, language, site, now, request }) => {
    if (!isAsking(letter)) return undefined;
    const { summit, session, panelist } = letter;
    const [invitation, { person }] = await Promise.all([
      findInvitation(table, summit, session, panelist),
      getPanelist(table, summit, session, panelist),
    ]);
    if (!invitation || invitation.state === 'revoked') return { failure: 'overtaken' };
    const token = secret();
    const until = openUntil(invitation, now);
    const opening = { summit, session, panelist, person, invitation: invitation.slug, until };
    return {
      href: `${site}/${language}/invitation/${token}`,
      writes: [insertOpening(table, token, opening, request)],
    };
  };
