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

/**
 * A value as the one JSON text that RFC 8785 gives it: fields in the order of their UTF-16 code units, nothing between the tokens, what is
 * undefined left out. Digests that outlive this program are made from it, so that anybody can make them again.
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((inner) => canonical(inner ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => byAlphabet(a, b))
    .map(([field, inner]) => `${JSON.stringify(field)}:${canonical(inner)}`);
  return `{${fields.join(',')}}`;
};
