import { Suggestion } from '../domain/suggestion.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, itemOf, type Kind } from './item.ts';
import { suggestionKey } from './key.ts';
import { Raced, type Write } from './transact.ts';

export const suggestionKind: Kind<Suggestion> = {
  type: 'suggestion',
  schema: 1,
  record: Suggestion,
  key: ({ summit, slug }) => suggestionKey(summit, slug),
};

/** Errors: `not-found`. */
export const getSuggestion = async (table: Table, summit: string, suggestion: string): Promise<Suggestion> =>
  (await findRecord(table, suggestionKind, suggestionKey(summit, suggestion))) ?? absent('suggestion');

/** Suggests something, unless it was suggested before: then that stays as it is, also where it was dismissed. */
export const putSuggestion = (table: Table, suggestion: Suggestion, request: string): Write => {
  const { pk, sk, ...fields } = itemOf(suggestionKind, suggestion, request);
  const names = Object.keys(fields);
  return {
    action: {
      Update: {
        TableName: table.name,
        Key: { pk, sk },
        UpdateExpression: `SET ${names.map((_, at) => `#f${at} = if_not_exists(#f${at}, :f${at})`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#f${at}`, name])),
        ExpressionAttributeValues: Object.fromEntries(names.map((name, at) => [`:f${at}`, fields[name]])),
      },
    },
    refuse: () => new Raced(),
  };
};
