import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digest } from '../../../shared/domain/digest.ts';
import type { Household, Json, Reply } from '../../door.ts';
import { aCity, aSigning, aSigningHouse, aText, delegateOf, signingSummit } from '../../signatories.ts';

let house: Household;
beforeAll(async () => {
  house = await aSigningHouse();
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const faultsOf = ({ status, json }: Reply): unknown => [status, json.errors?.map(({ pointer }) => pointer)];
const codeOf = ({ status, json }: Reply): unknown => [status, json.type];

describe('a delegate', () => {
  test('signs the frozen version through a person with a mandate, and its people are counted as they are today', async () => {
    const text = await aText(house);
    const mayor = await delegateOf(house, 'arvenne');
    const { frozen } = (await house.everyone.get(text)).json as { frozen: Json };

    const { status, headers, json } = await mayor.post(`${text}/signatures`, aSigning('arvenne'));

    expect([status, headers.get('location')]).toEqual([201, `/api/v1${text}/signatures/arvenne-signatory`]);
    expect(json).toEqual({
      slug: 'arvenne-signatory',
      version: 1,
      state: 'valid',
      origin: 'held',
      sources: [],
      corrections: [],
      summit: signingSummit,
      declaration: text.split('/').at(-1),
      organization: 'arvenne',
      printed: 'arvenne',
      capacity: 'signatory',
      on: '2031-03-01',
      recordedAt: '2031-03-01T09:00:00Z',
      signedBy: 'Ilka Verrane',
      title: 'Mayor',
      mandate: { by: 'office' },
      proof: 'account',
      text: { version: 'v1', hash: frozen.hash },
      entry: expect.stringMatching(/^2031-03-01T09:00:00\.000Z#request-\d+#arvenne-signatory$/),
      counted: {
        organization: 'arvenne',
        printed: 'arvenne',
        kind: 'city',
        country: 'FR',
        population: { value: 412_000, year: 2029, basis: 'own-area', source: 'Municipal register (invented)' },
      },
    });
    expect((await house.everyone.get(`${text}/signatures/arvenne-signatory`)).json).toEqual(json);
  });

  test('is told everything that is missing at once, and nothing is written', async () => {
    const text = await aText(house);
    const mayor = await delegateOf(house, 'arvenne');
    const before = await house.dump();

    const bare = await mayor.post(`${text}/signatures`, { organization: 'arvenne', capacity: 'signatory' });
    const wrong = await mayor.post(
      `${text}/signatures`,
      aSigning('arvenne', {
        title: undefined,
        on: '2031-02-01',
        received: { at: '2031-03-01T08:00:00Z', how: 'floor' },
        mandate: { by: 'office', decidedOn: '2031-03-02', from: '2031-04', until: '2030' },
        reservation: { text: 'Not for us.', paragraphs: ['nowhere'] },
      }),
    );

    expect(faultsOf(bare)).toEqual([422, ['/signedBy', '/title', '/mandate']]);
    expect(faultsOf(wrong)).toEqual([
      422,
      [
        '/on',
        '/title',
        '/mandate/decidedOn',
        '/mandate/from',
        '/mandate/until',
        '/received',
        '/reservation/paragraphs/0',
      ],
    ]);
    expect(await house.dump()).toEqual(before);
  });

  test('reserves paragraphs that the signed text has', async () => {
    const text = await aText(house);
    const mayor = await delegateOf(house, 'arvenne');
    const { paragraphs } = (await house.everyone.get(text)).json as { paragraphs: Json[] };
    const reservation = { text: 'No ferries at night.', paragraphs: [String(paragraphs[1]?.slug)] };

    const signed = await mayor.make(`${text}/signatures`, aSigning('arvenne', { reservation }));

    expect(signed).toMatchObject({ reservation });
  });

  test('signs for no other organization, and does not say how it arrived', async () => {
    const text = await aText(house);
    const mayor = await delegateOf(house, 'arvenne');

    expect((await mayor.post(`${text}/signatures`, aSigning('port-selva'))).status).toBe(403);
    const { status, json } = await mayor.post(
      `${text}/signatures`,
      aSigning('arvenne', { received: { at: '2031-03-01T08:00:00Z', how: 'floor' } }),
    );
    expect([status, json.errors?.[0]?.pointer]).toEqual([422, '/received']);
  });

  test('acts once for one Idempotency-Key, and is answered the same when it can no longer be done', async () => {
    const text = await aText(house);
    const mayor = await delegateOf(house, 'arvenne');
    const key = { 'idempotency-key': 'sign-once' };

    const first = await mayor.post(`${text}/signatures`, aSigning('arvenne'), key);
    await house.secretariat.make(`${text}/closing`, {});
    const again = await mayor.post(`${text}/signatures`, aSigning('arvenne'), key);

    expect([first.status, again.status, again.json]).toEqual([201, 201, first.json]);
    expect((await house.everyone.get(`${text}/chain`)).json.items).toHaveLength(1);
  });

  test('whose role ends, and a mayor who leaves, change nothing of what was signed', async () => {
    const text = await aText(house);
    const { make, pass, post } = house.secretariat;
    await make('/organizations', { slug: 'quelle', name: { en: 'Quelle' }, kind: 'city' });
    await make(`/summits/${signingSummit}/participations`, { organization: 'quelle', capacities: ['host'] });
    const { id } = await make('/people', { name: 'Oda Lind' });
    const { slug } = await make('/organizations/quelle/roles', { role: 'delegate', client: 'quelles-clerk' });
    const clerk = await house.as('quelles-clerk');
    await clerk.make(`${text}/signatures`, aSigning('quelle', { signedBy: 'Oda Lind' }));
    const before = await house.everyone.get(`${text}/signatures/quelle-signatory`);

    await pass(`/organizations/quelle/roles/${String(slug)}`, 'ended');
    await post(`/people/${String(id)}/erasure`, { names: true, reason: 'Left the office.' });
    await house.secretariat.patch('/organizations/quelle', { name: { en: 'New Quelle' } }, { 'if-match': '*' });

    expect((await house.everyone.get(`${text}/signatures/quelle-signatory`)).json).toEqual(before.json);
    expect(before.json).toMatchObject({ signedBy: 'Oda Lind', printed: 'Quelle', state: 'valid' });
  });
});

describe('an organizer', () => {
  test('enters what arrived: when, how and its hash, on the day that stands on it', async () => {
    const text = await aText(house);
    house.clock.move(3 * 24 * 3_600);
    const received = { at: '2031-03-03T23:30:00Z', how: 'paper', from: 'Courier', document: digest('a scanned page') };

    const late = await house.secretariat.make(`${text}/signatures`, aSigning('arvenne', { received }));
    const dated = await house.secretariat.make(
      `${text}/signatures`,
      aSigning('port-selva', { received, on: '2031-03-02' }),
    );

    // Half past eleven in UTC is the next day in Paris.
    expect(late).toMatchObject({ proof: 'paper', on: '2031-03-04', recordedAt: '2031-03-04T09:00:00Z' });
    expect(dated).toMatchObject({ proof: 'paper', on: '2031-03-02', received });
    const { received: shown } = (await house.everyone.get(`${text}/signatures/arvenne-signatory`)).json;
    expect(shown).toEqual({ at: received.at, how: 'paper', document: received.document });
  });

  test('says how it arrived, lets nothing arrive in the future, and takes no day before the text was frozen', async () => {
    const text = await aText(house);
    const send = (more: Json) => house.secretariat.post(`${text}/signatures`, aSigning('arvenne', more));
    const on = (day: string) => ({ on: day, received: { at: '2031-03-04T08:00:00Z', how: 'floor' } });

    expect(faultsOf(await send({}))).toEqual([422, ['/received']]);
    expect(faultsOf(await send({ received: { at: '2031-03-09T08:00:00Z', how: 'email' } }))).toEqual([
      422,
      ['/received/at', '/received/document'],
    ]);
    expect(faultsOf(await send(on('2031-02-01')))).toEqual([422, ['/on']]);
    expect(faultsOf(await send(on('2031-03-05')))).toEqual([422, ['/on']]);
  });

  test('lets in who did not attend; an office never signs for its city, nor somebody invented, nor one that only endorses', async () => {
    const text = await aText(house);
    const received = { at: '2031-03-01T08:00:00Z', how: 'floor' };
    await aCity(house, 'far-quay', {}, []);
    await aCity(house, 'arvennes-office', { partOf: 'arvenne' });
    await aCity(house, 'looking-on', {}, ['observer']);
    await house.secretariat.make('/organizations', {
      slug: 'belmora',
      name: { en: 'B' },
      kind: 'city',
      rehearsal: true,
    });
    const send = (client: Household['secretariat'], organization: string, more: Json = {}) =>
      client.post(`${text}/signatures`, aSigning(organization, { on: '2031-03-04', ...more }));
    const own = async (organization: string, more: Json = {}) =>
      (await delegateOf(house, organization)).post(`${text}/signatures`, aSigning(organization, more));

    expect(faultsOf(await own('far-quay'))).toEqual([422, ['/organization']]);
    expect((await send(house.secretariat, 'far-quay', { received })).status).toBe(201);
    const office = await own('arvennes-office');
    expect([office.status, office.json.errors]).toEqual([
      422,
      [{ pointer: '/organization', detail: expect.stringContaining('/api/v1/organizations/arvenne') }],
    ]);
    expect(faultsOf(await own('looking-on'))).toEqual([422, ['/capacity']]);
    expect((await own('looking-on', { capacity: 'observer' })).status).toBe(201);
    expect(faultsOf(await send(house.secretariat, 'belmora', { received }))).toEqual([422, ['/organization']]);
    expect(faultsOf(await send(house.secretariat, 'nobody', { received, title: undefined }))).toEqual([
      422,
      ['/organization', '/title'],
    ]);
  });
});

describe('what cannot be signed', () => {
  test('says why: not frozen, closed, or reported', async () => {
    const mayor = await delegateOf(house, 'arvenne');
    const drafted = await aText(house, false);
    const closed = await aText(house);
    await house.secretariat.make(`${closed}/closing`, { reason: 'Full.' });
    const reported = `/summits/${signingSummit}/declarations/reported`;
    await house.secretariat.make(`/summits/${signingSummit}/declarations`, {
      slug: 'reported',
      title: { en: 'A letter that a newspaper reports' },
      kind: 'open-letter',
      origin: 'reported',
      state: 'issued',
      sources: [{ facts: ['title', 'kind', 'language'], citation: 'The Quay Gazette (invented)' }],
    });

    const sign = (text: string) => mayor.post(`${text}/signatures`, aSigning('arvenne'));
    expect(codeOf(await house.secretariat.post(`${drafted}/signatures`, aSigning('arvenne')))).toEqual([
      409,
      '/api#not-frozen',
    ]);
    // Whoever may not know of a draft is told what is told of nothing.
    const [hidden, absent] = [await sign(drafted), await sign(drafted.replace(/text-\d+$/, 'not-there'))];
    expect([hidden.status, { ...hidden.json, instance: '' }]).toEqual([404, { ...absent.json, instance: '' }]);
    expect(codeOf(await sign(closed))).toEqual([409, '/api#signing-closed']);
    expect(codeOf(await sign(reported))).toEqual([409, '/api#not-checkable']);
    const sources = [{ facts: ['organization', 'capacity'], citation: 'The Quay Gazette (invented)' }];
    const report = { organization: 'arvenne', capacity: 'signatory', origin: 'reported', sources };
    expect(faultsOf(await house.secretariat.post(`${closed}/signatures`, report))).toEqual([422, ['/origin']]);
    expect((await mayor.post(`${reported}/signatures`, report)).status).toBe(403);
    expect(codeOf(await house.secretariat.post(`${reported}/closing`, {}))).toEqual([409, '/api#not-checkable']);
    await house.secretariat.make(`${reported}/signatures`, report);
    const receipt = await house.everyone.get(`${reported}/signatures/arvenne-signatory/receipt`);
    expect(codeOf(receipt)).toEqual([409, '/api#not-checkable']);
  });

  test('an act that was done here is never removed', async () => {
    const text = await aText(house);
    await (await delegateOf(house, 'arvenne')).make(`${text}/signatures`, aSigning('arvenne'));

    const address = `${text}/signatures/arvenne-signatory`;
    expect(codeOf(await house.secretariat.delete(address, { 'if-match': '*' }))).toEqual([409, '/api#in-use']);
  });
});
