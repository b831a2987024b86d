import * as z from 'zod';
import type { Caller } from './access.ts';
import { type FieldError, refuseAll } from './error.ts';
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

/** Whether somebody speaks for an organization: a delegate of it. Whoever else may enter something for it says how it arrived. */
export const speaksFor = (caller: Caller, organization: string, summit: string): boolean =>
  caller.kind === 'account' &&
  caller.roles.some(
    (held) => held.role === 'delegate' && held.organization === organization && (held.summit ?? summit) === summit,
  );

/**
 * What is wrong with how something arrived: what somebody enters for an organization that is not theirs says so; it cannot have come later than it is
 * entered; and what came by e-mail or on paper has a document.
 */
export const receivedFaults = (
  caller: Caller,
  { organization, summit }: { organization: string; summit: string },
  received: Received | undefined,
  now: Date,
): FieldError[] => {
  const errors: FieldError[] = [];
  if (!received && !speaksFor(caller, organization, summit))
    errors.push({
      pointer: '/received',
      detail: 'Say when and how it arrived from this organization: you are not its delegate.',
    });
  if (received && Date.parse(received.at) > now.getTime())
    errors.push({ pointer: '/received/at', detail: 'Give an instant that is not in the future.' });
  if (received && received.how !== 'floor' && received.document === undefined)
    errors.push({
      pointer: '/received/document',
      detail: 'Give the SHA-256 of the message or of the scanned paper, so that it can be shown later.',
    });
  return errors;
};

/** Refuses them. Errors: `invalid`. */
export const mustBeReceived = (...how: Parameters<typeof receivedFaults>): void => {
  refuseAll(receivedFaults(...how));
};
