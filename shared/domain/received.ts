import * as z from 'zod';
import type { FieldError } from './error.ts';
import { once } from './once.ts';
import { documentHash } from './sha256.ts';
import { limits, line } from './text.ts';
import { instant } from './when.ts';

/** What arrives by other ways than an account: who enters it for an organization says when it came, how, and what shows it. */
export const Received = once(() =>
  z.strictObject({
    at: instant().meta({ description: 'When it arrived.' }),
    how: z.enum(['email', 'paper', 'floor']).meta({ description: 'By e-mail, on paper, or said from the floor.' }),
    from: line(limits.name).optional().meta({ description: 'Who sent or said it.' }),
    document: documentHash('The SHA-256 of the message or of the scanned paper.'),
  }),
);
export type Received = z.output<ReturnType<typeof Received>>;

/** What cannot be of how something arrived: it did not come later than it is entered, and what came by e-mail or on paper has a document. */
export const arrivalFaults = (
  { at, how, document }: { at: string; how: string; document?: string | undefined },
  now: Date,
  within: string,
): FieldError[] => [
  ...(Date.parse(at) > now.getTime()
    ? [{ pointer: `${within}/at`, detail: 'Give an instant that is not in the future.' }]
    : []),
  ...((how === 'email' || how === 'paper') && document === undefined
    ? [
        {
          pointer: `${within}/document`,
          detail: 'Give the SHA-256 of the message or of the scanned paper, so that it can be shown later.',
        },
      ]
    : []),
];

/** What may say how it arrived, and how its withdrawal did. */
interface Arrived {
  received?: Received | undefined;
  withdrawn?: Arrived | undefined;
  withdrawal?: Arrived | undefined;
}

/** A record as everyone may read it: when and how it and its withdrawal arrived, and not who sent them. */
export const withoutSender = <R extends Arrived>(record: R): R => {
  const { received, withdrawn, withdrawal } = record;
  const { from: _, ...arrived } = received ?? {};
  return {
    ...record,
    ...(received && { received: arrived }),
    ...(withdrawn && { withdrawn: withoutSender(withdrawn) }),
    ...(withdrawal && { withdrawal: withoutSender(withdrawal) }),
  };
};
