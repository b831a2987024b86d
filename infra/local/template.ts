import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

type Properties = Readonly<Record<string, unknown>>;
export type Resource<P extends Properties = Properties> = {
  readonly Type: string;
  readonly Properties: P;
  readonly Metadata?: Readonly<Record<string, unknown>>;
};
export type Resources = Readonly<Record<string, Resource>>;

/** What this machine runs, each in the file that knows it. */
const runsHere = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::KMS::Key',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSet',
  'AWS::Scheduler::Schedule',
];

/** What only the cloud needs: permissions, logs, alarms, names. Nothing here changes what a request answers. */
const cloudOnly = [
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::Cognito::UserPoolDomain',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::EmailIdentity',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
];

/** The resources that run here. A type that stands in neither list stops the start: better than a system with a hole. */
export const resourcesOf = (template: { readonly Resources: Resources }): Resources => {
  const all = Object.entries(template.Resources);
  const unknown = all.filter(([, { Type }]) => !runsHere.includes(Type) && !cloudOnly.includes(Type));
  if (unknown.length > 0) {
    const named = unknown.map(([id, { Type }]) => `${id} (${Type})`).join(', ');
    throw new Error(
      `infra/local does not know what ${named} is on one machine. Add the type to infra/local/template.ts.`,
    );
  }
  return Object.fromEntries(all.filter(([, { Type }]) => runsHere.includes(Type)));
};

export const readTemplate = async (folder: string): Promise<{ readonly Resources: Resources }> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.template.json'));
  if (files.length !== 1) throw new Error(`Expected one template in ${folder}, found ${files.length}.`);
  return JSON.parse(await readFile(join(folder, files[0] ?? ''), 'utf8'));
};

/** The resources of one type, with the names they bear in the template. `P` is what CloudFormation documents of that type. */
export const ofType = <P extends Properties>(resources: Resources, type: string): [string, Resource<P>][] =>
  Object.entries(resources).filter((entry): entry is [string, Resource<P>] => entry[1].Type === type);

/** What a resource is known by on this machine: `Ref` by default its own name in the template, `Fn::GetAtt` as given. */
export type Attributes = Readonly<Record<string, string>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Replaces the template's references by their values here. An intrinsic or attribute it does not know stops with its name. */
export const resolver = (resources: Resources, attributes: Attributes) => {
  const ref = (id: string): string => {
    if (!(id in resources) && !(id in attributes))
      throw new Error(`The template refers to ${id}, which does not run here.`);
    return attributes[id] ?? id;
  };
  const attribute = (path: string): string => {
    const value = attributes[path];
    if (value === undefined) throw new Error(`The template asks for ${path}, which has no value on one machine.`);
    return value;
  };
  const intrinsics: Record<string, (argument: unknown) => unknown> = {
    Ref: (id) => ref(String(id)),
    'Fn::GetAtt': (path) => attribute(Array.isArray(path) ? path.join('.') : String(path)),
    'Fn::Join': (argument) => {
      const [by, parts] = Array.isArray(argument) ? argument : [];
      return Array.isArray(parts) ? parts.map((part) => String(resolve(part))).join(String(by)) : '';
    },
  };
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (!isRecord(value)) return value;
    const [key = '', ...others] = Object.keys(value);
    const intrinsic = intrinsics[key];
    if (others.length === 0 && intrinsic) return intrinsic(value[key]);
    if (key.startsWith('Fn::'))
      throw new Error(`infra/local does not know the intrinsic ${key}. Add it to infra/local/template.ts.`);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolve(inner)]));
  };
  return resolve;
};
