import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recording } from '../../../shared/operations/public-key.ts';
import { listPublicKeys } from '../../../shared/table/public-key.ts';
import { aDoor, type Household } from '../../door.ts';
import { aSigner } from '../../signer.ts';

let house: Household;
beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true, hold: 5 }, pace: { patience: 20_000 } });
});
afterAll(() => house.close());

const digest = new Uint8Array(32);
const [first, second] = [aSigner(), aSigner()];
const at = (instant: string) => () => new Date(instant);
/** A container that signs with this key. */
const container = (signer: ReturnType<typeof aSigner>, instant: string) => recording(house.table, signer, at(instant));

describe('the keys that the platform signs with', () => {
  test('are on record before their first signature is given out, once, however many sign at once', async () => {
    expect(await listPublicKeys(house.table)).toEqual([]);
    const many = Array.from({ length: 12 }, () => container(first, '2031-03-01T09:00:00Z'));

    const signed = await Promise.all(many.map((one) => one.sign(digest)));

    expect(new Set(signed.map(({ key }) => key))).toEqual(new Set([first.keys[0]?.kid]));
    expect(await listPublicKeys(house.table)).toEqual([{ key: first.keys[0], since: '2031-03-01T09:00:00Z' }]);
  });

  test('cost nothing more from the second signature on', async () => {
    const one = container(first, '2031-03-02T09:00:00Z');
    await one.sign(digest);
    house.proxy.forget();

    await Promise.all(Array.from({ length: 5 }, () => one.sign(digest)));

    expect(house.proxy.counts).toEqual({});
  });

  test('stay when another takes their place, which says until when; many who change over at once agree', async () => {
    const many = Array.from({ length: 8 }, () => container(second, '2032-01-10T08:00:00Z'));

    await Promise.all(many.map((one) => one.sign(digest)));

    expect(await listPublicKeys(house.table)).toEqual([
      { key: first.keys[0], since: '2031-03-01T09:00:00Z', until: '2032-01-10T08:00:00Z' },
      { key: second.keys[0], since: '2032-01-10T08:00:00Z' },
    ]);
  });

  test('may come back, as when a deployment is taken back', async () => {
    await container(first, '2032-01-11T08:00:00Z').sign(digest);

    expect(await listPublicKeys(house.table)).toEqual([
      { key: first.keys[0], since: '2031-03-01T09:00:00Z' },
      { key: second.keys[0], since: '2032-01-10T08:00:00Z', until: '2032-01-11T08:00:00Z' },
    ]);
  });
});

test('a key that cannot be put on record signs nothing, and the next signature tries again', async () => {
  const third = aSigner();
  let instants = 0;
  const moody = recording(house.table, third, () => {
    if ((instants += 1) === 1) throw new Error('out of reach');
    return new Date('2033-01-01T00:00:00Z');
  });

  await expect(moody.sign(digest)).rejects.toThrow('out of reach');
  expect(await listPublicKeys(house.table)).toHaveLength(2);
  await moody.sign(digest);

  expect((await listPublicKeys(house.table)).at(-1)).toEqual({ key: third.keys[0], since: '2033-01-01T00:00:00Z' });
});
