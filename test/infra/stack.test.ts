import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { plenaryApp } from '../../infra/app.ts';
import { resourcesOf } from '../../infra/local/template.ts';
import { settingsFor } from '../../infra/settings.ts';
import { PlenaryStack } from '../../infra/stack.ts';
import { tableShape } from '../../shared/table/shape.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-stack-'));
const bundles = join(folder, 'dist');
const synthesized = (stage: string) => {
  const { app, stack } = plenaryApp({ stage, bundles, outdir: join(folder, stage) });
  app.synth();
  return Template.fromStack(stack);
};

let dev: Template;
let prod: Template;

beforeAll(() => {
  // CloudFormation's own rules are for deployments and take five seconds; cdk-nag's always run.
  vi.stubEnv('CDK_VALIDATION', 'false');
  mkdirSync(join(bundles, 'api'), { recursive: true });
  writeFileSync(join(bundles, 'api', 'index.mjs'), 'export const handler = async () => ({ statusCode: 200 });');
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

describe('the function', () => {
  it('runs on Node 24 and arm64, logs in JSON, and gives up before the API does', () => {
    dev.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 1024,
      Timeout: 25,
      LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
    });
  });

  it('is told its table, its issuer, its clients and its stage', () => {
    const [table] = Object.keys(dev.findResources('AWS::DynamoDB::Table'));
    const [pool] = Object.keys(dev.findResources('AWS::Cognito::UserPool'));
    const [client] = Object.keys(dev.findResources('AWS::Cognito::UserPoolClient'));
    dev.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          TABLE: { Ref: table },
          ISSUER: { 'Fn::GetAtt': [pool, 'ProviderURL'] },
          CLIENT_IDS: { Ref: client },
        },
      },
    });
  });

  it('may do exactly this', () => {
    const policies = Object.values(dev.findResources('AWS::IAM::Policy'));
    const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const actions = statements.map(({ Action }: { Action: string | string[] }) => [Action].flat());
    expect(actions).toEqual([
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      [
        'dynamodb:BatchGetItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
      ['dynamodb:Query'],
    ]);
    expect(JSON.stringify(statements.map(({ Resource }: { Resource: unknown }) => Resource))).not.toContain('*');
    expect(JSON.stringify(Object.values(dev.findResources('AWS::IAM::Role')))).not.toContain('ManagedPolicyArns');
  });

  it('forgets no log group: each has an end', () => {
    const kept = (template: Template) =>
      Object.values(template.findResources('AWS::Logs::LogGroup')).map(({ Properties }) => Properties.RetentionInDays);
    expect(kept(dev)).toEqual([14, 14]);
    expect(kept(prod)).toEqual([365, 365]);
  });
});

describe('the HTTP API', () => {
  it('sends everything to the one function, without an authorizer', () => {
    dev.resourceCountIs('AWS::ApiGatewayV2::Route', 1);
    dev.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: '$default', AuthorizationType: 'NONE' });
    dev.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
    });
  });

  it('logs each request, without the address of who asked', () => {
    const [stage] = Object.values(dev.findResources('AWS::ApiGatewayV2::Stage'));
    expect(Object.keys(JSON.parse(stage?.Properties.AccessLogSettings.Format))).toEqual([
      'requestId',
      'time',
      'method',
      'path',
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
    dev.hasResourceProperties('AWS::Cognito::UserPoolGroup', { GroupName: 'secretariat' });
  });

  it('has a public client: a code, no secret, no implicit flow', () => {
    dev.hasResourceProperties('AWS::Cognito::UserPoolClient', { GenerateSecret: false, AllowedOAuthFlows: ['code'] });
  });
});

describe('the alarms', () => {
  const paragraphs = [
    'a-function-fails',
    'answers-are-slow',
    'requests-are-turned-away',
    'requests-fail',
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
    expect(pointed).toHaveLength(paragraphs.length);
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
    const stack = new PlenaryStack(new App(), { bundles, settings: { ...settingsFor('prod'), domain } });
    const named = Template.fromStack(stack);
    named.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'plenary.example.org' });
    named.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
    expect(Object.keys(named.findOutputs('*')).toSorted()).toEqual([
      'Api',
      'ClientId',
      'DomainTarget',
      'SignInPage',
      'TableName',
    ]);
    expect(() => resourcesOf(JSON.parse(JSON.stringify(named.toJSON())))).not.toThrow();
  });

  it('name the stages they know when asked for another', () => {
    expect(() => settingsFor('moon')).toThrow('There is no stage "moon". infra/settings.ts knows dev, prod.');
  });
});
