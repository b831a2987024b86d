import { theClock } from '../domain/access.ts';
import type { Seat } from '../domain/consent.ts';
import { DomainError } from '../domain/error.ts';
import type { Panelist } from '../domain/panelist.ts';
import { addressIn, claimAsking, forgetAsking, noteAsking } from '../table/asking.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { collections, lists } from '../table/key.ts';
import { within } from '../table/limit.ts';
import { Raced, transact, type Write } from '../table/transact.ts';
import { type Done, seeTo } from './due.ts';
import { sendAgain } from './invitation.ts';
import { type Deed, type House, perform } from './perform.ts';

/** How often one address is asked for in a day. */
export const mostAskings = 5;

/**
 * Asks for a new link to an address. Whether anything goes to it is found out later, by the clock: whoever asks learns nothing from the answer, nor
 * from how long it takes or how often the table is asked. Errors: `too-many-mails`.
 */
export const askAgain = (house: House, deed: Deed, address: string): Promise<object> =>
  perform(house, deed, {
    may: { deed: 'invitation:again' },
    read: async () => undefined,
    decide: () => ({
      writes: [
        within(house.table, { purpose: 'asking', recipient: address, most: mostAskings }, deed.at, deed.request),
        noteAsking(house.table, address, deed.at, deed.request),
      ],
      answer: {},
    }),
  });

/** How many links one asking brings at most. */
const mostPlaces = 10;

const answerable: ReadonlySet<string> = new Set(['invited', 'no-answer', 'confirmed']);

/** The places of whoever has an address, as their lists show them: one office address often serves several people. */
const placesOf = async ({ table }: House, address: string): Promise<Seat[]> => {
  const people = await table.all(collections.peopleAt(address));
  const seats = await Promise.all(
    people.map(({ person }) => table.all({ pk: lists.sessionsOfPerson(String(person)), index: 'list' })),
  );
  return seats.flat().flatMap(({ card }) => {
    const { summit, session, slug, state } = card as Panelist;
    return answerable.has(state) ? [{ summit, session, panelist: slug }] : [];
  });
};

// Nothing to answer there, no invitation, no address any more, or mails enough for today: then this place gets no link, and nobody is told.
const quiet = new Set(['wrong-state', 'not-found', 'no-address', 'too-many-mails']);

const link = async (house: House, place: Seat, now: Date): Promise<boolean> => {
  try {
    await sendAgain(house, { caller: theClock, request: house.newId(), at: now }, place, {}, 'invitation:lapse');
    return true;
  } catch (error) {
    if (error instanceof DomainError && quiet.has(error.code)) return false;
    throw error;
  }
};

/** Whether it was written; not, where somebody else was here first. */
const isDone = async ({ table }: House, write: Write, request: string): Promise<boolean> => {
  try {
    await transact(table, [write], request);
    return true;
  } catch (error) {
    if (error instanceof Raced) return false;
    throw error;
  }
};

const see = async (house: House, due: Due, now: Date): Promise<'link' | 'nothing' | undefined> => {
  const request = house.newId();
  const { write, mine } = claimAsking(house.table, due, now, request);
  if (!(await isDone(house, write, request))) return undefined;
  let links = 0;
  for (const place of await placesOf(house, addressIn(due.key)))
    if (links < mostPlaces && (await link(house, place, now))) links += 1;
  await isDone(house, forgetAsking(house.table, mine), house.newId());
  return links > 0 ? 'link' : 'nothing';
};

/**
 * The clock's round of those who asked for a link again: each place of the address that can still be answered gets a new one, mailed to the address on
 * file. Errors: what could not be done, together, after everything else was.
 */
export const answerAskings = async (house: House, now: Date): Promise<Done<'link' | 'nothing'>> =>
  seeTo(await whatIsDue(house.table, now, { type: 'asking' }), (due) => see(house, due, now));
