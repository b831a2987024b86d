import { afterEach, expect, it, vi } from 'vitest';
import { rateOf, startSchedules } from '../../../infra/local/schedule.ts';

const schedule = {
  EachMinute: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: { ScheduleExpression: 'rate(1 minute)', Target: { Arn: 'clock' } },
  },
};

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('reads rates, and stops at any other expression', () => {
  expect(['rate(1 minute)', 'rate(5 minutes)', 'rate(2 hours)'].map(rateOf)).toEqual([60_000, 300_000, 7_200_000]);
  expect(() => rateOf('cron(0 8 * * ? *)')).toThrow('infra/local does not know the schedule cron(0 8 * * ? *).');
});

it('calls at once and then each minute, also after a call that failed', async () => {
  vi.useFakeTimers();
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const invoke = vi.fn(async () => {
    if (invoke.mock.calls.length === 1) throw new Error('not yet');
  });
  const { stop } = startSchedules(schedule, (value) => value, { clock: { invoke, stop: async () => {} } });
  await vi.advanceTimersByTimeAsync(0);
  expect(invoke).toHaveBeenCalledTimes(1);
  expect(said).toHaveBeenCalledWith('EachMinute: not yet');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(invoke).toHaveBeenCalledTimes(3);
  stop();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(invoke).toHaveBeenCalledTimes(3);
});
