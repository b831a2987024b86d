import { type Body, digestOf, type Entry, type Erased } from '../domain/chain.ts';
import type { Beside } from '../domain/verify.ts';
import type { Item, Table } from './client.ts';
import { heldOn, keyBehind } from './held.ts';
import { bodyKey, concernKey, type Key, lists, placeIn } from './key.ts';
import { clear, markOf } from './mark.ts';
import { Raced, transact, type Write } from './transact.ts';

/** A body on its way into the table: one for each digest of its entry, in that order. */
export interface Content extends Body {
  /** The people whose data it holds: theirs to export, and to erase. */
  concerns: readonly string[];
  /** Set where nothing of it is to be kept, not even for a moment: only the digest is. */
  erased?: Erased | undefined;
}

/** A piece of a body's text, as it lies in an item; a text too long for one item lies in several. */
interface Piece {
  of: number;
  salt: string;
  text: string;
}

/** What one item holds of texts, in bytes: an item may have 400 KB. */
const pieceBytes = 350_000;

/** A text in pieces that an item holds, cut between characters: bytes that begin with the bits 10 go on with the character before. */
export const cut = (text: string): string[] => {
  const bytes = Buffer.from(text);
  const pieces: string[] = [];
  let from = 0;
  do {
    let to = Math.min(from + pieceBytes, bytes.length);
    while (to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80) to -= 1;
    pieces.push(bytes.toString('utf8', from, to));
    from = to;
  } while (from < bytes.length);
  return pieces;
};

/** What goes into one item: pieces of bodies that concern the same people, or nobody. */
interface Parcel {
  concerns: readonly string[];
  erased: Erased | undefined;
  of: number[];
  pieces: Piece[];
  bytes: number;
}

const parcelsOf = (contents: readonly Content[]): Parcel[] => {
  const parcels: Parcel[] = [];
  const together = (content: Content, bytes: number): Parcel => {
    const open = parcels.findLast(
      ({ concerns, erased }) =>
        concerns.join() === content.concerns.join() && (erased === undefined) === (content.erased === undefined),
    );
    if (open && open.bytes + bytes <= pieceBytes) return open;
    const { concerns, erased } = content;
    const parcel: Parcel = { concerns, erased, of: [], pieces: [], bytes: 0 };
    parcels.push(parcel);
    return parcel;
  };
  for (const [of, content] of contents.entries())
    for (const text of content.erased ? [''] : cut(content.text)) {
      const bytes = Buffer.byteLength(text);
      const parcel = together(content, bytes);
      parcel.bytes += bytes;
      if (!parcel.of.includes(of)) parcel.of.push(of);
      if (!content.erased) parcel.pieces.push({ of, salt: content.salt, text });
    }
  return parcels;
};

const bodyItem = (key: Key, { of, pieces, erased, concerns }: Parcel, request: string): Item =>
  markOf(key, 'body', request, {
    of,
    ...(erased ? { erased } : { pieces }),
    ...(concerns[0] !== undefined && !erased ? placeIn(lists.dataOf(concerns[0]), `${key.pk}#${key.sk}`) : {}),
  });

// A body stands in one list; whom else it concerns finds it through an item that stands for it.
const concernItem = (key: Key, person: string, request: string): Item =>
  markOf(concernKey(key, person), 'concern', request, placeIn(lists.dataOf(person), `${key.pk}#${key.sk}`));

/** The items that hold the bodies of an entry, and those through which the people whom they concern find them. */
export const bodyItems = (
  chain: string,
  { id, request }: Pick<Entry, 'id' | 'request'>,
  contents: readonly Content[],
): { items: Item[]; bodies: number } => {
  const parcels = parcelsOf(contents);
  const items = parcels.flatMap((parcel, nth) => {
    const key = bodyKey(chain, id, nth);
    const others = parcel.erased ? [] : parcel.concerns.slice(1);
    return [bodyItem(key, parcel, request), ...others.map((person) => concernItem(key, person, request))];
  });
  return { items, bodies: parcels.length };
};

/** What lies beside an entry for each of its digests: a body, the mark of its erasure, or nothing. */
export type Lying = Body | { erased: Erased } | undefined;

/** The bodies of an entry out of its items, in order. */
export const bodiesIn = (count: number, items: readonly Item[]): Lying[] => {
  const inOrder = items.filter(({ type }) => type === 'body').toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  return Array.from({ length: count }, (_, at): Lying => {
    const mine = inOrder.filter(({ of }) => (of as number[]).includes(at));
    const erased = mine.find((item) => item.erased)?.erased as Erased | undefined;
    if (erased) return { erased };
    const pieces = mine.flatMap((item) => item.pieces as Piece[]).filter(({ of }) => of === at);
    const [first] = pieces;
    return first && { salt: first.salt, text: pieces.map(({ text }) => text).join('') };
  });
};

