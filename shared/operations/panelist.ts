import { DomainError, type FieldError } from '../domain/error.ts';
import { passed, type StateOf } from '../domain/lifecycle.ts';
import {
  isChair,
  isSeated,
  type Panelist,
  type PanelistChange,
  type PanelistDraft,
  type PanelRule,
  panelRule,
  revisePanelist,
  seatPanelist,
} from '../domain/panelist.ts';
import { placeable } from '../domain/person.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { mayInvolve, type Session } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import { insert, replace, unchanged } from '../table/item.ts';
import { linkPanelist } from '../table/link.ts';
import { getOrganizations } from '../table/organization.ts';
import { getPanelist, panelistIn, panelistKind } from '../table/panelist.ts';
import { findPerson } from '../table/person.ts';
import { getSession, getWholeSession, sessionKind } from '../table/session.ts';
import { changeChair, leavePlace, noteChange, takePlace } from '../table/tally.ts';
import { allTracks, findTrack } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import { type Booking, bookingWrites, type SessionChange, type Standing } from './booking.ts';
import { hidingWrites, isHidden } from './hiding.ts';
import { seatWrites } from './seat.ts';
import { released, staysCredited } from './credit.ts';
import { pointed, pointedAt, printedAs, referred, resolving, together } from './naming.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, type Plan, reading } from './perform.ts';
import type { Permission } from './permission.ts';

const who = ({ person, role }: Panelist): { person: string; chairs: 0 | 1 } => ({
  person,
  chairs: isChair(role) ? 1 : 0,
});

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

/** Who may change a panel, or a place on it. */
export const writing = ({ table }: House, summit: string, session: string, panelist?: string): Permission => ({
  deed: 'panelist:write',
  of: { summit, session },
  knows: () => [
    ['session', getSession(table, summit, session)],
    ...(panelist ? [['panelist', getPanelist(table, summit, session, panelist)] as const] : []),
  ],
});

/** The fields of a panelist's draft that name somebody or something else. */
export const panelistNames = ['person', 'organizations', 'nominatedBy'] as const;
export type PanelistNames = Pick<PanelistDraft, (typeof panelistNames)[number]>;

/** The organizations that it names, each with its pointer. */
export const organizationsIn = (draft: PanelistNames): { slug: string; pointer: string }[] => [
  ...pointed('organizations', draft.organizations),
  ...draft.nominatedBy.map((slug, at) => ({ slug, pointer: `/nominatedBy/${at}` })),
];

/** They themselves. Errors: `invalid` for those that are not there. */
export const organizationsOf = ({ table }: House, draft: PanelistNames) =>
  getOrganizations(table, organizationsIn(draft));

/** The person that it names. Errors: `invalid`. */
export const personOf = ({ table }: House, draft: Partial<PanelistNames>) =>
  referred(draft.person, (person) => findPerson(table, person), '/person', 'person');

/** What a panelist's draft names that is not there, each with its pointer. */
export const unknownToPanelist = async (house: House, draft: PanelistNames): Promise<readonly FieldError[]> => {
  const lookUps = together([organizationsOf(house, draft), personOf(house, draft)]);
  const { missing } = await resolving(
    lookUps.then(() => ({ draft, organizations: [] })),
    draft,
  );
  return missing;
};

/** The rule of a session's panel, from the tracks of its summit. */
export const ruleOf = ({ track }: Session, tracks: readonly Track[]): PanelRule =>
  panelRule(tracks.find(({ slug }) => slug === track));

const ruleNow = async ({ table }: House, session: Session): Promise<PanelRule> =>
  panelRule(session.track ? await findTrack(table, session.summit, session.track) : undefined);

const seated = (panelist: Panelist | undefined): Panelist | undefined =>
  panelist && isSeated(panelist.state) ? panelist : undefined;

/**
 * What is written beside a panelist: the place is taken, left free, or changes between a role of which there is one and another; and the session
 * is in the lists of the organizations of whoever sits there, and of nobody else.
 */
export const besidePanelist = async (
  { table }: House,
  deed: Deed,
  session: Session,
  { before, after }: { before?: Panelist; after: Panelist },
  rule: () => PanelRule | Promise<PanelRule>,
): Promise<Write[]> => {
  const [was, is] = [seated(before), seated(after)];
  const change = { before: was?.organizations ?? [], after: is?.organizations ?? [] };
  const links = linkPanelist(table, session, after.slug, change, deed.request);
  const writes = [...links, unchanged(table, sessionKind, session)];
  if (!was && !is) return [...writes, noteChange(table, session, deed.request)];
  if (!was) return [...writes, takePlace(table, session, who(after), await rule(), deed.request)];
  if (!is) return [...writes, leavePlace(table, session, who(was), deed.request)];
  // Whose time a session takes is read by whoever moves it: who confirms shows there.
  const isFirmer = (was.state === 'confirmed') !== (is.state === 'confirmed');
  const by = who(is).chairs - who(was).chairs;
  if (by !== 0) return [...writes, changeChair(table, session, by as 1 | -1, await rule(), deed.request)];
  return links.length > 0 || isFirmer ? [...writes, noteChange(table, session, deed.request)] : writes;
};

/** What a deed that changes places on a panel does with the time it takes; `also` is what it changes in other sessions at once. */
export interface Timing extends Standing {
  also?: readonly SessionChange[] | undefined;
}

