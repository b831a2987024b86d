import { type Caller, may, mayDo } from '../domain/access.ts';
import { notFound, refuseAll } from '../domain/error.ts';
import type { Contact, ContactDraft } from '../domain/person.ts';
import type { Whereabouts } from '../domain/role.ts';
import { contactWrites } from '../table/contact.ts';
import { findExpiry } from '../table/expiry.ts';
import { findContact, findPerson } from '../table/person.ts';
import { findSummit } from '../table/summit.ts';
import { type Deed, type House, madeFrom, next, perform } from './perform.ts';

/** The contact details of a person; version 0 and empty where nobody has given any. Errors: `not-found`, of the details, for nobody too. */
export const readContact = async (house: House, person: string): Promise<Contact> => {
  const [known, contact] = await Promise.all([findPerson(house.table, person), findContact(house.table, person)]);
  if (!known || known.state === 'erased') throw notFound('contact');
  return contact ?? { person: known.id, version: 0, emails: [], phones: [], language: 'en', summits: [] };
};

/** A summit that this caller organizes, for what belongs to no one summit. */
const organizedBy = (caller: Caller): Whereabouts => ({
  summit:
    caller.kind === 'account'
      ? caller.roles.find(({ role, summit }) => role === 'organizer' && summit)?.summit
      : undefined,
});

/** Where contact details stand for this caller: in a summit of theirs that they were given for. The first details may be any organizer's. */
const placeFor = (caller: Caller, contact: Contact | undefined): Whereabouts => {
  if (contact?.version === 0) return organizedBy(caller);
  return { summit: contact?.summits.find((summit) => may(caller, 'contact:write', { summit })) };
};

const notThere = (at: number, detail: string) => ({ pointer: `/summits/${at}`, detail });

// Details are given for summits of the caller's own, that are there and whose time for them is not over.
const judgeSummits = async ({ table }: House, { caller }: Deed, before: Contact, after: Contact): Promise<void> => {
  const [was, is] = [before.summits, after.summits];
  const changed = [...was.filter((one) => !is.includes(one)), ...is.filter((one) => !was.includes(one))];
  for (const summit of changed) mayDo(caller, 'contact:write', { summit });
  const found = await Promise.all(
    is.map(async (summit) =>
      was.includes(summit) ? undefined : Promise.all([findSummit(table, summit), findExpiry(table, summit)]),
    ),
  );
  const faults = found.flatMap((one, at) => {
    if (!one) return [];
    const [summit, expiry] = one;
    if (!summit) return [notThere(at, `There is no summit "${is[at]}".`)];
    return expiry?.begun
      ? [notThere(at, 'The contact details of this summit have expired: none are taken for it.')]
      : [];
  });
  const own = placeFor(caller, { ...after, version: 1 });
  if (faults.length === 0 && !may(caller, 'contact:write', own) && before.version === 0)
    faults.push({ pointer: '/summits', detail: 'Name the summit for which the details are given, one of yours.' });
  refuseAll(faults);
};

/** Changes the contact details, or gives the first. Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changeContact = (
  house: House,
  deed: Deed,
  person: string,
  patched: (contact: Contact) => ContactDraft,
): Promise<Contact> =>
  perform(house, deed, {
    may: {
      deed: 'contact:write',
      of: (found) => placeFor(deed.caller, found),
      knows: () => [['contact', readContact(house, person)]],
    },
    read: () => readContact(house, person),
    decide: async (found) => {
      madeFrom(deed, found);
      const { undeliverable } = found;
      const draft = patched(found);
      const marks = undeliverable?.filter(({ address }) => draft.emails.includes(address));
      const contact = {
        ...draft,
        summits: [...new Set(draft.summits)],
        ...(marks?.length ? { undeliverable: marks } : {}),
        person: found.person,
        version: found.version,
      };
      await judgeSummits(house, deed, found, contact);
      const before = found.version === 0 ? undefined : found;
      return {
        writes: contactWrites(house.table, { before, after: contact }, deed.request),
        answer: next(contact),
      };
    },
  });
