import { promisify } from 'node:util';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { answerKey, type Key } from './key.ts';
import { expiresAfter, markOf, put } from './mark.ts';
import { receiptBytes, receiptSeconds } from './receipt.ts';
import type { Write } from './transact.ts';

// A paste's answer says much the same of many rows. What packs it is loaded when there is something to pack.
const packed = async (text: string): Promise<Uint8Array> => promisify((await import('node:zlib')).gzip)(text);
const unpacked = async (bytes: Uint8Array): Promise<string> =>
  (await promisify((await import('node:zlib')).gunzip)(bytes)).toString('utf8');

/** Keeps an answer that is too large for its receipt, as long as that; none where the receipt holds it. */
export const keepAnswer = async (table: Table, answer: object, now: Date, request: string): Promise<Write[]> => {
  const text = JSON.stringify(answer);
  if (new TextEncoder().encode(text).length <= receiptBytes) return [];
  const says = { answer: await packed(text), expires: expiresAfter(now, receiptSeconds) };
  return [put(table, markOf(answerKey(request), 'answer', request, says))];
};

/** Reads such an answer again. Errors: `not-found` once it has expired. */
export const keptAnswer = async <A>(table: Table, at: Key): Promise<A> => {
  const item = await table.get(at);
  return item ? (JSON.parse(await unpacked(item.answer as Uint8Array)) as A) : absent('answer');
};
