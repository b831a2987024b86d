import { type Caller, may } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import { type Held, heldOf, type Holding } from '../domain/holding.ts';
import { whoHas } from '../domain/trail.ts';
import { addressDigest } from '../table/address.ts';
import { attributesKind } from '../table/attributes.ts';
import { availabilityKind } from '../table/availability.ts';
import type { Item, Table } from '../table/client.ts';
import { consentsIn, privateItems } from '../table/consent.ts';
import { dutiesIn, findDuties } from '../table/crew.ts';
import { heldOn, keyBehind } from '../table/held.ts';
import { digestIn } from '../table/identity.ts';
import { findInvitation } from '../table/invitation.ts';
import { type Kind, recordOf, recordsOf } from '../table/item.ts';
import { lists } from '../table/key.ts';
import { listPage, type Page } from '../table/list.ts';
import { textsIn } from '../table/log-body.ts';
import { nominationKind } from '../table/nomination.ts';
import { mailKind } from '../table/outbox.ts';
import { contactKind, getPerson } from '../table/person.ts';
import { roleKind } from '../table/role.ts';
import { findPlaces, mergedIn, seatsIn } from '../table/seat.ts';
import { settlingIn } from '../table/settling.ts';
import { signingKind } from '../table/signing.ts';
import type { House } from './perform.ts';

interface Asked {
  limit: number;
  after?: Record<string, unknown> | undefined;
}

/** What is held on a person, or a page of it. */
export interface Export {
  parts: Held[];
  next: Page<unknown>['next'];
}

type Parts = Partial<Record<Holding, readonly object[]>>;

const json = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    // A text that is too long for one item lies in pieces.
    return text;
  }
};

const record =
  <R extends object>(kind: Kind<R>) =>
  (item: Item): object =>
    recordOf(kind, item);

/** What else holds their data, by the type of its item: which part it is, and what of it is theirs. Invitations are read with the places. */
const elsewhere: Record<string, { part: Holding; show: (item: Item) => object }> = {
  [nominationKind.type]: { part: 'nominations', show: record(nominationKind) },
  [mailKind.type]: { part: 'mails', show: record(mailKind) },
  [signingKind.type]: { part: 'signings', show: record(signingKind) },
  [roleKind.type]: { part: 'roles', show: record(roleKind) },
  receipt: { part: 'receipts', show: ({ answer, expires }) => ({ answer: json(answer), expires }) },
  body: {
    part: 'trail',
    show: (item) => {
      const { texts, ...at } = textsIn(item);
      return { ...at, changes: texts.map(json) };
    },
  },
  identity: { part: 'identity', show: (item) => ({ digest: digestIn(item) }) },
};

const shown = (items: readonly Item[]): Parts => {
  const parts: Partial<Record<Holding, object[]>> = {};
  for (const item of items) {
    const known = elsewhere[String(item.type)];
    if (known) parts[known.part] = [...(parts[known.part] ?? []), known.show(item)];
  }
  return parts;
};

// What was given and sent to their addresses.
const partsAt = async (table: Table, emails: readonly string[]): Promise<Parts> => {
  const found = await Promise.all(emails.map((email) => heldOn(table, whoHas(addressDigest(email)))));
  const keys = found.flat().map(keyBehind);
  return keys.length > 0 ? shown(await table.batchGet(keys)) : {};
};

// What stands with the person themselves: on the first page.
const ownParts = async (table: Table, person: string): Promise<Parts> => {
  const [record, items] = await Promise.all([getPerson(table, person), privateItems(table, person)]);
  const [contact] = recordsOf(contactKind, items);
  const [seats, settling, emails] = [seatsIn(items), settlingIn(items), contact?.emails ?? []];
  const [others, places, crew, invitations, atAddresses] = await Promise.all([
    Promise.all(mergedIn(items).map((other) => getPerson(table, other))),
    findPlaces(table, seats),
    findDuties(table, dutiesIn(items)),
    Promise.all(seats.map(({ summit, session, panelist }) => findInvitation(table, summit, session, panelist))),
    partsAt(table, emails),
  ]);
  return {
    person: [record, ...others],
    contact: contact ? [contact] : [],
    attributes: recordsOf(attributesKind, items),
    availability: recordsOf(availabilityKind, items),
    consents: consentsIn(items),
    places: places
      .filter(({ panelist }) => panelist.person === person)
      .map(({ panelist, session: { title, start, end } }) => ({ ...panelist, title, start, end })),
    crew: crew.filter((one) => one.person === person),
    invitations: invitations.filter((one) => one !== undefined),
    roles: [],
    mails: [],
    ...atAddresses,
    erasure: settling?.erasing ? [settling] : [],
  };
};

const otherParts = async (
  table: Table,
  person: string,
  { limit, after }: Asked,
): Promise<{ parts: Parts; next: Export['next'] }> => {
  const page = await listPage(table, { pk: lists.dataOf(person), index: 'list', limit, after }, keyBehind);
  const items = page.items.length > 0 ? await table.batchGet(page.items) : [];
  return { parts: shown(items), next: page.next };
};

const joined = (own: Parts, other: Parts): Parts => {
  const parts: Parts = { nominations: [], signings: [], receipts: [], trail: [], identity: [], ...own };
  for (const [part, held] of Object.entries(other) as [Holding, object[]][])
    parts[part] = [...(parts[part] ?? []), ...held];
  return parts;
};

/**
 * Everything that is held on a person. What stands with them comes first; what else holds their data follows page by page, in the order of its keys.
 * Errors: `not-found`, also for who may not.
 */
export const exportData = async (house: House, caller: Caller, person: string, asked: Asked): Promise<Export> => {
  const { table } = house;
  const known = getPerson(table, person);
  await Promise.allSettled([known]);
  // Whether anything is held on somebody is nobody else's to know.
  if (!may(caller, 'data:export')) throw notFound('person');
  await known;
  const [own, { parts, next }] = await Promise.all([
    asked.after ? undefined : ownParts(table, person),
    otherParts(table, person, asked),
  ]);
  return { parts: heldOf(own ? joined(own, parts) : parts), next };
};
