import { gzipSync } from 'node:zlib';
import { registerSchema, validate } from '@hyperjump/json-schema/openapi-3-1';
import { beforeAll, describe, expect, it } from 'vitest';
import { api } from '../../../functions/api/app.ts';
import { describe as described } from '../../../functions/api/describe.ts';
import { referenceDocument } from '../../../functions/api/reference-document.ts';
import { conflicts } from '../../../functions/api/reference-refusals.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { codes } from '../../../shared/domain/error.ts';
import { lifecycles } from '../../../shared/domain/lifecycle.ts';
import type { Operation, Response as Answer } from '../../../shared/http/openapi-operation.ts';
import { nameIn } from '../../../shared/http/openapi-schema.ts';
import type { Door } from '../../../shared/http/route.ts';

const document = referenceDocument();
const files = described();
const pages = ['reference.html', 'reference-declarations.html'].map((name) => files[name] ?? '');
const [first = ''] = pages;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item[method];
    return operation ? [{ name: operation.operationId, method, path, operation }] : [];
  }),
);

const requests = operations.flatMap(({ name, operation }) =>
  Object.values(operation.requestBody?.content ?? {}).map(({ schema, example }) => ({ name, schema, example })),
);
const answers = operations.flatMap(({ name, operation }: { name: string; operation: Operation }) =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    status.startsWith('2')
      ? Object.entries((response as Answer).content ?? {}).map(([type, content]) => ({ name, type, ...content }))
      : [],
  ),
);

const address = 'https://plenary.example/openapi';

/** What the document's schema of that name, or the one at that place in it, has against a value. */
const against = async (at: string, value: unknown): Promise<unknown> => {
  const found = await validate(`${address}#${at}`, JSON.parse(JSON.stringify(value)), 'BASIC');
  return found.valid ? [] : found.errors;
};

beforeAll(() => {
  registerSchema(document as never, address, 'https://spec.openapis.org/oas/3.1/schema-base');
});

