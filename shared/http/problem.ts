import { type Code, DomainError } from '../domain/error.ts';

/** Where codes become statuses, and nowhere else. */
const statuses: Record<Code, number> = {
  'not-found': 404,
  'method-not-allowed': 405,
  invalid: 422,
  malformed: 400,
  'unsupported-type': 415,
  'too-large': 413,
  'sign-in-required': 401,
  'bad-token': 401,
  forbidden: 403,
  stale: 412,
  'precondition-required': 428,
  'wrong-state': 409,
  'slug-taken': 409,
  'reference-taken': 409,
  'room-taken': 409,
  'person-taken': 409,
  'not-placeable': 409,
  'rules-broken': 409,
  'call-closed': 409,
  'panel-full': 409,
  'chair-taken': 409,
  'person-seated': 409,
  'quota-used': 409,
  'desk-closed': 409,
  'already-signed': 409,
  'already-recorded': 409,
  'outcomes-full': 409,
  'in-use': 409,
  'not-frozen': 409,
  'text-closed': 409,
  'silence-over': 409,
  'signing-closed': 409,
  'wrong-code': 422,
  'not-checkable': 409,
  'key-reused': 422,
  'too-many-at-once': 422,
  'no-address': 409,
  'already-answered': 409,
  'link-expired': 410,
  'too-many-mails': 429,
  'answer-too-large': 422,
  unavailable: 503,
};

export const statusOf = (code: Code): number => statuses[code];

/** Where the reference page explains a code: the `type` of its problems. */
export const typeOf = (code: Code): string => `/api#${code}`;

const titleOf = (code: Code): string => code.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

/** A refusal as RFC 9457 wants it: `instance` is the request's id, `errors` every wrong field at once. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: readonly { pointer: string; detail: string }[];
  conflictsWith?: string;
  [also: string]: unknown;
}

/** A refusal as a problem; `request` is the id under which the log knows it. */
export const problemOf = (error: DomainError, request: string): Problem => ({
  ...error.also,
  type: typeOf(error.code),
  title: titleOf(error.code),
  status: statusOf(error.code),
  detail: error.message,
  instance: request,
  ...(error.errors ? { errors: error.errors } : {}),
  ...(error.conflictsWith ? { conflictsWith: error.conflictsWith } : {}),
});

/** What goes wrong without anybody having refused anything: the log has the cause, the answer has the request's id. */
export const unexpected = (request: string): Problem => ({
  type: 'about:blank',
  title: 'Something went wrong here',
  status: 500,
  detail:
    'Nothing that you did caused this. Try again; if it stays, tell the secretariat the request id in "instance".',
  instance: request,
});

const challenge = (code: Code): string =>
  code === 'bad-token' ? 'Bearer realm="plenary", error="invalid_token"' : 'Bearer realm="plenary"';

/** The answer to a refusal, with the headers that its code calls for. */
export const refusal = (error: DomainError, request: string, headers: Record<string, string> = {}): Response => {
  const problem = problemOf(error, request);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.status === 401 ? { 'www-authenticate': challenge(error.code) } : {}),
      ...(problem.status === 503 ? { 'retry-after': '3' } : {}),
      ...(typeof problem.again === 'string' ? { 'retry-after': new Date(problem.again).toUTCString() } : {}),
      ...headers,
    },
  });
};
