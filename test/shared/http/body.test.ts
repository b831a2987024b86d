import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bodyLimit, merged, parsed, readBody } from '../../../shared/http/body.ts';
import { runs } from '../../counts.ts';
import { refusal, refusalOf, wrongFields } from '../../refusal.ts';

const post = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => new Request('http://localhost/', { method: 'POST', headers, body });

describe('a body', () => {
  test('is read as it came, and what it says', async () => {
    expect(await readBody(post(' {"a": 1}'))).toEqual({ bytes: ' {"a": 1}', value: { a: 1 } });
  });

  test.each(['application/json', 'Application/JSON; charset=utf-8', ' application/json ;x=y'])(
    'of the type %s is JSON',
    async (type) => {
      expect((await readBody(post('{}', { 'content-type': type }))).value).toEqual({});
    },
  );

  test('of one byte too many is refused, whatever its length is said to be', async () => {
    const body = JSON.stringify('x'.repeat(bodyLimit - 2));
    expect((await readBody(post(body))).bytes.length).toBe(bodyLimit);
    expect((await refusalOf(readBody(post(`${body} `)))).code).toBe('too-large');
    const said = { 'content-type': 'application/json', 'content-length': String(bodyLimit + 1) };
    expect((await refusalOf(readBody(post('{}', said)))).code).toBe('too-large');
  });

  test('that is no JSON says where it stops being JSON', async () => {
    expect(await refusalOf(readBody(post('{"a":}')))).toEqual({
      code: 'malformed',
      detail: expect.stringMatching(/^The body is not JSON in UTF-8: Unexpected token/),
    });
  });

  test('in another encoding says so', async () => {
    expect(await refusalOf(readBody(post(new Uint8Array([0x22, 0xe9, 0x22]))))).toEqual({
      code: 'malformed',
      detail: 'The body is not JSON in UTF-8: some bytes are no characters.',
    });
  });

  test('thirty levels deep is read, and one level more is not', async () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect((await readBody(post(nested(30)))).value).toBeInstanceOf(Array);
    expect(await refusalOf(readBody(post(nested(31))))).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '', detail: 'Nest the body at most 30 levels deep.' }],
    });
  });
});

describe('what a schema has against a value', () => {
  const Shape = z.strictObject({
    name: z.string(),
    age: z.int().min(1).max(9),
    tags: z.array(z.string()).min(1).max(2).optional(),
    either: z.union([z.string(), z.strictObject({ a: z.string(), b: z.string() })]).optional(),
    score: z.literal([1, 0, -1]).optional(),
    kind: z
      .discriminatedUnion('is', [z.strictObject({ is: z.literal('a') }), z.strictObject({ is: z.literal('b') })])
      .optional(),
  });

  test.each([
    [
      {},
      [
        ['/name', 'Give this field; it is needed.'],
        ['/age', 'Give this field; it is needed.'],
      ],
    ],
    [
      { name: 1, age: '1' },
      [
        ['/name', 'Give a text here.'],
        ['/age', 'Give a number here.'],
      ],
    ],
    [{ name: '', age: 0 }, [['/age', 'Use at least 1.']]],
    [{ name: '', age: 10 }, [['/age', 'Use at most 9.']]],
    [{ name: '', age: 1.5 }, [['/age', 'Give a whole number here.']]],
    [{ name: '', age: 1, tags: [] }, [['/tags', 'Give at least 1.']]],
    [{ name: '', age: 1, tags: ['a', 'b', 'c'] }, [['/tags', 'Keep to 2 entries.']]],
    [
      { name: '', age: 1, 'a/b': 1, 'c~d': 1 },
      [
        ['/a~1b', 'Leave this field out; it is not known here.'],
        ['/c~0d', 'Leave this field out; it is not known here.'],
      ],
    ],
    // Of two shapes, what is wrong with the one that it comes nearest to.
    [{ name: '', age: 1, either: { a: 'x' } }, [['/either/b', 'Give this field; it is needed.']]],
    [{ name: '', age: 1, kind: { is: 'c' } }, [['/kind/is', 'Use one of: "a", "b".']]],
    [{ name: '', age: 1, score: 2 }, [['/score', 'Use one of: 1, 0, -1.']]],
    [[], [['', 'Give an object here.']]],
    [null, [['', 'Give an object here.']]],
  ] as [unknown, [string, string][]][])('%j', (value, errors) => {
    expect(wrongFields(() => parsed(Shape, value))).toEqual(errors.map(([pointer, detail]) => ({ pointer, detail })));
  });

  test('is cut short when it is too much to be read', () => {
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`f${at}`, 1]));
    const found = refusal(() => parsed(z.strictObject({}), many));
    expect([found.detail, found.errors?.length]).toEqual([
      '2000 fields need a change, of which the first 500 are named; nothing was written.',
      500,
    ]);
  });

  test('finds the field that JSON knows and schemas pass over', () => {
    const value: unknown = JSON.parse('{"name":{"__proto__":"x"},"list":[{"__proto__":1}]}');
    expect(wrongFields(() => parsed(z.any(), value)).map(({ pointer }) => pointer)).toEqual([
      '/name/__proto__',
      '/list/0/__proto__',
    ]);
  });
});

describe('a merge patch', () => {
  // The examples of RFC 7396, appendix A.
  test.each([
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', '{}'],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"a":"b"}', '["c"]', '["c"]'],
    ['{"a":"foo"}', 'null', 'null'],
    ['{"a":"foo"}', '"bar"', '"bar"'],
    ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
    ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
    ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ])('%s with %s is %s', (target, patch, result) => {
    expect(merged(JSON.parse(target), JSON.parse(patch))).toEqual(JSON.parse(result));
  });

  const json = fc.jsonValue({ maxDepth: 4 });
  const object = fc.dictionary(fc.string(), json);

  test('twice is the same as once, and never changes what it starts from', () => {
    fc.assert(
      fc.property(object, object, (target, patch) => {
        const before = JSON.stringify(target);
        const once = merged(target, patch);
        expect(merged(once, patch)).toEqual(once);
        expect(JSON.stringify(target)).toBe(before);
      }),
      runs(200, 2_000),
    );
  });

  test('pollutes nothing', () => {
    merged({}, JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
