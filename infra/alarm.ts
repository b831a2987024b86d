import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** Rings when the metric exceeds `above`; or falls below `below`, and then silence rings too. */
type Limit = { readonly above: number; readonly below?: never } | { readonly above?: never; readonly below: number };

export type AlarmProps = Limit & {
  readonly metric: IMetric;
  /** For how many periods in a row. */
  readonly periods?: number;
  /** What no longer works, and for whom, in words for the person whom the alarm wakes. */
  readonly breaks: string;
  /** The paragraph of the README, under "When an alarm rings", that says what to do. */
  readonly readme: string;
};

/** The alarms of the stack and the addresses they go to. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, addresses: readonly string[]) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Plenary alarms', enforceSSL: true });
    // A policy of its own takes away what every topic allows by default: that the account's alarms publish to it.
    this.topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    for (const address of addresses) this.topic.addSubscription(new EmailSubscription(address));
  }

  add(id: string, { metric, above, below, periods = 1, breaks, readme }: AlarmProps): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold: above ?? below,
      evaluationPeriods: periods,
      comparisonOperator:
        below === undefined ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
      // A summit sleeps for months: no traffic is no failure. What has to happen all the time is another matter.
      treatMissingData: below === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
      alarmDescription: `${breaks} What to do: README.md#${readme}`,
    });
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
