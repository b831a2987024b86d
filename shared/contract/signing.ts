import * as z from 'zod';
import { mayList } from '../domain/access.ts';
import { DisputeDraft, DisputeQuestion } from '../domain/dispute.ts';
import { language } from '../domain/language.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import { slug } from '../domain/record.ts';
import { Preparation, shownHash, Signing, SigningAnswer, SigningDraft } from '../domain/signing.ts';
import { SigningQuestion } from '../domain/signing-question.ts';
import { limits, line } from '../domain/text.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { disputeSignature, openDispute } from '../operations/dispute.ts';
import { openSigning, prepareByLink, sendCode, signByLink } from '../operations/signing-answer.ts';
import { sendSigning, sendSigningAgain, type SigningAt, withdrawSigning } from '../operations/signing.ts';
import { collections } from '../table/key.ts';
import { getSigning, signingKind } from '../table/signing.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind } from './guard.ts';
import { answerOf, createdAt, recordSeen } from './noun.ts';

const list = '/summits/{summit}/declarations/{declaration}/signings';
const one = `${list}/{signing}`;
const answers = { name: 'Signing', schema: Signing };
const question = { name: 'SigningQuestion', schema: SigningQuestion };
const dispute = { name: 'DisputeQuestion', schema: DisputeQuestion };

const textAt = ({ at }: Pick<Exchange, 'at'>): Omit<SigningAt, 'signing'> => ({
  summit: at('summit'),
  declaration: at('declaration'),
});
const signingAt = (exchange: Pick<Exchange, 'at'>): SigningAt => ({
  ...textAt(exchange),
  signing: exchange.at('signing'),
});

const CodeAsked = once(() => z.strictObject({ hash: shownHash() }));

const mayListHere = async (exchange: Exchange): Promise<void> => {
  await knowsDeclaration(exchange);
  mayList(exchange.caller, 'signing:send', textAt(exchange));
};

