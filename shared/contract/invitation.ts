import * as z from 'zod';
import type { Seat } from '../domain/consent.ts';
import { AnswerDraft, Invitation, InvitationDraft } from '../domain/invitation.ts';
import { once } from '../domain/once.ts';
import { Question } from '../domain/question.ts';
import { address } from '../domain/address.ts';
import { limits, line } from '../domain/text.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { answerInvitation, openInvitation } from '../operations/answer.ts';
import { askAgain } from '../operations/asking.ts';
import { revokeInvitation, sendAgain, sendInvitation } from '../operations/invitation.ts';
import { getInvitation } from '../table/invitation.ts';
import { answerOf, createdAt } from './noun.ts';

const path = '/summits/{summit}/sessions/{session}/panelists/{panelist}/invitation';
const answers = { name: 'Invitation', schema: Invitation };
const question = { name: 'Question', schema: Question };

const placeOf = ({ at }: Pick<Exchange, 'at'>): Seat => ({
  summit: at('summit'),
  session: at('session'),
  panelist: at('panelist'),
});

const find = ({ house, at }: Pick<Exchange, 'house' | 'at'>): Promise<Invitation> =>
  getInvitation(house.table, at('summit'), at('session'), at('panelist'));

const AskedAgain = once(() =>
  z.object({ minutes: z.int().meta({ description: 'Within how many a mail is on its way.' }) }),
);

// The same for everybody, so that nobody learns whose address is on file.
const askedAgain = { minutes: 2 };

export const invitationRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'invitation:read',
    named: { id: 'readInvitation', noun: 'invitation' },
    summary: 'Reads the invitation of a panelist',
    answers,
    // Who may not read it is told the same as where there is none, whatever else they may know of.
    handle: async (exchange) => answerOf(exchange, 'invitation', await find(exchange)),
  }),
  route({
    method: 'POST',
    path,
    may: 'invitation:send',
    named: { id: 'sendInvitation', noun: 'invitation' },
    summary: 'Invites a panelist: a link is mailed to the address on file',
    answers,
    body: InvitationDraft,
    example: () => ({ replyBy: '2027-02-20T18:00:00Z' }),
    handle: async (exchange) => {
      const { house, deed } = exchange;
      const invitation = await sendInvitation(house, deed, placeOf(exchange), exchange.body);
      return createdAt(exchange, 'invitation', invitation, exchange.path);
    },
  }),
  route({
    method: 'POST',
    path: `${path}/again`,
    may: 'invitation:send',
    named: { id: 'sendInvitationAgain', noun: 'invitation' },
    succeeds: 200,
    summary: 'Mails a panelist a new link',
    answers,
    body: InvitationDraft,
    example: () => ({}),
    handle: async (exchange) => {
      const { house, deed } = exchange;
      return answerOf(exchange, 'invitation', await sendAgain(house, deed, placeOf(exchange), exchange.body));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/revoke`,
    may: 'invitation:send',
    named: { id: 'revokeInvitation', noun: 'invitation' },
    succeeds: 200,
    summary: 'Revokes an invitation: its links open nothing any more',
    answers,
    body: () => z.strictObject({ reason: line(limits.line).optional() }),
    example: () => ({ reason: 'Sent to an old address.' }),
    handle: async (exchange) => {
      const { house, deed } = exchange;
      return answerOf(exchange, 'invitation', await revokeInvitation(house, deed, placeOf(exchange), exchange.body));
    },
  }),
  route({
    method: 'POST',
    path: '/invitations/again',
    may: 'invitation:again',
    named: { id: 'askForLink', noun: 'invitation' },
    succeeds: 202,
    summary: 'Asks for new links to the invitations of an address',
    answers: { name: 'AskedAgain', schema: AskedAgain },
    body: () => z.strictObject({ address: address() }),
    example: () => ({ address: 'lina.okafor-brandt@example.org' }),
    handle: async ({ house, deed, body }) => {
      await askAgain(house, deed, body.address);
      return { status: 202, body: askedAgain };
    },
  }),
  route({
    method: 'GET',
    path: '/invitations/{token}',
    may: 'read',
    named: { id: 'openInvitation', noun: 'invitation' },
    summary: 'Reads what is asked by a link, and what was answered',
    answers: question,
    handle: async ({ house, deed, at }) => ({ body: await openInvitation(house, at('token'), deed.at) }),
  }),
  route({
    method: 'POST',
    path: '/invitations/{token}/answer',
    may: 'invitation:answer',
    named: { id: 'answerInvitation', noun: 'invitation' },
    succeeds: 200,
    summary: 'Answers an invitation by its link',
    answers: question,
    body: AnswerDraft,
    example: () => ({
      answer: 'confirm',
      by: { name: 'Jonas Weidt', as: 'office' },
      consent: true,
      corrections: { printedTitle: 'Deputy mayor for housing' },
    }),
    handle: async ({ house, deed, at, body }) => ({ body: await answerInvitation(house, deed, at('token'), body) }),
  }),
];
