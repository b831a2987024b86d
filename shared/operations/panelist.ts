import { invalid } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import {
  isChair,
  isSeated,
  panelRule,
  type Panelist,
  type PanelistDraft,
  revisePanelist,
  seatPanelist,
} from '../domain/panelist.ts';
import type { Session } from '../domain/session.ts';
import { unchanged, insert, replace } from '../table/item.ts';
import { linkPanelist } from '../table/link.ts';
import { getOrganizations } from '../table/organization.ts';
import { getPanelist, panelistIn, panelistKind } from '../table/panelist.ts';
import { findPerson } from '../table/person.ts';
import { getSession, sessionKind } from '../table/session.ts';
import { changeChair, leavePlace, takePlace } from '../table/tally.ts';
import { findTrack } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import { passed } from '../domain/lifecycle.ts';
import { DomainError } from '../domain/error.ts';
import { pointed, printedAs, referred, together } from './naming.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, reading } from './perform.ts';

const who = ({ person, role }: Panelist): { person: string; chairs: 0 | 1 } => ({
  person,
  chairs: isChair(role) ? 1 : 0,
});

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

const organizationsOf = ({ table }: House, draft: PanelistDraft) =>
  getOrganizations(table, [
    ...pointed('organizations', draft.organizations),
    ...(draft.nominatedBy ? [{ slug: draft.nominatedBy, pointer: '/nominatedBy' }] : []),
  ]);

const ruleOf = async ({ table }: House, session: Session) =>
  panelRule(session.track ? await findTrack(table, session.summit, session.track) : undefined);

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
    read: () =>
      together([
        getSession(table, summit, slug),
        organizationsOf(house, draft),
        referred(draft.person, (person) => findPerson(table, person), '/person', 'person'),
      ]),
    decide: async ([session, organizations, person]) => {
      if (!person) throw invalid([{ pointer: '/person', detail: 'Name the person.' }]);
      const named = { ...draft, organizations: printedAs(draft.organizations, organizations) };
      const panelist = seatPanelist({ summit, session: slug }, id, person, named);
      const writes = [
        insert(table, panelistIn(session), panelist, deed.request, taken),
        ...(isSeated(panelist.state)
          ? [takePlace(table, session, who(panelist), await ruleOf(house, session), deed.request)]
          : []),
        ...linkPanelist(table, session, panelist.slug, { before: [], after: panelist.organizations }, deed.request),
        unchanged(table, sessionKind, session),
      ];
      return { writes, answer: panelist };
    },
  });
};

// A change between a role of which there is one and another is a change of the panel.
const roleChange = async (
  house: House,
  deed: Deed,
  session: Session,
  before: Panelist,
  after: Panelist,
): Promise<Write[]> => {
  const by = Number(isChair(after.role)) - Number(isChair(before.role));
  return by === 0 || !isSeated(before.state)
    ? []
    : [changeChair(house.table, session, by as 1 | -1, await ruleOf(house, session), deed.request)];
};

export const changePanelist = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  panelist: string,
  patched: (panelist: Panelist) => PanelistDraft,
): Promise<Panelist> => {
  const { table } = house;
  return perform(house, deed, {
    read: () => Promise.all([getPanelist(table, summit, slug, panelist), getSession(table, summit, slug)]),
    decide: async ([found, session]) => {
      madeFrom(deed, found);
      const draft = patched(found);
      const changed = revisePanelist(found, {
        ...draft,
        organizations: printedAs(draft.organizations, await organizationsOf(house, draft)),
      });
      const writes = [
        replace(table, panelistIn(session), changed, deed.request),
        ...(await roleChange(house, deed, session, found, changed)),
        ...linkPanelist(
          table,
          session,
          panelist,
          { before: found.organizations, after: changed.organizations },
          deed.request,
        ),
        unchanged(table, sessionKind, session),
      ];
      return { writes, answer: next(changed), at: panelistKind.key(changed) };
    },
    again: reading(house, panelistKind),
  });
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
    read: () => Promise.all([getPanelist(table, summit, slug, panelist), getSession(table, summit, slug)]),
    decide: ([found, session]) => {
      const changed = passed('panelist', found, to.to, passageOf(deed, to.reason));
      const leaves = isSeated(found.state) && !isSeated(changed.state);
      const writes = [
        replace(table, panelistIn(session), changed, deed.request),
        ...(leaves ? [leavePlace(table, session, who(found), deed.request)] : []),
        ...(leaves
          ? linkPanelist(table, session, panelist, { before: found.organizations, after: [] }, deed.request)
          : []),
        unchanged(table, sessionKind, session),
      ];
      return { writes, answer: next(changed) };
    },
  });
};
