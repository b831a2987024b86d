import { DomainError } from '../domain/error.ts';
import type { Letter } from '../domain/letter.ts';
import { Mail, ordered } from '../domain/mail.ts';
import { absent } from './absent.ts';
import { addressDigest } from './address.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { findRecord, insert, type Kind, replace, untraced } from './item.ts';
import { type Key, lists, mailKey, type Place, placeIn } from './key.ts';
import { Raced, type Write } from './transact.ts';

// It holds no name, and an address only where the recipient is nothing else yet; so it is enough that it is found once it is done.
const placeOf = ({ id, due, at, letter: { to } }: Mail): Place => {
  if (due !== undefined) return duePlace(due, id);
  return placeIn(
    'person' in to ? lists.dataOf(to.person) : lists.dataAt(addressDigest(to.address)),
    `${at}#MAIL#${id}`,
  );
};

/** One entry of the outbox. While it waits it stands among what is due; then with what else holds its recipient's data. */
export const mailKind: Kind<Mail> = {
  type: 'outbox',
  schema: 3,
  record: Mail,
  key: ({ summit, id }) => mailKey(summit, id),
  place: placeOf,
  card: ({ summit, letter, state }) => ({ summit, kind: letter.kind, state }),
};

/** How many mails one deed may order. */
export const mostMails = 5;

// What the trail says of it: which letter, and whom it concerns, but no address.
const traceOf = ({ summit, letter: { kind, to } }: Mail): object => ({
  summit,
  kind,
  ...('person' in to ? { person: to.person } : {}),
});

/** Puts the mails of a deed in the outbox, for the deed's own transaction. Errors: `too-many-at-once`. */
export const putMails = (
  table: Table,
  letters: readonly Letter[],
  deed: { request: string; at: Date },
  newId: () => string,
): Write[] => {
  if (letters.length > mostMails)
    throw new DomainError(
      'too-many-at-once',
      `This would send ${letters.length} mails at once and ${mostMails} fit. Split it: name fewer recipients in one request.`,
    );
  return letters.map((letter) => {
    const mail = ordered(newId(), letter, deed);
    const write = insert(table, mailKind, mail, deed.request, () => new Raced());
    return { ...write, trace: { type: mailKind.type, key: mailKind.key(mail), after: traceOf(mail) } };
  });
};

/** Writes what becomes of a mail over the version that was read; the trail has the deed that ordered it. */
export const replaceMail = (table: Table, mail: Mail, request: string): Write =>
  untraced(replace(table, mailKind, mail, request, mail));

/** The mail of a key, as the stream or the index names it. */
export const findMail = (table: Table, key: Key): Promise<Mail | undefined> => findRecord(table, mailKind, key);

/** Errors: `not-found`. */
export const getMail = async (table: Table, summit: string | undefined, mail: string): Promise<Mail> =>
  (await findMail(table, mailKey(summit, mail))) ?? absent('mail');
