import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Alarms } from './alarm.ts';
import type { PlenaryFunction } from './function.ts';

/** Each minute. A call that fails is not repeated: the next one is a minute away and finds the same things due. */
export const eachMinute = (scope: Construct, target: PlenaryFunction): void => {
  const role = new Role(scope, 'ClockRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  const { functionArn: arn } = target.lambda;
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [arn] }));
  target.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
  const schedule = new CfnSchedule(scope, 'EachMinute', {
    scheduleExpression: 'rate(1 minute)',
    flexibleTimeWindow: { mode: 'OFF' },
    target: { arn, roleArn: role.roleArn, retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 } },
  });
  schedule.node.addDependency(role);
};

export const watchClock = (alarms: Alarms, target: PlenaryFunction): void =>
  alarms.add('ClockStands', {
    metric: target.lambda.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' }),
    below: 1,
    breaks: 'The clock has not run for five minutes: reminders, deadlines and mail that was put off wait for it.',
    readme: 'the-clock-stands',
  });
