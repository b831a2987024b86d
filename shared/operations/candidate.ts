import { type Caller, may, view } from '../domain/access.ts';
import type { Desk } from '../domain/desk.ts';
import { DomainError, type FieldError, invalid, refuseAll } from '../domain/error.ts';
import { type Nomination, type NominationDraft, sessionFaults } from '../domain/nomination.ts';
import { type Organization, printedName } from '../domain/organization.ts';
import { isSeated, type Panelist, seatPanelist } from '../domain/panelist.ts';
import type { Person } from '../domain/person.ts';
import { keptApart } from '../domain/rehearsal.ts';
import type { Track } from '../domain/track.ts';
import { recordsOf, unchanged } from '../table/item.ts';
import { collections } from '../table/key.ts';
import { membershipKind } from '../table/membership.ts';
import { getOrganizations } from '../table/organization.ts';
import { personKind } from '../table/person.ts';
import { getWholeSession, type WholeSession } from '../table/session.ts';
import { allTracks } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import { seatWrites } from './seat.ts';
import { identified, type Known, registerOf } from './identity.ts';
import { named, together } from './naming.ts';
import type { PlaceChange } from './panel.ts';
import type { Deed, House } from './perform.ts';

// For whom somebody stands: the network, or an organization that is in it today.
const standsFor = async ({ table }: House, { organization, rehearsal }: Desk, slug: string): Promise<Organization> => {
  const [organizations, items] = await Promise.all([
    getOrganizations(table, [{ slug, pointer: '/for' }]),
    slug === organization ? [] : table.all(collections.membershipsOf(slug)),
  ]);
  const found = named(organizations, slug);
  keptApart({ rehearsal }, [{ ...found, pointer: '/for' }]);
  const isMember = recordsOf(membershipKind, items).some((one) => one.in === organization && one.state === 'current');
  if (slug !== organization && !isMember)
    throw invalid([
      {
        pointer: '/for',
        detail: `"${slug}" is not recorded as being in "${organization}". Name a member, or leave it out.`,
      },
    ]);
  return found;
};

const noSession = (slug: string): FieldError => ({
  pointer: '/session',
  detail: `There is no session "${slug}". Look at the list of sessions, or leave the field out.`,
});

export interface Hall {
  whole: WholeSession;
  tracks: Track[];
}

// Where somebody is to sit. A session that the caller may not know of is not there; that of the desk itself they know.
export const hallOf = async (
  { table }: House,
  caller: Caller,
  desk: Desk,
  slug: string | undefined,
): Promise<Hall | undefined> => {
  if (slug === undefined) return undefined;
  const hall = await Promise.all([getWholeSession(table, desk.summit, slug), allTracks(table, desk.summit)]).catch(
    (error: unknown) => {
      if (error instanceof DomainError && error.code === 'not-found') throw invalid([noSession(slug)]);
      throw error;
    },
  );
  const [whole, tracks] = hall;
  if (slug !== desk.session && !view(caller, 'session', whole.session)) throw invalid([noSession(slug)]);
  return { whole, tracks };
};

// Somebody who is known already is named by organizers alone: to others an id would tell who is known.
const givenPerson = async (
  { table }: House,
  caller: Caller,
  desk: Desk,
  id: string | undefined,
): Promise<Person | undefined> => {
  if (id === undefined) return undefined;
  if (!may(caller, 'nomination:decide', { summit: desk.summit, session: desk.session }))
    throw invalid([{ pointer: '/person', detail: 'Leave the person out: name and address say who it is.' }]);
  const person = (await registerOf(table, [id]))(id);
  if (!person || person.state === 'erased')
    throw invalid([
      { pointer: '/person', detail: `There is no person "${id}". Leave it out: name and address say who it is.` },
    ]);
  keptApart(desk, [{ ...person, pointer: '/person' }]);
  return person;
};

export interface Candidate extends Known {
  stands: Organization;
  hall: Hall | undefined;
}

/** Who is nominated, for whom and where. Errors: `invalid`, with all that is wrong. */
export const candidate = async (house: House, deed: Deed, desk: Desk, draft: NominationDraft): Promise<Candidate> => {
  refuseAll(sessionFaults(desk, draft));
  const [stands, hall, given] = await together([
    standsFor(house, desk, draft.for ?? desk.organization),
    hallOf(house, deed.caller, desk, desk.session ?? draft.session),
    givenPerson(house, deed.caller, desk, draft.person),
  ]);
  const { name, email, biography, language } = draft;
  const put = { name, email, biography, language, summit: desk.summit, rehearsal: desk.rehearsal };
  const known = await identified(house, deed, put, given);
  return { ...known, stands, hall };
};

const seatOf = ({ panel }: WholeSession, person: string): Panelist | undefined =>
  panel.find((one) => one.person === person && isSeated(one.state));

/** The place that a nomination comes to: a new one, or that which the person has already, with one more to credit. */
export const placeFor = (
  house: House,
  { session, ...whole }: WholeSession,
  nomination: Omit<Nomination, 'panelist'>,
  person: Person,
  stands: Organization,
): PlaceChange => {
  const { organization, role, order, name, title, summit, desk } = nomination;
  const before = seatOf({ session, ...whole }, person.id);
  if (before) {
    const nominatedBy = [...new Set([...before.nominatedBy, organization])];
    return { before, after: { ...before, nominatedBy } };
  }
  const organizations = [{ organization: stands.slug, printed: printedName(stands) }];
  const panelist = seatPanelist({ summit, session: session.slug }, house.newId(), person, {
    person: person.id,
    role,
    order,
    printedName: name,
    printedTitle: title,
    organizations,
    nominatedBy: [organization],
    unnamed: false,
    origin: 'held',
    sources: [],
    corrections: [],
  });
  return { after: { ...panelist, desk } };
};

// Who is known is who they were when it was decided, and remembers a place that is new.
export const personWrites = (
  { table }: House,
  deed: Deed,
  whom: { person: Person; isNew: boolean },
  place: PlaceChange | undefined,
): Write[] => {
  if (place && !place.before) return seatWrites(table, whom, place.after, undefined, deed);
  return whom.isNew ? [] : [unchanged(table, personKind, whom.person)];
};
