import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../shared/domain/access.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { registerParticipation, ParticipationDraft } from '../../../shared/domain/participation.ts';
import { type Signature, signaturesChain, SignatureDraft } from '../../../shared/domain/signature.ts';
import { auditTrail } from '../../../shared/operations/audit.ts';
import { closeDeclaration } from '../../../shared/operations/closing.ts';
import type { House } from '../../../shared/operations/perform.ts';
import { signDeclaration } from '../../../shared/operations/sign.ts';
import { drainSignatures } from '../../../shared/operations/signature-chain.ts';
import { suspendSignature, withdrawSignature } from '../../../shared/operations/signature-later.ts';
import type { Table } from '../../../shared/table/client.ts';
import { allSignatures, getDeclaration } from '../../../shared/table/declaration.ts';
import { readGates } from '../../../shared/table/gate.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { organizationKind } from '../../../shared/table/organization.ts';
import { participationKind } from '../../../shared/table/participation.ts';
import type { Household } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';
import { anOrganization } from '../../records.ts';
import { aSigning, aSigningHouse, aText, signingSummit as summit } from '../../signatories.ts';

// Many who sign at once, through a proxy that makes overlapping transactions conflict as DynamoDB does, throttles them and loses answers. After each
// race everything is read.

const cities = Array.from({ length: 200 }, (_, at) => `city-${at + 1}`);

let house: Household;
beforeAll(async () => {
  house = await aSigningHouse({
    plan: { conflicts: true, hold: 3, throttle: 0.01, cutBefore: 0.01, cutAfter: 0.01, hideTokens: true },
    pace: { patience: 120_000 },
  });
  const organizations = cities.map((slug) => anOrganization({ slug, name: { en: slug } }));
  const draft = (organization: string) =>
    ParticipationDraft().parse({ organization, capacities: ['participating-member'] });
  await house.table.batchWrite([
    ...organizations.map((one) => itemOf(organizationKind, one, 'given')),
    ...organizations.map((one) =>
      itemOf(participationKind, registerParticipation(summit, one, draft(one.slug)), 'given'),
    ),
  ]);
});
afterAll(() => house.close());

afterEach(async () => {
  // The cities were put there without the names that they are searched by.
  const faults = faultsOf(await house.dump());
  expect(faults.filter((fault) => !fault.includes('city-'))).toEqual([]);
  expect(house.logged).toEqual([]);
});

const slugOf = (text: string): string => text.split('/').at(-1) ?? '';
const delegate = (organization: string): Caller => ({
  kind: 'account',
  name: `delegate-of-${organization}`,
  roles: [{ role: 'delegate', organization }],
});

