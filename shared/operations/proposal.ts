import { DomainError, type FieldError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { seatedIn } from '../domain/panelist.ts';
import {
  ownOf,
  propose,
  type ProposalDraft,
  proposalOf,
  referenceFrom,
  reviseProposal,
  submitProposal,
  withdrawProposal,
} from '../domain/proposal.ts';
import { type Invented, mixed } from '../domain/rehearsal.ts';
import { mayInvolve, type Session } from '../domain/session.ts';
import type { Summit } from '../domain/summit.ts';
import type { Track } from '../domain/track.ts';
import type { Table } from '../table/client.ts';
import { rolesIn } from '../table/link.ts';
import { getSession, getWholeSession, sessionKind, type WholeSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { allTracks, findTrack } from '../table/track.ts';
import { Raced } from '../table/transact.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, type Plan, reading } from './perform.ts';
import type { Permission } from './permission.ts';
import { beginningWrites, resolved, sessionWrites } from './session.ts';

/** The session that a proposal is. Errors: `not-found`. */
export const getProposal = async (table: Table, summit: string, slug: string): Promise<Session> => {
  const session = await getSession(table, summit, slug);
  ownOf(session);
  return session;
};

/** The fields of a proposal's draft that name something else. */
export const proposalNames = ['organization', 'partners', 'track'] as const;
type ProposalNames = Pick<ProposalDraft, (typeof proposalNames)[number]>;

// A proposal names its leads by one field.
const atOrganization = <F extends { pointer: string }>(fault: F): F => ({
  ...fault,
  pointer: fault.pointer.replace(/^\/lead\/0\b.*/, '/organization'),
});

const named = async (house: House, summit: string, draft: ProposalNames, of?: Invented) => {
  const { organization, partners, track } = draft;
  const lead = organization ? [{ organization }] : [];
  const found = await resolved(house, summit, { lead, partners, track, instruments: [], room: undefined });
  const faults = [...found.missing, ...(of ? mixed(of, found.organizations) : [])];
  return { lead: found.draft.lead, partners: found.draft.partners, faults: faults.map(atOrganization) };
};

/** What a proposal's draft names that is not there, each with its pointer. */
export const unknownToProposal = async (
  house: House,
  summit: string,
  draft: ProposalNames,
): Promise<readonly FieldError[]> => (await named(house, summit, draft)).faults;

const begin = async (
  house: House,
  deed: Deed,
  [of, track]: [Summit, Track | undefined],
  draft: ProposalDraft,
): Promise<Plan<Session>> => {
  const { faults, ...organizations } = await named(house, of.slug, draft, of);
  const reference = referenceFrom(house.newId());
  const session = propose(of, track, reference, { ...draft, ...organizations }, { at: deed.at, missing: faults });
  // Whoever finds the reference in use takes another.
  const writes = await beginningWrites(house, deed, session, () => new Raced());
  return { writes, answer: session, at: sessionKind.key(session) };
};

/**
 * Begins a proposal in the call of a track. Whether the call is open is decided by the instant at which the request was stamped, and by the call as
 * it was read: hundreds may come in the last minute, so no proposal holds the track. Errors: `not-found`, `call-closed`, `invalid`.
 */
export const createProposal = (house: House, deed: Deed, summit: string, draft: ProposalDraft): Promise<Session> =>
  perform(house, deed, {
    may: { deed: 'proposal:write', of: { summit, organization: draft.organization } },
    read: () => Promise.all([getSummit(house.table, summit), findTrack(house.table, summit, draft.track)]),
    decide: (found) => begin(house, deed, found, draft),
    again: reading(house, sessionKind),
  });

interface Found {
  whole: WholeSession;
  tracks: Track[];
}

const permission = ({ table }: House, summit: string, slug: string): Permission<Found> => ({
  deed: 'proposal:write',
  of: (found) => ({ summit, session: slug, organization: found?.whole.session.proposed?.by }),
  knows: () => [['session', getProposal(table, summit, slug)]],
});

const find = async ({ table }: House, summit: string, slug: string): Promise<Found> => {
  const [whole, tracks] = await Promise.all([getWholeSession(table, summit, slug), allTracks(table, summit)]);
  ownOf(whole.session);
  return { whole, tracks };
};

const trackIn = (tracks: readonly Track[], slug: string | undefined): Track | undefined =>
  tracks.find((track) => track.slug === slug);

const written = async (house: House, deed: Deed, whole: WholeSession, session: Session): Promise<Plan<Session>> => {
  const { writes, answers } = await sessionWrites(house, deed, [{ whole, session }]);
  return { writes, answer: answers[0] ?? next(session), at: sessionKind.key(session) };
};

/** Changes a proposal until the hard deadline. Errors: `not-found`, `stale`, `precondition-required`, `wrong-state`, `call-closed`, `invalid`. */
export const changeProposal = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  patched: (proposal: Record<string, unknown>) => ProposalDraft,
): Promise<Session> =>
  perform(house, deed, {
    may: permission(house, summit, slug),
    read: () =>
      Promise.all([find(house, summit, slug), getSummit(house.table, summit)]).then(([found, of]) => ({
        ...found,
        of,
      })),
    decide: async ({ whole, tracks, of }: Found & { of: Summit }) => {
      madeFrom(deed, whole.session);
      const draft = patched(proposalOf(whole.session));
      const { faults, partners } = await named(house, summit, draft, of);
      const call = { now: trackIn(tracks, whole.session.track), next: trackIn(tracks, draft.track) };
      const about = { at: deed.at, missing: faults };
      const session = reviseProposal(whole.session, of, call, { ...draft, partners }, about);
      const sitting = seatedIn(whole.panel).flatMap(({ organizations }) => organizations);
      mayInvolve([...rolesIn(session).keys(), ...sitting.map(({ organization }) => organization)]);
      return written(house, deed, whole, session);
    },
  });

const notHere = ({ state }: Session, wanted: string): DomainError =>
  new DomainError('wrong-state', `A proposal is submitted or withdrawn here; whether it is ${wanted} is decided.`, {
    also: { state, wanted },
  });

/**
 * Submits a proposal, or takes it back. Whether it comes in time, or late, is decided by the instant at which the request was stamped.
 * Errors: `not-found`, `wrong-state`, `call-closed`.
 */
export const passProposal = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  { to, reason }: { to: StateOf<'session'>; reason?: string | undefined },
): Promise<Session> =>
  perform(house, deed, {
    may: permission(house, summit, slug),
    read: () => find(house, summit, slug),
    decide: ({ whole, tracks }) => {
      const { session } = whole;
      if (to !== 'submitted' && to !== 'withdrawn') throw notHere(session, to);
      const doing = passageOf(deed, reason);
      const after =
        to === 'submitted'
          ? submitProposal(session, trackIn(tracks, session.track), doing, deed.at)
          : withdrawProposal(session, doing);
      return written(house, deed, whole, after);
    },
    again: reading(house, sessionKind),
  });
