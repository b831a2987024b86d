import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export type Numbered<T> = { readonly number: number; readonly entry: T };

/** What waits to be handed on, kept in a file until it was. `done` is the checkpoint: what came up to it is not handed on again. */
export type Journal<T> = {
  readonly add: (entries: readonly T[]) => void;
  /** The oldest that wait. */
  readonly first: (most: number) => readonly Numbered<T>[];
  readonly done: (upTo: number) => void;
};

const linesOf = <T>(file: string): Numbered<T>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      // The last line of whoever was killed while writing it.
      const whole = line.endsWith('}');
      return whole ? [JSON.parse(line)] : [];
    });

/** Opens the journal of a file. Everything is written at once, so that a kill at any moment loses nothing that was added. */
export const openJournal = <T>(file: string): Journal<T> => {
  const mark = `${file}.checkpoint`;
  let checkpoint = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  let waiting = (existsSync(file) ? linesOf<T>(file) : []).filter(({ number }) => number > checkpoint);
  let last = waiting.at(-1)?.number ?? checkpoint;
  const add = (entries: readonly T[]): void => {
    if (entries.length === 0) return;
    const numbered = entries.map((entry) => ({ number: (last += 1), entry }));
    appendFileSync(file, numbered.map((one) => `${JSON.stringify(one)}\n`).join(''));
    waiting.push(...numbered);
  };
  const done = (upTo: number): void => {
    checkpoint = upTo;
    waiting = waiting.filter(({ number }) => number > upTo);
    writeFileSync(`${mark}.new`, String(upTo));
    renameSync(`${mark}.new`, mark);
    if (waiting.length === 0) writeFileSync(file, '');
  };
  return { add, first: (most) => waiting.slice(0, most), done };
};
