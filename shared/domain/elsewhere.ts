import { hasBeen } from './answer.ts';
import { type Crew, isAssigned } from './crew.ts';
import { DomainError } from './error.ts';
import { overlaps, type SessionRef, type Span } from './ledger.ts';
import { isPlaced } from './occupation.ts';
import type { Panelist } from './panelist.ts';
import type { Session } from './session.ts';
import type { Summit } from './summit.ts';

/** A session that somebody is in when they are wanted in another. It is theirs: they may know of it, wherever it is. */
export interface Elsewhere extends SessionRef, Span {
  title: Session['title'];
  summitTitle: Summit['title'];
  zone?: string | undefined;
  as: 'panelist' | 'crew';
  /** Whether they can give it up by their answer: a duty in a crew they cannot, nor where they sat already. */
  canWithdraw: boolean;
}

interface Sitting {
  session: Session;
  panel: readonly Panelist[];
  crew: readonly Crew[];
}

const isInCrew = ({ crew }: Sitting, person: string): boolean =>
  crew.some((one) => one.person === person && isAssigned(one));

/** The place that a person confirmed in a session that is still to come, where they could give it up for another at that time. */
export const placeToGiveUp = (sitting: Sitting, person: string, time: Partial<Span>): Panelist | undefined => {
  const { session, panel } = sitting;
  const { start, end } = session;
  if (!start || !end || !time.start || !time.end || !isPlaced(session) || hasBeen(session)) return undefined;
  if (!overlaps({ start, end }, { start: time.start, end: time.end })) return undefined;
  return panel.find((one) => one.person === person && one.state === 'confirmed');
};

/** What somebody is told of another session that they are in. */
export const elsewhereOf = (sitting: Sitting, summit: Summit, person: string, time: Partial<Span>): Elsewhere => {
  const { session } = sitting;
  const crewed = isInCrew(sitting, person);
  return {
    summit: session.summit,
    session: session.slug,
    reference: session.reference,
    title: session.title,
    summitTitle: summit.title,
    start: session.start ?? '',
    end: session.end ?? '',
    zone: session.zone,
    as: crewed ? 'crew' : 'panelist',
    canWithdraw: !crewed && placeToGiveUp(sitting, person, time) !== undefined,
  };
};

const named = ({ reference, start, end, as }: Elsewhere): string =>
  `"${reference}" from ${start} to ${end}${as === 'crew' ? ', in its crew' : ''}`;

const whatToDo = (others: readonly Elsewhere[]): string =>
  others.every(({ canWithdraw }) => canWithdraw)
    ? 'Send "insteadOf" with the confirmation to withdraw there and take this place, or decline this one.'
    : 'That cannot be given up by this answer: decline this one, or write to the organizers.';

/** Somebody confirms a place while they are in other sessions: they are asked which it is. */
export class TakenElsewhere extends DomainError {
  readonly others: readonly Elsewhere[];

  constructor(others: readonly Elsewhere[]) {
    const [first] = others;
    super('person-taken', `At that time the panelist is in ${others.map(named).join(' and ')}. ${whatToDo(others)}`, {
      ...(first ? { conflictsWith: `/api/v1/summits/${first.summit}/sessions/${first.session}` } : {}),
      also: {
        conflicts: others.map((one) => ({ kind: 'person-taken', level: 'block', ...one })),
        ...(others.every(({ canWithdraw }) => canWithdraw)
          ? { insteadOf: others.map(({ summit, session }) => ({ summit, session })) }
          : {}),
      },
    });
    this.name = 'TakenElsewhere';
    this.others = others;
  }
}
