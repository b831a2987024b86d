import { afterEach, describe, expect, test } from 'vitest';
import { firstHash } from '../../../shared/domain/chain.ts';
import type { Delivery } from '../../../shared/domain/delivery.ts';
import { DeliveryDraft } from '../../../shared/domain/delivery.ts';
import { SignatureDraft, signaturesChain } from '../../../shared/domain/signature.ts';
import { packing, pages } from '../../../shared/contract/package-file.ts';
import { packageOf } from '../../../shared/operations/package.ts';
import { recordDelivery } from '../../../shared/operations/delivery.ts';
import { signDeclaration } from '../../../shared/operations/sign.ts';
import { drainSignatures } from '../../../shared/operations/signature-chain.ts';
import { collections } from '../../../shared/table/key.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { organizationKind } from '../../../shared/table/organization.ts';
import { entryOf } from '../../../shared/table/log.ts';
import { aDoor, type Household, type Json } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { anOrganization } from '../../records.ts';
import { refusalOf } from '../../refusal.ts';

const summit = 'arvenne-2031';
const slug = 'arvenne-declaration';
const path = `/summits/${summit}/declarations/${slug}`;
const chain = signaturesChain(summit, slug);

let house: Household;
afterEach(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const cityOf = (nth: number): string => `city-${String(nth).padStart(3, '0')}`;

/** A summit with a declaration that is open for signature, and as many invented cities as may sign it. */
const opened = async (cities: number, options: Parameters<typeof aDoor>[0] = {}): Promise<void> => {
  house = await aFoundedHouse(options);
  await house.table.batchWrite(
    Array.from({ length: cities }, (_, nth) =>
      itemOf(
        organizationKind,
        anOrganization({
          slug: cityOf(nth),
          name: { en: `City ${nth}` },
          population: [{ value: 1_000, basis: 'own-area', source: 'Register (invented)', year: 2030 }],
        }),
        'given',
      ),
    ),
  );
  await house.secretariat.make(`${path}/opening`, {});
};

const signing = (nth: number): Promise<unknown> =>
  signDeclaration(
    house.door.house,
    house.deed(),
    summit,
    slug,
    SignatureDraft().parse({
      organization: cityOf(nth),
      capacity: 'signatory',
      signedBy: `Mayor ${nth}`,
      title: 'Mayor',
      mandate: { by: 'office' },
      received: { at: house.clock.now.toISOString(), how: 'floor' },
    }),
  );

const sign = async (from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += 16)
    await Promise.all(Array.from({ length: Math.min(16, to - at) }, (_, nth) => signing(at + nth)));
};

const draft = (given: object = {}): DeliveryDraft =>
  DeliveryDraft().parse({
    to: { name: 'Presidency of the River Ministers' },
    place: 'Arvenne, Quay Hall',
    by: 'Sanna Brook',
    ...given,
  });

const delivering = (given: object = {}): Promise<Delivery> =>
  recordDelivery(
    house.door.house,
    house.deed(),
    summit,
    slug,
    draft(given),
    packing(house.door.house, house.clock.now),
  );

const read = async (address: string): Promise<Json> => (await house.secretariat.get(`${path}${address}`)).json;

const move = (to: string): void => void (house.clock.now = new Date(to));

