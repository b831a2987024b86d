import { AccessLogField as field, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpRoute,
  type HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Alarms } from './alarm.ts';
import type { PlenaryFunction } from './function.ts';
import type { Settings } from './settings.ts';

/** No reader's network address and no token: what people read is their own affair. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: field.contextRequestId(),
    time: field.contextRequestTime(),
    method: field.contextHttpMethod(),
    path: field.contextPath(),
    status: field.contextStatus(),
    milliseconds: field.contextResponseLatency(),
    bytes: field.contextResponseLength(),
    error: field.contextIntegrationErrorMessage(),
  }),
);

/** The one HTTP API. Each function has one catch-all route; which paths exist is the function's own knowledge. */
export class Gateway extends Construct {
  /** Where it answers, and where a name of your own has to point. */
  readonly outputs: Readonly<Record<string, string>>;
  private readonly api: HttpApi;
  private readonly stage: HttpStage;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { apiName: `plenary-${settings.stage}`, createDefaultStage: false });
    const logs = new LogGroup(this, 'Access', { retention: settings.logsKept, removalPolicy: RemovalPolicy.DESTROY });
    const domain = settings.domain && this.named(settings.domain);
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // A ceiling on what a crowd, or one broken program, can cost.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      ...(domain && { domainMapping: { domainName: domain } }),
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLog },
    });
    this.outputs = domain
      ? { Api: `https://${domain.name}`, DomainTarget: domain.regionalDomainName }
      : { Api: this.api.apiEndpoint };
  }

  route(routeKey: HttpRouteKey, target: PlenaryFunction): void {
    const integration = new HttpLambdaIntegration('Integration', target.lambda);
    const route = new HttpRoute(this, `To-${target.node.id}`, { httpApi: this.api, routeKey, integration });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'An authorizer is all or nothing for a route, and most reads are public. The function verifies the token of every request ' +
        'that carries one, and writes are refused without it.',
    });
  }

  watch(alarms: Alarms): void {
    alarms.add('RequestsFail', {
      metric: this.stage.metricServerError({ statistic: 'Sum' }),
      above: 5,
      breaks: 'Requests end in an error of ours: people cannot read pages of a summit, or what they file is not kept.',
      readme: 'requests-fail',
    });
  }

  private named({ name, certificate }: NonNullable<Settings['domain']>): DomainName {
    const certified = Certificate.fromCertificateArn(this, 'Certificate', certificate);
    return new DomainName(this, 'Domain', { domainName: name, certificate: certified });
  }
}
