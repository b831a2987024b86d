import type { Alleged, Likeness } from '../domain/identity.ts';
import { identityOf, likenessesOf } from '../domain/identity.ts';
import type { Item, Table } from './client.ts';
import { alikeKey, identityKey, lists, placeIn } from './key.ts';
import { markOf } from './mark.ts';
import { Raced, type Write } from './transact.ts';

/** Who is known under an address and a name together, if anybody is. */
export const findIdentity = async (table: Table, alleged: Alleged): Promise<string | undefined> => {
  const id = identityOf(alleged);
  const item = id === undefined ? undefined : await table.get(identityKey(id));
  return item?.person as string | undefined;
};

const identityItem = (digest: string, person: string, request: string): Item =>
  markOf(identityKey(digest), 'identity', request, {
    person,
    ...placeIn(lists.dataOf(person), `identity#${digest}`),
    card: {},
  });

/** The digest under which an item says that somebody is known. */
export const digestIn = ({ pk }: Item): string => pk.slice('IDENTITY#'.length);

/** Among what holds a person's data: the digests under which they are known. */
export const identitiesIn = (items: readonly Item[]): string[] =>
  items.filter(({ type }) => type === 'identity').map(digestIn);

/** Says who is known under a digest of address and name: somebody where nobody was, or instead of whom was read. */
export const putIdentity = (
  table: Table,
  digest: string,
  { was, is }: { was: string | undefined; is: string },
  request: string,
): Write => {
  const isAsRead = was === undefined ? 'attribute_not_exists(pk)' : 'person = :was';
  return {
    action: {
      Put: {
        TableName: table.name,
        Item: identityItem(digest, is, request),
        ConditionExpression: isAsRead,
        ...(was === undefined ? {} : { ExpressionAttributeValues: { ':was': was } }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: () => new Raced(),
  };
};

/** Those who were nominated for a summit under one name, or one address. */
export interface Alike {
  why: Likeness;
  digest: string;
  version: number;
  people: string[];
}

/** Who at a summit has the same name or the same address; one BatchGet. */
export const alikeTo = async (table: Table, summit: string, alleged: Alleged): Promise<Alike[]> => {
  const wanted = likenessesOf(alleged);
  const items = await table.batchGet(wanted.map(({ why, digest }) => alikeKey(summit, why, digest)));
  return wanted.map(({ why, digest }) => {
    const item = items.find(({ pk }) => pk === alikeKey(summit, why, digest).pk);
    return {
      why,
      digest,
      version: Number(item?.version ?? 0),
      people: [...((item?.people as Set<string> | undefined) ?? [])],
    };
  });
};

/** Adds somebody to those who are alike; whoever adds at the same time reads again, and so notices them. */
export const addAlike = (
  table: Table,
  summit: string,
  { why, digest, version }: Alike,
  person: string,
  request: string,
): Write => ({
  action: {
    Update: {
      TableName: table.name,
      Key: alikeKey(summit, why, digest),
      UpdateExpression: 'ADD people :people SET #type = :type, #schema = :one, #version = :next, #request = :request',
      ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : '#version = :was',
      ExpressionAttributeNames: { '#type': 'type', '#schema': 'schema', '#version': 'version', '#request': 'request' },
      ExpressionAttributeValues: {
        ':people': new Set([person]),
        ':type': 'alike',
        ':one': 1,
        ':next': version + 1,
        ':request': request,
        ...(version === 0 ? {} : { ':was': version }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: () => new Raced(),
});

/** Some of those who are called so, on the platform: by the beginning of their names in the list of people. */
export const namesakes = async (table: Table, name: string): Promise<string[]> => {
  const prefix = `${Array.from(name.toLowerCase()).slice(0, 60).join('')}#`;
  const { items } = await table.page({ pk: lists.people, prefix, index: 'list', limit: 10 });
  return items.map(({ pk }) => pk.replace('PERSON#', ''));
};
