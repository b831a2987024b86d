import * as z from 'zod';
import { Attributes, AttributesDraft } from '../domain/attributes.ts';
import { Erasure, ErasureDraft } from '../domain/erasure.ts';
import { Held } from '../domain/holding.ts';
import { once } from '../domain/once.ts';
import { toInstant } from '../domain/when.ts';
import { cursorOf, startOf } from '../http/cursor.ts';
import { listQuery } from '../http/paging.ts';
import { type Route, route } from '../http/route.ts';
import { changeAttributes, readAttributes } from '../operations/attributes.ts';
import { exportData } from '../operations/data.ts';
import { erasePerson } from '../operations/erasure.ts';
import { answerOf } from './noun.ts';

const Export = once(() =>
  z.object({
    person: z.string(),
    at: z.string(),
    parts: z.array(Held()),
    next: z.string().nullable().meta({ description: 'Where more of it begins; null at the end.' }),
  }),
);

const attributes = '/people/{person}/attributes';
const declared = { name: 'Attributes', schema: Attributes };

/** What is held on somebody: what they said of themselves, all of it, and its erasure. */
export const dataRoutes: Route[] = [
  route({
    method: 'GET',
    path: attributes,
    may: 'attributes:read',
    named: { id: 'readAttributes', noun: 'person' },
    summary: 'Reads what a person said of themselves',
    answers: declared,
    handle: async (exchange) =>
      answerOf(exchange, 'attributes', await readAttributes(exchange.house, exchange.at('person'))),
  }),
  route({
    method: 'PATCH',
    path: attributes,
    may: 'attributes:write',
    named: { id: 'changeAttributes', noun: 'person' },
    summary: 'Changes what a person said of themselves',
    answers: declared,
    body: AttributesDraft,
    example: () => ({ gender: 'woman', on: '2027-01-15' }),
    handle: async (exchange) => {
      const { house, deed, at, patched } = exchange;
      return answerOf(
        exchange,
        'attributes',
        await changeAttributes(house, deed, at('person'), patched(AttributesDraft())),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/people/{person}/data',
    may: 'data:export',
    named: { id: 'exportData', noun: 'person' },
    summary: 'Exports everything that is held on a person',
    answers: { name: 'Export', schema: Export },
    query: () => listQuery({}),
    handle: async ({ house, caller, at, query: { limit, cursor }, path, deed }) => {
      const person = at('person');
      const { parts, next } = await exportData(house, caller, person, { limit, after: startOf(path, cursor) });
      return { body: { person, at: toInstant(deed.at), parts, next: next ? cursorOf(path, next) : null } };
    },
  }),
  route({
    method: 'POST',
    path: '/people/{person}/erasure',
    may: 'data:erase',
    named: { id: 'erasePerson', noun: 'person' },
    succeeds: 202,
    summary: 'Erases what is held on a person, ends their roles, and erases every printed name where that is asked for',
    answers: { name: 'Erasure', schema: Erasure },
    body: ErasureDraft,
    example: () => ({ names: true, reason: 'Asked for by mail.' }),
    handle: async ({ house, deed, at, body }) => ({
      status: 202,
      body: await erasePerson(house, deed, at('person'), body),
    }),
  }),
];
