import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BusEvent } from './bus.ts';

type Text = { readonly Data?: string };
/** What is asked of SES, as far as the platform asks it. */
export type SendEmail = {
  readonly FromEmailAddress?: string;
  readonly Destination?: Readonly<
    Record<'ToAddresses' | 'CcAddresses' | 'BccAddresses', readonly string[] | undefined>
  >;
  readonly ConfigurationSetName?: string;
  readonly Content?: {
    readonly Simple?: {
      readonly Subject?: Text;
      readonly Body?: { readonly Text?: Text; readonly Html?: Text };
      readonly Headers?: readonly { readonly Name: string; readonly Value: string }[];
      readonly Attachments?: readonly { readonly FileName?: string; readonly RawContent?: string }[];
    };
  };
};

/** A message as it would arrive. */
export type Arrived = {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly { readonly name: string; readonly content: string }[];
};

const address = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/;
const isSender = (from: string): boolean => address.test(/<([^<>]*)>$/.exec(from)?.[1] ?? from);
const oneLine = /^[^\r\n]*$/;
const ownHeaders =
  /^(bcc|cc|content-(disposition|transfer-encoding|type)|date|from|message-id|mime-version|reply-to|return-path|sender|subject|to)$/i;

/** What SES would refuse of a message, in a sentence; undefined when it takes it. */
export const refusal = ({ FromEmailAddress = '', Destination, Content }: SendEmail): string | undefined => {
  const to = Object.values(Destination ?? {}).flatMap((addresses) => addresses ?? []);
  const { Subject, Body, Headers = [], Attachments = [] } = Content?.Simple ?? {};
  if (to.length === 0) return 'The message has no recipients.';
  if (to.length > 50) return 'The message has more than 50 recipients.';
  // eslint-disable-next-line no-control-regex -- SES takes only ASCII in an address
  for (const one of [...to, FromEmailAddress])
    if (!/^[\x20-\x7e]*$/.test(one)) return `Illegal address: ${JSON.stringify(one)}.`;
  if (!to.every((one) => address.test(one)) || !isSender(FromEmailAddress))
    return 'Missing final "@domain", or more than one address.';
  if (!Subject?.Data || !oneLine.test(Subject.Data)) return 'The subject is missing, or has more than one line.';
  if (!Body?.Text?.Data && !Body?.Html?.Data) return 'The message has no body.';
  if (Headers.length > 15) return 'The message has more than 15 headers.';
  for (const { Name, Value } of Headers) {
    if (!/^[!-9;-@A-~]{1,126}$/.test(Name) || ownHeaders.test(Name))
      return `Invalid header name: ${JSON.stringify(Name)}.`;
    if (!/^[ -~]{1,870}$/.test(Value)) return `Invalid value of the header ${Name}.`;
  }
  if (Attachments.some(({ FileName, RawContent }) => !FileName || !RawContent))
    return 'A file has no name, or nothing in it.';
  return undefined;
};

const arrivedOf = ({ FromEmailAddress = '', Destination, Content }: SendEmail, id: string, at: string): Arrived => {
  const { Subject, Body, Headers = [], Attachments = [] } = Content?.Simple ?? {};
  return {
    id,
    at,
    from: FromEmailAddress,
    to: Object.values(Destination ?? {}).flatMap((addresses) => addresses ?? []),
    subject: Subject?.Data ?? '',
    text: Body?.Text?.Data ?? '',
    html: Body?.Html?.Data ?? '',
    headers: Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])),
    files: Attachments.map(({ FileName = '', RawContent = '' }) => ({
      name: FileName,
      content: Buffer.from(RawContent, 'base64').toString(),
    })),
  };
};

/** What comes back of a message, as SES documents it: from `bounce@…` that there is no such mailbox, from `complaint@…` that it is not wanted. */
export const returnsOf = ({ id, at, from, to, subject, headers }: Arrived): BusEvent[] => {
  const mail = {
    timestamp: at,
    source: from,
    messageId: id,
    destination: to,
    headersTruncated: false,
    headers: Object.entries({ From: from, To: to.join(', '), Subject: subject, ...headers }).map(([name, value]) => ({
      name,
      value,
    })),
    commonHeaders: { from: [from], to, subject, messageId: id },
    tags: {},
  };
  const event = (type: string, detail: object): BusEvent => ({
    id: randomUUID(),
    source: 'aws.ses',
    'detail-type': type,
    time: at,
    detail: { ...detail, mail },
  });
  return to.flatMap((emailAddress) => {
    const [name] = emailAddress.toLowerCase().split(/[@+]/);
    const about = { timestamp: at, feedbackId: randomUUID() };
    if (name === 'bounce') {
      const bouncedRecipients = [
        { emailAddress, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
      ];
      const bounce = {
        ...about,
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients,
        reportingMTA: 'dns; localhost',
      };
      return [event('Email Bounced', { eventType: 'Bounce', bounce })];
    }
    if (name !== 'complaint') return [];
    const complaint = { ...about, complainedRecipients: [{ emailAddress }], complaintFeedbackType: 'abuse' };
    return [event('Email Complaint Received', { eventType: 'Complaint', complaint })];
  });
};

export type Mailbox = {
  /** Takes a message, or throws what SES would say against it. */
  readonly accept: (asked: SendEmail) => Promise<{ readonly id: string }>;
  /** Every message that was accepted, the newest first. */
  readonly list: () => Promise<readonly Arrived[]>;
};

export class Refused extends Error {}

/** A fake SES: it keeps each accepted message as a file of its own in `folder`, and tells `returned` what comes back. */
export const openMailbox = async (
  folder: string,
  returned: (event: BusEvent) => Promise<unknown>,
): Promise<Mailbox> => {
  await mkdir(folder, { recursive: true });
  let count = (await readdir(folder)).length;
  const accept = async (asked: SendEmail) => {
    const why = refusal(asked);
    if (why) throw new Refused(why);
    const arrived = arrivedOf(asked, `local-${randomUUID()}`, new Date().toISOString());
    // Numbered in the order of arrival; the name under which it is whole appears at once.
    const file = join(folder, `${String((count += 1)).padStart(7, '0')}.json`);
    await writeFile(`${file}.new`, JSON.stringify(arrived, null, 2));
    await rename(`${file}.new`, file);
    if (asked.ConfigurationSetName) for (const event of returnsOf(arrived)) void returned(event);
    return { id: arrived.id };
  };
  const list = async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
    return Promise.all(names.toReversed().map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
  };
  return { accept, list };
};
