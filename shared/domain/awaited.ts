import type { Outcome } from './outcome.ts';
import type { Session } from './session.ts';
import { type Instant, later } from './when.ts';

/** How many hours after a session is over its outcomes are asked for: once, and once more. */
export const askingHours = [24, 72] as const;

const hourMs = 60 * 60 * 1_000;

/** When a session is over: at its end, or when it was said to have been held, whichever is later; what is entered long after is not late at once. */
export const overAt = ({ end }: Pick<Session, 'end'>, held: Instant): Instant =>
  end !== undefined && end > held ? end : held;

/** When its outcomes are asked for, after so many times. After the last they are asked for no more. */
export const askAt = (over: Instant, times: number): Instant | undefined => {
  const hours = askingHours[times];
  return hours === undefined ? undefined : later(over, hours * hourMs);
};

/** Whether a session owes its outcomes: it was held, nothing was filed, and nobody said that there is nothing, and why. */
export const isAwaited = (
  { state, origin, noOutcome }: Pick<Session, 'state' | 'origin' | 'noOutcome'>,
  outcomes: readonly Pick<Outcome, 'state'>[],
): boolean =>
  origin === 'held' &&
  (state === 'held' || state === 'concluded') &&
  noOutcome === undefined &&
  outcomes.every((outcome) => outcome.state !== 'filed');
