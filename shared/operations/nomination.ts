import { type Desk, takesNominations } from '../domain/desk.ts';
import { DomainError } from '../domain/error.ts';
import { passed } from '../domain/lifecycle.ts';
import { nominate, type Nomination, type NominationDraft, type Told, toldWith } from '../domain/nomination.ts';
import { isSeated, type Panelist } from '../domain/panelist.ts';
import { type DeskInUse, deskKind, getDesk, getDeskInUse } from '../table/desk.ts';
import { insert, replace, unchanged } from '../table/item.ts';
import { type Credit, findCredit, getNomination, giveCredit, nominationKind } from '../table/nomination.ts';
import type { Key } from '../table/key.ts';
import { getOrganizations } from '../table/organization.ts';
import { findPanelists } from '../table/panelist.ts';
import { getWholeSession } from '../table/session.ts';
import { allTracks } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import { candidate, type Hall, hallOf, personWrites, placeFor } from './candidate.ts';
import { endWrites, quotaWrites, useOf } from './credit.ts';
import { registerOf } from './identity.ts';
import { named } from './naming.ts';
import { leftBy, type PanelChange, panelWrites, type PlaceChange } from './panel.ts';
import { type Deed, type House, next, passageOf, perform, type Plan, reading } from './perform.ts';
import type { Permission } from './permission.ts';

type Found = { inUse: DeskInUse; nomination?: Nomination };

const permission = (
  { table }: House,
  deed: 'nomination:write' | 'nomination:decide',
  summit: string,
  desk: string,
  nomination?: string,
): Permission<Found> => ({
  deed,
  of: (found) => ({ summit, session: found?.inUse.desk.session, organization: found?.inUse.desk.organization }),
  knows: () => [
    ['desk', getDesk(table, summit, desk)],
    ...(nomination === undefined ? [] : [['nomination', getNomination(table, summit, desk, nomination)] as const]),
  ],
});

const found = async ({ table }: House, summit: string, desk: string, slug: string) => {
  const [inUse, nomination] = await Promise.all([
    getDeskInUse(table, summit, desk),
    getNomination(table, summit, desk, slug),
  ]);
  return { inUse, nomination };
};

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

const recorded = ({ summit }: Desk, { desk, nomination }: Credit): DomainError =>
  new DomainError('already-recorded', 'Your network has nominated this person here already.', {
    conflictsWith: `/api/v1/summits/${summit}/desks/${desk}/nominations/${nomination}`,
  });

interface Ending {
  before: Nomination;
  after: Nomination;
  /** The place that goes, or loses one who wanted it. */
  place?: PlaceChange;
  /** The same as it stands from now on, or as it was left before. */
  left?: Panelist | undefined;
  hall?: Hall;
}

const ended = async (
  { table }: House,
  deed: Deed,
  before: Nomination,
  to: 'withdrawn' | 'replaced' | 'refused',
  reason?: string,
): Promise<Ending> => {
  const passage = passageOf(deed, reason);
  const after = passed('nomination', before, to, passage);
  if (before.session === undefined || before.panelist === undefined || to === 'refused') return { before, after };
  const [whole, tracks] = await Promise.all([
    getWholeSession(table, before.summit, before.session),
    allTracks(table, before.summit),
  ]);
  const place = whole.panel.find(({ slug }) => slug === before.panelist);
  if (!place || !isSeated(place.state)) return { before, after, left: place };
  const change = leftBy(place, before.organization, to, passage);
  return { before, after, hall: { whole, tracks }, place: change, left: change.after };
};

// One panel is written once, however many of its places change, and so is each ledger.
const placeWrites = (
  house: House,
  deed: Deed,
  changes: readonly { hall: Hall | undefined; place: PlaceChange | undefined }[],
): Promise<Write[]> => {
  const panels = new Map<string, PanelChange>();
  for (const { hall, place } of changes) {
    if (!hall) continue;
    const { slug } = hall.whole.session;
    const at = panels.get(slug) ?? { ...hall, changes: [] };
    panels.set(slug, { ...at, changes: place ? [...at.changes, place] : at.changes });
  }
  return panelWrites(house, deed, [...panels.values()]);
};

const begun = async (
  house: House,
  deed: Deed,
  inUse: DeskInUse,
  draft: NominationDraft,
  replaced?: Nomination,
): Promise<Plan<Told>> => {
  const { table } = house;
  const { desk } = inUse;
  takesNominations(desk, deed.at);
  const ending = replaced && (await ended(house, deed, replaced, 'replaced'));
  const { person, isNew, writes, stands, hall } = await candidate(house, deed, desk, draft);
  const plain = nominate(desk, house.newId(), draft, { person: person.id, replaces: replaced?.slug });
  const credit = await findCredit(table, plain);
  if (credit) throw recorded(desk, credit);
  const place = hall && !desk.approval ? placeFor(house, hall.whole, plain, person, stands) : undefined;
  const nomination = { ...plain, panelist: place?.after.slug };
  const uses = [useOf(nomination, 1), ...(ending ? [useOf(ending.before, -1)] : [])];
  return {
    writes: [
      insert(table, nominationKind, nomination, deed.request, taken),
      giveCredit(table, nomination, deed.request),
      unchanged(table, deskKind, desk),
      ...writes,
      ...personWrites(house, deed, { person, isNew }, place),
      ...(ending ? endWrites(table, ending.before, ending.after, deed.request) : []),
      ...(await quotaWrites(table, uses, deed.request, inUse)),
      ...(await placeWrites(house, deed, [
        { hall: ending?.hall, place: ending?.place },
        { hall, place },
      ])),
    ],
    answer: toldWith(nomination, place?.after),
    at: nominationKind.key(nomination),
    concerns: [person.id],
  };
};

