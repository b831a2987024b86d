import { mayDo } from '../domain/access.ts';
import {
  type Consent,
  type ConsentDraft,
  consentSlug,
  type ConsentTo,
  isNamed,
  isNamedAt,
  isWithheld,
  type Seat,
  stated,
  withdrawn,
} from '../domain/consent.ts';
import { DomainError, invalid } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import type { Person } from '../domain/person.ts';
import { leftToDo, type Settling } from '../domain/settling.ts';
import { toInstant } from '../domain/when.ts';
import { absent } from '../table/absent.ts';
import type { Table } from '../table/client.ts';
import { consentKind, consentsIn, privateItems } from '../table/consent.ts';
import { replace, unchanged } from '../table/item.ts';
import { panelistIn, panelistKind } from '../table/panelist.ts';
import { getPerson, personKind } from '../table/person.ts';
import { findPlaces, type Place, seatsIn } from '../table/seat.ts';
import { sessionKind } from '../table/session.ts';
import { saveSettling, settlingIn } from '../table/settling.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import { savedConsent } from './seat.ts';
import { settlePerson } from './settle.ts';

interface Said {
  person: Person;
  consents: Consent[];
  seats: Seat[];
  settling: Settling | undefined;
  /** What it is about; undefined where nothing of that name was said. */
  to: ConsentTo | undefined;
  place: Place | undefined;
}

type About = (consents: readonly Consent[]) => ConsentTo | undefined;

const isPlace = (to: ConsentTo | undefined): to is Seat => typeof to === 'object';

const find = async (table: Table, id: string, about: About): Promise<Said> => {
  const [person, items] = await Promise.all([getPerson(table, id), privateItems(table, id)]);
  const consents = consentsIn(items);
  const to = about(consents);
  const [place] = isPlace(to) ? await findPlaces(table, [to]) : [];
  return { person, consents, seats: seatsIn(items), settling: settlingIn(items), to, place };
};

// The name goes with the session as it is: its list of whoever sits there says the same.
const renamed = (
  table: Table,
  { panelist, session }: Place,
  consents: readonly Consent[],
  request: string,
): Write[] => {
  const named = isNamedAt(panelist, consents);
  if (named === panelist.named) return [];
  return [
    replace(table, panelistIn(session), { ...panelist, named }, request, panelist),
    unchanged(table, sessionKind, session),
  ];
};

/**
 * As many places change in the deed's own transaction. The others do right after it, and so do those that were just being given: whoever gives one
 * later finds the person changed.
 */
const mostPlaces = 10;

// What follows for the person's own record and for every place they have.
const everywhere = async (table: Table, said: Said, consents: readonly Consent[], deed: Deed): Promise<Write[]> => {
  const { settling, seats } = said;
  const { withheld: _, ...person } = said.person;
  const withheld = isWithheld(consents);
  const named = isNamed(person, { consent: consents.find(({ slug }) => slug === 'name'), withheld });
  const after = { ...person, named, ...(withheld ? { withheld } : {}) };
  const places = await findPlaces(table, seats);
  const changing = places.map((place) => renamed(table, place, consents, deed.request)).filter((all) => all.length > 0);
  const doing = { request: deed.request, since: toInstant(deed.at) };
  const left = leftToDo(settling, person.id, { erasing: false, names: false }, doing);
  return [
    replace(table, personKind, after, deed.request, said.person),
    ...changing.slice(0, mostPlaces).flat(),
    saveSettling(table, settling, left, deed.request),
  ];
};

