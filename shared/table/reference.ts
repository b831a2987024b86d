import { DomainError } from '../domain/error.ts';
import { slugOf } from '../domain/slug.ts';
import type { Table } from './client.ts';
import { referenceKey, sessionKey } from './key.ts';
import { markOf, putNew } from './mark.ts';
import { type OldItem, Raced, type Write } from './transact.ts';

interface Code {
  summit: string;
  /** As it is printed. */
  reference: string;
}

const taken = ({ summit, reference }: Code, session: string | undefined): DomainError =>
  new DomainError(
    'reference-taken',
    `The summit already has a session "${reference}" (or one that reads the same in an address). Give this one another code.`,
    session === undefined ? {} : { conflictsWith: `/api/v1/summits/${summit}/sessions/${session}` },
  );

const holderIn = (old: OldItem): string | undefined => old?.session?.S;

const nothingAt = (table: Table, key: { pk: string; sk: string }, refuse: (old: OldItem) => Error): Write => ({
  action: {
    ConditionCheck: {
      TableName: table.name,
      Key: key,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse,
});

/** Holds that no session was given the code that another one's address is made of. Errors: `reference-taken`. */
export const codeIsFree = (table: Table, code: Code): Write =>
  nothingAt(table, referenceKey(code.summit, slugOf(code.reference)), (old) => taken(code, holderIn(old)));

/**
 * Takes a printed code for a session whose address is another: no address is made of it, and nobody else was given it. A session's own address is
 * its own code. Errors: `reference-taken`.
 */
export const takeCode = (table: Table, code: Code, session: string, request: string): Write[] => {
  const name = slugOf(code.reference);
  if (name === session) return [];
  const mark = markOf(referenceKey(code.summit, name), 'reference', request, { session, reference: code.reference });
  return [
    nothingAt(table, sessionKey(code.summit, name), () => taken(code, name)),
    { ...putNew(table, mark), refuse: (old) => taken(code, holderIn(old)) },
  ];
};

/** Gives a code back that was never printed. */
export const leaveCode = (table: Table, code: Code, session: string): Write[] => {
  const name = slugOf(code.reference);
  if (name === session) return [];
  return [
    {
      action: {
        Delete: {
          TableName: table.name,
          Key: referenceKey(code.summit, name),
          ConditionExpression: '#session = :session',
          ExpressionAttributeNames: { '#session': 'session' },
          ExpressionAttributeValues: { ':session': session },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      refuse: () => new Raced(),
    },
  ];
};
