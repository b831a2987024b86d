import { type Code, codes, DomainError, invalid } from '../domain/error.ts';
import type { Schema } from './openapi-schema.ts';
import { problemOf, statusOf, typeOf } from './problem.ts';
import type { Route } from './route.ts';

const allCodes = Object.keys(codes) as Code[];

/** The codes that follow from how an operation is asked for; `conflicts` are those that its own rules add. */
export const codesOf = ({ method, path, may, body }: Route, conflicts: readonly Code[]): Code[] => {
  const changes = method === 'PUT' || method === 'PATCH';
  const writes = method === 'POST' || changes;
  const found = new Set<Code>([
    'bad-token',
    'invalid',
    'unavailable',
    ...(path.includes('{') ? (['not-found'] as const) : []),
    ...(may === 'read' ? [] : (['sign-in-required', 'forbidden'] as const)),
    ...(writes && body ? (['malformed', 'unsupported-type', 'too-large'] as const) : []),
    ...(method === 'GET' ? (['answer-too-large'] as const) : []),
    ...(method === 'POST' ? (['key-reused'] as const) : []),
    ...(changes || method === 'DELETE' ? (['stale', 'precondition-required'] as const) : []),
    ...conflicts,
  ]);
  return allCodes.filter((code) => found.has(code));
};

const exampleError = (code: Code): DomainError =>
  code === 'invalid'
    ? invalid([{ pointer: '/end', detail: 'Let it end after its start, 2027-03-10T09:00:00Z.' }])
    : new DomainError(code, codes[code]);

/** One problem of each code, as a client would see it. */
export const problemExamples = (): Record<string, { value: unknown }> =>
  Object.fromEntries(
    allCodes.map((code) => [code, { value: problemOf(exampleError(code), '3f0c6a52-8d0e-4b7c-9a51-6f2b7f1d9c04') }]),
  );

/** A refusal (RFC 9457). What a code adds to it, such as the allowed states, stands beside these fields. */
export const problemSchema: Schema = {
  type: 'object',
  description: 'A refusal, as RFC 9457 has it. A code may add fields, such as the states that are allowed.',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: {
      description: 'Which code it is. Codes are stable: decide by them.',
      oneOf: [
        ...allCodes.map((code) => ({ const: typeOf(code), description: codes[code] })),
        { const: 'about:blank', description: 'Something went wrong that nobody refused.' },
      ],
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong and what to do, in plain words.' },
    instance: { type: 'string', description: 'The id of the request, for the log.' },
    errors: {
      type: 'array',
      description: 'Every wrong field at once.',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body, or ?name for a query parameter.' },
          detail: { type: 'string', description: 'What to do about it.' },
        },
      },
    },
    conflictsWith: { type: 'string', description: 'API path of the record in the way.' },
  },
};

const headers: Partial<Record<number, Record<string, { $ref: string }>>> = {
  401: { 'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' } },
  412: { ETag: { $ref: '#/components/headers/ETag' } },
  503: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
};

const responseOf = (status: number, among: readonly Code[]): object => ({
  description: among.map((code) => `\`${code}\`: ${codes[code]}`).join('\n\n'),
  ...(headers[status] ? { headers: headers[status] } : {}),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(among.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
  },
});

/** The answers to refusals by these codes: one response for each status, under a name that says the codes, so that operations share them. */
export const refusals = (
  found: readonly Code[],
): { responses: Record<string, { $ref: string }>; named: Record<string, object> } => {
  const statuses = [...new Set(found.map(statusOf))].toSorted((a, b) => a - b);
  const named = statuses.map((status) => {
    const among = found.filter((code) => statusOf(code) === status);
    return { status, name: among.join('-or-'), among };
  });
  return {
    responses: Object.fromEntries(
      named.map(({ status, name }) => [String(status), { $ref: `#/components/responses/${name}` }]),
    ),
    named: Object.fromEntries(named.map(({ status, name, among }) => [name, responseOf(status, among)])),
  };
};