const placeOf = (path: string, ...rest: (string | number)[]): string =>
  `/paths/${[path, ...rest].map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

describe('the document', () => {
  it('is OpenAPI 3.1', async () => {
    const { valid } = await validate('https://spec.openapis.org/oas/3.1/schema-base', document as never);
    expect(valid).toBe(true);
  });

  it('has every route and every ending, and nothing else', () => {
    const mounted = routes.flatMap(({ method, path, endings = {} }) => [
      `${method} ${path}`,
      ...Object.keys(endings).map((ending) => `${method} ${path}.${ending}`),
    ]);
    const told = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(told.toSorted()).toEqual([...mounted, 'GET /openapi.json'].toSorted());
  });

  it('names each operation once, and each under a tag that it explains', () => {
    const names = operations.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
    const tags = document.tags.map(({ name }) => name);
    expect(operations.filter(({ operation }) => !operation.tags.every((tag) => tags.includes(tag)))).toEqual([]);
    expect(Object.keys(conflicts).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    const components = document.components as Record<string, Record<string, unknown>>;
    expect(refs.filter(([, kind = '', name = '']) => !components[kind]?.[name]).map(([ref]) => ref)).toEqual([]);
  });

  it('names every state that a record can pass to', () => {
    const passing = operations.filter(({ path }) => path.endsWith('/transitions'));
    const offered = passing.map(({ operation }) => {
      const [content] = Object.values(operation.requestBody?.content ?? {});
      const schema = document.components.schemas[nameIn(content?.schema ?? {}) ?? ''];
      return schema?.properties?.to?.enum;
    });
    const known = Object.values(lifecycles).map((states) => Object.keys(states));
    expect(offered.every((states) => known.some((some) => String(some) === String(states)))).toBe(true);
  });

  it.each(operations.filter(({ method }) => method !== 'get').map(({ name, operation }) => ({ name, operation })))(
    'wants a token, unless a link is as good as one, and shows an example for $name',
    ({ name, operation }) => {
      const byLink = [
        'answerInvitation',
        'askForLink',
        'prepareSigning',
        'sendSigningCode',
        'signByLink',
        'disputeSignature',
      ].includes(name);
      expect(operation.security).toEqual(byLink ? [{}, { bearer: [] }] : [{ bearer: [] }]);
      const [content] = Object.values(operation.requestBody?.content ?? { none: { example: true } });
      expect(content?.example).toBeDefined();
    },
  );
});

describe('examples', () => {
  it.each(requests)('$name asks what its own schema allows', async ({ schema, example }) => {
    expect(await against(`/components/schemas/${nameIn(schema)}`, example)).toEqual([]);
  });

  it.each(routes.filter(({ method, body }) => method === 'POST' && body).map((one) => ({ ...one })))(
    '$method $path is accepted as it stands',
    ({ body, example }) => {
      expect(body?.().safeParse(example?.()).error).toBeUndefined();
    },
  );

  it.each(operations.filter(({ operation }) => '200' in operation.responses || '201' in operation.responses))(
    '$name answers what its own schema says',
    async ({ path, method, operation }) => {
      const status = '200' in operation.responses ? 200 : 201;
      for (const [type, { example }] of Object.entries((operation.responses[status] as Answer).content ?? {}))
        if (example !== undefined)
          expect(await against(placeOf(path, method, 'responses', status, 'content', type, 'schema'), example)).toEqual(
            [],
          );
    },
  );

  it('would be noticed if they were wrong', async () => {
    const place = placeOf('/summits', 'post', 'responses', 201, 'content', 'application/json', 'schema');
    expect(await against(place, { slug: 'arvenne-2027' })).not.toEqual([]);
    expect(await against('/components/schemas/SummitChange', { series: 7 })).not.toEqual([]);
  });

  it('answer no field that the document does not know', () => {
    const stray = answers.flatMap(({ name, schema, example }) => {
      const items = schema.properties?.items?.items;
      const record = items ? (example as { items?: object[] } | undefined)?.items?.[0] : example;
      const known = document.components.schemas[nameIn(items ?? schema) ?? ''];
      if (!known?.properties || typeof record !== 'object' || record === null) return [];
      return Object.keys(record).flatMap((field) => (field in (known.properties ?? {}) ? [] : [`${name}: ${field}`]));
    });
    expect(stray).toEqual([]);
  });

  it('are there for everything but pages and the document itself', () => {
    expect(answers.filter(({ example }) => example === undefined).map(({ name }) => name)).toEqual([
      'readDeclarationAsHtml',
      'readOpenapiJson',
    ]);
  });
});

describe('the pages', () => {
  const idsIn = (page: string): string[] => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

  it('explains every code under the anchor that problems name', () => {
    expect(Object.keys(codes).filter((code) => !first.includes(`<tr id="${code}">`))).toEqual([]);
  });

  it('have every operation and every state once', () => {
    const ids = pages.flatMap(idsIn);
    const once = (wanted: string): boolean => ids.filter((id) => id === wanted).length === 1;
    expect(operations.filter(({ name }) => !once(name)).map(({ name }) => name)).toEqual([]);
    expect(Object.keys(lifecycles).filter((noun) => !once(`states-${noun}`))).toEqual([]);
  });

  it.each(pages.map((page) => [page]))('lead every link inside them to one place', (page) => {
    const ids = idsIn(page);
    const links = [...page.matchAll(/href="#([^"]*)"/g)].map(([, to]) => to ?? '');
    expect([...new Set(links.filter((to) => !ids.includes(to)))]).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([]);
    const codesThere = [...page.matchAll(/href="\/api#([^"]*)"/g)].map(([, to]) => to ?? '');
    expect([...new Set(codesThere)].filter((code) => !idsIn(first).includes(code))).toEqual([]);
  });

  it.each(pages.map((page) => [page]))('need no script, no style of their own and nothing from elsewhere', (page) => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i);
    const loaded = [...page.matchAll(/<(?:link|img|iframe|source|object|embed)\b[^>]*?(?:href|src|data)="([^"]*)"/g)];
    expect(loaded.map(([, from]) => from)).toEqual(['/api/reference.css']);
    const led = [...page.matchAll(/href="([^"#][^"]*)"/g)].map(([, to = '']) => to.replace(/#.*/, ''));
    const ours = ['/api', '/api/declarations', '/api/reference.css', '/api/v1/openapi.json'];
    expect([...new Set(led)].filter((to) => !ours.includes(to))).toEqual([]);
    expect(`${files['reference.css']}${files['document.css']}`).not.toMatch(/@import|url\(/);
  });

  it('is small enough for a slow line', () => {
    // All grow with what there is to describe: each operation has its share of what a program reads, and a page for people has its bound.
    for (const text of [...pages, files['openapi.json'] ?? '']) expect(text.length).toBeLessThan(3_500 * routes.length);
    for (const page of pages) expect(gzipSync(page).length).toBeLessThan(64_000);
    expect(gzipSync(files['openapi.json'] ?? '').length).toBeLessThan(350 * routes.length);
  });
});

describe('served', () => {
  const door = {
    stamp: () => ({ request: 'r1', at: new Date('2027-01-15T09:00:00Z') }),
    log: () => undefined,
  } as unknown as Door;
  const app = api(door, async (file) => files[file] ?? '');

  it.each([
    ['/api', 'text/html; charset=utf-8', 'reference.html'],
    ['/api/declarations', 'text/html; charset=utf-8', 'reference-declarations.html'],
    ['/api/reference.css', 'text/css; charset=utf-8', 'reference.css'],
    ['/api/document.css', 'text/css; charset=utf-8', 'document.css'],
    ['/api/v1/openapi.json', 'application/json', 'openapi.json'],
  ])('%s comes whole, may be kept, and is not sent twice', async (path, type, file) => {
    const first = await app.request(path);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe(type);
    expect(first.headers.get('cache-control')).toBe('public, s-maxage=30, stale-while-revalidate=20');
    expect(await first.text()).toBe(files[file]);
    const again = await app.request(path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('lets the page load its own and nothing from elsewhere', async () => {
    const { headers } = await app.request('/api');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    );
  });

  it('leads the way in, and refuses other methods and addresses with problems', async () => {
    const door = await app.request('/');
    expect([door.status, door.headers.get('location')]).toEqual([302, '/api']);
    const posted = await app.request('/api', { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    const beside = await app.request('/api/reference.js');
    expect([beside.status, beside.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});
