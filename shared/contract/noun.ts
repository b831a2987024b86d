import * as z from 'zod';
import { view } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import { type Noun, statesOf } from '../domain/lifecycle.ts';
import { limits, line } from '../domain/text.ts';
import type { Answer, Exchange } from '../http/route.ts';
import type { Item } from '../table/client.ts';
import { type Kind, recordOf } from '../table/item.ts';
import { cardOf } from '../table/list.ts';

type Asked = Pick<Exchange, 'caller'>;

/** What the caller may see of a record. Errors: `not-found`, the same as for a record that is not there. */
export const seen = ({ caller }: Asked, kind: string, record: object): object => {
  const shown = view(caller, kind, record);
  if (!shown) throw notFound(kind);
  return shown;
};

/** Those of several records that the caller may see, as the caller may see them. */
export const allSeen = ({ caller }: Asked, kind: string, records: readonly object[]): object[] =>
  records.flatMap((record) => view(caller, kind, record) ?? []);

/** A record as an answer, with its version for the ETag. */
export const answerOf = (exchange: Asked, kind: string, record: { version: number }): Answer => ({
  body: seen(exchange, kind, record),
  version: record.version,
});

/** A new record as an answer, with its address. */
export const createdAt = (exchange: Asked, kind: string, record: { version: number }, location: string): Answer => ({
  ...answerOf(exchange, kind, record),
  status: 201,
  location,
});

export const removed: Answer = { status: 204 };

/** The body of a transition: the state to pass to, and why. */
export const transitionOf = <N extends Noun>(noun: N) =>
  z.strictObject({ to: z.enum(statesOf(noun)), reason: line(limits.line).optional() });

/** A filter that is true or false. */
export const flag = () =>
  z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional();

/** What a list of the index shows this caller of an item, if it passes the filters. */
export const cardSeen =
  <C>({ caller }: Asked, kind: string, keep: (card: C) => boolean = () => true) =>
  (item: Item): object | undefined => {
    const { card } = cardOf(item);
    return keep(card as C) ? view(caller, kind, card) : undefined;
  };

/** The same for a list that is a collection of whole records. */
export const recordSeen =
  <R extends object>({ caller }: Asked, kind: Kind<R>, keep: (record: R) => boolean = () => true) =>
  (item: Item): object | undefined => {
    const record = recordOf(kind, item);
    return keep(record) ? view(caller, kind.type, record) : undefined;
  };
