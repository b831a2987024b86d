import { may, nameOf } from '../domain/access.ts';
import { DomainError } from '../domain/error.ts';
import type { Recipient, SigningLetter } from '../domain/letter.ts';
import { printedName } from '../domain/organization.ts';
import { keptApart, type Pointed } from '../domain/rehearsal.ts';
import { mayBeSigned, mustBeNew } from '../domain/sign.ts';
import { askToSign, revokeSigning, type Signing, type SigningDraft } from '../domain/signing.ts';
import { toInstant } from '../domain/when.ts';
import { reachable } from '../domain/person.ts';
import { addressDigest } from '../table/address.ts';
import { actsBy, getDeclaration } from '../table/declaration.ts';
import { replace, save, unchanged } from '../table/item.ts';
import { within } from '../table/limit.ts';
import { getOrganizations } from '../table/organization.ts';
import { findContact, findPerson } from '../table/person.ts';
import { findSigning, getSigning, signingKind, whoIs } from '../table/signing.ts';
import type { Table } from '../table/client.ts';
import type { Write } from '../table/transact.ts';
import { named, referred, together } from './naming.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import { mustKnow, type Permission } from './permission.ts';

/** Which signing. */
export interface SigningAt {
  summit: string;
  declaration: string;
  signing: string;
}

/** How many links to sign go in a day to one organization's office, and to one address, which may be that of several. */
const most = { office: 10, address: 40 };

const sending = ({ table }: House, at: Omit<SigningAt, 'signing'>, organization?: string): Permission => ({
  deed: 'signing:send',
  of: (found) => ({
    summit: at.summit,
    declaration: at.declaration,
    organization: organization ?? (found as Pick<Signing, 'organization'> | undefined)?.organization,
  }),
  knows: () => [['declaration', getDeclaration(table, at.summit, at.declaration)]],
});

/** The address that a letter to somebody would go to. */
export const addressOf = async (table: Table, to: Recipient): Promise<string | undefined> => {
  if ('address' in to) return to.address;
  const contact = await findContact(table, to.person);
  return contact && (reachable(contact) ?? contact.emails[0]);
};

/** Refuses who cannot be reached, and a code that would go where the link went: then one mailbox would be proof of itself. */
export const addressesApart = async (
  table: Table,
  { office, signatory }: Pick<Signing, 'office' | 'signatory'>,
): Promise<{ office: string; signatory: string }> => {
  const [link, code] = await Promise.all([
    office && addressOf(table, office),
    signatory && addressOf(table, signatory),
  ]);
  const whose = link === undefined ? office : code === undefined ? signatory : undefined;
  if (link === undefined || code === undefined)
    throw new DomainError(
      'no-address',
      'There is no address on file for the office, or for the signatory. Add one to the contact details of that person, or give the address here.',
      whose && 'person' in whose ? { conflictsWith: `/api/v1/people/${whose.person}/contact` } : {},
    );
  if (addressDigest(link) === addressDigest(code))
    throw new DomainError('invalid', 'One field needs a change; nothing was written.', {
      errors: [
        {
          pointer: '/signatory',
          detail:
            'Give the signatory’s own address: the code does not go where the link goes, or one mailbox could do both.',
        },
      ],
    });
  return { office: link, signatory: code };
};

const personIn = (table: Table, to: Recipient, pointer: string): Promise<Pointed | undefined> =>
  'person' in to
    ? referred(to.person, (id) => findPerson(table, id), pointer, 'person').then(
        (person) => person && { rehearsal: person.rehearsal, pointer },
      )
    : Promise.resolve(undefined);

/** What a letter about a signing begins with. */
export const letterAbout = (
  { summit, declaration, slug, language, rehearsal }: Signing,
  to: Recipient,
): Omit<SigningLetter, 'kind'> => ({
  to,
  language,
  rehearsal,
  summit,
  declaration,
  signing: slug,
});

const counted = ({ table }: House, { at, request }: Deed, signing: Signing, address: string): Write[] => [
  within(
    table,
    {
      purpose: 'signing',
      recipient: `${signing.summit}/${signing.declaration}/${signing.organization}`,
      most: most.office,
    },
    at,
    request,
  ),
  within(table, { purpose: 'signing-to', recipient: address, most: most.address }, at, request),
];

