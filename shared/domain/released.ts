import type { Panelist } from './panelist.ts';
import type { CardPanelist, ProgrammeCard, Released } from './release.ts';
import type { Session } from './session.ts';

/** A session as a release has it, in the shape of its record, saying which release that is. */
export type ReleasedSession = Session & { released: string };

/** What is planned of it since stays away; what stands beside the programme is as it is now. */
export const asReleased = (
  { summit, origin, sources, corrections, noOutcome }: Session,
  { card, version }: Released,
  release: string,
): ReleasedSession => {
  const { trackTitle: _, roomName: __, day: ___, panel: ____, ...fields } = card;
  return { ...fields, summit, origin, sources, corrections, noOutcome, version, released: release };
};

// Who is not named on the card is named by nothing that is read from it.
const panelistAsReleased = (
  { summit, slug: session }: Pick<Session, 'summit' | 'slug'>,
  { toBeConfirmed: _, ...printed }: CardPanelist,
  version: number,
): Panelist => {
  const named = printed.printedName !== undefined;
  return {
    ...printed,
    summit,
    session,
    version,
    origin: 'held',
    sources: [],
    corrections: [],
    nominatedBy: [],
    named,
    state: named ? 'confirmed' : (printed.state as Panelist['state']),
    person: printed.person ?? '',
    printedName: printed.printedName ?? '',
  };
};

/** The panel of a session as a release has it, in printed order: records that show what the card shows. */
export const panelAsReleased = (session: Pick<Session, 'summit' | 'slug'>, { card, panelists }: Released): Panelist[] =>
  card.panel.map((one) => panelistAsReleased(session, one, panelists[one.slug]?.version ?? 1));

/** What a list of sessions shows of one, as it was released. */
export const sittingAsReleased = (
  { reference, title, state, start, end }: ProgrammeCard,
  sitting: { summit: string; session: string; origin?: string | undefined },
  release: string,
) => ({
  summit: sitting.summit,
  session: sitting.session,
  reference,
  title,
  state,
  origin: sitting.origin,
  start,
  end,
  released: release,
});
