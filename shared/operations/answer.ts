import type { Caller } from '../domain/access.ts';
import { decideAnswer, isRepeated } from '../domain/answer.ts';
import { unplaceable } from '../domain/conflict.ts';
import type { AnswerDraft } from '../domain/invitation.ts';
import type { Letter } from '../domain/letter.ts';
import { mayOpen, type Opening } from '../domain/opening.ts';
import { type Behind, type Question, questionOf } from '../domain/question.ts';
import { toInstant } from '../domain/when.ts';
import { invitationKind } from '../table/invitation.ts';
import { replace, unchanged } from '../table/item.ts';
import { getPerson, personKind } from '../table/person.ts';
import { findRoom } from '../table/room.ts';
import { getSummit } from '../table/summit.ts';
import { getOpening } from '../table/token.ts';
import { answeringWrites, onceEach } from './confirming.ts';
import { aboutPlace, givenUp, givenUpLetters, whichOf } from './instead.ts';
import { consentWrites } from './seat.ts';
import { whoHears } from './hearing.ts';
import { placeAt } from './invitation.ts';
import { type Deed, type House, next, passageOf, perform, type Plan } from './perform.ts';

// What a link leads to: its place, and what is shown beside it.
const behind = async (house: House, opening: Opening): Promise<Behind> => {
  const { table } = house;
  const [{ panelist, session, invitation }, summit] = await Promise.all([
    placeAt(house, opening),
    getSummit(table, opening.summit),
  ]);
  const [person, room] = await Promise.all([
    getPerson(table, panelist.person),
    session.room ? findRoom(table, opening.summit, session.room) : undefined,
  ]);
  return { invitation: mayOpen(opening, invitation), panelist, session, summit, person, room };
};

/**
 * What is asked of whoever holds a link, and where things stand. Reads, and changes nothing: mail scanners open links, too.
 * Errors: `not-found` for a link that was altered or revoked, `link-expired`.
 */
export const openInvitation = async (house: House, token: string, now: Date): Promise<Question> => {
  const opening = await getOpening(house.table, token, now);
  return questionOf(await behind(house, opening), opening);
};

/** Who holds a link: nobody by name, and for one place only. */
const bearerOf = ({ person, summit, session, panelist }: Opening): Caller => ({
  kind: 'account',
  name: `link:${person}`,
  roles: [{ role: 'invitee', summit, session, panelist }],
});

// Who nominated and who organizes hears of it in the same transaction.
const lettersOf = async ({ table }: House, { panelist, session }: Behind, draft: AnswerDraft): Promise<Letter[]> => {
  const about = aboutPlace(session, panelist);
  const hearers = await whoHears(table, panelist);
  return hearers.map((hearer) =>
    draft.substitute
      ? { ...about, ...hearer, kind: 'substitute-proposed' }
      : {
          ...about,
          ...hearer,
          kind: 'panelist-answered',
          answer: draft.answer === 'confirm' ? 'confirmed' : 'declined',
        },
  );
};

// Who confirms says whether the name may be public; who leaves it open does not consent.
const consentOf = ({ at }: Deed, { by, consent }: AnswerDraft) => ({
  state: consent ? ('given' as const) : ('refused' as const),
  by: by.as,
  ...(by.as === 'office' ? { office: by.name } : {}),
  on: toInstant(at).slice(0, 10),
  how: 'by link',
});

const answering = async (
  house: House,
  deed: Deed,
  found: Behind,
  opening: Opening,
  draft: AnswerDraft,
): Promise<Plan<Question>> => {
  const { table } = house;
  if (isRepeated(found, draft))
    return { writes: [unchanged(table, invitationKind, found.invitation)], answer: questionOf(found, opening) };
  const { session } = found;
  const { invitation, panelist, person } = decideAnswer(found, draft, passageOf(deed, draft.reason));
  const places = await givenUp(house, deed, { session, person: panelist.person, ...draft });
  const said =
    draft.answer === 'confirm' ? await consentWrites(table, panelist, consentOf(deed, draft), deed) : undefined;
  const seat = { ...panelist, named: said?.named ?? panelist.named };
  const { writes } = await answeringWrites(house, deed, {
    session,
    before: found.panelist,
    after: seat,
    places,
    by: draft.by,
    refusal: async (conflicts, clashes) =>
      clashes.length > 0 ? whichOf(house, session, seat.person, clashes) : unplaceable(conflicts),
  });
  return {
    writes: onceEach([
      ...writes,
      ...(said?.writes ?? []),
      replace(table, invitationKind, invitation, deed.request, found.invitation),
      ...(person === found.person ? [] : [replace(table, personKind, person, deed.request, found.person)]),
    ]),
    answer: questionOf({ ...found, invitation, panelist: next(seat), person }, opening),
    mails: [...(await lettersOf(house, found, draft)), ...(await givenUpLetters(house, places))],
    concerns: [panelist.person],
    at: invitationKind.key(invitation),
  };
};

/**
 * Answers an invitation by its link: the place, the consent, the corrections and the mails in one transaction. The same answer given again changes
 * nothing and is answered the same; one that came too late is told where things stand. Who confirms while they are elsewhere is asked which it is.
 * Errors: `person-taken`, `not-found`, `link-expired`, `invalid`, `already-answered`, `wrong-state`.
 */
export const answerInvitation = async (
  house: House,
  deed: Deed,
  token: string,
  draft: AnswerDraft,
): Promise<Question> => {
  const opening = await getOpening(house.table, token, deed.at);
  const { summit, session, panelist } = opening;
  const theirs: Deed = { ...deed, caller: bearerOf(opening), ready: undefined };
  return perform(house, theirs, {
    may: { deed: 'invitation:answer', of: { summit, session, panelist } },
    read: () => behind(house, opening),
    decide: (found) => answering(house, theirs, found, opening, draft),
    again: () => openInvitation(house, token, deed.at),
  });
};
