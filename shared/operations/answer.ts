import type { Caller } from '../domain/access.ts';
import { decideAnswer, isRepeated } from '../domain/answer.ts';
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
import type { Key } from '../table/key.ts';
import type { Write } from '../table/transact.ts';
import { getOpening } from '../table/token.ts';
import { consentWrites } from './seat.ts';
import { whoHears } from './hearing.ts';
import { placeAt } from './invitation.ts';
import { changedTo } from './panelist.ts';
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
  const about = {
    rehearsal: session.rehearsal,
    summit: session.summit,
    session: session.slug,
    panelist: panelist.slug,
  };
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

const keyOf = ({ Key, Item }: { Key?: object | undefined; Item?: object | undefined }): string => {
  const { pk, sk } = (Key ?? Item) as Key;
  return `${pk} ${sk}`;
};

// What is written over the version that was read need not be held to that version besides, and may not: a transaction names each item once.
const onceEach = (writes: readonly Write[]): Write[] => {
  const changed = new Set(
    writes.flatMap(({ action: { Put, Update, Delete } }) =>
      [Put, Update, Delete].flatMap((one) => (one ? keyOf(one) : [])),
    ),
  );
  return writes.filter(({ action: { ConditionCheck } }) => !ConditionCheck || !changed.has(keyOf(ConditionCheck)));
};

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
  const { invitation, panelist, person } = decideAnswer(found, draft, passageOf(deed, draft.reason));
  const said =
    draft.answer === 'confirm' ? await consentWrites(table, panelist, consentOf(deed, draft), deed) : undefined;
  const seat = { ...panelist, named: said?.named ?? panelist.named };
  const { writes } = await changedTo(house, deed, found.session, found.panelist, seat);
  return {
    writes: onceEach([
      ...writes,
      ...(said?.writes ?? []),
      replace(table, invitationKind, invitation, deed.request, found.invitation),
      ...(person === found.person ? [] : [replace(table, personKind, person, deed.request, found.person)]),
    ]),
    answer: questionOf({ ...found, invitation, panelist: next(seat), person }, opening),
    mails: await lettersOf(house, found, draft),
    concerns: [panelist.person],
    at: invitationKind.key(invitation),
  };
};

/**
 * Answers an invitation by its link: the place, the consent, the corrections and the mails in one transaction. The same answer given again changes
 * nothing and is answered the same; one that came too late is told where things stand.
 * Errors: `not-found`, `link-expired`, `invalid`, `already-answered`, `wrong-state`.
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
