import { nameOf } from '../domain/access.ts';
import { DomainError, notFound } from '../domain/error.ts';
import { answersLeft } from '../domain/answer.ts';
import type { Seat } from '../domain/consent.ts';
import { type Invitation, type InvitationDraft, invite, prolonged, replyTime, revoke } from '../domain/invitation.ts';
import { mailLanguageOf } from '../domain/language.ts';
import type { AskingLetter } from '../domain/letter.ts';
import { passed } from '../domain/lifecycle.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Session } from '../domain/session.ts';
import { toInstant } from '../domain/when.ts';
import { reachable } from '../domain/person.ts';
import { findInvitation, getInvitation, invitationKind } from '../table/invitation.ts';
import { replace, save, unchanged } from '../table/item.ts';
import { within } from '../table/limit.ts';
import { getPanelist, panelistKind } from '../table/panelist.ts';
import { findContact } from '../table/person.ts';
import { getSession } from '../table/session.ts';
import type { Write } from '../table/transact.ts';
import { changedTo } from './panelist.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';

/** How many invitations, and how many links sent again, go in a day to one person, and to one address, which may be that of several. */
const most = {
  invitation: { person: 20, address: 60 },
  'link-again': { person: 5, address: 20 },
};

const sending = ({ table }: House, place: Seat, deed: 'invitation:send' | 'invitation:lapse'): Permission => ({
  deed,
  of: place,
  knows: () => [
    ['session', getSession(table, place.summit, place.session)],
    ['panelist', getPanelist(table, place.summit, place.session, place.panelist)],
  ],
});

/** The three records of a place, in one round trip. Errors: `not-found` of the panelist or the session. */
export const placeAt = async (
  { table }: House,
  { summit, session, panelist }: Seat,
): Promise<{ panelist: Panelist; session: Session; invitation: Invitation | undefined }> => {
  const [found, sitting, invitation] = await Promise.all([
    getPanelist(table, summit, session, panelist),
    getSession(table, summit, session),
    findInvitation(table, summit, session, panelist),
  ]);
  // Two people who were found to be one keep every place: who sits there now is who is asked.
  return { panelist: found, session: sitting, invitation: invitation && { ...invitation, person: found.person } };
};

/** What a letter about a place begins with. */
export const letterAbout = (
  { summit, slug, rehearsal, languages }: Session,
  { panelist, person, replyBy }: Pick<Invitation, 'panelist' | 'person' | 'replyBy'>,
): Omit<AskingLetter, 'kind' | 'which'> => ({
  to: { person },
  language: mailLanguageOf(languages?.spoken[0]),
  rehearsal,
  summit,
  session: slug,
  panelist,
  replyBy,
});

const addressOf = async ({ table }: House, { person }: Panelist): Promise<string> => {
  const contact = await findContact(table, person);
  const address = contact && (reachable(contact) ?? contact.emails[0]);
  if (address !== undefined) return address;
  throw new DomainError(
    'no-address',
    'There is no address on file that an invitation could go to. Add one to the contact details of this person first.',
    { conflictsWith: `/api/v1/people/${person}/contact` },
  );
};

const alreadyInvited = ({ summit, session, panelist, state }: Invitation): DomainError =>
  new DomainError(
    'already-recorded',
    `This panelist was invited already (${state}). Send the link again, or revoke that invitation first.`,
    { conflictsWith: `/api/v1/summits/${summit}/sessions/${session}/panelists/${panelist}/invitation` },
  );

// Somebody invited by other means, or whose link was revoked, is invited already and stays so.
const invited = async (house: House, deed: Deed, session: Session, panelist: Panelist): Promise<readonly Write[]> => {
  if (panelist.state === 'invited') return [unchanged(house.table, panelistKind, panelist)];
  const after = passed('panelist', panelist, 'invited', passageOf(deed));
  return (await changedTo(house, deed, session, panelist, after)).writes;
};

