import {
  codesOfOperation,
  endingOf,
  type Operation,
  operationOf,
  type Parameter,
  type Setting,
} from './openapi-operation.ts';
import { problemExamples, problemSchema, refusals } from './openapi-refusal.ts';
import type { Schema } from './openapi-schema.ts';
import { Shelf, type Shared } from './openapi-shelf.ts';
import type { FieldWords } from './openapi-words.ts';
import type { Route } from './route.ts';

/** What a document says beside what its routes say of themselves. */
export interface Contract extends Pick<Setting, 'tagOf' | 'conflicts' | 'examples'> {
  info: { title: string; version: string; summary: string; description: string };
  server: string;
  tags: readonly { name: string; description: string }[];
  shared: Shared;
  words: FieldWords;
  /** What stands for a part of a path, such as {summit}, in examples. */
  partOf: (part: string, path: string) => { description: string; schema: Schema; example: string };
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathItem = { parameters?: Parameter[] } & Partial<Record<Method, Operation>>;

export interface OpenApi {
  openapi: '3.1.1';
  info: Contract['info'] & { license: { name: string; identifier: string } };
  servers: { url: string }[];
  tags: Contract['tags'];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, object>;
    parameters: Record<string, object>;
    headers: Record<string, object>;
    examples: Record<string, { value: unknown }>;
    securitySchemes: Record<string, object>;
  };
}

const text = { type: 'string' };

const headers = {
  ETag: {
    description: 'The version of the record and the digest of these bytes: `"<version>-<digest>"`.',
    schema: text,
  },
  Location: { description: 'The address of what was created.', schema: text },
  Link: { description: 'The address of the next page, with `rel="next"`; absent on the last.', schema: text },
  'WWW-Authenticate': { description: 'What to sign in with.', schema: text },
  'Retry-After': { description: 'After how many seconds to try again.', schema: { type: 'integer' } },
};

const parameters = {
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the record as it was read; only its version counts.',
    schema: text,
    example: '"1-9f86d081884c7d65"',
  },
  'If-None-Match': {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of what the caller has already: answered with 304 while it still holds.',
    schema: text,
  },
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A key of your own for this deed. Sent again with the same body within 24 hours, it is done once and answered the same.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
    example: '0d2f5c52-7a1e-4c37-9a34-6f0f5f7a2c11',
  },
};

const bearer = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'An OpenID Connect access token. Everyone reads what is public without one; a bad one is refused everywhere.',
};

const general = {
  'not-modified': {
    description: 'What the caller has already still holds.',
    headers: { ETag: { $ref: '#/components/headers/ETag' } },
  },
  failure: {
    description: 'Something went wrong that the caller did not cause.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
};

const pathParameters = (path: string, partOf: Contract['partOf']): Pick<PathItem, 'parameters'> => {
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => part);
  if (parts.length === 0) return {};
  return { parameters: parts.map((name) => ({ name, in: 'path', required: true, ...partOf(name, path) })) };
};

interface Gathered {
  paths: Record<string, PathItem>;
  responses: Record<string, object>;
}

const add = (gathered: Gathered, route: Route, setting: Setting, partOf: Contract['partOf']): void => {
  const { named, responses } = refusals(codesOfOperation(route, setting));
  const operation = operationOf(route, setting, responses);
  const at = (path: string): PathItem => (gathered.paths[path] ??= pathParameters(path, partOf));
  at(route.path)[route.method.toLowerCase() as Method] = operation;
  for (const ending of Object.entries(route.endings ?? {}))
    at(`${route.path}.${ending[0]}`).get = endingOf(operation, ending, setting);
  Object.assign(gathered.responses, named);
};

/**
 * The OpenAPI 3.1 document of an API, made from the definitions that answer its requests. Pure. A representation at an ending of an address (`….md`)
 * has a path of its own.
 */
export const openApi = (
  routes: readonly Route[],
  { info, server, tags, shared, words, partOf, ...rest }: Contract,
): OpenApi => {
  const shelf = new Shelf(shared, words);
  const answered = routes.flatMap(({ answers }) => answers ?? []);
  for (const { name, schema } of answered) shelf.announce(name, schema());
  const gathered: Gathered = { paths: {}, responses: { ...general } };
  for (const route of routes) add(gathered, route, { ...rest, routes, shelf }, partOf);
  const { paths, responses } = gathered;
  return {
    openapi: '3.1.1',
    info: { ...info, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: server }],
    tags,
    paths,
    components: {
      schemas: { ...shelf.neededBy(paths), Problem: problemSchema },
      responses,
      parameters,
      headers,
      examples: problemExamples(),
      securitySchemes: { bearer },
    },
  };
};
