import * as z from 'zod';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { type Doing, firstState, mayPass, passed } from './lifecycle.ts';
import { once } from './once.ts';
import { madeSlug, recordFields, slug } from './record.ts';
import type { Session } from './session.ts';
import { slugOf } from './slug.ts';
import { limits, line } from './text.ts';

/** What is decided about a proposal. Until it is released, organizers alone know that there is a decision. */
export const DecisionDraft = once(() =>
  z.strictObject({
    decision: z.enum(['accept', 'waitlist', 'reject']),
    reference: line(60).optional().meta({
      description: 'The printed code of an accepted session, such as "VC-D 12". Its address stays as it is.',
    }),
    place: z.int().min(1).max(1_000).optional().meta({ description: 'Where on the waiting list; at its end.' }),
    note: line(limits.outcome).optional().meta({ description: 'To who proposed it, sent with the decision.' }),
    reason: line(limits.line).optional().meta({ description: 'For the organizers alone.' }),
  }),
);
export type DecisionDraft = z.output<ReturnType<typeof DecisionDraft>>;

export const Decision = once(() =>
  z.object({
    ...DecisionDraft().shape,
    ...recordFields('decision'),
    summit: slug(),
    session: madeSlug(),
    track: slug().optional(),
    rehearsal: z.boolean(),
    release: madeSlug().optional().meta({ description: 'The release that it became known by.' }),
    told: z.array(slug()).optional().meta({ description: 'The organizations that were told.' }),
  }),
);
export type Decision = z.output<ReturnType<typeof Decision>>;

/** The state that each decision leads to. */
export const stateAfter = { accept: 'accepted', waitlist: 'waitlisted', reject: 'rejected' } as const satisfies Record<
  Decision['decision'],
  Session['state']
>;

const faults = ({ decision, reference, place }: DecisionDraft): FieldError[] => [
  ...(reference !== undefined && decision !== 'accept'
    ? [{ pointer: '/reference', detail: 'Leave it out: an accepted session gets a printed code.' }]
    : []),
  ...(reference !== undefined && slugOf(reference) === ''
    ? [{ pointer: '/reference', detail: 'Let the code have a Latin letter or a digit: it is found by those.' }]
    : []),
  ...(place !== undefined && decision !== 'waitlist'
    ? [{ pointer: '/place', detail: 'Leave it out: only the waiting list has places.' }]
    : []),
];

/** The decisions about one session, in the order in which they were taken. */
export const inRounds = (decisions: readonly Decision[]): Decision[] =>
  decisions.toSorted((a, b) => roundOf(a) - roundOf(b));

const roundOf = ({ slug: name }: Pick<Decision, 'slug'>): number => Number(/-d(\d+)$/.exec(name)?.[1] ?? 0);

/**
 * A decision about a session, over the one that is staged or after the one that was released: who was put on the waiting list is decided on again.
 * Errors: `invalid`, `wrong-state`.
 */
export const stageDecision = (session: Session, draft: DecisionDraft, before: Decision | undefined): Decision => {
  refuseAll(faults(draft));
  mayPass('session', session.state, stateAfter[draft.decision]);
  const { summit, slug: name, track, rehearsal } = session;
  const of = { ...draft, summit, session: name, track, rehearsal, state: firstState('decision') };
  if (before?.state === 'staged') {
    const { version, history } = before;
    return { ...of, slug: before.slug, version, ...(history ? { history } : {}) };
  }
  return { ...of, slug: `${name}-d${before ? roundOf(before) + 1 : 1}`, version: 1 };
};

/** Whether a session still takes the decision: what was withdrawn or merged in the meantime does not. */
export const stillTakes = (session: Session, { decision }: Decision): boolean => {
  try {
    mayPass('session', session.state, stateAfter[decision]);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
};

/** The session as the decision leaves it: with its printed code, and what its proposers are told. */
export const decidedSession = (session: Session, { decision, reference, note }: Decision, doing: Doing): Session => {
  const { note: _, ...proposed } = session.proposed ?? {};
  return {
    ...passed('session', session, stateAfter[decision], doing),
    ...(reference === undefined ? {} : { reference }),
    ...(session.proposed
      ? { proposed: { ...(proposed as typeof session.proposed), ...(note === undefined ? {} : { note }) } }
      : {}),
  };
};

/** That decisions were released in one act: which, at which versions. They become known one after the other, in this order. */
export const DecisionRelease = once(() =>
  z.object({
    slug: madeSlug(),
    version: z.int().positive(),
    summit: slug(),
    track: slug().optional(),
    at: z.string(),
    by: z.string(),
    decisions: z.array(z.object({ decision: madeSlug(), session: madeSlug(), version: z.int() })),
    due: z.string().optional().meta({ description: 'As long as there is something left of it to do.' }),
  }),
);
export type DecisionRelease = z.output<ReturnType<typeof DecisionRelease>>;

/** How many decisions one release holds. */
export const mostReleased = 1_000;

const ranks = { accept: 0, waitlist: 1, reject: 2 } as const;

/** The order in which decisions become known: who waits has their place before who comes after them takes one. */
export const inOrderOfRelease = (decisions: readonly Decision[]): Decision[] =>
  decisions.toSorted(
    (a, b) =>
      ranks[a.decision] - ranks[b.decision] ||
      (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) ||
      (a.session < b.session ? -1 : 1),
  );

/** What is released now. Errors: `wrong-state` for nothing, `too-many-at-once`. */
export const releaseOf = (
  staged: readonly Decision[],
  {
    summit,
    number,
    track,
    at,
    by,
  }: { summit: string; number: number; track?: string | undefined } & Omit<Doing, 'reason'>,
): DecisionRelease => {
  const where = track === undefined ? '' : ` for the track "${track}"`;
  if (staged.length === 0)
    throw new DomainError('wrong-state', `No decision is staged${where}: there is nothing to release.`);
  if (staged.length > mostReleased)
    throw new DomainError(
      'too-many-at-once',
      `${staged.length} decisions are staged, and ${mostReleased} are released at once. Release them track by track.`,
    );
  const decisions = inOrderOfRelease(staged).map(({ slug: decision, session, version }) => ({
    decision,
    session,
    version,
  }));
  return { slug: `d${number}`, version: 1, summit, track, at, by, decisions, due: at };
};
