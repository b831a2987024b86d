import { DomainError } from '../domain/error.ts';

/** How the room waits: given by the door, so that tests need no clock. Times in milliseconds. */
export interface Pace {
  now(): number;
  pause(ms: number): Promise<void>;
  /** In [0, 1). */
  random(): number;
  token(): string;
  /** How long a deed keeps trying. */
  patience: number;
}

const throttles = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'TransactionInProgressException',
  'TransactionConflictException',
]);

/** The table was too busy: nothing was written. */
export const isThrottle = (error: unknown): boolean => error instanceof Error && throttles.has(error.name);

/** The answer was lost, so nobody knows whether the deed was done: a cut connection, a time-out, a failing server. */
export const isLost = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, $metadata, $fault } = error as Error & {
    code?: string;
    $metadata?: { httpStatusCode?: number };
    $fault?: string;
  };
  const network =
    /ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|UND_ERR/.test(code ?? '') ||
    /TimeoutError|socket hang up|RequestTimeout/.test(`${error.name} ${error.message}`);
  return network || $fault === 'server' || ($metadata?.httpStatusCode ?? 0) >= 500;
};

/** Exponential with full jitter, from 25 ms, at most 400 ms at once. */
export const delay = (pace: Pace, attempt: number): number => pace.random() * Math.min(400, 25 * 2 ** attempt);

/** The refusal of whoever waited as long as the pace allows. */
export const unavailable = (): DomainError =>
  new DomainError(
    'unavailable',
    'The records could not be reached in time. Nothing is lost; try again in a few seconds.',
  );

/** Repeats a read (or anything that may be repeated) while the table is busy or its answer is lost. Errors: `unavailable` after `patience`. */
export const retrying = async <T>(pace: Pace, attempt: () => Promise<T>): Promise<T> => {
  const until = pace.now() + pace.patience;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isThrottle(error) && !isLost(error)) throw error;
      if (pace.now() >= until) throw unavailable();
      await pace.pause(delay(pace, tries));
    }
  }
};
