import type { Backstage } from '../runtime/backstage.ts';

/** Something that may be due: it looks for itself, and does what it finds. Twice or late it does the same. */
export interface Work {
  name: string;
  run: (now: Date) => Promise<unknown>;
}

/**
 * Does everything that is due, one work after the other. One that fails keeps no other from its turn; the call fails at its end, so that an alarm
 * rings and the next minute tries again.
 */
export const clock =
  (works: readonly Work[], { now, log }: Pick<Backstage, 'now' | 'log'>) =>
  async (): Promise<void> => {
    const failed: string[] = [];
    for (const { name, run } of works) {
      try {
        await run(now());
      } catch (error) {
        failed.push(name);
        log({ level: 'error', work: name, error: error instanceof Error ? error.stack : String(error) });
      }
    }
    if (failed.length > 0) throw new Error(`Not done this minute: ${failed.join(', ')}.`);
  };
