import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recording } from '../../../shared/operations/public-key.ts';
import { aDoor, type Household } from '../../door.ts';
import { aReaderOf } from '../../pages.ts';
import { aSigner } from '../../signer.ts';

let house: Household;
beforeAll(async () => {
  house = await aDoor();
});
afterAll(() => house.close());

const served = async (): Promise<(JsonWebKey & { kid: string })[]> =>
  JSON.parse((await aReaderOf(house).get('/.well-known/jwks.json')).html).keys;

test('the keys of the platform are there for everybody, the earlier ones with the one that signs now', async () => {
  expect(await served()).toEqual([]);
  const signers = [aSigner(), aSigner()];
  const texts = ['signed before', 'signed after'];
  const signed = [];
  for (const [nth, signer] of signers.entries()) {
    house.clock.move(3600);
    const text = texts[nth] ?? '';
    const digest = createHash('sha256').update(text).digest();
    signed.push({ text, ...(await recording(house.table, signer, () => house.clock.now).sign(digest)) });
  }

  const keys = await served();

  expect(keys).toEqual([
    { ...signers[0]?.keys[0], since: '2031-03-01T10:00:00Z', until: '2031-03-01T11:00:00Z' },
    { ...signers[1]?.keys[0], since: '2031-03-01T11:00:00Z' },
  ]);
  for (const { text, key: name, signature } of signed) {
    const jwk = keys.find(({ kid }) => kid === name) ?? {};
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
  }
});

test('they may be kept for minutes, and be read by programs of other sites', async () => {
  const { status, headers } = await aReaderOf(house).get('/.well-known/jwks.json');
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'application/jwk-set+json',
    'cache-control': 'public, max-age=300',
    vary: 'Accept-Encoding',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  });
});
