import { theClock } from '../domain/access.ts';
import { type Consent, isNamedAt, type Seat, seatOf } from '../domain/consent.ts';
import {
  bareConfirmation,
  bareConsent,
  erasedCrew,
  erasedInvitation,
  erasedNomination,
  erasedPanelist,
  erasedRole,
  erasedSigning,
  isSecretariats,
} from '../domain/erasure.ts';
import { canonical } from '../domain/ordered.ts';
import type { Panelist } from '../domain/panelist.ts';
import { ended, mayEnd, type Settling } from '../domain/settling.ts';
import { whoHas } from '../domain/trail.ts';
import { toInstant } from '../domain/when.ts';
import { addressDigest } from '../table/address.ts';
import type { Item } from '../table/client.ts';
import { consentKind, consentsIn, privateItems } from '../table/consent.ts';
import { crewKind, dutiesIn, type Duty } from '../table/crew.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { heldOn, keyBehind } from '../table/held.ts';
import { findInvitation, invitationKind } from '../table/invitation.ts';
import { findRecord, type Kind, recordsOf, replace, unchanged } from '../table/item.ts';
import { collections, crewKey, type Key, unreachableKey } from '../table/key.ts';
import { eraseBodies } from '../table/log-body.ts';
import { nominationKind } from '../table/nomination.ts';
import { mailKind } from '../table/outbox.ts';
import { panelistIn } from '../table/panelist.ts';
import { forgetAnswers } from '../table/receipt.ts';
import { roleEndings, roleKind } from '../table/role.ts';
import { findPlaces, mergedIn, type Place, seatsIn } from '../table/seat.ts';
import { sessionKind } from '../table/session.ts';
import { signingKind } from '../table/signing.ts';
import { saveSettling, settledIn, settlingIn, settlingKind } from '../table/settling.ts';
import type { Write } from '../table/transact.ts';
import { type Done, seeTo } from './due.ts';
import { beginErasure } from './erasing.ts';
import { type Deed, type House, passageOf, perform } from './perform.ts';
import { hideInReleases } from './release-names.ts';
import { witnessed } from './trail.ts';

interface Work {
  house: House;
  settling: Settling;
  at: Date;
  /** Each step is a deed of the house itself, under an id of its own. */
  next: () => string;
}

// What it changes of a record is not kept on the trail where it erases: the deed says so by its name.
const deedOf = ({ settling }: Work) => (settling.erasing ? 'data:erase' : 'consent:write');

const isSame = (one: object, other: object): boolean => canonical(one) === canonical(other);

/** Reads, and writes what has to be different, if anything: a deed of the house itself. */
const renew = async <F>(
  work: Work,
  read: () => Promise<F>,
  writes: (found: F, deed: Deed) => readonly Write[],
): Promise<void> => {
  const { house, at } = work;
  const deed: Deed = { caller: theClock, request: work.next(), at };
  await perform(house, deed, {
    may: { deed: deedOf(work) },
    read,
    decide: (found) => ({ writes: writes(found, deed), answer: undefined }),
  });
};

/** The place as it has to say it, by what its person said and what is to be erased. */
export const settledPlace = (
  panelist: Panelist,
  consents: readonly Consent[],
  { erasing, names }: Pick<Settling, 'erasing' | 'names'>,
): Panelist => {
  if (erasing && names) return erasedPanelist(panelist);
  return { ...(erasing ? bareConfirmation(panelist) : panelist), named: isNamedAt(panelist, consents) };
};

const settlePlace = (work: Work, seat: Seat): Promise<void> => {
  const { table } = work.house;
  const read = async () => ({
    places: await findPlaces(table, [seat]),
    consents: consentsIn(await privateItems(table, work.settling.person)),
  });
  return renew(work, read, ({ places: [place], consents }, { request }) => {
    // It may be another person's by now: they were one, and were merged.
    if (place?.panelist.person !== work.settling.person) return [];
    const after = settledPlace(place.panelist, consents, work.settling);
    if (isSame(after, place.panelist)) return [];
    return [
      replace(table, panelistIn(place.session), after, request, place.panelist),
      unchanged(table, sessionKind, place.session),
    ];
  });
};

