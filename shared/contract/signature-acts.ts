import * as z from 'zod';
import { once } from '../domain/once.ts';
import { Received } from '../domain/received.ts';
import { SignatureReceipt } from '../domain/signature-receipt.ts';
import { Signature } from '../domain/signature.ts';
import { limits, line } from '../domain/text.ts';
import { partialDate } from '../domain/when.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { decideSignature, type SignatureAt, withdrawSignature } from '../operations/signature-later.ts';
import { receiptOf } from '../operations/signature-receipt.ts';
import { getDeclaration, getSignature } from '../table/declaration.ts';
import { behind } from './guard.ts';
import { answerOf, seen } from './noun.ts';

const one = '/summits/{summit}/declarations/{declaration}/signatures/{signature}';
const answers = { name: 'Signature', schema: Signature };

const Withdrawal = once(() =>
  z.strictObject({
    reason: line(limits.line),
    on: partialDate().optional().meta({ description: 'The date on what arrived; the day it arrived when left out.' }),
    received: Received().optional().meta({ description: 'How it arrived, where an organizer enters it for them.' }),
  }),
);

const Decision = once(() =>
  z.strictObject({
    to: z.enum(['valid', 'void']).meta({ description: 'Whether it was theirs, or never was.' }),
    reason: line(limits.line),
  }),
);

const where = ({ at }: Pick<Exchange, 'at'>): SignatureAt => ({
  summit: at('summit'),
  declaration: at('declaration'),
  signature: at('signature'),
});

export const signatureActRoutes: Route[] = [
  route({
    method: 'POST',
    path: `${one}/withdrawal`,
    may: 'signature:write',
    named: { id: 'withdrawSignature', noun: 'signature' },
    succeeds: 200,
    summary: 'Withdraws a signature: the act stays on record, and so does its withdrawal',
    answers,
    body: Withdrawal,
    example: () => ({ reason: 'The council decided otherwise.' }),
    handle: async (exchange) =>
      answerOf(
        exchange,
        'signature',
        await withdrawSignature(exchange.house, exchange.deed, where(exchange), exchange.body),
      ),
  }),
  route({
    method: 'POST',
    path: `${one}/decision`,
    may: 'signature:decide',
    named: { id: 'decideSignature', noun: 'signature' },
    succeeds: 200,
    summary: 'Decides on a suspended signature: it was theirs, or it is void',
    answers,
    body: Decision,
    example: () => ({ to: 'valid', reason: 'The office of the mayor has confirmed it in writing.' }),
    handle: async (exchange) =>
      answerOf(
        exchange,
        'signature',
        await decideSignature(exchange.house, exchange.deed, where(exchange), exchange.body),
      ),
  }),
  route({
    method: 'GET',
    path: `${one}/receipt`,
    may: 'read',
    named: { id: 'readSignatureReceipt', noun: 'signature' },
    summary: 'Reads the receipt of a signature: what was signed, how, and its place in the chain',
    answers: { name: 'SignatureReceipt', schema: SignatureReceipt },
    handle: async (exchange) => {
      const { table } = exchange.house;
      const { summit, declaration, signature } = where(exchange);
      const head = getDeclaration(table, summit, declaration);
      const guard = head.then((found) => seen(exchange, 'declaration', found));
      const given = await behind(guard, getSignature(table, summit, declaration, signature));
      return { body: await receiptOf(table, await head, given) };
    },
  }),
];
