import { consentIn, mustBeConfirmation, type ReplacementDraft } from '../domain/confirming.ts';
import { seatOf, stated } from '../domain/consent.ts';
import { invalid } from '../domain/error.ts';
import { passed } from '../domain/lifecycle.ts';
import { type Panelist, seatPanelist } from '../domain/panelist.ts';
import { placeable } from '../domain/person.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { absent } from '../table/absent.ts';
import { findInvitation } from '../table/invitation.ts';
import { panelistKind } from '../table/panelist.ts';
import { getWholeSession } from '../table/session.ts';
import { allTracks } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import { closedInvitation, confirmedBy, confirmedLetters } from './confirmation.ts';
import { onceEach, orInstead } from './confirming.ts';
import { released } from './credit.ts';
import { givenBack, givenUp, givenUpLetters, givenUpWrites, mayGiveUp } from './instead.ts';
import { pointedAt, printedAs, together } from './naming.ts';
import { panelWrites } from './panel.ts';
import { isLeaving, organizationsIn, organizationsOf, personOf, writing } from './panelist.ts';
import { type Deed, type House, passageOf, perform, reading } from './perform.ts';
import { savedConsent, seatWrites } from './seat.ts';

const noneGivenUp = { insteadOf: [], pointer: '/confirmed/insteadOf' };

const faultless = (draft: ReplacementDraft, before: Panelist, now: Date): void => {
  if (draft.person === before.person)
    throw invalid([{ pointer: '/person', detail: 'Name somebody else: this person has the place already.' }]);
  if (!draft.confirmed) return;
  mustBeConfirmation(draft.confirmed, draft, now, '/confirmed');
  if (draft.consent && draft.confirmed.consent !== undefined)
    throw invalid([{ pointer: '/confirmed/consent', detail: 'Leave it out: the consent is said by the draft.' }]);
};

// A refusal is kept as well as a consent, so that nobody has to ask again.
const refusalWrites = (house: House, deed: Deed, panelist: Panelist, draft: ReplacementDraft): Write[] => {
  const said = draft.confirmed && consentIn(draft.confirmed);
  if (said?.state !== 'refused') return [];
  const { state, ...given } = said;
  const about = { person: panelist.person, to: seatOf(panelist) };
  return [savedConsent(house.table, undefined, stated(undefined, about, state, given, passageOf(deed)), deed.request)];
};

/** The consent that the new place begins with. */
const consentOf = ({ consent, confirmed }: ReplacementDraft) => {
  if (consent) return consent;
  const said = confirmed && consentIn(confirmed);
  if (said?.state !== 'given') return undefined;
  const { state: _, ...given } = said;
  return given;
};

/**
 * Gives somebody's place to another in one deed: the one leaves it, and the other has it, in the same order and role unless it is said otherwise. The
 * panel is judged as it will be. Errors: `not-found`, `invalid`, `wrong-state`, `panel-full`, `chair-taken`, `person-seated`, `person-taken`.
 */
export const replacePanelist = (
  house: House,
  deed: Deed,
  at: { summit: string; session: string; panelist: string },
  draft: ReplacementDraft,
): Promise<Panelist> => {
  const { table } = house;
  const { summit, session: slug } = at;
  const id = house.newId();
  return perform(house, deed, {
    may: writing(house, summit, slug, at.panelist),
    read: () =>
      together([
        getWholeSession(table, summit, slug),
        organizationsOf(house, draft),
        personOf(house, draft),
        allTracks(table, summit),
        findInvitation(table, summit, slug, at.panelist),
      ]),
    decide: async ([whole, organizations, found, tracks, invitation]) => {
      const { session } = whole;
      const before = whole.panel.find((one) => one.slug === at.panelist) ?? absent('panelist');
      const person = placeable(found);
      keptApart(session, [{ ...person, pointer: '/person' }, ...pointedAt(organizationsIn(draft), organizations)]);
      faultless(draft, before, deed.at);
      const left = passed('panelist', before, 'replaced', passageOf(deed, draft.reason));
      const { confirmed, reason: _, ...fields } = draft;
      const consent = consentOf(draft);
      const seat = seatPanelist({ summit, session: slug }, id, person, {
        ...fields,
        role: draft.role ?? before.role,
        order: draft.order ?? before.order,
        organizations: printedAs(draft.organizations, organizations),
        consent,
      });
      const after = confirmed ? confirmedBy(seat, confirmed, deed) : seat;
      const places = await givenUp(house, deed, {
        ...noneGivenUp,
        ...(confirmed ? { insteadOf: confirmed.insteadOf } : {}),
        session,
        person: person.id,
      });
      mayGiveUp(deed, places);
      const changes = [{ before, after: left }, { after }];
      const timing = { also: places.map(givenBack), override: confirmed?.override, refusal: orInstead };
      return {
        writes: onceEach([
          ...(await panelWrites(house, deed, [{ whole, tracks, changes }], timing)),
          ...(await released(house, deed, [{ before, after: left }, ...places].filter(isLeaving))),
          ...(confirmed ? await givenUpWrites(house, deed, places, confirmed.by) : []),
          ...seatWrites(table, { person }, after, consent, deed),
          ...refusalWrites(house, deed, after, draft),
          ...closedInvitation(house, deed, invitation),
        ]),
        answer: after,
        mails: [
          ...(confirmed ? await confirmedLetters(house, session, after) : []),
          ...(await givenUpLetters(house, places)),
        ],
        concerns: [before.person],
        at: panelistKind.key(after),
      };
    },
    again: reading(house, panelistKind),
  });
};
