import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { postFromEnvironment, signerFromEnvironment } from '../../functions/runtime.ts';
import { type Mailbox, openMailbox } from '../../infra/local/mail.ts';
import { type Services, startServices } from '../../infra/local/services.ts';
import { keptKey, kmsOf } from '../../infra/local/signing.ts';
import type { Message } from '../../shared/operations/post.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-runtime-'));
let services: Services;
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await openMailbox(join(folder, 'mail'), async () => {});
  services = await startServices(mailbox, kmsOf({ TheKey: await keptKey(join(folder, 'key.pem')) }));
  const aws = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
  const own = { MAIL_FROM: 'summit@example.org', MAIL_SET: 'TheSet', SIGNING_KEY: 'TheKey' };
  for (const [name, value] of Object.entries({ ...aws, ...own, ...services.environment })) vi.stubEnv(name, value);
});
afterAll(() => services.stop());

const aMessage = (changes: Partial<Message> = {}): Message => ({
  to: 'ines@example.org',
  subject: 'دعوة',
  text: 'Good day',
  html: '<p>Good day</p>',
  headers: { 'Plenary-Deed': 'request-1' },
  calendar: 'BEGIN:VCALENDAR\r\nSUMMARY:Zürich\r\nEND:VCALENDAR\r\n',
  ...changes,
});

describe('the post', () => {
  it('carries a mail with its headers and its calendar file, from the house’s address', async () => {
    const { id } = await postFromEnvironment().send(aMessage({ from: 'Sommet de Genève\r\nBcc: all@example.org' }));
    const [arrived] = await mailbox.list();
    const [, name = ''] = /^=\?UTF-8\?B\?(.*)\?= <summit@example\.org>$/.exec(arrived?.from ?? '') ?? [];
    expect(Buffer.from(name, 'base64').toString()).toContain('Sommet de Genève');
    expect(arrived).toMatchObject({
      id,
      to: ['ines@example.org'],
      subject: 'دعوة',
      text: 'Good day',
      html: '<p>Good day</p>',
      headers: { 'Plenary-Deed': 'request-1' },
      files: [{ name: 'invitation.ics', content: 'BEGIN:VCALENDAR\r\nSUMMARY:Zürich\r\nEND:VCALENDAR\r\n' }],
    });
  });

  it('passes on what the carrier refuses, and tries it once', async () => {
    const before = (await mailbox.list()).length;
    const bad = aMessage({ headers: { 'Plenary-Deed': 'a\r\nBcc: all@example.org' } });
    await expect(postFromEnvironment().send(bad)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: 'Invalid value of the header Plenary-Deed.',
    });
    expect(await mailbox.list()).toHaveLength(before);
  });
});

describe('the signer', () => {
  it('signs a digest so that anybody who has the public key checks it', async () => {
    const signer = signerFromEnvironment();
    const [publicKey] = await signer.publicKeys();
    // Many, because one in 128 has a number that is shorter than the others.
    for (let at = 0; at < 40; at += 1) {
      const text = Buffer.from(`the head of the chain, ${at}`);
      const { key, signature } = await signer.sign(createHash('sha256').update(text).digest());
      const bytes = Buffer.from(signature, 'base64url');
      expect(bytes).toHaveLength(64);
      expect(key).toBe(publicKey?.kid);
      const known = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
      expect(verify('sha256', text, { key: known, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
      expect(verify('sha256', Buffer.from('another'), { key: known, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(false);
    }
  });

  it('says so when there is no such key', async () => {
    vi.stubEnv('SIGNING_KEY', 'Another');
    await expect(signerFromEnvironment().sign(new Uint8Array(32))).rejects.toMatchObject({ name: 'NotFoundException' });
    vi.stubEnv('SIGNING_KEY', 'TheKey');
  });
});
