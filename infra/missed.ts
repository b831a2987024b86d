import { Duration } from 'aws-cdk-lib/core';
import { Validations } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarm.ts';

export type MissedProps = { readonly alarms: Alarms; readonly breaks: string; readonly readme: string };

/** Where an event goes that a function refused until its last try: kept for two weeks, and an alarm says that there is one. */
export class Missed extends Construct {
  readonly arn: string;
  /** What a function needs to leave something here. */
  readonly may: PolicyStatement;

  constructor(scope: Construct, id: string, { alarms, breaks, readme }: MissedProps) {
    super(scope, id);
    const queue = new Queue(this, 'Queue', { retentionPeriod: Duration.days(14), enforceSSL: true });
    this.arn = queue.queueArn;
    this.may = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });
    Validations.of(queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself where the failures of others go; what lies in it rings an alarm and waits for a person.',
    });
    const waiting = queue.metricApproximateNumberOfMessagesVisible({ statistic: 'max' });
    alarms.add(id, { metric: waiting, above: 0, breaks, readme });
  }
}
