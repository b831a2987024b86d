import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { renderMail } from '../../shared/documents/mail.ts';
import { once } from '../../shared/domain/once.ts';
import type { Office } from '../../shared/operations/outbox.ts';
import { panelistLink } from '../../shared/operations/panelist-link.ts';
import type { House } from '../../shared/operations/perform.ts';
import type { Message, Post } from '../../shared/operations/post.ts';
import { firstLink, roleLink } from '../../shared/operations/role-link.ts';
import type { Signer } from '../../shared/operations/signer.ts';
import { disputeLink, signingLink } from '../../shared/operations/signing-link.ts';
import { environment, houseFromEnvironment, log, now, secrets } from '../runtime.ts';
import { carefully } from './careful.ts';

// Apart from the runtime, because no function that answers people works in the background: none of them loads what writes and carries mail.

const inUtf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** A sender with a name: SES takes only ASCII there, so the name goes as RFC 2047 encodes it, which lets no line break through either. */
const senderOf = (name: string | undefined, address: string): string =>
  name === undefined ? address : `=?UTF-8?B?${Buffer.from(name).toString('base64')}?= <${address}>`;

const calendarFile = (calendar: string) => ({
  FileName: 'invitation.ics',
  ContentType: 'text/calendar; charset=utf-8',
  ContentDisposition: 'ATTACHMENT' as const,
  RawContent: Buffer.from(calendar),
});

/** Carries mail away through SES, from the address and with the configuration set of the environment. */
export const postFromEnvironment = (): Post => {
  const [address, ConfigurationSetName] = [environment('MAIL_FROM'), environment('MAIL_SET')];
  const ses = once(() => new SESv2Client(carefully));
  const send = async ({ from, to, subject, text, html, headers, calendar }: Message): Promise<{ id: string }> => {
    const sending = new SendEmailCommand({
      ConfigurationSetName,
      FromEmailAddress: senderOf(from, address),
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: inUtf8(subject),
          Body: { Text: inUtf8(text), Html: inUtf8(html) },
          Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
          ...(calendar !== undefined && { Attachments: [calendarFile(calendar)] }),
        },
      },
    });
    const { MessageId: id = '' } = await ses().send(sending);
    return { id };
  };
  return { send };
};

/** What a function is given that works in the background: the house, and who carries and signs for it. */
export interface Backstage {
  house: House;
  office: Office;
  signer: Signer;
  now: () => Date;
  log: (entry: Record<string, unknown>) => void;
}

/** The background's record, from its environment. */
export const backstageFromEnvironment = (): Backstage => {
  const house = houseFromEnvironment();
  const office = {
    house,
    post: postFromEnvironment(),
    site: environment('SITE'),
    render: renderMail,
    linkFor: firstLink(
      panelistLink(house, secrets.secret),
      roleLink(house, secrets.secret),
      signingLink(house, secrets),
      disputeLink(house, secrets),
    ),
    log,
  };
  return { house, office, signer: house.signer, now, log };
};
