import { type Caller, may } from './access.ts';
import { type FieldError, refuseAll } from './error.ts';
import { arrivalFaults, type Received } from './received.ts';

/** Whether somebody speaks for an organization: a delegate of it. Whoever else may enter something for it says how it arrived. */
const speaksFor = (caller: Caller, organization: string, summit: string): boolean =>
  caller.kind === 'account' &&
  caller.roles.some(
    (held) => held.role === 'delegate' && held.organization === organization && (held.summit ?? summit) === summit,
  );

/**
 * What is wrong with how something arrived: what somebody enters for an organization that is not theirs says so, and only the summit's organizers
 * enter anything that way; it cannot have come later than it is entered; and what came by e-mail or on paper has a document.
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
  // Nobody says of their own act when it came: it counts as it is stamped here.
  if (received && !may(caller, 'circulation:write', { summit }))
    errors.push({ pointer: '/received', detail: 'Leave it out: you act for the organization yourself.' });
  if (received) errors.push(...arrivalFaults(received, now, '/received'));
  return errors;
};

/** Refuses them. Errors: `invalid`. */
export const mustBeReceived = (...how: Parameters<typeof receivedFaults>): void => {
  refuseAll(receivedFaults(...how));
};
