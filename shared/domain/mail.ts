import * as z from 'zod';
import { Letter } from './letter.ts';
import { once } from './once.ts';
import { slug } from './record.ts';
import { hasCome, later, toInstant } from './when.ts';

/**
 * Where a mail stands. `pending` waits for its time, `claimed` is being sent by somebody whose lease is running, `sent` was accepted by the carrier,
 * `kept` belongs to a rehearsal and is read here instead, `failed` will not be tried again.
 */
export const mailStates = ['pending', 'claimed', 'sent', 'kept', 'failed'] as const;

/** Why a mail was not sent, or not sent any more. */
export const failures = {
  'no-address': 'The recipient has no address on file.',
  unreachable: 'Mail to this address came back, or its owner complained of one.',
  overtaken: 'What the mail asks for was answered before it was sent.',
  gone: 'What the mail is about is not there any more.',
  'given-up': 'Every try failed.',
} as const;
export type Failure = keyof typeof failures;

/** A mail as it would arrive. */
export const Rendered = once(() =>
  z.object({ subject: z.string(), text: z.string(), html: z.string(), calendar: z.string().optional() }),
);
export type Rendered = z.output<ReturnType<typeof Rendered>>;

/** One entry of the outbox. */
export const Mail = once(() =>
  z.object({
    id: z.string(),
    version: z.int().positive(),
    state: z.enum(mailStates),
    summit: slug().optional(),
    letter: Letter(),
    deed: z.string().meta({ description: 'The request that ordered it.' }),
    at: z.string().meta({ description: 'When it was ordered.' }),
    tries: z.int().min(0).meta({ description: 'How often it was tried.' }),
    due: z.string().optional().meta({ description: 'When it is tried next, or its lease ends.' }),
    trouble: z.string().optional().meta({ description: 'What the last try failed of.' }),
    failure: z
      .enum(Object.keys(failures) as [Failure])
      .optional()
      .meta({ description: `Why it is not tried any more. ${Object.values(failures).join(' ')}` }),
    sent: z
      .object({ at: z.string(), as: z.string().meta({ description: 'The id of the carrier.' }) })
      .optional()
      .meta({ description: 'When the carrier accepted it.' }),
    returned: z
      .object({ at: z.string(), kind: z.enum(['bounce', 'complaint']) })
      .optional()
      .meta({ description: 'That it came back, or that its recipient complained of it.' }),
    message: Rendered().optional().meta({ description: 'The mail itself, where it belongs to a rehearsal.' }),
  }),
);
export type Mail = z.output<ReturnType<typeof Mail>>;

/** After so many tries, over about a day, a mail is given up. */
export const mostTries = 13;

/**
 * How long after its n-th try a mail may be tried again, in seconds: 1, 2, 4 … minutes, at most four hours. The same time is the lease of
 * whoever tries it: nobody else touches it before.
 */
export const pauseAfter = (tries: number): number => Math.min(2 ** (tries - 1), 240) * 60;

/** A mail as a deed orders it: due at once. */
export const ordered = (id: string, letter: Letter, deed: { request: string; at: Date }): Mail => {
  const at = toInstant(deed.at);
  return { id, version: 1, state: 'pending', summit: letter.summit, letter, deed: deed.request, at, tries: 0, due: at };
};

/** Whether it waits to be sent, and its time has come. */
export const isDue = ({ state, due }: Mail, now: Date): boolean =>
  (state === 'pending' || state === 'claimed') && hasCome(due, now);

/** Whether it may not be tried again. */
export const isSpent = ({ tries }: Mail): boolean => tries >= mostTries;

/** The mail as whoever is about to send it claims it. */
export const claimed = (mail: Mail, now: Date): Mail => {
  const tries = mail.tries + 1;
  return { ...mail, state: 'claimed', tries, due: later(now, pauseAfter(tries) * 1_000) };
};

/** A claimed mail that the carrier accepted. */
export const sent = (mail: Mail, as: string, now: Date): Mail => {
  const { due: _, trouble: __, ...rest } = mail;
  return { ...rest, state: 'sent', sent: { at: toInstant(now), as } };
};

/** A mail of a rehearsal, kept instead of being sent. */
export const kept = (mail: Mail, message: Rendered): Mail => {
  const { due: _, trouble: __, ...rest } = mail;
  return { ...rest, state: 'kept', message };
};

/** A mail that is not tried any more. */
export const failed = (mail: Mail, failure: Failure): Mail => {
  const { due: _, ...rest } = mail;
  return { ...rest, state: 'failed', failure };
};

/** A claimed mail whose try failed: it waits out its lease, or was the last. `trouble` names what happened, never whom it was for. */
export const troubled = (mail: Mail, trouble: string): Mail =>
  isSpent(mail) ? failed({ ...mail, trouble }, 'given-up') : { ...mail, state: 'pending', trouble };
