import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { plenaryApp } from '../../infra/app.ts';
import { fits, type Pattern } from '../../infra/local/pattern.ts';
import { resourcesOf } from '../../infra/local/template.ts';
import { settingsFor } from '../../infra/settings.ts';
import { PlenaryStack } from '../../infra/stack.ts';
import { tableShape } from '../../shared/table/shape.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-stack-'));
const bundles = join(folder, 'dist');
const synthesized = (stage: string) => {
  const { app, stack, edge: inFront } = plenaryApp({ stage, bundles, outdir: join(folder, stage) });
  app.synth();
  if (inFront) edge = Template.fromStack(inFront);
  return Template.fromStack(stack);
};
type Rule = {
  readonly Name: string;
  readonly Action: object;
  readonly Statement: { readonly RateBasedStatement: { readonly AggregateKeyType: string; readonly Limit: number } };
};

let dev: Template;
let prod: Template;
let edge: Template;

beforeAll(() => {
  // CloudFormation's own rules are for deployments and take five seconds; cdk-nag's always run.
  vi.stubEnv('CDK_VALIDATION', 'false');
  for (const name of ['api', 'web', 'stream', 'clock', 'feedback']) {
    mkdirSync(join(bundles, name), { recursive: true });
    writeFileSync(join(bundles, name, 'index.mjs'), 'export const handler = async () => ({ statusCode: 200 });');
  }
  dev = synthesized('dev');
  prod = synthesized('prod');
});

describe('the table', () => {
  it('has the keys and the index of its one description', () => {
    dev.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: tableShape.partitionKey, KeyType: 'HASH' },
        { AttributeName: tableShape.sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: tableShape.list.name,
          KeySchema: [
            { AttributeName: tableShape.list.partitionKey, KeyType: 'HASH' },
            { AttributeName: tableShape.list.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...tableShape.list.shows] },
        },
      ],
    });
  });

  it('can be recovered to any point, forgets what has expired, and is encrypted', () => {
    prod.hasResourceProperties('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: tableShape.expires, Enabled: true },
      SSESpecification: { SSEEnabled: true },
    });
  });

  it('tells what its items became, and not what they were', () => {
    dev.hasResourceProperties('AWS::DynamoDB::Table', { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } });
  });

  it('outlives its stack in prod, and only there', () => {
    prod.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
    dev.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    });
  });
});

const idOf = (template: Template, type: string, begins = ''): string =>
  Object.keys(template.findResources(type)).find((id) => id.startsWith(begins)) ?? `no ${type} ${begins}`;
const functionNamed = (name: string) => {
  const all = Object.entries(dev.findResources('AWS::Lambda::Function'));
  return all.find(([id]) => id.startsWith(`${name}Lambda`))?.[1].Properties;
};

