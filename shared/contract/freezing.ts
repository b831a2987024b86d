import * as z from 'zod';
import { once } from '../domain/once.ts';
import type { Declaration } from '../domain/declaration.ts';
import { limits, line } from '../domain/text.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { adoptDeclaration } from '../operations/adoption.ts';
import { closeDeclaration } from '../operations/closing.ts';
import { issueDeclaration, openForSignature } from '../operations/freezing.ts';
import type { Deed, House } from '../operations/perform.ts';
import { Head } from './declaration.ts';
import { answerOf } from './noun.ts';

const path = '/summits/{summit}/declarations/{declaration}';

const Why = once(() => z.strictObject({ reason: line(limits.line).optional() }));

type Freeze = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  why: { reason?: string | undefined },
) => Promise<Declaration>;

/** A deed that fixes the text for good, at its own address below the declaration. */
const freezing = (name: string, id: string, summary: string, freeze: Freeze): Route =>
  route({
    method: 'POST',
    path: `${path}/${name}`,
    may: 'declaration:freeze',
    named: { id, noun: 'declaration' },
    succeeds: 200,
    summary,
    answers: { name: 'Declaration', schema: Head },
    body: Why,
    example: () => ({ reason: 'Decided by the chairs in Arvenne.' }),
    handle: async (exchange: Exchange<unknown, { reason?: string | undefined }>) => {
      const { house, deed, at, body } = exchange;
      return answerOf(exchange, 'declaration', await freeze(house, deed, at('summit'), at('declaration'), body));
    },
  });

const Meeting = once(() =>
  z.strictObject({
    how: z.enum(['acclamation', 'organ']).meta({ description: 'By acclamation, or by a decision of an organ.' }),
    reason: line(limits.line).meta({ description: 'Where and when it was, and what the record of it is.' }),
  }),
);

export const freezingRoutes: Route[] = [
  route({
    method: 'POST',
    path: `${path}/adoption`,
    may: 'declaration:freeze',
    named: { id: 'adoptDeclaration', noun: 'declaration' },
    succeeds: 200,
    summary: 'Adopts what is circulated by acclamation or by an organ: its text is frozen',
    answers: { name: 'Declaration', schema: Head },
    body: Meeting,
    example: () => ({ how: 'acclamation', reason: 'In the closing plenary at Arvenne; minutes, item 7.' }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return answerOf(
        exchange,
        'declaration',
        await adoptDeclaration(house, deed, at('summit'), at('declaration'), body),
      );
    },
  }),
  freezing('opening', 'openForSignature', 'Opens a declaration for signature: its text is frozen', openForSignature),
  freezing('issue', 'issueDeclaration', 'Issues a declaration by its chairs: its text is frozen', issueDeclaration),
  freezing(
    'closing',
    'closeDeclaration',
    'Closes a declaration for signature: nobody signs it any more',
    closeDeclaration,
  ),
];
