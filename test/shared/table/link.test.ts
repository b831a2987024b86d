import { afterAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../shared/domain/session.ts';
import type { Item } from '../../../shared/table/client.ts';
import { sessionKey } from '../../../shared/table/key.ts';
import { linkedOrganizations, linkPanelist, linkSession, rolesIn, unlinkSession } from '../../../shared/table/link.ts';
import { transact, type Write } from '../../../shared/table/transact.ts';
import { aSession } from '../../builders.ts';
import { aTable } from '../../table.ts';
import { aStubbedTable } from './stub.ts';

const named = (...organizations: string[]) =>
  organizations.map((organization) => ({ organization, printed: organization.toUpperCase() }));
const session = aSession({ lead: named('river-league'), partners: named('osk', 'river-league') });
const sitting = {
  summit: 'arvenne-2031',
  session: 'vc-d-12',
  reference: 'VC-D 12',
  title: { en: 'Cities that take people in' },
  state: 'concluded',
  origin: 'held',
};

test('an organization that leads and is a partner too is one that leads', () => {
  expect(rolesIn(session)).toEqual(
    new Map([
      ['river-league', 'lead'],
      ['osk', 'partner'],
    ]),
  );
});

describe('the write of a link', () => {
  const { table } = aStubbedTable();
  const link = (organization: string, clause: string, values: object, names: object = {}) => ({
    Update: {
      TableName: 'house',
      Key: { pk: 'SESSION#arvenne-2031#vc-d-12', sk: `LINK#${organization}` },
      UpdateExpression: `SET #type = :type, #schema = :one, #version = :one, #request = :request, listPk = :pk, listSk = :sk, card = :card${clause}`,
      ExpressionAttributeNames: {
        '#type': 'type',
        '#schema': 'schema',
        '#version': 'version',
        '#request': 'request',
        ...names,
      },
      ExpressionAttributeValues: {
        ':type': 'link',
        ':one': 1,
        ':request': 'r1',
        ':pk': `ORGANIZATION#${organization}#SESSIONS`,
        ':sk': 'arvenne-2031#vc-d-12',
        ':card': { organization, ...sitting },
        ...values,
      },
    },
  });

  test('says how an organization has to do with the session by itself, and takes it back from those that have not', () => {
    const writes = linkSession(table, session, ['belmora', 'osk'], 'r1');

    expect(writes.map(({ action }) => action)).toEqual([
      link('belmora', ' REMOVE #as', {}, { '#as': 'as' }),
      link('osk', ', #as = :as', { ':as': 'partner' }, { '#as': 'as' }),
      link('river-league', ', #as = :as', { ':as': 'lead' }, { '#as': 'as' }),
    ]);
  });

  test('tells an organization of a change only where its list says something else, or its role is another', () => {
    const told = (after: typeof session): string[] =>
      linkSession(table, after, ['belmora', 'osk', 'river-league'], 'r1', session).map(({ action }) =>
        String(action.Update?.Key?.sk),
      );

    expect(told({ ...session, summary: { en: 'Another.' } })).toEqual([]);
    expect(told({ ...session, partners: [] })).toEqual(['LINK#osk']);
    expect(told({ ...session, partners: named('osk', 'selva') })).toEqual(['LINK#selva']);
    expect(told({ ...session, state: 'cancelled' })).toEqual(['LINK#belmora', 'LINK#osk', 'LINK#river-league']);
  });

  test('adds a panelist to their organizations of today, takes them from those of yesterday and leaves the rest alone', () => {
    const change = { before: named('belmora', 'osk'), after: named('osk', 'selva', 'selva') };

    const writes = linkPanelist(table, session, 'seat-1', change, 'r1');

    expect(writes.map(({ action }) => action)).toEqual([
      link('selva', ' ADD panelists :panelists', { ':panelists': new Set(['seat-1']) }),
      link('belmora', ' DELETE panelists :panelists', { ':panelists': new Set(['seat-1']) }),
    ]);
  });

  test('removes them with the session', () => {
    expect(unlinkSession(table, session, ['osk']).map(({ action }) => action)).toEqual([
      { Delete: { TableName: 'house', Key: { pk: 'SESSION#arvenne-2031#vc-d-12', sk: 'LINK#osk' } } },
    ]);
  });
});

describe('on the engine', async () => {
  const { table, drop } = await aTable();
  afterAll(drop);
  const write = (...writes: Write[]) => transact(table, writes, 'r1');
  const links = async (of: Session): Promise<Item[]> =>
    table.all({ pk: sessionKey(of.summit, of.slug).pk, prefix: 'LINK#' });
  const gist = async (of: Session) =>
    (await links(of)).map(({ sk, as, panelists }) => [
      sk,
      as,
      [...((panelists as Set<string> | undefined) ?? [])].toSorted((a, b) => a.localeCompare(b)),
    ]);

  test('two panelists of one organization do not meet, and a role of its own is kept beside them', async () => {
    const of = aSession({ slug: 'a', lead: named('osk') });
    await write(...linkSession(table, of, [], 'r1'));

    await Promise.all(
      ['seat-1', 'seat-2', 'seat-3'].map((seat) =>
        write(...linkPanelist(table, of, seat, { before: [], after: named('osk', 'selva') }, 'r1')),
      ),
    );
    await write(...linkPanelist(table, of, 'seat-2', { before: named('osk', 'selva'), after: named('osk') }, 'r1'));
    await write(
      ...linkSession(table, { ...of, lead: [], partners: named('selva') }, linkedOrganizations(await links(of)), 'r1'),
    );

    expect(await gist(of)).toEqual([
      ['LINK#osk', undefined, ['seat-1', 'seat-2', 'seat-3']],
      ['LINK#selva', 'partner', ['seat-1', 'seat-3']],
    ]);
  });

  test("stand in the organizations' lists, and show there what the list needs", async () => {
    const of = aSession({ slug: 'b', lead: named('arvenne') });
    await write(...linkSession(table, of, [], 'r1'));
    await write(...linkPanelist(table, of, 'seat-1', { before: [], after: named('arvenne') }, 'r1'));

    const [listed] = await table.all({ pk: 'ORGANIZATION#arvenne#SESSIONS', index: 'list' });

    expect(listed).toEqual({
      pk: 'SESSION#arvenne-2031#b',
      sk: 'LINK#arvenne',
      listPk: 'ORGANIZATION#arvenne#SESSIONS',
      listSk: 'arvenne-2031#b',
      type: 'link',
      schema: 1,
      version: 1,
      as: 'lead',
      panelists: new Set(['seat-1']),
      card: { organization: 'arvenne', ...sitting, session: 'b' },
    });
  });
});
