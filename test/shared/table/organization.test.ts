import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import { searchNames } from '../../../shared/domain/organization.ts';
import { folded } from '../../../shared/domain/slug.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { collections } from '../../../shared/table/key.ts';
import {
  getOrganization,
  getOrganizations,
  insertOrganization,
  organizationKind,
  replaceOrganization,
} from '../../../shared/table/organization.ts';
import { transact } from '../../../shared/table/transact.ts';
import { anOrganization } from '../../records.ts';
import { refusalOf } from '../../refusal.ts';
import { aTable } from '../../table.ts';
import { aStubbedTable } from './stub.ts';

describe('the organizations that a draft names', () => {
  const named = [
    { slug: 'port-selva', pointer: '/lead/0/organization' },
    { slug: 'osk', pointer: '/partners/0/organization' },
    { slug: 'belmora', pointer: '/partners/1/organization' },
    { slug: 'port-selva', pointer: '/partners/2/organization' },
  ];

  test('are looked up in one round trip', async () => {
    const { table, stub, sent } = aStubbedTable();
    const cities = ['port-selva', 'osk', 'belmora'].map((slug) => anOrganization({ slug }));
    stub
      .on(BatchGetCommand)
      .resolves({ Responses: { house: cities.map((city) => itemOf(organizationKind, city, 'r')) } });

    const found = await getOrganizations(table, named);

    expect(found).toEqual(new Map(cities.map((city) => [city.slug, city])));
    expect(sent()).toEqual([
      [
        'BatchGetCommand',
        {
          RequestItems: {
            house: {
              Keys: ['port-selva', 'osk', 'belmora'].map((slug) => ({
                pk: `ORGANIZATION#${slug}`,
                sk: 'ORGANIZATION',
              })),
              ConsistentRead: true,
            },
          },
        },
      ],
    ]);
  });

  test('that are none are each named by their pointer', async () => {
    const { table, stub } = aStubbedTable();
    stub
      .on(BatchGetCommand)
      .resolves({ Responses: { house: [itemOf(organizationKind, anOrganization({ slug: 'osk' }), 'r')] } });

    const { errors } = await refusalOf(getOrganizations(table, named));

    expect(errors).toEqual(
      [
        ['port-selva', '/lead/0/organization'],
        ['belmora', '/partners/1/organization'],
        ['port-selva', '/partners/2/organization'],
      ].map(([slug, pointer]) => ({
        pointer,
        detail: `There is no organization "${slug}". List it first, or search for its name at /api/v1/organizations?name=…`,
      })),
    );
  });

  test('cost nothing when there are none', async () => {
    const { table, sent } = aStubbedTable();

    expect(await getOrganizations(table, [])).toEqual(new Map());
    expect(sent()).toEqual([]);
  });
});

describe('on the engine', async () => {
  const { table, drop } = await aTable();
  afterAll(drop);
  const foundBy = async (name: string): Promise<string[]> =>
    (await table.all(collections.namesLike(folded(name)))).map(({ card }) => (card as { slug: string }).slug);

  test('an organization is found by every one of its names, and by the beginning of them', async () => {
    const city = anOrganization({
      slug: 'geneve-sur-osk',
      name: { en: 'Geneva on the Osk', fr: 'Genève-sur-Osk' },
      aliases: ['Genf'],
    });

    await transact(table, insertOrganization(table, city, 'r1'), 'r1');

    expect(await foundBy('GENF')).toEqual(['geneve-sur-osk']);
    expect(await foundBy('Geneve sur')).toEqual(['geneve-sur-osk']);
    expect(await foundBy('Gen')).toEqual(['geneve-sur-osk', 'geneve-sur-osk', 'geneve-sur-osk']);
    expect(await foundBy('Osk')).toEqual([]);
  });

  test('a renamed organization is found by its names of today and by no other', async () => {
    const city = anOrganization({ slug: 'belmora', name: { en: 'Belmora' }, aliases: ['Belle Mora', 'Moraville'] });
    await transact(table, insertOrganization(table, city, 'r1'), 'r1');

    const renamed = { ...city, name: { en: 'New Belmora' }, aliases: ['Moraville'] };
    await transact(table, replaceOrganization(table, city, renamed, 'r2'), 'r2');

    expect(await Promise.all(['Belmora', 'Belle Mora', 'New Belmora', 'Moraville'].map(foundBy))).toEqual([
      [],
      [],
      ['belmora'],
      ['belmora'],
    ]);
    expect(await getOrganization(table, 'belmora')).toEqual({ ...renamed, version: 2 });
  });

  test('two organizations may have the same name, and not the same address', async () => {
    const [one, other] = ['arvenne', 'arvenne-old'].map((slug) =>
      anOrganization({ slug, name: { en: 'Arvenne' } }),
    ) as [ReturnType<typeof anOrganization>, ReturnType<typeof anOrganization>];
    await transact(table, insertOrganization(table, one, 'r1'), 'r1');
    await transact(table, insertOrganization(table, other, 'r2'), 'r2');

    expect(await foundBy('arvenne')).toEqual(['arvenne', 'arvenne-old']);
    expect(await refusalOf(transact(table, insertOrganization(table, one, 'r3'), 'r3'))).toEqual({
      code: 'slug-taken',
      detail: 'There is already an organization "arvenne". Choose another slug, or change that one.',
      conflictsWith: '/api/v1/organizations/arvenne',
    });
  });

  test('the longest names that there may be can be written', async () => {
    const city = anOrganization({
      slug: 'x'.repeat(80),
      name: { ar: '\uFDFA'.repeat(200) },
      aliases: ['語'.repeat(200), '𐐷'.repeat(100)],
    });

    await transact(table, insertOrganization(table, city, 'r1'), 'r1');

    expect(await foundBy(searchNames(city)[1] ?? '')).toEqual([city.slug]);
  });
});