describe('the functions', () => {
  it('run on Node 24 and arm64, log in JSON, and give up before the API or the next minute does', () => {
    const names = ['api', 'web', 'stream', 'clock', 'feedback'];
    for (const name of names)
      expect(functionNamed(name)).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        MemorySize: 1024,
        Timeout: name === 'api' || name === 'web' ? 25 : 55,
        LoggingConfig: { LogFormat: 'JSON' },
      });
    dev.resourceCountIs('AWS::Lambda::Function', names.length);
  });

  it('are told what they read, and nothing else', () => {
    const TABLE = { Ref: idOf(dev, 'AWS::DynamoDB::Table') };
    const SITE = { 'Fn::GetAtt': [idOf(dev, 'AWS::ApiGatewayV2::Api'), 'ApiEndpoint'] };
    const client = { Ref: idOf(dev, 'AWS::Cognito::UserPoolClient', 'SignInPoolClient') };
    const machine = { Ref: idOf(dev, 'AWS::Cognito::UserPoolClient', 'SignInPoolMachine') };
    const people = {
      TABLE,
      SITE,
      ISSUER: { 'Fn::GetAtt': [idOf(dev, 'AWS::Cognito::UserPool'), 'ProviderURL'] },
      CLIENT_IDS: { 'Fn::Join': ['', [client, ',', machine]] },
      FIRST_SECRETARIAT: 'amira@example.org',
    };
    const notary = {
      SIGNING_KEY: { Ref: idOf(dev, 'AWS::KMS::Key') },
      FILES: { Ref: idOf(dev, 'AWS::S3::Bucket') },
    };
    const background = {
      TABLE,
      SITE,
      MAIL_FROM: settingsFor('dev').mail.from,
      MAIL_SET: { Ref: idOf(dev, 'AWS::SES::ConfigurationSet', 'MailSet') },
      ...notary,
    };
    const told = (name: string) => functionNamed(name)?.Environment.Variables;
    expect(told('api')).toEqual({ ...people, ...notary });
    expect(told('web')).toEqual({ ...people, ...notary, CLIENT_ID: client });
    expect(told('stream')).toEqual(background);
    expect(told('clock')).toEqual(background);
    expect(told('feedback')).toEqual({ TABLE });
  });

  const all = [
    'dynamodb:BatchGetItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
  ];
  const note = all.filter((action) => !/Batch|Delete/.test(action));
  const list = ['dynamodb:Query'];
  const hear = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
    (action) => `dynamodb:${action}`,
  );
  const mail = ['ses:SendEmail', 'ses:SendRawEmail'];
  const sign = ['kms:Sign', 'kms:GetPublicKey'];
  const keep = [['s3:GetObject', 's3:PutObject'], ['s3:ListBucket']];
  const leave = ['sqs:SendMessage'];
  it.each([
    ['api', [all, list, sign, ...keep]],
    ['web', [all, list, sign, ...keep]],
    ['stream', [all, list, mail, sign, ...keep, hear, leave]],
    ['clock', [all, list, mail, sign, ...keep]],
    ['feedback', [note, list, leave]],
    ['Clock', [['lambda:InvokeFunction']]],
  ])('%s may do exactly this', (name, expected) => {
    const [, policy] = Object.entries(dev.findResources('AWS::IAM::Policy')).find(([id]) => id.startsWith(name)) ?? [];
    const statements: { Action: string | string[] }[] = policy?.Properties.PolicyDocument.Statement;
    const own = [['logs:CreateLogStream', 'logs:PutLogEvents']];
    const actions = statements.map(({ Action }) => [Action].flat());
    expect(actions).toEqual(name === 'Clock' ? expected : [...own, ...expected]);
  });

  it('may do it on what is theirs, and never on everything', () => {
    const policies = Object.values(dev.findResources('AWS::IAM::Policy'));
    const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const resources = statements.map(({ Resource }: { Resource: unknown }) => Resource);
    // Files have no names before they are kept: those of the one bucket.
    const anyFile = { 'Fn::Join': ['', [{ 'Fn::GetAtt': [idOf(dev, 'AWS::S3::Bucket'), 'Arn'] }, '/*']] };
    expect(resources).toContainEqual(anyFile);
    expect(JSON.stringify(resources).replaceAll(JSON.stringify(anyFile), '')).not.toContain('*');
    expect(JSON.stringify(Object.values(dev.findResources('AWS::IAM::Role')))).not.toContain('ManagedPolicyArns');
  });

  it('may send mail only as the house', () => {
    const conditions = Object.values(dev.findResources('AWS::IAM::Policy')).flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap(({ Condition }: { Condition?: object }) => Condition ?? []),
    );
    const asTheHouse = { StringEquals: { 'ses:FromAddress': settingsFor('dev').mail.from } };
    expect(conditions).toEqual([asTheHouse, asTheHouse]);
  });

  it('forgets no log group: each has an end', () => {
    const kept = (template: Template) =>
      Object.values(template.findResources('AWS::Logs::LogGroup')).map(({ Properties }) => Properties.RetentionInDays);
    expect(kept(dev)).toEqual(Array(6).fill(14));
    expect(kept(prod)).toEqual(Array(6).fill(365));
  });
});

