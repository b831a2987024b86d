import * as z from 'zod';
import { writtenAddress } from './address.ts';
import type { Desk } from './desk.ts';
import type { FieldError } from './error.ts';
import { mailLanguages } from './language.ts';
import { once } from './once.ts';
import { type Panelist, panelRoles } from './panelist.ts';
import { begun, recordFields, slug } from './record.ts';
import { limits, line, summary } from './text.ts';
import { panelLimit } from './track.ts';

/** Somebody whom a network puts forward, for itself or for one of its members. */
export const NominationDraft = once(() =>
  z.strictObject({
    name: line(limits.name).meta({ description: 'The name as it is to be printed.' }),
    email: writtenAddress().optional(),
    language: z.enum(mailLanguages).optional().meta({ description: 'The language in which to write to them.' }),
    title: line(limits.name).optional().meta({ description: 'The title as it is to be printed.' }),
    biography: summary().optional(),
    for: slug().optional().meta({ description: 'The network itself, or an organization that is in it.' }),
    session: slug()
      .optional()
      .meta({ description: 'Where they are to sit; at the desk of a session it goes without saying.' }),
    role: z.enum(panelRoles).default('panelist'),
    order: z.int().min(1).max(panelLimit).optional().meta({ description: 'Place in the printed order.' }),
    person: z.string().max(40).optional().meta({
      description: 'The id of somebody who is known already; organizers alone may name one.',
    }),
  }),
);
export type NominationDraft = z.output<ReturnType<typeof NominationDraft>>;

export const Nomination = once(() =>
  z.object({
    ...NominationDraft().shape,
    ...recordFields('nomination'),
    summit: slug(),
    desk: slug(),
    organization: slug(),
    for: slug(),
    person: z.string(),
    rehearsal: z.boolean(),
    panelist: z.string().optional().meta({ description: 'The place that they were given.' }),
    replaces: z.string().optional().meta({ description: 'The nomination that it took the place of.' }),
  }),
);
export type Nomination = z.output<ReturnType<typeof Nomination>>;

/** Whether it uses its network's quota. */
export const isLive = ({ state }: Pick<Nomination, 'state'>): boolean => state === 'proposed' || state === 'accepted';

/** What is wrong with where somebody is to sit, at this desk. */
export const sessionFaults = (desk: Desk, draft: Pick<NominationDraft, 'session'>): FieldError[] =>
  desk.session !== undefined && draft.session !== undefined && draft.session !== desk.session
    ? [{ pointer: '/session', detail: `This desk is for the session "${desk.session}". Leave the session out.` }]
    : [];

/** Puts somebody forward. Without approval it is accepted at once. Errors: `invalid`. */
export const nominate = (
  desk: Desk,
  id: string,
  draft: NominationDraft,
  whom: { person: string; panelist?: string | undefined; replaces?: string | undefined },
): Nomination => {
  const {
    origin: _,
    sources: __,
    ...begins
  } = begun('nomination', { ...draft, origin: 'held' as const, sources: [] }, id);
  return {
    ...begins,
    ...whom,
    session: desk.session ?? draft.session,
    for: draft.for ?? desk.organization,
    state: desk.approval ? 'proposed' : 'accepted',
    summit: desk.summit,
    desk: desk.slug,
    organization: desk.organization,
    rehearsal: desk.rehearsal,
  };
};

/** What a network sees of the place that somebody was given: where it stands, since when, and why where they said so. */
export const Answer = once(() =>
  z.object({
    state: z.string().meta({ description: 'The state of the panelist.' }),
    since: z.string().optional(),
    reason: z.string().optional(),
  }),
);
export type Answer = z.output<ReturnType<typeof Answer>>;

/** The same, from the place as it stands. */
export const answerOf = ({ state, history }: Pick<Panelist, 'state' | 'history'>): Answer => {
  const last = history?.at(-1);
  return { state, since: last?.at, reason: last?.reason };
};

/** A nomination with what became of the place. */
export type Told = Nomination & { answer?: Answer | undefined };

/** Adds what became of the place, where there is one. */
export const toldWith = (nomination: Nomination, place: Pick<Panelist, 'state' | 'history'> | undefined): Told =>
  place ? { ...nomination, answer: answerOf(place) } : nomination;
