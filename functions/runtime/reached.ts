import { isLost, isThrottle, unavailable } from '../../shared/table/retry.ts';

/** A call to a service beside the table: when it cannot be reached, or is too busy, whoever asked is told to try again. Errors: `unavailable`. */
export const reached = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (isLost(error) || isThrottle(error)) throw unavailable();
    throw error;
  }
};
