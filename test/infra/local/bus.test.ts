import { afterEach, expect, it, vi } from 'vitest';
import { type BusEvent, busOf } from '../../../infra/local/bus.ts';

const rule = (types: string[], target: string) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: { source: ['aws.ses'], 'detail-type': types }, Targets: [{ Arn: target }] },
});
const rules = {
  Returned: rule(['Email Bounced', 'Email Complaint Received'], 'feedback'),
  Sent: rule(['Email Sent'], 'other'),
};
const event: BusEvent = { id: '1', source: 'aws.ses', 'detail-type': 'Email Bounced', time: '', detail: {} };

afterEach(() => vi.restoreAllMocks());

const aBus = (invoke: (event: unknown) => Promise<unknown>) => {
  const other = vi.fn(async () => null);
  const stop = async () => {};
  const put = busOf(
    rules,
    (value) => value,
    () => ({ feedback: { invoke, stop }, other: { invoke: other, stop } }),
    1,
  );
  return { put, other };
};

it('calls whom a rule names for an event, and nobody else', async () => {
  const invoke = vi.fn(async () => null);
  const { put, other } = aBus(invoke);
  await put(event);
  await put({ ...event, 'detail-type': 'Email Opened' });
  expect(invoke.mock.calls).toEqual([[event]]);
  expect(other).not.toHaveBeenCalled();
});

it('calls again after a failure, three times at most', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const invoke = vi.fn(async () => {
    throw new Error('cannot');
  });
  await aBus(invoke).put(event);
  expect(invoke).toHaveBeenCalledTimes(3);
  expect(said).toHaveBeenLastCalledWith('Given up: Email Bounced.');
});
