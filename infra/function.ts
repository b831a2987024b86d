import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Alarms } from './alarm.ts';

export type FunctionProps = {
  /** The folder that holds one bundle per function, as `build.mjs` writes it. */
  readonly bundles: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Everything this function may do, and on what. */
  readonly may: readonly PolicyStatement[];
  /** What no longer works, and for whom, when this function fails. */
  readonly breaks: string;
  /** Whether people wait for its answers. Whoever works in the background may take its time. */
  readonly answersPeople: boolean;
  readonly logsKept: RetentionDays;
  readonly alarms: Alarms;
};

/** A function of `functions/<name>`, with the house's defaults: what it may do is written out, and its failure has a meaning. */
export class PlenaryFunction extends Construct {
  readonly lambda: Lambda;
  /** What waits for it waits until the function may do what it has to. */
  readonly policy: Policy;

  constructor(scope: Construct, name: string, props: FunctionProps) {
    super(scope, name);
    const logGroup = new LogGroup(this, 'Logs', { retention: props.logsKept, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.lambda = new Lambda(this, 'Lambda', {
      code: Code.fromAsset(join(props.bundles, name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // Memory buys processor time: at 1 GB a cold start costs half of what it does at 512 MB.
      memorySize: 1024,
      // An HTTP API gives up after 30 s; a function that outlives its caller only costs. Nor shall the clock outlive its minute.
      timeout: Duration.seconds(props.answersPeople ? 25 : 55),
      environment: { ...props.environment },
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
    });
    const own = [
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    ];
    this.policy = new Policy(this, 'May', { roles: [role], statements: [...own, ...props.may] });
    this.lambda.node.addDependency(this.policy);
    this.watch(props);
  }

  private watch({ alarms, answersPeople, breaks }: FunctionProps): void {
    const name = `${this.node.id[0]?.toUpperCase()}${this.node.id.slice(1)}`;
    alarms.add(`${name}Fails`, { metric: this.lambda.metricErrors(), above: 0, breaks, readme: 'a-function-fails' });
    alarms.add(`${name}Crowded`, {
      metric: this.lambda.metricThrottles(),
      above: 0,
      breaks: `${breaks} The account's limit of functions running at once is reached.`,
      readme: 'requests-are-turned-away',
    });
    if (!answersPeople) return;
    alarms.add(`${name}Slow`, {
      metric: this.lambda.metricDuration({ statistic: 'p99' }),
      above: 3000,
      periods: 3,
      breaks: `One answer in a hundred takes over three seconds. Past 25 seconds it fails: ${breaks}`,
      readme: 'answers-are-slow',
    });
  }
}
