import { afterAll, describe, expect, inject, test } from 'vitest';
import { allClaims, claimKind } from '../../../shared/table/claim.ts';
import {
  allSignatures,
  declarationKind,
  findDeclarations,
  getWholeDeclaration,
  leftOutKind,
  signatureKind,
} from '../../../shared/table/declaration.ts';
import { findInstruments, instrumentKind } from '../../../shared/table/instrument.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { allParticipations, participationKind } from '../../../shared/table/participation.ts';
import { paragraphKind } from '../../../shared/table/paragraph.ts';
import { aCarriage, aDeclaration, anInstrument, aParagraph, aSignature } from '../../builders.ts';
import { aFaultProxy } from '../../fault-proxy.ts';
import { aClaim, aParticipation } from '../../records.ts';
import { refusalOf } from '../../refusal.ts';
import { aTable } from '../../table.ts';

describe('a declaration on the engine', async () => {
  const proxy = await aFaultProxy(inject('engine'));
  const house = await aTable({ via: proxy });
  const { table } = house;
  afterAll(async () => {
    await house.drop();
    await proxy.stop();
  });

  const s = 'arvenne-2031';
  const declaration = aDeclaration({ batch: 'b1' });
  const paragraphs = ['p1', 'p2'].map((slug, order) => aParagraph({ slug, order, batch: 'b1' }));
  const leftOut = [aCarriage({ batch: 'b1' })];
  const signatures = ['belmora', 'osk'].map((organization) =>
    aSignature({ organization, slug: `${organization}-signatory` }),
  );
  const claim = aClaim();
  const written = [
    ...paragraphs.map((paragraph) => itemOf(paragraphKind, paragraph, 'r1')),
    ...leftOut.map((carriage) => itemOf(leftOutKind, carriage, 'r1')),
    itemOf(paragraphKind, aParagraph({ slug: 'p9', batch: 'interrupted' }), 'r0'),
    itemOf(leftOutKind, aCarriage({ batch: 'interrupted', outcome: '8' }), 'r0'),
    ...signatures.map((signature) => itemOf(signatureKind, signature, 'r2')),
    itemOf(claimKind({ summit: s, declaration: declaration.slug }), claim, 'r3'),
    itemOf(instrumentKind, anInstrument(), 'r4'),
    itemOf(participationKind, aParticipation(), 'r5'),
  ];
  await table.batchWrite(written);

  test('without its head is not readable, whatever else was written', async () => {
    expect((await refusalOf(getWholeDeclaration(table, s, declaration.slug))).code).toBe('not-found');
  });

  test('comes with its text and its claims in one round trip, and without what an interrupted compilation left behind', async () => {
    await table.batchWrite([itemOf(declarationKind, declaration, 'r1')]);
    proxy.forget();

    expect(await getWholeDeclaration(table, s, declaration.slug)).toEqual({
      declaration,
      paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, translations: [] })),
      leftOut,
      claims: [claim],
    });
    expect(proxy.counts).toEqual({ Query: 1 });
  });

  test('of a thousand paragraphs still comes whole', async () => {
    const long = aDeclaration({ slug: 'long', batch: 'b2' });
    const many = Array.from({ length: 1_000 }, (_, order) =>
      aParagraph({
        slug: `p${String(order).padStart(4, '0')}`,
        declaration: 'long',
        batch: 'b2',
        order,
        text: { en: 'x'.repeat(2_000) },
      }),
    );
    await table.batchWrite(many.map((paragraph) => itemOf(paragraphKind, paragraph, 'r6')));
    await table.batchWrite([itemOf(declarationKind, long, 'r6')]);

    expect(await getWholeDeclaration(table, s, 'long')).toEqual({
      declaration: long,
      paragraphs: many.map((paragraph) => ({ ...paragraph, translations: [] })),
      leftOut: [],
      claims: [],
    });
  });

  test.each([
    ['its signatories', () => allSignatures(table, s, declaration.slug), signatures, { Query: 1 }],
    ['its claims', () => allClaims(table, { summit: s, declaration: declaration.slug }), [claim], { Query: 1 }],
    ['who took part in its summit', () => allParticipations(table, s), [aParticipation()], { Query: 1 }],
    [
      'those of some names',
      () => findDeclarations(table, s, [declaration.slug, 'no']),
      new Map([[declaration.slug, declaration]]),
      { BatchGetItem: 1 },
    ],
    [
      'the instruments of some names',
      () => findInstruments(table, ['river-cities-compact', 'no']),
      new Map([['river-cities-compact', anInstrument()]]),
      { BatchGetItem: 1 },
    ],
    ['those of no names', () => findDeclarations(table, s, []), new Map(), {}],
    ['the instruments of no names', () => findInstruments(table, []), new Map(), {}],
  ])('%s come in one round trip at most', async (_, read, expected, counts) => {
    proxy.forget();

    expect(await read()).toEqual(expected);
    expect(proxy.counts).toEqual(counts);
  });

  test('a page of a list shows its card', async () => {
    const { batch: _, sources: __, corrections: ___, ...card } = declaration;

    const listed = await table.all({ pk: `SUMMIT#${s}#DECLARATIONS`, index: 'list' });

    expect(listed.find(({ listSk }) => listSk === declaration.slug)?.card).toEqual(card);
  });
});
