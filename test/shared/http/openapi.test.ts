import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { line, text } from '../../../shared/domain/text.ts';
import { instant } from '../../../shared/domain/when.ts';
import { merged } from '../../../shared/http/body.ts';
import { openApi, type Contract } from '../../../shared/http/openapi.ts';
import { nounOf, operationId } from '../../../shared/http/openapi-name.ts';
import { mergePatchOf } from '../../../shared/http/openapi-patch.ts';
import { codesOf, refusals } from '../../../shared/http/openapi-refusal.ts';
import { schemaOf } from '../../../shared/http/openapi-schema.ts';
import { listQuery } from '../../../shared/http/paging.ts';
import { type Route, route } from '../../../shared/http/route.ts';

const nothing = async () => ({});
const Bridge = z.object({ slug: z.string(), name: text(200), version: z.int(), state: z.string() });
const BridgeDraft = z.strictObject({ name: text(200), opened: instant().optional(), lanes: z.int().default(2) });
const answers = { name: 'Bridge', schema: () => Bridge };

const list = route({
  method: 'GET',
  path: '/rivers/{river}/bridges',
  may: 'read',
  summary: 'Lists the bridges',
  answers: { ...answers, list: true },
  query: () => listQuery({ open: z.enum(['true', 'false']).optional() }),
  handle: nothing,
});
const create = route({
  method: 'POST',
  path: '/rivers/{river}/bridges',
  may: 'summit:change',
  summary: 'Creates a bridge',
  answers,
  body: () => BridgeDraft,
  example: () => ({ name: { en: 'Old Bridge' } }),
  handle: nothing,
});
const read = route({
  method: 'GET',
  path: '/rivers/{river}/bridges/{bridge}',
  may: 'read',
  summary: 'Reads a bridge',
  answers,
  endings: { md: 'text/markdown' },
  handle: nothing,
});
const change = route({
  method: 'PATCH',
  path: '/rivers/{river}/bridges/{bridge}',
  may: 'summit:change',
  summary: 'Changes a bridge',
  answers,
  body: () => BridgeDraft,
  example: () => ({ lanes: 4 }),
  handle: nothing,
});
const pass = route({
  method: 'POST',
  path: '/rivers/{river}/bridges/{bridge}/transitions',
  may: 'summit:change',
  summary: 'Passes a bridge to its next state',
  answers,
  body: () => z.strictObject({ to: z.enum(['open', 'closed']) }),
  example: () => ({ to: 'closed' }),
  handle: nothing,
});
const elsewhere = route({
  method: 'GET',
  path: '/people/{person}/bridges',
  may: 'read',
  summary: 'Lists the bridges that a person built',
  answers: { ...answers, list: true },
  handle: nothing,
});
const routes = [list, create, read, change, pass, elsewhere];

const contract: Contract = {
  info: { title: 'Bridges', version: '1', summary: 'Bridges.', description: 'Bridges.' },
  server: '/api/v1',
  tags: [{ name: 'Bridges', description: 'Over rivers.' }],
  tagOf: (noun) => (noun === 'bridge' ? 'Bridges' : 'People'),
  conflicts: { createBridge: ['slug-taken'] },
  examples: { Bridge: { slug: 'old-bridge', name: { en: 'Old Bridge' }, version: 1, state: 'open' } },
  shared: { given: {}, shown: {}, either: { Instant: { schema: instant(), also: { description: 'An instant.' } } } },
  words: { lanes: 'How many lanes.', 'Bridge.slug': 'Its name in the address.' },
  partOf: (part) => ({ description: part, schema: { type: 'string' }, example: `old-${part}` }),
};
const document = openApi(routes, contract);

describe('operations', () => {
  it('are named by their address', () => {
    expect(routes.map((one) => operationId(one, routes))).toEqual([
      'listBridges',
      'createBridge',
      'readBridge',
      'changeBridge',
      'passBridge',
      'listPersonBridges',
    ]);
    expect(routes.map((one) => nounOf(one, routes))).toEqual([
      'bridge',
      'bridge',
      'bridge',
      'bridge',
      'bridge',
      'person',
    ]);
  });

  it('are told apart by what is above them where a noun has two homes', () => {
    const two = ['/rivers/{river}/ports', '/lakes/{lake}/ports'].flatMap((path): Route[] => [
      { ...list, path },
      { ...create, path },
      { ...read, path: `${path}/{port}` },
    ]);
    expect(two.map((one) => operationId(one, two))).toEqual([
      'listRiverPorts',
      'createRiverPort',
      'readRiverPort',
      'listLakePorts',
      'createLakePort',
      'readLakePort',
    ]);
  });

  it('have a path for each ending', () => {
    expect(Object.keys(document.paths)).toEqual([
      '/rivers/{river}/bridges',
      '/rivers/{river}/bridges/{bridge}',
      '/rivers/{river}/bridges/{bridge}.md',
      '/rivers/{river}/bridges/{bridge}/transitions',
      '/people/{person}/bridges',
    ]);
    expect(document.paths['/rivers/{river}/bridges/{bridge}.md']?.get).toMatchObject({
      operationId: 'readBridgeAsMd',
      summary: 'Reads a bridge as Markdown',
      responses: { 200: { content: { 'text/markdown': { schema: { type: 'string' } } } } },
    });
  });

  it('say what a query takes', () => {
    expect(document.paths['/rivers/{river}/bridges']?.get?.parameters).toEqual([
      { $ref: '#/components/parameters/If-None-Match' },
      { name: 'open', in: 'query', schema: { type: 'boolean' } },
      {
        name: 'limit',
        in: 'query',
        description: 'How many at most.',
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      },
      {
        name: 'cursor',
        in: 'query',
        description: 'Where to go on, as the page before said in "next".',
        schema: { type: 'string', maxLength: 2000 },
      },
    ]);
  });

  it('say what they take and answer, with the answer that follows from the example', () => {
    expect(document.paths['/rivers/{river}/bridges/{bridge}']?.patch).toMatchObject({
      security: [{ bearer: [] }],
      parameters: [{ $ref: '#/components/parameters/If-Match' }],
      requestBody: {
        content: {
          'application/merge-patch+json': {
            schema: { $ref: '#/components/schemas/BridgeChange' },
            example: { lanes: 4 },
          },
        },
      },
      responses: {
        200: {
          headers: { ETag: { $ref: '#/components/headers/ETag' } },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Bridge' },
              example: { slug: 'old-bridge', name: { en: 'Old Bridge' }, version: 2, state: 'open', lanes: 4 },
            },
          },
        },
      },
    });
    expect(document.paths['/rivers/{river}/bridges']?.post?.responses[201]).toMatchObject({
      headers: { Location: { $ref: '#/components/headers/Location' } },
    });
    expect(document.paths['/rivers/{river}/bridges/{bridge}/transitions']?.post?.responses[200]).toMatchObject({
      content: { 'application/json': { example: { state: 'closed', version: 2 } } },
    });
  });
});

