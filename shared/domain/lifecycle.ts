import { DomainError } from './error.ts';
import type { Instant } from './when.ts';

/**
 * One forward-only table per noun: from each state, the states that may follow. The first state is where a record made here begins.
 * Pages, tests and clients read the same truth at /api/v1/lifecycles.
 */
export const lifecycles = {
  summit: { announced: ['concluded', 'cancelled'], concluded: [], cancelled: [] },
  participation: { registered: ['attended', 'absent', 'withdrawn'], attended: [], absent: [], withdrawn: [] },
  track: { open: ['closed'], closed: [] },
  room: { open: ['closed'], closed: [] },
  organization: { listed: ['retired'], retired: [] },
  membership: { current: ['ended'], ended: [] },
  person: { listed: ['retired', 'erased'], retired: ['erased'], erased: [] },
  consent: { given: ['withdrawn'], withdrawn: ['given'], refused: ['given'] },
  instrument: { listed: ['retired'], retired: [] },
  session: {
    draft: ['submitted', 'withdrawn', 'cancelled'],
    submitted: ['accepted', 'waitlisted', 'rejected', 'merged', 'withdrawn', 'cancelled'],
    waitlisted: ['accepted', 'rejected', 'merged', 'withdrawn', 'cancelled'],
    rejected: [],
    merged: [],
    accepted: ['scheduled', 'withdrawn', 'cancelled'],
    // Taken off the programme it waits for another place.
    scheduled: ['held', 'accepted', 'withdrawn', 'cancelled'],
    held: ['concluded'],
    concluded: [],
    withdrawn: [],
    cancelled: [],
  },
  panelist: {
    nominated: ['invited', 'confirmed', 'withdrawn', 'replaced'],
    invited: ['confirmed', 'declined', 'no-answer', 'withdrawn', 'replaced'],
    'no-answer': ['confirmed', 'declined', 'withdrawn', 'replaced'],
    confirmed: ['withdrawn', 'replaced'],
    declined: [],
    withdrawn: [],
    replaced: [],
  },
  invitation: {
    open: ['answered', 'lapsed', 'closed', 'revoked'],
    answered: ['revoked'],
    lapsed: ['answered', 'revoked'],
    closed: ['answered', 'revoked'],
    revoked: [],
  },
  crew: { assigned: ['released'], released: [] },
  review: { given: ['withdrawn'], withdrawn: [] },
  decision: { staged: ['released', 'dropped'], released: [], dropped: [] },
  release: { released: [] },
  desk: { open: ['closed'], closed: [] },
  nomination: {
    proposed: ['accepted', 'refused', 'withdrawn', 'replaced'],
    accepted: ['declined', 'withdrawn', 'replaced'],
    refused: [],
    declined: [],
    withdrawn: [],
    replaced: [],
  },
  suggestion: { open: ['merged', 'dismissed'], merged: [], dismissed: [] },
  outcome: { draft: ['filed'], filed: [] },
  declaration: {
    drafting: ['circulated', 'open-for-signature', 'issued'],
    circulated: ['adopted', 'objected', 'drafting'],
    objected: ['drafting'],
    adopted: ['open-for-signature'],
    'open-for-signature': ['closed'],
    issued: [],
    closed: [],
  },
  amendment: { proposed: ['accepted', 'rejected', 'withdrawn'], accepted: [], rejected: [], withdrawn: [] },
  circulation: {
    open: ['suspended', 'adopted', 'objected', 'recalled'],
    suspended: ['open', 'recalled'],
    adopted: [],
    objected: [],
    recalled: [],
  },
  objection: { open: ['withdrawn'], withdrawn: ['open'] },
  dissociation: { recorded: ['withdrawn'], withdrawn: [] },
  corrigendum: { recorded: [] },
  signature: { valid: ['suspended', 'withdrawn'], suspended: ['valid', 'void'], withdrawn: [], void: [] },
  signing: { asked: ['prepared', 'revoked'], prepared: ['signed', 'revoked'], signed: [], revoked: [] },
  delivery: { handed: ['received', 'replied'], received: ['replied'], replied: [] },
  assessment: { recorded: ['retracted'], retracted: [] },
  commitment: { open: ['met', 'abandoned'], met: [], abandoned: [] },
  claim: { recorded: ['retracted'], retracted: [] },
  role: { invited: ['held', 'ended'], held: ['ended'], ended: [] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type Noun = keyof typeof lifecycles;
export type StateOf<N extends Noun> = keyof (typeof lifecycles)[N] & string;

/** One passage from a state to the next: when, by whom (an account's name), and why where a reason was given. */
export interface Passage {
  from: string;
  to: string;
  at: Instant;
  by: string;
  reason?: string | undefined;
}

/** What is said of a passage by whoever makes it. */
export type Doing = Omit<Passage, 'from' | 'to'>;

/** Every state of a noun, the one where a record made here begins first. */
export const statesOf = <N extends Noun>(noun: N): [StateOf<N>, ...StateOf<N>[]] =>
  Object.keys(lifecycles[noun]) as [StateOf<N>, ...StateOf<N>[]];

/** Where a record made here begins. */
export const firstState = <N extends Noun>(noun: N): StateOf<N> => statesOf(noun)[0];

/** Refuses a passage that the table does not have; the refusal names the state, the wanted state and the allowed ones. */
export const mayPass = (noun: Noun, from: string, to: string): void => {
  const allowed = (lifecycles[noun] as Record<string, readonly string[]>)[from] ?? [];
  if (allowed.includes(to)) return;
  const next = allowed.length === 0 ? 'No state follows it.' : `It can become ${allowed.join(', ')}.`;
  throw new DomainError('wrong-state', `The ${noun} is ${from} and cannot become ${to}. ${next}`, {
    also: { state: from, wanted: to, allowed },
  });
};

/** The record in its next state, with the passage remembered. */
export const passed = <R extends { state: string; history?: Passage[] | undefined }, N extends Noun>(
  noun: N,
  record: R,
  to: StateOf<N>,
  passage: Doing,
): R => {
  mayPass(noun, record.state, to);
  return { ...record, state: to, history: [...(record.history ?? []), { from: record.state, to, ...passage }] };
};