const renewRecord = <R extends { version: number }>(
  work: Work,
  kind: Kind<R>,
  find: () => Promise<R | undefined>,
  decide: (record: R, deed: Deed) => R,
): Promise<void> =>
  renew(work, find, (found, deed) => {
    const after = found && decide(found, deed);
    return found && after && !isSame(after, found) ? [replace(work.house.table, kind, after, deed.request, found)] : [];
  });

const eraseConsent = (work: Work, { person, slug }: Consent): Promise<void> =>
  renewRecord(
    work,
    consentKind,
    () => findRecord(work.house.table, consentKind, consentKind.key({ person, slug } as Consent)),
    (consent, deed) => bareConsent(consent, work.settling.names, passageOf(deed)),
  );

const eraseInvitation = (work: Work, { summit, session, panelist }: Seat): Promise<void> =>
  renewRecord(
    work,
    invitationKind,
    () => findInvitation(work.house.table, summit, session, panelist),
    erasedInvitation,
  );

const eraseDuty = (work: Work, { summit, session, crew }: Duty): Promise<void> =>
  renewRecord(work, crewKind, () => findRecord(work.house.table, crewKind, crewKey(summit, session, crew)), erasedCrew);

const eraseNomination = (work: Work, key: Key): Promise<void> =>
  renewRecord(
    work,
    nominationKind,
    () => findRecord(work.house.table, nominationKind, key),
    (nomination) => erasedNomination(nomination, work.settling.names),
  );

// Nobody needs them for anything but what they say: mails that went out, and under what somebody is known.
const dropped = new Set(['receipt-concern', 'outbox', 'identity']);

const keyOf = ({ pk, sk }: Item): Key => ({ pk, sk });

// Whoever could do something by it cannot any more. Who still is of the secretariat has been given that since the erasure began, and keeps it.
const eraseRole = (work: Work, key: Key): Promise<void> =>
  renew(
    work,
    () => findRecord(work.house.table, roleKind, key),
    (found, deed) =>
      found?.email === undefined || isSecretariats(found)
        ? []
        : [
            replace(work.house.table, roleKind, erasedRole(found, passageOf(deed)), deed.request, found),
            ...(found.state === 'ended' ? [] : roleEndings(work.house.table, found)),
          ],
  );

// What they were sent opens nothing any more.
const eraseSigning = (work: Work, key: Key): Promise<void> =>
  renewRecord(
    work,
    signingKind,
    () => findRecord(work.house.table, signingKind, key),
    (signing, deed) => erasedSigning(signing, passageOf(deed)),
  );

// What lies elsewhere of a person, or of whoever has an address; a nomination and a role stay, without what says who it was.
const eraseHeld = async (work: Work, whom: string): Promise<void> => {
  const { table } = work.house;
  const { request } = work.settling;
  const held = await heldOn(table, whom);
  const gone = held.filter(({ type }) => dropped.has(String(type))).map(keyOf);
  const receipts = held.filter(({ type }) => type === 'receipt' || type === 'receipt-concern');
  await forgetAnswers(table, receipts.map(keyBehind));
  await table.batchWrite([], gone);
  for (const item of held.filter(({ type }) => type === nominationKind.type)) await eraseNomination(work, keyOf(item));
  for (const item of held.filter(({ type }) => type === roleKind.type)) await eraseRole(work, keyOf(item));
  for (const item of held.filter(({ type }) => type === signingKind.type)) await eraseSigning(work, keyOf(item));
  const erased = { at: toInstant(work.at), request };
  await eraseBodies(table, whom, erased, witnessed(work.house, erased));
};

/** As far ahead as a mail may wait for its next try, and as many as are looked through. */
const waiting = { ms: 86_400_000, most: 1_000 };

