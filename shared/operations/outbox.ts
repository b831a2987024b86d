import { headerLine, isMailbox } from '../domain/header.ts';
import type { MailLanguage } from '../domain/language.ts';
import type { Letter } from '../domain/letter.ts';
import {
  claimed,
  failed,
  type Failure,
  isDue,
  isSpent,
  kept,
  type Mail,
  type Rendered,
  sent,
  troubled,
} from '../domain/mail.ts';
import type { Material } from '../domain/material.ts';
import { inLanguage } from '../domain/text.ts';
import { whatIsDue } from '../table/due.ts';
import type { Key } from '../table/key.ts';
import { findMail, mailKind, replaceMail } from '../table/outbox.ts';
import { Raced, transact, type Write } from '../table/transact.ts';
import { gather } from './letter.ts';
import { type House, next } from './perform.ts';
import type { Message, Post } from './post.ts';

/** What a letter carries that nobody keeps: where its recipient acts, and what has to be written so that it opens there. */
export interface Link {
  href: string;
  writes: readonly Write[];
  /** What signs once, for a few minutes. */
  code?: string;
}

/** Makes the link of a letter, anew for every try: only its digest is written, so an earlier one cannot be told again. Or why the letter is not to go. */
export type LinkFor = (asked: {
  letter: Letter;
  language: MailLanguage;
  site: string;
  /** What the letter is written from: what its link opens is what it says. */
  material: Material;
  now: Date;
  /** The id for the writes: they are made with the claim. */
  request: string;
}) => Promise<Link | { failure: Failure } | undefined>;

/** Who carries the mails of a house, made once at the door. */
export interface Office {
  house: House;
  post: Post;
  /** Where the product is reached, without a slash at the end. */
  site: string;
  render: (material: Material) => Rendered;
  linkFor: LinkFor;
  log: (entry: Record<string, unknown>) => void;
}

/** What became of a mail: `idle` is not due, or somebody else has it; `again` will be tried later. */
export type Fate = 'sent' | 'kept' | 'failed' | 'again' | 'idle';

interface Prepared {
  message: Rendered;
  language: MailLanguage;
  from: string | undefined;
  address: string;
  writes: readonly Write[];
}

// Carrying a mail is no deed of its own: the trail names the deed that ordered it, and the entry says what became of it.
const record = async (
  { house: { table } }: Office,
  mail: Mail,
  request: string,
  beside: readonly Write[] = [],
): Promise<Mail | undefined> => {
  try {
    await transact(table, [replaceMail(table, mail, request), ...beside], request);
    return next(mail);
  } catch (error) {
    if (error instanceof Raced) return undefined;
    throw error;
  }
};

const prepare = async (
  { house, site, linkFor, render }: Office,
  mail: Mail,
  now: Date,
  request: string,
): Promise<Prepared | Mail> => {
  const gathered = await gather(house.table, site, mail, now);
  if ('failure' in gathered) return failed(mail, gathered.failure);
  const { material, address = '' } = gathered;
  const { letter } = mail;
  if (!letter.rehearsal && !isMailbox(address)) return failed(mail, 'no-address');
  const { language, summit } = material;
  const link = await linkFor({ letter, language, site, material, now, request });
  if (link && 'failure' in link) return failed(mail, link.failure);
  const message = render({ ...material, link: link?.href, code: link?.code });
  const from = summit && inLanguage(summit.title, language);
  return { message, language, from, address, writes: link?.writes ?? [] };
};

const reference = ({ summit, id }: Mail): string => `${summit ?? '-'}/${id}`;

// Whatever the words were made of, nothing in them begins another header.
const enveloped = (mail: Mail, { message, language, from, address }: Prepared): Message => ({
  ...(from === undefined ? {} : { from: headerLine(from) }),
  to: address,
  ...message,
  subject: headerLine(message.subject),
  headers: {
    'Plenary-Deed': headerLine(mail.deed),
    'Plenary-Mail': reference(mail),
    'Auto-Submitted': 'auto-generated',
    'Content-Language': language,
  },
});

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error');

const told = ({ log }: Office, mail: Mail, message: string, error: unknown): void =>
  log({ level: 'warn', message, mail: reference(mail), deed: mail.deed, tries: mail.tries, error: nameOf(error) });

