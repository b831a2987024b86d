import { digestOf, type Head } from '../domain/chain.ts';
import { DomainError } from '../domain/error.ts';
import type { Declaration } from '../domain/declaration.ts';
import type { SignatureAct } from '../domain/signature-act.ts';
import type { ReceiptAct, SignatureReceipt } from '../domain/signature-receipt.ts';
import { type Signature, signaturesChain } from '../domain/signature.ts';
import type { Table } from '../table/client.ts';
import { bodiesOf } from '../table/log-body.ts';
import { findHead, findPlace } from '../table/log.ts';
import { attestation } from '../words/attestation.ts';
import { bodyIn } from './signature-chain.ts';

interface Done {
  act: SignatureAct;
  at: string;
  entry: string;
}

const actsOn = ({ entry = '', recordedAt, followed = [] }: Signature): Done[] => [
  { act: 'signed', at: recordedAt, entry },
  ...followed,
];

// The bodies of an entry are found by its id alone: each has one.
const lyingFor = (id: string) => ({ id, request: '', what: [{ digest: '' }], bodies: 1 });

/** The acts with their places, and how far the chain goes: one round trip. */
const placed = async (
  table: Table,
  chain: string,
  acts: readonly Done[],
): Promise<{ acts: ReceiptAct[]; head: Head | undefined }> => {
  const [bodies, head, ...places] = await Promise.all([
    bodiesOf(
      table,
      chain,
      acts.map(({ entry }) => lyingFor(entry)),
    ),
    findHead(table, chain),
    ...acts.map(({ entry }) => findPlace(table, chain, entry)),
  ]);
  const shown = acts.map((act, nth): ReceiptAct => {
    const { salt, text } = bodyIn(bodies.get(act.entry));
    const place = places[nth];
    // A head that was read before the place does not cover it.
    const covered = place && head && place.number <= head.count ? { place } : {};
    return { ...act, digest: digestOf({ salt, text }), salt, text, ...covered };
  });
  return { acts: shown, head };
};

/**
 * The receipt of a signature that was given here: what, by whom, how, and its place in the chain, as far as the chain goes now. Nothing in it is secret.
 * Errors: `not-checkable` for an act that a source reports.
 */
export const receiptOf = async (
  table: Table,
  { rehearsal }: Pick<Declaration, 'rehearsal'>,
  signature: Signature,
): Promise<SignatureReceipt> => {
  const { summit, declaration, slug, text, on = '', signedBy = '', title = '', proof } = signature;
  if (signature.origin === 'reported' || !text || !proof || signature.entry === undefined)
    throw new DomainError(
      'not-checkable',
      'This act is reported: it was not done here, so there is no receipt of it. Its sources say where it was read.',
    );
  const chain = signaturesChain(summit, declaration);
  const { acts, head } = await placed(table, chain, actsOn(signature));
  const { organization, printed, capacity, state } = signature;
  const address = `/api/v1/summits/${summit}/declarations/${declaration}`;
  return {
    format: 'plenary-signature-receipt/1',
    says: attestation,
    rehearsal,
    summit,
    declaration,
    signature: slug,
    text,
    organization,
    printed,
    capacity,
    on,
    signedBy,
    title,
    proof,
    state,
    chain,
    acts,
    ...(head && { head }),
    check: { keys: '/.well-known/jwks.json', chain: `${address}/chain`, package: `${address}/declaration.zip` },
  };
};
