import type { Schema } from './openapi-schema.ts';

/** What fields say, by their name, or by the name of their schema and their path in it ("Count.people.sources"), which goes before. */
export type FieldWords = Readonly<Record<string, string>>;

/** The schema with words for each field that has none of its own. */
export const described = (schema: Schema, at: string, words: FieldWords): Schema => {
  const field = ([name, value]: [string, Schema]): [string, Schema] => {
    const path = `${at}.${name}`;
    const deeper = described(value, path, words);
    const said = words[path] ?? words[name];
    return [name, deeper.description === undefined && said !== undefined ? { ...deeper, description: said } : deeper];
  };
  const { properties, items } = schema;
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(field)) }),
    ...(items && { items: described(items, at, words) }),
  };
};
