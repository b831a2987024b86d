import { isAwaited } from '../domain/awaited.ts';
import { DomainError } from '../domain/error.ts';
import { mailLanguageOf, type MailLanguage } from '../domain/language.ts';
import {
  isAmendmentLetter,
  isAwaitedLetter,
  isPanelLetter,
  isProgrammeLetter,
  isProposalLetter,
  isSignatureLetter,
  isSigningLetter,
  isSilenceLetter,
  type Letter,
  type Recipient,
} from '../domain/letter.ts';
import type { Failure, Mail } from '../domain/mail.ts';
import type { Material } from '../domain/material.ts';
import { reachable } from '../domain/person.ts';
import { unreachableSince } from '../table/address.ts';
import { getCirculation } from '../table/circulation.ts';
import { getAmendment } from '../table/amendment.ts';
import type { Table } from '../table/client.ts';
import { getDeclaration, getSignature } from '../table/declaration.ts';
import { getOrganization } from '../table/organization.ts';
import { getPanelist } from '../table/panelist.ts';
import { findContact, findPerson } from '../table/person.ts';
import { getDecision } from '../table/proposal-decision.ts';
import { getRelease } from '../table/release.ts';
import { getSession, getWholeSession } from '../table/session.ts';
import { getSigning } from '../table/signing.ts';
import { getSummit } from '../table/summit.ts';
import { getTrack } from '../table/track.ts';
import { changesOf } from './release-told.ts';

/** What a letter is written from, and where it goes; or why it will never go anywhere. */
export type Gathered = { material: Material; address: string | undefined } | { failure: Failure };

interface Reached {
  address?: string | undefined;
  failure?: Failure;
  name?: string | undefined;
  language?: string | undefined;
}

const recipientOf = async (table: Table, to: Recipient, now: Date): Promise<Reached> => {
  if ('address' in to)
    return (await unreachableSince(table, to.address, now)) ? { failure: 'unreachable' } : { address: to.address };
  const [person, contact] = await Promise.all([findPerson(table, to.person), findContact(table, to.person)]);
  const address = contact && reachable(contact);
  const known = { name: person?.name, language: contact?.language };
  if (address !== undefined) return { ...known, address };
  return { ...known, failure: contact && contact.emails.length > 0 ? 'unreachable' : 'no-address' };
};

type Reach = Material['reach'];

/** The parts of an address that a letter may name. */
type Parts = Partial<Record<'summit' | 'session' | 'track' | 'declaration' | 'organization', string | undefined>>;

/** What a role reaches, or a letter is about, by what it is called. */
const reachOf = async (table: Table, letter: Letter): Promise<Reach> => {
  if (isPanelLetter(letter)) return [];
  const { summit, track, declaration, organization }: Parts = letter;
  return Promise.all([
    ...(summit && track
      ? [getTrack(table, summit, track).then(({ title }) => ({ part: 'track' as const, name: title }))]
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
      ? [getOrganization(table, organization).then(({ name }) => ({ part: 'organization' as const, name }))]
      : []),
  ]);
};

type Named = Pick<
  Material,
  'summit' | 'session' | 'panelist' | 'amendment' | 'decision' | 'circulation' | 'networks' | 'reach'
>;

const namedIn = async (table: Table, letter: Letter): Promise<Named> => {
  const { summit, session }: Parts = letter;
  const [of, sitting, panelist, amendment, reach, circulation, decision] = await Promise.all([
    summit ? getSummit(table, summit) : undefined,
    summit && session ? getSession(table, summit, session) : undefined,
    isPanelLetter(letter) ? getPanelist(table, letter.summit, letter.session, letter.panelist) : undefined,
    isAmendmentLetter(letter) ? getAmendment(table, letter.summit, letter.declaration, letter.amendment) : undefined,
    reachOf(table, letter),
    isSilenceLetter(letter) ? getCirculation(table, letter.summit, letter.declaration, letter.circulation) : undefined,
    isProposalLetter(letter) ? getDecision(table, letter.summit, letter.decided) : undefined,
  ]);
  const networks = await Promise.all((panelist?.nominatedBy ?? []).map((network) => getOrganization(table, network)));
  return {
    summit: of,
    session: sitting,
    panelist,
    amendment,
    networks: networks.map(({ name }) => name),
    reach,
    circulation,
    decision,
  };
};

// Who was asked and has answered in the meantime is not asked again. A link may be wanted again all the same, to see where things stand.
const waiting: ReadonlySet<string> = new Set(['nominated', 'invited', 'no-answer']);
const isOvertaken = ({ kind }: Letter, { panelist }: Named): boolean =>
  (kind === 'panelist-invitation' || kind === 'panelist-reminder') &&
  panelist !== undefined &&
  !waiting.has(panelist.state);

// So is a session whose outcomes came.
const cameMeanwhile = async (table: Table, letter: Letter): Promise<boolean> => {
  if (!isAwaitedLetter(letter)) return false;
  const { session, outcomes } = await getWholeSession(table, letter.summit, letter.session);
  return !isAwaited(session, outcomes);
};

/** What a letter about a signature is about. */
const signedIn = async (
  table: Table,
  letter: Letter,
): Promise<Pick<Material, 'declaration' | 'signing' | 'signature'>> => {
  if (!isSigningLetter(letter) && !isSignatureLetter(letter)) return {};
  const { summit, declaration } = letter;
  const [of, signing, signature] = await Promise.all([
    getDeclaration(table, summit, declaration),
    isSigningLetter(letter) ? getSigning(table, summit, declaration, letter.signing) : undefined,
    isSignatureLetter(letter) ? getSignature(table, summit, declaration, letter.signature) : undefined,
  ]);
  return { declaration: of, signing, signature };
};

/** What a letter about a release is about: of what it changed, what concerns the recipient. */
const releasedIn = async (table: Table, letter: Letter): Promise<Pick<Material, 'release' | 'changes'>> => {
  if (!isProgrammeLetter(letter)) return {};
  const release = await getRelease(table, letter.summit, letter.release);
  const { changes } = await changesOf(table, release, letter.sessions);
  return { release, changes };
};

const languageOf = ({ language }: Letter, chosen: string | undefined): MailLanguage =>
  mailLanguageOf(chosen ?? language);

/**
 * Reads what a mail is written from, as it is now, and where it goes. A rehearsal's goes nowhere, so it needs no address.
 */
export const gather = async (table: Table, site: string, mail: Mail, now: Date): Promise<Gathered> => {
  const { letter, deed, at } = mail;
  try {
    const [reached, named, signed, released, isThere] = await Promise.all([
      recipientOf(table, letter.to, now),
      namedIn(table, letter),
      signedIn(table, letter),
      releasedIn(table, letter),
      cameMeanwhile(table, letter),
    ]);
    if (isThere || isOvertaken(letter, named)) return { failure: 'overtaken' };
    if (reached.failure && !letter.rehearsal) return { failure: reached.failure };
    const language = languageOf(letter, reached.language);
    const material = { letter, language, site, deed, at, name: reached.name, ...named, ...signed, ...released };
    return { material, address: reached.address };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return { failure: 'gone' };
    throw error;
  }
};
