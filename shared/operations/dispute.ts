import type { Caller } from '../domain/access.ts';
import type { DisputeDraft, DisputeOpening, DisputeQuestion } from '../domain/dispute.ts';
import { DomainError, notFound } from '../domain/error.ts';
import type { Letter } from '../domain/letter.ts';
import type { Signature } from '../domain/signature.ts';
import { getDeclaration, getSignature } from '../table/declaration.ts';
import { getSummit } from '../table/summit.ts';
import { getDisputeOpening } from '../table/token.ts';
import type { Deed, House } from './perform.ts';
import { organizersOf } from './recipient.ts';
import { suspendSignature } from './signature-later.ts';

// What the organizers have upheld is not suspended by a link again: whoever still says that it was not them says so to the organizers.
const canDispute = ({ state, followed = [] }: Signature): boolean =>
  state === 'valid' && !followed.some(({ act }) => act === 'upheld');

const upheld = (): DomainError =>
  new DomainError(
    'wrong-state',
    'The organizers have looked into it and upheld the signature. If it was not yours all the same, write to them.',
    { also: { state: 'valid' } },
  );

const signatureAt = async ({ table }: House, opening: DisputeOpening): Promise<Signature> => {
  const signature = await getSignature(table, opening.summit, opening.declaration, opening.signature);
  if (signature.entry !== opening.entry) throw notFound('signature');
  return signature;
};

/**
 * Which signature it is about, and where it stands. Reads, and changes nothing: mail scanners open links, too. Errors: `not-found`, `link-expired`.
 */
export const openDispute = async (house: House, token: string, now: Date): Promise<DisputeQuestion> => {
  const { table } = house;
  const opening = await getDisputeOpening(table, token, now);
  const { summit, declaration, until } = opening;
  const [signature, of, head] = await Promise.all([
    signatureAt(house, opening),
    getSummit(table, summit),
    getDeclaration(table, summit, declaration),
  ]);
  const { slug, state, organization, printed, capacity, signedBy, title, on, proof, recordedAt, text } = signature;
  return {
    state,
    canDispute: canDispute(signature),
    until,
    rehearsal: head.rehearsal,
    summit: { slug: of.slug, title: of.title },
    declaration: { slug: head.slug, title: head.title },
    text,
    signature: { slug, organization, printed, capacity, signedBy, title, on, proof, recordedAt },
  };
};

/** Who holds such a link: nobody by name, and for one declaration only. */
const bearerOf = ({ summit, declaration, signature }: DisputeOpening): Caller => ({
  kind: 'account',
  name: `link:contact:${signature}`,
  roles: [{ role: 'signer', summit, declaration }],
});

/**
 * "This was not us": the signature is suspended until an organizer decides, and the organizers are told. Said again while it is suspended, it changes
 * nothing and is answered the same. Errors: `not-found`, `link-expired`, `wrong-state` for one that was withdrawn or voided.
 */
export const disputeSignature = async (
  house: House,
  deed: Deed,
  token: string,
  { name, words }: DisputeDraft,
): Promise<DisputeQuestion> => {
  const opening = await getDisputeOpening(house.table, token, deed.at);
  const [before, organizers, { rehearsal }] = await Promise.all([
    signatureAt(house, opening),
    organizersOf(house.table, opening.summit),
    getDeclaration(house.table, opening.summit, opening.declaration),
  ]);
  if (before.state !== 'suspended') {
    const { summit, declaration, signature, entry } = opening;
    const letter = { kind: 'signature-disputed' as const, rehearsal, summit, declaration, signature, entry };
    const own = { ...deed, caller: bearerOf(opening), ready: undefined };
    const reason = words === undefined ? name : `${name}: ${words}`;
    const told = (found: Signature): Letter[] => {
      if (!canDispute(found)) throw upheld();
      return organizers.map((who) => ({ ...letter, ...who }));
    };
    await suspendSignature(house, own, { summit, declaration, signature }, reason, told).catch(isSaid);
  }
  return openDispute(house, token, deed.at);
};

// Somebody else of the organization said so in the same moment.
const isSaid = (error: unknown): void => {
  const isSuspended = error instanceof DomainError && error.code === 'wrong-state' && error.also?.state === 'suspended';
  if (!isSuspended) throw error;
};