describe('the file store', () => {
  it('is private, encrypted, reached by TLS only, and forgets no earlier version', () => {
    prod.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    prod.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it('outlives its stack in prod, and only there', () => {
    prod.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    dev.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
  });
});

describe('the HTTP API', () => {
  it('leads below /api to the API and everywhere else to the pages, without an authorizer', () => {
    const routes = Object.values(dev.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties);
    const targetOf = (target: { 'Fn::Join': [string, [string, { Ref: string }]] }): string => {
      const { Properties } = dev.findResources('AWS::ApiGatewayV2::Integration')[target['Fn::Join'][1][1].Ref] ?? {};
      return /^[a-z]+/.exec(Properties?.IntegrationUri['Fn::GetAtt'][0])?.[0] ?? '';
    };
    expect(Object.fromEntries(routes.map(({ RouteKey, Target }) => [RouteKey, targetOf(Target)]))).toEqual({
      'ANY /api': 'api',
      'ANY /api/{proxy+}': 'api',
      'ANY /sign-in': 'web',
      'ANY /sign-in/callback': 'web',
      'ANY /sign-out': 'web',
      $default: 'web',
    });
    expect(new Set(routes.map(({ AuthorizationType }) => AuthorizationType))).toEqual(new Set(['NONE']));
  });

  it('has a ceiling, and lower ones of their own for the API and for sign-in', () => {
    const [stage] = Object.values(dev.findResources('AWS::ApiGatewayV2::Stage'));
    const { DefaultRouteSettings, RouteSettings } = stage?.Properties ?? {};
    expect(DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 });
    expect(RouteSettings).toMatchObject({
      'ANY /api/{proxy+}': { ThrottlingRateLimit: 300, ThrottlingBurstLimit: 600 },
      'ANY /sign-in/callback': { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
    });
  });

  it('logs each request, without the address of who asked', () => {
    const [stage] = Object.values(dev.findResources('AWS::ApiGatewayV2::Stage'));
    expect(Object.keys(JSON.parse(stage?.Properties.AccessLogSettings.Format))).toEqual([
      'requestId',
      'time',
      'method',
      'route',
      'status',
      'milliseconds',
      'bytes',
      'error',
    ]);
  });
});

describe('sign-in', () => {
  it('lets nobody make their own account, and asks for a second factor', () => {
    dev.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
    });
    // What somebody may do the table knows.
    dev.resourceCountIs('AWS::Cognito::UserPoolGroup', 0);
  });

  it('has a public client: a code, no secret, no implicit flow, back to the pages', () => {
    const site = { 'Fn::GetAtt': [idOf(dev, 'AWS::ApiGatewayV2::Api'), 'ApiEndpoint'] };
    dev.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['http://localhost:8765/signed-in', { 'Fn::Join': ['', [site, '/sign-in/callback']] }],
      LogoutURLs: [{ 'Fn::Join': ['', [site, '/']] }],
    });
  });

  it('has a client with a secret for each machine of the settings', () => {
    dev.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ClientName: 'registration',
      GenerateSecret: true,
      AllowedOAuthFlows: ['client_credentials'],
    });
    prod.resourceCountIs('AWS::Cognito::UserPoolClient', 1);
  });
});

describe('the bell', () => {
  it('rings for mail and trail that wait, and for nothing else', () => {
    const [mapping] = Object.values(dev.findResources('AWS::Lambda::EventSourceMapping'));
    const patterns = mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
      JSON.parse(Pattern),
    );
    const image = (type: string, state?: string) => ({
      eventName: 'MODIFY',
      dynamodb: { NewImage: { type: { S: type }, record: { M: { state: { S: state } } } } },
    });
    const rings = (event: object) => patterns.some((pattern: Pattern) => fits(pattern, event));
    expect(rings(image('outbox', 'pending'))).toBe(true);
    expect(rings(image('pending'))).toBe(true);
    expect(rings(image('outbox', 'claimed'))).toBe(false);
    expect(rings(image('outbox', 'sent'))).toBe(false);
    expect(rings(image('session', 'pending'))).toBe(false);
    expect(rings({ eventName: 'REMOVE', dynamodb: {} })).toBe(false);
  });

  it('tells failures apart, tries a few times, and leaves the rest in a queue', () => {
    dev.hasResource('AWS::Lambda::EventSourceMapping', {
      Properties: {
        FunctionName: { Ref: idOf(dev, 'AWS::Lambda::Function', 'stream') },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 3,
        MaximumRecordAgeInSeconds: 3600,
        DestinationConfig: {
          OnFailure: { Destination: { 'Fn::GetAtt': [idOf(dev, 'AWS::SQS::Queue', 'Unheard'), 'Arn'] } },
        },
      },
      DependsOn: [idOf(dev, 'AWS::IAM::Policy', 'stream')],
    });
  });
});

describe('the clock', () => {
  it('is called each minute, and not again for the same minute', () => {
    dev.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      Target: {
        Arn: { 'Fn::GetAtt': [idOf(dev, 'AWS::Lambda::Function', 'clock'), 'Arn'] },
        RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 },
      },
    });
    dev.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: idOf(dev, 'AWS::Lambda::Function', 'clock') },
      MaximumRetryAttempts: 0,
    });
  });

  it('rings an alarm when it has not run for five minutes, also when nobody says so', () => {
    prod.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: idOf(prod, 'AWS::Lambda::Function', 'clock') } }],
      Period: 300,
      EvaluationPeriods: 1,
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    });
  });
});

