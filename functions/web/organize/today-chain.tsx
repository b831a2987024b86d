import type { Session } from '../../../shared/domain/session.ts';
import { hasCome } from '../../../shared/domain/when.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { numeral } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { type Part, partAt } from '../workspace.ts';
import type { Judged, Overview } from './today-read.ts';
import { organizeWords } from './words.ts';

type Step = 'call' | 'sessions' | 'panel' | 'programme' | 'outcomes' | 'declaration' | 'signatures' | 'delivery';

interface Stage {
  step: Step;
  part: Part;
  numbers: Readonly<Record<string, number>>;
  /** Whether there is nothing left to do for it as things stand. */
  isDone: boolean;
}

const accepted: ReadonlySet<Session['state']> = new Set(['accepted', 'scheduled', 'held', 'concluded']);

/** How far each part of the chain is, in numbers. */
export const stagesOf = (
  { sessions, tracks, texts }: Overview,
  { broken, changes, releases }: Judged,
  now: Date,
): Stage[] => {
  const count = (...states: Session['state'][]): number =>
    sessions.filter(({ state }) => states.includes(state)).length;
  const taken = sessions.filter(({ state }) => accepted.has(state));
  const placed = taken.filter(({ start }) => start !== undefined);
  const open = tracks.filter(({ state, call }) => state === 'open' && call && !hasCome(call.hard, now)).length;
  const held = count('held', 'concluded');
  const frozen = texts.filter(({ declaration }) => declaration.frozen).length;
  const total = (of: (text: Overview['texts'][number]) => number): number =>
    texts.reduce((sum, text) => sum + of(text), 0);
  const waiting = count('submitted', 'waitlisted');
  const whole = taken.filter(({ slug }) => !broken.includes(slug)).length;
  const signatories = total((text) => text.signatories);
  const deliveries = total((text) => text.deliveries.length);
  return [
    {
      step: 'call',
      part: 'tracks',
      numbers: { open, tracks: tracks.length, waiting },
      isDone: tracks.length > 0 && open === 0 && waiting === 0,
    },
    {
      step: 'sessions',
      part: 'sessions',
      numbers: { accepted: taken.length, all: sessions.length },
      isDone: taken.length > 0 && waiting === 0,
    },
    {
      step: 'panel',
      part: 'sessions',
      numbers: { whole, all: taken.length },
      isDone: taken.length > 0 && whole === taken.length,
    },
    {
      step: 'programme',
      part: 'releases',
      numbers: { placed: placed.length, all: taken.length, releases, changes },
      isDone: releases > 0 && changes === 0 && placed.length === taken.length,
    },
    {
      step: 'outcomes',
      part: 'sessions',
      numbers: { concluded: count('concluded'), held },
      isDone: held > 0 && count('held') === 0 && held === taken.length,
    },
    { step: 'declaration', part: 'declarations', numbers: { frozen, texts: texts.length }, isDone: frozen > 0 },
    {
      step: 'signatures',
      part: 'declarations',
      numbers: { signatories, observers: total((text) => text.observers) },
      isDone: signatories > 0,
    },
    { step: 'delivery', part: 'declarations', numbers: { deliveries }, isDone: deliveries > 0 },
  ];
};

/** The chain from the call to the delivery, and how far each part of it is. */
export const Chain = ({ asked, summit, stages }: { asked: Asked; summit: string; stages: readonly Stage[] }) => {
  const { chain: w } = organizeWords(asked);
  return (
    <section class="stack" aria-labelledby="chain">
      <h2 id="chain">{w.title}</h2>
      <ol class="tasks">
        {stages.map(({ step, part, numbers, isDone }) => (
          <li>
            <a href={partAt(asked, summit, part)}>{w.steps[step].name}</a>
            <span class="minor figures">
              {fill(
                w.steps[step].far,
                Object.fromEntries(
                  Object.entries(numbers).map(([name, value]) => [name, numeral(asked.language, value)]),
                ),
              )}
            </span>
            <span class={isDone ? 'tag good' : 'tag idle'}>{isDone ? w.done : w.open}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};
