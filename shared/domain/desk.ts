import * as z from 'zod';
import { DomainError, type FieldError, invalid, refuseAll } from './error.ts';
import { firstState } from './lifecycle.ts';
import { once } from './once.ts';
import { madeSlug, recordFields, slug } from './record.ts';
import { slugLength } from './slug.ts';
import { limits, line } from './text.ts';
import { hasCome, instant } from './when.ts';

/** A network's right to nominate people for a summit or for one of its sessions. */
export const DeskDraft = once(() =>
  z.strictObject({
    organization: slug().meta({ description: 'The network whose delegates nominate.' }),
    session: slug().optional().meta({ description: 'The session it is for; left out, it is for the whole summit.' }),
    quota: z.int().min(1).max(1_000).meta({
      description: 'How much it may use: places where it is for a session, people where it is for the summit.',
    }),
    deadline: instant().meta({ description: 'Until when people can be nominated; it may be moved.' }),
    approval: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether an organizer decides on each nomination before it counts as accepted.' }),
    note: line(limits.line).optional(),
    slug: madeSlug().optional().meta({ description: 'Made from the network and the session when left out.' }),
  }),
);
export type DeskDraft = z.output<ReturnType<typeof DeskDraft>>;

export const Desk = once(() =>
  z.object({ ...DeskDraft().shape, ...recordFields('desk'), summit: slug(), rehearsal: z.boolean() }),
);
export type Desk = z.output<ReturnType<typeof Desk>>;

const madeOf = ({ organization, session }: DeskDraft): string =>
  session === undefined ? organization : `${organization}-${session}`;

/** Opens a desk. Errors: `invalid`. */
export const openDesk = (summit: { slug: string; rehearsal: boolean }, draft: DeskDraft): Desk => {
  const made = draft.slug ?? madeOf(draft);
  if (made.length > slugLength + 20)
    throw invalid([{ pointer: '/slug', detail: 'Give a shorter slug: the one made of both names is too long.' }]);
  return {
    ...draft,
    slug: made,
    summit: summit.slug,
    rehearsal: summit.rehearsal,
    version: 1,
    state: firstState('desk'),
  };
};

/** The changed desk; whose it is, for what, and where it stands, stays. Errors: `invalid`. */
export const reviseDesk = (desk: Desk, draft: DeskDraft): Desk => {
  const faults: FieldError[] = (['organization', 'session', 'slug'] as const)
    .filter((field) => draft[field] !== desk[field])
    .map((field) => ({ pointer: `/${field}`, detail: 'Leave it as it is, and open another desk.' }));
  refuseAll(faults);
  return { ...desk, ...draft, slug: desk.slug };
};

const closed = (detail: string): DomainError => new DomainError('desk-closed', detail);

/** Refuses to nominate at a desk that is closed, or too late. The deadline itself is too late. Errors: `desk-closed`. */
export const takesNominations = (desk: Desk, at: Date): void => {
  if (desk.state !== 'open') throw closed('The desk is closed. An organizer of the summit can open another.');
  if (hasCome(desk.deadline, at))
    throw closed(`The desk took nominations until ${desk.deadline}. An organizer of the summit can move that.`);
};

/** The refusal of one more than the quota. */
export const quotaUsed = (desk: Desk, used: number): DomainError =>
  new DomainError(
    'quota-used',
    `${used} of ${desk.quota} ${desk.session === undefined ? 'people' : 'places'} are used. Replace or withdraw a nomination, or ask an organizer for more.`,
    { also: { quota: desk.quota, used } },
  );

/** The refusal of a quota below what is used. */
export const quotaBelow = (desk: Desk, used: number): DomainError =>
  new DomainError(
    'quota-used',
    `${used} are used already. Give a quota of at least ${used}, or have nominations withdrawn first.`,
    {
      also: { quota: desk.quota, used },
    },
  );
