import { isLost, isThrottle, unavailable } from '../../shared/table/retry.ts';

/** Somebody else is just keeping a file under that name. */
const isBeingKept = (error: unknown): boolean => error instanceof Error && error.name === 'ConditionalRequestConflict';

/** A call to a service beside the table: when it cannot be reached, or is too busy, whoever asked is told to try again. Errors: `unavailable`. */
export const reached = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (isLost(error) || isThrottle(error) || isBeingKept(error)) throw unavailable();
    throw error;
  }
};
