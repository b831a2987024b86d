import { signedText } from './chain-text.ts';
import { type Findings, found } from './package-fault.ts';
import { type Checking, checkSigned } from './package-reading.ts';
import type { Manifest } from './package.ts';
import { type ReceiptAct, SignatureReceipt } from './signature-receipt.ts';
import { signaturesChain } from './signature.ts';
import type { FoundChain } from './verify-package-chain.ts';
import { webDigest } from './web-digest.ts';

const member = 'the receipt';

const read = (checking: Findings, receipt: unknown): SignatureReceipt | undefined => {
  const { success, data } = SignatureReceipt().safeParse(receipt);
  if (success && data.acts.some(({ place }) => place)) return data;
  found(
    checking,
    'receipt-unreadable',
    success
      ? 'The receipt was given before the signature had its place in the chain. Ask for it again, and check by that.'
      : 'What was given as a receipt is none of a signature.',
    { member },
  );
  return undefined;
};

const isOf = (manifest: Manifest, { summit, declaration, chain, text }: SignatureReceipt): boolean =>
  summit === manifest.summit &&
  declaration === manifest.declaration &&
  chain === signaturesChain(summit, declaration) &&
  text.version === manifest.version &&
  text.hash === manifest.hash;

/** An act of the receipt in its place: the same entry, with the same hash and the same digest. */
const checkAct = async (
  checking: Checking,
  { act, entry: id, digest, salt, text, place }: ReceiptAct,
  { entries, last }: FoundChain,
): Promise<void> => {
  if ((await webDigest(salt + text)) !== digest)
    found(checking, 'receipt-altered', `What the receipt says of "${act}" is not what it says was chained.`, {
      member,
    });
  if (!place) return;
  const there = entries.get(place.number);
  const isThere =
    there?.hash === place.hash && there.entry.id === id && there.entry.what.some((one) => one.digest === digest);
  if (isThere) return;
  const beyond = place.number > last.count;
  found(
    checking,
    'receipt-gone',
    beyond
      ? `By the receipt "${act}" is entry ${place.number} of the chain, and this package ends at entry ${last.count}. Either the package was made before, and a newer one has it; or the signature was taken out.`
      : `By the receipt "${act}" is entry ${place.number} of the chain, and another one stands there: the signature was taken out, or the chain was made anew.`,
    { member, entry: place.number },
  );
};

/** A head that the receipt keeps: the chain went that far, with that hash, and goes on from there. */
const checkKeptHead = async (
  checking: Checking,
  head: SignatureReceipt['head'],
  { entries, last }: FoundChain,
): Promise<void> => {
  if (!head) return;
  await checkSigned(checking, head, signedText(head), { what: 'the head in the receipt', member });
  if (head.count <= last.count && entries.get(head.count)?.hash !== head.hash)
    found(
      checking,
      'receipt-gone',
      `The receipt keeps that the chain had ${head.count} entries, the last with another hash: the chain was made anew.`,
      { member, entry: head.count },
    );
};

/** Judges whether what a signer was given is still in the chain, where it was. */
export const checkReceipt = async (
  checking: Checking,
  manifest: Manifest,
  chain: FoundChain,
  given: unknown,
): Promise<void> => {
  const receipt = read(checking, given);
  if (!receipt) return;
  if (!isOf(manifest, receipt)) {
    const { summit, declaration, text } = receipt;
    const detail = `The receipt is of ${summit}/${declaration}, version ${text.version}, and not of this text.`;
    return found(checking, 'receipt-elsewhere', detail, { member });
  }
  const before = checking.faults.length;
  for (const act of receipt.acts) await checkAct(checking, act, chain);
  await checkKeptHead(checking, receipt.head, chain);
  const numbers = receipt.acts.flatMap(({ place }) => place?.number ?? []);
  if (checking.faults.length === before)
    checking.notes.push(
      `The signature of ${receipt.printed} is in the chain as its receipt says: entry ${numbers.join(', ')}.`,
    );
};