describe('a delivery', () => {
  test('tells what was handed over, with the signatures as they stood', async () => {
    await opened(3);
    await sign(0, 2);
    const { frozen } = (await read('')) as { frozen?: { hash: string } };

    const made = await delivering();

    const entries = (await house.table.all(collections.entriesOf(chain))).map((item) => entryOf(item));
    expect(made).toEqual({
      slug: 'presidency-of-the-river-ministers-2031-03-01-v1',
      version: 1,
      state: 'handed',
      summit,
      declaration: slug,
      to: { organization: undefined, printed: 'Presidency of the River Ministers' },
      on: '2031-03-01',
      place: 'Arvenne, Quay Hall',
      by: 'Sanna Brook',
      note: undefined,
      textVersion: 'v1',
      textHash: frozen?.hash,
      recordedAt: '2031-03-01T09:00:00Z',
      signatures: { count: 2, hash: entries[1]?.hash },
      counts: {
        signatories: { organizations: 2, cities: 2, countries: 1, people: 2_000, of: 2 },
        observers: { organizations: 0, cities: 0, countries: 0, people: 0, of: 0 },
        together: { organizations: 2, cities: 2, countries: 1, people: 2_000, of: 2 },
      },
      package: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, size: expect.any(Number) as number },
    });
    const { sha256, size } = await packageOf(
      house.door.house,
      { summit, declaration: slug },
      { count: 2 },
      {
        at: house.clock.now,
        pages,
      },
    );
    expect(made.package).toEqual({ sha256, size });
  });

  test('before anybody signed names the beginning of the chain', async () => {
    await opened(0);

    expect((await delivering()).signatures).toEqual({ count: 0, hash: firstHash(chain) });
  });

  test('sent again is answered as it was recorded, also once more have signed and it was received', async () => {
    await opened(2);
    await sign(0, 1);
    const first = await delivering();
    await sign(1, 2);
    await house.secretariat.make(`${path}/deliveries/${first.slug}/receipt`, { on: '2031-03-01' });

    const again = await delivering();

    expect(again).toEqual({
      ...first,
      ...again,
      signatures: first.signatures,
      counts: first.counts,
      state: 'received',
    });
    expect((await read('/deliveries')).items).toHaveLength(1);
  });

  test('of which another is recorded to the same addressee on the same day is refused, and changes nothing', async () => {
    await opened(0);
    const { slug: name } = await delivering();
    const before = await house.dump();

    expect(await refusalOf(delivering({ place: 'Elsewhere' }))).toMatchObject({
      code: 'already-recorded',
      conflictsWith: `/api/v1${path}/deliveries/${name}`,
    });
    expect(await house.dump()).toEqual(before);
  });

  test('of a text that is not frozen, or not this one, is refused; of a reported one, too', async () => {
    house = await aFoundedHouse();

    expect(await refusalOf(delivering())).toMatchObject({ code: 'not-frozen' });
    await house.secretariat.make(`${path}/opening`, {});
    expect(await refusalOf(delivering({ textVersion: 'v2' }))).toMatchObject({ code: 'not-frozen' });
    expect(
      await refusalOf(
        recordDelivery(
          house.door.house,
          house.deed(),
          summit,
          'letter-of-the-quays',
          draft(),
          packing(house.door.house, house.clock.now),
        ),
      ),
    ).toMatchObject({ code: 'not-checkable' });
  });

  test.each([
    [{ on: '2031-02-28' }, ['/on']],
    [{ on: '2031-03-02' }, ['/on']],
    [{ to: {} }, ['/to']],
    [{ to: { organization: 'no-such' } }, ['/to/organization']],
  ])('%j is refused with its fields', async (given, pointers) => {
    await opened(0);

    expect((await refusalOf(delivering(given))).errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('is received and replied to, and stays what it was', async () => {
    await opened(1);
    const first = (await house.secretariat.make(`${path}/deliveries`, draft())) as unknown as Delivery;
    await sign(0, 1);
    move('2031-03-20T09:00:00Z');
    const [receipt, reply] = [
      { on: '2031-03-02', words: 'Received.' },
      { on: '2031-03-19', words: 'In June.', document: 'a'.repeat(64) },
    ];
    await house.secretariat.make(`${path}/deliveries/${first.slug}/receipt`, receipt);
    await house.secretariat.make(`${path}/deliveries/${first.slug}/reply`, reply);

    const { receipt: told, reply: replied, state, version, history, ...rest } = await read(`/deliveries/${first.slug}`);

    const { state: _, version: __, ...before } = first;
    expect([rest, told, replied, state, version]).toEqual([before, receipt, reply, 'replied', 3]);
    expect((history as Json[]).map(({ from, to }) => [from, to])).toEqual([
      ['handed', 'received'],
      ['received', 'replied'],
    ]);
    const late = await house.secretariat.post(`${path}/deliveries/${first.slug}/receipt`, receipt);
    expect([late.status, late.json.type]).toEqual([409, '/api#wrong-state']);
    expect((await house.secretariat.patch(`${path}/deliveries/${first.slug}`, {}, { 'if-match': '*' })).status).toBe(
      405,
    );
  });
});

test('a growing list: each count as of its date comes out, and neither delivery ever changes', async () => {
  await opened(104);
  await sign(0, 64);
  const first = await delivering();
  move('2031-04-01T09:00:00Z');
  await sign(64, 76);
  const second = await delivering({ to: { name: 'Assembly of the Basin' } });
  move('2031-05-01T09:00:00Z');
  await sign(76, 104);
  await drainSignatures(house.door.house, summit, slug, house.clock.now);

  const counted = async (query: string): Promise<unknown> =>
    ((await read(`/counts?${query}`)).signatories as Json).organizations;
  expect(
    await Promise.all(
      [
        'asOf=2031-03-01',
        'asOf=2031-03-31',
        'asOf=2031-04-01',
        'asOf=2031-05-01',
        'knownAt=2031-04-15T00:00:00Z',
        '',
      ].map(counted),
    ),
  ).toEqual([64, 64, 76, 104, 76, 104]);
  const deliveries = (await read('/deliveries')).items as unknown as Delivery[];
  const plain = (one: Delivery): unknown => JSON.parse(JSON.stringify(one));
  expect(deliveries).toEqual([plain(second), plain(first)]);
  expect([first, second].map(({ counts, signatures }) => [counts.signatories.organizations, signatures.count])).toEqual(
    [
      [64, 64],
      [76, 76],
    ],
  );
});

test('delivering while signing: who signs meanwhile is among those handed over, or is not', async () => {
  await opened(24, { plan: { seed: 7, conflicts: true, hold: 10, cutAfter: 0.05, throttle: 0.03 } });
  await sign(0, 4);
  const deeds = Array.from({ length: 20 }, (_, nth) => signing(4 + nth));
  const [made, again] = await Promise.all([delivering(), delivering(), ...deeds]);
  await drainSignatures(house.door.house, summit, slug, house.clock.now);

  // Two who deliver the same at once are one delivery.
  expect(again).toEqual(made);
  const entries = (await house.table.all(collections.entriesOf(chain))).map((item) => entryOf(item));
  expect(entries).toHaveLength(24);
  const { count, hash } = made?.signatures ?? { count: 0, hash: '' };
  expect(count).toBeGreaterThanOrEqual(4);
  expect(entries[count - 1]?.hash).toBe(hash);
  expect(made?.counts.signatories.organizations).toBe(count);
  expect(((await read('/counts')).signatories as Json).organizations).toBe(24);
});
