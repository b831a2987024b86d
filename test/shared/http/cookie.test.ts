import { describe, expect, test } from 'vitest';
import { cookie, cookieIn } from '../../../shared/http/cookie.ts';

const asked = (header?: string): Request =>
  new Request('https://plenary.example/', header === undefined ? {} : { headers: { cookie: header } });

describe('a cookie', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['plenary=abc', 'abc'],
    ['other=1; plenary=abc; more=2', 'abc'],
    ['plenary=a=b==', 'a=b=='],
    ['  plenary = abc ', 'abc'],
    ['xplenary=abc; plenary2=x; __Host-plenary=y', undefined],
    ['plenary', ''],
    ['plenary=first; plenary=second', 'first'],
  ])('is read out of %j as %j', (header, value) => {
    expect(cookieIn(asked(header), 'plenary')).toBe(value);
  });

  test('is of this host alone on HTTPS, and plain where there is no HTTPS', () => {
    expect([
      cookie('plenary', 'abc', 60, 'https://plenary.example'),
      cookie('plenary', 'abc', 60, 'http://127.0.0.1:8080'),
    ]).toEqual([
      '__Host-plenary=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
      'plenary=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
    ]);
  });
});
