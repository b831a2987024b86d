import type * as z from 'zod';
import { DomainError, type FieldError, invalid } from '../domain/error.ts';
import { characterFault } from '../domain/text.ts';

/** The most a body may hold, in bytes. */
export const bodyLimit = 1_000_000;

/** How deep a body may be nested; no record of ours is half as deep. */
const depthLimit = 30;

/** How many wrong fields are named at once: an answer has to stay small, whatever was sent. */
export const mostNamed = 500;

const tooLarge = (): DomainError => new DomainError('too-large', 'The body is larger than 1 MB. Send less at once.');

/** A body as it came, and what it says. */
export interface Body {
  bytes: string;
  value: unknown;
}

const isJson = (type: string | undefined, accepted: readonly string[]): boolean =>
  accepted.includes((type ?? '').split(';')[0]?.trim().toLowerCase() ?? '');

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

const read = (raw: Uint8Array): Body => {
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

/** Reads a JSON body. Errors: `unsupported-type`, `too-large`, `malformed`, `invalid` when it is nested too deeply to be anything of ours. */
export const readBody = async (request: Request, accepted: readonly string[] = ['application/json']): Promise<Body> => {
  if (!isJson(request.headers.get('content-type') ?? undefined, accepted))
    throw new DomainError('unsupported-type', `Send JSON with the header Content-Type: ${accepted[0]}.`, {
      also: { accepted },
    });
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw tooLarge();
  const raw = new Uint8Array(await request.arrayBuffer());
  if (raw.byteLength > bodyLimit) throw tooLarge();
  const body = read(raw);
  if (isDeeper(body.value, depthLimit))
    throw invalid([{ pointer: '', detail: `Nest the body at most ${depthLimit} levels deep.` }]);
  return body;
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

const oneOf = (values: readonly unknown[] = []): string | undefined =>
  values.length > 0
    ? `Use one of: ${values.map((value) => (typeof value === 'string' ? JSON.stringify(value) : String(value))).join(', ')}.`
    : undefined;

// What zod found, in words that say what to do.
const wordsFor = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Give this field; it is needed.'
        : `Give ${said[issue.expected] ?? issue.expected} here.`;
    case 'invalid_value':
      return oneOf(issue.values) ?? issue.message;
    case 'too_big':
      return issue.origin === 'array'
        ? `Keep to ${issue.maximum} entries.`
        : issue.origin === 'string'
          ? `Shorten it to ${issue.maximum} characters.`
          : `Use at most ${issue.maximum}.`;
    case 'too_small':
      return issue.origin === 'array'
        ? `Give at least ${issue.minimum}.`
        : `Use ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`;
    default:
      return issue.message;
  }
};

const flattened = (issue: z.core.$ZodIssue, at: readonly PropertyKey[] = []): FieldError[] => {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: pointerOf([...path, key]),
      detail: unknownField,
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
    : [{ pointer: pointerOf(path), detail: oneOf('options' in issue ? issue.options : undefined) ?? issue.message }];
};

const isTypeOnly = (issues: readonly z.core.$ZodIssue[]): boolean =>
  issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);

// Keys are texts of callers too: a language tag or a field name with a hidden character would print it back.
const printable = (text: string): string =>
  characterFault(text) === undefined
    ? text
    : Array.from(text, (character) => (characterFault(character) ? '\uFFFD' : character)).join('');

const shortened = (text: string): string => (text.length > 1_000 ? `${text.slice(0, 1_000)}…` : text);

const shown = ({ pointer, detail }: FieldError): FieldError => ({
  pointer: printable(shortened(pointer)),
  detail: printable(shortened(detail)),
});

// JSON knows a field of this name, and schemas pass over it: it is refused like any other field that nobody knows.
const nobodys = '__proto__';

const nobodysFields = (value: unknown, path: readonly PropertyKey[] = []): FieldError[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([field, inner]) =>
        field === nobodys && !Array.isArray(value)
          ? [{ pointer: pointerOf([...path, field]), detail: unknownField }]
          : nobodysFields(inner, [...path, field]),
      )
    : [];

const unknownField = 'Leave this field out; it is not known here.';

const refused = (errors: readonly FieldError[]): DomainError =>
  errors.length <= mostNamed
    ? invalid(errors.map(shown))
    : new DomainError(
        'invalid',
        `${errors.length} fields need a change, of which the first ${mostNamed} are named; nothing was written.`,
        { errors: errors.slice(0, mostNamed).map(shown) },
      );

/** What is wrong between the fields of a draft, judged by those of them that are texts. */
export type Between = (texts: Record<string, string>) => readonly FieldError[];

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

/**
 * The fields of a body that are right by themselves, whatever is wrong with the others: enough to look up what they name. A field that is wrong
 * stands as if it had been left out.
 */
export const salvaged = <S extends z.ZodObject, F extends keyof z.output<S> & string>(
  schema: S,
  value: unknown,
  fields: readonly F[],
): Pick<z.output<S>, F> => {
  const given = isObject(value) ? value : {};
  const entries = fields.map((field) => {
    const shape = schema.shape[field] as z.ZodType;
    const result = shape.safeParse(given[field]);
    return [field, result.success ? result.data : shape.safeParse(undefined).data];
  });
  return Object.fromEntries(entries) as Pick<z.output<S>, F>;
};

/** A refusal with what else is wrong, each field once. */
export const besides = (refusal: DomainError, more: readonly FieldError[]): DomainError => {
  const known = new Set(refusal.errors?.map(({ pointer }) => pointer));
  const added = more.filter(({ pointer }) => !known.has(pointer));
  return added.length === 0 ? refusal : refused([...(refusal.errors ?? []), ...added]);
};

/**
 * The value in the schema's shape. Errors: `invalid`, every wrong field at once: what is wrong in a field, and `between` fields, which a schema
 * keeps silent about when a field is wrong already.
 */
export const parsed = <S extends z.ZodType>(schema: S, value: unknown, between: Between = () => []): z.output<S> => {
  const result = schema.safeParse(value, { reportInput: true });
  const found = result.success ? [] : result.error.issues.flatMap((issue) => flattened(issue));
  const besides = [...nobodysFields(value), ...(result.success ? [] : between(textsOf(value)))];
  const named = new Set(found.map(({ pointer }) => pointer));
  const errors = [...found, ...besides.filter(({ pointer }) => !named.has(pointer))];
  if (errors.length > 0) throw refused(errors);
  return result.data as z.output<S>;
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