// What follows for one place.
const there = (
  table: Table,
  { person, place, settling }: Said,
  consents: readonly Consent[],
  after: Consent,
  deed: Deed,
) => {
  if (place?.panelist.person !== person.id)
    throw invalid([{ pointer: '/of', detail: 'Name a place of this person on a panel.' }]);
  if (place.panelist.unnamed && after.state === 'given')
    throw invalid([{ pointer: '/of', detail: 'Nothing is to be consented to: who stays unnamed is never printed.' }]);
  const writes = renamed(table, place, consents, deed.request);
  // What was released with the name is rewritten after it, too.
  const doing = { request: deed.request, since: toInstant(deed.at) };
  const left = leftToDo(settling, person.id, { erasing: false, names: false }, doing);
  return [
    ...(writes.length > 0 ? writes : [unchanged(table, panelistKind, place.panelist)]),
    unchanged(table, personKind, person),
    ...(after.state === 'given' ? [] : [saveSettling(table, settling, left, deed.request)]),
  ];
};

const notErased = ({ state }: Person): void => {
  if (state === 'erased')
    throw new DomainError('wrong-state', 'The data of this person was erased.', { also: { state } });
};

// What was said is written with all that follows from it for what is public.
const saying = async (
  house: House,
  deed: Deed,
  id: string,
  about: About,
  decide: (before: Consent | undefined, to: ConsentTo) => Consent,
): Promise<Consent> => {
  const { table } = house;
  const answer = await perform(house, deed, {
    may: { deed: 'consent:write', knows: () => [['person', getPerson(table, id)]] },
    read: () => find(table, id, about),
    decide: async (found) => {
      const { person, to } = found;
      if (!to) return absent('consent');
      // What concerns the person everywhere is any organizer's to record; a place belongs to its summit.
      if (isPlace(to)) mayDo(deed.caller, 'consent:place', { summit: to.summit });
      notErased(person);
      const before = found.consents.find(({ slug }) => slug === consentSlug(to));
      const after = decide(before, to);
      const consents = [...found.consents.filter((one) => one !== before), after];
      const follows = isPlace(to)
        ? there(table, found, consents, after, deed)
        : await everywhere(table, found, consents, deed);
      return {
        writes: [savedConsent(table, before, after, deed.request), ...follows],
        answer: before ? next(after) : after,
        at: consentKind.key(after),
      };
    },
    again: reading(house, consentKind),
  });
  if (answer.summit === undefined || answer.state !== 'given') await settlePerson(house, id, deed);
  return answer;
};

/**
 * Records that somebody, or an office for them, consents to being named, or does not. What is public follows at once: a name that its bearer does not
 * want shown is shown nowhere. Errors: `not-found`, `invalid`, `wrong-state`.
 */
export const sayConsent = (house: House, deed: Deed, person: string, draft: ConsentDraft): Promise<Consent> => {
  const { of: to, state, on = toInstant(deed.at).slice(0, 10), ...given } = draft;
  return saying(
    house,
    deed,
    person,
    () => to,
    (before) => stated(before, { person, to }, state, { ...given, on }, passageOf(deed)),
  );
};

const named = (consents: readonly Consent[], name: string): ConsentTo | undefined => {
  const { slug, summit, session } = consents.find((one) => one.slug === name) ?? {};
  if (slug === 'name' || slug === 'reported') return slug;
  return slug && summit && session ? { summit, session, panelist: slug } : undefined;
};

const onlyWithdrawn = ({ to }: { to: StateOf<'consent'> }, { state }: Consent): void => {
  if (to !== 'withdrawn')
    throw new DomainError('wrong-state', 'A consent is withdrawn here; to give or refuse it, say so at …/consents.', {
      also: { state, wanted: to, allowed: state === 'given' ? ['withdrawn'] : [] },
    });
};

/** Withdraws a consent: the name is not shown from then on. Errors: `not-found`, `wrong-state`. */
export const passConsent = (
  house: House,
  deed: Deed,
  person: string,
  consent: string,
  to: { to: StateOf<'consent'>; reason?: string | undefined },
): Promise<Consent> =>
  saying(
    house,
    deed,
    person,
    (consents) => named(consents, consent),
    (before) => {
      if (!before) return absent('consent');
      onlyWithdrawn(to, before);
      return withdrawn(before, passageOf(deed, to.reason));
    },
  );
