import { RemovalPolicy } from 'aws-cdk-lib/core';
import {
  AttributeType,
  BillingMode,
  Operation,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { tableShape } from '../shared/table/shape.ts';
import type { Alarms } from './alarm.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });
const { partitionKey, sortKey, expires, list } = tableShape;

/** The one table, as `shared/table/shape.ts` describes it. */
export const plenaryTable = (scope: Construct, { keepsData }: { readonly keepsData: boolean }): Table => {
  const table = new Table(scope, 'Table', {
    partitionKey: text(partitionKey),
    sortKey: text(sortKey),
    timeToLiveAttribute: expires,
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    stream: StreamViewType.NEW_IMAGE,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  table.addGlobalSecondaryIndex({
    indexName: list.name,
    partitionKey: text(list.partitionKey),
    sortKey: text(list.sortKey),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: [...list.shows],
  });
  return table;
};

/** A transaction is authorised by the actions of its items. There is no Scan: every list is a Query. */
const tableActions = [
  'BatchGetItem',
  'BatchWriteItem',
  'ConditionCheckItem',
  'DeleteItem',
  'GetItem',
  'PutItem',
  'Query',
  'UpdateItem',
].map((action) => `dynamodb:${action}`);

const mayList = (table: Table): PolicyStatement =>
  new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${list.name}`] });

export const mayUse = (table: Table): PolicyStatement[] => [
  new PolicyStatement({ actions: tableActions, resources: [table.tableArn] }),
  mayList(table),
];

/** For who only notes something on a record that is there: nothing in bulk, nothing away. */
export const mayNote = (table: Table): PolicyStatement[] => [
  new PolicyStatement({
    actions: ['ConditionCheckItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  }),
  mayList(table),
];

// The calls that shared/table makes; what a transaction writes counts as the transaction.
const used = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.BATCH_WRITE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];

export const watchTable = (alarms: Alarms, table: Table): void => {
  alarms.add('TableThrottled', {
    metric: table.metricThrottledRequestsForOperations({ operations: used }),
    above: 10,
    breaks:
      'The table turns requests away: many people read or write the same record at once, and some are told to try again.',
    readme: 'the-table-turns-requests-away',
  });
  alarms.add('TableFails', {
    metric: table.metricSystemErrorsForOperations({ operations: used }),
    above: 5,
    periods: 2,
    breaks: 'DynamoDB fails on its own side: pages and writes fail for everyone who reaches the table.',
    readme: 'the-table-fails',
  });
};
