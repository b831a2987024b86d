import { afterAll, describe, expect, inject, test } from 'vitest';
import { actsOf } from '../../../shared/table/act.ts';
import { commitmentKind } from '../../../shared/table/commitment.ts';
import { declarationKind, signatureKind } from '../../../shared/table/declaration.ts';
import { itemOf, replace } from '../../../shared/table/item.ts';
import { aDeclaration, aSignature } from '../../builders.ts';
import { aFaultProxy } from '../../fault-proxy.ts';
import { aTable } from '../../table.ts';

describe('what an organization signed and undertook', async () => {
  const proxy = await aFaultProxy(inject('engine'));
  const house = await aTable({ via: proxy });
  const { table } = house;
  afterAll(async () => {
    await house.drop();
    await proxy.stop();
  });

  const texts = ['harbour-call', 'quay-pledge'].map((slug) => aDeclaration({ slug }));
  const acts = texts.map(({ slug }) => aSignature({ declaration: slug, signedBy: 'Ilka Verrane' }));
  const { summit } = texts[0]!;
  const commitment = {
    summit,
    declaration: 'quay-pledge',
    slug: 'one-desk',
    owner: { organization: 'belmora', printed: 'Belmora' },
    text: { en: 'to open one desk' },
    measure: 'One desk is open.',
    due: { on: '2032-02-01' },
    state: 'open' as const,
    version: 1,
  };
  await table.batchWrite([
    ...texts.map((text) => itemOf(declarationKind, text, 'r1')),
    ...acts.map((act) => itemOf(signatureKind, act, 'r1')),
    itemOf(signatureKind, aSignature({ organization: 'osk', slug: 'osk-signatory', declaration: 'quay-pledge' }), 'r1'),
    itemOf(commitmentKind, commitment, 'r1'),
  ]);

  test('is one Query with one BatchGet, whatever the texts are, and names nobody', async () => {
    proxy.forget();
    const found = await actsOf(table, 'belmora');

    expect(proxy.counts).toEqual({ Query: 1, BatchGetItem: 1 });
    expect(found.signatures.map(({ declaration, state }) => [declaration, state])).toEqual([
      ['harbour-call', 'valid'],
      ['quay-pledge', 'valid'],
    ]);
    expect(found.commitments).toEqual([commitment]);
    expect([...found.declarations.keys()]).toEqual(
      expect.arrayContaining([`${summit}/harbour-call`, `${summit}/quay-pledge`]),
    );
    expect(JSON.stringify(found.signatures)).not.toContain('Ilka Verrane');
  });

  test('shows an act as it stands', async () => {
    const [act] = acts;
    if (!act) throw new Error('Nobody has signed.');
    await table.sendTransaction(
      [replace(table, signatureKind, { ...act, state: 'withdrawn' }, 'r2', act).action],
      'r2',
    );

    expect((await actsOf(table, 'belmora')).signatures.map(({ state }) => state)).toEqual(['withdrawn', 'valid']);
  });

  test('is nothing of who did nothing', async () => {
    expect(await actsOf(table, 'nobody')).toEqual({ signatures: [], commitments: [], declarations: new Map() });
  });
});
