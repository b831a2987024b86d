import { type Caller, theClock } from '../domain/access.ts';
import type { MailLanguage } from '../domain/language.ts';
import type { Letter, Recipient } from '../domain/letter.ts';
import type { Signature } from '../domain/signature.ts';
import { whoHas } from '../domain/trail.ts';
import { addressDigest } from '../table/address.ts';
import type { Table } from '../table/client.ts';
import { getDeclaration, getSignature } from '../table/declaration.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { findContact } from '../table/person.ts';
import { findSignatureTelling, signatureTellings, tellNow, toldOf } from '../table/signature-told.ts';
import { findSigning, whoIs } from '../table/signing.ts';
import { mostMails } from '../table/outbox.ts';
import type { Write } from '../table/transact.ts';
import { type Done, seeTo } from './due.ts';
import { type Deed, type House, perform } from './perform.ts';
import { type Addressee, recipientsOf } from './recipient.ts';

const about = (signature: Signature, rehearsal: boolean) => ({
  rehearsal,
  summit: signature.summit,
  declaration: signature.declaration,
  signature: signature.slug,
  entry: signature.entry ?? '',
});

/** Who gave a signature, as far as they can be written to: whoever acted is sent the receipt, and is not told besides. */
export interface Acted {
  to: Recipient;
  language?: MailLanguage | undefined;
}

/** Who acts through an account: by the address with which their role was taken up, where that is known. */
export const actedBy = (caller: Caller): Acted[] =>
  caller.kind === 'account' && caller.address !== undefined ? [{ to: { address: caller.address } }] : [];

/**
 * What follows from a signature, in its own transaction: a receipt to each who acted, and the note that the organization's other contacts are to be
 * told. Nothing is read for it.
 */
export const announced = (
  { table }: Pick<House, 'table'>,
  deed: Pick<Deed, 'at' | 'request'>,
  signature: Signature,
  { rehearsal, acted }: { rehearsal: boolean; acted: readonly Acted[] },
): { mails: Letter[]; writes: Write[] } => {
  const { summit, declaration, slug, entry = '' } = signature;
  const apart = acted.map(({ to }) => whoIs(to));
  return {
    mails: acted.map((who) => ({ ...about(signature, rehearsal), ...who, kind: 'signature-receipt' })),
    writes: [tellNow(table, { summit, declaration, signature: slug, entry, acted: apart }, deed)],
  };
};

// Whoever acted may be a contact by another name: a person by their address.
const namesOf = async (table: Table, acted: readonly string[]): Promise<Set<string>> => {
  const people = acted.filter((who) => !who.startsWith(whoHas('')));
  const contacts = await Promise.all(people.map((person) => findContact(table, person)));
  const addresses = contacts.flatMap((contact) => contact?.emails ?? []);
  return new Set([...acted, ...addresses.map((address) => whoHas(addressDigest(address)))]);
};

const officeOf = async (table: Table, signature: Signature): Promise<Addressee[]> => {
  const { summit, declaration, organization, capacity } = signature;
  const signing = await findSigning(table, summit, declaration, `${organization}-${capacity}`);
  return signing?.office && signing.state !== 'revoked' ? [{ to: signing.office, language: signing.language }] : [];
};

/** The organization's contacts that did not act: its focal point, its delegates, the office that a link went to. */
const othersOf = async (table: Table, signature: Signature, acted: readonly string[]): Promise<Addressee[]> => {
  const [contacts, office, apart] = await Promise.all([
    recipientsOf(table, signature.summit, signature.organization),
    officeOf(table, signature),
    namesOf(table, acted),
  ]);
  const all = [...office, ...contacts];
  const first = ({ to }: Addressee, at: number): boolean =>
    all.findIndex((other) => whoIs(other.to) === whoIs(to)) === at;
  return all.filter((one, at) => !apart.has(whoIs(one.to)) && first(one, at)).slice(0, mostMails);
};

const tell = (house: House, { key }: Due, now: Date): Promise<'told' | undefined> => {
  const { table } = house;
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  return perform(house, deed, {
    may: { deed: 'signature:tell' },
    read: async () => {
      const telling = await findSignatureTelling(table, { key });
      if (!telling) return undefined;
      const { summit, declaration } = telling;
      const [signature, head] = await Promise.all([
        getSignature(table, summit, declaration, telling.signature),
        getDeclaration(table, summit, declaration),
      ]);
      return { telling, signature, head, others: await othersOf(table, signature, telling.acted) };
    },
    decide: (found) => {
      if (!found) return { writes: [], answer: undefined };
      const { telling, signature, head, others } = found;
      const letter = about(signature, head.rehearsal);
      return {
        writes: [toldOf(table, key, telling)],
        mails: others.map((who) => ({ ...letter, ...who, kind: 'signature-given' as const })),
        answer: 'told' as const,
      };
    },
  });
};

/**
 * The clock's round of signatures: tells each organization's other contacts of a signature that was recorded for it, once.
 * Errors: what could not be told, together, after everything else was.
 */
export const tellOfSignatures = async (house: House, now: Date): Promise<Done<'told'>> =>
  seeTo(await whatIsDue(house.table, now, signatureTellings), (due) => tell(house, due, now));
