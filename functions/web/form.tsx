import { DomainError } from '../../shared/domain/error.ts';
import type { Form } from '../../shared/http/form.ts';
import { faultIn, refusalIn } from '../../shared/words/workspace/refusal.ts';
import { type Faults, whole } from './field.tsx';
import type { Asked } from './page.ts';
import { workLanguage } from './workspace.ts';

// A field of a form is named as the contract points at it, with dots: "title.en" is /title/en. So what a form holds becomes the body of a request, and what
// is wrong with the body stands at its field, without either being told again.

/** What a form carries about itself. */
const keyName = '_key';
const tagName = '_tag';

/** Hidden in every form that changes something: its Idempotency-Key, so that sending it twice acts once, and the ETag of what it was filled in from. */
export const Carried = ({ asked: { site }, form, tag }: { asked: Asked; form?: Form; tag?: string | undefined }) => (
  <>
    <input type="hidden" name={keyName} value={form?.[keyName] ?? site.secret()} />
    {tag === undefined ? null : <input type="hidden" name={tagName} value={tag} />}
  </>
);

/** What a sent form carried. */
export const carried = (form: Form): { key: string | undefined; tag: string | undefined } => ({
  key: form[keyName] || undefined,
  tag: form[tagName] || undefined,
});

/** The field of a form that is nearest to a pointer: itself, or what it stands within; else the form as a whole. */
const fieldAt = (pointer: string, fields: readonly string[]): string => {
  const parts = pointer.replace(/^[/?]/, '').split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    const found = fields.find((field) => field === name) ?? fields.find((field) => field.startsWith(`${name}.`));
    if (found !== undefined) return found;
  }
  return whole;
};

/** A refusal in the reader's words. */
export const refusalWords = (asked: Asked, { code, message }: DomainError): string =>
  refusalIn(workLanguage(asked), code, message);

/**
 * What was refused, at the fields of a form: `fields` are their names. What is about none of them stands with the form as a whole. Errors: whatever is no
 * refusal, and what is the whole page's to say (somebody without an account, or without leave).
 */
export const faultsFrom = (asked: Asked, error: unknown, fields: readonly string[]): Faults => {
  if (!(error instanceof DomainError)) throw error;
  if (['sign-in-required', 'bad-token', 'forbidden', 'not-found', 'unavailable'].includes(error.code)) throw error;
  if (!error.errors) return { [whole]: refusalWords(asked, error) };
  const faults: Record<string, string> = {};
  for (const { pointer, detail } of error.errors) {
    const field = fieldAt(pointer, fields);
    const fault = faultIn(workLanguage(asked), detail);
    faults[field] = faults[field] === undefined ? fault : `${faults[field]} ${fault}`;
  }
  return faults;
};

/** Whether somebody else changed the record after a form was opened. */
export const isStale = (error: unknown): boolean => error instanceof DomainError && error.code === 'stale';
