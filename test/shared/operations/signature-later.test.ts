import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../shared/domain/access.ts';
import { digestOf } from '../../../shared/domain/chain.ts';
import type { SignatureReceipt } from '../../../shared/domain/signature-receipt.ts';
import { signaturesChain } from '../../../shared/domain/signature.ts';
import { auditTrail } from '../../../shared/operations/audit.ts';
import { drainSignatures } from '../../../shared/operations/signature-chain.ts';
import { suspendSignature } from '../../../shared/operations/signature-later.ts';
import { sequenceAll } from '../../../shared/operations/trail.ts';
import type { Household, Json, Reply } from '../../door.ts';
import { aSigning, aSigningHouse, aText, delegateOf, signingSummit } from '../../signatories.ts';

let house: Household;
beforeAll(async () => {
  house = await aSigningHouse();
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const slugOf = (text: string): string => text.split('/').at(-1) ?? '';
const drain = (text: string) => drainSignatures(house.door.house, signingSummit, slugOf(text), house.clock.now);
const codeOf = ({ status, json }: Reply): unknown => [status, json.type];

const signed = async (): Promise<{ text: string; address: string; mayor: Household['secretariat'] }> => {
  const text = await aText(house);
  const mayor = await delegateOf(house, 'arvenne');
  await mayor.make(`${text}/signatures`, aSigning('arvenne'));
  return { text, mayor, address: `${text}/signatures/arvenne-signatory` };
};

/** Somebody of the organization, by a link. */
const suspend = (text: string): Promise<object> => {
  const caller: Caller = { kind: 'account', name: 'link', roles: [{ role: 'signer', summit: signingSummit }] };
  const at = { summit: signingSummit, declaration: slugOf(text), signature: 'arvenne-signatory' };
  return suspendSignature(house.door.house, house.deed({ caller }), at, 'Nobody here signed this.');
};

const chainOf = async (text: string): Promise<Json[]> => (await house.everyone.get(`${text}/chain`)).json.items ?? [];
const actsIn = async (text: string): Promise<unknown> =>
  (await chainOf(text)).map(({ number, entry }) => [number, (entry as Json).act]);

const receiptAt = async (address: string): Promise<SignatureReceipt> =>
  (await house.everyone.get(`${address}/receipt`)).json as unknown as SignatureReceipt;

describe('a withdrawal', () => {
  test('is a later record: the act stays, with its reason and its day, in the chain and out of the counts of today', async () => {
    const { text, address, mayor } = await signed();
    house.clock.move(24 * 3_600);

    const withdrawn = await mayor.make(`${address}/withdrawal`, { reason: 'The council decided otherwise.' });

    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      on: '2031-03-01',
      withdrawnOn: '2031-03-02',
      withdrawal: { reason: 'The council decided otherwise.', proof: 'account' },
      followed: [{ act: 'withdrawn', at: '2031-03-02T09:00:00Z', entry: expect.stringContaining('2031-03-02') }],
    });
    await drain(text);
    expect(await actsIn(text)).toEqual([
      [1, 'signed'],
      [2, 'withdrawn'],
    ]);
    const counted = async (query: string) =>
      ((await house.everyone.get(`${text}/counts${query}`)).json.signatories as Json).organizations;
    expect([await counted(''), await counted('?asOf=2031-03-01'), await counted('?asOf=2031-03-02')]).toEqual([
      0, 1, 0,
    ]);
    const again = await mayor.post(`${address}/withdrawal`, { reason: 'Twice.' });
    expect(codeOf(again)).toEqual([409, '/api#wrong-state']);
  });

  test('arrives as a signature does, also when the declaration is closed, and by nobody else', async () => {
    const { text, address } = await signed();
    await house.secretariat.make(`${text}/closing`, {});
    const received = { at: '2031-03-02T08:00:00Z', how: 'floor', from: 'The clerk' };
    const other = await delegateOf(house, 'port-selva');

    expect((await other.post(`${address}/withdrawal`, { reason: 'Not theirs.' })).status).toBe(403);
    const bare = await house.secretariat.post(`${address}/withdrawal`, { reason: 'By word of mouth.' });
    expect(bare.json.errors?.map(({ pointer }) => pointer)).toEqual(['/received']);
    const before = await house.secretariat.post(`${address}/withdrawal`, {
      reason: 'Too early.',
      on: '2031-02-01',
      received,
    });
    expect(before.json.errors?.map(({ pointer }) => pointer)).toEqual(['/on']);
    await house.secretariat.make(`${address}/withdrawal`, { reason: 'By word of mouth.', received });

    const { withdrawal } = (await house.everyone.get(address)).json as { withdrawal: Json };
    expect(withdrawal).toEqual({
      reason: 'By word of mouth.',
      proof: 'floor',
      received: { at: received.at, how: 'floor' },
    });
  });

  test('lets the organization sign anew, once: another act beside the first', async () => {
    const { text, address, mayor } = await signed();
    const refused = await mayor.post(`${text}/signatures`, aSigning('arvenne'));
    await mayor.make(`${address}/withdrawal`, { reason: 'To be decided again.' });

    const replies = await Promise.all([1, 2].map(() => mayor.post(`${text}/signatures`, aSigning('arvenne'))));

    const inTheWay = (slug: string) => `/api/v1${text}/signatures/${slug}`;
    expect([codeOf(refused), refused.json.conflictsWith]).toEqual([
      [409, '/api#already-signed'],
      inTheWay('arvenne-signatory'),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.json.conflictsWith).toBe(inTheWay('arvenne-signatory-2'));
    expect(
      (await house.everyone.get(`${text}/signatures`)).json.items?.map(({ slug, state }) => [slug, state]),
    ).toEqual([
      ['arvenne-signatory', 'withdrawn'],
      ['arvenne-signatory-2', 'valid'],
    ]);
  });
});

describe('“this was not us”', () => {
  test('suspends, and an organizer decides: upheld or void, each an entry of the chain; the words of who said so are not in it', async () => {
    const { text, address, mayor } = await signed();

    await suspend(text);
    expect((await house.everyone.get(address)).json).toMatchObject({ state: 'suspended' });
    expect((await mayor.post(`${address}/decision`, { to: 'valid', reason: 'It was.' })).status).toBe(403);
    await house.secretariat.make(`${address}/decision`, { to: 'valid', reason: 'The mayor has confirmed it.' });
    await suspend(text);
    const decided = await house.secretariat.make(`${address}/decision`, { to: 'void', reason: 'A forged mandate.' });

    expect(decided).toMatchObject({ state: 'void' });
    await drain(text);
    expect(await actsIn(text)).toEqual([
      [1, 'signed'],
      [2, 'suspended'],
      [3, 'upheld'],
      [4, 'suspended'],
      [5, 'voided'],
    ]);
    const texts = (await chainOf(text)).map((one) => JSON.parse(String(one.text)) as Json);
    expect(texts.map(({ reason }) => reason)).toEqual([
      undefined,
      undefined,
      'The mayor has confirmed it.',
      undefined,
      'A forged mandate.',
    ]);
    expect(texts.map(({ signature }) => (signature as Json).state)).toEqual([
      'valid',
      'suspended',
      'valid',
      'suspended',
      'void',
    ]);
    // Whoever never signed may sign.
    await mayor.make(`${text}/signatures`, aSigning('arvenne'));
  });

  test('is decided only when it was said', async () => {
    const { address } = await signed();

    const early = await house.secretariat.post(`${address}/decision`, { to: 'void', reason: 'Nobody asked.' });

    expect(early.json).toMatchObject({ type: '/api#wrong-state', state: 'valid', allowed: ['suspended', 'withdrawn'] });
  });
});

describe('a receipt', () => {
  test('says what was signed, and where that stands in the chain once it has its number', async () => {
    const { text, address, mayor } = await signed();
    const { entry, text: version } = (await house.everyone.get(address)).json;

    const waiting = await receiptAt(address);
    await drain(text);
    await mayor.make(`${address}/withdrawal`, { reason: 'Decided otherwise.' });
    await drain(text);
    const receipt = await receiptAt(address);

    expect(waiting.head).toBeUndefined();
    expect(waiting.acts.map(({ place }) => place)).toEqual([undefined]);
    expect(receipt).toMatchObject({
      format: 'plenary-signature-receipt/1',
      says: { en: 'Plenary attests who acted; the city’s own key did not sign.' },
      signature: 'arvenne-signatory',
      text: version,
      signedBy: 'Ilka Verrane',
      proof: 'account',
      state: 'withdrawn',
      chain: signaturesChain(signingSummit, slugOf(text)),
      check: { keys: '/.well-known/jwks.json', chain: `/api/v1${text}/chain` },
    });
    const chain = await chainOf(text);
    expect(receipt.acts.map(({ act, place }) => [act, place])).toEqual([
      ['signed', { number: 1, hash: chain[0]?.hash }],
      ['withdrawn', { number: 2, hash: chain[1]?.hash }],
    ]);
    expect(receipt.head).toMatchObject({ count: 2, hash: chain[1]?.hash, key: expect.any(String) });
    for (const [at, act] of receipt.acts.entries()) {
      expect(digestOf(act)).toBe(act.digest);
      const of = `declaration/${signingSummit}/${slugOf(text)}/signature/arvenne-signatory`;
      expect(chain[at]?.entry).toMatchObject({ what: [{ type: 'signature', of, digest: act.digest }] });
    }
    const [first] = receipt.acts;
    expect(first).toMatchObject({ entry, at: '2031-03-02T09:00:00Z' });
    expect(JSON.parse(first?.text ?? '')).toMatchObject({
      act: 'signed',
      signature: { slug: 'arvenne-signatory', text: version, counted: { population: { value: 412_000 } } },
    });
    expect((await house.everyone.get(`${text}/chain-head`)).json).toMatchObject({ ...receipt.head, waiting: 0 });
  });
});

test('every chain of signatures is audited with the trail, and is whole', async () => {
  const { door, table, clock } = house;
  await sequenceAll(door.house, door.house.signer, clock.now);

  const verdicts = await auditTrail(table, (await door.house.signer.publicKeys()) ?? []);

  const ours = verdicts.filter(({ chain }) => chain.startsWith('signatures:'));
  expect(ours.length).toBeGreaterThan(4);
  expect(ours.flatMap(({ faults, waiting }) => [...faults, waiting])).toEqual(ours.map(() => 0));
});
