import * as z from 'zod';
import { once } from './once.ts';
import { slug } from './record.ts';
import { dayMs, hasCome, type Instant, later, toInstant } from './when.ts';

/** How long contact details are kept after their summit, in days, unless it says otherwise. */
export const keptDays = 180;

/** When the contact details that were given for a summit are cleared. */
export const Expiry = once(() =>
  z.object({
    summit: slug(),
    version: z.int().positive(),
    closed: z.string().meta({ description: 'When the summit was over.' }),
    due: z.string().optional().meta({ description: 'When it is to be done next; absent once it is done.' }),
    begun: z.string().optional().meta({ description: 'Since when none are taken any more.' }),
  }),
);
export type Expiry = z.output<ReturnType<typeof Expiry>>;

/** The expiry of a summit that is over. */
export const expiryOf = (summit: { slug: string; contactsKeptFor?: number | undefined }, closed: Instant): Expiry => ({
  summit: summit.slug,
  version: 1,
  closed,
  due: later(closed, (summit.contactsKeptFor ?? keptDays) * dayMs),
});

/** The expiry after the summit's time for it was changed; what has begun is not called back. */
export const moved = (expiry: Expiry, summit: { slug: string; contactsKeptFor?: number | undefined }): Expiry =>
  expiry.begun === undefined ? { ...expiry, due: expiryOf(summit, expiry.closed).due } : expiry;

/** Whether its time has come. */
export const isDue = ({ due }: Expiry, now: Date): boolean => hasCome(due, now);

/**
 * From now on no details are taken for the summit. It is looked through twice: whoever was just writing some, from a reading before, is done by
 * the second time.
 */
export const begunAt = (expiry: Expiry, now: Date): Expiry => ({
  ...expiry,
  begun: toInstant(now),
  due: later(now, 120_000),
});

/** Both times are over. */
export const done = ({ due: _, ...expiry }: Expiry): Expiry => expiry;