/** The bodies of several entries of a chain, by the entries' ids: one BatchGet. */
export const bodiesOf = async (
  table: Table,
  chain: string,
  entries: readonly Entry[],
): Promise<Map<string, Lying[]>> => {
  const keysOf = ({ id, bodies }: Entry): Key[] => Array.from({ length: bodies }, (_, nth) => bodyKey(chain, id, nth));
  const items = byEntry(await table.batchGet(entries.flatMap(keysOf)));
  return new Map(entries.map(({ id, what }) => [id, bodiesIn(what.length, items.get(id) ?? [])]));
};

// The id of an entry holds "#" itself: what comes before the last one.
const idIn = ({ sk }: Key): string => sk.slice('BODY#'.length, sk.lastIndexOf('#'));

/** Items of bodies by the ids of their entries. */
export const byEntry = (items: readonly Item[]): Map<string, Item[]> => {
  const found = new Map<string, Item[]>();
  for (const item of items) found.set(idIn(item), [...(found.get(idIn(item)) ?? []), item]);
  return found;
};

/** What lies there as a chain is judged by it: the digest that a body has, or that it was erased. */
export const besideOf = (lying: readonly Lying[]): (Beside | undefined)[] =>
  lying.map((one) => one && ('erased' in one ? one : { digest: digestOf(one) }));

/** What a body's item says, and where: its chain, its entry, and the texts or pieces of texts. */
export const textsIn = ({ pk, sk, pieces }: Item): { chain: string; entry: string; texts: string[] } => ({
  chain: pk.slice('CHAIN#'.length),
  entry: sk.slice('BODY#'.length),
  texts: ((pieces ?? []) as Piece[]).map(({ text }) => text),
});

/** The keys of the bodies that hold a person's data, as the index knows them: what was written a moment ago may be missing. */
const bodiesAbout = async (table: Table, person: string): Promise<{ bodies: Key[]; concerns: Key[] }> => {
  const items = (await heldOn(table, person)).filter(({ type }) => type === 'body' || type === 'concern');
  const concerns = items.filter(({ type }) => type === 'concern').map(({ pk, sk }) => ({ pk, sk }));
  return { bodies: items.map(keyBehind), concerns };
};

const erasure = (table: Table, key: Key, erased: Erased): Write => ({
  action: {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: 'SET erased = if_not_exists(erased, :erased) REMOVE pieces, listPk, listSk',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':erased': erased },
    },
  },
  refuse: () => new Raced(),
});

/** Whose body an item is: which chain, and which of its entries. */
export interface BodyOf {
  chain: string;
  id: string;
}

const ofBody = (key: Key): BodyOf => ({ chain: key.pk.slice('CHAIN#'.length), id: idIn(key) });

// Together with what witnesses them: far from what one transaction holds.
const atOnce = 40;

/**
 * Erases from every chain what concerns a person: texts and salts go, the mark of the erasure stays, and the chain verifies as before. `erased`
 * names the request of the deed that erases; `witness` makes the entry that says which bodies went, in the same transaction, or the chain is said
 * to be erased by nobody. Idempotent; whoever erases does so again a few seconds later, because the index follows the table. Answers how many items
 * were erased. Errors: `unavailable`.
 */
export const eraseBodies = async (
  table: Table,
  person: string,
  erased: Erased,
  witness: (bodies: readonly BodyOf[]) => readonly Write[],
): Promise<number> => {
  const { bodies, concerns } = await bodiesAbout(table, person);
  const distinct = [...new Map(bodies.map((key) => [JSON.stringify(key), key])).values()];
  const slices = <T>(all: readonly T[]): T[][] =>
    Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) => all.slice(at * atOnce, (at + 1) * atOnce));
  for (const keys of slices(distinct)) {
    const writes = [...keys.map((key) => erasure(table, key, erased)), ...witness(keys.map(ofBody))];
    try {
      await transact(table, writes, table.pace.token());
    } catch (error) {
      // Somebody else does the very same at this moment, and has said so.
      if (!(error instanceof Raced)) throw error;
    }
  }
  for (const keys of slices(concerns))
    await transact(
      table,
      keys.map((key) => clear(table, key)),
      table.pace.token(),
    );
  return distinct.length;
};
