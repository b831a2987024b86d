import { beforeAll, describe, expect, test } from 'vitest';
import { accountBehind } from '../../../shared/http/session.ts';
import { clientId, issuer, keys, tokenFor } from '../../door.ts';

const door = { trust: () => ({ issuer, clients: [clientId], keys }), site: 'https://plenary.example' };
const behind = (headers: Record<string, string>, method = 'GET'): Promise<string | undefined> =>
  accountBehind(new Request('https://plenary.example/api/v1/summits', { method, headers }), door);

let token: string;
let other: string;
beforeAll(async () => {
  [token, other] = await Promise.all([tokenFor('amira'), tokenFor('jonas')]);
});

describe('who sends a request', () => {
  test('is told by the header, by the cookie where there is no header, or by nothing', async () => {
    const cookie = `__Host-plenary=${token}`;

    expect(await behind({})).toBeUndefined();
    expect(await behind({ cookie: 'theme=dark' })).toBeUndefined();
    expect(await behind({ cookie })).toBe(await behind({ authorization: `Bearer ${token}` }));
    expect(await behind({ cookie, authorization: `Bearer ${other}` })).toBe(
      await behind({ authorization: `Bearer ${other}` }),
    );
  });

  test.each(['', 'nonsense', 'eyJhbGciOiJub25lIn0.e30.'])('is nobody good with the cookie %j', async (value) => {
    await expect(behind({ cookie: `__Host-plenary=${value}` })).rejects.toMatchObject({ code: 'bad-token' });
  });

  test.each(['POST', 'PATCH', 'DELETE'])(
    'writes (%s) with the cookie from a page of this site only',
    async (method) => {
      const cookie = `__Host-plenary=${token}`;
      const name = await behind({ cookie });

      expect(await behind({ cookie, 'sec-fetch-site': 'same-origin' }, method)).toBe(name);
      expect(await behind({ cookie, origin: 'https://plenary.example' }, method)).toBe(name);
      const elsewhere: Record<string, string>[] = [
        {},
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { origin: 'null' },
        { origin: 'https://plenary.example.elsewhere.example' },
        { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of elsewhere)
        await expect(behind({ cookie, ...headers }, method)).rejects.toMatchObject({ code: 'forbidden' });
      // A program's token needs no page.
      expect(await behind({ authorization: `Bearer ${token}`, 'sec-fetch-site': 'cross-site' }, method)).toBe(name);
    },
  );
});
