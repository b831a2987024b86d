import * as z from 'zod';
import { againMs, type Circulation, decidableFrom, notBefore, type Notice, restMs } from './circulation.ts';
import { DomainError, invalid } from './error.ts';
import { type Doing, passed } from './lifecycle.ts';
import { once } from './once.ts';
import { limits, line } from './text.ts';
import { type Instant, instant, later, toInstant } from './when.ts';

// Who may still object, and what the chair and the clock do about a circulation. All of it goes by one instant for each deed: the gateway's stamp.

export const Extension = once(() =>
  z.strictObject({
    deadline: instant().meta({ description: 'Later than the one that stands.' }),
    reason: line(limits.line),
  }),
);
export type Extension = z.output<ReturnType<typeof Extension>>;

export const Because = once(() => z.strictObject({ reason: line(limits.line) }));

/** What the gates hold while objections are heard: it changes with each deadline and each suspension, so that nobody passes who judged by another. */
export const heardUntil = ({
  slug,
  state,
  deadline,
}: Pick<Circulation, 'slug' | 'state' | 'deadline'>): { circulation: string; deadline: Instant } => ({
  circulation: slug,
  deadline: state === 'suspended' ? 'suspended' : deadline,
});

/** Whether nothing has been decided about it yet. */
export const isUndecided = ({ state }: Pick<Circulation, 'state'>): boolean =>
  state === 'open' || state === 'suspended';

/** Whether what came at this instant, in milliseconds, came before the deadline. While it is suspended there is none. */
export const isInTime = ({ state, deadline }: Pick<Circulation, 'state' | 'deadline'>, ms: number): boolean =>
  state === 'suspended' || (state === 'open' && ms < Date.parse(deadline));

/** The refusal of what came too late. */
export const silenceOver = ({ slug, state, deadline }: Pick<Circulation, 'slug' | 'state' | 'deadline'>): DomainError =>
  new DomainError(
    'silence-over',
    isUndecided({ state })
      ? `The deadline of circulation ${slug} was ${deadline}; the clock decides by what had come until then.`
      : `Circulation ${slug} was ${state}; nothing can be changed about it any more.`,
    { also: { state, deadline } },
  );

const mustBeInTime = (circulation: Circulation, at: Date): void => {
  if (!isInTime(circulation, at.getTime())) throw silenceOver(circulation);
};

const told = (circulation: Circulation, notice: Notice): Circulation => ({
  ...circulation,
  notices: [...circulation.notices, notice],
});

/** Gives them longer. Errors: `silence-over`, `wrong-state` while it is suspended, `invalid` for a deadline that is not later. */
export const extended = (circulation: Circulation, { deadline, reason }: Extension, at: Date): Circulation => {
  mustBeInTime(circulation, at);
  if (circulation.state === 'suspended')
    throw new DomainError('wrong-state', 'The silence is suspended and has no deadline. Resume it, then extend it.', {
      also: { state: circulation.state },
    });
  if (Date.parse(deadline) <= Date.parse(circulation.deadline))
    throw invalid([{ pointer: '/deadline', detail: `Give a deadline later than ${circulation.deadline}.` }]);
  const after = told(circulation, { kind: 'extended', at: toInstant(at), deadline, reason });
  return { ...after, deadline, due: decidableFrom(deadline) };
};

/** Stops the time; what is left of it is kept. Errors: `silence-over`, `wrong-state`. */
export const suspended = (circulation: Circulation, at: Date, passage: Doing): Circulation => {
  mustBeInTime(circulation, at);
  const after = passed('circulation', circulation, 'suspended', passage);
  const { due: _, ...rest } = told(after, { kind: 'suspended', at: passage.at, reason: passage.reason });
  return { ...rest, remaining: Date.parse(circulation.deadline) - at.getTime() };
};

/** Lets the time go on: they have what was left of it. Errors: `wrong-state`. */
export const resumed = (circulation: Circulation, at: Date, passage: Doing): Circulation => {
  if (circulation.state !== 'suspended') passed('circulation', circulation, 'suspended', passage);
  const { remaining = 0, ...after } = passed('circulation', circulation, 'open', passage);
  const deadline = notBefore(at.getTime() + remaining);
  const { reason } = passage;
  return {
    ...told(after, { kind: 'resumed', at: passage.at, deadline, ...(reason === undefined ? {} : { reason }) }),
    deadline,
    due: decidableFrom(deadline),
  };
};

/**
 * Takes a circulation back, for a correction: before the deadline, and after it only as long as it waits for somebody to be reached.
 * Errors: `silence-over`.
 */
export const recalled = (circulation: Circulation, at: Date, passage: Doing): Circulation => {
  if (!(isUndecided(circulation) && circulation.heldUp)) mustBeInTime(circulation, at);
  const after = passed('circulation', circulation, 'recalled', passage);
  const { due: _, remaining: __, ...rest } = after;
  return told(rest, { kind: 'recalled', at: passage.at, reason: passage.reason });
};

/** Whether the clock may decide: the deadline has been past for so long that whatever came before it is recorded. */
export const isDecidable = ({ state, deadline }: Pick<Circulation, 'state' | 'deadline'>, now: Date): boolean =>
  state === 'open' && now.getTime() >= Date.parse(deadline) + restMs;

/** What the clock decides: adopted where no objection stands, else objected; or what a meeting decides before it, which leaves no objection standing. */
export const decided = (
  circulation: Circulation,
  objections: number,
  passage: Doing,
  how?: 'acclamation' | 'organ',
): Circulation => {
  const outcome = objections === 0 ? 'adopted' : 'objected';
  const { due: _, ...after } = passed('circulation', circulation, outcome, passage);
  return {
    ...told(after, { kind: outcome, at: passage.at }),
    decided: { at: passage.at, outcome, objections, ...(how && { how }) },
  };
};

/** It waits, because some were not reached; the clock looks again after a while, and at once when somebody says why it may be adopted. */
export const heldUp = (circulation: Circulation, organizations: number, now: Date): Circulation => ({
  ...circulation,
  heldUp: { since: circulation.heldUp?.since ?? toInstant(now), organizations },
  due: later(now, againMs),
});