const counted = (
  { table }: House,
  { at, request }: Deed,
  purpose: keyof typeof most,
  { person, address }: { person: string; address: string },
): Write[] => [
  within(table, { purpose, recipient: person, most: most[purpose].person }, at, request),
  within(table, { purpose, recipient: address, most: most[purpose].address }, at, request),
];

/**
 * Invites a panelist: the place passes to `invited`, and a link is mailed to the address on file.
 * Errors: `not-found`, `no-address`, `already-recorded`, `wrong-state`, `invalid`, `too-many-mails`.
 */
export const sendInvitation = (house: House, deed: Deed, place: Seat, draft: InvitationDraft): Promise<Invitation> => {
  const id = house.newId();
  return perform(house, deed, {
    may: sending(house, place, 'invitation:send'),
    read: () => placeAt(house, place),
    decide: async ({ panelist, session, invitation: before }) => {
      if (before && before.state !== 'revoked') throw alreadyInvited(before);
      const replyBy = replyTime(session, draft, deed.at);
      const writes = await invited(house, deed, session, panelist);
      const address = await addressOf(house, panelist);
      const sent = { at: toInstant(deed.at), by: nameOf(deed.caller) };
      const invitation = invite(id, panelist, { replyBy, rehearsal: session.rehearsal }, sent, before?.version);
      return {
        writes: [
          ...writes,
          // Over one that was revoked, or as the first of its place.
          save(house.table, invitationKind, { before, after: invitation }, deed.request),
          ...counted(house, deed, 'invitation', { person: panelist.person, address }),
        ],
        answer: before ? next(invitation) : invitation,
        mails: [{ ...letterAbout(session, invitation), kind: 'panelist-invitation' }],
        at: invitationKind.key(invitation),
      };
    },
    again: reading(house, invitationKind),
  });
};

const isOpenTo = (panelist: Panelist, session: Session): boolean => answersLeft({ panelist, session }).length > 0;

/**
 * Mails a new link to the address on file; the links that were sent before stay as they are. With `replyBy` there is time until then.
 * The clock does it for who asked for it themselves. Errors: `not-found`, `no-address`, `wrong-state`, `invalid`, `too-many-mails`.
 */
export const sendAgain = (
  house: House,
  deed: Deed,
  place: Seat,
  draft: InvitationDraft = {},
  by: 'invitation:send' | 'invitation:lapse' = 'invitation:send',
): Promise<Invitation> =>
  perform(house, deed, {
    may: sending(house, place, by),
    read: () => placeAt(house, place),
    decide: async ({ panelist, session, invitation: found }) => {
      if (!found) throw notFound('invitation');
      if (found.state === 'revoked' || !isOpenTo(panelist, session))
        throw new DomainError(
          'wrong-state',
          `The invitation is ${found.state} and the place ${panelist.state}: there is nothing left to answer by a link.`,
          { also: { state: found.state } },
        );
      const address = await addressOf(house, panelist);
      const invitation = draft.replyBy ? prolonged(found, replyTime(session, draft, deed.at)) : found;
      return {
        writes: [
          replace(house.table, invitationKind, invitation, deed.request, found),
          ...counted(house, deed, 'link-again', { person: panelist.person, address }),
        ],
        answer: next(invitation),
        mails: [{ ...letterAbout(session, invitation), kind: 'panelist-link-again' }],
        at: invitationKind.key(invitation),
      };
    },
    again: reading(house, invitationKind),
  });

/** Revokes an invitation: none of its links opens any more. The place stays as it is. Errors: `not-found`, `wrong-state`. */
export const revokeInvitation = (
  house: House,
  deed: Deed,
  place: Seat,
  { reason }: { reason?: string | undefined },
): Promise<Invitation> =>
  perform(house, deed, {
    may: sending(house, place, 'invitation:send'),
    read: () => getInvitation(house.table, place.summit, place.session, place.panelist),
    decide: (found) => {
      const invitation = revoke(found, passageOf(deed, reason));
      return {
        writes: [replace(house.table, invitationKind, invitation, deed.request, found)],
        answer: next(invitation),
        at: invitationKind.key(invitation),
      };
    },
    again: reading(house, invitationKind),
  });
