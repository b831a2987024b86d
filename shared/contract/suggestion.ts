import * as z from 'zod';
import { mayList } from '../domain/access.ts';
import { likenesses } from '../domain/identity.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import { MergeDraft, Suggestion } from '../domain/suggestion.ts';
import { limits, line } from '../domain/text.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { mergePeople } from '../operations/merge.ts';
import { dismissSuggestion } from '../operations/suggestion.ts';
import { collections } from '../table/key.ts';
import { findPeople } from '../table/person.ts';
import { getSuggestion, suggestionKind } from '../table/suggestion.ts';
import { behind, knowsSummit } from './guard.ts';
import { answerOf, recordSeen, seen } from './noun.ts';

/** A suggestion with what the two are called, and whom either turned out to be. */
const ShownSuggestion = once(() =>
  z.object({
    ...Suggestion().shape,
    names: z.array(z.object({ id: z.string(), name: z.string(), mergedInto: z.string().optional() })).optional(),
  }),
);

const list = '/summits/{summit}/suggestions';
const one = `${list}/{suggestion}`;
const answers = { name: 'Suggestion', schema: ShownSuggestion };

const withNames = async ({ house }: Pick<Exchange, 'house'>, suggestions: readonly Suggestion[]): Promise<object[]> => {
  const found = await findPeople(
    house.table,
    suggestions.flatMap(({ people }) => people),
  );
  return suggestions.map((suggestion) => ({
    ...suggestion,
    names: found
      .filter(({ id }) => suggestion.people.includes(id))
      .map(({ id, name, mergedInto }) => ({ id, name, mergedInto })),
  }));
};

const shown = async (exchange: Pick<Exchange, 'house' | 'caller'>, suggestion: Suggestion) => {
  const [body] = await withNames(exchange, [seen(exchange, 'suggestion', suggestion) as Suggestion]);
  return { body, version: suggestion.version };
};

const Dismissal = once(() => z.strictObject({ reason: line(limits.line).optional() }));

export const suggestionRoutes: Route[] = [
  route({
    method: 'GET',
    path: list,
    may: 'suggestion:read',
    summary: 'Lists the suggestions that two people are one',
    answers: { ...answers, list: true },
    query: () => listQuery({ state: z.enum(statesOf('suggestion')).optional(), why: z.enum(likenesses).optional() }),
    handle: async (exchange) => {
      const { state, why } = exchange.query;
      const keep = recordSeen(
        exchange,
        suggestionKind,
        (found) => (state ?? found.state) === found.state && (why === undefined || found.why.includes(why)),
      );
      const page = await behind(
        knowsSummit(exchange),
        listed(exchange, collections.suggestionsOf(exchange.at('summit')), keep),
      );
      mayList(exchange.caller, 'suggestion:read', { summit: exchange.at('summit') });
      const { items, next } = page.body as { items: Suggestion[]; next: string | null };
      return { ...page, body: { items: await withNames(exchange, items), next } };
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'suggestion:read',
    summary: 'Reads a suggestion',
    answers,
    handle: async (exchange) =>
      shown(exchange, await getSuggestion(exchange.house.table, exchange.at('summit'), exchange.at('suggestion'))),
  }),
  route({
    method: 'POST',
    path: `${one}/merge`,
    may: 'person:merge',
    succeeds: 200,
    summary: 'Makes one person of two; every place of both is kept',
    answers,
    body: MergeDraft,
    example: () => ({ keep: 'm3x1k20ab7c1d9f0e2g' }),
    handle: async (exchange) => {
      const { house, deed, body, at } = exchange;
      return answerOf(exchange, 'suggestion', await mergePeople(house, deed, at('summit'), at('suggestion'), body));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/dismissal`,
    may: 'person:merge',
    succeeds: 200,
    summary: 'Says that two people are two',
    answers,
    body: Dismissal,
    example: () => ({ reason: 'The mayor and her deputy share an office.' }),
    handle: async (exchange) => {
      const { house, deed, body, at } = exchange;
      return answerOf(
        exchange,
        'suggestion',
        await dismissSuggestion(house, deed, at('summit'), at('suggestion'), body),
      );
    },
  }),
];
