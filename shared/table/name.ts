import { folded, slugLength, slugPattern } from '../domain/slug.ts';
import type { Item, Table } from './client.ts';
import { collections, organizationKey } from './key.ts';

/** Which organizations have a name or a slug; where none has, which come near. */
export interface Called {
  slugs: string[];
  nearest: string[];
}

const slugIn = ({ sk }: Item): string => sk.split('\t')[1] ?? '';
const nameIn = ({ sk }: Item): string => sk.split('\t')[0] ?? '';

/** How many letters have to change to make one name of the other (Levenshtein). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length] ?? 0;
};

const mostNear = 3;
const mostLookedThrough = 200;

const nearestTo = (name: string, items: readonly Item[]): string[] => {
  const far = new Map<string, number>();
  for (const item of items) {
    const wanted = nameIn(item);
    const steps = wanted.startsWith(name) ? 0 : distance(name, wanted.slice(0, 200));
    if (steps <= Math.max(2, name.length / 3)) far.set(slugIn(item), Math.min(steps, far.get(slugIn(item)) ?? steps));
  }
  return [...far]
    .toSorted(([, a], [, b]) => a - b)
    .slice(0, mostNear)
    .map(([slug]) => slug);
};

// Names lie together by their first two letters: one Query finds who is called so, and who nearly is.
const ofName = async (table: Table, given: string): Promise<Called> => {
  const name = Array.from(folded(given)).slice(0, 200).join('');
  const beginning = Array.from(name).slice(0, 2).join('');
  if (Array.from(beginning).length < 2) return { slugs: [], nearest: [] };
  const exact = await table.all({ ...collections.namesLike(name), prefix: `${name}\t` });
  if (exact.length > 0) return { slugs: exact.map(slugIn), nearest: [] };
  const { items } = await table.page({ ...collections.namesLike(beginning), limit: mostLookedThrough });
  return { slugs: [], nearest: nearestTo(name, items) };
};

const atOnce = 10;

/** Looks up organizations by what people call them: a slug as it is, else a name in any spelling of case and accents. */
export const findCalled = async (table: Table, given: readonly string[]): Promise<Map<string, Called>> => {
  const slugs = given.filter((name) => name.length <= slugLength && slugPattern.test(name));
  const items = slugs.length > 0 ? await table.batchGet(slugs.map(organizationKey)) : [];
  const known = new Set(items.map(({ record }) => (record as { slug: string }).slug));
  const found = new Map<string, Called>(
    given.map((name) => [name, { slugs: known.has(name) ? [name] : [], nearest: [] }]),
  );
  const others = given.filter((name) => !known.has(name));
  for (let at = 0; at < others.length; at += atOnce)
    await Promise.all(others.slice(at, at + atOnce).map(async (name) => found.set(name, await ofName(table, name))));
  return found;
};
