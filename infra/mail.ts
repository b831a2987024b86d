import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { PlenaryFunction } from './function.ts';
import type { Missed } from './missed.ts';
import type { Settings } from './settings.ts';

/** Who mail comes from, and how it comes back: the domain's identity in SES, and the events of what could not be delivered. */
export class Mail extends Construct {
  /** What `functions/` needs to send. */
  readonly environment: Readonly<Record<string, string>>;
  readonly may: PolicyStatement;
  /** The DNS records that make other servers believe the sender, each as name, type and value. */
  readonly records: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { mail: { domain, from } }: Settings) {
    super(scope, id);
    const set = new ConfigurationSet(this, 'Set', { reputationMetrics: true });
    set.addEventDestination('Returned', {
      // SES sends its events to the default bus only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    const returns = `mail.${domain}`;
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      mailFromDomain: returns,
      configurationSet: set,
    });
    this.environment = { MAIL_FROM: from, MAIL_SET: set.configurationSetName };
    this.may = new PolicyStatement({
      // A mail with a file attached is a raw one to IAM.
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resources: [identity.emailIdentityArn, this.arnOf(set)],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    });
    const signed = identity.dkimRecords.map(({ name, value }, at) => [`DnsDkim${at + 1}`, `${name} CNAME ${value}`]);
    this.records = {
      ...Object.fromEntries(signed),
      DnsSpf: `${returns} TXT "v=spf1 include:amazonses.com -all"`,
      DnsReturns: `${returns} MX 10 feedback-smtp.${Stack.of(this).region}.amazonses.com`,
      DnsDmarc: `_dmarc.${domain} TXT "v=DMARC1; p=quarantine; adkim=s"`,
    };
  }

  /** Who is told that a mail came back, or that its recipient does not want any. What cannot be noted goes to `missed`. */
  tell(target: PlenaryFunction, missed: Missed): void {
    const rule = new Rule(this, 'Returned', {
      eventPattern: { source: ['aws.ses'], detailType: ['Email Bounced', 'Email Complaint Received'] },
    });
    rule.addTarget(new LambdaFunction(target.lambda));
    const kept = new CfnEventInvokeConfig(this, 'Kept', {
      functionName: target.lambda.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      destinationConfig: { onFailure: { destination: missed.arn } },
    });
    kept.node.addDependency(target.policy);
  }

  private arnOf({ configurationSetName: resourceName }: ConfigurationSet): string {
    return Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName });
  }
}
