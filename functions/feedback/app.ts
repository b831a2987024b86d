import type { EventBridgeEvent } from 'aws-lambda';

interface Mail {
  messageId: string;
  headers?: readonly { name: string; value: string }[];
}

/** What SES tells of a mail, as far as it is read here: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
export interface Returned {
  eventType: string;
  mail: Mail;
  bounce?: { bounceType: string; bouncedRecipients: readonly { emailAddress: string }[]; timestamp: string };
  complaint?: { complainedRecipients: readonly { emailAddress: string }[]; timestamp: string };
}

/** A mail that reached nobody, or somebody who does not want it. */
export interface Return {
  kind: 'bounce' | 'complaint';
  address: string;
  /** The id under which SES had accepted it. */
  message: string;
  at: string;
}

/** What came back, address by address. A mailbox that is full or a server that rests is no reason to write no more. */
const returnsOf = ({ bounce, complaint, mail: { messageId: message } }: Returned): Return[] => [
  ...(bounce?.bounceType === 'Permanent' ? bounce.bouncedRecipients : []).map(({ emailAddress: address }) => ({
    kind: 'bounce' as const,
    address,
    message,
    at: bounce?.timestamp ?? '',
  })),
  ...(complaint?.complainedRecipients ?? []).map(({ emailAddress: address }) => ({
    kind: 'complaint' as const,
    address,
    message,
    at: complaint?.timestamp ?? '',
  })),
];

/** Notes on a contact what SES says of a mail. An event that cannot be noted fails, and comes again. */
export const feedback =
  (note: (returned: Return, request: string) => Promise<unknown>) =>
  async ({ id, detail }: EventBridgeEvent<string, Returned>): Promise<void> => {
    for (const returned of returnsOf(detail)) await note(returned, id);
  };
