import { deeds } from '../domain/access.ts';
import type { Code } from '../domain/error.ts';
import { merged } from './body.ts';
import { nounOf, operationId, recordName } from './openapi-name.ts';
import { codesOf } from './openapi-refusal.ts';
import type { Schema } from './openapi-schema.ts';
import type { Shelf } from './openapi-shelf.ts';
import { isByLink, type Route } from './route.ts';

type Ref = { $ref: string };
type Content = Record<string, { schema: Schema; example?: unknown }>;

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

export interface Response {
  description: string;
  headers?: Record<string, Ref>;
  content?: Content;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  security: Record<string, string[]>[];
  parameters: (Parameter | Ref)[];
  requestBody?: { required: true; content: Content };
  responses: Record<string, Response | Ref>;
}

/** What the operations of one document have in common. */
export interface Setting {
  routes: readonly Route[];
  shelf: Shelf;
  /** The tag of a noun; of what belongs to none, without it. */
  tagOf: (noun: string | undefined) => string;
  /** The codes that an operation's own rules refuse with. */
  conflicts: Readonly<Record<string, readonly Code[]>>;
  /** An answer to show, by the name of its schema. */
  examples: Readonly<Record<string, unknown>>;
}

const header = (name: string): Ref => ({ $ref: `#/components/headers/${name}` });
const parameter = (name: string): Ref => ({ $ref: `#/components/parameters/${name}` });

const given = <T>(field: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [field]: value };

// A query is text; what the text has to say stands here.
const queryParameter = (name: string, { description, default: preset, ...schema }: Schema): Parameter => ({
  name,
  in: 'query',
  ...given('description', description),
  schema:
    name === 'limit'
      ? { type: 'integer', minimum: 1, maximum: 200, default: 50 }
      : String(schema.enum) === 'true,false'
        ? { type: 'boolean' }
        : { ...schema, ...given('default', preset) },
});

const parametersOf = ({ method, query, holds }: Route, { shelf }: Setting): Operation['parameters'] => [
  ...(method === 'GET' ? [parameter('If-None-Match')] : []),
  ...(method === 'POST' ? [parameter('Idempotency-Key')] : []),
  ...(method === 'PUT' || method === 'PATCH' || method === 'DELETE' || holds ? [parameter('If-Match')] : []),
  ...Object.entries(query ? shelf.fields(query()) : {}).map(([name, schema]) => queryParameter(name, schema)),
];

const requestOf = (route: Route, { routes, shelf }: Setting): Operation['requestBody'] => {
  const { method, path, body, example } = route;
  if (!body) return undefined;
  const name = recordName(route, routes);
  const schema =
    method === 'PATCH'
      ? shelf.patch(`${name}Change`, body())
      : shelf.refer(`${name}${path.endsWith('/transitions') ? 'Transition' : 'Draft'}`, () =>
          shelf.schema(body(), 'input'),
        );
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  return { required: true, content: { [type]: { schema, ...given('example', example?.()) } } };
};

const page = (schema: Schema): Schema => ({
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: schema },
    next: { type: ['string', 'null'], description: 'The cursor of the next page; null on the last.' },
  },
});

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

// What the answer to a change looks like follows from the record and the change.
const answerTo = ({ method, path, example, answers }: Route, examples: Setting['examples']): unknown => {
  const record = examples[answers?.name ?? ''];
  if (answers?.list) return record === undefined ? undefined : { items: [record], next: null };
  const asked = example?.();
  if (!isFields(record) || !isFields(asked)) return record;
  const version = Number(record.version) + 1;
  const changed = merged(record, asked);
  if (method === 'PATCH') return isFields(changed) && { ...changed, version };
  if (!path.endsWith('/transitions')) return record;
  const { to } = asked;
  return {
    ...record,
    state: to,
    version,
    history: [{ from: record.state, to, at: '2027-02-01T10:00:00Z', by: 'amira' }],
  };
};

const successOf = (route: Route, { shelf, examples }: Setting): Record<string, Response | Ref> => {
  const { method, path, answers, succeeds } = route;
  if (succeeds === 303)
    return { 303: { description: 'It lies at the address in Location.', headers: { Location: header('Location') } } };
  if (method === 'DELETE' || !answers) return { 204: { description: 'It is removed.' } };
  const schema = shelf.refer(answers.name, () => shelf.schema(answers.schema(), 'output'));
  const created = method === 'POST' && !path.endsWith('/transitions') && !succeeds;
  const response: Response = {
    description: created
      ? 'It is created.'
      : answers.list
        ? 'A page of the list.'
        : answers.as
          ? 'The document.'
          : 'The record.',
    headers: {
      ETag: header('ETag'),
      ...(created ? { Location: header('Location') } : {}),
      ...(answers.list ? { Link: header('Link') } : {}),
    },
    content: {
      [answers.as ?? 'application/json']: {
        schema: answers.list ? page(schema) : schema,
        ...given('example', answerTo(route, examples)),
      },
    },
  };
  return method === 'GET'
    ? { 200: response, 304: { $ref: '#/components/responses/not-modified' } }
    : { [succeeds ?? (created ? 201 : 200)]: response };
};

/** The codes that an operation may refuse with. */
export const codesOfOperation = (route: Route, { routes, conflicts }: Setting): Code[] =>
  codesOf(route, conflicts[operationId(route, routes)] ?? []);

/** Whether an operation is for nobody without an account. A link is as good as one. */
export const needsToken = (route: Pick<Route, 'may' | 'path'>): boolean =>
  !isByLink(route) && !(deeds[route.may] as readonly string[]).includes('everyone');

/** An operation of the document, as far as it succeeds; `refused` are its responses to refusals. */
export const operationOf = (route: Route, setting: Setting, refused: Record<string, Ref>): Operation => ({
  operationId: operationId(route, setting.routes),
  tags: [setting.tagOf(nounOf(route, setting.routes))],
  summary: route.summary,
  security: needsToken(route) ? [{ bearer: [] }] : [{}, { bearer: [] }],
  parameters: parametersOf(route, setting),
  ...given('requestBody', requestOf(route, setting)),
  responses: { ...successOf(route, setting), ...refused, default: { $ref: '#/components/responses/failure' } },
});

const spoken: Record<string, string> = { md: 'Markdown', html: 'a page', txt: 'plain text' };

/** The same reading as another representation, at an ending of its own. */
export const endingOf = (
  operation: Operation,
  [ending, type]: [string, string],
  setting: Pick<Setting, 'examples'>,
): Operation => {
  const { 304: unchanged, 200: _, ...refused } = operation.responses;
  return {
    ...operation,
    operationId: `${operation.operationId}As${ending.replace(/^./, (first) => first.toUpperCase())}`,
    summary: `${operation.summary} as ${spoken[ending] ?? ending}`,
    responses: {
      200: {
        description: 'The document.',
        headers: { ETag: header('ETag') },
        content: {
          [type]: {
            schema: { type: 'string' },
            ...given('example', setting.examples[`${operation.operationId}.${ending}`]),
          },
        },
      },
      ...(unchanged && { 304: unchanged }),
      ...refused,
    },
  };
};