/** The carrier has it: that has to be remembered, or the mail would be sent again when the lease ends. */
const remember = async (office: Office, mail: Mail, request: string): Promise<Fate> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await record(office, mail, request)) ? 'sent' : 'idle';
    } catch (error) {
      if (tries === 5) throw error;
      told(office, mail, 'A mail was sent, and the table could not be told', error);
    }
  }
};

const deliver = async (office: Office, mail: Mail, prepared: Prepared, now: Date, request: string): Promise<Fate> => {
  let id: string;
  try {
    ({ id } = await office.post.send(enveloped(mail, prepared)));
  } catch (error) {
    told(office, mail, 'A mail was not accepted', error);
    const put = await record(office, troubled(mail, nameOf(error)), request);
    return put?.state === 'failed' ? 'failed' : 'again';
  }
  return remember(office, sent(mail, id, now), request);
};

const settle = async (office: Office, mail: Mail, request: string, beside?: readonly Write[]): Promise<Fate> =>
  (await record(office, mail, request, beside)) ? (mail.state as Fate) : 'idle';

// What cannot even be written out waits longer each time, alone, as what the carrier refuses.
const putOff = async (office: Office, mail: Mail, error: unknown, now: Date, request: string): Promise<Fate> => {
  told(office, mail, 'A mail could not be written', error);
  const put = await record(office, troubled(claimed(mail, now), nameOf(error)), request);
  return put ? (put.state === 'failed' ? 'failed' : 'again') : 'idle';
};

/**
 * Sends one mail, if it is due and nobody else has it: written out from the records as they are, claimed by the condition of the write together with
 * what makes its link open, handed over, and marked. Between the claim and the mark it is nobody else's for the length of the lease; a kill before the
 * handing over costs a lease, and a kill after it is the one case of a second copy. Errors: `unavailable`.
 */
const carry = async (office: Office, key: Key, now: Date): Promise<Fate> => {
  const mail = await findMail(office.house.table, key);
  if (!mail || !isDue(mail, now)) return 'idle';
  const request = office.house.newId();
  if (isSpent(mail)) return settle(office, failed(mail, 'given-up'), request);
  let prepared: Prepared;
  let ours: Mail | undefined;
  try {
    const found = await prepare(office, mail, now, request);
    if ('state' in found) return await settle(office, found, request);
    if (mail.letter.rehearsal) return await settle(office, kept(mail, found.message), request, found.writes);
    prepared = found;
    ours = await record(office, claimed(mail, now), request, found.writes);
  } catch (error) {
    return putOff(office, mail, error, now, office.house.newId());
  }
  return ours ? deliver(office, ours, prepared, now, office.house.newId()) : 'idle';
};

/** The stream's bell for one entry. It is only the bell: what goes wrong is logged, and the clock takes the entry when it is due again. */
export const ring = async (office: Office, key: Key, now: Date): Promise<Fate> => {
  try {
    return await carry(office, key, now);
  } catch (error) {
    office.log({ level: 'error', message: 'A mail was left to the clock', mail: key, error: nameOf(error) });
    return 'again';
  }
};

/**
 * How many mails are carried at once, and for how long new ones are begun, in milliseconds: leases count from the beginning of the round, so that
 * the last of it still has most of its own. What is left waits for the next minute.
 */
const atOnce = 8;
const patience = 20_000;

/** The clock's round: every entry that is due, the longest overdue first. One that fails stands in nobody's way. */
export const sweep = async (office: Office, now: Date): Promise<Record<Fate, number>> => {
  const { table } = office.house;
  const waiting = await whatIsDue(table, now, { type: mailKind.type });
  const fates: Record<Fate, number> = { sent: 0, kept: 0, failed: 0, again: 0, idle: 0 };
  const until = table.pace.now() + patience;
  const carrier = async (): Promise<void> => {
    for (let due = waiting.shift(); due && table.pace.now() < until; due = waiting.shift())
      fates[await ring(office, due.key, now)] += 1;
  };
  await Promise.all(Array.from({ length: atOnce }, carrier));
  return fates;
};
