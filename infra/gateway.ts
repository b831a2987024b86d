import { AccessLogField as field, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
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
import type { Named, Settings } from './settings.ts';

/**
 * No reader's network address, no token and no path: what people read is their own affair, and the path of a panelist's link is what opens it. The
 * route tells which function was asked; the function's own log names the rest by the request's id.
 */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: field.contextRequestId(),
    time: field.contextRequestTime(),
    method: field.contextHttpMethod(),
    route: field.contextRouteKey(),
    status: field.contextStatus(),
    milliseconds: field.contextResponseLatency(),
    bytes: field.contextResponseLength(),
    error: field.contextIntegrationErrorMessage(),
  }),
);

/** Requests a second, and how many at once, for everybody together. */
type Limit = { readonly ThrottlingRateLimit: number; readonly ThrottlingBurstLimit: number };

const apiPaths = ['/api', '/api/{proxy+}'];
const signInPaths = ['/sign-in', '/sign-in/callback', '/sign-out'];

/** The one HTTP API. It knows where each function's paths begin; which paths exist is the function's own knowledge. */
export class Gateway extends Construct {
  /** Where people reach it: what links in mails begin with. */
  readonly site: string;
  /** Where it answers, and where a name of your own has to point. */
  readonly outputs: Readonly<Record<string, string>>;
  private readonly api: HttpApi;
  private readonly stage: HttpStage;
  private readonly limits: Record<string, Limit> = {};

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: `plenary-${settings.stage}`,
      createDefaultStage: false,
      // One way in: whoever has a name of their own is not called by AWS's.
      disableExecuteApiEndpoint: settings.domain !== undefined,
    });
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
    (this.stage.node.defaultChild as CfnStage).routeSettings = this.limits;
    const name = settings.edge ?? settings.domain;
    this.site = name ? `https://${name.name}` : this.api.apiEndpoint;
    this.outputs = { Api: this.site, ...(domain && { DomainTarget: domain.regionalDomainName }) };
  }

  /** The API below its one address, the pages everywhere else. A crowd at one of them leaves room for the others. */
  lead(api: PlenaryFunction, web: PlenaryFunction): void {
    const toApi = new HttpLambdaIntegration('Api', api.lambda);
    const toWeb = new HttpLambdaIntegration('Web', web.lambda);
    this.paths(apiPaths, api, toApi, { ThrottlingRateLimit: 300, ThrottlingBurstLimit: 600 });
    this.paths(signInPaths, web, toWeb, { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
    this.route(HttpRouteKey.DEFAULT, 'To-web', toWeb);
  }

  private paths(
    paths: readonly string[],
    target: PlenaryFunction,
    integration: HttpLambdaIntegration,
    limit: Limit,
  ): void {
    for (const path of paths) {
      const routeKey = HttpRouteKey.with(path, HttpMethod.ANY);
      this.limits[routeKey.key] = limit;
      this.stage.node.addDependency(this.route(routeKey, `To-${target.node.id}-${path}`, integration));
    }
  }

  private route(routeKey: HttpRouteKey, id: string, integration: HttpLambdaIntegration) {
    const route = new HttpRoute(this, id, { httpApi: this.api, routeKey, integration });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'An authorizer is all or nothing for a route, and most reads are public. The function verifies the token of every request ' +
        'that carries one, and writes are refused without it.',
    });
    return route;
  }

  watch(alarms: Alarms): void {
    alarms.add('RequestsFail', {
      metric: this.stage.metricServerError({ statistic: 'Sum' }),
      above: 5,
      breaks: 'Requests end in an error of ours: people cannot read pages of a summit, or what they file is not kept.',
      readme: 'requests-fail',
    });
  }

  private named({ name, certificate }: Named): DomainName {
    const certified = Certificate.fromCertificateArn(this, 'Certificate', certificate);
    return new DomainName(this, 'Domain', { domainName: name, certificate: certified });
  }
}
