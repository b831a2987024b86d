import type { EventBridgeEvent } from 'aws-lambda';
import { theClock } from '../../shared/domain/access.ts';
import { noteBounce, type Returned } from '../../shared/operations/bounce.ts';
import type { House } from '../../shared/operations/perform.ts';

interface Recipient {
  emailAddress: string;
}

/** What SES tells of a mail, as far as it is read here: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
export interface Told {
  mail: { headers?: readonly { name: string; value: string }[] };
  bounce?: { bounceType: string; bouncedRecipients: readonly Recipient[]; timestamp: string };
  complaint?: { complainedRecipients: readonly Recipient[]; timestamp: string };
}

const headerOf = ({ mail: { headers = [] } }: Told, wanted: string): string | undefined =>
  headers.find(({ name }) => name.toLowerCase() === wanted)?.value;

/** What came back, address by address. A mailbox that is full or a server that rests is no reason to write no more. */
const returnsOf = (told: Told): Returned[] => {
  const { bounce, complaint } = told;
  const mail = headerOf(told, 'plenary-mail');
  const of = (kind: Returned['kind'], at: string, recipients: readonly Recipient[]): Returned[] =>
    recipients.map(({ emailAddress: address }) => ({ kind, address, at, mail }));
  return [
    ...(bounce?.bounceType === 'Permanent' ? of('bounce', bounce.timestamp, bounce.bouncedRecipients) : []),
    ...(complaint ? of('complaint', complaint.timestamp, complaint.complainedRecipients) : []),
  ];
};

/** Notes on contact and mail what SES says of it. An event that cannot be noted fails, and comes again. */
export const feedback =
  (house: House, now: () => Date) =>
  async ({ detail }: EventBridgeEvent<string, Told>): Promise<void> => {
    for (const returned of returnsOf(detail))
      await noteBounce(house, { caller: theClock, request: house.newId(), at: now() }, returned);
  };
