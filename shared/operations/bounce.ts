import { spelled } from '../domain/address.ts';
import type { Contact } from '../domain/person.ts';
import type { Mail } from '../domain/mail.ts';
import { type Instant, toInstant } from '../domain/when.ts';
import { markUnreachable, peopleAt } from '../table/address.ts';
import type { Table } from '../table/client.ts';
import { replace } from '../table/item.ts';
import { mailKey } from '../table/key.ts';
import { findMail, replaceMail } from '../table/outbox.ts';
import { contactKind, findContact } from '../table/person.ts';
import { type Deed, type House, perform } from './perform.ts';

/** That a mail came back for good, or that its recipient does not want such mail. */
export interface Returned {
  address: string;
  kind: 'bounce' | 'complaint';
  /** When the carrier noticed, as it tells it. */
  at: Instant;
  /** The header `Plenary-Mail` of the mail, where the carrier tells it. */
  mail?: string | undefined;
}

const same = (one: string, other: string): boolean => spelled(one) === spelled(other);

/** One office address may serve more people than one transaction can tell; the others are told by the next mail that comes back. */
const mostPeople = 40;

const mailNamed = async (table: Table, reference: string | undefined): Promise<Mail | undefined> => {
  const [, summit, id] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(reference ?? '') ?? [];
  return summit && id ? findMail(table, mailKey(summit === '-' ? undefined : summit, id)) : undefined;
};

const noticed = (at: string): Instant => toInstant(new Date(at));

interface Found {
  mail: Mail | undefined;
  contacts: Contact[];
}

const find = async (table: Table, { address, mail: reference }: Returned): Promise<Found> => {
  const [mail, people] = await Promise.all([mailNamed(table, reference), peopleAt(table, address)]);
  const to = mail?.letter.to;
  const all = new Set([...(to && 'person' in to ? [to.person] : []), ...people]);
  const contacts = await Promise.all([...all].slice(0, mostPeople).map((person) => findContact(table, person)));
  return { mail, contacts: contacts.filter((contact) => contact !== undefined) };
};

// The address as the contact spells it, once.
const marked = (contact: Contact, { address, kind, at }: Returned): Contact | undefined => {
  const spelled = contact.emails.find((email) => same(email, address));
  const marks = contact.undeliverable ?? [];
  if (spelled === undefined || marks.some((mark) => mark.address === spelled)) return undefined;
  return { ...contact, undeliverable: [...marks, { address: spelled, since: noticed(at), kind }] };
};

/**
 * Notes that an address does not take mail: on every contact that has it, on the mail, and by itself. Later mails to it fail visibly instead of
 * being sent. Told twice, it is noted once. Errors: `unavailable`.
 */
export const noteBounce = (house: House, deed: Deed, returned: Returned): Promise<void> => {
  const { table } = house;
  const { address, kind } = returned;
  const at = noticed(returned.at);
  return perform(house, deed, {
    may: { deed: 'mail:send' },
    read: () => find(table, returned),
    decide: ({ mail, contacts }) => ({
      writes: [
        markUnreachable(table, { address, since: at, kind }, deed.request),
        ...contacts.flatMap((contact) => {
          const after = marked(contact, returned);
          return after ? [replace(table, contactKind, after, deed.request, contact)] : [];
        }),
        ...(mail && !mail.returned ? [replaceMail(table, { ...mail, returned: { at, kind } }, deed.request)] : []),
      ],
      answer: undefined,
    }),
  });
};
