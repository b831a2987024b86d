import type { Session } from '../domain/session.ts';
import { waiveRule, type WaiverDraft } from '../domain/waiver.ts';
import { replace, unchanged } from '../table/item.ts';
import { getSession, sessionKind } from '../table/session.ts';
import { allTracks, trackKind } from '../table/track.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';

/**
 * Waives a rule of its track for a session. The rule is still judged, and stays visible as waived.
 * Errors: `not-found`, `invalid`, `already-recorded`, `wrong-state`.
 */
export const waive = (house: House, deed: Deed, summit: string, slug: string, draft: WaiverDraft): Promise<Session> => {
  const { table } = house;
  return perform(house, deed, {
    may: {
      deed: 'waiver:write',
      of: { summit, session: slug },
      knows: () => [['session', getSession(table, summit, slug)]],
    },
    read: () => Promise.all([getSession(table, summit, slug), allTracks(table, summit)]),
    decide: ([found, tracks]) => {
      const track = tracks.find((one) => one.slug === found.track);
      const session = waiveRule(found, track, draft, passageOf(deed));
      return {
        writes: [
          replace(table, sessionKind, session, deed.request, found),
          ...(track ? [unchanged(table, trackKind, track)] : []),
        ],
        answer: next(session),
        at: sessionKind.key(session),
      };
    },
    again: reading(house, sessionKind),
  });
};
