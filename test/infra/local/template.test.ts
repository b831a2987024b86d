import { describe, expect, it } from 'vitest';
import { resolver, resourcesOf } from '../../../infra/local/template.ts';

const Resources = {
  Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
  Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
  Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: {} },
};

describe('resourcesOf', () => {
  it('keeps what runs here and leaves what only the cloud needs', () => {
    expect(Object.keys(resourcesOf({ Resources }))).toEqual(['Table', 'Pool']);
  });

  it('stops at a type it does not know, with its name', () => {
    const Topic = { Type: 'AWS::MSK::Topic', Properties: {} };
    expect(() => resourcesOf({ Resources: { ...Resources, Topic } })).toThrow(
      'infra/local does not know what Topic (AWS::MSK::Topic) is on one machine. Add the type to infra/local/template.ts.',
    );
  });
});

describe('resolver', () => {
  const resolve = resolver(resourcesOf({ Resources }), { 'Pool.ProviderURL': 'http://127.0.0.1:8081' });

  it('replaces references wherever they stand', () => {
    const variables = {
      TABLE: { Ref: 'Table' },
      ISSUER: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] },
      KEYS: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Pool', 'ProviderURL'] }, '/keys']] },
      LIST: [{ Ref: 'Table' }, 7, true, null],
    };
    expect(resolve({ Variables: variables })).toEqual({
      Variables: {
        TABLE: 'Table',
        ISSUER: 'http://127.0.0.1:8081',
        KEYS: 'http://127.0.0.1:8081/keys',
        LIST: ['Table', 7, true, null],
      },
    });
  });

  it.each([
    [{ Ref: 'Alarm' }, 'The template refers to Alarm, which does not run here.'],
    [
      { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      'The template asks for Table.StreamArn, which has no value on one machine.',
    ],
    [
      { 'Fn::Select': [0, ['a']] },
      'infra/local does not know the intrinsic Fn::Select. Add it to infra/local/template.ts.',
    ],
  ])('stops at %j', (value, message) => {
    expect(() => resolve({ value })).toThrow(message);
  });
});
