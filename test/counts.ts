/**
 * How many runs a property gets: the first number by default, the second with FULL=1. With BRIEF=1, on the second engine, a quarter of the first: what
 * an engine refuses it refuses the first time.
 */
export const runs = (few: number, full: number): { numRuns: number } => ({
  numRuns: isFull ? full : isBrief ? Math.ceil(few / 4) : few,
});

/** Whether this run only shows that an engine takes what another one took. */
export const isBrief = process.env.BRIEF === '1';

/** Whether this run takes the time to look at everything. */
export const isFull = process.env.FULL === '1';
