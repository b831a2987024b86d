import { invalid } from '../../../shared/domain/error.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import { folded, slugPattern } from '../../../shared/domain/slug.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { type List, readOpenly } from '../contract.ts';
import { organizationsNamed } from '../named.ts';
import type { Asked } from '../page.ts';
import { organizeWords } from './words.ts';

const isCalled = (name: string, { name: names, aliases }: Organization): boolean =>
  [...Object.values(names), ...aliases].some((one) => folded(one) === folded(name));

/**
 * The organization that somebody typed the name of, in any spelling of case and accents, or its address. Errors: `invalid`, with the names of those that
 * it may be.
 */
export const organizationTyped = async (
  asked: Asked,
  typed: string | undefined,
  pointer: string,
): Promise<string | undefined> => {
  const name = typed?.trim() ?? '';
  if (name === '') return undefined;
  if (slugPattern.test(name) && (await organizationsNamed(asked.site.house.table, [name])).has(name)) return name;
  const { organization: w } = organizeWords(asked);
  const refuse = (detail: string): never => {
    throw invalid([{ pointer, detail }]);
  };
  if (Array.from(folded(name)).length < 2) return refuse(w.none);
  const query = new URLSearchParams({ name, limit: '8' }).toString();
  const { items } = (await readOpenly<List<Organization>>(asked, `/organizations?${query}`)).record;
  const exact = items.filter((one) => isCalled(name, one));
  const [only, other] = exact.length > 0 ? exact : items;
  if (!only) return refuse(w.none);
  if (!other) return only.slug;
  const choices = items.map((one) => `${inLanguage(one.name, asked.language)} (${one.slug})`).join('; ');
  return refuse(fill(w.several, { choices }));
};
