import type { Declaration } from '../domain/declaration.ts';
import { type FieldError, invalid } from '../domain/error.ts';
import { receivedFaults } from '../domain/receiving.ts';
import { actFaults, alreadySigned, mayBeSigned, sign, type ToSign } from '../domain/sign.ts';
import type { Signature, SignatureDraft } from '../domain/signature.ts';
import { getDeclaration, signatureKind } from '../table/declaration.ts';
import { throughSigning } from '../table/gate.ts';
import { insert, unchanged } from '../table/item.ts';
import { participationKind } from '../table/participation.ts';
import { findSignable as signableIn, type Signable } from '../table/signable.ts';
import { getTextVersion, readBody } from '../table/text-version.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, type House, perform, type Plan, reading } from './perform.ts';
import { mustKnow, type Permission } from './permission.ts';
import { inChain } from './signature-chain.ts';
import { actedBy, announced } from './signature-told.ts';

/** Reads everything that a signature is decided from: one round trip. Errors: `not-found` of the declaration or its summit. */
export const findSignable = (
  { table }: House,
  summit: string,
  declaration: string,
  draft: Pick<SignatureDraft, 'organization' | 'capacity'>,
): Promise<Signable> => signableIn(table, { summit, declaration }, draft);

const unknown = (organization: string): FieldError => ({
  pointer: '/organization',
  detail: `There is no organization "${organization}". Search for its name at /api/v1/organizations?name=…`,
});

/** Which paragraphs of a reservation the frozen text does not have. It is read only where some are named. */
const reservationFaults = async (
  { table }: House,
  { summit, slug, frozen }: Declaration,
  { reservation }: SignatureDraft,
): Promise<FieldError[]> => {
  const named = reservation?.paragraphs ?? [];
  if (named.length === 0 || !frozen) return [];
  const { paragraphs } = await readBody(table, await getTextVersion(table, summit, slug, frozen.version));
  const ids = new Set(paragraphs.map((paragraph) => paragraph.slug));
  return named.flatMap((id, at) =>
    ids.has(id)
      ? []
      : [{ pointer: `/reservation/paragraphs/${at}`, detail: `The text that is signed has no paragraph "${id}".` }],
  );
};

export type { Signable };

/** How a signature comes, beyond its draft. */
export type Coming = Pick<ToSign, 'proof' | 'isInvited'> & { faults?: readonly FieldError[] };

/**
 * A signature and the writes that record it: under its key, through one gate of the text, with its entry in the chain. Nothing that two
 * organizations share is among them. Whoever builds another way to sign adds its own writes to them.
 * Errors: `not-checkable`, `not-frozen`, `signing-closed`, `already-signed`, `invalid` with every fault at once.
 */
export const giveSignature = async (
  house: House,
  deed: Deed,
  found: Signable,
  draft: SignatureDraft,
  { proof, isInvited, faults = [] }: Coming,
): Promise<{ signature: Signature; writes: Write[] }> => {
  const { declaration, summit, organization, participation, before } = found;
  const { hash } = mayBeSigned(declaration);
  const act = { declaration, zone: summit.zone ?? 'UTC', draft, now: deed.at };
  const further = [...faults, ...(await reservationFaults(house, declaration, draft))];
  if (!organization) throw invalid([unknown(draft.organization), ...actFaults(act), ...further]);
  const given = sign({ ...act, organization, participation, before, proof, isInvited }, further);
  const { signature, writes } = inChain(house, deed, given, { act: 'signed' });
  const of = { summit: declaration.summit, declaration: declaration.slug };
  return {
    signature,
    writes: [
      insert(house.table, signatureKind, signature, deed.request, () => alreadySigned(signature)),
      throughSigning(house.table, of, draft.organization, hash, deed.request),
      // It is the organization's own, so that nobody else waits for it.
      ...(participation ? [unchanged(house.table, participationKind, participation)] : []),
      ...writes,
    ],
  };
};

const writing = ({ table }: House, summit: string, declaration: string, organization: string): Permission => ({
  deed: 'signature:write',
  of: { summit, declaration, organization },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

/** What arrived is entered by an organizer, who lets the organization in with it; a delegate signs by their account. */
const comingOf = ({ caller, at }: Deed, summit: string, { organization, received }: SignatureDraft): Coming => ({
  proof: received?.how ?? 'account',
  isInvited: received !== undefined,
  faults: receivedFaults(caller, { organization, summit }, received, at),
});

/**
 * An organization signs the frozen text, or endorses it, through a person with a mandate: by its delegate, or as an organizer received it.
 * Whoever acted is sent the receipt; the organization's other contacts are told, and may say that it was not them. Two round trips: everything that
 * it is decided from, and one transaction.
 * Errors: `not-found`, `not-checkable`, `not-frozen`, `signing-closed`, `already-signed`, `invalid`, `unavailable`.
 */
export const signDeclaration = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  draft: SignatureDraft,
): Promise<Signature> =>
  perform(house, deed, {
    may: writing(house, summit, declaration, draft.organization),
    read: () => findSignable(house, summit, declaration, draft),
    decide: async (found): Promise<Plan<Signature>> => {
      // A delegate may sign for their own organization anywhere, and know of a text from its first circulation on.
      mustKnow(deed.caller, 'declaration', found.declaration);
      const { signature, writes } = await giveSignature(house, deed, found, draft, comingOf(deed, summit, draft));
      const { rehearsal } = found.declaration;
      // Who enters what arrived did not act: all of the organization are told.
      const told = announced(house, deed, signature, { rehearsal, acted: draft.received ? [] : actedBy(deed.caller) });
      return {
        writes: [...writes, ...told.writes],
        mails: told.mails,
        answer: signature,
        at: signatureKind.key(signature),
      };
    },
    again: reading(house, signatureKind),
  });
