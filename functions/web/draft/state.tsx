import type { DraftWords } from '../../../shared/words/workspace/draft.ts';

const good = new Set([
  'adopted',
  'open-for-signature',
  'accepted',
  'valid',
  'reviewed',
  'met',
  'reached',
  'signed',
  'received',
  'replied',
  'issued',
]);
const bad = new Set(['objected', 'void', 'not-reached', 'rejected', 'abandoned', 'collides', 'displaced', 'overdue']);
const waiting = new Set([
  'circulated',
  'suspended',
  'stale',
  'missing',
  'waiting',
  'proposed',
  'prepared',
  'asked',
  'open',
]);

const tone = (state: string): string =>
  good.has(state) ? 'tag good' : bad.has(state) ? 'tag bad' : waiting.has(state) ? 'tag warn' : 'tag idle';

/** How something stands, in a word. */
export const State = ({ of, state, words }: { of: keyof DraftWords['states']; state: string; words: DraftWords }) => (
  <span class={tone(state)}>{(words.states[of] as Partial<Record<string, string>>)[state] ?? state}</span>
);
