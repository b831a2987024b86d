import type { Letter } from '../domain/letter.ts';
import { receivedFaults } from '../domain/receiving.ts';
import type { SignatureAct } from '../domain/signature-act.ts';
import { decide, suspend, withdraw, type Withdrawing } from '../domain/signature-later.ts';
import type { Signature } from '../domain/signature.ts';
import { getDeclaration, getSignature, signatureKind } from '../table/declaration.ts';
import { replace } from '../table/item.ts';
import { getSummit } from '../table/summit.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, type House, next, passageOf, perform, type Plan, reading } from './perform.ts';
import type { Permission } from './permission.ts';
import { inChain } from './signature-chain.ts';

/** Which signature. */
export interface SignatureAt {
  summit: string;
  declaration: string;
  signature: string;
}

const deedOn = (
  { table }: House,
  deed: Permission['deed'],
  { summit, declaration, signature }: SignatureAt,
): Permission<{ signature: Signature }> => ({
  deed,
  of: (found) => ({ summit, declaration, organization: found?.signature.organization }),
  knows: () => [
    ['declaration', getDeclaration(table, summit, declaration)],
    ['signature', getSignature(table, summit, declaration, signature)],
  ],
});

const find = ({ table }: House, { summit, declaration, signature }: SignatureAt): Promise<Signature> =>
  getSignature(table, summit, declaration, signature);

/** A later act on a signature and the writes that record it: the next version of the record, and an entry of its own in the chain. */
export const laterAct = (
  house: House,
  deed: Deed,
  before: Signature,
  after: Signature,
  act: { act: SignatureAct; reason?: string | undefined },
): { signature: Signature; writes: Write[] } => {
  const { signature, writes } = inChain(house, deed, after, act);
  return { signature, writes: [replace(house.table, signatureKind, signature, deed.request, before), ...writes] };
};

const planned = ({ signature, writes }: { signature: Signature; writes: Write[] }): Plan<Signature> => ({
  writes,
  answer: next(signature),
  at: signatureKind.key(signature),
});

/**
 * An organization withdraws its signature, by its delegate or as an organizer received it; before a delivery or after it, and also when the
 * declaration is closed: what was delivered stays as it was. Errors: `not-found`, `not-checkable`, `wrong-state`, `invalid`.
 */
export const withdrawSignature = (
  house: House,
  deed: Deed,
  at: SignatureAt,
  withdrawing: Withdrawing,
): Promise<Signature> =>
  perform(house, deed, {
    may: deedOn(house, 'signature:write', at),
    read: async () => {
      const [signature, summit] = await Promise.all([find(house, at), getSummit(house.table, at.summit)]);
      return { signature, zone: summit.zone ?? 'UTC' };
    },
    decide: ({ signature: before, zone }) => {
      const { received, reason } = withdrawing;
      const faults = receivedFaults(deed.caller, before, received, deed.at);
      const how = { zone, now: deed.at, proof: received?.how ?? ('account' as const) };
      const after = withdraw(before, withdrawing, how, passageOf(deed, reason), faults);
      return planned(laterAct(house, deed, before, after, { act: 'withdrawn', reason }));
    },
    again: reading(house, signatureKind),
  });

/**
 * "This was not us": somebody of the organization says so by a link that they were sent, and the signature is suspended until an organizer decides.
 * Their words are for the organizers, and so is what `tell` makes of the signature that is suspended; it may refuse it, too.
 * Errors: `not-found`, `not-checkable`, `wrong-state`.
 */
export const suspendSignature = (
  house: House,
  deed: Deed,
  at: SignatureAt,
  reason: string | undefined,
  tell: (signature: Signature) => readonly Letter[] = () => [],
): Promise<Signature> =>
  perform(house, deed, {
    may: deedOn(house, 'signing:dispute', at),
    read: async () => ({ signature: await find(house, at) }),
    decide: ({ signature: before }) => {
      const after = suspend(before, passageOf(deed, reason));
      return { ...planned(laterAct(house, deed, before, after, { act: 'suspended' })), mails: tell(before) };
    },
    again: reading(house, signatureKind),
  });

/** An organizer decides on a suspended signature: it is valid again, or void. Errors: `not-found`, `not-checkable`, `wrong-state`. */
export const decideSignature = (
  house: House,
  deed: Deed,
  at: SignatureAt,
  { to, reason }: { to: 'valid' | 'void'; reason: string },
): Promise<Signature> =>
  perform(house, deed, {
    may: deedOn(house, 'signature:decide', at),
    read: async () => ({ signature: await find(house, at) }),
    decide: ({ signature: before }) => {
      const after = decide(before, to, passageOf(deed, reason));
      return planned(laterAct(house, deed, before, after, { act: to === 'valid' ? 'upheld' : 'voided', reason }));
    },
    again: reading(house, signatureKind),
  });