/** Whose data a deed about a signing holds. */
export const concerned = ({ office, signatory }: Pick<Signing, 'office' | 'signatory'>): string[] =>
  [office, signatory].flatMap((to) => (to ? [whoIs(to)] : []));

/**
 * Asks an organization to sign by link: the link goes to its office, which prepares; the signatory signs with a code. One for each organization and
 * capacity, and none where that act is recorded. Errors: `not-found`, `invalid`, `no-address`, `not-checkable`, `not-frozen`, `signing-closed`,
 * `already-recorded`, `already-signed`, `too-many-mails`.
 */
export const sendSigning = (
  house: House,
  deed: Deed,
  at: Omit<SigningAt, 'signing'>,
  draft: SigningDraft,
): Promise<Signing> => {
  const { table } = house;
  const links = house.newId();
  return perform(house, deed, {
    may: sending(house, at, draft.organization),
    read: () =>
      together([
        getDeclaration(table, at.summit, at.declaration),
        getOrganizations(table, [{ slug: draft.organization, pointer: '/organization' }]),
        personIn(table, draft.office, '/office/person'),
        personIn(table, draft.signatory, '/signatory/person'),
        findSigning(table, at.summit, at.declaration, `${draft.organization}-${draft.capacity}`),
        actsBy(table, at, draft),
      ]),
    decide: async ([declaration, organizations, office, signatory, before, acts]) => {
      // A delegate may send one, and may not know of a text that is being drafted.
      mustKnow(deed.caller, 'declaration', declaration);
      const organization = named(organizations, draft.organization);
      const text = mayBeSigned(declaration);
      keptApart(declaration, [
        { rehearsal: organization.rehearsal, pointer: '/organization' },
        ...[office, signatory].flatMap((one) => one ?? []),
      ]);
      const sent = { at: toInstant(deed.at), by: nameOf(deed.caller) };
      const { rehearsal } = declaration;
      const isInvited = may(deed.caller, 'signature:decide', { summit: at.summit });
      const signing = askToSign(
        draft,
        { ...at, rehearsal, printed: printedName(organization), text, isInvited, links, sent },
        before,
      );
      // An office is not asked to prepare what would be refused.
      mustBeNew(acts);
      const addresses = await addressesApart(table, signing);
      return {
        writes: [
          save(table, signingKind, { before, after: signing }, deed.request),
          ...counted(house, deed, signing, addresses.office),
        ],
        answer: before ? next(signing) : signing,
        mails: [{ ...letterAbout(signing, draft.office), kind: 'signing-asked' }],
        concerns: concerned(signing),
        at: signingKind.key(signing),
      };
    },
    again: reading(house, signingKind),
  });
};

/** Mails the office a new link; those that were sent before stay as they are. Errors: `not-found`, `no-address`, `wrong-state`, `too-many-mails`. */
export const sendSigningAgain = (house: House, deed: Deed, at: SigningAt): Promise<Signing> => {
  const { table } = house;
  return perform(house, deed, {
    may: sending(house, at),
    read: () => getSigning(table, at.summit, at.declaration, at.signing),
    decide: async (signing) => {
      const { office, state } = signing;
      if (!office || (state !== 'asked' && state !== 'prepared'))
        throw new DomainError('wrong-state', `It is ${state}: there is nothing left to do by a link.`, {
          also: { state },
        });
      const addresses = await addressesApart(table, signing);
      return {
        writes: [unchanged(table, signingKind, signing), ...counted(house, deed, signing, addresses.office)],
        answer: signing,
        mails: [{ ...letterAbout(signing, office), kind: 'signing-asked' }],
        concerns: concerned(signing),
        at: signingKind.key(signing),
      };
    },
    again: reading(house, signingKind),
  });
};

/** Revokes a signing: none of its links opens any more, and no code signs. Errors: `not-found`, `wrong-state`. */
export const withdrawSigning = (
  house: House,
  deed: Deed,
  at: SigningAt,
  { reason }: { reason?: string | undefined },
): Promise<Signing> =>
  perform(house, deed, {
    may: sending(house, at),
    read: () => getSigning(house.table, at.summit, at.declaration, at.signing),
    decide: (found) => {
      const signing = revokeSigning(found, passageOf(deed, reason));
      return {
        writes: [replace(house.table, signingKind, signing, deed.request, found)],
        answer: next(signing),
        concerns: concerned(found),
        at: signingKind.key(signing),
      };
    },
    again: reading(house, signingKind),
  });
