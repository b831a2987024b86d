import type * as z from 'zod';
import { DomainError, type FieldError, invalid } from '../domain/error.ts';
import { characterFault } from '../domain/text.ts';

/** The most a body may hold, in bytes. */
export const bodyLimit = 1_000_000;

const tooLarge = (): DomainError => new DomainError('too-large', 'The body is larger than 1 MB. Send less at once.');

/** A body as it came, and what it says. */
export interface Body {
  bytes: string;
  value: unknown;
}

const isJson = (type: string | undefined, accepted: readonly string[]): boolean =>
  accepted.includes((type ?? '').split(';')[0]?.trim().toLowerCase() ?? '');

/** Reads a JSON body. Errors: `unsupported-type`, `too-large`, `malformed`. */
export const readBody = async (request: Request, accepted: readonly string[] = ['application/json']): Promise<Body> => {
  if (!isJson(request.headers.get('content-type') ?? undefined, accepted))
    throw new DomainError('unsupported-type', `Send JSON with the header Content-Type: ${accepted[0]}.`, {
      also: { accepted },
    });
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw tooLarge();
  const raw = new Uint8Array(await request.arrayBuffer());
  if (raw.byteLength > bodyLimit) throw tooLarge();
  try {
    const bytes = new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return { bytes, value: JSON.parse(bytes) };
  } catch (error) {
    throw new DomainError(
      'malformed',
      `The body is not JSON in UTF-8: ${error instanceof SyntaxError ? error.message : 'some bytes are no characters'}.`,
    );
  }
};

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const said: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

// What zod found, in words that say what to do.
const wordsFor = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Give this field; it is needed.'
        : `Give ${said[issue.expected] ?? issue.expected} here.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'too_big':
      return issue.origin === 'array'
        ? `Keep to ${issue.maximum} entries.`
        : issue.origin === 'string'
          ? `Shorten it to ${issue.maximum} characters.`
          : `Use at most ${issue.maximum}.`;
    case 'too_small':
      return issue.origin === 'array' ? `Give at least ${issue.minimum}.` : `Use at least ${issue.minimum}.`;
    default:
      return issue.message;
  }
};

const flattened = (issue: z.core.$ZodIssue, at: readonly PropertyKey[] = []): FieldError[] => {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: pointerOf([...path, key]),
      detail: 'Leave this field out; it is not known here.',
    }));
  if (issue.code === 'invalid_union') return closest(issue, path);
  return [{ pointer: pointerOf(path), detail: wordsFor(issue) }];
};

// Of several shapes that a value could have, the complaints of the one it comes nearest to.
const closest = (issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[]): FieldError[] => {
  const [nearest] = issue.errors.toSorted(
    (a, b) => Number(isTypeOnly(a)) - Number(isTypeOnly(b)) || a.length - b.length,
  );
  return nearest?.length
    ? nearest.flatMap((inner) => flattened(inner, path))
    : [{ pointer: pointerOf(path), detail: issue.message }];
};

const isTypeOnly = (issues: readonly z.core.$ZodIssue[]): boolean =>
  issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);

// Keys are texts of callers too: a language tag or a field name with a hidden character would print it back.
const shown = (error: FieldError): FieldError => ({
  pointer: [...error.pointer].map((character) => (characterFault(character) ? '\uFFFD' : character)).join(''),
  detail: error.detail,
});

/** The value in the schema's shape. Errors: `invalid`, every wrong field at once. */
export const parsed = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap((issue) => flattened(issue)).map(shown));
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON Merge Patch (RFC 7396): what is null goes, objects merge, everything else replaces. */
export const merged = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete result[field];
    // Defined, not assigned: a field named __proto__ is a field like any other and gets refused as unknown.
    else
      Object.defineProperty(result, field, {
        value: merged(result[field], value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return result;
};
