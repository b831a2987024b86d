import { DomainError } from '../domain/error.ts';
import { mailLanguageOf, type MailLanguage } from '../domain/language.ts';
import { isAmendmentLetter, isPanelLetter, type Letter, type Recipient } from '../domain/letter.ts';
import type { Failure, Mail } from '../domain/mail.ts';
import type { Material } from '../domain/material.ts';
import type { Contact } from '../domain/person.ts';
import { unreachableSince } from '../table/address.ts';
import { getAmendment } from '../table/amendment.ts';
import type { Table } from '../table/client.ts';
import { getDeclaration } from '../table/declaration.ts';
import { getOrganization } from '../table/organization.ts';
import { getPanelist } from '../table/panelist.ts';
import { findContact, findPerson } from '../table/person.ts';
import { getSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { getTrack } from '../table/track.ts';

/** What a letter is written from, and where it goes; or why it will never go anywhere. */
export type Gathered = { material: Material; address: string | undefined } | { failure: Failure };

interface Reached {
  address?: string | undefined;
  failure?: Failure;
  name?: string | undefined;
  language?: string | undefined;
}

/** The address that somebody gave first and that mail still reaches. */
export const reachable = ({ emails, undeliverable = [] }: Contact): string | undefined =>
  emails.find((email) => !undeliverable.some(({ address }) => address === email));

const recipientOf = async (table: Table, to: Recipient, now: Date): Promise<Reached> => {
  if ('address' in to)
    return (await unreachableSince(table, to.address, now)) ? { failure: 'unreachable' } : { address: to.address };
  const [person, contact] = await Promise.all([findPerson(table, to.person), findContact(table, to.person)]);
  const address = contact && reachable(contact);
  const known = { name: person?.name, language: contact?.language };
  if (address !== undefined) return { ...known, address };
  return {
    ...known,
    failure: contact && contact.emails.length > 0 ? 'unreachable' : 'no-address',
  };
};

type Reach = Material['reach'];

/** What a role reaches, or an amendment is about, by what it is called. */
const reachOf = async (table: Table, letter: Letter): Promise<Reach> => {
  if (isPanelLetter(letter)) return [];
  const { summit, declaration, organization } = letter;
  const track = 'track' in letter ? letter.track : undefined;
  return Promise.all([
    ...(summit && track
      ? [
          getTrack(table, summit, track).then(({ title }) => ({
            part: 'track' as const,
            name: title,
          })),
        ]
      : []),
    ...(summit && declaration
      ? [
          getDeclaration(table, summit, declaration).then(({ title }) => ({
            part: 'declaration' as const,
            name: title,
          })),
        ]
      : []),
    ...(organization
      ? [
          getOrganization(table, organization).then(({ name }) => ({
            part: 'organization' as const,
            name,
          })),
        ]
      : []),
  ]);
};

type Named = Pick<Material, 'summit' | 'session' | 'panelist' | 'amendment' | 'networks' | 'reach'>;

const namedIn = async (table: Table, letter: Letter): Promise<Named> => {
  const { summit } = letter;
  const session = 'session' in letter ? letter.session : undefined;
  const [of, sitting, panelist, amendment, reach] = await Promise.all([
    summit ? getSummit(table, summit) : undefined,
    summit && session ? getSession(table, summit, session) : undefined,
    isPanelLetter(letter) ? getPanelist(table, letter.summit, letter.session, letter.panelist) : undefined,
    isAmendmentLetter(letter) ? getAmendment(table, letter.summit, letter.declaration, letter.amendment) : undefined,
    reachOf(table, letter),
  ]);
  const networks = await Promise.all((panelist?.nominatedBy ?? []).map((network) => getOrganization(table, network)));
  return {
    summit: of,
    session: sitting,
    panelist,
    amendment,
    networks: networks.map(({ name }) => name),
    reach,
  };
};

// Who was asked and has answered in the meantime is not asked again. A link may be wanted again all the same, to see where things stand.
const waiting: ReadonlySet<string> = new Set(['nominated', 'invited', 'no-answer']);
const isOvertaken = ({ kind }: Letter, { panelist }: Named): boolean =>
  (kind === 'panelist-invitation' || kind === 'panelist-reminder') &&
  panelist !== undefined &&
  !waiting.has(panelist.state);

const languageOf = ({ language }: Letter, chosen: string | undefined): MailLanguage =>
  mailLanguageOf(chosen ?? language);

/**
 * Reads what a mail is written from, as it is now, and where it goes. A rehearsal's goes nowhere, so it needs no address.
 */
export const gather = async (table: Table, site: string, mail: Mail, now: Date): Promise<Gathered> => {
  const { letter, deed, at } = mail;
  try {
    const [reached, named] = await Promise.all([recipientOf(table, letter.to, now), namedIn(table, letter)]);
    if (isOvertaken(letter, named)) return { failure: 'overtaken' };
    if (reached.failure && !letter.rehearsal) return { failure: reached.failure };
    const language = languageOf(letter, reached.language);
    return {
      material: {
        letter,
        language,
        site,
        deed,
        at,
        name: reached.name,
        ...named,
      },
      address: reached.address,
    };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return { failure: 'gone' };
    throw error;
  }
};
