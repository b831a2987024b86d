import { theClock } from '../domain/access.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { attemptType, clearAttempt, findAttempt, revokeAttempt } from '../table/release-attempt.ts';
import { type Done, seeTo } from './due.ts';
import { type Deed, type House, perform } from './perform.ts';

const clear = async (house: House, { key }: Due, now: Date): Promise<'cleared' | undefined> => {
  const { table } = house;
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  const attempt = await perform(house, deed, {
    may: { deed: 'release:tell' },
    read: () => findAttempt(table, key),
    // From then on nobody makes a release of it, however slow they are.
    decide: (found) => ({
      writes: found && !found.revoked ? [revokeAttempt(table, found, deed.request)] : [],
      answer: found,
    }),
  });
  if (!attempt) return undefined;
  await clearAttempt(table, attempt);
  return 'cleared';
};

/** The clock's round of releases that were cut short: nothing is left of them. Errors: what could not be done, together. */
export const clearAttempts = async (house: House, now: Date): Promise<Done<'cleared'>> =>
  seeTo(await whatIsDue(house.table, now, { type: attemptType }), (due) => clear(house, due, now));
