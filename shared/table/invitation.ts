import { Invitation } from '../domain/invitation.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { findRecord, type Kind } from './item.ts';
import { invitationKey, lists, placeIn } from './key.ts';

/** What was asked of a panelist. While an answer is awaited it stands among what is due; then with what else holds the person's data. */
export const invitationKind: Kind<Invitation> = {
  type: 'invitation',
  schema: 1,
  record: Invitation,
  key: ({ summit, session, panelist }) => invitationKey(summit, session, panelist),
  place: ({ slug, summit, session, panelist, person, due }) =>
    due === undefined
      ? placeIn(lists.dataOf(person), `INVITATION#${summit}#${session}#${panelist}`)
      : duePlace(due, slug),
  card: ({ summit, session, panelist, state }) => ({ summit, session, panelist, state }),
};

export const findInvitation = (
  table: Table,
  summit: string,
  session: string,
  panelist: string,
): Promise<Invitation | undefined> => findRecord(table, invitationKind, invitationKey(summit, session, panelist));

/** Errors: `not-found`. */
export const getInvitation = async (
  table: Table,
  summit: string,
  session: string,
  panelist: string,
): Promise<Invitation> => (await findInvitation(table, summit, session, panelist)) ?? absent('invitation');