describe('refusals', () => {
  it('follow from how an operation is asked for', () => {
    expect(codesOf(list, [])).toEqual(['not-found', 'invalid', 'bad-token', 'answer-too-large', 'unavailable']);
    expect(codesOf(change, ['wrong-state'])).toEqual([
      'not-found',
      'invalid',
      'malformed',
      'unsupported-type',
      'too-large',
      'sign-in-required',
      'bad-token',
      'forbidden',
      'stale',
      'precondition-required',
      'wrong-state',
      'unavailable',
    ]);
    expect(codesOf(create, ['slug-taken'])).toContain('key-reused');
  });

  it('share a response for each status', () => {
    const { responses, named } = refusals(['invalid', 'sign-in-required', 'bad-token', 'key-reused']);
    expect(responses).toEqual({
      401: { $ref: '#/components/responses/sign-in-required-or-bad-token' },
      422: { $ref: '#/components/responses/invalid-or-key-reused' },
    });
    expect(Object.keys(named)).toEqual(['sign-in-required-or-bad-token', 'invalid-or-key-reused']);
  });
});

describe('schemas', () => {
  it('refer to what has a name, and say texts by their limit', () => {
    expect(document.components.schemas.BridgeDraft).toEqual({
      type: 'object',
      properties: {
        name: { $ref: '#/components/schemas/Text200' },
        opened: { $ref: '#/components/schemas/Instant' },
        lanes: {
          type: 'integer',
          default: 2,
          description: 'How many lanes.',
        },
      },
      required: ['name'],
      additionalProperties: false,
    });
    expect(document.components.schemas.Instant).toEqual({
      type: 'string',
      format: 'date-time',
      description: 'An instant.',
    });
  });

  it('may gain fields where they are shown', () => {
    expect(document.components.schemas.Bridge).not.toHaveProperty('additionalProperties');
    expect(document.components.schemas.Bridge?.properties?.slug).toMatchObject({
      description: 'Its name in the address.',
    });
  });

  it('are left out where nothing refers to them', () => {
    expect(Object.keys(document.components.schemas)).toEqual([
      'Bridge',
      'BridgeChange',
      'BridgeDraft',
      'BridgeTransition',
      'Instant',
      'Text200',
      'Text200Patch',
      'Problem',
    ]);
  });
});

describe('a merge patch', () => {
  const Draft = z.strictObject({
    name: line(60),
    place: z.strictObject({ city: line(60), street: line(60).optional() }).optional(),
    tags: z.array(z.strictObject({ word: line(20) })).default([]),
  });
  const patch = mergePatchOf(schemaOf(Draft, 'input', new Map()), { look: () => undefined, refer: () => ({}) });
  const word = { type: 'string', minLength: 1, maxLength: 20 };
  const lineOf60 = { type: 'string', minLength: 1, maxLength: 60 };

  it('needs no field, takes null for what can be removed, merges objects and replaces lists', () => {
    expect(patch).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: {
        name: lineOf60,
        place: {
          anyOf: [
            {
              type: 'object',
              additionalProperties: false,
              properties: { city: lineOf60, street: { anyOf: [lineOf60, { type: 'null' }] } },
            },
            { type: 'null' },
          ],
        },
        tags: {
          anyOf: [
            {
              type: 'array',
              items: {
                type: 'object',
                properties: { word },
                required: ['word'],
                additionalProperties: false,
              },
            },
            { type: 'null' },
          ],
        },
      },
    });
  });

  it('is what the server merges', () => {
    const record = { name: 'Old Bridge', place: { city: 'Arvenne', street: 'Quay' }, tags: [{ word: 'stone' }] };
    expect(Draft.parse(merged(record, { place: { street: null }, tags: null }))).toEqual({
      name: 'Old Bridge',
      place: { city: 'Arvenne' },
      tags: [],
    });
  });
});