describe('mail', () => {
  it('comes from a domain that signs, and returns to a name of its own', () => {
    prod.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'plenary.example.org',
      MailFromAttributes: { MailFromDomain: 'mail.plenary.example.org' },
    });
  });

  it('that comes back, or is not wanted, is told to the function that notes it', () => {
    dev.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint'] },
    });
    dev.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['aws.ses'], 'detail-type': ['Email Bounced', 'Email Complaint Received'] },
      Targets: [{ Arn: { 'Fn::GetAtt': [idOf(dev, 'AWS::Lambda::Function', 'feedback'), 'Arn'] } }],
    });
    dev.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: idOf(dev, 'AWS::Lambda::Function', 'feedback') },
      MaximumRetryAttempts: 2,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [idOf(dev, 'AWS::SQS::Queue', 'Unnoted'), 'Arn'] } },
      },
    });
  });

  it('has its DNS records told at deploy: SPF, DKIM and DMARC, each whole', () => {
    const identity = idOf(prod, 'AWS::SES::EmailIdentity');
    const dkim = (at: number) => ({
      'Fn::Join': [
        '',
        [
          { 'Fn::GetAtt': [identity, `DkimDNSTokenName${at}`] },
          ' CNAME ',
          { 'Fn::GetAtt': [identity, `DkimDNSTokenValue${at}`] },
        ],
      ],
    });
    const told = Object.entries(prod.findOutputs('*')).filter(([name]) => name.startsWith('Dns'));
    expect(Object.fromEntries(told.map(([name, { Value }]) => [name, Value]))).toEqual({
      DnsSpf: 'mail.plenary.example.org TXT "v=spf1 include:amazonses.com -all"',
      DnsReturns: 'mail.plenary.example.org MX 10 feedback-smtp.eu-central-1.amazonses.com',
      DnsDkim1: dkim(1),
      DnsDkim2: dkim(2),
      DnsDkim3: dkim(3),
      DnsDmarc: '_dmarc.plenary.example.org TXT "v=DMARC1; p=quarantine; adkim=s"',
    });
  });
});

describe('the platform’s key', () => {
  it('signs and never leaves, and outlives its stack in prod', () => {
    prod.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
    });
  });

  const rotated = (signingKey: number): Template =>
    Template.fromStack(
      new PlenaryStack(new App({ analyticsReporting: false }), {
        settings: { ...settingsFor('prod'), signingKey },
        bundles,
      }),
    );

  it('gives its place to a new one, stays as it was, and signs no more', () => {
    const [before, after] = [rotated(1), rotated(2)];
    const [old = ''] = Object.keys(before.findResources('AWS::KMS::Key'));

    const keys = after.findResources('AWS::KMS::Key');
    const [current = ''] = Object.keys(keys).filter((id) => id !== old);

    expect(Object.keys(keys)).toHaveLength(2);
    expect(keys[old]).toEqual(before.findResources('AWS::KMS::Key')[old]);
    for (const { Properties } of Object.values(after.findResources('AWS::Lambda::Function')))
      if (Properties.Environment.Variables.SIGNING_KEY)
        expect(Properties.Environment.Variables.SIGNING_KEY).toEqual({ Ref: current });
    expect(JSON.stringify(after.findResources('AWS::IAM::Policy'))).not.toContain(old);
    after.hasOutput('SigningKeyId', { Value: { Ref: current } });
    after.hasOutput('EarlierKeyIds', { Value: { Ref: old } });
  });
});

describe('the alarms', () => {
  const paragraphs = [
    'a-function-fails',
    'a-returned-mail-was-not-noted',
    'answers-are-slow',
    'requests-are-turned-away',
    'requests-fail',
    'the-clock-stands',
    'the-stream-gave-up',
    'the-stream-is-heard-late',
    'the-table-fails',
    'the-table-turns-requests-away',
  ];
  const alarms = () => Object.values(prod.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);

  it('each say what breaks for whom, and where the README says what to do', () => {
    const pointed = alarms().map(({ AlarmDescription }) => {
      const [, breaks, paragraph] = /^(.{40,}) What to do: README\.md#([a-z-]+)$/.exec(AlarmDescription) ?? [];
      expect(breaks, AlarmDescription).toBeDefined();
      return paragraph;
    });
    expect(new Set(pointed)).toEqual(new Set(paragraphs));
  });

  it.runIf(existsSync('README.md'))('point to paragraphs that the README has', () => {
    const headings = readFileSync('README.md', 'utf8').match(/^#+ .*$/gm) ?? [];
    const anchors = headings.map((line) =>
      line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    );
    expect(anchors).toEqual(expect.arrayContaining(paragraphs));
  });

  it('go to the topic, and its addresses hear of it', () => {
    const [topic] = Object.keys(prod.findResources('AWS::SNS::Topic'));
    for (const { AlarmActions } of alarms()) expect(AlarmActions).toEqual([{ Ref: topic }]);
    const asked = settingsFor('prod').alarmAddresses;
    const heard = Object.values(prod.findResources('AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties.Endpoint,
    );
    expect(heard).toEqual(asked);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('may publish: a topic with a policy of its own forgets to allow it', () => {
    const allow = { Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } };
    prod.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike(allow)]) },
    });
  });
});