const preparation = {
  signedBy: 'Ilka Verrane',
  title: 'Mayor of Arvenne',
  mandate: { by: 'office', decidedBy: 'City council', decidedOn: '2027-01-12' },
  reservation: { text: 'As far as the budget of 2028 allows.', paragraphs: ['p3'] },
};
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const inside: Route[] = [
  route({
    method: 'GET',
    path: list,
    may: 'signing:send',
    summary: 'Lists the signatures that are asked for by link',
    answers: { ...answers, list: true },
    query: () => listQuery({ state: z.enum(statesOf('signing')).optional(), organization: slug().optional() }),
    handle: (exchange) => {
      const { state, organization } = exchange.query;
      const keep = recordSeen(
        exchange,
        signingKind,
        (signing) =>
          (state ?? signing.state) === signing.state && (organization ?? signing.organization) === signing.organization,
      );
      const { summit, declaration } = textAt(exchange);
      return behind(mayListHere(exchange), listed(exchange, collections.signingsOf(summit, declaration), keep));
    },
  }),
  route({
    method: 'POST',
    path: list,
    may: 'signing:send',
    named: { id: 'sendSigning', noun: 'signing' },
    summary: 'Asks an organization to sign by link: the link is mailed to its office',
    answers,
    body: SigningDraft,
    example: () => ({
      organization: 'arvenne',
      capacity: 'signatory',
      office: { address: 'mayors-office@example.org' },
      signatory: { address: 'ilka.verrane@example.org' },
      language: 'fr',
    }),
    handle: async (exchange) => {
      const signing = await sendSigning(exchange.house, exchange.deed, textAt(exchange), exchange.body);
      return createdAt(exchange, 'signing', signing, `${exchange.path}/${signing.slug}`);
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'signing:send',
    summary: 'Reads a signature that is asked for by link',
    answers,
    handle: async (exchange) => {
      const { summit, declaration, signing } = signingAt(exchange);
      return answerOf(exchange, 'signing', await getSigning(exchange.house.table, summit, declaration, signing));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/again`,
    may: 'signing:send',
    named: { id: 'sendSigningAgain', noun: 'signing' },
    succeeds: 200,
    summary: 'Mails the office a new link',
    answers,
    body: () => z.strictObject({}),
    example: () => ({}),
    handle: async (exchange) =>
      answerOf(exchange, 'signing', await sendSigningAgain(exchange.house, exchange.deed, signingAt(exchange))),
  }),
  route({
    method: 'POST',
    path: `${one}/revoke`,
    may: 'signing:send',
    named: { id: 'revokeSigning', noun: 'signing' },
    succeeds: 200,
    summary: 'Revokes it: its links open nothing any more, and no code signs',
    answers,
    body: () => z.strictObject({ reason: line(limits.line).optional() }),
    example: () => ({ reason: 'Sent to an old address.' }),
    handle: async (exchange) =>
      answerOf(
        exchange,
        'signing',
        await withdrawSigning(exchange.house, exchange.deed, signingAt(exchange), exchange.body),
      ),
  }),
];

const byLink: Route[] = [
  route({
    method: 'GET',
    path: '/signings/{token}',
    may: 'read',
    named: { id: 'openSigning', noun: 'signing' },
    summary: 'Reads what is to be signed by a link, exactly, and where things stand',
    answers: question,
    query: () =>
      z.strictObject({ lang: language().optional().meta({ description: 'The language of the translation.' }) }),
    handle: async ({ house, deed, at, query }) => ({
      body: await openSigning(house, at('token'), deed.at, query.lang),
    }),
  }),
  route({
    method: 'POST',
    path: '/signings/{token}/preparation',
    may: 'signing:answer',
    named: { id: 'prepareSigning', noun: 'signing' },
    succeeds: 200,
    summary: 'Prepares a signature: the office says who signs, and why they may',
    answers: question,
    body: Preparation,
    example: () => preparation,
    handle: async ({ house, deed, at, body }) => ({ body: await prepareByLink(house, deed, at('token'), body) }),
  }),
  route({
    method: 'POST',
    path: '/signings/{token}/code',
    may: 'signing:answer',
    named: { id: 'sendSigningCode', noun: 'signing' },
    succeeds: 200,
    summary: 'Mails the signatory a code, to the address on file',
    answers: question,
    body: CodeAsked,
    example: () => ({ hash }),
    handle: async ({ house, deed, at, body }) => ({ body: await sendCode(house, deed, at('token'), body) }),
  }),
  route({
    method: 'POST',
    path: '/signings/{token}/signature',
    may: 'signing:answer',
    named: { id: 'signByLink', noun: 'signing' },
    succeeds: 200,
    summary: 'Signs, with the code that was mailed to the signatory',
    answers: question,
    body: SigningAnswer,
    example: () => ({ code: '274918', hash }),
    handle: async ({ house, deed, at, body }) => ({ body: await signByLink(house, deed, at('token'), body) }),
  }),
  route({
    method: 'GET',
    path: '/disputes/{token}',
    may: 'read',
    named: { id: 'openDispute', noun: 'signature' },
    summary: 'Reads which signature a link is about, and where it stands',
    answers: dispute,
    handle: async ({ house, deed, at }) => ({ body: await openDispute(house, at('token'), deed.at) }),
  }),
  route({
    method: 'POST',
    path: '/disputes/{token}',
    may: 'signing:dispute',
    named: { id: 'disputeSignature', noun: 'signature' },
    succeeds: 200,
    summary: 'Says that a signature was not theirs: it is suspended until an organizer decides',
    answers: dispute,
    body: DisputeDraft,
    example: () => ({ name: 'Jonas Weidt', words: 'The mayor was travelling that day and has signed nothing.' }),
    handle: async ({ house, deed, at, body }) => ({ body: await disputeSignature(house, deed, at('token'), body) }),
  }),
];

export const signingRoutes: Route[] = [...inside, ...byLink];
