import type { Clash } from '../domain/ledger.ts';
import { may } from '../domain/access.ts';
import { elsewhereOf, placeToGiveUp, TakenElsewhere } from '../domain/elsewhere.ts';
import { DomainError, invalid } from '../domain/error.ts';
import { answered, type Given, type Invitation } from '../domain/invitation.ts';
import type { Letter } from '../domain/letter.ts';
import { passed } from '../domain/lifecycle.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Session } from '../domain/session.ts';
import { findInvitation, invitationKind } from '../table/invitation.ts';
import { replace } from '../table/item.ts';
import { getWholeSession, type WholeSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import type { Write } from '../table/transact.ts';
import type { SessionChange } from './booking.ts';
import { whoHears } from './hearing.ts';
import { placeWrites } from './panelist.ts';
import { type Deed, type House, passageOf } from './perform.ts';

/** A confirmed place that is withdrawn, so that its person can take another at that time. */
export interface GivenUp {
  whole: WholeSession;
  before: Panelist;
  after: Panelist;
  invitation: Invitation | undefined;
}

interface Wanted {
  session: Session;
  person: string;
  insteadOf: readonly { summit: string; session: string }[];
  /** The pointer of `insteadOf` in the draft. */
  pointer?: string;
  reason?: string | undefined;
}

const unsaid = 'Takes part in another session at that time.';

const wholeOf = async ({ table }: House, summit: string, session: string): Promise<WholeSession | undefined> => {
  try {
    return await getWholeSession(table, summit, session);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
};

/** The places that somebody gives up, as they are and as they will be. Errors: `invalid` for one that is not in the way. */
export const givenUp = async (house: House, deed: Deed, wanted: Wanted): Promise<GivenUp[]> => {
  const { session, person, insteadOf, pointer = '/insteadOf', reason = unsaid } = wanted;
  const once = [...new Map(insteadOf.map((one) => [`${one.summit} ${one.session}`, one])).values()];
  const found = await Promise.all(
    once.map(async (one) => {
      const isItself = one.summit === session.summit && one.session === session.slug;
      const whole = isItself ? undefined : await wholeOf(house, one.summit, one.session);
      const before = whole && placeToGiveUp(whole, person, session);
      if (!whole || !before) return undefined;
      const after = passed('panelist', before, 'withdrawn', passageOf(deed, reason));
      return {
        whole,
        before,
        after,
        invitation: await findInvitation(house.table, one.summit, one.session, before.slug),
      };
    }),
  );
  const faults = found.flatMap((one, at) =>
    one
      ? []
      : [{ pointer: `${pointer}/${at}`, detail: 'They have no confirmed place there at that time. Leave it out.' }],
  );
  if (faults.length > 0) throw invalid(faults);
  return found.flatMap((one) => one ?? []);
};

/** Refuses an organizer who gives up places in sessions that are others' to change. Errors: `forbidden`. */
export const mayGiveUp = ({ caller }: Deed, places: readonly GivenUp[]): void => {
  const other = places.find(({ before: { summit, session } }) => !may(caller, 'panelist:write', { summit, session }));
  if (other)
    throw new DomainError(
      'forbidden',
      `The panel of "${other.whole.session.reference}" is not yours to change. Let them answer by their own link, or ask its organizers.`,
    );
};

/** What they no longer occupy. */
export const givenBack = ({ whole, before, after }: GivenUp): SessionChange => ({
  was: { session: whole.session, panel: [before] },
  is: { session: whole.session, panel: [after] },
});

/** What is written of places that are given up, but for the time and the nominations: these are summed with those of the deed. */
export const givenUpWrites = async (
  house: House,
  deed: Deed,
  places: readonly GivenUp[],
  by: Given['by'],
): Promise<Write[]> => {
  const writes = await Promise.all(
    places.map(async ({ whole, before, after, invitation }) => {
      const { reason, at } = after.history?.at(-1) ?? passageOf(deed);
      const withdrawal = { answer: 'withdraw' as const, by, consent: false, reason };
      return [
        ...(await placeWrites(house, deed, whole.session, before, after)),
        ...(invitation && invitation.state !== 'revoked'
          ? [
              replace(
                house.table,
                invitationKind,
                answered(invitation, withdrawal, { ...passageOf(deed), at }),
                deed.request,
                invitation,
              ),
            ]
          : []),
      ];
    }),
  );
  return writes.flat();
};

/** What a letter about somebody's place begins with. */
export const aboutPlace = ({ rehearsal, summit, slug }: Session, panelist: Panelist) => ({
  rehearsal,
  summit,
  session: slug,
  panelist: panelist.slug,
});

/** Who nominated them and who organizes hears that they are not coming, in the same transaction. */
export const givenUpLetters = async ({ table }: House, places: readonly GivenUp[]): Promise<Letter[]> => {
  const letters = await Promise.all(
    places.map(async ({ whole, before }) => {
      const hearers = await whoHears(table, before);
      return hearers.map((hearer) => ({
        ...aboutPlace(whole.session, before),
        ...hearer,
        kind: 'panelist-answered' as const,
        answer: 'declined' as const,
      }));
    }),
  );
  return letters.flat();
};

/** Asks whoever confirms which of the sessions it is to be: they may know of each that they are in themselves. */
export const whichOf = async (
  { table }: House,
  session: Session,
  person: string,
  clashes: readonly Clash[],
): Promise<TakenElsewhere> => {
  const refs = [...new Map(clashes.map(({ with: one }) => [`${one.summit} ${one.session}`, one])).values()];
  const others = await Promise.all(
    refs.map(async (one) => {
      const [whole, summit] = await Promise.all([
        getWholeSession(table, one.summit, one.session),
        getSummit(table, one.summit),
      ]);
      return elsewhereOf(whole, summit, person, session);
    }),
  );
  return new TakenElsewhere(others.toSorted((a, b) => (a.start < b.start ? -1 : 1)));
};
