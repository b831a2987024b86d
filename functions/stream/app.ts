import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Backstage } from '../runtime/backstage.ts';

/** What a record of the stream asks for; two records that ask for the same have the same name. */
export interface Errand {
  name: string;
  run: () => Promise<unknown>;
}

/** What an item of the table asks for as it stands now, by its `type`. */
export type Errands = Readonly<Record<string, (image: Image) => Errand>>;

/** An item as the stream shows it, in DynamoDB's own JSON. */
export type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

const errandOf = (errands: Errands, { dynamodb }: DynamoDBRecord): Errand | undefined => {
  const image = dynamodb?.NewImage;
  return image && errands[image.type?.S ?? '']?.(image);
};

/**
 * Runs what a batch of the stream asks for, each errand once, and answers the records whose errand failed: those come again, the others do not.
 */
export const stream =
  (errands: Errands, log: Backstage['log']) =>
  async ({ Records: records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const asked = new Map<string, Errand & { records: string[] }>();
    for (const record of records) {
      const errand = errandOf(errands, record);
      if (!errand) continue;
      const same = asked.get(errand.name) ?? { ...errand, records: [] };
      same.records.push(record.dynamodb?.SequenceNumber ?? '');
      asked.set(errand.name, same);
    }
    const failed = await Promise.all(
      [...asked.values()].map(async ({ name, run, records: numbers }) => {
        try {
          await run();
          return [];
        } catch (error) {
          log({ level: 'error', errand: name, error: error instanceof Error ? error.stack : String(error) });
          return numbers;
        }
      }),
    );
    return { batchItemFailures: failed.flat().map((itemIdentifier) => ({ itemIdentifier })) };
  };
