import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../infra/local/bus.ts';
import { openMailbox, refusal, type SendEmail } from '../../../infra/local/mail.ts';

type Simple = NonNullable<NonNullable<SendEmail['Content']>['Simple']>;

const aMail = (
  to: string[] = ['ines@example.org'],
  changes: Partial<Simple> = {},
  from = 'summit@example.org',
): SendEmail => ({
  FromEmailAddress: from,
  Destination: { ToAddresses: to, CcAddresses: undefined, BccAddresses: undefined },
  ConfigurationSetName: 'Set',
  Content: {
    Simple: {
      Subject: { Data: 'An invitation' },
      Body: { Text: { Data: 'Good day' }, Html: { Data: '<p>Good day</p>' } },
      Headers: [{ Name: 'Plenary-Deed', Value: 'request-1' }],
      Attachments: [{ FileName: 'invitation.ics', RawContent: Buffer.from('BEGIN:VCALENDAR').toString('base64') }],
      ...changes,
    },
  },
});
const withHeader = (Name: string, Value: string) => aMail(undefined, { Headers: [{ Name, Value }] });

describe('what SES would refuse', () => {
  it.each([
    ['no recipient', aMail([])],
    ['too many recipients', aMail(Array.from({ length: 51 }, (_, at) => `a${at}@example.org`))],
    ['a recipient without a domain', aMail(['ines'])],
    ['two recipients in one', aMail(['ines@example.org, ben@example.org'])],
    ['a line break in an address', aMail(['ines@example.org\r\nBcc: all@example.org'])],
    ['a line break in the subject', aMail(undefined, { Subject: { Data: 'An invitation\r\nBcc: all@example.org' } })],
    ['a line break in the name of the sender', aMail(undefined, {}, 'Summit\r\nBcc: <summit@example.org>')],
    ['a sender who is nobody', aMail(undefined, {}, 'summit')],
    ['no subject', aMail(undefined, { Subject: {} })],
    ['no body', aMail(undefined, { Body: {} })],
    ['a line break in a header', withHeader('Plenary-Deed', 'a\r\nBcc: all@example.org')],
    ['more than ASCII in a header', withHeader('Plenary-Deed', 'Genève')],
    ['a header too long', withHeader('Plenary-Deed', 'a'.repeat(871))],
    ['a header with a space in its name', withHeader('Plenary Deed', 'a')],
    ['a header that is SES’s own', withHeader('Bcc', 'all@example.org')],
    ['a file with nothing in it', aMail(undefined, { Attachments: [{ FileName: 'invitation.ics', RawContent: '' }] })],
  ])('%s', (_, asked) => {
    expect(refusal(asked)).toMatch(/\.$/);
  });

  it('nothing of a good mail', () => {
    expect(refusal(aMail(undefined, {}, '=?UTF-8?B?U29tbWV0?= <summit@example.org>'))).toBeUndefined();
  });
});

describe('a mailbox', () => {
  const open = async (folder = mkdtempSync(join(tmpdir(), 'plenary-mail-'))) => {
    const returned: BusEvent[] = [];
    return { folder, returned, mailbox: await openMailbox(folder, async (event) => void returned.push(event)) };
  };

  it('keeps what it accepted, the newest first, also when it is opened again', async () => {
    const { folder, mailbox } = await open();
    const { id } = await mailbox.accept(aMail());
    const again = (await open(folder)).mailbox;
    await again.accept(aMail(['ben@example.org']));
    const [second, first] = await again.list();
    expect(second?.to).toEqual(['ben@example.org']);
    expect(first).toEqual({
      id,
      at: expect.stringMatching(/Z$/),
      from: 'summit@example.org',
      to: ['ines@example.org'],
      subject: 'An invitation',
      text: 'Good day',
      html: '<p>Good day</p>',
      headers: { 'Plenary-Deed': 'request-1' },
      files: [{ name: 'invitation.ics', content: 'BEGIN:VCALENDAR' }],
    });
  });

  it('keeps nothing of what it refused', async () => {
    const { mailbox, returned } = await open();
    await expect(mailbox.accept(aMail(['bounce@example.org\n']))).rejects.toThrow('Illegal address');
    expect(await mailbox.list()).toEqual([]);
    expect(returned).toEqual([]);
  });

  it('tells what comes back, as SES does', async () => {
    const { mailbox, returned } = await open();
    const { id } = await mailbox.accept(aMail(['bounce@example.org']));
    await mailbox.accept(aMail(['Complaint+desk@example.org']));
    await mailbox.accept(aMail(['ines@example.org']));
    expect(returned).toMatchObject([
      {
        source: 'aws.ses',
        'detail-type': 'Email Bounced',
        detail: {
          eventType: 'Bounce',
          bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'bounce@example.org' }] },
          mail: { messageId: id, headers: expect.arrayContaining([{ name: 'Plenary-Deed', value: 'request-1' }]) },
        },
      },
      {
        source: 'aws.ses',
        'detail-type': 'Email Complaint Received',
        detail: {
          eventType: 'Complaint',
          complaint: { complainedRecipients: [{ emailAddress: 'Complaint+desk@example.org' }] },
        },
      },
    ]);
    expect(returned).toHaveLength(2);
  });
});
