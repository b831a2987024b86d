import * as z from 'zod';
import { limits } from '../domain/text.ts';

/** A JSON Schema as OpenAPI 3.1 has it (draft 2020-12): the keywords that the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: readonly unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  propertyNames?: Schema;
  additionalProperties?: boolean | Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  default?: unknown;
  examples?: readonly unknown[];
}

/** A schema that stands under a name of its own, with what zod cannot say of it in JSON Schema. */
export interface Named {
  schema: z.ZodType;
  also?: Schema;
}

/** Which way a value goes: a caller gives it, or is shown it. */
export type Way = 'input' | 'output';

const root = '#/components/schemas/';
export const refTo = (name: string): Schema => ({ $ref: `${root}${name}` });

/** The name that a schema refers to, if it does. */
export const nameIn = ({ $ref }: Schema): string | undefined =>
  $ref?.startsWith(root) ? $ref.slice(root.length) : undefined;

/** The schema with `change` made to each schema directly inside it. */
const within = (schema: Schema, change: (inner: Schema) => Schema): Schema => {
  const { properties, items, additionalProperties, anyOf, oneOf } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, change(inner)])),
    }),
    ...(items && { items: change(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: change(additionalProperties) }),
    ...(anyOf && { anyOf: anyOf.map(change) }),
    ...(oneOf && { oneOf: oneOf.map(change) }),
  };
};

const textName = (max: number | undefined): string => `Text${max ?? ''}`;

const byLanguage = (max: number | undefined): Schema => ({
  type: 'object',
  description: max
    ? `A text by language: BCP 47 tags, and at most ${max} characters in each.`
    : 'A text by language (BCP 47 tags).',
  minProperties: 1,
  propertyNames: { type: 'string', pattern: '^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$', maxLength: 35 },
  additionalProperties: { type: 'string', minLength: 1, ...(max ? { maxLength: max } : {}) },
  examples: [{ en: 'Rivers that cross borders', fr: 'Fleuves sans frontières' }],
});

/** Texts by language, by name: one schema for each limit that there is. */
export const texts: Record<string, Schema> = Object.fromEntries(
  [undefined, ...new Set(Object.values(limits).toSorted((a, b) => a - b))].map((max) => [
    textName(max),
    byLanguage(max),
  ]),
);

const said = 'A text by language (BCP 47 tags).';

const asText = ({ additionalProperties, propertyNames, description, ...rest }: Schema): Schema | undefined => {
  if (typeof additionalProperties !== 'object' || additionalProperties.type !== 'string' || !propertyNames)
    return undefined;
  const { default: preset } = rest;
  return {
    ...refTo(textName(additionalProperties.maxLength)),
    ...(description === undefined || description === said ? {} : { description }),
    ...(preset === undefined ? {} : { default: preset }),
  };
};

// A format says it already, and zod's patterns for dates fill half a page.
const withoutPattern = ({ pattern, ...schema }: Schema): Schema => {
  const isSaid = pattern === undefined || ['date', 'date-time', 'email'].includes(schema.format ?? '');
  return isSaid ? schema : { ...schema, pattern };
};

// That a whole number is one that JSON can tell goes without saying.
const withoutEnds = ({ minimum, maximum, ...schema }: Schema): Schema => ({
  ...schema,
  ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
  ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
});

// What is shown may gain fields within a version of the API; what is given may not hold any that are unknown.
const open = ({ additionalProperties, ...schema }: Schema): Schema =>
  additionalProperties === undefined || additionalProperties === false ? schema : { ...schema, additionalProperties };

const tidied = (schema: Schema, way: Way): Schema => {
  const text = asText(schema);
  if (text) return text;
  const { propertyNames: _, ...rest } = withoutEnds(withoutPattern(way === 'output' ? open(schema) : schema));
  return within(rest, (inner) => tidied(inner, way));
};

/** The JSON Schema of a zod schema; what has a name in `names` is referred to. */
export const schemaOf = (schema: z.core.$ZodType, way: Way, names: ReadonlyMap<z.core.$ZodType, string>): Schema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: way,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      const name = path.length > 0 ? names.get(zodSchema) : undefined;
      if (name === undefined) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, refTo(name));
    },
  });
  // zod says it in JSON Schema's whole vocabulary, of which the document uses a part.
  return tidied(json as Schema, way);
};
