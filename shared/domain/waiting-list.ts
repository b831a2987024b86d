import * as z from 'zod';
import { type FieldError, refuseAll } from './error.ts';
import { once } from './once.ts';
import { madeSlug, slug } from './record.ts';
import type { Session } from './session.ts';

/** In which order a track's waiting sessions stand. Who waits, the sessions say themselves: one that left the list is passed over. */
export const WaitingOrder = once(() =>
  z.object({
    summit: slug(),
    track: slug(),
    version: z.int().positive(),
    order: z.array(madeSlug()),
  }),
);
export type WaitingOrder = z.output<ReturnType<typeof WaitingOrder>>;

type Waiting = Pick<Session, 'slug' | 'reference'> & { proposed?: { at: string } | undefined };

/** Those who wait, in order; who has no place yet stands at the end, whoever proposed first before the others. */
export const inLine = <S extends Waiting>(order: readonly string[], waiting: readonly S[]): S[] => {
  const place = (session: S): number => {
    const at = order.indexOf(session.slug);
    return at < 0 ? order.length : at;
  };
  const since = ({ proposed, slug: name }: S): string => `${proposed?.at ?? '~'} ${name}`;
  return waiting.toSorted((a, b) => place(a) - place(b) || (since(a) < since(b) ? -1 : 1));
};

/** The order with one more: at its place, counted from one, or at the end. */
export const takenIn = (order: readonly string[], session: string, place?: number): string[] => {
  const others = order.filter((one) => one !== session);
  return others.toSpliced(place === undefined ? others.length : place - 1, 0, session);
};

/** The whole list in another order: everybody who waits, each once. Errors: `invalid`. */
export const reordered = (waiting: readonly string[], order: readonly string[]): string[] => {
  const faults: FieldError[] = order.flatMap((name, at) => {
    const pointer = `/order/${at}`;
    if (order.indexOf(name) < at) return [{ pointer, detail: `Name each session once; "${name}" is there twice.` }];
    return waiting.includes(name)
      ? []
      : [{ pointer, detail: `"${name}" is not on the waiting list of this track. Read the list again.` }];
  });
  const missing = waiting.filter((name) => !order.includes(name));
  if (missing.length > 0)
    faults.push({ pointer: '/order', detail: `Name everybody who waits: ${missing.join(', ')} is missing.` });
  refuseAll(faults);
  return [...order];
};
