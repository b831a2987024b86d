import { diffComm } from 'node-diff3';
import { once } from './once.ts';

/** A stretch of words: in both texts, only in the old one, or only in the new one. */
export interface WordRun {
  kind: 'kept' | 'removed' | 'inserted';
  words: string;
}

// A segmenter is dear to make, and a text has hundreds of paragraphs in one language.
const segmenters = once(() => new Map<string, Intl.Segmenter>());

const segmenterFor = (language: string): Intl.Segmenter => {
  const made = segmenters().get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters().set(language, made);
  return made;
};

// The mark of a footnote is one word, whatever a language makes of its signs.
const mark = /(\[\^[a-z0-9]+(?:-[a-z0-9]+)*\])/;

/**
 * The words of a text with everything between them, in order: put together again they are the text. What a word is depends on the language; Chinese
 * and Thai set no spaces, and Arabic joins its words differently from Latin (Unicode, UAX #29).
 */
export const wordsOf = (text: string, language: string): string[] =>
  text
    .split(mark)
    .flatMap((piece, index) =>
      index % 2 === 1 ? [piece] : [...segmenterFor(language).segment(piece)].map(({ segment }) => segment),
    );

/** How many pairs of words may be looked at: whoever writes one word a thousand times over must not keep a comparison busy for minutes. */

export interface Effort {
  left: number;
}

const mostPairs = 4_000_000;

const sharedAtStart = (a: readonly string[], b: readonly string[]): number => {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
};

const isEffortless = (pairs: number, effort: Effort | undefined): boolean => {
  if (pairs > (effort ? Math.min(effort.left, mostPairs) : mostPairs)) return false;
  if (effort) effort.left -= pairs;
  return true;
};

const runs = (kind: WordRun['kind'], words: readonly string[]): WordRun[] =>
  words.length > 0 ? [{ kind, words: words.join('') }] : [];

const between = (a: readonly string[], b: readonly string[], effort: Effort | undefined): WordRun[] =>
  isEffortless(a.length * b.length, effort)
    ? diffComm([...a], [...b]).flatMap(({ common, buffer1, buffer2 }) => [
        ...runs('kept', common ?? []),
        ...runs('removed', buffer1 ?? []),
        ...runs('inserted', buffer2 ?? []),
      ])
    : [...runs('removed', a), ...runs('inserted', b)];

const joined = (all: readonly WordRun[]): WordRun[] =>
  all.reduce<WordRun[]>((found, run) => {
    const last = found.at(-1);
    return last?.kind === run.kind
      ? [...found.slice(0, -1), { ...run, words: last.words + run.words }]
      : [...found, run];
  }, []);

/**
 * Compares two texts word by word: what was kept and removed together is the old one, what was kept and inserted the new one. Where that is too
 * much to look at, all between the first and the last difference counts as changed.
 */
export const compareWords = (old: string, now: string, language: string, effort?: Effort): WordRun[] => {
  if (old === now) return runs('kept', old === '' ? [] : [old]);
  const [a, b] = [wordsOf(old, language), wordsOf(now, language)];
  const start = sharedAtStart(a, b);
  const [restOfA, restOfB] = [a.slice(start), b.slice(start)];
  const end = sharedAtStart(restOfA.toReversed(), restOfB.toReversed());
  return joined([
    ...runs('kept', a.slice(0, start)),
    ...between(restOfA.slice(0, restOfA.length - end), restOfB.slice(0, restOfB.length - end), effort),
    ...runs('kept', restOfA.slice(restOfA.length - end)),
  ]);
};

/** The older text of a comparison, or the newer one. */
export const saidIn = (which: 'old' | 'new', all: readonly WordRun[]): string =>
  all
    .filter(({ kind }) => kind === 'kept' || kind === (which === 'old' ? 'removed' : 'inserted'))
    .map(({ words }) => words)
    .join('');
