import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { ofType, type Resources } from './template.ts';
import { tableShape } from '../../shared/table/shape.ts';

/** What the AWS SDK reads to find the engine instead of AWS. The engine checks no signature, but the SDK insists on signing. */
export const engineEnvironment = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: 'local',
});

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' },
  });

const keysOf = (partitionKey: string, sortKey: string): CreateTableCommandInput['KeySchema'] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

const { list } = tableShape;

/** The table of `shared/table/shape.ts`, as DynamoDB is asked for it. */
const inputOf = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: keysOf(tableShape.partitionKey, tableShape.sortKey),
  AttributeDefinitions: [tableShape.partitionKey, tableShape.sortKey, list.partitionKey, list.sortKey].map((name) => ({
    AttributeName: name,
    AttributeType: 'S',
  })),
  GlobalSecondaryIndexes: [
    {
      IndexName: list.name,
      KeySchema: keysOf(list.partitionKey, list.sortKey),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...list.shows] },
    },
  ],
});

const exists = async (client: DynamoDBClient, TableName: string): Promise<boolean> => {
  try {
    await client.send(new DescribeTableCommand({ TableName }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
};

/** Makes the table unless it is there already; what it holds stays. */
const ensureTable = async (endpoint: string, input: CreateTableCommandInput): Promise<void> => {
  const client = clientOf(endpoint);
  try {
    if (!(await exists(client, input.TableName ?? ''))) await client.send(new CreateTableCommand(input));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    client.destroy();
  }
};

/** For tests and the bench: the table of `shared/table/shape.ts` on the engine at `endpoint`. */
export const createTable = (endpoint: string, tableName: string): Promise<void> =>
  ensureTable(endpoint, inputOf(tableName));

/** What CreateTable takes of a table's properties; the template words them as it does. */
type Asked = Pick<
  CreateTableCommandInput,
  'KeySchema' | 'AttributeDefinitions' | 'GlobalSecondaryIndexes' | 'BillingMode'
>;

/** Makes the template's tables; each is known here by its own name in the template. */
export const ensureTables = async (endpoint: string, resources: Resources): Promise<void> => {
  for (const [TableName, { Properties }] of ofType<Asked>(resources, 'AWS::DynamoDB::Table')) {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode } = Properties;
    await ensureTable(endpoint, { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode });
  }
};
