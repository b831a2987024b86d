import { isNamed, type Seat } from '../domain/consent.ts';
import { isAssigned } from '../domain/crew.ts';
import { passed } from '../domain/lifecycle.ts';
import { isLive, type Nomination } from '../domain/nomination.ts';
import { isSeated, type Panelist } from '../domain/panelist.ts';
import type { Contact, Person } from '../domain/person.ts';
import type { Table } from '../table/client.ts';
import { consentKind, findConsent } from '../table/consent.ts';
import { crewKind, type Duty, dropDuty, keepDuty } from '../table/crew.ts';
import { contactWrites } from '../table/contact.ts';
import { putIdentity } from '../table/identity.ts';
import { findInvitation, invitationKind } from '../table/invitation.ts';
import { insert, remove, replace, unchanged } from '../table/item.ts';
import { identityKey } from '../table/key.ts';
import { creditsFor, findNominations, giveCredit, nominationKind, takeCredit } from '../table/nomination.ts';
import { findContact, personKind } from '../table/person.ts';
import { dropSeat, keepSeat } from '../table/seat.ts';
import { getWholeSession } from '../table/session.ts';
import { allTracks } from '../table/track.ts';
import { Raced, type Write } from '../table/transact.ts';
import { quotaWrites, type Use, useOf } from './credit.ts';
import { crewBeside } from './crew.ts';
import { panelWrites, type PlaceChange } from './panel.ts';
import { type Deed, type House, passageOf } from './perform.ts';

/** Who turned out to be somebody else, and who that is. */
export interface Pair {
  from: string;
  to: Person;
}

const same = 'The same person.';

// Two records of one person may be in two places at once, and then that person is: a refusal would only hide it. It goes over marked, and
// stays on record at the place.
const letBe = { override: { reason: same } };

/** The two places of one person on a panel, where there were two: the confirmed one stays. */
const onePlace = (deed: Deed, { to }: Pair, moving: Panelist, own: Panelist | undefined): PlaceChange[] => {
  const moved = { ...moving, person: to.id };
  if (!own || !isSeated(moving.state)) return [{ before: moving, after: moved }];
  const passage = passageOf(deed, same);
  const isBetter = moving.state === 'confirmed' && own.state !== 'confirmed';
  const [stays, goes] = isBetter ? [moved, own] : [own, moved];
  // Whom an organizer seated in either place stays, whoever nominated them besides.
  const desk = own.desk === undefined || moving.desk === undefined ? undefined : stays.desk;
  const kept = { ...stays, desk, nominatedBy: [...new Set([...stays.nominatedBy, ...goes.nominatedBy])].slice(0, 10) };
  const left = passed('panelist', goes, 'replaced', passage);
  return [
    { before: moving, after: isBetter ? kept : left },
    { before: own, after: isBetter ? left : kept },
  ];
};

/** The nominations of one session go over; where a network had nominated both, it has nominated one person once. */
const nominationWrites = async (
  table: Table,
  deed: Deed,
  { from, to }: Pair,
  at: Pick<Nomination, 'summit' | 'session'>,
  placeOf: (panelist: string | undefined) => string | undefined,
): Promise<Write[]> => {
  const [mine, theirs] = await Promise.all([
    creditsFor(table, { ...at, person: from }),
    creditsFor(table, { ...at, person: to.id }),
  ]);
  const credits = [...mine, ...theirs].map(({ desk, nomination }) => ({ summit: at.summit, desk, slug: nomination }));
  const nominations = await findNominations(table, credits);
  const uses: Use[] = [];
  const writes = nominations.flatMap((before) => {
    const panelist = placeOf(before.panelist);
    if (before.person !== from)
      return panelist === before.panelist
        ? []
        : [replace(table, nominationKind, { ...before, panelist }, deed.request, before)];
    const isTwice = theirs.some(({ organization }) => organization === before.organization);
    const over = isTwice ? passed('nomination', before, 'replaced', passageOf(deed, same)) : before;
    const after = { ...over, person: to.id, panelist };
    uses.push(useOf(before, -1), ...(isTwice ? [] : [useOf(after, 1)]));
    return [
      replace(table, nominationKind, after, deed.request, before),
      takeCredit(table, before),
      ...(isTwice ? [] : [giveCredit(table, after, deed.request)]),
    ];
  });
  return [...writes, ...(await quotaWrites(table, uses, deed.request))];
};

// What was said about being named at a place, and what was asked of who has it, goes with it.
const besides = async (table: Table, deed: Deed, { from, to }: Pair, seat: Seat) => {
  const [consent, invitation] = await Promise.all([
    findConsent(table, from, seat.panelist),
    findInvitation(table, seat.summit, seat.session, seat.panelist),
  ]);
  const raced = () => new Raced();
  return {
    consent,
    writes: [
      keepSeat(table, to.id, seat, deed.request),
      dropSeat(table, from, seat),
      ...(consent
        ? [
            insert(table, consentKind, { ...consent, person: to.id, version: 1 }, deed.request, raced),
            remove(table, consentKind, consent),
          ]
        : []),
      ...(invitation?.person === from
        ? [replace(table, invitationKind, { ...invitation, person: to.id }, deed.request, invitation)]
        : []),
    ],
  };
};

