/**
 * Every code that a refusal can carry, with the one sentence the reference page prints for it. Codes are stable: clients
 * decide by them, so a code may be added, never renamed. Which status a code becomes is decided in http/problem.ts.
 */
export const codes = {
  'not-found': 'There is nothing here, or nothing that you may see.',
  'method-not-allowed': 'This address answers other methods; they stand in the Allow header.',
  invalid: 'One or more fields are not as the contract wants them; each is named with its pointer.',
  malformed: 'The body is not JSON.',
  'unsupported-type': 'The body has to be JSON.',
  'too-large': 'The body is larger than 1 MB.',
  'sign-in-required': 'This needs a bearer token.',
  'bad-token': 'The bearer token was not accepted.',
  forbidden: 'The caller may not do this.',
  stale: 'The record has changed since it was read.',
  'precondition-required': 'A change has to say which version it changes, in If-Match.',
  'wrong-state': 'The record is in a state that does not allow this.',
  'slug-taken': 'Another record has this name in the address.',
  'reference-taken': 'Another session of the summit has this reference code.',
  'room-taken': 'The room is taken then.',
  'person-taken': 'Somebody who confirmed, or who is in the crew, is in another session then.',
  'not-placeable':
    'The place does not satisfy what the room, the track or the summit asks for; each conflict is named.',
  'rules-broken': 'The panel breaks a rule of its track; each is named, and can be waived with a reason.',
  'call-closed': 'The call for proposals is not open yet, or not any more.',
  'panel-full': 'The panel has as many people as its track allows.',
  'chair-taken': 'The panel already has its moderator or chair.',
  'person-seated': 'The person already has a place on this panel.',
  'quota-used': 'The desk has used its quota.',
  'desk-closed': 'The desk takes no nominations, or no more.',
  'already-signed': 'The organization has already acted on this declaration in this capacity.',
  'already-recorded': 'There is already such a record.',
  'outcomes-full': 'The session has as many outcomes as it can hold.',
  'in-use': 'Something else depends on the record.',
  'not-frozen': 'Only a frozen text can be signed, delivered or packaged.',
  'text-closed': 'The text is not being drafted: it was circulated or frozen.',
  'silence-over': 'The silence procedure has been decided, or its deadline is past.',
  'signing-closed': 'The declaration is not open for signature.',
  'wrong-code': 'The code is not the one that was sent, or its time is over.',
  'not-checkable': 'A reported declaration has no text here: it is never frozen, signed or packaged.',
  'key-reused': 'The Idempotency-Key was used before with another request.',
  'too-many-at-once': 'The deed touches more records, or larger ones, than one transaction can hold.',
  'no-address': 'The person has no address on file that a mail could go to.',
  'already-answered': 'The invitation has been answered already, in another way.',
  'link-expired': 'The link was good until a time that is past; a new one can be asked for.',
  'too-many-mails': 'This recipient was sent as many of these mails as one day allows.',
  'answer-too-large': 'The answer is larger than one response can carry.',
  unavailable: 'The records could not be reached in time.',
} as const;

export type Code = keyof typeof codes;

/** One wrong field: an RFC 6901 pointer into the body (or `?name` for a query parameter) and what to do about it. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/**
 * A refusal in the domain's own words. `detail` is for people and says what to do; `errors` names every wrong field at once;
 * `conflictsWith` is the API path of the record in the way; `also` is whatever else helps a client to decide (such as the allowed states).
 */
export class DomainError extends Error {
  readonly code: Code;
  readonly errors: readonly FieldError[] | undefined;
  readonly conflictsWith: string | undefined;
  readonly also: Readonly<Record<string, unknown>> | undefined;

  constructor(
    code: Code,
    detail: string,
    more: { errors?: readonly FieldError[]; conflictsWith?: string; also?: Record<string, unknown> } = {},
  ) {
    super(detail);
    this.name = 'DomainError';
    this.code = code;
    this.errors = more.errors;
    this.conflictsWith = more.conflictsWith;
    this.also = more.also;
  }
}

/** Refuses a request because of its fields, all of them at once. */
export const invalid = (errors: readonly FieldError[]): DomainError =>
  new DomainError(
    'invalid',
    errors.length === 1
      ? 'One field needs a change; nothing was written.'
      : `${errors.length} fields need a change; nothing was written.`,
    { errors },
  );

/** Refuses for everything that was found wrong; for nothing, nothing. Errors: `invalid`. */
export const refuseAll = (errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw invalid(errors);
};

/** The same answer for what is absent and for what the caller may not know of. */
export const notFound = (what: string): DomainError =>
  new DomainError('not-found', `There is no such ${what}. Check the address; lists show what there is.`);
