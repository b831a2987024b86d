/** The middle of some numbers. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds that a piece of work takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - began) / 1e6;
};

export interface Ratio {
  what: string;
  ours: number;
  bare: number;
  /** The most that ours may be of the bare one; without it the ratio is only told. */
  budget?: number;
}

/** The medians of several works that take turns, so that whatever else the machine does meets all alike. */
export const inTurns = async (rounds: number, works: readonly (() => Promise<number>)[]): Promise<number[]> => {
  const taken = works.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, work] of works.entries()) taken[at]?.push(await work());
  return taken.map(median);
};

const isOver = ({ ours, bare, budget }: Ratio): boolean => budget !== undefined && ours / bare > budget;

/** Prints the ratios, and says whether every one is within its budget. */
export const reported = (ratios: readonly Ratio[]): boolean => {
  for (const ratio of ratios) {
    const { what, ours, bare, budget } = ratio;
    const verdict =
      budget === undefined ? '            ' : `${isOver(ratio) ? 'OVER' : 'ok  '} of ${budget.toFixed(2)}`;
    console.log(
      `${(ours / bare).toFixed(2)} ${verdict}  ${what} (${ours.toFixed(2)} ms against ${bare.toFixed(2)} ms)`,
    );
  }
  return !ratios.some(isOver);
};
