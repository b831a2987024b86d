import { Signing } from '../domain/signing.ts';
import type { SigningCode } from '../domain/signing-code.ts';
import { whoHas } from '../domain/trail.ts';
import { absent } from './absent.ts';
import { addressDigest } from './address.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { lists, placeIn, signingCodeKey, signingKey } from './key.ts';
import { daySeconds, expiresAfter, markOf, put } from './mark.ts';
import { Raced, type Write } from './transact.ts';

/** Somebody whom a letter goes to, as what is kept on them is found: by their id, or by the digest of their address. */
export const whoIs = (to: { person: string } | { address: string }): string =>
  'person' in to ? to.person : whoHas(addressDigest(to.address));

/** A signature that is asked for by link. It stands with what else is held on its signatory. */
export const signingKind: Kind<Signing> = {
  type: 'signing',
  schema: 1,
  record: Signing,
  key: ({ summit, declaration, slug }) => signingKey(summit, declaration, slug),
  place: ({ summit, declaration, slug, signatory }) =>
    signatory && placeIn(lists.dataOf(whoIs(signatory)), `SIGNING#${summit}#${declaration}#${slug}`),
  card: ({ summit, declaration, slug, state }) => ({ summit, declaration, slug, state }),
};

export const findSigning = (
  table: Table,
  summit: string,
  declaration: string,
  signing: string,
): Promise<Signing | undefined> => findRecord(table, signingKind, signingKey(summit, declaration, signing));

/** Errors: `not-found`. */
export const getSigning = async (
  table: Table,
  summit: string,
  declaration: string,
  signing: string,
): Promise<Signing> => (await findSigning(table, summit, declaration, signing)) ?? absent('signing');

type At = Pick<Signing, 'summit' | 'declaration' | 'slug'>;

const keyOf = ({ summit, declaration, slug }: At) => signingCodeKey(summit, declaration, slug);

/** The code that was sent last for a signing, as it is kept. */
export const findCode = async (table: Table, at: At): Promise<SigningCode | undefined> => {
  const item = await table.get(keyOf(at));
  return item && (item.code as SigningCode);
};

/** Keeps a code, in place of the one before it. */
export const keepCode = (table: Table, at: At, code: SigningCode, request: string): Write =>
  put(
    table,
    markOf(keyOf(at), 'signing-code', request, { code, expires: expiresAfter(new Date(code.until), daySeconds) }),
  );

/** Counts one more try of a code, from the number that was read: of several at once each counts, and whoever is overtaken reads again. */
export const countTry = (table: Table, at: At, { made, tries }: SigningCode, request: string): Write => ({
  action: {
    Update: {
      TableName: table.name,
      Key: keyOf(at),
      UpdateExpression: 'SET #code.#tries = :more, #request = :request',
      ConditionExpression: '#code.#made = :made AND #code.#tries = :tries',
      ExpressionAttributeNames: { '#code': 'code', '#tries': 'tries', '#made': 'made', '#request': 'request' },
      ExpressionAttributeValues: { ':made': made, ':tries': tries, ':more': tries + 1, ':request': request },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: () => new Raced(),
});

/** Uses a code up, as long as it is the one that was tried. */
export const useCode = (table: Table, at: At, { made }: SigningCode): Write => ({
  action: {
    Delete: {
      TableName: table.name,
      Key: keyOf(at),
      ConditionExpression: '#code.#made = :made',
      ExpressionAttributeNames: { '#code': 'code', '#made': 'made' },
      ExpressionAttributeValues: { ':made': made },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: () => new Raced(),
});
