type Order = (a: string, b: string) => number;

const byAlphabet: Order = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * The same value with its fields in an order that is always the same. A table gives back a map in any order it likes; whatever a digest or an
 * ETag is made from has to be put in order first. Lists keep theirs.
 */
export const ordered = (value: unknown, order: Order = byAlphabet): unknown => {
  if (Array.isArray(value)) return value.map((inner) => ordered(inner, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => order(a, b));
  return Object.fromEntries(entries.map(([field, inner]) => [field, ordered(inner, order)]));
};