describe("cdk-nag's AwsSolutions rules", () => {
  it('have answered for dev and prod above, and stop a stack that breaks one', () => {
    const { app, stack } = plenaryApp({ stage: 'dev', bundles, outdir: join(folder, 'broken') });
    expect(new Topic(stack, 'Open')).toBeDefined();
    expect(() => app.synth()).toThrow('The SNS Topic does not require publishers to use SSL.');
    const report = readFileSync(join(folder, 'broken', 'validation-report.json'), 'utf8');
    expect(report).toContain('AwsSolutions-SNS3');
  });
});

describe('the settings', () => {
  it('give the API a name of its own, and say where the name has to point', () => {
    const domain = { name: 'plenary.example.org', certificate: 'arn:aws:acm:eu-central-1:123456789012:certificate/1' };
    const stack = new PlenaryStack(new App(), { bundles, settings: { ...settingsFor('dev'), domain } });
    const named = Template.fromStack(stack);
    named.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'plenary.example.org' });
    named.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
    named.hasOutput('Api', { Value: 'https://plenary.example.org' });
    named.hasOutput('DomainTarget', {});
    named.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { SITE: 'https://plenary.example.org' } },
    });
    expect(() => resourcesOf(JSON.parse(JSON.stringify(named.toJSON())))).not.toThrow();
  });

  it('put a name that people use in front of it, and there a limit for each address', () => {
    const [webAcl] = Object.values(edge.findResources('AWS::WAFv2::WebACL'));
    expect(webAcl?.Properties.Scope).toBe('CLOUDFRONT');
    const limits = webAcl?.Properties.Rules.map(({ Name, Action, Statement: { RateBasedStatement: limit } }: Rule) => [
      Name,
      limit.AggregateKeyType,
      limit.Limit,
      Action,
    ]);
    const wait = { Block: { CustomResponse: { ResponseCode: 429 } } };
    expect(limits).toEqual([
      ['Acting', 'IP', 150, wait],
      ['Everywhere', 'IP', 3000, wait],
    ]);
    const path =
      webAcl?.Properties.Rules[0].Statement.RateBasedStatement.ScopeDownStatement.RegexMatchStatement.RegexString;
    const strict = [
      '/sign-in',
      '/sign-in/callback',
      '/fr/invitation/abc',
      '/ar/signing/abc/signature',
      '/api/v1/invitations/abc/answer',
      '/api/v1/me',
    ];
    expect(strict.filter((one) => !new RegExp(path).test(one))).toEqual([]);
    const free = ['/', '/en/', '/api', '/api/v1/summits', '/en/summits/sign-in'];
    expect(free.filter((one) => new RegExp(path).test(one))).toEqual([]);
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['plenary.example.org'],
        WebACLId: { 'Fn::GetAtt': [idOf(edge, 'AWS::WAFv2::WebACL'), 'Arn'] },
        Origins: [Match.objectLike({ DomainName: 'origin.plenary.example.org' })],
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
    // What is kept is kept for one reader, where a token or a cookie says who reads, and only for as long as it says.
    edge.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        DefaultTTL: 0,
        MinTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'all' },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
        },
      },
    });
    prod.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    prod.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { SITE: 'https://plenary.example.org' } },
    });
  });

  it('name the first of the secretariat, and the deploy may name another', () => {
    const { stack } = plenaryApp({ stage: 'prod', bundles, secretariat: 'ines@example.org' });
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { FIRST_SECRETARIAT: 'ines@example.org' } },
    });
  });

  it('name the stages they know when asked for another', () => {
    expect(() => settingsFor('moon')).toThrow('There is no stage "moon". infra/settings.ts knows dev, prod.');
  });
});
