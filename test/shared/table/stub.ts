import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { openTable, type Table } from '../../../shared/table/client.ts';
import type { Pace } from '../../../shared/table/retry.ts';
import { simulatedPace } from '../../table.ts';

const mockDocuments = (documents: DynamoDBDocumentClient) => mockClient(documents);

export interface StubbedTable {
  table: Table;
  stub: ReturnType<typeof mockDocuments>;
  pace: ReturnType<typeof simulatedPace>;
  /** What was sent, in order: the command's name and its input. */
  sent: () => [string, unknown][];
}

/** The table "house" over a client that sends nothing, with a clock that moves by pauses alone. */
export const aStubbedTable = (changes: Partial<Pace> = {}): StubbedTable => {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
  const stub = mockDocuments(documents);
  const pace = simulatedPace(changes);
  return {
    table: openTable(documents, 'house', pace),
    stub,
    pace,
    sent: () => stub.calls().map(({ args: [command] }) => [command.constructor.name, command.input]),
  };
};

/** An error as the SDK throws it. */
export const sdkError = (name: string, more: object = {}): Error =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode: 400 }, $fault: 'client' }, more);

/** A connection that broke. */
export const cut = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** A transaction that was cancelled, with one reason per action; an item is given in the SDK's typed form. */
export const cancelledBy = (...reasons: { Code: string; Item?: object }[]): Error =>
  sdkError('TransactionCanceledException', { CancellationReasons: reasons });
