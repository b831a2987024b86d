/** How many runs a property gets: the first number by default, the second with FULL=1. */
export const runs = (few: number, full: number): { numRuns: number } => ({
  numRuns: process.env.FULL === '1' ? full : few,
});
