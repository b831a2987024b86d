import { Nomination } from '../domain/nomination.ts';
import { absent } from './absent.ts';
import type { Item, Table } from './client.ts';
import { findRecord, isKind, type Kind, recordsOf } from './item.ts';
import { collections, creditKey, lists, nominationKey, placeIn } from './key.ts';
import { markOf, putNew } from './mark.ts';
import { Raced, type Write } from './transact.ts';

export const nominationKind: Kind<Nomination> = {
  type: 'nomination',
  schema: 1,
  record: Nomination,
  key: ({ summit, desk, slug }) => nominationKey(summit, desk, slug),
  // What is held on a person is found with them; the list of a desk is its collection.
  place: ({ person, summit, desk, slug }) => placeIn(lists.dataOf(person), `nomination#${summit}#${desk}#${slug}`),
  card: () => ({}),
};

/** Errors: `not-found`. */
export const getNomination = async (
  table: Table,
  summit: string,
  desk: string,
  nomination: string,
): Promise<Nomination> =>
  (await findRecord(table, nominationKind, nominationKey(summit, desk, nomination))) ?? absent('nomination');

/** Every nomination of a desk, in the order in which they were made. */
export const listNominations = async (table: Table, summit: string, desk: string): Promise<Nomination[]> =>
  recordsOf(nominationKind, await table.all(collections.nominationsAt(summit, desk)));

type At = Pick<Nomination, 'summit' | 'desk' | 'slug'>;

/** Among what holds a person's data: which nominations of them there are. */
export const nominationsIn = (items: readonly Item[]): At[] =>
  items
    .filter((item) => isKind(nominationKind, item))
    .map(({ pk, sk }) => {
      const [, summit = '', desk = ''] = pk.split('#');
      return { summit, desk, slug: sk.slice('NOMINATION#'.length) };
    });

/** Those of the named nominations that there are. */
export const findNominations = async (table: Table, named: readonly At[]): Promise<Nomination[]> =>
  named.length === 0
    ? []
    : recordsOf(
        nominationKind,
        await table.batchGet(named.map(({ summit, desk, slug }) => nominationKey(summit, desk, slug))),
      );

/** That a network has nominated a person for a session (or for the summit at large), through which nomination. */
export interface Credit {
  organization: string;
  desk: string;
  nomination: string;
}

/** Where a credit lies, of those that a nomination says. */
export type Credited = Pick<Nomination, 'summit' | 'session' | 'person' | 'organization'>;

const keyOf = ({ summit, session, person, organization }: Credited) => creditKey(summit, session, person, organization);

export const creditOf = (item: Item): Credit => ({
  organization: item.organization as string,
  desk: item.desk as string,
  nomination: item.nomination as string,
});

/** The credit of one network for a person at one session, if there is one. */
export const findCredit = async (table: Table, credited: Credited): Promise<Credit | undefined> => {
  const item = await table.get(keyOf(credited));
  return item && creditOf(item);
};

/** Who nominated a person for a session; one Query. */
export const creditsFor = async (table: Table, { summit, session, person }: Omit<Credited, 'organization'>) =>
  (await table.all(collections.creditsOf(summit, session, person))).map(creditOf);

/** Credits a network with a person; it has not been credited with them at this session before. */
export const giveCredit = (table: Table, nomination: Nomination, request: string): Write => {
  const { person, organization, desk, slug } = nomination;
  const says = { person, organization, desk, nomination: slug };
  return putNew(table, markOf(keyOf(nomination), 'credit', request, says));
};

/** Takes a nomination's credit back. */
export const takeCredit = (table: Table, nomination: Nomination): Write => ({
  action: {
    Delete: {
      TableName: table.name,
      Key: keyOf(nomination),
      ConditionExpression: 'nomination = :nomination',
      ExpressionAttributeValues: { ':nomination': nomination.slug },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: () => new Raced(),
});