/** A place of somebody who turned out to be another. */
export const movedSeat = async (house: House, deed: Deed, pair: Pair, seat: Seat): Promise<Write[]> => {
  const { table } = house;
  const [whole, tracks, { consent, writes }] = await Promise.all([
    getWholeSession(table, seat.summit, seat.session),
    allTracks(table, seat.summit),
    besides(table, deed, pair, seat),
  ]);
  const found = whole.panel.find(({ slug }) => slug === seat.panelist);
  if (found?.person !== pair.from) return [dropSeat(table, pair.from, seat)];
  const own = whole.panel.find(({ person, state }) => person === pair.to.id && isSeated(state));
  const places = onePlace(deed, pair, found, own).map(({ before, after }) =>
    after.slug === found.slug
      ? { before: found, after: { ...after, named: isNamed(after, { consent, withheld: pair.to.withheld }) } }
      : { ...(before ? { before } : {}), after },
  );
  const stays = places.find(({ after }) => isSeated(after.state))?.after.slug;
  const placeOf = (panelist: string | undefined): string | undefined =>
    places.some(({ after }) => after.slug === panelist && !isSeated(after.state)) ? (stays ?? panelist) : panelist;
  return [
    unchanged(table, personKind, pair.to),
    ...writes,
    ...(await panelWrites(house, deed, [{ whole, tracks, changes: places }], letBe)),
    ...(await nominationWrites(table, deed, pair, { summit: seat.summit, session: seat.session }, placeOf)),
  ];
};

/** A place in a crew; where both had the same, one is released. */
export const movedDuty = async (house: House, deed: Deed, pair: Pair, duty: Duty): Promise<Write[]> => {
  const { table } = house;
  const { from, to } = pair;
  const whole = await getWholeSession(table, duty.summit, duty.session);
  const found = whole.crew.find(({ slug }) => slug === duty.crew);
  if (found?.person !== from) return [dropDuty(table, from, duty)];
  const isTwice = whole.crew.some((one) => one.person === to.id && one.as === found.as && isAssigned(one));
  const own = isTwice && isAssigned(found) ? passed('crew', found, 'released', passageOf(deed, same)) : found;
  const after = { ...own, person: to.id };
  return [
    unchanged(table, personKind, to),
    replace(table, crewKind, after, deed.request, found),
    keepDuty(table, after, deed.request),
    dropDuty(table, from, duty),
    ...(await crewBeside(house, deed, whole, after, letBe)),
  ];
};

/** A nomination that came to no place: it waits for approval, names no session, or has ended. */
export const movedNomination = async (
  { table }: House,
  deed: Deed,
  pair: Pair,
  nomination: Nomination,
): Promise<Write[]> => {
  if (nomination.person !== pair.from) return [];
  const { summit, session } = nomination;
  return [
    unchanged(table, personKind, pair.to),
    ...(isLive(nomination)
      ? await nominationWrites(table, deed, pair, { summit, session }, (panelist) => panelist)
      : [replace(table, nominationKind, { ...nomination, person: pair.to.id }, deed.request, nomination)]),
  ];
};

/** Under which address and name somebody is known. */
export const movedIdentity = async ({ table }: House, deed: Deed, pair: Pair, digest: string): Promise<Write[]> => {
  const item = await table.get(identityKey(digest));
  return item?.person === pair.from
    ? [
        unchanged(table, personKind, pair.to),
        putIdentity(table, digest, { was: pair.from, is: pair.to.id }, deed.request),
      ]
    : [];
};

const both = (own: Contact | undefined, other: Contact, person: string): Contact => {
  if (!own) return { ...other, person, version: 0 };
  const all = <T>(of: readonly T[], more: readonly T[], most: number): T[] =>
    [...new Set([...of, ...more])].slice(0, most);
  const marks = [...(own.undeliverable ?? []), ...(other.undeliverable ?? [])];
  return {
    ...own,
    emails: all(own.emails, other.emails, 10),
    phones: all(own.phones, other.phones, 10),
    summits: all(own.summits, other.summits, 20),
    ...(marks.length > 0 ? { undeliverable: marks } : {}),
  };
};

/** Where somebody can be reached: the addresses of both, those of the one who is kept first. */
export const movedContact = async ({ table }: House, deed: Deed, { from, to }: Pair): Promise<Write[]> => {
  const [own, other] = await Promise.all([findContact(table, to.id), findContact(table, from)]);
  if (!other) return [];
  return [
    unchanged(table, personKind, to),
    ...contactWrites(table, { before: own, after: both(own, other, to.id) }, deed.request),
    ...contactWrites(table, { before: other, after: undefined }, deed.request),
  ];
};
