import { type Body, digestOf, type Numbered } from '../domain/chain.ts';
import { attestedText, type SignatureAct, type SignatureEntry } from '../domain/signature-act.ts';
import { type Signature, signaturesChain } from '../domain/signature.ts';
import { toInstant } from '../domain/when.ts';
import type { Table } from '../table/client.ts';
import { signatureKind } from '../table/declaration.ts';
import { addressOf } from '../table/key.ts';
import { bodiesOf, type Lying } from '../table/log-body.ts';
import { pend } from '../table/log.ts';
import type { Write } from '../table/transact.ts';
import type { Deed, House } from './perform.ts';
import { sequenceTrail } from './trail.ts';

/**
 * A signature with an act on it named by its entry, and the writes that leave the entry in the chain. What it says concerns no record of a person: who
 * signs does so in an office, in public, and the chain keeps that also when a person's own records are erased.
 */
export const inChain = (
  { table, newSalt }: Pick<House, 'table' | 'newSalt'>,
  { at, request }: Pick<Deed, 'at' | 'request'>,
  signature: Signature,
  { act, reason }: { act: SignatureAct; reason?: string | undefined },
): { signature: Signature; writes: Write[] } => {
  const { summit, declaration, slug } = signature;
  // One request does one act on one signature.
  const id = `${at.toISOString()}#${request}#${slug}`;
  const when = toInstant(at);
  const named: Signature =
    act === 'signed'
      ? { ...signature, entry: id }
      : { ...signature, followed: [...(signature.followed ?? []), { act, at: when, entry: id }] };
  const body = { salt: newSalt(), text: attestedText({ act, at: when, reason, signature: named }) };
  const of = addressOf(signatureKind.key(signature));
  const entry: Omit<SignatureEntry, 'bodies'> = {
    id,
    request,
    at: when,
    act,
    what: [{ type: 'signature', of, digest: digestOf(body) }],
  };
  const content = [{ ...body, concerns: [] }];
  return {
    signature: named,
    writes: pend(table, signaturesChain(summit, declaration), entry, content, { isSought: true }),
  };
};

/** Gives every act on a declaration's signatures that waits its number, so that nothing is pending. Errors: `unavailable`, the signer's. */
export const drainSignatures = (
  house: Pick<House, 'table' | 'signer'>,
  summit: string,
  declaration: string,
  now: Date,
): Promise<number> => sequenceTrail(house, house.signer, signaturesChain(summit, declaration), now);

/** An entry in its place, with what its digest covers. */
export interface ChainedAct extends Numbered<SignatureEntry> {
  salt: string;
  text: string;
}

/** The only body of an entry: nothing of this chain is ever erased. */
export const bodyIn = (lying: readonly Lying[] | undefined): Body => {
  const body = lying?.[0];
  if (!body || 'erased' in body) throw new Error('An entry of the chain of signatures has no body.');
  return body;
};

/** Entries with their bodies: one BatchGet. */
export const readChained = async (
  table: Table,
  chain: string,
  entries: readonly Numbered<SignatureEntry>[],
): Promise<ChainedAct[]> => {
  const bodies = await bodiesOf(
    table,
    chain,
    entries.map(({ entry }) => entry),
  );
  return entries.map((one) => ({ ...one, ...bodyIn(bodies.get(one.entry.id)) }));
};