/** What changed places on a panel claim of people's time, and what they no longer do. Errors: those of bookingWrites. */
export const panelBooking = (
  house: House,
  deed: Deed,
  session: Session,
  changes: readonly { before?: Panelist; after: Panelist }[],
  { also = [], ...standing }: Timing = {},
): Promise<Booking> => {
  const was = { session, panel: changes.flatMap(({ before }) => before ?? []) };
  const is = { session, panel: changes.map(({ after }) => after) };
  return bookingWrites(house, deed, [{ was, is }, ...also], standing);
};

/** Gives a person a place on a session's panel. Errors: `invalid`, `not-found`, `panel-full`, `chair-taken`, `person-seated`. */
export const registerPanelist = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  draft: PanelistDraft,
): Promise<Panelist> => {
  const { table } = house;
  const id = house.newId();
  return perform(house, deed, {
    may: writing(house, summit, slug),
    read: () =>
      together([
        getWholeSession(table, summit, slug),
        organizationsOf(house, draft),
        personOf(house, draft),
        allTracks(table, summit),
      ]),
    decide: async ([{ session, linked }, organizations, found, tracks]) => {
      const person = placeable(found);
      keptApart(session, [{ ...person, pointer: '/person' }, ...pointedAt(organizationsIn(draft), organizations)]);
      mayInvolve([...linked, ...draft.organizations.map(({ organization }) => organization)]);
      const printed = { ...draft, organizations: printedAs(draft.organizations, organizations) };
      const panelist = seatPanelist({ summit, session: slug }, id, person, printed);
      return {
        writes: [
          insert(table, panelistIn(session), panelist, deed.request, taken),
          ...(await besidePanelist(house, deed, session, { after: panelist }, () => ruleOf(session, tracks))),
          ...seatWrites(table, { person }, panelist, draft.consent, deed),
          ...(await panelBooking(house, deed, session, [{ after: panelist }])).writes,
        ],
        answer: panelist,
        at: panelistKind.key(panelist),
      };
    },
    again: reading(house, panelistKind),
  });
};

/** What is written of a changed place, but for the time that it takes and the nominations that may end with it. */
export const placeWrites = async (
  house: House,
  deed: Deed,
  session: Session,
  before: Panelist,
  after: Panelist,
): Promise<Write[]> => [
  replace(house.table, panelistIn(session), after, deed.request, before),
  ...(await hidingWrites(house, deed, [{ before, after }])),
  ...(await besidePanelist(house, deed, session, { before, after }, () => ruleNow(house, session))),
];

/** Whether somebody leaves a panel: then their nominations end. */
export const isLeaving = ({ before, after }: { before: Panelist; after: Panelist }): boolean =>
  isSeated(before.state) && !isSeated(after.state);

/** The panelist in the next version, with everything that follows from the change. */
export const changedTo = async (
  house: House,
  deed: Deed,
  session: Session,
  before: Panelist,
  after: Panelist,
): Promise<Plan<Panelist>> => ({
  writes: [
    ...(await placeWrites(house, deed, session, before, after)),
    ...(await released(house, deed, [{ before, after }].filter(isLeaving))),
    ...(await panelBooking(house, deed, session, [{ before, after }])).writes,
  ],
  answer: next(after),
  at: panelistKind.key(after),
});

/**
 * Changes what is printed and said of a place; whose it is stays. Errors: `not-found`, `stale`, `precondition-required`, `invalid`, `chair-taken`,
 * `panel-full`.
 */
export const changePanelist = async (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  panelist: string,
  patched: (panelist: Panelist) => PanelistChange,
): Promise<Panelist> => {
  const { table } = house;
  let hides = false;
  const answer = await perform(house, deed, {
    may: writing(house, summit, slug, panelist),
    read: () => Promise.all([getPanelist(table, summit, slug, panelist), getWholeSession(table, summit, slug)]),
    decide: async ([found, { session, linked }]) => {
      madeFrom(deed, found);
      const draft = patched(found);
      const [organizations] = await together([organizationsOf(house, draft), staysCredited(house, found, draft)]);
      mayInvolve([...linked, ...draft.organizations.map(({ organization }) => organization)]);
      keptApart(session, pointedAt(organizationsIn(draft), organizations));
      const printed = { ...draft, organizations: printedAs(draft.organizations, organizations) };
      const after = revisePanelist(found, printed);
      hides = isHidden({ before: found, after });
      return changedTo(house, deed, session, found, after);
    },
  });
  if (hides) {
    // Loaded by whoever hides a name: few changes do.
    const { settlePerson } = await import('./settle.ts');
    await settlePerson(house, answer.person, deed);
  }
  return answer;
};

/** Passes a panelist to the next state; who declines, withdraws or is replaced leaves the place free. */
export const passPanelist = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  panelist: string,
  to: { to: StateOf<'panelist'>; reason?: string | undefined },
): Promise<Panelist> => {
  const { table } = house;
  return perform(house, deed, {
    may: writing(house, summit, slug, panelist),
    read: () => Promise.all([getPanelist(table, summit, slug, panelist), getSession(table, summit, slug)]),
    decide: ([found, session]) =>
      changedTo(house, deed, session, found, passed('panelist', found, to.to, passageOf(deed, to.reason))),
    again: reading(house, panelistKind),
  });
};
