import type { LocalFunction } from './function.ts';
import { ofType, type Resources } from './template.ts';

type Schedule = { readonly ScheduleExpression: string; readonly Target: { readonly Arn: unknown } };

const lengths: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** How often, in milliseconds. Of AWS's expressions it knows rates. */
export const rateOf = (expression: string): number => {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const length = lengths[unit];
  if (!length)
    throw new Error(`infra/local does not know the schedule ${expression}. Add it to infra/local/schedule.ts.`);
  return Number(count) * length;
};

/** Runs the template's schedules, each for the first time now, and whenever `now` says so. As in the cloud, a call that fails is not repeated: the next one comes. */
export const startSchedules = (
  resources: Resources,
  resolve: (value: unknown) => unknown,
  functions: Readonly<Record<string, LocalFunction>>,
): { readonly now: () => void; readonly stop: () => void } => {
  let isOver = false;
  const schedules = ofType<Schedule>(resources, 'AWS::Scheduler::Schedule').map(([id, { Properties }]) => {
    const target = String(resolve(Properties.Target.Arn));
    const call = (): void => {
      const event = { source: 'aws.scheduler', 'detail-type': 'Scheduled Event', time: new Date().toISOString() };
      functions[target]?.invoke(event).catch((error: Error) => isOver || console.error(`${id}: ${error.message}`));
    };
    return { call, every: rateOf(Properties.ScheduleExpression) };
  });
  const now = (): void => schedules.forEach(({ call }) => call());
  now();
  const timers = schedules.map(({ call, every }) => setInterval(call, every));
  return {
    now,
    // What is under way ends with its thread, and the next start finds the same things due.
    stop: () => {
      isOver = true;
      for (const timer of timers) clearInterval(timer);
    },
  };
};
