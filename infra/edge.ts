import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Named, Settings } from './settings.ts';

/** From one address in five minutes, beyond which it is told to wait. An office behind one address is many people. */
const limits = { everywhere: 3000, acting: 150 };

/** Where somebody could try out passwords, codes or links: sign-in, and what a link in a mail opens. */
const acting = String.raw`^/(sign-in|sign-out|[a-z]{2}/(invitation|signing|dispute|role)|api/v1/(invitations|signings|disputes|me))(/|$)`;

const measured = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // What people asked for is their own affair.
  sampledRequestsEnabled: false,
});

const rule = (name: string, priority: number, limit: number, path?: string): CfnWebACL.RuleProperty => ({
  name,
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  visibilityConfig: measured(name),
  statement: {
    rateBasedStatement: {
      limit,
      aggregateKeyType: 'IP',
      evaluationWindowSec: 300,
      ...(path && {
        scopeDownStatement: {
          regexMatchStatement: {
            fieldToMatch: { uriPath: {} },
            regexString: path,
            textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
          },
        },
      }),
    },
  },
});

/**
 * CloudFront with a limit for each address, in front of the HTTP API, which can carry none. Its firewall has to live in us-east-1, so it is a stack of its
 * own; it knows the API by its name only, so that nothing has to be carried from one region to another.
 */
export class EdgeStack extends Stack {
  /** Where the name that people use has to point. */
  readonly target: CfnOutput;

  constructor(scope: Construct, { stage, keepsData }: Settings, edge: Named, origin: Named) {
    const stackName = `plenary-${stage}-edge`;
    super(scope, 'Edge', { stackName, env: { region: 'us-east-1' }, terminationProtection: keepsData });
    const firewall = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: measured('Firewall'),
      rules: [rule('Acting', 0, limits.acting, acting), rule('Everywhere', 1, limits.everywhere)],
    });
    const distribution = new Distribution(this, 'Distribution', {
      domainNames: [edge.name],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', edge.certificate),
      webAclId: firewall.attrArn,
      defaultBehavior: {
        origin: new HttpOrigin(origin.name, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: this.kept(stage),
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
    });
    this.answer(distribution);
    this.target = new CfnOutput(this, 'EdgeTarget', { value: distribution.distributionDomainName });
  }

  /**
   * Kept is what says that it may be, for as long as it says: a page or a record that somebody reads without token or cookie. Both are part of what it
   * is kept under, so that nothing of one person is shown to another.
   */
  private kept(stage: string): CachePolicy {
    return new CachePolicy(this, 'Kept', {
      cachePolicyName: `plenary-${stage}-kept`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      headerBehavior: CacheHeaderBehavior.allowList('Authorization'),
      cookieBehavior: CacheCookieBehavior.all(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  private answer(distribution: Distribution): void {
    const answers = {
      'AwsSolutions-CFR1': 'A summit of cities is read everywhere.',
      'AwsSolutions-CFR3': 'Its logs would hold readers’ network addresses. The API logs each request without them.',
    };
    for (const [id, reason] of Object.entries(answers)) Validations.of(distribution).acknowledge({ id, reason });
  }
}
