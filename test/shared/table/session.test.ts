import { afterAll, describe, expect, inject, test } from 'vitest';
import { DomainError } from '../../../shared/domain/error.ts';
import type { Carriage } from '../../../shared/domain/paragraph.ts';
import { insert, itemOf } from '../../../shared/table/item.ts';
import { linkPanelist, linkSession } from '../../../shared/table/link.ts';
import {
  findOutcomes,
  listedOutcomes,
  outcomeKind,
  whereOutcomesWent,
  wentKind,
} from '../../../shared/table/outcome.ts';
import { getPanelist, panelistIn, panelistKind, renewSitting } from '../../../shared/table/panelist.ts';
import { findSessions, getWholeSession, sessionKind } from '../../../shared/table/session.ts';
import { insertTally, takeOutcomeNumber, takePlace } from '../../../shared/table/tally.ts';
import { Raced, transact } from '../../../shared/table/transact.ts';
import { aCarriage, anOutcome, aSession } from '../../builders.ts';
import { aFaultProxy } from '../../fault-proxy.ts';
import { aPanelist } from '../../records.ts';
import { refusalOf } from '../../refusal.ts';
import { aTable } from '../../table.ts';
import { aStubbedTable } from './stub.ts';

// A set of the table has no order.
const sameAs =
  (...names: string[]) =>
  (found: string[]): boolean =>
    found.length === names.length && names.every((name) => found.includes(name));
const taken = () => new DomainError('reference-taken', 'There is one already.');
const session = aSession({
  rehearsal: false,
  objectives: [{ id: '1', text: { en: 'One desk.' } }],
  lead: [{ organization: 'river-league', printed: 'River League' }],
});
const panel = [
  aPanelist({ slug: 'seat-1', person: 'ilka', role: 'moderator' }),
  aPanelist({ slug: 'seat-2', person: 'tomas' }),
];
const outcomes = [anOutcome({ slug: '1' }), anOutcome({ slug: '2', state: 'draft' }), anOutcome({ slug: '10' })];
const went: Carriage[] = [aCarriage({ outcome: '1' }), aCarriage({ outcome: '1', declaration: 'another' })];

