import { DomainError } from '../domain/error.ts';
import { type Doing, passed, type StateOf } from '../domain/lifecycle.ts';
import {
  chairTaken,
  isChair,
  isSeated,
  type Panelist,
  panelFull,
  type PanelRule,
  personSeated,
  seatedIn,
  stoodFor,
} from '../domain/panelist.ts';
import { mayInvolve } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import { insert, replace, unchanged } from '../table/item.ts';
import { linkPanel } from '../table/link.ts';
import { panelistIn } from '../table/panelist.ts';
import { sessionKind, type WholeSession } from '../table/session.ts';
import { movePlaces, noteChange } from '../table/tally.ts';
import { Raced, type Write } from '../table/transact.ts';
import { hidingWrites } from './hiding.ts';
import { bookingWrites, type SessionChange } from './booking.ts';
import { besidePanelist, ruleOf, type Timing } from './panelist.ts';
import { type Deed, type House, passageOf } from './perform.ts';

/** A place on a panel that is given, changed or left. */
export interface PlaceChange {
  before?: Panelist;
  after: Panelist;
}

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

/** The place as it is when a network takes its nomination back: it stays while somebody else wants it taken. */
export const leftBy = (
  panelist: Panelist,
  network: string,
  to: StateOf<'panelist'> & ('withdrawn' | 'replaced'),
  passage: Doing,
): PlaceChange => {
  const nominatedBy = panelist.nominatedBy.filter((one) => one !== network);
  // Whom an organizer seated stays, whoever nominated them besides.
  const stays = nominatedBy.length > 0 || panelist.desk === undefined;
  return {
    before: panelist,
    after: stays ? { ...panelist, nominatedBy } : passed('panelist', panelist, to, passage),
  };
};

const record = ({ table }: House, deed: Deed, { session }: WholeSession, { before, after }: PlaceChange): Write =>
  before
    ? replace(table, panelistIn(session), after, deed.request, before)
    : insert(table, panelistIn(session), after, deed.request, taken);

const keepsRule = (rule: PanelRule, before: readonly Panelist[], after: readonly Panelist[]): void => {
  if (new Set(after.map(({ person }) => person)).size < after.length) throw personSeated();
  if (after.length > before.length && after.length > rule.size) throw panelFull(rule, before.length);
  const chairs = (panel: readonly Panelist[]): number => panel.filter(({ role }) => isChair(role)).length;
  if (rule.chairs !== undefined && chairs(after) > Math.max(rule.chairs, chairs(before))) throw chairTaken();
};

// The panel as it will be is known as a whole: tally and links say what it comes to.
const together = (house: House, deed: Deed, whole: WholeSession, rule: PanelRule, changes: readonly PlaceChange[]) => {
  const { table } = house;
  const { session, panel, tally } = whole;
  const changed = new Map(changes.map(({ after }) => [after.slug, after]));
  const isNew = ({ before }: PlaceChange): boolean => before === undefined;
  const then = seatedIn([
    ...panel.map((one) => changed.get(one.slug) ?? one),
    ...changes.filter(isNew).map(({ after }) => after),
  ]);
  keepsRule(rule, seatedIn(panel), then);
  const places = {
    panel: then.length,
    chairs: then.filter(({ role }) => isChair(role)).length,
    people: then.map(({ person }) => person),
  };
  const touched = new Set(
    changes.flatMap(({ before, after }) =>
      [...(before?.organizations ?? []), ...after.organizations].map(({ organization }) => organization),
    ),
  );
  const sitting = (organization: string): string[] =>
    then.flatMap(({ slug, organizations }) =>
      organizations.some((one) => one.organization === organization) ? [slug] : [],
    );
  return [
    unchanged(table, sessionKind, session),
    movePlaces(table, session, tally, places, deed.request),
    ...[...touched].map((one) => linkPanel(table, session, one, sitting(one), deed.request)),
  ];
};

// Who has been seated since the panel was read has one place: it is read again, and credited.
const readAgain = (write: Write): Write => ({
  ...write,
  refuse: (old) => {
    const refusal = write.refuse(old);
    return refusal instanceof DomainError && refusal.code === 'person-seated' ? new Raced() : refusal;
  },
});

/** A panel with what changes on it. */
export interface PanelChange {
  whole: WholeSession;
  tracks: readonly Track[];
  changes: readonly PlaceChange[];
}

const bookingOf = ({ whole: { session }, changes }: PanelChange): SessionChange => ({
  was: { session, panel: changes.flatMap(({ before }) => before ?? []) },
  is: { session, panel: changes.map(({ after }) => after) },
});

const onePanel = async (house: House, deed: Deed, { whole, tracks, changes }: PanelChange): Promise<Write[]> => {
  const [only, ...more] = changes;
  if (!only)
    return [unchanged(house.table, sessionKind, whole.session), noteChange(house.table, whole.session, deed.request)];
  mayInvolve([
    ...whole.linked,
    ...changes.flatMap(({ after }) =>
      isSeated(after.state) ? after.organizations.map(({ organization }) => organization) : [],
    ),
  ]);
  const rule = ruleOf(whole.session, tracks);
  // Whose place it is changes only in a merge, and the tally knows people by their ids.
  const isMoved = only.before !== undefined && only.before.person !== only.after.person;
  const beside =
    more.length > 0 || isMoved
      ? together(house, deed, whole, rule, changes)
      : await besidePanelist(house, deed, whole.session, only, () => rule);
  return [
    ...changes.map((one) => record(house, deed, whole, one)),
    ...(await hidingWrites(house, deed, changes)),
    ...beside.map(readAgain),
  ];
};

/**
 * Several changes of panels, with all that follows from them, in one transaction. One change alone meets only who touches the same place; several of
 * one panel are written from a reading of the whole of it. The ledgers are written once, for all. An override stays on record with the places that it
 * let stand. Errors: `panel-full`, `chair-taken`, `person-seated`, `person-taken`, `too-many-at-once`.
 */
export const panelWrites = async (
  house: House,
  deed: Deed,
  panels: readonly PanelChange[],
  { also = [], ...standing }: Timing = {},
): Promise<Write[]> => {
  const booking = await bookingWrites(house, deed, [...panels.map(bookingOf), ...also], standing);
  const stands = (after: Panelist): Panelist => stoodFor(after, booking.conflicts, standing.override, passageOf(deed));
  const writes = await Promise.all(
    panels.map(({ changes, ...panel }) =>
      onePanel(house, deed, { ...panel, changes: changes.map((one) => ({ ...one, after: stands(one.after) })) }),
    ),
  );
  return [...writes.flat(), ...booking.writes];
};
