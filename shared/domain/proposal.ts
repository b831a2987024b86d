import * as z from 'zod';
import { takesProposals } from './call.ts';
import { digest } from './digest.ts';
import { DomainError, type FieldError, notFound } from './error.ts';
import { type Doing, passed } from './lifecycle.ts';
import { once } from './once.ts';
import { draftOf, slug } from './record.ts';
import { draftSession, type NamedDraft, reviseSession, type Session, SessionDraft } from './session.ts';
import type { Summit } from './summit.ts';
import type { Track } from './track.ts';
import { toInstant } from './when.ts';

/** What an organization proposes: a session without a code, a room or a time, which are the organizers' to give. */
export const ProposalDraft = once(() =>
  SessionDraft()
    .pick({ title: true, summary: true, objectives: true, mode: true, languages: true, partners: true })
    .extend({
      organization: slug().meta({ description: 'Who proposes it, and leads it.' }),
      track: slug().meta({ description: 'The track that calls for proposals.' }),
    }),
);
export type ProposalDraft = z.output<ReturnType<typeof ProposalDraft>>;

/** The same, with its organizations looked up and named. */
export type NamedProposal = ProposalDraft & Pick<Session, 'lead' | 'partners'>;

// No letter or digit that is taken for another when it is read out or written by hand.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The reference of a proposal, such as "P-7K3F", from an id. Two ids seldom share one; who comes second takes another id. */
export const referenceFrom = (id: string): string => {
  let left = Number.parseInt(digest(id).slice(0, 12), 16);
  let reference = 'P-';
  for (let at = 0; at < 4; at += 1) {
    reference += letters[left % letters.length];
    left = Math.floor(left / letters.length);
  }
  return reference;
};

const leadsToo = ({ organization, partners }: ProposalDraft): FieldError[] =>
  partners.flatMap((partner, at) =>
    partner.organization === organization
      ? [{ pointer: `/partners/${at}/organization`, detail: 'Leave it out: who proposes the session leads it.' }]
      : [],
  );

const sessionDraft = ({ organization: _, ...proposal }: NamedProposal): Omit<NamedDraft, 'reference'> => ({
  ...proposal,
  instruments: [],
  origin: 'held',
  sources: [],
  corrections: [],
});

/** A new proposal, as a draft. Errors: `call-closed`, `invalid`. */
export const propose = (
  summit: Summit,
  track: Track | undefined,
  reference: string,
  proposal: NamedProposal,
  { at, missing }: { at: Date; missing: readonly FieldError[] },
): Session => {
  const late = track && takesProposals(track, at).late;
  const faults = [...missing, ...leadsToo(proposal)];
  return {
    ...draftSession(summit, { ...sessionDraft(proposal), reference }, faults),
    proposed: { by: proposal.organization, at: toInstant(at), ...(late ? { late } : {}) },
  };
};

/** The proposal that a session is. Errors: `not-found`. */
export const ownOf = (session: Session): NonNullable<Session['proposed']> => {
  if (session.proposed) return session.proposed;
  throw notFound('session');
};

const stillTheirs = ({ state }: Session, allowed: readonly Session['state'][], what: string): void => {
  if (!allowed.includes(state))
    throw new DomainError(
      'wrong-state',
      `The proposal is ${state}, and ${what}. Write to the organizers of the summit.`,
      {
        also: { state, allowed },
      },
    );
};

/** The fields of a proposal, out of the session that it is. */
export const proposalOf = (session: Session): Record<string, unknown> => ({
  ...draftOf(ProposalDraft(), session),
  organization: ownOf(session).by,
});

/**
 * The changed proposal: its texts, its track and its partners; whose it is stays. It may be changed until the hard deadline, also once it is
 * submitted. Errors: `wrong-state`, `call-closed`, `invalid`.
 */
export const reviseProposal = (
  session: Session,
  summit: Summit,
  tracks: { now: Track | undefined; next: Track | undefined },
  proposal: ProposalDraft & Pick<Session, 'partners'>,
  { at, missing }: { at: Date; missing: readonly FieldError[] },
): Session => {
  const { by } = ownOf(session);
  stillTheirs(session, ['draft', 'submitted'], 'is changed no more');
  for (const track of [tracks.now, tracks.next]) if (track) takesProposals(track, at);
  const { organization, ...own } = proposal;
  const whose: FieldError[] =
    organization === by
      ? []
      : [{ pointer: '/organization', detail: `Leave it "${by}": another organization proposes its own.` }];
  const draft = { ...(draftOf(SessionDraft(), session) as NamedDraft), ...emptied(), ...own };
  return reviseSession(session, summit, draft, [...missing, ...whose, ...leadsToo(proposal)]);
};

// What the change leaves out is gone from the record.
const emptied = (): Partial<NamedDraft> => ({ summary: undefined, mode: undefined, languages: undefined });

/** The submitted proposal: whether it is late follows from when it was submitted. Errors: `wrong-state`, `call-closed`. */
export const submitProposal = (session: Session, track: Track | undefined, doing: Doing, at: Date): Session => {
  const { by } = ownOf(session);
  const after = passed('session', session, 'submitted', doing);
  const late = track ? takesProposals(track, at).late : false;
  return { ...after, proposed: { by, at: toInstant(at), ...(late ? { late } : {}) } };
};

/** The withdrawn proposal. What became part of the programme, or of somebody else's proposal, is the organizers'. Errors: `wrong-state`. */
export const withdrawProposal = (session: Session, doing: Doing): Session => {
  ownOf(session);
  stillTheirs(session, ['draft', 'submitted', 'waitlisted'], 'is not withdrawn here any more');
  if (session.texts)
    throw new DomainError(
      'wrong-state',
      'The proposal was merged from those of several organizations. Write to the organizers of the summit.',
      { also: { state: session.state } },
    );
  return passed('session', session, 'withdrawn', doing);
};
