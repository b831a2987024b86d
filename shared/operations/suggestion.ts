import type { Suggestion } from '../domain/suggestion.ts';
import { getSuggestion, suggestionKind } from '../table/suggestion.ts';
import type { Deed, House } from './perform.ts';
import { itself, pass } from './record.ts';

/** Says that two people are two. Errors: `not-found`, `wrong-state`. */
export const dismissSuggestion = (
  house: House,
  deed: Deed,
  summit: string,
  suggestion: string,
  { reason }: { reason?: string | undefined },
): Promise<Suggestion> => {
  const get = () => getSuggestion(house.table, summit, suggestion);
  return pass(
    house,
    deed,
    suggestionKind,
    'suggestion',
    { to: 'dismissed', reason },
    itself({ deed: 'person:merge', of: { summit }, knows: () => [['suggestion', get()]] }, get),
  );
};
