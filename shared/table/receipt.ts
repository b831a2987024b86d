import { digest } from '../domain/digest.ts';
import { DomainError } from '../domain/error.ts';
import { ordered } from '../domain/ordered.ts';
import type { Table } from './client.ts';
import { type Key, receiptKey } from './key.ts';
import { Answered, type Write } from './transact.ts';

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
export const receiptSeconds = 24 * 60 * 60;
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

/** Keeps the answer with the deed, in one transaction; if the same key got there first, the deed is decided again and finds that answer. */
export const insertReceipt = (
  table: Table,
  request: ReceiptKey,
  { answer, at }: Receipt,
  now: Date,
  id: string,
): Write => {
  const kept = JSON.stringify(ordered(answer ?? null));
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    action: {
      Put: {
        TableName: table.name,
        Item: {
          ...receiptKey(idOf(request)),
          type: 'receipt',
          schema: 1,
          version: 1,
          request: id,
          asked: request.asked,
          ...(at ? { at } : {}),
          ...(new TextEncoder().encode(kept).length <= receiptBytes ? { answer: kept } : {}),
          expires: seconds + receiptSeconds,
        },
        ConditionExpression: 'attribute_not_exists(pk) OR expires <= :now',
        ExpressionAttributeValues: { ':now': seconds },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: () => new Answered(),
  };
};
