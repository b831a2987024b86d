import { checksOf } from '../../shared/domain/check.ts';
import { checksShown } from '../../shared/contract/check.ts';
import { organization, panelist, room, session, track } from './reference-records.ts';

const judged = { ...session, track: track.slug };

export const sessionChecks = checksShown({
  session: judged,
  checks: checksOf({
    session: judged,
    track,
    room,
    panel: [panelist],
    crew: [],
    register: new Map([[organization.slug, organization]]),
    genders: new Map(),
    alsoLed: [],
    day: '2027-03-10',
  }),
});
