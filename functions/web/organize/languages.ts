import type { Summit } from '../../../shared/domain/summit.ts';
import type { Text } from '../../../shared/domain/text.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';

/** The languages of a summit: those that its title stands in, and whatever else a record of it has words in. The order is that of the pages. */
export const languagesOf = (
  { title }: Pick<Summit, 'title'>,
  ...texts: readonly (Text | undefined)[]
): readonly string[] => {
  const all = new Set([title, ...texts].flatMap((text) => Object.keys(text ?? {})));
  const known = pageLanguages.filter((language) => all.delete(language));
  return [...known, ...[...all].toSorted()];
};
