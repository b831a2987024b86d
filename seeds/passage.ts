import type { Passage, StateOf } from '../shared/domain/lifecycle.ts';
import { passOutcome } from '../shared/operations/outcome.ts';
import { passPanelist } from '../shared/operations/panelist.ts';
import { passParticipation } from '../shared/operations/participation.ts';
import { passSession } from '../shared/operations/session.ts';
import { getOutcome } from '../shared/table/outcome.ts';
import { getPanelist } from '../shared/table/panelist.ts';
import { getParticipation } from '../shared/table/participation.ts';
import { getSession } from '../shared/table/session.ts';
import type { Step } from './seed.ts';
import { panelistId, type Sitting } from './step.ts';

// Once done it stays done, also when somebody has passed the record further since.
const cameBy = ({ history = [] }: { history?: Passage[] | undefined }, to: string): boolean =>
  history.some((passage) => passage.to === to);

export const attended = (summit: string, organization: string): Step => ({
  name: `participation ${organization} attended`,
  isDone: async (table) => cameBy(await getParticipation(table, summit, organization), 'attended'),
  act: (house, deed) => passParticipation(house, deed, summit, organization, { to: 'attended' }),
});

export const sessionPasses = ({ summit, session }: Sitting, to: StateOf<'session'>): Step => ({
  name: `session ${session} ${to}`,
  isDone: async (table) => cameBy(await getSession(table, summit, session), to),
  act: (house, deed) => passSession(house, deed, summit, session, { to }),
});

export const panelistPasses = (sitting: Sitting, key: string, to: StateOf<'panelist'>): Step => {
  const at = [sitting.summit, sitting.session, panelistId(sitting, key)] as const;
  return {
    name: `panelist ${sitting.session} ${key} ${to}`,
    isDone: async (table) => cameBy(await getPanelist(table, ...at), to),
    act: (house, deed) => passPanelist(house, deed, ...at, { to }),
  };
};

export const filed = ({ summit, session }: Sitting, number: number): Step => ({
  name: `outcome ${session} ${number} filed`,
  isDone: async (table) => cameBy(await getOutcome(table, summit, session, String(number)), 'filed'),
  act: (house, deed) => passOutcome(house, deed, summit, session, String(number), { to: 'filed' }),
});
