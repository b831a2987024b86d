import { describe, expect, test } from 'vitest';
import { type Code, codes, DomainError } from '../../../shared/domain/error.ts';
import { refusal, statusOf, unexpected } from '../../../shared/http/problem.ts';
import { stampOf } from '../../../shared/http/stamp.ts';

const all = Object.keys(codes) as Code[];

test.each(all)('%s is a problem with a type that the reference page explains', async (code) => {
  const response = refusal(new DomainError(code, 'Do this instead.', { also: { state: 'held', status: 999 } }), 'r-1');
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({
    type: `/api#${code}`,
    title: expect.stringMatching(/^[A-Z][a-z -]+$/),
    status: response.status,
    detail: 'Do this instead.',
    instance: 'r-1',
    state: 'held',
  });
  expect(response.status).toBe(statusOf(code));
});

test('statuses say what the contract says', () => {
  const codesOf = (status: number): Code[] => all.filter((code) => statusOf(code) === status);
  expect(
    [400, 401, 403, 404, 405, 412, 413, 415, 422, 428, 429, 500, 503].map((status) => [status, codesOf(status)]),
  ).toEqual([
    [400, ['malformed']],
    [401, ['sign-in-required', 'bad-token']],
    [403, ['forbidden']],
    [404, ['not-found']],
    [405, ['method-not-allowed']],
    [412, ['stale']],
    [413, ['too-large']],
    [415, ['unsupported-type']],
    [422, ['invalid', 'wrong-code', 'key-reused', 'too-many-at-once', 'answer-too-large']],
    [428, ['precondition-required']],
    [429, ['too-many-mails']],
    [500, []],
    [503, ['unavailable']],
  ]);
});

describe('headers', () => {
  test.each([
    ['sign-in-required', 'www-authenticate', 'Bearer realm="plenary"'],
    ['bad-token', 'www-authenticate', 'Bearer realm="plenary", error="invalid_token"'],
    ['forbidden', 'www-authenticate', null],
    ['unavailable', 'retry-after', '3'],
  ] as const)('%s has %s: %s', (code, header, value) => {
    expect(refusal(new DomainError(code, 'x'), 'r-1').headers.get(header)).toBe(value);
  });
});

test('whoever is told when to try again is told so in the header too', () => {
  const error = new DomainError('too-many-mails', 'x', { also: { again: '2031-03-02T00:00:00Z' } });

  expect(refusal(error, 'r-1').headers.get('retry-after')).toBe('Sun, 02 Mar 2031 00:00:00 GMT');
});

test('an accident tells the request id, and nothing of what happened', () => {
  expect(unexpected('r-1')).toEqual({
    type: 'about:blank',
    title: 'Something went wrong here',
    status: 500,
    detail:
      'Nothing that you did caused this. Try again; if it stays, tell the secretariat the request id in "instance".',
    instance: 'r-1',
  });
});

describe('the stamp of a request', () => {
  const otherwise = () => ({ request: 'own', at: new Date(0) });

  test('is the gateway’s, where there is one', () => {
    const env = { event: { requestContext: { requestId: 'g-1', timeEpoch: 1_930_000_000_000 } } };
    expect(stampOf(env, otherwise)).toEqual({ request: 'g-1', at: new Date(1_930_000_000_000) });
  });

  test.each([undefined, {}, { event: {} }, { event: { requestContext: {} } }])('is our own with %j', (env) => {
    expect(stampOf(env, otherwise)).toEqual(otherwise());
  });
});
