import { theClock } from '../domain/access.ts';
import { close, type Invitation, lapse, reminded, workFor } from '../domain/invitation.ts';
import { passed } from '../domain/lifecycle.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Session } from '../domain/session.ts';
import { toInstant } from '../domain/when.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { invitationKind } from '../table/invitation.ts';
import { findRecord, replace } from '../table/item.ts';
import { type Done, seeTo } from './due.ts';
import { whoHears } from './hearing.ts';
import { letterAbout, placeAt } from './invitation.ts';
import { changedTo } from './panelist.ts';
import { type Deed, type House, passageOf, perform, type Plan } from './perform.ts';

type Found = { panelist: Panelist; session: Session; invitation: Invitation | undefined };
type Work = ReturnType<typeof workFor>;

const remind = (house: House, deed: Deed, { session }: Found, before: Invitation): Plan<Work> => {
  const which = before.reminders.length === 0 ? 'first' : 'second';
  const invitation = reminded(before, toInstant(deed.at));
  return {
    writes: [replace(house.table, invitationKind, invitation, deed.request, before)],
    answer: 'remind',
    mails: [{ ...letterAbout(session, before), kind: 'panelist-reminder', which }],
  };
};

const silence = async (house: House, deed: Deed, found: Found, before: Invitation): Promise<Plan<Work>> => {
  const { panelist, session } = found;
  const passage = passageOf(deed);
  const hearers = await whoHears(house.table, panelist);
  const about = {
    rehearsal: session.rehearsal,
    summit: session.summit,
    session: session.slug,
    panelist: panelist.slug,
  };
  const unanswered = passed('panelist', panelist, 'no-answer', passage);
  return {
    writes: [
      ...(await changedTo(house, deed, session, panelist, unanswered)).writes,
      replace(house.table, invitationKind, lapse(before, passage), deed.request, before),
    ],
    answer: 'lapse',
    mails: hearers.map((hearer) => ({ ...about, ...hearer, kind: 'panelist-silent' })),
  };
};

// Decided from what lies in the table now: whoever was here before has left nothing to do.
const decide = (house: House, deed: Deed, found: Found): Plan<Work> | Promise<Plan<Work>> => {
  const { invitation } = found;
  const work = invitation && workFor(invitation, found.panelist, found.session, deed.at);
  if (!invitation || !work) return { writes: [], answer: undefined };
  if (work === 'remind') return remind(house, deed, found, invitation);
  if (work === 'lapse') return silence(house, deed, found, invitation);
  const closed = close(invitation, passageOf(deed));
  return { writes: [replace(house.table, invitationKind, closed, deed.request, invitation)], answer: work };
};

const see = async (house: House, { key }: Due, now: Date): Promise<Work> => {
  const invitation = await findRecord(house.table, invitationKind, key);
  if (!invitation) return undefined;
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  return perform(house, deed, {
    may: { deed: 'invitation:lapse', of: invitation },
    read: () => placeAt(house, invitation),
    decide: (found) => decide(house, deed, found),
  });
};

/**
 * The clock's round of invitations: reminds, and decides that somebody did not answer. Running late, twice or beside another changes nothing more.
 * Errors: what could not be done, together, after everything else was.
 */
export const lapseInvitations = async (house: House, now: Date): Promise<Done<NonNullable<Work>>> =>
  seeTo(await whatIsDue(house.table, now, { type: invitationKind.type }), (due) => see(house, due, now));
