import type * as z from 'zod';
import { DomainError, type FieldError } from '../shared/domain/error.ts';

/** A refusal as plain values, so that a test can assert the whole of it. */
export interface Refusal {
  code: string;
  detail: string;
  errors?: readonly FieldError[];
  conflictsWith?: string;
  also?: Readonly<Record<string, unknown>>;
}

const plain = (error: unknown): Refusal => {
  if (!(error instanceof DomainError)) throw error;
  const { code, message, errors, conflictsWith, also } = error;
  return {
    code,
    detail: message,
    ...(errors && { errors }),
    ...(conflictsWith && { conflictsWith }),
    ...(also && { also }),
  };
};

/** What a deed is refused with. Throws when it is not refused. */
export const refusal = (deed: () => unknown): Refusal => {
  try {
    deed();
  } catch (error) {
    return plain(error);
  }
  throw new Error('It was not refused.');
};

/** The same of a deed under way. */
export const refusalOf = (deed: Promise<unknown>): Promise<Refusal> =>
  deed.then(() => {
    throw new Error('It was not refused.');
  }, plain);

/** The wrong fields of a draft that is refused as `invalid`. */
export const wrongFields = (deed: () => unknown): readonly FieldError[] => {
  const { code, errors } = refusal(deed);
  if (code !== 'invalid' || !errors) throw new Error(`It was refused as ${code}.`);
  return errors;
};

/** What a schema has against a value, in the same words; empty when it accepts it. */
export const issues = (schema: z.ZodType, value: unknown): FieldError[] =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }));
