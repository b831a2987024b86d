import { digest } from '../domain/digest.ts';
import { DomainError } from '../domain/error.ts';
import { ordered } from '../domain/ordered.ts';
import type { Table } from './client.ts';
import { type Key, lists, type Place, placeIn, receiptConcernKey, receiptKey } from './key.ts';
import { daySeconds, expiresAfter, markOf, put } from './mark.ts';
import { Answered, Raced, transact, type Write } from './transact.ts';

/** An Idempotency-Key in its scope: who sent it, by which method, to which path; and what was asked. */
export interface ReceiptKey {
  caller: string;
  method: string;
  path: string;
  key: string;
  /** Digest of the request's body. */
  asked: string;
}

/** What was answered, and where that record lies. `answer` is absent when it was too large to keep: it is read again. */
export interface Receipt {
  answer: unknown;
  at?: Key | undefined;
}

/** How long a receipt is kept, in seconds, and how large an answer it keeps, in bytes. */
export const receiptSeconds = daySeconds;
export const receiptBytes = 32_000;

const idOf = ({ caller, method, path, key }: ReceiptKey): string => digest(JSON.stringify([caller, method, path, key]));

/** The receipt of an earlier answer, if this was asked before. Expired ones count as gone, because deletion lags. Errors: `key-reused`. */
export const findReceipt = async (table: Table, request: ReceiptKey, now: Date): Promise<Receipt | undefined> => {
  const item = await table.get(receiptKey(idOf(request)));
  if (!item || (item.expires as number) * 1000 <= now.getTime()) return undefined;
  if (item.asked !== request.asked)
    throw new DomainError(
      'key-reused',
      'This Idempotency-Key was used with another request. Send the same request again, or take a new key.',
    );
  return {
    answer: item.answer === undefined ? undefined : JSON.parse(item.answer as string),
    at: item.at as Key | undefined,
  };
};

const placeFor = (person: string, id: string): Place => placeIn(lists.dataOf(person), `RECEIPT#${id}`);

/**
 * Keeps the answer with the deed, in one transaction; if the same key got there first, the deed is decided again and finds that answer. The people
 * whom it concerns find it among what is held on them.
 */
export const insertReceipt = (
  table: Table,
  request: ReceiptKey,
  { answer, at }: Receipt,
  now: Date,
  id: string,
  concerns: readonly string[] = [],
): Write => {
  const kept = JSON.stringify(ordered(answer ?? null));
  const seconds = Math.floor(now.getTime() / 1000);
  const expires = seconds + receiptSeconds;
  const receipt = idOf(request);
  const [first] = concerns;
  return {
    action: {
      Put: {
        TableName: table.name,
        Item: {
          ...receiptKey(receipt),
          ...(first === undefined ? {} : { ...placeFor(first, receipt), card: {} }),
          type: 'receipt',
          schema: 1,
          version: 1,
          request: id,
          asked: request.asked,
          ...(at ? { at } : {}),
          ...(new TextEncoder().encode(kept).length <= receiptBytes ? { answer: kept } : {}),
          expires,
        },
        ConditionExpression: 'attribute_not_exists(pk) OR expires <= :now',
        ExpressionAttributeValues: { ':now': seconds },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: () => new Answered(),
  };
};

/** A receipt stands in one list; whom else it concerns finds it through an item that stands for it. */
export const receiptConcerns = (
  table: Table,
  request: ReceiptKey,
  concerns: readonly string[],
  now: Date,
  id: string,
): Write[] => {
  const receipt = idOf(request);
  const expires = expiresAfter(now, receiptSeconds);
  return concerns.slice(1).map((person) => {
    const says = { ...placeFor(person, receipt), card: {}, expires };
    return put(table, markOf(receiptConcernKey(receipt, person), 'receipt-concern', id, says));
  });
};

const forgotten = (table: Table, key: Key): Write => ({
  action: {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: 'REMOVE answer, card, listPk, listSk',
      ConditionExpression: 'attribute_exists(pk)',
    },
  },
  // Expired since it was found.
  refuse: () => new Raced(),
});

/**
 * Takes the answers out of receipts: a request that is sent again still acts once, and is answered by its record as that is then. A receipt whose
 * answer lies nowhere else goes whole.
 */
export const forgetAnswers = async (table: Table, keys: readonly Key[]): Promise<void> => {
  const found = keys.length > 0 ? await table.batchGet(keys) : [];
  await table.batchWrite(
    [],
    found.filter(({ at }) => at === undefined).map(({ pk, sk }) => ({ pk, sk })),
  );
  for (const { pk, sk, at } of found)
    if (at !== undefined)
      try {
        await transact(table, [forgotten(table, { pk, sk })], table.pace.token());
      } catch (error) {
        if (!(error instanceof Raced)) throw error;
      }
};
