import type { Crew } from './crew.ts';
import type { Occupation, SessionRef } from './ledger.ts';
import { isSeated, type Panelist } from './panelist.ts';
import type { Session } from './session.ts';

/** A session with whoever is on its panel and in its crew, as far as a deed has to do with them. */
export interface Seating {
  session: Session;
  panel: readonly Pick<Panelist, 'slug' | 'person' | 'state'>[];
  crew?: readonly Pick<Crew, 'slug' | 'person' | 'state'>[] | undefined;
}

const over: ReadonlySet<Session['state']> = new Set(['rejected', 'merged', 'withdrawn', 'cancelled']);

/** Whether a session has a time that others have to respect. What is reported took place elsewhere, and claims nothing here. */
export const isPlaced = ({ origin, state, start, end }: Session): boolean =>
  origin === 'held' && !over.has(state) && start !== undefined && end !== undefined;

export const refOf = ({ summit, slug, reference }: Session): SessionRef => ({ summit, session: slug, reference });

/**
 * What a session occupies: its room, everybody who confirmed and its crew firmly; those who were nominated or invited hold their time, so that
 * nobody blocks a mayor by naming her.
 */
export const occupationsOf = ({ session, panel, crew = [] }: Seating): Occupation[] => {
  const { summit, room, start, end } = session;
  if (!isPlaced(session) || !start || !end) return [];
  const span = { start, end };
  return [
    ...(room ? [{ ...span, resource: { summit, room }, by: 'room', firm: true }] : []),
    ...panel
      .filter(({ state }) => isSeated(state))
      .map(({ slug, person, state }) => ({ ...span, resource: { person }, by: slug, firm: state === 'confirmed' })),
    ...crew
      .filter(({ state }) => state === 'assigned')
      .map(({ slug, person }) => ({ ...span, resource: { person }, by: slug, firm: true })),
  ];
};
