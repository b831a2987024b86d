import { expect, it } from 'vitest';
import { fits } from '../../../infra/local/pattern.ts';

const pattern = { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { type: { S: ['outbox'] } } } };
const event = (eventName: string, image?: object) => ({ eventName, dynamodb: { NewImage: image } });

it('fits when every name of the pattern has one of its values', () => {
  expect(fits(pattern, event('INSERT', { type: { S: 'outbox' }, more: { N: '1' } }))).toBe(true);
  expect(fits(pattern, event('MODIFY', { type: { S: 'outbox' } }))).toBe(true);
  expect(fits(pattern, event('REMOVE', { type: { S: 'outbox' } }))).toBe(false);
  expect(fits(pattern, event('INSERT', { type: { S: 'session' } }))).toBe(false);
  expect(fits(pattern, event('INSERT', {}))).toBe(false);
  expect(fits(pattern, event('INSERT'))).toBe(false);
});

it('knows whether something is there', () => {
  const due = { record: { due: [{ exists: true }] } };
  expect(fits(due, { record: { due: '2031-03-01' } })).toBe(true);
  expect(fits(due, { record: {} })).toBe(false);
  expect(fits({ due: [{ exists: false }] }, {})).toBe(true);
});

it('stops at a comparison that it does not know', () => {
  expect(() => fits({ source: [{ prefix: 'aws.' }] }, { source: 'aws.ses' })).toThrow(
    'infra/local does not know the comparison {"prefix":"aws."}. Add it to infra/local/pattern.ts.',
  );
});
