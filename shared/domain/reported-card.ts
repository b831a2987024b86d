import { cardStates, type ProgrammeCard } from './release.ts';
import { cardOf, type DraftedSession, type Named } from './release-card.ts';
import type { Session } from './session.ts';
import type { Instant } from './when.ts';

/** A session that a source reports, as a programme shows it: nobody here released it, so its record says what a release says of others. */
export interface ReportedCard {
  card: ProgrammeCard;
  version: number;
  /** When its sources were last read, where they say so to the day; else when it began. */
  at: Instant;
}

const isCardState = (state: Session['state']): state is ProgrammeCard['state'] =>
  (cardStates as readonly string[]).includes(state);

// A source that prints a session without saying what became of it has it in its programme.
const stateOf = ({ state }: Pick<Session, 'state'>): ProgrammeCard['state'] | undefined => {
  if (isCardState(state)) return state;
  return state === 'withdrawn' ? 'cancelled' : state === 'draft' ? 'accepted' : undefined;
};

const lastRead = ({ sources }: Session): Instant | undefined => {
  const days = sources.flatMap(({ retrieved }) => (retrieved?.length === 10 ? [retrieved] : []));
  const last = days.toSorted().at(-1);
  return last && `${last}T00:00:00Z`;
};

/** Whether a source's programme has the session: not what it reports as proposed only, or as refused. */
export const isReportedInProgramme = ({ origin, state }: Pick<Session, 'origin' | 'state'>): boolean =>
  origin === 'reported' && stateOf({ state }) !== undefined;

/** Nothing of a session that is held here, or that its source does not have in its programme. */
export const reportedCard = (reported: DraftedSession, names: Named): ReportedCard | undefined => {
  const { session } = reported;
  const state = stateOf(session);
  if (session.origin !== 'reported' || !state) return undefined;
  return {
    card: {
      ...cardOf(reported, names),
      state,
      reportedBy: [...new Set(session.sources.map(({ citation }) => citation))],
    },
    version: session.version,
    at: lastRead(session) ?? session.start ?? '1970-01-01T00:00:00Z',
  };
};
