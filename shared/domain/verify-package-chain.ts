import { bodyText, entryText, signedText } from './chain-text.ts';
import { countsText, noteEntry, type Standing } from './package-count.ts';
import { found } from './package-fault.ts';
import { type Checking, checkSigned, memberAs, readAs, textOf } from './package-reading.ts';
import { type Manifest, PackagedAct, PackagedEntry, PackagedHead, packageMembers as members } from './package.ts';
import { signaturesChain } from './signature.ts';
import { webDigest } from './web-digest.ts';

/** The chain as it was found: every entry by its number, and how every signature stands after the last. */
export interface FoundChain {
  entries: ReadonlyMap<number, PackagedEntry>;
  standing: Standing;
  last: { count: number; hash: string };
}

const member = members.signatures;

const linesOf = (checking: Checking): PackagedEntry[] => {
  if (!checking.members.has(member)) found(checking, 'member-missing', `${member} is not there.`, { member });
  const text = textOf(checking, member) ?? '';
  if (text !== '' && !text.endsWith('\n'))
    found(checking, 'member-unreadable', `${member} ends within a line.`, { member });
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.flatMap((line, at) => readAs(checking, PackagedEntry(), line, { member, entry: at + 1 }) ?? []);
};

/** Every number, and every hash from the one before. After a gap nobody can say what a hash should be; the next follows from it again. */
const checkPlaces = async (
  checking: Checking,
  chain: string,
  entries: readonly PackagedEntry[],
): Promise<{ count: number; hash: string }> => {
  let [count, hash] = [0, await webDigest(chain)];
  for (const { number, hash: is, entry } of entries) {
    if (number !== count + 1)
      found(checking, 'entry-missing', `Entry ${count + 1} of the chain is not where it should be: ${number} is.`, {
        member,
        entry: count + 1,
      });
    else if ((await webDigest(entryText(hash, number, entry))) !== is)
      found(checking, 'entry-altered', `Entry ${number} is not the one that was chained.`, { member, entry: number });
    [count, hash] = [number, is];
  }
  return { count, hash };
};

/** What an entry says of one signature: that it has the digest that was chained, and is given to this very text. */
const checkBody = async (
  checking: Checking,
  manifest: Manifest,
  { number, entry, beside }: PackagedEntry,
  nth: number,
): Promise<PackagedAct | 'erased' | undefined> => {
  const where = { member, entry: number };
  const [body, digest] = [beside[nth], entry.what[nth]?.digest];
  if (!body) {
    found(checking, 'body-missing', `What entry ${number} says is not there.`, where);
    return undefined;
  }
  if ('erased' in body) return 'erased';
  if ((await webDigest(bodyText(body))) !== digest)
    found(checking, 'body-altered', `What entry ${number} says is not what was chained.`, where);
  const act = readAs(checking, PackagedAct(), body.text, where);
  const { summit, declaration, text } = act?.signature ?? {};
  const isOfThis = summit === manifest.summit && declaration === manifest.declaration;
  if (act && !(isOfThis && text?.version === manifest.version && text.hash === manifest.hash))
    found(checking, 'other-text', `The signature of entry ${number} was given to another text.`, where);
  return act;
};

const checkBodies = async (
  checking: Checking,
  manifest: Manifest,
  entries: readonly PackagedEntry[],
): Promise<Standing> => {
  const standing: Standing = new Map();
  let erased = 0;
  for (const one of entries) {
    if (one.beside.length > one.entry.what.length)
      found(checking, 'body-altered', `Entry ${one.number} says more than was chained.`, { member, entry: one.number });
    for (const [nth, { of }] of one.entry.what.entries()) {
      const said = await checkBody(checking, manifest, one, nth);
      if (said === 'erased') erased += 1;
      noteEntry(standing, of, said === 'erased' ? undefined : said);
    }
  }
  if (erased > 0)
    checking.notes.push(
      `What ${erased} of the entries said was erased: the package shows that they were made, and not what they said.`,
    );
  return standing;
};

const checkHead = async (
  checking: Checking,
  chain: string,
  manifest: Manifest,
  last: FoundChain['last'],
): Promise<void> => {
  const head = memberAs(checking, members.head, PackagedHead());
  if (!head) return;
  await checkSigned(checking, head, signedText(head), { what: 'the head of the chain', member: members.head });
  const isLast = head.chain === chain && head.count === last.count && head.hash === last.hash;
  const isTold = head.count === manifest.count && head.hash === manifest.head && head.at === manifest.at;
  if (!isLast || !isTold)
    found(
      checking,
      'head-altered',
      `The signed head counts ${head.count} entries, the chain ends at ${last.count}, and the manifest says ${manifest.count}: all three have to be the same, with the same hash.`,
      { member: members.head },
    );
};

const checkCounts = (checking: Checking, { rehearsal }: Manifest, { standing, last }: FoundChain): void => {
  if (!checking.members.has(members.counts))
    found(checking, 'member-missing', `${members.counts} is not there.`, { member: members.counts });
  else if (textOf(checking, members.counts) !== countsText(standing, { rehearsal, ...last }))
    found(checking, 'counts-differ', 'The counts are not what the entries of the chain come to.', {
      member: members.counts,
    });
};

/** Judges the chain of signatures: every entry, what it says, its signed head, and what the signatures come to. */
export const checkChain = async (checking: Checking, manifest: Manifest): Promise<FoundChain> => {
  const chain = signaturesChain(manifest.summit, manifest.declaration);
  const entries = linesOf(checking);
  const last = await checkPlaces(checking, chain, entries);
  const standing = await checkBodies(checking, manifest, entries);
  const inOrder = new Map(entries.map((one) => [one.number, one]));
  const chained: FoundChain = { entries: inOrder, standing, last };
  await checkHead(checking, chain, manifest, last);
  checkCounts(checking, manifest, chained);
  return chained;
};
