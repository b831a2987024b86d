import { Duration } from 'aws-cdk-lib/core';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Alarms } from './alarm.ts';
import type { PlenaryFunction } from './function.ts';
import type { Missed } from './missed.ts';

const waits = (image: object) =>
  FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY'), dynamodb: { NewImage: image } });

/** What has somebody waiting: a mail to send, an entry of the trail to number, a notice or a release to tell, decisions to make known. Nothing else of the table is told to anybody. */
const rings = [
  waits({ type: { S: FilterRule.isEqual('outbox') }, record: { M: { state: { S: FilterRule.isEqual('pending') } } } }),
  waits({ type: { S: FilterRule.isEqual('pending') } }),
  waits({ type: { S: FilterRule.isEqual('release-telling') } }),
  waits({
    type: { S: FilterRule.or('telling', 'decision-release') },
    record: { M: { due: { S: FilterRule.exists() } } },
  }),
];

/** As AWS documents it for a Lambda that reads a stream: these four, on the stream itself. */
export const mayListen = (table: Table): PolicyStatement =>
  new PolicyStatement({
    actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`),
    resources: [table.tableStreamArn ?? ''],
  });

/** The table's stream rings for what waits. It is only a bell: whatever it misses, the clock takes within a minute. */
export const ring = (scope: Construct, table: Table, target: PlenaryFunction, missed: Missed): void => {
  const mapping = new EventSourceMapping(scope, 'Bell', {
    target: target.lambda,
    eventSourceArn: table.tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: rings,
    batchSize: 25,
    // One entry that cannot be handled stands in nobody's way: it is told apart, tried again, then left to the clock.
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 3,
    maxRecordAge: Duration.hours(1),
    onFailure: { bind: () => ({ destination: missed.arn }) },
  });
  // The mapping is refused while the function may not read the stream yet.
  mapping.node.addDependency(target.policy);
};

export const watchBell = (alarms: Alarms, target: PlenaryFunction): void =>
  alarms.add('BellLate', {
    metric: target.lambda.metric('IteratorAge', { statistic: 'max' }),
    above: 5 * 60 * 1000,
    breaks: 'The stream is heard five minutes late: mail leaves with the clock only, up to a minute after its deed.',
    readme: 'the-stream-is-heard-late',
  });
