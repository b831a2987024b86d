/** How many due things are seen to at once. */
const atOnce = 8;

/** What was done, and how often. */
export type Done<W extends string> = Partial<Record<W, number>>;

// A log prints what an error says, and not those that it holds.
const together = (failures: readonly unknown[], due: number): AggregateError => {
  const reasons = new Set(failures.map((error) => (error instanceof Error ? error.message : String(error))));
  return new AggregateError(failures, `${failures.length} of ${due} could not be done. ${[...reasons].join(' ')}`);
};

/**
 * Sees to everything that is due, several at a time. One that fails keeps no other from its turn; at the end the failures are thrown together, so
 * that whoever called knows, and the next minute tries again.
 */
export const seeTo = async <D, W extends string>(
  due: readonly D[],
  see: (one: D) => Promise<W | undefined>,
): Promise<Done<W>> => {
  const [left, done, failures]: [D[], Done<W>, unknown[]] = [[...due], {}, []];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      try {
        const work = await see(one);
        if (work) done[work] = (done[work] ?? 0) + 1;
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw together(failures, due.length);
  return done;
};