/** One city signs, by its delegate. Answers the refusal's code where it is refused. */
const signs = async (text: string, city: string, own: House = house.door.house): Promise<Signature | string> => {
  const draft = SignatureDraft().parse(aSigning(city));
  try {
    return await signDeclaration(own, house.deed({ caller: delegate(city) }), summit, slugOf(text), draft);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

const drained = (text: string) => drainSignatures(house.door.house, summit, slugOf(text), house.clock.now);

/** The chain as an audit finds it, and which signatures there are. */
const found = async (text: string) => {
  const chain = signaturesChain(summit, slugOf(text));
  const [signatures, gates, verdicts] = await Promise.all([
    allSignatures(house.table, summit, slugOf(text)),
    readGates(house.table, { summit, declaration: slugOf(text) }),
    auditTrail(house.table, (await house.door.house.signer.publicKeys()) ?? []),
  ]);
  const verdict = verdicts.find((one) => one.chain === chain);
  return {
    signed: signatures.map(({ organization }) => organization).toSorted(),
    passed: gates.reduce((sum, { signed }) => sum + signed, 0),
    chained: verdict?.count,
    waiting: verdict?.waiting,
    faults: verdict?.faults,
  };
};

const whole = (signed: readonly string[]) => ({
  signed: signed.toSorted(),
  passed: signed.length,
  chained: signed.length,
  waiting: 0,
  faults: [],
});

describe('signing', () => {
  test('two hundred cities at once: all succeed, each is in the chain once, and the chain is whole', async () => {
    const text = await aText(house);

    const results = await Promise.all(cities.map((city) => signs(text, city)));

    expect(results.filter((result) => typeof result === 'string')).toEqual([]);
    await Promise.all([drained(text), drained(text)]);
    expect(await found(text)).toEqual(whole(cities));
    expect(house.proxy.struck.conflict).toBeGreaterThan(0);
  }, 300_000);

  test('one city twenty times at once: it has signed once, and the others are told so', async () => {
    const text = await aText(house);

    const results = await Promise.all(Array.from({ length: 20 }, () => signs(text, 'city-1')));

    expect(results.filter((result) => result !== 'already-signed')).toHaveLength(1);
    await drained(text);
    expect(await found(text)).toEqual(whole(['city-1']));
  });

  test('while it is closed: each is in the chain, or was refused; nothing waits when closing has answered', async () => {
    const text = await aText(house);
    const closing = new Promise((resolve) => setTimeout(resolve, 150)).then(async () => {
      const closed = await closeDeclaration(house.door.house, house.deed(), summit, slugOf(text));
      return [closed, await found(text)] as const;
    });
    const signing = cities.slice(0, 80).map(async (city, at) => {
      // Some before, most of them in between, and the last when it is closed.
      if (at < 70) await new Promise((resolve) => setTimeout(resolve, at * 4));
      else await closing;
      return [city, await signs(text, city)] as const;
    });

    const [results, [closed, then]] = await Promise.all([Promise.all(signing), closing]);

    const signed = results.flatMap(([city, result]) => (typeof result === 'string' ? [] : [city]));
    const refused = results.flatMap(([, result]) => (typeof result === 'string' ? [result] : []));
    expect(closed.state).toBe('closed');
    expect(new Set(refused)).toEqual(new Set(['signing-closed']));
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(signed.length).toBeGreaterThan(0);
    expect(await found(text)).toEqual(whole(signed));
    expect([then.chained, then.waiting]).toEqual([signed.length, 0]);
  });

  test('whose answer is lost is done once: the same request is answered by what it did', async () => {
    const text = await aText(house);
    const { caller, ...deed } = house.deed({ caller: delegate('city-1') });
    const receipt = { caller: 'delegate-of-city-1', method: 'POST', path: text, key: 'lost', asked: 'same' };
    const sendTransaction: Table['sendTransaction'] = async (...sent) => {
      await house.table.sendTransaction(...sent);
      throw new DomainError('unavailable', 'The answer was lost.');
    };
    const own = { ...house.door.house, table: { ...house.table, sendTransaction } };
    const draft = SignatureDraft().parse(aSigning('city-1'));

    const lost = signDeclaration(own, { ...deed, caller, receipt }, summit, slugOf(text), draft);
    await expect(lost).rejects.toMatchObject({ code: 'unavailable' });
    const again = house.deed({ caller, receipt });
    const answered = await signDeclaration(house.door.house, again, summit, slugOf(text), draft);

    expect(answered.entry).toContain(`#${deed.request}#`);
    await drained(text);
    expect(await found(text)).toEqual(whole(['city-1']));
  });
});

describe('closing', () => {
  test('that dies before everything has its number is done again, and by two at once', async () => {
    const text = await aText(house);
    await Promise.all(['city-1', 'city-2'].map((city) => signs(text, city)));
    const signer = {
      ...house.door.house.signer,
      sign: () => Promise.reject(new DomainError('unavailable', 'No key.')),
    };

    const dying = closeDeclaration({ ...house.door.house, signer }, house.deed(), summit, slugOf(text));
    await expect(dying).rejects.toMatchObject({ code: 'unavailable' });
    expect(await found(text)).toMatchObject({ chained: 0, waiting: 2 });
    const closed = await Promise.all(
      [1, 2].map(() => closeDeclaration(house.door.house, house.deed(), summit, slugOf(text))),
    );

    const { version } = await getDeclaration(house.table, summit, slugOf(text));
    expect(closed.map((one) => [one.state, one.version])).toEqual([
      ['closed', version],
      ['closed', version],
    ]);
    expect(await found(text)).toEqual(whole(['city-1', 'city-2']));
  });
});

describe('a signature', () => {
  test('that is withdrawn and disputed at once comes to one of them after the other, or to one of them alone', async () => {
    const text = await aText(house);
    await signs(text, 'city-1');
    const at = { summit, declaration: slugOf(text), signature: 'city-1-signatory' };
    const signer: Caller = { kind: 'account', name: 'link', roles: [{ role: 'signer', summit }] };

    const results = await Promise.allSettled([
      withdrawSignature(house.door.house, house.deed({ caller: delegate('city-1') }), at, { reason: 'Decided so.' }),
      ...[1, 2].map(() => suspendSignature(house.door.house, house.deed({ caller: signer }), at, 'Not us.')),
    ]);

    // No state follows a withdrawal, and from suspended it leads nowhere either: whoever was first is the only one.
    const codes = results.map((one) => (one.status === 'rejected' ? (one.reason as DomainError).code : 'done'));
    expect(codes.toSorted()).toEqual(['done', 'wrong-state', 'wrong-state']);
    await drained(text);
    const [signature] = await allSignatures(house.table, summit, slugOf(text));
    expect(signature?.history).toHaveLength(1);
    expect(await found(text)).toMatchObject({ chained: 2, waiting: 0, faults: [] });
  });
});