// For a receipt: the nomination, and the place as it is now.
const retold =
  (house: House) =>
  async (at: Key): Promise<Told> => {
    const nomination = await reading(house, nominationKind)(at);
    const { summit, session, panelist } = nomination;
    const named = session && panelist ? [{ summit, session, panelist }] : [];
    const [place] = await findPanelists(house.table, named);
    return toldWith(nomination, place);
  };

/**
 * Nominates somebody at a desk. Without approval they have their place at once. Errors: `invalid`, `not-found`, `desk-closed`, `quota-used`,
 * `already-recorded`, `panel-full`, `chair-taken`, `too-many-at-once`.
 */
export const createNomination = (
  house: House,
  deed: Deed,
  summit: string,
  desk: string,
  draft: NominationDraft,
): Promise<Told> =>
  perform<Found, Told>(house, deed, {
    may: permission(house, 'nomination:write', summit, desk),
    read: async () => ({ inUse: await getDeskInUse(house.table, summit, desk) }),
    decide: ({ inUse }) => begun(house, deed, inUse, draft),
    again: retold(house),
  });

/** Withdraws one nomination and makes another, in one deed. Errors: those of both. */
export const replaceNomination = (
  house: House,
  deed: Deed,
  summit: string,
  desk: string,
  nomination: string,
  draft: NominationDraft,
): Promise<Told> =>
  perform(house, deed, {
    may: permission(house, 'nomination:write', summit, desk, nomination),
    read: () => found(house, summit, desk, nomination),
    decide: (at) => begun(house, deed, at.inUse, draft, at.nomination),
    again: retold(house),
  });

const endPlan = async (
  house: House,
  deed: Deed,
  nomination: Nomination,
  to: 'withdrawn' | 'refused',
  reason: string | undefined,
): Promise<Plan<Told>> => {
  const { table } = house;
  const { before, after, hall, place, left } = await ended(house, deed, nomination, to, reason);
  return {
    writes: [
      ...endWrites(table, before, after, deed.request),
      ...(await quotaWrites(table, [useOf(before, -1)], deed.request)),
      ...(await placeWrites(house, deed, [{ hall, place }])),
    ],
    answer: toldWith(next(after), left),
    at: nominationKind.key(after),
    concerns: [before.person],
  };
};

/** Withdraws a nomination; the place goes with it, unless another network nominated the same person. Errors: `not-found`, `wrong-state`. */
export const withdrawNomination = (
  house: House,
  deed: Deed,
  summit: string,
  desk: string,
  nomination: string,
  { reason }: { reason?: string | undefined },
): Promise<Told> =>
  perform(house, deed, {
    may: permission(house, 'nomination:write', summit, desk, nomination),
    read: () => found(house, summit, desk, nomination),
    decide: (at) => endPlan(house, deed, at.nomination, 'withdrawn', reason),
    again: retold(house),
  });

const accepted = async (
  house: House,
  deed: Deed,
  { desk }: DeskInUse,
  before: Nomination,
  reason: string | undefined,
): Promise<Plan<Told>> => {
  const { table } = house;
  const passes = passed('nomination', before, 'accepted', passageOf(deed, reason));
  const [stands, hall, register] = await Promise.all([
    getOrganizations(table, [{ slug: before.for, pointer: '/for' }]),
    hallOf(house, deed.caller, desk, before.session),
    registerOf(table, [before.person]),
  ]);
  const person = register(before.person);
  if (!person || person.state === 'erased')
    throw new DomainError('in-use', 'The records of this person are gone. Refuse the nomination instead.');
  if (person.id !== before.person)
    throw new DomainError('in-use', 'This person is being merged with another one. Decide once that is done.');
  const place = hall && placeFor(house, hall.whole, before, person, named(stands, before.for));
  const after = { ...passes, panelist: place?.after.slug };
  return {
    writes: [
      replace(table, nominationKind, after, deed.request, before),
      ...personWrites(house, deed, { person, isNew: false }, place),
      ...(await placeWrites(house, deed, [{ hall, place }])),
    ],
    answer: toldWith(next(after), place?.after),
    at: nominationKind.key(after),
    concerns: [person.id],
  };
};

/** Decides on a nomination that waits for it. Errors: `not-found`, `wrong-state`, `panel-full`, `chair-taken`, `too-many-at-once`. */
export const decideNomination = (
  house: House,
  deed: Deed,
  summit: string,
  desk: string,
  nomination: string,
  { to, reason }: { to: 'accepted' | 'refused'; reason?: string | undefined },
): Promise<Told> =>
  perform(house, deed, {
    may: permission(house, 'nomination:decide', summit, desk, nomination),
    read: () => found(house, summit, desk, nomination),
    decide: (at) =>
      to === 'accepted'
        ? accepted(house, deed, at.inUse, at.nomination, reason)
        : endPlan(house, deed, at.nomination, 'refused', reason),
    again: retold(house),
  });
