import { nameIn, type Schema } from './openapi-schema.ts';

/** Where named schemas stand. */
interface Among {
  look: (name: string) => Schema | undefined;
  refer: (name: string, make: () => Schema) => Schema;
}

const orNull = ({ description, ...schema }: Schema): Schema => ({
  ...(description === undefined ? {} : { description }),
  anyOf: [schema, { type: 'null' }],
});

// What is left out of a patch stays as it is, so nothing is filled in.
const withoutDefault = (schema: Schema): Schema => {
  const { default: _, ...rest } = schema;
  return rest;
};

const isObject = (schema: Schema | undefined): schema is Schema => schema?.type === 'object';

const inner = (schema: Schema, among: Among): Schema => {
  const name = nameIn(schema);
  if (name === undefined) return isObject(schema) ? mergePatchOf(schema, among) : schema;
  const named = among.look(name);
  return isObject(named) ? { ...schema, ...among.refer(`${name}Patch`, () => mergePatchOf(named, among)) } : schema;
};

/**
 * What a JSON Merge Patch (RFC 7396) of such an object may look like: every field may be left out; one that a record can be without may be null,
 * which removes it; objects merge, and lists are replaced whole.
 */
export const mergePatchOf = (schema: Schema, among: Among): Schema => {
  const { required = [], minProperties: _, examples: __, properties, additionalProperties, ...rest } = schema;
  const field = ([name, value]: [string, Schema]): [string, Schema] => {
    const patched = inner(withoutDefault(value), among);
    return [name, required.includes(name) ? patched : orNull(patched)];
  };
  return {
    ...rest,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(field)) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? orNull(inner(additionalProperties, among)) : additionalProperties,
    }),
  };
};
