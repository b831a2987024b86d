import * as z from 'zod';
import { Dissociation } from '../domain/dissociation.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { Objection, ObjectionDraft, Withdrawal } from '../domain/objection.ts';
import { once } from '../domain/once.ts';
import { slug } from '../domain/record.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { sayAgainst } from '../operations/objection.ts';
import { withdrawDissociationOf, withdrawObjection } from '../operations/objection-withdrawal.ts';
import { dissociationKind, getDissociation } from '../table/dissociation.ts';
import { collections } from '../table/key.ts';
import { getObjection, objectionKind } from '../table/objection.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind } from './guard.ts';
import { answerOf, recordSeen, seen } from './noun.ts';

const head = '/summits/{summit}/declarations/{declaration}';

const ofAt = ({ at }: Pick<Exchange, 'at'>) => ({ summit: at('summit'), declaration: at('declaration') });
const partsAt = ({ at }: Pick<Exchange, 'at'>) => [at('summit'), at('declaration')] as const;

/** What was said against a text, and what it is: in time it stops it. */
const Statement = once(() =>
  z.object({
    kind: z.enum(['objection', 'dissociation']),
    ...Objection().shape,
    state: z.enum([...statesOf('objection'), ...statesOf('dissociation')]),
  }),
);

const filters = () => ({ organization: slug().optional(), circulation: slug().optional() });

const isWanted =
  (query: { organization?: string | undefined; circulation?: string | undefined }) =>
  ({ organization, circulation }: { organization: string; circulation: string }): boolean =>
    (query.organization ?? organization) === organization && (query.circulation ?? circulation) === circulation;

const withdrawal = () => ({ reason: 'The new words of paragraph 3 meet it.' });

const objectionRoutesProper: Route[] = [
  route({
    method: 'GET',
    path: `${head}/objections`,
    may: 'read',
    summary: 'Lists the objections to a declaration',
    answers: { name: 'Objection', schema: Objection, list: true },
    query: () => listQuery({ ...filters(), state: z.enum(statesOf('objection')).optional() }),
    handle: (exchange) => {
      const { state } = exchange.query;
      const wanted = isWanted(exchange.query);
      const keep = recordSeen(exchange, objectionKind, (one) => wanted(one) && (state ?? one.state) === one.state);
      return behind(knowsDeclaration(exchange), listed(exchange, collections.objectionsTo(...partsAt(exchange)), keep));
    },
  }),
  route({
    method: 'POST',
    path: `${head}/objections`,
    may: 'objection:write',
    summary: 'Objects to the text that was circulated last; after the deadline it is a dissociation',
    answers: { name: 'Statement', schema: Statement },
    body: ObjectionDraft,
    example: () => ({ organization: 'port-selva', reason: 'Paragraph 3 binds the ports alone.' }),
    handle: async (exchange) => {
      const { house, deed, body } = exchange;
      const { summit, declaration } = ofAt(exchange);
      const statement = await sayAgainst(house, deed, { summit, declaration }, body);
      return {
        status: 201,
        body: seen(exchange, statement.kind, statement),
        version: statement.version,
        location: `/api/v1/summits/${summit}/declarations/${declaration}/${statement.kind}s/${statement.slug}`,
      };
    },
  }),
  route({
    method: 'GET',
    path: `${head}/objections/{objection}`,
    may: 'read',
    summary: 'Reads an objection',
    answers: { name: 'Objection', schema: Objection },
    handle: async (exchange) => {
      const found = getObjection(exchange.house.table, ...partsAt(exchange), exchange.at('objection'));
      return answerOf(exchange, 'objection', await behind(knowsDeclaration(exchange), found));
    },
  }),
  route({
    method: 'POST',
    path: `${head}/objections/{objection}/withdrawal`,
    may: 'objection:write',
    succeeds: 200,
    summary: 'Withdraws an objection before the deadline: the silence goes on',
    answers: { name: 'Objection', schema: Objection },
    body: Withdrawal,
    example: withdrawal,
    handle: async (exchange) => {
      const { house, deed, body, at } = exchange;
      const objection = await withdrawObjection(house, deed, ofAt(exchange), at('objection'), body);
      return answerOf(exchange, 'objection', objection);
    },
  }),
];

const dissociationRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${head}/dissociations`,
    may: 'read',
    summary: 'Lists who dissociated themselves from a declaration',
    answers: { name: 'Dissociation', schema: Dissociation, list: true },
    query: () => listQuery({ ...filters(), state: z.enum(statesOf('dissociation')).optional() }),
    handle: (exchange) => {
      const { state } = exchange.query;
      const wanted = isWanted(exchange.query);
      const keep = recordSeen(exchange, dissociationKind, (one) => wanted(one) && (state ?? one.state) === one.state);
      return behind(
        knowsDeclaration(exchange),
        listed(exchange, collections.dissociationsFrom(...partsAt(exchange)), keep),
      );
    },
  }),
  route({
    method: 'GET',
    path: `${head}/dissociations/{dissociation}`,
    may: 'read',
    summary: 'Reads a dissociation',
    answers: { name: 'Dissociation', schema: Dissociation },
    handle: async (exchange) => {
      const found = getDissociation(exchange.house.table, ...partsAt(exchange), exchange.at('dissociation'));
      return answerOf(exchange, 'dissociation', await behind(knowsDeclaration(exchange), found));
    },
  }),
  route({
    method: 'POST',
    path: `${head}/dissociations/{dissociation}/withdrawal`,
    may: 'objection:write',
    succeeds: 200,
    summary: 'Withdraws a dissociation',
    answers: { name: 'Dissociation', schema: Dissociation },
    body: Withdrawal,
    example: withdrawal,
    handle: async (exchange) => {
      const { house, deed, body, at } = exchange;
      const found = await withdrawDissociationOf(house, deed, ofAt(exchange), at('dissociation'), body);
      return answerOf(exchange, 'dissociation', found);
    },
  }),
];

export const objectionRoutes: Route[] = [...objectionRoutesProper, ...dissociationRoutes];