describe('a session on the engine', async () => {
  const proxy = await aFaultProxy(inject('engine'));
  const house = await aTable({ via: proxy });
  const { table } = house;
  afterAll(async () => {
    await house.drop();
    await proxy.stop();
  });

  await transact(
    table,
    [
      insert(table, sessionKind, session, 'r1', taken),
      insertTally(table, session, 'r1'),
      ...linkSession(table, session, [], 'r1'),
    ],
    'r1',
  );
  for (const panelist of panel)
    await transact(
      table,
      [
        insert(table, panelistIn(session), panelist, 'r2', taken),
        takePlace(
          table,
          session,
          { person: panelist.person, chairs: panelist.role === 'moderator' ? 1 : 0 },
          { size: 4, chairs: 1 },
          'r2',
        ),
        ...linkPanelist(table, session, panelist.slug, { before: [], after: panelist.organizations }, 'r2'),
      ],
      'r2',
    );
  await table.batchWrite(outcomes.map((outcome) => itemOf(outcomeKind, outcome, 'r3')));
  await transact(table, [takeOutcomeNumber(table, session, 1, 'r3')], 'r3');
  await table.batchWrite(went.map((carriage) => itemOf(wentKind, carriage, 'r4')));

  test('comes with its panel, its outcomes and its organizations in one round trip', async () => {
    proxy.forget();

    const whole = await getWholeSession(table, session.summit, session.slug);

    expect(whole).toEqual({
      session,
      panel,
      crew: [],
      outcomes,
      tally: { version: 4, panel: 2, chairs: 1, people: expect.toSatisfy(sameAs('ilka', 'tomas')), lastOutcome: 1 },
      linked: ['port-selva', 'river-league'],
      listed: ['port-selva', 'river-league'],
    });
    expect(proxy.counts).toEqual({ Query: 1 });
  });

  test('says where its outcomes went in one round trip, and leaves that out of its page', async () => {
    proxy.forget();

    expect(await whereOutcomesWent(table, session.summit, session.slug)).toEqual([went[1], went[0]]);
    expect(proxy.counts).toEqual({ Query: 1 });
  });

  test('that is not there is not found', async () => {
    expect((await refusalOf(getWholeSession(table, session.summit, 'nowhere'))).code).toBe('not-found');
  });

  test('is found among others in one round trip, and those that are not there are missing', async () => {
    proxy.forget();

    expect(await findSessions(table, session.summit, [session.slug, 'nowhere'])).toEqual(
      new Map([[session.slug, session]]),
    );
    expect(proxy.counts).toEqual({ BatchGetItem: 1 });
    expect(await findSessions(table, session.summit, [])).toEqual(new Map());
  });

  test('has outcomes that the summit knows, in order, from the index alone', async () => {
    proxy.forget();

    expect(await listedOutcomes(table, session.summit)).toEqual([
      { session: 'vc-d-12', outcome: '1' },
      { session: 'vc-d-12', outcome: '2' },
      { session: 'vc-d-12', outcome: '10' },
    ]);
    expect(proxy.counts).toEqual({ Query: 1 });
  });

  test('has outcomes that are found by name, in any order', async () => {
    const named = ['10', '1', '7'].map((outcome) => ({ session: 'vc-d-12', outcome }));

    const found = await findOutcomes(table, session.summit, named);

    expect(found.toSorted((a, b) => Number(a.slug) - Number(b.slug))).toEqual([outcomes[0], outcomes[2]]);
    expect(await findOutcomes(table, session.summit, [])).toEqual([]);
  });

  test('stands in the list of each of its people, with what the list says of it', async () => {
    const [listed, ...more] = await table.all({ pk: 'PERSON#ilka#SESSIONS', index: 'list' });

    const { sources: _, corrections: __, ...card } = panel[0] as (typeof panel)[0];
    expect(more).toEqual([]);
    expect(listed?.card).toEqual({
      ...card,
      sitting: {
        summit: 'arvenne-2031',
        session: 'vc-d-12',
        reference: 'VC-D 12',
        title: session.title,
        state: 'concluded',
        origin: 'held',
      },
    });
  });

  test('that is renamed says so there, and its panelist stays the version it was', async () => {
    const [ilka] = panel as [(typeof panel)[0]];
    const renamed = { ...session, title: { en: 'Renamed' } };

    await transact(table, [renewSitting(table, renamed, ilka)], 'r5');

    const [listed] = await table.all({ pk: 'PERSON#ilka#SESSIONS', index: 'list' });
    expect(listed?.card).toMatchObject({ sitting: { title: { en: 'Renamed' } } });
    expect(await getPanelist(table, session.summit, session.slug, 'seat-1')).toEqual(ilka);
    await expect(transact(table, [renewSitting(table, renamed, { ...ilka, version: 2 })], 'r6')).rejects.toBeInstanceOf(
      Raced,
    );
  });
});

test('a panelist that is only read has no place in a list', () => {
  expect(itemOf(panelistKind, aPanelist(), 'r')).not.toHaveProperty('listPk');
});

test('whole sessions are asked for below where their outcomes went', async () => {
  const { table, sent } = aStubbedTable();

  await getWholeSession(table, 'arvenne-2031', 'vc-d-12').catch(() => undefined);

  expect(sent()).toEqual([
    [
      'QueryCommand',
      {
        TableName: 'house',
        KeyConditionExpression: '#pk = :pk AND #sk < :sk',
        ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
        ExpressionAttributeValues: { ':pk': 'SESSION#arvenne-2031#vc-d-12', ':sk': 'WENT' },
        ConsistentRead: true,
      },
    ],
  ]);
});