// A mail stands among what is due until it is done, and would be sent after all.
const mailsTo = async ({ house: { table }, at }: Work, address: string): Promise<Key[]> => {
  const until = new Date(at.getTime() + waiting.ms);
  const due = await whatIsDue(table, until, { type: mailKind.type, most: waiting.most });
  const mails = due.length > 0 ? recordsOf(mailKind, await table.batchGet(due.map(({ key }) => key))) : [];
  return mails
    .filter(({ letter: { to } }) => 'address' in to && addressDigest(to.address) === address)
    .map((mail) => mailKind.key(mail));
};

// What was given and sent to an address that is nobody's else, and that nothing arrives there.
const eraseAddress = async (work: Work, address: string): Promise<void> => {
  const { table } = work.house;
  const others = await table.all({ ...collections.peopleAt(address), limit: 1 });
  if (others.length > 0) return;
  await table.batchWrite([], [unreachableKey(address), ...(await mailsTo(work, address))]);
  await eraseHeld(work, whoHas(address));
};

// Whoever turned out to be them is erased with them, by a head of their own.
const eraseMerged = async (work: Work, other: string): Promise<void> => {
  const { house, at, settling } = work;
  const theirs = settlingIn(await privateItems(house.table, other));
  const isBegun = theirs?.erasing && (theirs.names || !settling.names);
  const deed = { caller: theClock, request: work.next(), at };
  const draft = { names: settling.names, reason: settling.reason ?? '' };
  if (!isBegun) await beginErasure(house, deed, other, draft);
  await settlePerson(house, other, { at, request: work.next() });
};

// What was released says no name that its place does not say.
const hideReleased = async (work: Work, places: readonly Place[], consents: readonly Consent[]): Promise<void> => {
  const { settling } = work;
  const hidden = places
    .map(({ panelist }) => settledPlace(panelist, consents, settling))
    .filter(({ person, named }) => person === settling.person && !named);
  await hideInReleases({ ...work, why: settling.erasing ? 'erasure' : 'consent' }, hidden);
};

// Done by whoever is first; a deed that leaves more to do in between keeps it open.
const end = (work: Work): Promise<void> => {
  const { table } = work.house;
  return renew(
    work,
    async () => settlingIn(await privateItems(table, work.settling.person)),
    (found, { request }) =>
      found?.due !== undefined && found.version === work.settling.version
        ? [saveSettling(table, found, ended(found), request)]
        : [],
  );
};

/**
 * Does what a deed has left to do about a person's names and data: every place is as they said, and what is to be erased is. Again, late or beside
 * another it does the same. What erases is done a second time a minute later, because the index follows the table.
 */
export const settlePerson = async (
  house: House,
  person: string,
  { at, request }: Pick<Deed, 'at' | 'request'>,
): Promise<void> => {
  const items = await privateItems(house.table, person);
  const settling = settlingIn(items);
  if (settling?.due === undefined) return;
  let steps = 0;
  const work = { house, settling, at, next: () => `${request}.${(steps += 1)}` };
  const seats = seatsIn(items);
  const places = await findPlaces(house.table, seats);
  const differ = places.filter(
    ({ panelist }) => !isSame(settledPlace(panelist, consentsIn(items), settling), panelist),
  );
  for (const { panelist } of differ) await settlePlace(work, seatOf(panelist));
  await hideReleased(work, places, consentsIn(items));
  if (settling.erasing) {
    for (const consent of consentsIn(items)) await eraseConsent(work, consent);
    for (const seat of seats) await eraseInvitation(work, seat);
    for (const duty of dutiesIn(items)) await eraseDuty(work, duty);
    await eraseHeld(work, person);
    for (const address of settling.addresses ?? []) await eraseAddress(work, address);
    for (const other of mergedIn(items)) await eraseMerged(work, other);
  }
  if (!settling.erasing || mayEnd(settling, at)) await end(work);
};

/**
 * The clock's round of people: finishes what was cut short, and looks through every erasure once more.
 * Errors: what could not be done, together, after everything else was.
 */
export const settlePeople = async (house: House, now: Date): Promise<Done<'settled'>> =>
  seeTo(await whatIsDue(house.table, now, { type: settlingKind.type }), async ({ key }: Due) => {
    await settlePerson(house, settledIn(key), { at: now, request: house.newId() });
    return 'settled';
  });
