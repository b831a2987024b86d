import * as z from 'zod';
import { once } from './once.ts';
import { hasCome, type Instant, later } from './when.ts';

/** What is still to be done about a person's names, or about all that is held on them. */
export const Settling = once(() =>
  z.object({
    person: z.string(),
    version: z.int().positive(),
    since: z.string(),
    due: z.string().optional().meta({ description: 'When the clock looks at it next; absent once it is done.' }),
    erasing: z.boolean(),
    names: z.boolean().meta({ description: 'With every printed name.' }),
    reason: z.string().optional(),
    addresses: z
      .array(z.string())
      .optional()
      .meta({ description: 'Digests of the addresses that they had, until it is done.' }),
    request: z.string().meta({ description: 'The request that asked for it.' }),
  }),
);
export type Settling = z.output<ReturnType<typeof Settling>>;

/**
 * How long after a deed what it left to do is looked through by the clock: whoever was just writing from an earlier reading is done by then, and the
 * index knows of it.
 */
const graceMs = 60_000;

/** What a deed leaves to do, beside what was left before. */
export const leftToDo = (
  before: Settling | undefined,
  person: string,
  what: { erasing: boolean; names: boolean; reason?: string | undefined; addresses?: readonly string[] },
  { request, since }: { request: string; since: Instant },
): Settling => ({
  person,
  version: before?.version ?? 1,
  since,
  due: later(since, graceMs),
  erasing: what.erasing || (before?.erasing ?? false),
  names: what.names || (before?.names ?? false),
  reason: what.reason ?? before?.reason,
  addresses: [...new Set([...(before?.addresses ?? []), ...(what.addresses ?? [])])],
  request: what.erasing ? request : (before?.request ?? request),
});

/** Whether it may be called done: everything that began before it has ended. */
export const mayEnd = ({ due }: Settling, now: Date): boolean => hasCome(due, now);

/** Nothing is left to do; that something was asked stays. */
export const ended = ({ due: _, addresses: __, ...settling }: Settling): Settling => settling;
