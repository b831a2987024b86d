import { scryptSync, timingSafeEqual } from 'node:crypto';
import { DomainError } from './error.ts';
import { type Instant, later, toInstant } from './when.ts';

/** For how many minutes a code is good, and how often it can be tried. */
export const codeMinutes = 15;
export const codeTries = 5;

/** How many codes go in a day for one signing, and to one address, which may be that of several. */
export const codesADay = { signing: 6, address: 20 };

/** A code as it is kept: nothing of the code itself, and no quick way to find it while it is good. */
export interface SigningCode {
  /** Which code it is: a later one takes its place. */
  made: string;
  salt: string;
  hash: string;
  until: Instant;
  /** The version of the signing that the mail with it said: what was changed since is not signed with it. */
  of: number;
  tries: number;
}

// Six digits are soon gone through, so each try of whoever reads the table costs tens of milliseconds: all of them take longer than a code is good.
const hashOf = (code: string, salt: string): string => scryptSync(code, salt, 32).toString('hex');

/** A code as it is kept. */
export const codeKept = (
  code: string,
  { made, salt, of, now }: { made: string; salt: string; of: number; now: Date },
): SigningCode => ({
  made,
  salt,
  hash: hashOf(code, salt),
  until: later(now, codeMinutes * 60_000),
  of,
  tries: 0,
});

/** Whether it is that code. */
export const isCode = ({ hash, salt }: SigningCode, code: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(code, salt), 'hex'), Buffer.from(hash, 'hex'));

/** The refusal of a code, with how often it can still be tried; at none another one has to be sent. */
export const wrongCode = (left: number): DomainError =>
  new DomainError(
    'wrong-code',
    left > 0
      ? `This is not the code that was sent last. It can be tried ${left} more ${left === 1 ? 'time' : 'times'}.`
      : 'No code is good any more: its time is over, it was tried too often, or what is to be signed was changed since. Send another one.',
    { also: { left } },
  );

/** Refuses a try for which no code is good. Errors: `wrong-code`. */
export const mayTry = (code: SigningCode | undefined, signing: { version: number }, now: Date): SigningCode => {
  if (!code || code.tries >= codeTries || code.of !== signing.version || code.until <= toInstant(now))
    throw wrongCode(0);
  return code;
};
