import { type ConfirmationDraft, confirmationOf, consentIn, mustBeConfirmation } from '../domain/confirming.ts';
import { close, type Invitation } from '../domain/invitation.ts';
import type { Letter } from '../domain/letter.ts';
import { passed } from '../domain/lifecycle.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Session } from '../domain/session.ts';
import { findInvitation, invitationKind } from '../table/invitation.ts';
import { replace } from '../table/item.ts';
import { getPanelist, panelistKind } from '../table/panelist.ts';
import { getSession } from '../table/session.ts';
import type { Write } from '../table/transact.ts';
import { answeringWrites, onceEach, orInstead } from './confirming.ts';
import { whoHears } from './hearing.ts';
import { aboutPlace, givenUp, givenUpLetters, mayGiveUp } from './instead.ts';
import { writing } from './panelist.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import { consentWrites } from './seat.ts';

/** The place as it is once somebody has confirmed it in another way than by the link. */
export const confirmedBy = (panelist: Panelist, draft: ConfirmationDraft, deed: Deed): Panelist => ({
  ...passed('panelist', panelist, 'confirmed', passageOf(deed)),
  confirmation: confirmationOf(draft),
});

/** No answer is waited for any more. */
export const closedInvitation = ({ table }: House, deed: Deed, invitation: Invitation | undefined): readonly Write[] =>
  invitation?.state === 'open'
    ? [replace(table, invitationKind, close(invitation, passageOf(deed)), deed.request, invitation)]
    : [];

/** Who nominated them and who organizes hears of it. */
export const confirmedLetters = async ({ table }: House, session: Session, panelist: Panelist): Promise<Letter[]> =>
  (await whoHears(table, panelist)).map((hearer) => ({
    ...aboutPlace(session, panelist),
    ...hearer,
    kind: 'panelist-answered',
    answer: 'confirmed',
  }));

/**
 * Enters that somebody confirmed their place by other means than the link: who gave it and how stays with the place. What they give up for it is
 * withdrawn in the same transaction; an override lets them be in two places, and stays on record.
 * Errors: `not-found`, `invalid`, `wrong-state`, `person-taken`, `forbidden`.
 */
export const confirmPanelist = (
  house: House,
  deed: Deed,
  at: { summit: string; session: string; panelist: string },
  draft: ConfirmationDraft,
): Promise<Panelist> => {
  const { table } = house;
  const { summit, session: slug, panelist } = at;
  return perform(house, deed, {
    may: writing(house, summit, slug, panelist),
    read: () =>
      Promise.all([
        getPanelist(table, summit, slug, panelist),
        getSession(table, summit, slug),
        findInvitation(table, summit, slug, panelist),
      ]),
    decide: async ([before, session, invitation]) => {
      mustBeConfirmation(draft, before, deed.at);
      const confirmed = confirmedBy(before, draft, deed);
      const places = await givenUp(house, deed, { session, person: before.person, insteadOf: draft.insteadOf });
      mayGiveUp(deed, places);
      const given = consentIn(draft);
      const said = given && (await consentWrites(table, before, given, deed));
      const { writes, panelist: after } = await answeringWrites(house, deed, {
        session,
        before,
        after: { ...confirmed, named: said?.named ?? before.named },
        places,
        by: draft.by,
        override: draft.override,
        refusal: orInstead,
      });
      return {
        writes: onceEach([...writes, ...(said?.writes ?? []), ...closedInvitation(house, deed, invitation)]),
        answer: next(after),
        mails: [...(await confirmedLetters(house, session, after)), ...(await givenUpLetters(house, places))],
        at: panelistKind.key(after),
      };
    },
    again: reading(house, panelistKind),
  });
};
